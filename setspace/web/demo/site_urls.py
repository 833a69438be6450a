"""Every page's address in the demo: those of any place, and the demo's own."""

from django.urls import include, path

from setspace.web import urls
from setspace.web.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [*urls.urlpatterns, path("", include("setspace.web.demo.urls"))]
