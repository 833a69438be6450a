from django.apps import AppConfig


class RoomConfig(AppConfig):
    name = "setspace.room"
    label = "room"
    default_auto_field = "django.db.models.BigAutoField"
