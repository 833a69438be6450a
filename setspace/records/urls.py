from django.urls import path

from setspace.records.views import (
    airtime,
    brief,
    hints,
    home,
    log,
    own,
    preparing,
    questions,
    sets,
    summaries,
)

app_name = "records"
urlpatterns = [
    path("", home.home, name="home"),
    path("actions/<uuid:action_id>/report/", home.report, name="report"),
    path("sets/<uuid:set_id>/", sets.learning_set, name="set"),
    path("sets/<uuid:set_id>/extra-time/", airtime.extra_time, name="extra_time"),
    path("sets/<uuid:set_id>/preparation/", preparing.preparation, name="preparation"),
    path("sets/<uuid:set_id>/preparation/erasure/", preparing.emptied, name="emptied_sheet"),
    path("preparations/<uuid:sheet_id>/removal/", preparing.removal, name="sheet_removal"),
    path("sessions/<uuid:meeting_id>/brief/", brief.brief, name="brief"),
    path("sessions/<uuid:meeting_id>/summary/", summaries.summary, name="summary"),
    path("sessions/<uuid:meeting_id>/summary/my-part/", summaries.my_part, name="my_part"),
    path("sessions/<uuid:meeting_id>/summary/approval/", summaries.approval, name="approval"),
    path("sessions/<uuid:meeting_id>/summary/greeting/", summaries.greeting, name="greeting"),
    path("sessions/<uuid:meeting_id>/summary/reminders/", summaries.reminders, name="reminders"),
    path("sessions/<uuid:meeting_id>/summary/sending/", summaries.sending, name="sending"),
    path(
        "sessions/<uuid:meeting_id>/summary/copies/<uuid:letter_id>/",
        summaries.delivery,
        name="delivery",
    ),
    path("sessions/<uuid:meeting_id>/notes/", own.notes, name="notes"),
    path("reflections/", own.reflections, name="reflections"),
    path("reflections/<uuid:reflection_id>/", own.reflection, name="reflection"),
    path("reflections/<uuid:reflection_id>/removal/", own.removal, name="removal"),
    path("sessions/<uuid:meeting_id>/timing/", log.timing, name="timing"),
    path("my-questions/", questions.own_questions, name="own_questions"),
    path("my-questions/erasure/", questions.erased_counts, name="erased_counts"),
    path("hints/", hints.hints, name="hints"),
    path("log/", log.log, name="log"),
    path("log/text/", log.text, name="log_text"),
    path("log/<uuid:entry_id>/", log.entry, name="log_entry"),
    path("log/<uuid:entry_id>/removal/", log.removal, name="log_removal"),
]
