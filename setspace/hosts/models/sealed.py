"""A row with words of its own, under the key of its host."""

from uuid import uuid4

from django.db import models

from setspace.hosts.models.hosts import Host
from setspace.lib import vault


class HostRow(models.Model):
    """Whoever extends it says whose host it is. Its words may be none."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    words_sealed = models.BinaryField(null=True, editable=False)

    class Meta:
        abstract = True

    @property
    def host(self) -> Host:
        raise NotImplementedError

    def seal_words(self, text: str) -> None:
        words = text.strip()
        self.words_sealed = vault.seal(self.host.owner, self._words_place, words) if words else None

    def open_words(self, reader: vault.Reader) -> str:
        if not self.words_sealed:
            return ""
        return vault.open_sealed(self.host.owner, self._words_place, bytes(self.words_sealed), reader)

    @property
    def _words_place(self) -> vault.Place:
        return vault.Place(self._meta.db_table, "words_sealed", str(self.id))
