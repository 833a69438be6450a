"""The words of a letter: the host's own where it has any, with every name filled in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from setspace.hosts.mails.defaults import DEFAULTS
from setspace.hosts.models import Host, HostText

NAME = re.compile(r"\{([^{}]*)\}")
BRACE = re.compile(r"[{}]")
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Words:
    """A subject and paragraphs in which no name in braces is left."""

    subject: str
    paragraphs: list[str]


def worded(host: Host, purpose: str, values: Mapping[str, str]) -> Words:
    """What a letter of this host says. `host` and `contact` are known; ``values`` brings the other names.

    Raises KeyError where a name that the letter knows has no value, so that no letter goes out with a gap.
    """
    known = {"host": host.name, "contact": host.contact, **values}
    wanted = DEFAULTS[purpose].all_names
    subject, body = text_of(host, purpose)
    return filled(subject, body, {name: known[name] for name in wanted})


def text_of(host: Host, purpose: str) -> tuple[str, str]:
    """The subject and the text with names in braces: the host's own, or as it was."""
    own = HostText.objects.filter(host=host, purpose=purpose).first()
    default = DEFAULTS[purpose]
    return (own.subject, own.body) if own else (default.subject, default.body)


def filled(subject: str, body: str, values: Mapping[str, str]) -> Words:
    """Each name replaced by its value. What stands in a value is never read again as a name."""
    line = {name: SPACE.sub(" ", value).strip() for name, value in values.items()}
    paragraphs = [_said(one, line) for one in re.split(r"\n\s*\n", body.replace("\r\n", "\n"))]
    return Words(_said(subject, line), [one for one in paragraphs if one])


def wrong_names(text: str, purpose: str) -> list[str]:
    """The names in braces that this letter does not know, as they were typed."""
    known = DEFAULTS[purpose].all_names
    return list(dict.fromkeys(one for one in NAME.findall(text) if one.strip() not in known))


def has_loose_brace(text: str) -> bool:
    """Whether a brace is left that opens or closes no name."""
    return BRACE.search(NAME.sub("", text)) is not None


def _said(text: str, values: Mapping[str, str]) -> str:
    said = NAME.sub(lambda found: values.get(found[1].strip(), found[0]), text)
    return SPACE.sub(" ", said).strip()
