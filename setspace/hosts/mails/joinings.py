"""Two sets that become one: to both facilitators, to everybody once it is so, and back to the organiser."""

from django.urls import reverse

from setspace.hosts.mails.drafting import drafted
from setspace.hosts.mails.words import Words
from setspace.hosts.models import Joining
from setspace.lib import mail
from setspace.people.models import Letter
from setspace.programmes.mails import about, is_in


def joining_asked(letter: Letter) -> mail.Draft | None:
    found = _about(letter)
    if found is None or not found.is_open or letter.person is None:
        return None
    words = Words(
        f"{found.leaving.programme.name}: shall two sets become one?",
        [
            f"Hello {letter.person.first_name},",
            f"{found.host.name} proposes that the {found.leaving.label} joins the {found.into.label}.",
            "Both facilitators are asked first. No member has heard of it.",
            "Without your yes nothing happens.",
        ],
    )
    return drafted(found.host, words, ("Say yes or no", reverse("hosts:joining", args=[found.pk])))


def sets_joined(letter: Letter) -> mail.Draft | None:
    """To everybody of both sets, before they meet: who comes from where by organisation, and what stays."""
    found = _about(letter)
    if found is None or found.done_at is None or letter.person is None:
        return None
    old, new = found.leaving.learning_set, found.into.learning_set
    if old is None or new is None or not (is_in(letter.person, old) or is_in(letter.person, new)):
        return None
    comes_along = is_in(letter.person, old) and not is_in(letter.person, new)
    joins = f"The {found.leaving.label} joins the {found.into.label}."
    agreed = "Your facilitators have agreed to it."
    stays = "What each set wrote stays with those who were in it: neither sees anything of the other’s past."
    if comes_along:
        said = [
            f"{joins} {agreed}",
            f"An invitation into the {found.into.label} comes in a letter of its own; you can say yes or no.",
            f"The dates of the {found.leaving.label} that were to come are off. Its pages stay open to you.",
            stays,
        ]
    else:
        said = [f"{joins} {agreed}", f"Invited to it: {_who(found)}.", stays]
    words = Words(
        f"{found.leaving.programme.name}: two sets become one", [f"Hello {letter.person.first_name},", *said]
    )
    button = ("See your sets", reverse("programmes:sets"))
    return drafted(found.host, words, button)


def joining_answered(letter: Letter) -> mail.Draft | None:
    """To the organiser who proposed it. Words that came with a no stand on the page alone."""
    found = _about(letter)
    if found is None or found.is_open or letter.person is None:
        return None
    if found.done_at:
        said = f"Both facilitators say yes: the {found.leaving.label} joins the {found.into.label}."
    elif found.refused_by:
        said = f"{found.refused_by.name} would rather keep the two sets as they are. No member heard of it."
    else:
        return None
    words = Words(
        f"{found.leaving.programme.name}: {found.leaving.label} and {found.into.label}",
        [f"Hello {letter.person.first_name},", said],
    )
    address = reverse("hosts:joinings", args=[found.leaving.programme_id])
    return drafted(found.host, words, ("See how the sets stand", address))


def _who(found: Joining) -> str:
    """Names and organisations of those who were invited when it was done."""
    assert found.done_at
    invited = found.into.placements.filter(placed_at=found.done_at).select_related("application__person")
    named = [
        f"{one.application.person.name}"
        + (f" of {one.application.organisation}" if one.application.organisation else "")
        for one in invited.order_by("application__person__name")
    ]
    return ", ".join(named) or "the people of the other set"


def _about(letter: Letter) -> Joining | None:
    found = Joining.objects.select_related(
        "leaving__programme__host", "leaving__learning_set", "into__learning_set", "refused_by"
    )
    return found.filter(pk=about(letter)).first()
