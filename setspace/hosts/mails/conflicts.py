"""A conflict of interest: that there is something to read, and which set to form again. Never what."""

from django.urls import reverse

from setspace.hosts.mails.drafting import drafted
from setspace.hosts.mails.words import Words
from setspace.hosts.models import Conflict, Verdict
from setspace.lib import mail
from setspace.people.models import Letter
from setspace.programmes.mails import about


def conflict_told(letter: Letter) -> mail.Draft | None:
    """To the facilitator who was told. Neither who wrote nor what is in the letter."""
    found = _about(letter)
    if found is None or found.verdict or found.told_to is None or found.told_to != letter.person:
        return None
    planned = found.place.programme_set
    words = Words(
        f"{planned.programme.name}: something to read about the {planned.label}",
        [
            f"Hello {found.told_to.first_name},",
            f"Somebody who was shown the {planned.label} has told you of a conflict of interest.",
            "It is written to you alone. The page below has it, and asks whether it matters.",
        ],
    )
    return drafted(found.host, words, ("Read it", reverse("hosts:conflict", args=[found.pk])))


def forming_asked(letter: Letter) -> mail.Draft | None:
    """To organisers: which set, and nothing of why."""
    found = _about(letter)
    if found is None or letter.person is None or found.verdict != Verdict.AGAIN or found.told_to is None:
        return None
    planned = found.place.programme_set
    if planned.learning_set_id:
        return None
    words = Words(
        f"{planned.programme.name}: please form the {planned.label} again",
        [
            f"Hello {letter.person.first_name},",
            f"{found.told_to.name} asks you to form the {planned.label} again.",
            "A conflict of interest was told. What it is stays between the two who spoke of it.",
            "Whoever is to be kept apart is kept apart on the board.",
        ],
    )
    address = reverse("hosts:board", args=[planned.programme_id])
    return drafted(found.host, words, ("Open the board", address))


def _about(letter: Letter) -> Conflict | None:
    found = Conflict.objects.select_related(
        "place__programme_set__programme__host", "place__application__programme__host", "told_to"
    )
    return found.filter(pk=about(letter)).first()
