"""The bank of beginnings, as one person has it before them."""

from collections.abc import Iterable
from dataclasses import dataclass

from setspace.core.questions.bank import BANK, STEMS, opening
from setspace.people.models import Person
from setspace.records.changes import keep_favourites
from setspace.records.queries.acting import favourites_of


@dataclass(frozen=True, slots=True)
class Stem:
    text: str
    is_liked: bool

    @property
    def opening(self) -> str:
        return opening(self.text)


@dataclass(frozen=True, slots=True)
class Shown:
    """A shelf. The person's own favourites are one without a job."""

    key: str
    kind: str
    job: str
    stems: tuple[Stem, ...]


def shelves_for(person: Person) -> tuple[Shown, ...]:
    """Favourites first, where there are any, then every kind."""
    liked = tuple(stem for stem in favourites_of(person) if stem in STEMS)
    own = Shown("favourites", "Your favourites", "", _stems(liked, liked))
    shelves = tuple(Shown(one.key, one.kind, one.job, _stems(one.stems, liked)) for one in BANK)
    return (own, *shelves) if liked else shelves


def like(person: Person, stem: str, *, is_liked: bool) -> None:
    """Mark a beginning as one's own, or no longer. What stands on no shelf changes nothing."""
    if stem in STEMS:
        others = tuple(one for one in favourites_of(person) if one != stem)
        keep_favourites(person, (*others, stem) if is_liked else others)


def _stems(stems: Iterable[str], liked: tuple[str, ...]) -> tuple[Stem, ...]:
    return tuple(Stem(text, text in liked) for text in stems)
