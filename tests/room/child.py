"""Loaded once, before children are forked from it: Django and the product, with no connection opened."""

import django

django.setup()

from tests.room import processes  # noqa: E402, F401  what the children run
