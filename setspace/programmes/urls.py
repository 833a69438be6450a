"""Addresses of the pages about sets. The page of a set itself is the records' own."""

from django.urls import path

from setspace.programmes.views import ground_rules, invitations, people, sessions, starting

app_name = "programmes"
urlpatterns = [
    path("sets/", starting.sets, name="sets"),
    path("sets/new/", starting.start, name="start"),
    path("sets/<uuid:set_id>/people/", people.people, name="people"),
    path("sets/<uuid:set_id>/ground-rules/", ground_rules.ground_rules, name="ground_rules"),
    path("sets/<uuid:set_id>/ground-rules/new/", ground_rules.new_ground_rules, name="new_ground_rules"),
    path("sets/<uuid:set_id>/sessions/", sessions.sessions, name="sessions"),
    path("sets/<uuid:set_id>/video-link/", sessions.video_link, name="video_link"),
    path("sessions/<uuid:meeting_id>/date/", sessions.date, name="date"),
    path("sessions/<uuid:meeting_id>/cancellation/", sessions.cancellation, name="cancellation"),
    path("memberships/<uuid:membership_id>/ending/", people.ending, name="ending"),
    path("invitations/<uuid:invitation_id>/letter/", people.letter, name="letter"),
    path("invitations/<uuid:invitation_id>/withdrawal/", people.withdrawal, name="withdrawal"),
    path("invitations/<str:token>/", invitations.invitation, name="invitation"),
]
