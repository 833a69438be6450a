"""Wrapped keys go to the database `keys`, everything else to `default`. There is no way across."""

from typing import Any

from django.db.models import Model


class KeysApart:
    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        return _home(model._meta.app_label)

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        return _home(model._meta.app_label)

    def allow_relation(self, obj1: Model, obj2: Model, **hints: Any) -> bool:
        return _home(obj1._meta.app_label) == _home(obj2._meta.app_label)

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == _home(app_label)


def _home(app_label: str) -> str:
    return "keys" if app_label == "keys" else "default"
