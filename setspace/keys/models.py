"""Wrapped keys, and nothing else. They live in a database of their own, so that a backup of the content
cannot bring a destroyed key back. Only `lib.vault` reads or writes them."""

from django.db import models


class WrappedKey(models.Model):
    """A key that seals one owner's words, itself wrapped by the master key, which is in no database."""

    kind = models.CharField(max_length=10)
    owner = models.UUIDField()
    version = models.PositiveSmallIntegerField()
    kek_id = models.CharField(max_length=40)
    wrapped = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "owner", "version"], name="one_key_per_owner_and_version"
            ),
        ]

    def __str__(self) -> str:
        return f"key {self.version} of {self.kind} {self.owner}"
