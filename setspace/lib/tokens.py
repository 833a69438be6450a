"""Secrets that travel in a link. Only a digest of them is kept."""

import hashlib
import secrets

TOKEN_BYTES = 32


def new_token() -> str:
    """256 bits from the system's own chance."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
