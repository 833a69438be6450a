"""The facilitator's opening words: nothing typed is left behind when the summary is sent."""

import pytest

from setspace.records import changes, summaries
from tests.cast import client_of
from tests.records.world import HELD, World, new_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept() -> World:
    world = new_world()
    changes.keep_session(world.held, world.outcome(), HELD)
    return world


def test_words_that_were_not_saved_are_kept_and_shown_before_anything_is_sent(kept: World) -> None:
    ade, address = client_of(kept.ade), f"/sessions/{kept.held.pk}/summary/sending/"
    typed = {"seen": summaries.preview(kept.summary(), kept.ade).digest, "greeting": "What a morning."}

    response = ade.post(address, typed, follow=True)

    assert kept.summary().sent_at is None
    assert "Read the summary once more, then send it." in response.content.decode()
    assert "What a morning." in response.content.decode()

    typed["seen"] = summaries.preview(kept.summary(), kept.ade).digest
    ade.post(address, typed)

    assert kept.summary().sent_at is not None
