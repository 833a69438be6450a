from django.urls import path

from setspace.web.demo import views

app_name = "demo"
urlpatterns = [
    path("demo/", views.everybody, name="everybody"),
    path("demo/enter/<str:token>/", views.enter, name="enter"),
    path("mailbox/", views.all_mail, name="mailbox"),
    path("mailbox/<slug:name>/", views.letter, name="letter"),
    path("mailbox/<slug:name>/html/", views.letter_html, name="letter_html"),
]
