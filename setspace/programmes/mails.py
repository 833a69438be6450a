"""What is written to the people of a set about the set itself. Never what was said in it."""

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from setspace.lib import clock, dates, mail
from setspace.people.models import Letter, Person
from setspace.programmes.models import GroundRules, Invitation, LearningSet, Membership
from setspace.programmes.queries import facilitator_of

CONFIDENCE = "What is said in the set stays in the set."


def invitation(letter: Letter, subject: str = "", opening: Sequence[str] = ()) -> mail.Draft | None:
    """The door into a set. The link opens a page and changes nothing by itself.

    Whoever stands above the set may word the subject, and how the letter begins.
    """
    found = Invitation.objects.select_related("learning_set", "invited_by").filter(id=about(letter)).first()
    if found is None or not found.is_open or found.expires_at is None:
        return None
    learning_set = found.learning_set
    asked = f"{found.invited_by.name} invites you to the action learning set “{learning_set.name}”."
    if found.role == "facilitator":
        asked = (
            f"{found.invited_by.name} asks you to facilitate the action learning set “{learning_set.name}”."
        )
    if found.role == "observer":
        asked = f"{found.invited_by.name} invites you to look on at the learning set “{learning_set.name}”."
    until = found.expires_at.astimezone(learning_set.tz).date()
    today = clock.now().astimezone(learning_set.tz).date()
    return drafted(
        learning_set,
        subject or f"An invitation to {learning_set.name}",
        [
            *(opening or [f"Hello {found.person.first_name},"]),
            asked,
            "The page below says who is asked, when you would meet, and what everyone agrees to.",
            "You can say yes or no there.",
        ],
        ("Read the invitation", reverse("programmes:invitation", args=[letter.payload["token"]])),
        (
            f"The invitation is for {found.person.email} and is open until {dates.day(until, today)}.",
            "Opening the page changes nothing: we ask you to sign in with a code before you answer.",
        ),
    )


def newcomer(letter: Letter, said: Sequence[str] = ()) -> mail.Draft | None:
    """Everybody learns who is asked to join a set that has begun.

    Whoever stands above the set may say who it is, and who proposed it.
    """
    found = Invitation.objects.select_related("learning_set", "person", "invited_by").filter(id=about(letter))
    asked = found.first()
    if asked is None or not is_in(letter.person, asked.learning_set):
        return None
    name = asked.person.name
    return drafted(
        asked.learning_set,
        f"{asked.learning_set.name}: {name} is invited",
        [
            *(said or _who_comes(asked)),
            f"If you would rather talk about this first, reply to this mail. It goes to {_answers(asked)}.",
        ],
        ("See who is in your set", reverse("programmes:people", args=[asked.learning_set_id])),
    )


def proposed(letter: Letter, page: str = "") -> mail.Draft | None:
    """Who leads a set learns that somebody from outside proposes a person. The answer is theirs."""
    found = Invitation.objects.select_related("learning_set", "person", "invited_by").filter(id=about(letter))
    asked = found.first()
    if asked is None or not asked.is_open or not is_in(letter.person, asked.learning_set):
        return None
    name = asked.person.name
    return drafted(
        asked.learning_set,
        f"{asked.learning_set.name}: {name} is proposed",
        [
            f"{asked.invited_by.name} proposes that {name} joins your set.",
            f"{asked.person.first_name} has not been asked yet, and is asked only if you say so.",
            "Talk about it with your set first.",
        ],
        ("Say yes or no", page or reverse("programmes:people", args=[asked.learning_set_id])),
    )


def _who_comes(asked: Invitation) -> tuple[str, str]:
    by, name, first_name = asked.invited_by.name, asked.person.name, asked.person.first_name
    if asked.role == "observer":
        return (
            f"{by} has invited {name} to look on at your set, as an observer.",
            f"{first_name} sees nothing of a session until everybody in the room has said yes, in private.",
        )
    return (
        f"{by} has invited {name} to join your set.",
        f"{first_name} will see nothing of the sessions before.",
    )


def _answers(asked: Invitation) -> str:
    """To whom replies go: the facilitator, or who looks after a set that facilitates itself."""
    person = facilitator_of(asked.learning_set)
    return person.first_name if person else asked.invited_by.first_name


def keeping_passed(letter: Letter) -> mail.Draft | None:
    """Whoever looks after dates and people from now on learns what that is."""
    found = Membership.objects.select_related("learning_set").filter(id=about(letter)).first()
    if found is None or found.until_at is not None or not found.keeps_set:
        return None
    return drafted(
        found.learning_set,
        f"{found.learning_set.name}: you look after dates and people",
        [
            f"You now look after “{found.learning_set.name}”: its dates, its people and its summaries.",
            "In the room you take turns to lead, as before.",
            "You can let another member do it at any time, on the page below.",
        ],
        ("See who is in your set", reverse("programmes:people", args=[found.learning_set_id])),
    )


def declined(letter: Letter) -> mail.Draft | None:
    """Whoever waits for an answer learns that it is no. Nobody asks why."""
    found = Invitation.objects.select_related("learning_set", "person").filter(id=about(letter)).first()
    if found is None:
        return None
    subject = f"{found.learning_set.name}: {found.person.name} can’t join"
    said = f"{found.person.name} has said no, thank you, to the invitation."
    if found.role == "facilitator":
        again = "Nobody else has been asked. You can start the set again with another facilitator."
        return drafted(
            found.learning_set, subject, [said, again], ("Start a set", reverse("programmes:start"))
        )
    if not is_in(letter.person, found.learning_set):
        return None
    people = reverse("programmes:people", args=[found.learning_set_id])
    return drafted(found.learning_set, subject, [said], ("See who is in the set", people))


def membership_ended(letter: Letter) -> mail.Draft | None:
    found = Membership.objects.select_related("learning_set").filter(id=about(letter)).first()
    if found is None or found.until_at is None:
        return None
    name = found.learning_set.name
    if found.is_observer:
        said = f"You no longer look on at “{name}”. What you heard there is still held in confidence."
        return drafted(found.learning_set, f"You no longer look on at {name}", [said], ("Open Setspace", "/"))
    return drafted(
        found.learning_set,
        f"Your place in {name} has ended",
        [
            f"You are no longer a member of “{name}”. Its pages and its room are closed to you from now on.",
            "What you heard there is still held in confidence. Your own notes and reflections stay yours.",
            "If this comes as a surprise, reply to this mail. It goes to the facilitator.",
        ],
        ("Open Setspace", "/"),
    )


def new_ground_rules(letter: Letter) -> mail.Draft | None:
    found = GroundRules.objects.select_related("learning_set").filter(id=about(letter)).first()
    if found is None or not is_in(letter.person, found.learning_set):
        return None
    return drafted(
        found.learning_set,
        f"{found.learning_set.name}: the ground rules have changed",
        [
            "The ground rules of your set have changed. Please read them and say whether you accept them.",
            *_new_mode(found),
        ],
        ("Read the ground rules", reverse("programmes:ground_rules", args=[found.learning_set_id])),
    )


def _new_mode(version: GroundRules) -> list[str]:
    """What changes in how summaries are emailed, if it changes."""
    before = version.learning_set.ground_rules.filter(version=version.version - 1).first()
    if before is None or before.mode == version.mode:
        return []
    return [f"They change how summaries are emailed. {version.mode_words}"]


def drafted(
    learning_set: LearningSet,
    subject: str,
    paragraphs: list[str],
    button: tuple[str, str],
    after: tuple[str, ...] = (),
    calendar: mail.CalendarFile | None = None,
) -> mail.Draft:
    """The same words twice: plain text first, HTML beside it. Replies go to the facilitator."""
    label, path = button
    url = f"{settings.ORIGIN}{path}"
    after = (*after, CONFIDENCE)
    words = {"subject": subject, "paragraphs": paragraphs, "label": label, "url": url, "after": after}
    facilitator = facilitator_of(learning_set)
    return mail.Draft(
        subject=subject,
        text="\n\n".join([*paragraphs, f"{label}:\n{url}", *after]) + "\n",
        html=render_to_string("programmes/mail.html", words),
        from_name="Setspace",
        reply_to=facilitator.email if facilitator else "",
        calendar=calendar,
    )


def is_in(person: Person | None, learning_set: LearningSet) -> bool:
    if person is None:
        return False
    return Membership.objects.filter(learning_set=learning_set, person=person, until_at=None).exists()


def about(letter: Letter) -> UUID:
    """What the letter is about: letters of this app always say."""
    assert letter.about is not None
    return letter.about
