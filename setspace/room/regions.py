"""The regions of a view as HTML: one Jinja2 template each, autoescaped.

A template is given the value of its region as ``it`` and nothing else about the person whom it is for, so
that equal values give equal HTML and are rendered once. ``extra`` holds ``commands_url``; in a whole page
also ``csrf_token``, and ``refused`` when a form that was posted without script was refused.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.templatetags.static import static
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from setspace.core.process.sight import View
from setspace.lib import dates, words

TEMPLATES = Path(__file__).parent / "regions"


def render(name: str, value: Mapping[str, Any], extra: Mapping[str, Any]) -> Markup:
    """One region. An empty value is empty HTML."""
    if not value:
        return Markup()
    given = {"csrf_token": "", "refused": None, **extra}
    return Markup(environment().get_template(f"{name}.html").render(it=value, **given))  # noqa: S704  autoescaped


def render_all(view: View, extra: Mapping[str, Any]) -> dict[str, Markup]:
    return {name: render(name, value, extra) for name, value in view.items()}


def compile_all() -> None:
    """Compile the templates before anybody waits for them: together they take a second."""
    for name in environment().list_templates():
        environment().get_template(name)


@cache
def environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # asking the disk about each template again took a fifth of the room's time
    )
    made.filters.update(clock=clock, hour=hour, lower_first=lower_first)
    made.filters.update(counted=words.counted, listed=words.listed)
    made.globals.update(again=again, static=cache(static))
    return made


def clock(moment: int, zone: str) -> str:
    """9:30am, 1pm: as people say it."""
    return dates.clock_time(_local(moment, zone))


def hour(moment: int, zone: str) -> str:
    """9:30, 13:00: in columns, for the facilitator."""
    at = _local(moment, zone)
    return f"{at.hour}:{at.minute:02}"


def lower_first(text: str) -> str:
    """A sentence that goes on after a colon."""
    return text[:1].lower() + text[1:]


def again(refused: Mapping[str, Any] | None, kind: str, **fields: str) -> Mapping[str, Any]:
    """What was typed into a form that was refused, with the ``words`` of the refusal; else nothing.

    ``fields`` tell apart forms of one kind. ``refused`` is {"words": ..., "fields": what was posted}. A field
    that is itself named ``words`` stands under ``typed``.
    """
    if refused is None:
        return {}
    posted: Mapping[str, str] = refused["fields"]
    if posted.get("kind") != kind or any(posted.get(name, "") != value for name, value in fields.items()):
        return {}
    return {**posted, "typed": posted.get("words", ""), "words": refused["words"]}


def _local(moment: int, zone: str) -> datetime:
    return datetime.fromtimestamp(moment / 1000, UTC).astimezone(ZoneInfo(zone))
