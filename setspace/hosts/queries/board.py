"""The board: a column for each set, a card for each person, and what each move would mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from setspace.core.forming.moving import Broken, Rule, broken_by, broken_in
from setspace.core.forming.telling import broken_in_words
from setspace.hosts.models import Application, BoardChange, Placement, Programme, ProgrammeSet
from setspace.hosts.queries.instance import Forming, forming_of
from setspace.hosts.queries.moves import number_of
from setspace.lib import words

FEWEST = 3  # with two, nobody is left to ask when one is missing
SHOWN = 40  # people without a set, at once
ONE_BY_ONE = 3  # sets that a card names
LEVELS = {1: "Front line", 2: "Officer", 3: "Manager", 4: "Senior", 5: "Director"}


@dataclass(frozen=True, slots=True)
class Card:
    who: str
    application: Application
    place: Placement | None
    sets: str
    clashes: Sequence[str]
    only: str = ""  # the one set they can do
    apart: Sequence[str] = ()  # those in other sets whom they are kept apart from

    @property
    def level(self) -> str:
        return LEVELS[self.application.level] if self.application.level else ""

    @property
    def needs(self) -> str:
        """The one place that would do, for somebody who has none."""
        return f"Needs a {self.only} place" if self.only and not self.place else ""

    @property
    def is_pinned(self) -> bool:
        return self.place is not None and self.place.pinned_at is not None

    @property
    def state(self) -> str:
        """What they have said to the proposed set, once it was shown to them."""
        if self.place is None or self.place.shown_at is None:
            return ""
        return "Said yes" if self.place.agreed_at else "Not answered yet"


@dataclass(frozen=True, slots=True)
class Column:
    planned: ProgrammeSet
    cards: Sequence[Card]
    most: int
    notes: Sequence[str]
    risk: str

    @property
    def has_begun(self) -> bool:
        return self.planned.learning_set_id is not None

    @property
    def clashes(self) -> list[str]:
        return list(dict.fromkeys(clash for card in self.cards for clash in card.clashes))


@dataclass(frozen=True, slots=True)
class Choice:
    """One set that somebody could be moved to, with what stands in the way and what it would change."""

    planned: ProgrammeSet
    broken: Sequence[str]
    changes: Sequence[str]


@dataclass(frozen=True, slots=True)
class Moving:
    card: Card
    here: ProgrammeSet | None
    choices: Sequence[Choice]
    begun: Sequence[str]


@dataclass(frozen=True)
class Board:
    forming: Forming
    number: int
    columns: Sequence[Column]
    free: Sequence[str]  # who has no place, those who are accepted first
    last: BoardChange | None
    told: str = ""  # how good it is, while it is as it was suggested

    @property
    def n_people(self) -> int:
        return len(self.forming.people)

    @property
    def n_placed(self) -> int:
        return len(self.forming.places)

    @cached_property
    def unplaced(self) -> list[Card]:
        return cards_of(self, self.free)

    @property
    def n_to_look_at(self) -> int:
        return sum(bool(one.risk) for one in self.columns)

    @cached_property
    def clashes(self) -> list[str]:
        return [clash for column in self.columns for clash in column.clashes]


def board_of(programme: Programme) -> Board:
    forming = forming_of(programme)
    changes = programme.board_changes.filter(undone_at=None).exclude(kind="undone")
    columns = [_column(forming, planned) for planned in forming.sets]
    free = [one for who, one in forming.people.items() if who not in forming.places]
    free.sort(key=_accepted_first)
    number = number_of(programme)
    taken = programme.suggestions.filter(taken_number=number, taken_number__gt=0).last()
    told = taken.told if taken else ""
    return Board(forming, number, columns, [str(one.pk) for one in free], changes.last(), told)


def cards_of(board: Board, people: Sequence[str]) -> list[Card]:
    return [_card(board.forming, who, ()) for who in people]


def moving(board: Board, who: str) -> Moving | None:
    """Where one person could go; None for whoever is not on the board."""
    forming = board.forming
    if who not in forming.people:
        return None
    place = forming.places.get(who)
    here = next((one for one in forming.sets if place and one.pk == place.programme_set_id), None)
    others = [one for one in forming.sets if one != here]
    return Moving(
        card=_card(forming, who, ()),
        here=here,
        choices=[_choice(forming, who, here, one) for one in others if not one.learning_set_id],
        begun=[one.label for one in others if one.learning_set_id],
    )


def column_of(board: Board, planned: ProgrammeSet) -> Column:
    return next(one for one in board.columns if one.planned == planned)


def in_words(forming: Forming, planned: ProgrammeSet, who: str, broken: Broken) -> str:
    """A sentence about a rule that is not kept, or would not be."""
    return broken_in_words(broken, forming.formed(planned), who, forming.instance, forming.names)


def risk_of(number: int, programme: Programme) -> str:
    """What to think of when a set is small; empty where it is large enough."""
    if not number:
        return ""
    people = _people(number).capitalize()
    if number < FEWEST:
        return f"{people}: too few to go on if one is missing. Find somebody, or join two sets"
    if number == FEWEST:
        return f"{people}: if one more leaves, the set is too small to go on"
    least = programme.least_people
    return f"{people}, where you wanted {least} at least" if number < least else ""


def _people(number: int) -> str:
    return words.counted(number, "person", "people") if number else "nobody"


def _column(forming: Forming, planned: ProgrammeSet) -> Column:
    formed = forming.formed(planned)
    broken = broken_in(forming.instance, formed)
    cards = [
        _card(forming, who, [in_words(forming, planned, who, one) for one in broken.get(who, ())])
        for who in formed.members
    ]
    risk = risk_of(len(cards), forming.programme)
    return Column(planned, cards, forming.programme.most_people, _notes(cards, broken), risk)


def _notes(cards: Sequence[Card], broken: Mapping[str, Sequence[Broken]]) -> list[str]:
    if not cards:
        return []
    counts = [
        ({one.application.organisation for one in cards} - {""}, "organisation", "organisations"),
        ({one.level for one in cards} - {""}, "level", "levels"),
        ({one.application.region for one in cards} - {""}, "region", "regions"),
    ]
    mixed = ", ".join(words.counted(len(found), one, many) for found, one, many in counts if found)
    notes = [mixed[:1].upper() + mixed[1:]] if mixed else []
    rules = {one.rule for each in broken.values() for one in each}
    return notes if Rule.DATES in rules else [*notes, "Everyone can do every date"]


def _card(forming: Forming, who: str, clashes: Sequence[str]) -> Card:
    slots = forming.instance.applicants[who].slots
    able = [one.label.removesuffix(" set") for one in forming.sets if str(one.pk) in slots]
    only = able[0] if len(able) == 1 else ""
    said = _sets(able, len(forming.sets)) if who not in forming.unsaid else "Has not said which sets"
    place = forming.places.get(who)
    apart = [forming.names.person(one) for one in forming.apart_from(who)] if place else []
    return Card(who, forming.people[who], place, said, list(dict.fromkeys(clashes)), only, apart)


def _sets(able: Sequence[str], of_all: int) -> str:
    if len(able) == 1:
        return f"{able[0]} only"
    if len(able) > ONE_BY_ONE:
        return "Any set" if len(able) == of_all else f"{len(able)} of {of_all} sets"
    return " or ".join(able) if able else "No set"


def _choice(forming: Forming, who: str, here: ProgrammeSet | None, there: ProgrammeSet) -> Choice:
    formed, name = forming.formed(there), forming.people[who].person.first_name
    broken = broken_by(forming.instance, formed, who)
    changes = []
    if who not in forming.unsaid and forming.instance.applicants[who].slots.get(str(there.pk)) == 1:
        changes.append(f"{name} can do the {there.label} if need be")
    if here:
        left = len(forming.formed(here).members) - 1
        if left < forming.programme.least_people:
            changes.append(f"The {here.label} would have {_people(left)}")
    place = forming.places.get(who)
    if place and place.shown_at:
        changes.append(f"{name} has been shown the set they are in now, and would be asked again")
    return Choice(there, [in_words(forming, there, who, one) for one in broken], changes)


def searched(board: Board, text: str) -> list[str]:
    """Those without a place whose name or organisation has every word."""
    wanted = text.casefold().split()
    return [
        who for who in board.free if all(word in _searchable(board.forming.people[who]) for word in wanted)
    ]


def _searchable(application: Application) -> str:
    return f"{application.person.name} {application.organisation}".casefold()


def _accepted_first(application: Application) -> tuple[bool, str]:
    return application.accepted_at is None, application.person.name.casefold()
