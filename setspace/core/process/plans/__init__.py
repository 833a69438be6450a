"""The session plans that are shipped.

Minutes, least lengths and the order of giving are those of the field study, section 6.
"""

from setspace.core.process.plans import ithrive, tpas

PLANS = (
    tpas.TPAS_SESSION,
    tpas.TPAS_INTRODUCTION,
    tpas.TPAS_EVALUATION,
    tpas.TPAS_FOLLOW_UP,
    ithrive.ITHRIVE_TWO_HOLDERS,
    ithrive.ITHRIVE_THREE_HOLDERS,
)
