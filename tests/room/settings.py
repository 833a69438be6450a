"""The product's settings for the processes that these tests start. Static files need no collecting first."""

from setspace.web.settings import *  # noqa: F403  star is how settings extend

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
