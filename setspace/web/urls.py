"""Every page's address. Nouns, each app's own behind its namespace."""

from django.urls import include, path

from setspace.people import sign_in_urls

urlpatterns = [
    path("", include("setspace.people.urls")),
    path("", include("setspace.programmes.urls")),
    path("", include("setspace.hosts.urls")),
    path("", include("setspace.records.urls")),
    path("", include("setspace.room.urls")),
    path("", include("setspace.web.page_urls")),
    # The names by which allauth finds the same pages.
    *sign_in_urls.urlpatterns,
]

handler400 = "setspace.web.views.bad_request"
handler403 = "setspace.web.views.not_allowed"
handler404 = "setspace.web.views.not_found"
handler500 = "setspace.web.views.our_fault"
