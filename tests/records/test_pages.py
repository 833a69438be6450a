"""Home, the set's page and the summary's, as each person finds them."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from setspace.people.models import Letter, LetterState, Person
from setspace.records import changes, queries, summaries
from setspace.records.models import Action, ActionUpdate, Status, Summary, SummaryPart
from tests.cast import client_of
from tests.records.world import (
    AFTER,
    HELD,
    ISSUES,
    QUESTIONS,
    World,
    join,
    leave,
    new_meeting,
    new_set,
    new_world,
)


@pytest.fixture
def world(db: None) -> Iterator[World]:
    """The pages are read on a morning thirteen days before the next session."""
    with time_machine.travel(datetime(2027, 5, 19, 8, tzinfo=UTC), tick=False):
        yield new_world()


@pytest.fixture
def kept(world: World) -> World:
    """Mei has read her part in the room; Tom has not."""
    changes.keep_session(world.held, world.outcome(tom=False), HELD)
    return world


def summary_url(world: World, name: str = "summary") -> str:
    return reverse(f"records:{name}", args=[world.held.pk])


def page(person: Person, url: str) -> str:
    response = client_of(person).get(url)
    assert response.status_code == 200, url
    return words_of(response)


def words_of(response: HttpResponseBase) -> str:
    assert isinstance(response, HttpResponse)
    return " ".join(response.content.decode().split())


class TestHome:
    def test_says_when_the_next_session_is_and_with_whom(self, kept: World) -> None:
        shown = page(kept.mei, "/")
        assert "Tuesday 1 June, 9:30am to 1pm" in shown
        assert "Good morning, Mei" in shown
        assert "Your next session, in 13 days" in shown
        assert "With Ines, Sam and Tom. Ade is facilitating." in shown
        assert "White space until 1:30pm" in shown

    def test_lists_my_actions_and_nobody_elses(self, kept: World) -> None:
        shown = page(kept.mei, "/")
        assert "Write the letter Mei would want to get." in shown
        assert "Write the letter Tom" not in shown

    def test_keeps_how_an_action_goes(self, kept: World) -> None:
        action = Action.objects.get(person=kept.mei)
        told = {"status": "done", "did": "I read it aloud.", "learned": ""}
        response = client_of(kept.mei).post(reverse("records:report", args=[action.pk]), told)
        assert response.status_code == 302
        action.refresh_from_db()
        assert action.status == Status.DONE
        assert "I read it aloud.</dd>" in page(kept.mei, "/")
        assert "I read it aloud." not in page(kept.charlie, "/")

    def test_keeps_what_was_typed_and_says_what_is_wrong(self, kept: World) -> None:
        action = Action.objects.get(person=kept.mei)
        told = {"did": "x" * 2001, "learned": "Slowly."}
        shown = words_of(client_of(kept.mei).post(reverse("records:report", args=[action.pk]), told))
        assert "Use 2,000 characters or fewer" in shown
        assert "Select how it is going" in shown
        assert "x" * 2001 in shown
        assert "<title> Error: Your action" in shown
        assert not ActionUpdate.objects.exists()

    def test_nobody_tells_how_another_persons_action_goes(self, kept: World) -> None:
        url = reverse("records:report", args=[Action.objects.get(person=kept.mei).pk])
        for person in (kept.tom, kept.ade, kept.ruth, kept.charlie):
            assert client_of(person).post(url, {"status": "done"}).status_code == 404
        assert Action.objects.get(person=kept.mei).status == Status.NOT_YET

    def test_shows_what_the_set_is_working_on_once_the_summary_is_out(self, kept: World) -> None:
        assert QUESTIONS["Mei"] not in page(kept.sam, "/")
        changes.send_summary(kept.held, kept.ade, AFTER)
        shown = page(kept.sam, "/")
        assert QUESTIONS["Mei"] in shown
        assert QUESTIONS["Tom"] not in shown
        assert "Yours is the only question in the latest summary." in page(kept.mei, "/")

    def test_tells_a_facilitator_which_summaries_wait(self, kept: World) -> None:
        assert summary_url(kept) in page(kept.ade, "/")
        assert "Read it through" in page(kept.ade, "/")
        changes.send_summary(kept.held, kept.ade, AFTER)
        assert "Read it through" not in page(kept.ade, "/")

    def test_of_someone_without_a_set_offers_to_start_one(self, kept: World) -> None:
        for person in (kept.ruth, kept.charlie):
            shown = page(person, "/")
            assert "You are not in a set yet" in shown
            assert "Tuesday set" not in shown

    def test_welcomes_who_is_not_signed_in(self, kept: World) -> None:
        from_nobody = client_of(kept.mei)
        from_nobody.logout()
        assert "Sign in" in words_of(from_nobody.get("/"))

    def test_takes_as_many_reads_for_three_sets_as_for_one(self, kept: World) -> None:
        client = client_of(kept.mei)
        client.get("/")
        n_reads = reads_of(client.get, "/")
        for number in range(2):
            other = new_set(f"Set {number}", kept.ruth, kept.ade, kept.members)
            kept.action_keys.clear()
            changes.keep_session(new_meeting(other, 1, kept.held.on), kept.outcome(), HELD)
            new_meeting(other, 2, kept.coming.on + timedelta(days=1))
        client.get("/")
        assert reads_of(client.get, "/") == n_reads


class TestSetPage:
    def test_shows_people_actions_and_summaries_to_its_members(self, kept: World) -> None:
        url = reverse("records:set", args=[kept.learning_set.pk])
        for person in (*kept.members, kept.ade):
            shown = page(person, url)
            assert "Write the letter Mei would want to get." in shown
            assert "Write the letter Tom would want to get." in shown
            assert summary_url(kept) in shown

    def test_is_not_there_for_anybody_else(self, kept: World) -> None:
        url = reverse("records:set", args=[kept.learning_set.pk])
        leave(kept.membership(kept.sam), AFTER)
        for person in (kept.ruth, kept.charlie, kept.sam):
            assert client_of(person).get(url).status_code == 404

    def test_starts_clean_for_someone_who_joined_later(self, kept: World) -> None:
        url = reverse("records:set", args=[kept.learning_set.pk])
        join(kept.learning_set, kept.charlie, at=AFTER)
        shown = page(kept.charlie, url)
        assert "Tuesday set" in shown
        assert "Write the letter" not in shown
        assert summary_url(kept) not in shown


class TestSummaryPage:
    def test_gives_a_holder_their_own_part_to_read_and_approve(self, kept: World) -> None:
        shown = page(kept.tom, summary_url(kept))
        assert QUESTIONS["Tom"] in shown
        assert ISSUES["Mei"] not in shown

        client_of(kept.tom).post(summary_url(kept, "approval"))

        assert SummaryPart.objects.get(person=kept.tom).approved_at is not None

    def test_shows_the_facilitator_what_everyone_gets_and_who_has_read(self, kept: World) -> None:
        shown = page(kept.ade, summary_url(kept))
        assert "Tuesday set, session 3: your questions and actions" in shown
        assert "Has read it" in shown
        assert "Not read yet" in shown
        assert ISSUES["Mei"] in shown
        assert ISSUES["Tom"] not in shown
        assert "Send to 5 people" in shown

    def test_lets_the_facilitator_send_what_they_see(self, kept: World) -> None:
        seen = summaries.preview(kept.summary(), kept.ade).digest
        response = client_of(kept.ade).post(summary_url(kept, "sending"), {"seen": seen})
        assert response.status_code == 302
        assert Letter.objects.filter(purpose="summary").count() == 5

    def test_refuses_to_send_what_the_facilitator_has_not_seen(self, kept: World) -> None:
        for seen in ("", "of another time"):
            response = client_of(kept.ade).post(summary_url(kept, "sending"), {"seen": seen})
            assert response.status_code == 409
            assert "Read it once more, then send it" in words_of(response)
        assert not Letter.objects.filter(purpose="summary").exists()

    def test_is_read_by_members_once_it_is_sent(self, kept: World) -> None:
        assert ISSUES["Mei"] not in page(kept.sam, summary_url(kept))
        changes.send_summary(kept.held, kept.ade, AFTER)
        shown = page(kept.sam, summary_url(kept))
        assert ISSUES["Mei"] in shown
        assert ISSUES["Tom"] not in shown
        changes.approve_part(SummaryPart.objects.select_related("meeting").get(person=kept.tom), AFTER)
        assert ISSUES["Tom"] in page(kept.sam, summary_url(kept))

    def test_is_not_there_for_anybody_else(self, kept: World) -> None:
        changes.send_summary(kept.held, kept.ade, AFTER)
        leave(kept.membership(kept.sam), AFTER)
        join(kept.learning_set, kept.charlie, at=AFTER)
        for person in (kept.ruth, kept.charlie, kept.sam):
            for name in ("summary", "my_part"):
                assert client_of(person).get(summary_url(kept, name)).status_code == 404
            for name in ("approval", "greeting", "reminders", "sending"):
                assert client_of(person).post(summary_url(kept, name)).status_code == 404

    def test_is_sent_and_reminded_of_by_the_facilitator_alone(self, kept: World) -> None:
        for name in ("greeting", "reminders", "sending"):
            assert client_of(kept.mei).post(summary_url(kept, name)).status_code == 404
        assert Letter.objects.count() == 0

    def test_shows_the_facilitator_a_copy_that_did_not_arrive(self, kept: World) -> None:
        changes.send_summary(kept.held, kept.ade, AFTER)
        letter = Letter.objects.get(purpose="summary", person=kept.mei)
        Letter.objects.filter(pk=letter.pk).update(state=LetterState.UNKNOWN)
        assert "We can’t tell whether it arrived" in page(kept.ade, summary_url(kept))
        assert "We can’t tell whether it arrived" not in page(kept.mei, summary_url(kept))

        client_of(kept.ade).post(reverse("records:delivery", args=[kept.held.pk, letter.pk]))

        letter.refresh_from_db()
        assert letter.state == LetterState.WAITING


class TestOwnPart:
    def form(self, **changed: str) -> dict[str, str]:
        return {
            "issue": "In my own words.",
            "question": "",
            "actions-TOTAL_FORMS": "2",
            "actions-INITIAL_FORMS": "1",
            "actions-0-what": "Ring them.",
            "actions-0-by_when": "Friday",
            "actions-0-first_step": "Find the number.",
            "actions-1-what": "",
            **changed,
        }

    def test_is_saved_as_its_holder_words_it(self, kept: World) -> None:
        assert "Write the letter Tom would want to get." in page(kept.tom, summary_url(kept, "my_part"))
        response = client_of(kept.tom).post(summary_url(kept, "my_part"), self.form())
        assert response.status_code == 302
        part = queries.own_part(kept.summary(), kept.tom)
        assert part is not None
        assert part.is_approved
        assert part.words.issue == "In my own words."
        assert [(one.what, one.by_when, one.first_step) for one in part.words.actions] == [
            ("Ring them.", "Friday", "Find the number.")
        ]

    def test_keeps_what_was_typed_when_something_is_wrong(self, kept: World) -> None:
        typed = self.form(**{"actions-0-what": "y" * 301})
        shown = words_of(client_of(kept.tom).post(summary_url(kept, "my_part"), typed))
        assert "Use 300 characters or fewer" in shown
        assert "In my own words." in shown
        assert "y" * 301 in shown
        assert "<title> Error: Your part" in shown
        assert SummaryPart.objects.get(person=kept.tom).approved_at is None

    def test_stays_as_it_was_sent(self, kept: World) -> None:
        changes.send_summary(kept.held, kept.ade, AFTER)
        response = client_of(kept.mei).post(summary_url(kept, "my_part"), self.form())
        assert response.status_code == 409
        assert "went out already" in words_of(response)


def reads_of(get: Callable[[str], object], url: str) -> int:
    with CaptureQueriesContext(connection) as context:
        get(url)
    return len(context)


def test_nothing_changes_when_pages_are_only_read(kept: World) -> None:
    def rows() -> list[object]:
        return [
            list(model.objects.order_by("pk").values()) for model in (Summary, SummaryPart, Action, Letter)
        ]

    before = rows()
    urls = ["/", reverse("records:set", args=[kept.learning_set.pk])]
    urls += [summary_url(kept, name) for name in ("summary", "my_part", "notes")]
    for url in [*urls, reverse("records:reflections")]:
        page(kept.mei, url)
    for name in ("approval", "greeting", "reminders", "sending"):
        assert client_of(kept.ade).get(summary_url(kept, name)).status_code == 405
    assert rows() == before
