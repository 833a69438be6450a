"""A form that was posted without script, as the command that it means."""

from dataclasses import fields
from typing import Any, get_origin, get_type_hints

from django.http import QueryDict

from setspace.core.process.codec import Malformed, command_from_plain
from setspace.core.process.commands import COMMANDS, Command

YES = ("true", "on", "1", "yes")


def command_from_form(posted: QueryDict) -> Command:
    """Each field by the type that its command gives it. What was left out is empty, 0 or no, and is judged
    by the room in its own words. Raises Malformed where there is no such command."""
    kind = posted.get("kind", "")
    type_ = COMMANDS.get(kind)
    if type_ is None:
        raise Malformed("There is no such command.")
    hints = get_type_hints(type_)
    read = {field.name: _read(posted, field.name, hints[field.name]) for field in fields(type_)}
    return command_from_plain({"kind": kind, **read})


def typed_in(posted: QueryDict) -> dict[str, str]:
    """What was posted, to show it again beside a refusal."""
    return {name: value for name in posted if isinstance(value := posted.get(name), str)}


def _read(posted: QueryDict, name: str, type_: Any) -> str | int | bool | list[str]:
    if get_origin(type_) is tuple:
        return [str(value) for value in posted.getlist(name)]
    value = str(posted.get(name, ""))
    if type_ is bool:
        return value.lower() in YES
    return _number(value) if type_ is int else value


def _number(value: str) -> int:
    try:
        return int(value[:12])
    except ValueError:
        return 0
