"""The rounds of i-THRIVE: open questions without advice, and a resources round if the issue holder asks."""

from setspace.core.process.rounds.classic import CLASSIC_45
from setspace.core.process.rounds.resources import with_resources
from setspace.core.process.rounds.tpas import TPAS_40

ITHRIVE_40 = with_resources(
    TPAS_40,
    key="ithrive-40",
    title="Classic round with resources on request, 40 minutes",
    source="i-THRIVE Action Learning Sets; stages of the classic round of 40 minutes",
    after="quiet",
)
ITHRIVE_45 = with_resources(
    CLASSIC_45,
    key="ithrive-45",
    title="Half-day round with resources on request, 45 minutes",
    source="i-THRIVE Action Learning Sets; stages of the half-day round of 45 minutes",
    after="open",
)
