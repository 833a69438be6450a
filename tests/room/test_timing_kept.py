"""When a room closes, each person who led it has its timing, and nobody else."""

import pytest
from django.http import Http404

from setspace.core.process import commands as c
from setspace.core.process.review import timing_review
from setspace.lib.vault import Purpose, Reader
from setspace.records.access import timing_of
from setspace.records.models import TimingReview
from tests.room.world import Tuesday


def rows_of(tuesday: Tuesday) -> object:
    reader = Reader(actor=str(tuesday.ade.pk), purpose=Purpose.MEMBER_VIEW)
    return timing_of(tuesday.ade, tuesday.room).open_rows(reader)


def test_who_led_has_the_timing_as_the_log_has_it(tuesday: Tuesday) -> None:
    tuesday.started()
    tuesday.next_stage()
    tuesday.ask(tuesday.tom, c.CallBreak(1))
    tuesday.ask(tuesday.ade, c.End())
    assert not TimingReview.objects.exists()
    tuesday.ask(tuesday.ade, c.Close())

    assert [review.person for review in TimingReview.objects.all()] == [tuesday.ade]
    assert rows_of(tuesday) == timing_review(tuesday.known.state, 0)
    for person in (tuesday.mei, tuesday.ruth, tuesday.charlie):
        with pytest.raises(Http404):
            timing_of(person, tuesday.room)


def test_a_room_that_closes_by_itself_keeps_it_too(tuesday: Tuesday) -> None:
    tuesday.started()
    tuesday.ask(c.THE_ROOM, c.Close())

    assert rows_of(tuesday) == timing_review(tuesday.known.state, 0)


def test_somebody_who_took_over_has_it_beside_the_one_who_began(tuesday: Tuesday) -> None:
    tuesday.started()
    tuesday.ask(tuesday.mei, c.Arrive())
    tuesday.ask(tuesday.ade, c.HandOver(str(tuesday.mei.pk)))
    tuesday.ask(tuesday.mei, c.NextStage(1))
    tuesday.ask(tuesday.mei, c.End())
    tuesday.ask(tuesday.ade, c.Close())

    assert {review.person for review in TimingReview.objects.all()} == {tuesday.ade, tuesday.mei}


def test_a_room_that_never_began_keeps_nothing(tuesday: Tuesday) -> None:
    tuesday.opened()
    tuesday.ask(c.THE_ROOM, c.Close())

    assert not TimingReview.objects.exists()
