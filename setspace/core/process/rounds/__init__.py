"""The rounds that are shipped: tpas-40, classic-45 and bidding-30, of the field study, section 1.3."""

from setspace.core.process.rounds.bidding import BIDDING_30
from setspace.core.process.rounds.classic import CLASSIC_45
from setspace.core.process.rounds.tpas import TPAS_40

ROUNDS = (TPAS_40, CLASSIC_45, BIDDING_30)
