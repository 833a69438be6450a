"""How the people and sets of a board are called where reasons are told."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from setspace.core.forming.model import FormedSet
from setspace.hosts.models import Application, Level, ProgrammeSet
from setspace.lib import words

LEVELS = {
    Level.FRONT_LINE: "works on the front line",
    Level.OFFICER: "is an officer or specialist",
    Level.MANAGER: "is a manager",
    Level.SENIOR: "is a head of service or senior manager",
    Level.DIRECTOR: "is a director or chief executive",
}


class BoardNames:
    """Everybody by their first name; by the whole of it where two share one."""

    def __init__(self, people: Mapping[str, Application], sets: Sequence[ProgrammeSet]) -> None:
        self.people_of_board = people
        self.sets = {str(one.pk): one for one in sets}

    def person(self, who: str) -> str:
        person = self.people_of_board[who].person
        first = person.first_name
        return first if self._times[first] == 1 else person.name or person.email

    def organisation(self, who: str) -> str:
        return self.people_of_board[who].organisation

    def there(self, one: FormedSet) -> str:
        return f"the {self.sets[one.slot].label}"

    def trait(self, who: str, trait: str) -> str:
        one = self.people_of_board[who]
        found = {
            "level": LEVELS[Level(one.level)] if one.level else "",
            "region": f"comes from {one.region}" if one.region else "",
            "sector": f"works in {one.sector}" if one.sector else "",
        }
        return found[trait]

    def kind(self, trait: str) -> str:
        return trait

    def people(self, number: int, more: str) -> str:
        return words.counted(number, f"{more} person", f"{more} people")

    def instead(self, trait: str, before: int, after: int) -> str:
        return f"{words.counted(after, trait, f'{trait}s')} instead of {words.number(before)}"

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(one.person.first_name for one in self.people_of_board.values())
