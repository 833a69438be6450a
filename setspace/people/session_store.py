"""Sessions whose keys stand in browsers alone. The database knows each by a digest, which signs nobody in."""

from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession

from setspace.lib import clock

STORED_BYTES = 30  # of SHA-256's 32: 40 letters, as wide as the column


def stored(session_key: str) -> str:
    """The name under which the database keeps the session with this key."""
    return urlsafe_b64encode(sha256(session_key.encode()).digest()[:STORED_BYTES]).decode()


class SessionStore(db.SessionStore):
    """Django's own store of sessions, by `stored` names."""

    def load(self) -> dict[str, Any]:
        row = self._kept().first()
        return self._decoded(row)

    async def aload(self) -> dict[str, Any]:
        row = await self._kept().afirst()
        return self._decoded(row)

    def exists(self, session_key: str) -> bool:
        return super().exists(stored(session_key))

    async def aexists(self, session_key: str) -> bool:
        return await super().aexists(stored(session_key))

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        return self._renamed(super().create_model_instance(data))

    async def acreate_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        return self._renamed(await super().acreate_model_instance(data))

    def delete(self, session_key: str | None = None) -> None:
        if key := session_key or self.session_key:
            super().delete(stored(key))

    async def adelete(self, session_key: str | None = None) -> None:
        if key := session_key or self.session_key:
            await super().adelete(stored(key))

    def _kept(self) -> Any:
        key = stored(self.session_key or "")
        return self.model.objects.filter(session_key=key, expire_date__gt=clock.wall())

    def _decoded(self, row: AbstractBaseSession | None) -> dict[str, Any]:
        if row is None:
            self._session_key = None
            return {}
        return self.decode(row.session_data)

    @staticmethod
    def _renamed(row: AbstractBaseSession) -> AbstractBaseSession:
        row.session_key = stored(row.session_key)
        return row
