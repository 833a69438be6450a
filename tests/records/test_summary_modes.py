"""A set agrees how its summary is emailed; each gets what the facilitator read through, to the byte."""

import pytest

from setspace.core.emailing import Mode
from setspace.lib import clock
from setspace.people.mails import send_due
from setspace.programmes.changes import accept_ground_rules, change_ground_rules
from setspace.programmes.queries import summary_mode_of
from setspace.records import changes, summaries
from setspace.records.models import PartAction, PartWords, SummaryPart
from tests.cast import client_of
from tests.people.mail_server import mail_server, plain_text
from tests.records.world import AFTER, HELD, ISSUES, QUESTIONS, World, new_world

RULES = ["What is said in the set stays in the set."]
KEPT_BACK = "Ring the union first."


@pytest.fixture
def world(db: None) -> World:
    world = new_world()
    changes.keep_session(world.held, world.outcome(tom=False), HELD)
    part = SummaryPart.objects.select_related("meeting").get(meeting=world.held, person=world.mei)
    kept_back = PartAction(KEPT_BACK, is_kept_back=True)
    actions = (*part.open_words(part.holder).actions, kept_back)
    changes.edit_part(part, PartWords(ISSUES["Mei"], QUESTIONS["Mei"], actions), AFTER)
    return world


def agree(world: World, mode: Mode, *, by_all: bool = True) -> None:
    version = change_ground_rules(world.learning_set, RULES, world.ade, AFTER, mode)
    for person in world.members if by_all else ():
        accept_ground_rules(version, person, AFTER)


def received(world: World) -> dict[str, str]:
    """The text that a real mail server took for each, after sending what was read through."""
    shown = summaries.preview(world.summary(), world.ade)
    changes.send_summary(world.held, world.ade, AFTER, seen=shown.digest)
    with mail_server() as (answers, backend):
        send_due(clock.wall(), backend)
    texts = {
        to: plain_text(message).replace("\r\n", "\n")
        for [to], message in zip(answers.recipients, answers.messages, strict=True)
        if "your questions and actions" in str(message["Subject"]).replace("\n", "")
    }
    assert texts == {copy.person.email: copy.draft.text for copy in shown.copies}
    everything = "".join(message.as_string() for message in answers.messages)
    assert KEPT_BACK not in everything
    return texts


def has_meis_words(text: str) -> bool:
    return "The repairs we keep promising" in text or "Write the letter Mei" in text


def test_the_whole_summary_is_the_same_for_all_of_them(world: World) -> None:
    agree(world, Mode.FULL)
    texts = received(world)
    assert len(texts) == 5
    assert len(set(texts.values())) == 1
    assert all(has_meis_words(text) for text in texts.values())


def test_of_a_summary_by_parts_each_gets_their_own_and_a_link(world: World) -> None:
    agree(world, Mode.OWN)
    texts = received(world)
    assert [address for address, text in texts.items() if has_meis_words(text)] == [world.mei.email]
    assert all(f"/sessions/{world.held.pk}/summary/" in text for text in texts.values())
    assert "Your part waits for you on that page." in " ".join(texts[world.tom.email].split())
    assert "Dear Sam," in texts[world.sam.email]


def test_of_a_summary_by_link_nothing_that_was_said_is_in_any_mail(world: World) -> None:
    agree(world, Mode.LINK)
    changes.write_greeting(world.held, "Thank you for speaking of the merger.", world.ade)
    texts = received(world)
    assert all(f"/sessions/{world.held.pk}/summary/" in text for text in texts.values())
    assert not any(has_meis_words(text) or "merger" in text or "MEI" in text for text in texts.values())
    page = client_of(world.sam).get(f"/sessions/{world.held.pk}/summary/").content.decode()
    assert ISSUES["Mei"] in page
    assert "merger" in page
    assert "was emailed a link to this page" in " ".join(page.split())


def test_what_is_kept_out_of_the_email_stands_on_the_page_for_the_set(world: World) -> None:
    changes.send_summary(world.held, world.ade, AFTER)
    page = client_of(world.sam).get(f"/sessions/{world.held.pk}/summary/").content.decode()
    assert KEPT_BACK in page
    assert "Not in the email" in page
    assert "Print it" in page


def test_a_wider_way_begins_when_everybody_has_accepted_it(world: World) -> None:
    agree(world, Mode.LINK)
    agree(world, Mode.FULL, by_all=False)
    assert summary_mode_of(world.learning_set) == Mode.LINK
    page = client_of(world.mei).get(f"/sets/{world.learning_set.pk}/ground-rules/").content.decode()
    assert "That begins when everyone has accepted this version." in " ".join(page.split())
    agree(world, Mode.FULL)
    assert summary_mode_of(world.learning_set) == Mode.FULL


def test_a_change_after_the_sending_changes_no_mail_that_is_on_its_way(world: World) -> None:
    agree(world, Mode.LINK)
    changes.send_summary(world.held, world.ade, AFTER)
    agree(world, Mode.FULL)
    with mail_server() as (answers, backend):
        send_due(clock.wall(), backend)
    assert not any(has_meis_words(plain_text(message)) for message in answers.messages)


def test_the_facilitator_looks_at_each_copy(world: World) -> None:
    agree(world, Mode.OWN)
    ade, address = client_of(world.ade), f"/sessions/{world.held.pk}/summary/"
    of_mei = ade.get(address, {"copy": str(world.mei.pk)}).content.decode()
    of_sam = ade.get(address, {"copy": str(world.sam.pk)}).content.decode()
    assert "What Mei will" in of_mei
    assert ISSUES["Mei"] in of_mei
    assert ISSUES["Mei"] not in of_sam


def test_ade_changes_how_it_is_emailed_and_each_is_told(world: World) -> None:
    agree(world, Mode.FULL)
    page = f"/sets/{world.learning_set.pk}/ground-rules/new/"
    client_of(world.ade).post(page, {"own": RULES[0], "emails": "own"})
    with mail_server() as (answers, backend):
        send_due(clock.wall(), backend)
    told = [text for text in map(plain_text, answers.messages) if "how summaries are emailed" in text]
    assert sum("our own part, and a link to the rest" in text for text in told) == 4
    assert summary_mode_of(world.learning_set) == Mode.OWN
