"""The names by which allauth finds our pages. They come after our own, which therefore answer."""

from django.urls import path

from setspace.people import views

urlpatterns = [
    path("sign-in/", views.sign_in, name="account_login"),
    path("sign-in/", views.sign_in, name="account_request_login_code"),
    path("sign-in/code/", views.code, name="account_confirm_login_code"),
    path("sign-up/", views.sign_up, name="account_signup"),
    path("signed-out/", views.signed_out, name="account_inactive"),
]
