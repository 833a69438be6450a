"""The rounds that are shipped: F1 to F15 of the field study, section 1.3, and four that its plans need."""

from setspace.core.process.rounds.balint import BALINT_45
from setspace.core.process.rounds.bidding import BIDDING_30
from setspace.core.process.rounds.case_clinic import CASE_CLINIC_60
from setspace.core.process.rounds.clapson import CLAPSON_35
from setspace.core.process.rounds.classic import CLASSIC_45
from setspace.core.process.rounds.dutch import INCIDENT_65, TIEN_STAPPEN_75
from setspace.core.process.rounds.faq import FAQ_34
from setspace.core.process.rounds.ithrive import ITHRIVE_40, ITHRIVE_45
from setspace.core.process.rounds.kollegiale import KOLLEGIALE_45
from setspace.core.process.rounds.liberating import TROIKA_10, WISE_CROWDS_15
from setspace.core.process.rounds.seal import SEAL_POSTIT_24
from setspace.core.process.rounds.short import SHORT_20, SHORT_24
from setspace.core.process.rounds.tpas import TPAS_40
from setspace.core.process.rounds.wial import WIAL_SINGLE_60
from setspace.core.process.rounds.york import YORK_90

ROUNDS = (
    TPAS_40,
    CLASSIC_45,
    FAQ_34,
    BIDDING_30,
    CLAPSON_35,
    KOLLEGIALE_45,
    CASE_CLINIC_60,
    TROIKA_10,
    WISE_CROWDS_15,
    WIAL_SINGLE_60,
    INCIDENT_65,
    TIEN_STAPPEN_75,
    SEAL_POSTIT_24,
    BALINT_45,
    YORK_90,
    ITHRIVE_40,
    ITHRIVE_45,
    SHORT_20,
    SHORT_24,
)
