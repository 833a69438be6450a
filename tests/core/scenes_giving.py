"""Scenes about time: the session runs late, and what is given, asked of all, and undone."""

from collections.abc import Iterator

from setspace.core.process import commands as c
from tests.core.asking import Asker

Scene = Iterator[tuple[str, c.Command]]


def time_is_given_and_undone(asker: Asker) -> Scene:
    for way in ("blocks", "one_block", "all_turns", "last_turn"):
        yield asker.leader(), c.GiveTime(way, asker.late)
    if asker.chance.random() < 0.5:
        yield asker.leader(), c.Undo(asker.oracle.time_changes)


def what_was_done_last_is_undone(asker: Asker) -> Scene:
    """Time is given, minutes are added, a turn is passed, in any order; then some of it is undone."""
    oracle, chance = asker.oracle, asker.chance
    for _ in range(chance.randint(1, 3)):
        ahead = chance.choice(oracle.order[oracle.n_settled :] or [asker.member()])
        seen = len(oracle.watch.spells)
        done: list[c.Command] = [
            c.GiveTime(chance.choice(["blocks", "blocks", "one_block", "all_turns"]), asker.late),
            c.AddMinutes(seen),
            c.PassTurn(ahead),
            c.MarkAbsent(ahead),
        ]
        yield asker.leader(), chance.choice(done)
        if chance.random() < 0.25:
            after: list[c.Command] = [c.NextStage(seen), c.Return(ahead), c.OrderHolders(asker.some_order())]
            yield asker.leader(), chance.choice(after)
    for _ in range(chance.randint(1, 3)):
        yield asker.leader(), c.Undo(oracle.time_changes)


def everybody_is_asked(asker: Asker) -> Scene:
    for person in asker.oracle.members:
        yield person, c.Arrive()
    way = asker.chance.choice(["white_space", "white_space", "longer_turns"])
    yield asker.leader(), c.GiveTime(way, asker.chance.choice([1, 1, 2, 3, asker.late]))
    for person in asker.oracle.members:
        yield person, c.Agree(asker.oracle.time_changes, asker.chance.random() < 0.9)


def a_question_is_kept_and_let_go(asker: Asker) -> Scene:
    by = asker.asker()
    yield by, c.KeepQuestion(asker.text())
    yield by, c.DropQuestion(asker.one_of(asker.held_by(by)))


GIVING_SCENES = (
    time_is_given_and_undone,
    what_was_done_last_is_undone,
    everybody_is_asked,
    a_question_is_kept_and_let_go,
)
