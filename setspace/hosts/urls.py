"""Addresses of hosts, programmes and applications. Nouns; nothing changes when one is opened."""

from django.urls import path

from setspace.hosts.views import agreements, applying, own_place, placed, standing

app_name = "hosts"
urlpatterns = [
    path("p/<slug:host>/<slug:programme>/application/", applying.begin, name="apply"),
    path("applications/<uuid:application_id>/", standing.application, name="application"),
    path("applications/<uuid:application_id>/<int:step>/", applying.step, name="application_step"),
    path(
        "applications/<uuid:application_id>/withdrawal/", standing.withdrawal, name="application_withdrawal"
    ),
    path("applications/<uuid:application_id>/dates/", own_place.dates, name="application_dates"),
    path("applications/<uuid:application_id>/place/", own_place.place, name="application_place"),
    path("applications/<uuid:application_id>/manager/", standing.manager, name="application_manager"),
    path("planned-sets/<uuid:programme_set_id>/people/", placed.people, name="placed_people"),
    path("agreements/<str:agreement_token>/", agreements.agreement, name="agreement"),
]
