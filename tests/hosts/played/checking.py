"""What must hold of all letters together: for whom they are, what they must not say, and their calendars."""

from collections import defaultdict
from itertools import pairwise

from icalendar import Event

from setspace.programmes.models import LearningSet, Meeting
from tests.hosts.played.applying import INTO, TUESDAY
from tests.hosts.played.letters import Arrived
from tests.hosts.played.offering import HOST
from tests.hosts.played.stage import Stage
from tests.programmes.calendars import utc

LEADERS = {"ade@example.org": f"ade {TUESDAY}".split(), "bea@example.org": f"bea {INTO}".split()}
HOLDS_WORDS = {"summary"}  # the one letter that carries what was worked out in a set


def check_letters(stage: Stage) -> None:
    """One reader each, whose own address and that of who leads their set are all that stands in it."""
    said_in_summaries = 0
    for one in stage.arrived:
        assert [one.message["Cc"], one.message["Bcc"]] == [None, None]
        theirs = {leader for leader, names in LEADERS.items() if one.who in names}
        assert one.addresses <= {one.to, HOST["contact_email"], *theirs}, (one.purpose, one.addresses)
        for words, owner in stage.secrets.items():
            assert words not in one.everything, (one.purpose, owner)
        n_said = sum(words in one.everything for words in stage.said)
        assert not n_said or (one.purpose in HOLDS_WORDS and one.who in LEADERS["ade@example.org"])
        assert not any(words in one.subject for words in stage.said)
        said_in_summaries += n_said
    assert said_in_summaries


def check_calendars(stage: Stage) -> None:
    """Each reader's entries: one for each meeting, whose number only rises, and at last on the right day."""
    by_entry: defaultdict[tuple[str, str], list[Arrived]] = defaultdict(list)
    for one in stage.arrived:
        if one.entry is not None:
            assert one.method == "REQUEST"
            by_entry[one.who, str(one.entry["UID"])].append(one)
    for letters in by_entry.values():
        numbers = [_sequence(one) for one in letters]
        assert all(one < other for one, other in pairwise(numbers)), (letters[0].purpose, numbers)
    n_moved = [len(letters) for letters in by_entry.values()].count(2)
    assert n_moved == 4 * 5 + 5  # four meetings of one set, and one of the other
    for learning_set in LearningSet.objects.all():
        _check_days(learning_set, by_entry)


def _check_days(learning_set: LearningSet, by_entry: dict[tuple[str, str], list[Arrived]]) -> None:
    """Everybody's calendar and the set agree."""
    planned = sorted(one.starts_at for one in Meeting.objects.filter(learning_set=learning_set))
    for membership in learning_set.memberships.select_related("person"):
        name = membership.person.email.partition("@")[0]
        newest = [letters[-1].entry for (who, _uid), letters in by_entry.items() if who == name]
        assert sorted(utc(one.start) for one in newest if isinstance(one, Event)) == planned


def _sequence(letter: Arrived) -> int:
    assert letter.entry is not None
    return int(str(letter.entry["SEQUENCE"]))
