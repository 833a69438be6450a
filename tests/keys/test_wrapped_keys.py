"""Wrapped keys lie in a database of their own, and nothing else lies there."""

from uuid import UUID

import pytest
from django.apps import apps
from django.db import connections, router

from setspace.keys.models import WrappedKey
from setspace.lib import vault
from setspace.people.models import Person


def test_keys_go_to_their_own_database_and_everything_else_stays_out() -> None:
    for model in apps.get_models():
        home = "keys" if model is WrappedKey else "default"
        other = "default" if model is WrappedKey else "keys"
        assert router.db_for_read(model) == router.db_for_write(model) == home
        assert router.allow_migrate_model(home, model)
        assert not router.allow_migrate_model(other, model)
    assert not router.allow_migrate("keys", "django_cache")


def test_no_row_may_point_from_one_database_into_the_other() -> None:
    assert not router.allow_relation(Person(), WrappedKey())
    assert router.allow_relation(Person(), Person())


@pytest.mark.django_db
def test_the_tables_are_where_they_should_be() -> None:
    assert WrappedKey._meta.db_table in connections["keys"].introspection.table_names()
    assert WrappedKey._meta.db_table not in connections["default"].introspection.table_names()
    assert Person._meta.db_table not in connections["keys"].introspection.table_names()


@pytest.mark.django_db
def test_a_kept_key_is_wrapped_and_says_nothing() -> None:
    owner = vault.Owner.of_set(UUID(int=7))
    vault.make_key(owner)
    (row,) = WrappedKey.objects.all()
    assert len(bytes(row.wrapped)) == 60
    assert str(row) == f"key 1 of set {owner.id}"
