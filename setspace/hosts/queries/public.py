"""What the public page of a programme says."""

from dataclasses import dataclass
from datetime import date, datetime

from setspace.core.schedule.days import WEEKDAYS
from setspace.hosts.models import Programme, ProgrammeDate, ProgrammeSet
from setspace.hosts.queries.public_dates import DatesTable, dates_table
from setspace.hosts.queries.public_ring import Seat, ring_of
from setspace.hosts.queries.public_round import RoundShown, round_of
from setspace.lib import dates, words

LEDE = (
    "A small group helps you think through what you are really facing at work, by asking good questions and "
    "not giving advice. You leave each session with actions that are your own."
)
STAYS = "What is said in the set stays in the set."
SOON, OPEN, CLOSED = "soon", "open", "closed"


@dataclass(frozen=True, slots=True)
class PublicPage:
    """One programme, for somebody who has never heard of it."""

    programme: Programme
    standing: str  # SOON, OPEN or CLOSED
    last_day: date  # on which one can apply
    headline: str
    lede: str
    more: list[str]  # what else the host says of what it is
    facts: list[tuple[str, str]]
    round: RoundShown | None
    table: DatesTable
    seats: list[Seat]
    sets: list[ProgrammeSet]  # each with its dates

    @property
    def says_it_stays(self) -> bool:
        """Whether the host's own words have the sentence that stands on every page otherwise."""
        return STAYS in self.programme.confidentiality


def public_page(programme: Programme, now: datetime) -> PublicPage:
    sets = list(programme.sets.prefetch_related("dates__meeting"))
    planned = [one for each in sets for one in each.dates.all()]
    said = _paragraphs(programme.what_it_is)
    return PublicPage(
        programme,
        standing_of(programme, now),
        programme.closes_on or programme.first_on,
        programme.headline
        or f"{words.number(programme.most_people).capitalize()} people. One question at a time.",
        said[0] if said else LEDE,
        said[1:],
        _facts(programme, sets, planned),
        round_of(programme, planned),
        dates_table(programme, sets),
        ring_of(programme.most_people),
        sets,
    )


def standing_of(programme: Programme, now: datetime) -> str:
    """Whether one can apply: not yet, now, or not any more. What is not published counts as if it was."""
    today = now.astimezone(programme.tz).date()
    if programme.is_closed(today):
        return CLOSED
    return SOON if programme.opens_on and programme.opens_on > today else OPEN


def _facts(
    programme: Programme, sets: list[ProgrammeSet], planned: list[ProgrammeDate]
) -> list[tuple[str, str]]:
    found = [
        (words.counted(len(sets), "set", "sets").capitalize(), _people(programme)),
        ("When", _when(sets, planned)),
        ("Where", programme.place),
        ("Cost", programme.price),
    ]
    return [(name, said) for name, said in found if said]


def _people(programme: Programme) -> str:
    least, most = programme.least_people, programme.most_people
    said = f"{most} people each" if least == most else f"{least} to {most} people each"
    return (
        f"{said}, from {most} organisations"
        if least == most and programme.most_of_an_organisation == 1
        else said
    )


def _when(sets: list[ProgrammeSet], planned: list[ProgrammeDate]) -> str:
    """Tuesdays or Thursdays, February to July 2027. A follow-up long after does not count."""
    series = [one for one in planned if one.kind != "follow-up"] or planned
    days = sorted(one.on for one in series)
    if not days:
        return ""
    weekdays = [f"{WEEKDAYS[one]}s" for one in dict.fromkeys(each.weekday for each in sets)]
    return f"{_either(weekdays)}, {_months(days[0], days[-1])}"


def _months(first: date, last: date) -> str:
    begins, ends = dates.MONTHS[first.month - 1], f"{dates.MONTHS[last.month - 1]} {last.year}"
    if first.year != last.year:
        return f"{begins} {first.year} to {ends}"
    return ends if first.month == last.month else f"{begins} to {ends}"


def _either(names: list[str]) -> str:
    """Mondays, Tuesdays or Thursdays."""
    return " or ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _paragraphs(text: str) -> list[str]:
    return [one.strip() for one in text.replace("\r\n", "\n").split("\n\n") if one.strip()]
