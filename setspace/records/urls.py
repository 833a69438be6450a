from django.urls import path

from setspace.records.views import home, own, sets, summaries

app_name = "records"
urlpatterns = [
    path("", home.home, name="home"),
    path("actions/<uuid:action_id>/report/", home.report, name="report"),
    path("sets/<uuid:set_id>/", sets.learning_set, name="set"),
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
]
