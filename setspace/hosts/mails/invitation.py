"""The invitation into a set: where the set belongs to a programme, it begins in the host's words."""

from setspace.hosts.mails.words import worded
from setspace.hosts.models import ProgrammeSet
from setspace.lib import mail
from setspace.people.models import Letter
from setspace.programmes import mails
from setspace.programmes.models import Invitation, Role


def invitation(letter: Letter) -> mail.Draft | None:
    found = (
        Invitation.objects.select_related("person").filter(id=mails.about(letter), role=Role.MEMBER).first()
    )
    planned = ProgrammeSet.objects.select_related("programme__host")
    one = planned.filter(learning_set=found.learning_set_id).first() if found else None
    if found is None or one is None:
        return mails.invitation(letter)
    values = {"first_name": found.person.first_name, "programme": one.programme.name, "set": one.label}
    words = worded(one.programme.host, "invitation", values)
    return mails.invitation(letter, words.subject, words.paragraphs)
