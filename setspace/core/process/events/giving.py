"""What was done to the time of the session, asked for, and undone."""

from dataclasses import dataclass

from setspace.core.process.gifts import Gift, GiftKind, Give


@dataclass(frozen=True, slots=True)
class TimeGiven:
    """``white_space`` is a length in milliseconds; ``moved`` goes first next time."""

    at: int
    by: str
    way: GiftKind
    gives: tuple[Give, ...]
    white_space: int
    moved: str

    @property
    def gift(self) -> Gift:
        return Gift(self.way, self.gives, self.white_space, self.moved)


@dataclass(frozen=True, slots=True)
class ConsentAsked:
    at: int
    by: str
    way: GiftKind
    minutes: int
    white_space: int


@dataclass(frozen=True, slots=True)
class Agreed:
    at: int
    by: str


@dataclass(frozen=True, slots=True)
class ProposalDropped:
    """Somebody said no, it was withdrawn, or it was no longer possible."""

    at: int
    by: str


@dataclass(frozen=True, slots=True)
class DecisionPutOff:
    at: int
    by: str


@dataclass(frozen=True, slots=True)
class TimeTakenBack:
    """The newest gift, or the minutes added in this visit after it, was undone."""

    at: int
    by: str
