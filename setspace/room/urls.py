from django.urls import path

from setspace.room import views
from setspace.room.exercises import views as exercises
from setspace.room.practice import views as practice

app_name = "room"
# The stream, /sessions/<id>/room/stream, is a WebSocket: `stream.py` serves it.
urlpatterns = [
    path("sessions/<uuid:meeting_id>/room/", views.room, name="room"),
    path("sessions/<uuid:meeting_id>/room/commands/", views.commands, name="commands"),
    path("sessions/<uuid:meeting_id>/room/notes/", views.notes, name="notes"),
    path("sessions/<uuid:meeting_id>/companion/", views.companion, name="companion"),
    path("sessions/<uuid:meeting_id>/room/clock/", views.big_clock, name="clock"),
    path("sessions/<uuid:meeting_id>/pack/", views.pack, name="pack"),
    path("practice/questions/", exercises.drills, name="exercises"),
    path("practice/questions/beginnings/", exercises.bank, name="bank"),
    path("practice/questions/<slug:exercise>/", exercises.exercise, name="exercise"),
    path("rehearsals/", practice.rehearsals, name="rehearsals"),
    path("rehearsals/<uuid:rehearsal_id>/", practice.rehearsal, name="rehearsal"),
    path("rehearsals/<uuid:rehearsal_id>/review/", practice.review, name="rehearsal_review"),
]
