from django.urls import path

from setspace.room import views

app_name = "room"
# The stream, /sessions/<id>/room/stream, is a WebSocket: `stream.py` serves it.
urlpatterns = [
    path("sessions/<uuid:meeting_id>/room/", views.room, name="room"),
    path("sessions/<uuid:meeting_id>/room/commands/", views.commands, name="commands"),
    path("sessions/<uuid:meeting_id>/room/notes/", views.notes, name="notes"),
    path("sessions/<uuid:meeting_id>/companion/", views.companion, name="companion"),
]
