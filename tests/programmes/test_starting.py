"""Starting a set: what may be typed, what is said when it won't do, and what comes of it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from setspace.lib import clock, vault
from setspace.people.changes import person_for
from setspace.people.models import Letter
from setspace.programmes import changes
from setspace.programmes.forms.fields import GROUND_RULES
from setspace.programmes.models import Invitation, LearningSet, Membership
from tests.cast import MEMBERS, address_of, client_of
from tests.programmes.world import RULES, VIDEO, ahead, invitee, new_world, planned, words_of

pytestmark = pytest.mark.django_db


def typed(**different: str) -> dict[str, str | list[str]]:
    """What Ade fills in, as a browser sends it."""
    answers: dict[str, str | list[str]] = {
        "people": "4",
        "dates": "1",
        "name": "Tuesday set",
        "leads": "me",
        "facilitator_name": "",
        "facilitator_email": "",
        "pasted": "",
        "plan": "tpas-session",
        "zone": "Europe/London",
        "language": "en-gb",
        "video_link": VIDEO,
        "chosen": ["0", "2"],
        "own": "We laugh when we can.",
        "date-0-on": ahead(10).isoformat(),
        "date-0-at": "09:30",
        "date-0-plan": "",
    }
    for number, name in enumerate(MEMBERS):
        answers |= {f"person-{number}-name": name, f"person-{number}-email": address_of(name)}
    return {**answers, **different}


def errors_of(answers: dict[str, str | list[str]]) -> set[str]:
    """Every sentence in the summary. Each stands beside its field too, and nothing was started."""
    client = client_of(person_for("ade@example.org", "Ade Bello"))
    response = client.post("/sets/new/", answers)
    assert response.status_code == 200
    assert not LearningSet.objects.exists()
    page = words_of(response)
    assert "<title>Error: Start a set" in page
    said = {
        error for form in response.context["asked"].forms for one in form.errors.values() for error in one
    }
    assert page.count('class="error-message"') == len(
        [e for f in response.context["asked"].forms for e in f.errors]
    )
    return said


def test_ade_starts_a_set_facilitates_it_and_the_others_are_invited() -> None:
    ade = person_for("ade@example.org", "Ade Bello")

    response = client_of(ade).post("/sets/new/", typed(), follow=True)

    learning_set = LearningSet.objects.get()
    assert "Your set has begun, and four people are invited." in words_of(response)
    assert [one.person for one in Membership.objects.all()] == [ade]
    assert Membership.objects.get().is_facilitator
    invited = Invitation.objects.filter(sent_at__isnull=False).values_list("person__email", flat=True)
    assert sorted(invited) == sorted(address_of(name) for name in MEMBERS)
    assert [meeting.title for meeting in learning_set.meetings.all()] == ["Session 1"]
    reader = vault.Reader(str(ade.id), vault.Purpose.MEMBER_VIEW)
    rules = learning_set.ground_rules.get()
    assert rules.open_rules(reader) == [GROUND_RULES[0], GROUND_RULES[2], "We laugh when we can."]
    assert learning_set.open_video_link(reader) == VIDEO


def test_plans_for_another_number_of_people_are_named_when_a_set_is_started() -> None:
    ade = person_for("ade@example.org", "Ade Bello")
    answers = typed(**{"date-0-plan": "troika-session", "people": "5"})
    answers |= {"person-4-name": "Nia Ray", "person-4-email": "nia@example.org"}

    page = words_of(client_of(ade).post("/sets/new/", answers, follow=True))

    assert page.count("is for just 3 members, and your set has 5.") == 1
    assert page.count("your set has") == 1


def test_a_link_and_rules_lie_sealed_in_the_database() -> None:
    learning_set = new_world().learning_set
    assert learning_set.video_link_sealed
    assert VIDEO.encode() not in bytes(learning_set.video_link_sealed)
    assert RULES[0].encode() not in bytes(learning_set.ground_rules.get().text_sealed)


def test_a_set_for_another_facilitator_asks_only_the_facilitator_at_first() -> None:
    world = new_world(facilitator=invitee("Ade Bello"))

    assert not world.is_in(world.ruth)
    assert [letter.person for letter in Letter.objects.filter(purpose="invitation")] == [world.ade]
    assert set(Invitation.objects.filter(sent_at=None).values_list("person__name", flat=True)) == set(MEMBERS)

    world.join(world.ade)

    assert world.membership(world.ade).is_facilitator
    assert not Invitation.objects.filter(sent_at=None).exists()
    asked = Letter.objects.filter(purpose="invitation").values_list("person__name", flat=True)
    assert set(asked) == {"Ade Bello", *MEMBERS}


def test_whoever_starts_a_set_for_others_sees_nothing_of_it() -> None:
    world = new_world(facilitator=invitee("Ade Bello"))
    world.join(world.ade)
    assert client_of(world.ade).get(world.page("people/")).status_code == 200
    for name in ("", "people/", "sessions/", "ground-rules/"):
        assert client_of(world.ruth).get(world.page(name)).status_code == 404


def test_nothing_filled_in_names_each_answer_that_is_missing() -> None:
    empty = {key: "" for key in typed() if key not in ("people", "dates", "chosen")}
    assert errors_of({**empty, "people": "4", "dates": "1"}) == {
        "Enter a name for the set",
        "Select who facilitates",
        "Select how you usually meet",
        "Enter at least 3 people besides the facilitator",
        "Enter a time zone, like Europe/London",
        "Select the language you speak together",
        "Tick at least one ground rule, or write your own",
    }


@pytest.mark.parametrize(
    ("different", "sentence"),
    [
        ({"person-1-email": "mei@example.org"}, "mei@example.org is on your list twice, for Mei Chen too"),
        ({"person-1-email": "Mei@Example.org"}, "mei@example.org is on your list twice, for Mei Chen too"),
        (
            {"person-1-email": "ade@example.org"},
            "ade@example.org is the facilitator. Name the other members only",
        ),
        ({"person-1-email": "tom"}, "Enter an email address like name@example.org.uk"),
        ({"person-1-email": ""}, "Enter Tom Doyle’s email address"),
        ({"person-1-name": ""}, "Enter the name of the person at tom@example.org"),
        ({"leads": "other", "facilitator_email": "r@example.org"}, "Enter the facilitator’s name"),
        ({"leads": "other", "facilitator_name": "Ruth"}, "Enter the facilitator’s email address"),
        ({"video_link": "http://video.example.org/j/1"}, "Enter a link that starts with https://"),
        ({"video_link": "https://nowhere"}, "Enter the whole link, like https://zoom.us/j/123456789"),
        ({"zone": "Mars/Olympus"}, "Enter a time zone, like Europe/London"),
        ({"date-0-on": "2021-02-02"}, "Enter a day and time that lie ahead"),
        ({"date-0-on": "soon"}, "Enter a day, like 27 4 2027"),
        (
            {"pasted": "Sam without an address"},
            "Write a name and an email address on the line “Sam without an address”",
        ),
        (
            {"pasted": "Nia, nia@example.org, cy@example.org"},
            "Write one person on each line, not several as on “Nia, nia@example.org, cy@example.org”",
        ),
        (
            {"pasted": "Nia Hill <nia@example.org>\nN Hill, Nia@example.org"},
            "nia@example.org is on your list twice, for Nia Hill too",
        ),
    ],
)
def test_one_wrong_answer_gets_one_sentence(different: dict[str, str], sentence: str) -> None:
    assert errors_of(typed(**different)) == {sentence}


def test_a_date_without_a_time_asks_for_the_time() -> None:
    (sentence,) = errors_of(typed(**{"date-0-at": ""}))
    assert sentence.startswith("Enter the time you start on ")


def test_a_time_that_the_clocks_leave_out_is_explained() -> None:
    (sentence,) = errors_of(typed(**{"date-0-on": "2032-03-28", "date-0-at": "01:30"}))
    assert sentence == (
        "The clocks go forward that night, so 1:30am does not happen on Sunday 28 March. Enter another time"
    )


def test_one_day_and_time_twice_is_noticed() -> None:
    again = {"dates": "2", "date-1-on": ahead(10).isoformat(), "date-1-at": "09:30", "date-1-plan": ""}
    assert errors_of(typed(**again)) == {"You have this day and time twice"}


def test_two_people_are_too_few_and_nine_are_too_many() -> None:
    fewer = {f"person-{number}-{part}": "" for number in (2, 3) for part in ("name", "email")}
    assert errors_of(typed(**fewer)) == {"Enter at least 3 people besides the facilitator"}
    more = "\n".join(f"Nia {word}, nia.{word}@example.org" for word in ("a", "b", "c", "d", "e"))
    assert errors_of(typed(pasted=more)) == {"A set has at most 8 people besides the facilitator. This is 9"}


def test_a_pasted_list_is_read_as_people_write_it() -> None:
    ade = person_for("ade@example.org", "Ade Bello")
    rows = {f"person-{number}-{part}": "" for number in range(4) for part in ("name", "email")}
    pasted = "Mei Chen <mei@example.org>\n\nTom Doyle, TOM@example.org; ines.evora@example.org\n"
    response = client_of(ade).post("/sets/new/", typed(pasted=pasted, **rows))
    assert response.status_code == 302
    people = Invitation.objects.values_list("person__name", "person__email")
    assert sorted(people) == [
        ("Ines Evora", "ines.evora@example.org"),
        ("Mei Chen", "mei@example.org"),
        ("Tom Doyle", "tom@example.org"),
    ]


def test_what_was_typed_is_still_there_after_a_mistake() -> None:
    ade = person_for("ade@example.org", "Ade Bello")
    page = words_of(client_of(ade).post("/sets/new/", typed(name="", own="We laugh when we can.")))
    for words in ("Ines Evora", "sam@example.org", VIDEO, ahead(10).isoformat(), "We laugh when we can."):
        assert words in page


@pytest.mark.parametrize(("which", "row"), [("people", "person-4-name"), ("dates", "date-1-on")])
def test_another_row_needs_no_script_keeps_everything_and_complains_of_nothing(which: str, row: str) -> None:
    ade = person_for("ade@example.org", "Ade Bello")
    answers = typed(**{"person-1-email": "not yet", "name": ""})
    assert row not in words_of(client_of(ade).post("/sets/new/", answers))
    page = words_of(client_of(ade).post("/sets/new/", {**answers, "more": which}))
    assert row in page
    assert "not yet" in page
    assert "There is a problem" not in page
    assert not LearningSet.objects.exists()


def test_rows_cannot_be_asked_for_without_end() -> None:
    ade = person_for("ade@example.org", "Ade Bello")
    page = words_of(client_of(ade).post("/sets/new/", typed(people="999", more="people")))
    assert "person-7-name" in page
    assert "person-8-name" not in page


def test_names_are_one_line_so_that_no_mail_header_can_be_forged() -> None:
    ade = person_for("ade@example.org", "Ade Bello")
    client_of(ade).post("/sets/new/", typed(name="Tuesday\r\nBcc: all@example.org\x07 set"))
    assert LearningSet.objects.get().name == "Tuesday Bcc: all@example.org set"


def test_the_list_of_sets_costs_the_same_for_one_set_and_for_three() -> None:
    world = new_world()
    world.join(world.mei, world.tom)

    def n_queries() -> int:
        client = client_of(world.ade)
        with CaptureQueriesContext(connection) as found:
            assert client.get("/sets/").status_code == 200
        return len(found)

    one = n_queries()
    for name in ("Wednesday set", "Thursday set"):
        from_now = clock.now() + timedelta(seconds=1)
        changes.start_set(
            changes.NewSet(
                name,
                "tpas-session",
                [invitee(one) for one in MEMBERS],
                RULES,
                dates=[planned(12), planned(30)],
            ),
            world.ade,
            from_now,
        )
    assert LearningSet.objects.count() == 3
    assert n_queries() == one
