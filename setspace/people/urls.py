from django.urls import path

from setspace.people import views

app_name = "people"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/code/", views.code, name="code"),
    path("sign-up/", views.sign_up, name="sign_up"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("signed-out/", views.signed_out, name="signed_out"),
    path("account/", views.account, name="account"),
    path("account/coach/", views.coach, name="coach"),
    path("account/reminders/", views.reminders, name="reminders"),
    path("account/calendar/", views.calendar, name="calendar"),
    path("account/sign-out-everywhere/", views.sign_out_everywhere, name="sign_out_everywhere"),
]
