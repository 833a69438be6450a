from django.urls import path

from setspace.web import views

app_name = "web"
urlpatterns = [
    path("privacy/", views.privacy, name="privacy"),
    path("help/", views.help_page, name="help"),
    path("ready/", views.ready, name="ready"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("healthz", views.healthz, name="healthz"),
]
