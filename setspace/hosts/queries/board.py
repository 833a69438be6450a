"""The board: a column for each set, a card for each person, and what each move would mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from setspace.core.forming.moving import Broken, Rule, broken_by, broken_in
from setspace.hosts.models import Application, BoardChange, Level, Placement, Programme, ProgrammeSet
from setspace.hosts.queries.instance import Forming, forming_of
from setspace.hosts.queries.moves import number_of, read_moves
from setspace.lib import words

FEWEST = 3  # with two, nobody is left to ask when one is missing
SHOWN = 40  # people without a set, at once
WORDS_OF_KIND = {"pinned": "pinned", "unpinned": "unpinned"}


@dataclass(frozen=True, slots=True)
class Card:
    who: str
    application: Application
    place: Placement | None
    sets: str
    clashes: Sequence[str]

    @property
    def level(self) -> str:
        return str(Level(self.application.level).label) if self.application.level else ""

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

    @property
    def n_people(self) -> int:
        return len(self.forming.people)

    @property
    def n_placed(self) -> int:
        return len(self.forming.places)

    @cached_property
    def unplaced(self) -> list[Card]:
        return cards_of(self, self.free)

    @cached_property
    def clashes(self) -> list[str]:
        return [clash for column in self.columns for clash in column.clashes]


def board_of(programme: Programme) -> Board:
    forming = forming_of(programme)
    changes = programme.board_changes.filter(undone_at=None).exclude(kind="undone")
    columns = [_column(forming, planned) for planned in forming.sets]
    free = [one for who, one in forming.people.items() if who not in forming.places]
    free.sort(key=_accepted_first)
    return Board(forming, number_of(programme), columns, [str(one.pk) for one in free], changes.last())


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


def said(programme: Programme, since: int) -> list[str]:
    """What others changed after a number, in sentences, the latest five."""
    found = programme.board_changes.filter(number__gt=since).select_related("by")
    changes = list(found.order_by("-number")[:5])
    ids = {move.application for change in changes for move in read_moves(change)}
    names = {
        one.pk: one.person.name
        for one in Application.objects.filter(programme=programme, pk__in=ids).select_related("person")
    }
    labels = {one.pk: one.label for one in programme.sets.all()}
    return [_said(change, names, labels) for change in changes]


def done(programme: Programme) -> str:
    """The last change, in a sentence."""
    return said(programme, number_of(programme) - 1)[0]


def in_words(forming: Forming, planned: ProgrammeSet, who: str, broken: Broken) -> str:
    """A sentence about a rule that is not kept, or would not be."""
    person = forming.people[who]
    name, others = person.person.first_name, [forming.people[one].person.first_name for one in broken.others]
    sentences = {
        Rule.DATES: f"{name} cannot do every date of the {planned.label}",
        Rule.NEEDS: f"{name} needs something that the {planned.label} does not offer",
        Rule.LANGUAGE: f"{name} does not work in the language of the {planned.label}",
        Rule.FACILITATOR: f"{name} and the facilitator are from the same organisation",
        Rule.ORGANISATION: f"{words.listed([name, *others])} are from {person.organisation}",
        Rule.APART: f"{name} is to be kept apart from {words.listed(others)}",
        Rule.FULL: f"The {planned.label} has {forming.programme.most_people} people, which is all it takes",
    }
    return sentences[broken.rule]


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
    said = "Has not said which sets" if who in forming.unsaid else " or ".join(able) if able else "No set"
    return Card(who, forming.people[who], forming.places.get(who), said, list(dict.fromkeys(clashes)))


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


def _said(change: BoardChange, names: Mapping[UUID, str], labels: Mapping[UUID, str]) -> str:
    by = change.by.first_name if change.by else "Somebody"
    moves = read_moves(change)
    if change.kind == "undone":
        return f"{by} took the last change back"
    if len(moves) != 1:
        return f"{by} took up a suggestion for {words.counted(len(moves), 'person', 'people')}"
    who, to = names.get(moves[0].application, "somebody"), moves[0].to
    if change.kind in WORDS_OF_KIND:
        return f"{by} {WORDS_OF_KIND[change.kind]} {who}"
    return f"{by} moved {who} to the {labels.get(to, 'set')}" if to else f"{by} took {who} off the board"


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
