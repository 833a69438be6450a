"""Addresses of hosts and their programmes."""

from django.urls import path

from setspace.hosts.views import (
    about,
    copies,
    dates,
    days,
    hosts,
    organisers,
    planning,
    programme,
    publication,
    sets,
    shapes,
    words,
)

app_name = "hosts"
urlpatterns = [
    path("hosts/", hosts.hosts, name="hosts"),
    path("hosts/new/", hosts.new, name="new"),
    path("hosts/<slug:host>/", hosts.home, name="home"),
    path("hosts/<slug:host>/about/", about.about, name="about"),
    path("hosts/<slug:host>/organisers/", organisers.organisers, name="organisers"),
    path("organisers/<uuid:organiser_id>/ending/", organisers.ending, name="ending"),
    path("hosts/<slug:host>/days/", days.days, name="days"),
    path("hosts/<slug:host>/shapes/", shapes.shapes, name="shapes"),
    path("hosts/<slug:host>/shapes/new/", shapes.new_shape, name="new_shape"),
    path("shapes/<uuid:shape_id>/removal/", shapes.shape_removal, name="shape_removal"),
    path("hosts/<slug:host>/programmes/new/", planning.new_programme, name="new_programme"),
    path("programmes/<uuid:programme_id>/", programme.programme, name="programme"),
    path("programmes/<uuid:programme_id>/words/", words.words, name="words"),
    path("programmes/<uuid:programme_id>/dates/", dates.dates, name="dates"),
    path("programmes/<uuid:programme_id>/dates/<uuid:date_id>/", dates.date, name="date"),
    path("programmes/<uuid:programme_id>/shape/", shapes.shape, name="shape"),
    path("programmes/<uuid:programme_id>/shape/file/", shapes.shape_file, name="shape_file"),
    path("programmes/<uuid:programme_id>/sets/", sets.sets, name="sets"),
    path("programmes/<uuid:programme_id>/publication/", publication.publication, name="publication"),
    path("programmes/<uuid:programme_id>/copies/", copies.copies, name="copies"),
]
