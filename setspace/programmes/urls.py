"""Addresses of the pages about sets. The page of a set itself is the records' own."""

from django.urls import path

from setspace.programmes.views import (
    attendance,
    calendar,
    format_editor,
    formats,
    ground_rules,
    invitations,
    moving,
    people,
    polls,
    sessions,
    starting,
)

app_name = "programmes"
urlpatterns = [
    path("sets/", starting.sets, name="sets"),
    path("sets/new/", starting.start, name="start"),
    path("sets/<uuid:set_id>/people/", people.people, name="people"),
    path("sets/<uuid:set_id>/ground-rules/", ground_rules.ground_rules, name="ground_rules"),
    path("sets/<uuid:set_id>/ground-rules/new/", ground_rules.new_ground_rules, name="new_ground_rules"),
    path("sets/<uuid:set_id>/sessions/", sessions.sessions, name="sessions"),
    path("sets/<uuid:set_id>/video-link/", sessions.video_link, name="video_link"),
    path("sets/<uuid:set_id>/clock/", sessions.clock_of_set, name="clock"),
    path("sets/<uuid:set_id>/coach/", sessions.coach, name="coach"),
    path("sets/<uuid:set_id>/hours/", attendance.hours, name="hours"),
    path("sessions/<uuid:meeting_id>/attendance/", attendance.attendance, name="attendance"),
    path("sessions/<uuid:meeting_id>/presence/", attendance.presence, name="presence"),
    path("sessions/<uuid:meeting_id>/date/", moving.date, name="date"),
    path("sessions/<uuid:meeting_id>/polls/", polls.polls, name="polls"),
    path("polls/<uuid:poll_id>/", polls.poll, name="poll"),
    path("polls/<uuid:poll_id>/taking/", polls.taking, name="poll_taking"),
    path("polls/<uuid:poll_id>/keeping/", polls.date_kept, name="poll_keeping"),
    path("sessions/<uuid:meeting_id>/cancellation/", sessions.cancellation, name="cancellation"),
    path("sessions/<uuid:meeting_id>/session.ics", calendar.session_file, name="session_file"),
    path("calendar/<str:calendar_token>.ics", calendar.feed, name="feed"),
    path("memberships/<uuid:membership_id>/ending/", people.ending, name="ending"),
    path("memberships/<uuid:membership_id>/keeping/", people.keeping, name="keeping"),
    path("formats/", formats.formats, name="formats"),
    path("formats/<slug:key>/", formats.format_page, name="format"),
    path("formats/<slug:key>/copies/", formats.copies, name="format_copies"),
    path("formats/<slug:key>/file/", formats.file, name="format_file"),
    path("formats/<slug:key>/sharing/", formats.sharing, name="format_sharing"),
    path("formats/<slug:key>/removal/", formats.removal, name="format_removal"),
    path("formats/<slug:key>/draft/", format_editor.draft, name="format_draft"),
    path("formats/<slug:key>/soundness/", format_editor.soundness, name="format_soundness"),
    path("invitations/<uuid:invitation_id>/letter/", people.letter, name="letter"),
    path("invitations/<uuid:invitation_id>/withdrawal/", people.withdrawal, name="withdrawal"),
    path("invitations/<str:token>/", invitations.invitation, name="invitation"),
]
