"""Addresses of hosts, their programmes, and the pages of programmes that stand open."""

from django.urls import path

from setspace.hosts.views import interest, letters, public

app_name = "hosts"
urlpatterns = [
    path("hosts/<slug:host>/letters/", letters.letters, name="letters"),
    path("hosts/<slug:host>/letters/<slug:purpose>/", letters.words, name="letter_words"),
    path("hosts/<slug:host>/letters/<slug:purpose>/removal/", letters.as_it_was, name="letter_removal"),
    path("hosts/<slug:host>/outbox/<uuid:host_letter_id>/holding/", letters.holding, name="letter_holding"),
    path("hosts/<slug:host>/outbox/<uuid:host_letter_id>/sending/", letters.sending, name="letter_sending"),
    path("hosts/<slug:host>/reminders/", letters.reminders, name="reminders"),
    path("programmes/<uuid:programme_id>/preview/", public.preview, name="preview"),
    path("programmes/<uuid:programme_id>/interests/", interest.interests, name="interests"),
    path("p/<slug:host>/<slug:programme>/", public.programme, name="public"),
    path("p/<slug:host>/<slug:programme>/interest/", interest.interest, name="interest"),
    path("interests/<str:interest_token>/", interest.interest_link, name="interest_link"),
]
