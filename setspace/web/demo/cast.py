"""Invented people of invented organisations. Nobody here is anybody."""

from itertools import count
from uuid import NAMESPACE_URL, UUID, uuid5

from setspace.core.preparing import Sheet, Wish
from setspace.core.process.sight.onlooker import TONES, tone
from setspace.programmes.changes import Invitee

FACILITATOR = Invitee("Ade Bello", "ade.bello@setspace.example")
ORGANISER = Invitee("Ruth Ellis", "ruth.ellis@mill-lane-homes.example")
MEI = Invitee("Mei Lin", "mei.lin@harbour-homes.example")
MEMBERS = (
    MEI,
    Invitee("Tom Hughes", "tom.hughes@northway-housing.example"),
    Invitee("Ines Costa", "ines.costa@greenfield-trust.example"),
    Invitee("Sam Okoro", "sam.okoro@mill-lane-homes.example"),
)
UNDERSTUDIES = (
    Invitee("Nora Whitby", "nora.whitby@harbour-homes.example"),
    Invitee("Jonah Achebe", "jonah.achebe@northway-housing.example"),
    Invitee("Lena Fox", "lena.fox@greenfield-trust.example"),
    Invitee("Yusuf Demir", "yusuf.demir@mill-lane-homes.example"),
)
THURSDAY = (
    *UNDERSTUDIES[1:],
    Invitee("Grace Adjei", "grace.adjei@larch-court.example"),
)
HELEN = Invitee("Helen Marsh", "helen.marsh@setspace.example")
PRIYA = Invitee("Priya Dutta", "priya.dutta@mersey-care.example")

RULES = (
    "What is said in the set stays in the set.",
    "We come to every session, and on time.",
    "We ask open questions. We do not give advice.",
    "Everybody may leave any question unanswered.",
    "We speak of people by their role, not by their name.",
)
GREETING = "Thank you for today, and for the quiet in between."
MEIS_SHEET = Sheet(
    {
        "issue": "I keep being the one who stays late, and I have started to resent a job I love.",
        "happening": "Most evenings a call comes at five. I say yes, and the others go home.",
    },
    alive=4,
    wish=Wish.BRING,
)


def id_of(invitee: Invitee) -> UUID:
    """The id of an invented person: found from the address, and such that neighbours differ in colour."""
    known = (FACILITATOR, *MEMBERS, *UNDERSTUDIES, ORGANISER, THURSDAY[-1], HELEN, PRIYA)
    place = (known.index(invitee) if invitee in known else len(invitee.email)) % TONES
    ids = (uuid5(NAMESPACE_URL, f"mailto:{invitee.email}#{number}") for number in count())
    return next(one for one in ids if tone(str(one)) == place + 1)
