"""Addresses of hosts, their programmes, and the pages of programmes that stand open."""

from django.urls import path

from setspace.hosts.views import interest, public

app_name = "hosts"
urlpatterns = [
    path("programmes/<uuid:programme_id>/preview/", public.preview, name="preview"),
    path("programmes/<uuid:programme_id>/interests/", interest.interests, name="interests"),
    path("p/<slug:host>/<slug:programme>/", public.programme, name="public"),
    path("p/<slug:host>/<slug:programme>/interest/", interest.interest, name="interest"),
    path("interests/<str:interest_token>/", interest.interest_link, name="interest_link"),
]
