"""All routes that the site answers, found by walking its URL resolver."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver

from tests.access.policies import NOT_THIS_WAY, NOTHING, OPEN, SIGN_IN


@dataclass(frozen=True)
class Route:
    name: str
    arguments: tuple[str, ...]


def routes(addresses: str | None = None) -> list[Route]:
    """Those of the site, or of another module of addresses."""
    return sorted(set(_walk(get_resolver(addresses).url_patterns, "")), key=lambda route: route.name)


def outcome(response: HttpResponse) -> str:
    """What became of a request, in the words of the policies; an error is none of them."""
    if response.status_code in (301, 302) and response.headers["Location"].startswith("/sign-in/"):
        return SIGN_IN
    known = {
        200: OPEN,
        302: OPEN,
        303: OPEN,
        400: OPEN,
        204: OPEN,
        409: OPEN,
        404: NOTHING,
        405: NOT_THIS_WAY,
    }
    return known.get(response.status_code, f"status {response.status_code}")


def _walk(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[Route]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner)
        else:
            yield Route(f"{space}{pattern.name}", tuple(pattern.pattern.converters))
