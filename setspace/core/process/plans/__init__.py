"""The session plans that are shipped.

Minutes, least lengths and the order of giving are those of the field study, section 6, where it has them.
"""

from setspace.core.process.plans import ithrive, others, tpas

PLANS = (
    tpas.TPAS_SESSION,
    tpas.TPAS_INTRODUCTION,
    tpas.TPAS_EVALUATION,
    tpas.TPAS_FOLLOW_UP,
    ithrive.ITHRIVE_TWO_HOLDERS,
    ithrive.ITHRIVE_THREE_HOLDERS,
    ithrive.ITHRIVE_SIX_SHORT,
    others.SEAL_SESSION,
    others.COMMUNITY_RESOLVE,
    others.YORK_SESSION,
    others.TROIKA_SESSION,
    others.WIAL_SESSION,
)
