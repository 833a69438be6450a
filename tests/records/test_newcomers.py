"""Whoever joins a set later opens nothing of the sessions before (T05)."""

from itertools import product

import pytest
from django.test import Client
from django.urls import reverse

from setspace.people.changes import person_for
from setspace.records import changes, summaries
from setspace.records.models import SummaryPart
from tests.access.walking import routes
from tests.cast import client_of
from tests.records.world import AFTER, HELD, ISSUES, QUESTIONS, World, join, new_world

pytestmark = [pytest.mark.django_db(databases=["default", "keys"]), pytest.mark.once]

PAST = {*ISSUES.values(), *QUESTIONS.values(), "Write the letter Mei would want to get."}


def test_a_newcomer_opens_no_page_with_anything_of_the_sessions_before() -> None:
    world = new_world()
    changes.keep_session(world.held, world.outcome(), HELD)
    for part in SummaryPart.objects.filter(meeting=world.held):
        changes.approve_part(part, HELD)
    seen = summaries.preview(world.summary(), world.ade).digest
    changes.send_summary(world.held, world.ade, HELD, seen=seen)
    nia = person_for("nia@example.org", "Nia Hill")
    join(world.learning_set, nia, at=AFTER)
    assert found(world, client_of(world.mei)) == PAST
    assert found(world, client_of(nia)) == set()


def found(world: World, client: Client) -> set[str]:
    """What of the past stands on any page that is about this set, or about nothing in particular."""
    values = {
        "set_id": [world.learning_set.pk],
        "meeting_id": [world.held.pk, world.coming.pk],
        "membership_id": [world.membership(world.tom).pk],
    }
    pages = []
    for route in routes():
        if set(route.arguments) <= values.keys():
            for chosen in product(*(values[name] for name in route.arguments)):
                address = reverse(route.name, kwargs=dict(zip(route.arguments, chosen, strict=True)))
                pages.append(client.get(address, follow=True).content.decode(errors="replace"))
    text = " ".join(pages)
    return {words for words in PAST if words in text}
