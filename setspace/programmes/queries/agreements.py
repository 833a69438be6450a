"""The ground rules of a set, and who has accepted them."""

from collections.abc import Sequence
from dataclasses import dataclass

from setspace.core.emailing import Agreed, Mode, mode_that_holds
from setspace.lib import vault, words
from setspace.people.models import Person
from setspace.programmes.models import Assent, GroundRules, Invitation, LearningSet
from setspace.programmes.queries.people import everyone_of


@dataclass(frozen=True, slots=True)
class Agreement:
    """The ground rules in force, and who has accepted them."""

    version: GroundRules
    rules: Sequence[str]
    accepted: Sequence[Person]
    not_yet: Sequence[Person]
    is_mine: bool

    @property
    def standing(self) -> str:
        """Version 2. Everyone has accepted it."""
        if not self.not_yet:
            return f"Version {self.version.version}. Everyone has accepted it."
        waiting = words.listed([person.first_name for person in self.not_yet])
        have = "has" if len(self.not_yet) == 1 else "have"
        return f"Version {self.version.version}. {waiting} {have} not accepted it yet."


def agreement_of(learning_set: LearningSet, person: Person) -> Agreement | None:
    """The ground rules in force, opened for one of the members."""
    version = current_rules(learning_set)
    if version is None:
        return None
    rules = version.open_rules(vault.Reader(str(person.id), vault.Purpose.MEMBER_VIEW))
    agreed = set(Assent.objects.filter(ground_rules=version).values_list("person_id", flat=True))
    people = [membership.person for membership in everyone_of(learning_set)]
    return Agreement(
        version,
        rules,
        accepted=[one for one in people if one.id in agreed],
        not_yet=[one for one in people if one.id not in agreed],
        is_mine=person.id in agreed,
    )


def summary_mode_of(learning_set: LearningSet) -> Mode:
    """How the set's summaries are emailed now."""
    here = {membership.person_id for membership in everyone_of(learning_set)}
    versions = learning_set.ground_rules.order_by("-version").prefetch_related("assents")
    return mode_that_holds(
        Agreed(version.mode, here <= {assent.person_id for assent in version.assents.all()})
        for version in versions
    )


def has_agreed(learning_set: LearningSet, person: Person) -> bool:
    """Whether somebody has accepted the ground rules in force."""
    version = current_rules(learning_set)
    return version is None or Assent.objects.filter(ground_rules=version, person=person).exists()


def current_rules(learning_set: LearningSet) -> GroundRules | None:
    return learning_set.ground_rules.select_related("learning_set").order_by("-version").first()


def rules_for_invitee(invitation: Invitation) -> list[str]:
    """What an invited person is asked to accept."""
    version = current_rules(invitation.learning_set)
    if version is None:
        return []
    return version.open_rules(vault.Reader(f"invitation {invitation.id}", vault.Purpose.INVITATION))
