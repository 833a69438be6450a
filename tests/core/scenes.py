"""Small scenes of several calls in a row, in which the rules depend on one another."""

from collections.abc import Callable, Iterator

from setspace.core.process import commands as c
from tests.core.asking import Asker
from tests.core.asking_life import LIFE_SCENES
from tests.core.scenes_breaks import BREAK_SCENES
from tests.core.scenes_formats import FORMAT_SCENES
from tests.core.scenes_giving import GIVING_SCENES
from tests.core.scenes_leading import LEADING_SCENES
from tests.core.scenes_showing import SHOWING_SCENES
from tests.core.worlds import LEADER

Scene = Iterator[tuple[str, c.Command]]


def people_wait_and_are_brought_in(asker: Asker) -> Scene:
    oracle, chance = asker.oracle, asker.chance
    waiting = chance.sample(oracle.members, len(oracle.members))
    for person in waiting:
        yield person, c.AskForFloor()
    for _ in range(2):
        yield LEADER, c.GiveFloor(chance.choice([*oracle.queue, asker.anybody()]))
    whim = chance.random()
    if whim < 0.3 and oracle.floor in oracle.members:
        yield "room", c.LeaveSeat(oracle.floor)
    elif whim < 0.6:
        yield oracle.floor, c.LeaveQueue()


def the_session_moves_on_too_soon(asker: Asker) -> Scene:
    """Who waited when it moved on waits again when it goes back, unless they have left."""
    oracle, chance = asker.oracle, asker.chance
    for person in chance.sample(oracle.members, len(oracle.members)):
        yield person, c.AskForFloor()
    if chance.random() < 0.5:
        yield asker.leader(), c.GiveFloor(chance.choice([*oracle.queue, ""]))
    waiting = [*oracle.queue, oracle.floor]
    yield asker.leader(), c.NextStage(len(oracle.watch.spells))
    if chance.random() < 0.4:
        yield "room", c.LeaveSeat(chance.choice(waiting))
    yield asker.leader(), c.Back(len(oracle.watch.spells))


def the_clock_is_held(asker: Asker) -> Scene:
    yield LEADER, c.Pause()
    seen = len(asker.oracle.watch.spells)
    after: list[c.Command] = [
        c.GoOn(),
        c.GoOn(),
        c.NextStage(seen),
        c.Back(seen),
        c.AddMinutes(seen, 2),
        c.End(),
    ]
    yield LEADER, asker.chance.choice(after)


def a_question_is_put_and_marked(asker: Asker) -> Scene:
    by, holder = asker.asker(), asker.oracle.holder
    yield by, c.KeepQuestion(asker.text())
    yield by, c.SendQuestion(asker.text(), asker.one_of(asker.held_by(by)))
    yield holder, c.MarkQuestion(asker.one_of(asker.asked_of(holder)), moved=True)


def actions_are_noted_and_changed(asker: Asker) -> Scene:
    holder = asker.has_held()
    yield holder, c.NoteAction(asker.text())
    yield LEADER, c.ChangeAction(asker.one_of(asker.all_actions()), asker.text())
    yield asker.somebody(LEADER), c.RemoveAction(asker.one_of(asker.all_actions()))


def a_part_is_approved_and_changed(asker: Asker) -> Scene:
    holder = asker.has_held()
    yield holder, c.NameIssue(asker.text())
    sheet = asker.oracle.sheets.get(holder)
    yield holder, c.ApprovePart(sheet.changes if sheet else 0)
    yield holder, c.WordQuestion(asker.text())


def the_order_is_changed(asker: Asker) -> Scene:
    order = list(asker.oracle.order)
    asker.chance.shuffle(order)
    yield LEADER, c.OrderHolders(tuple(order))
    yield LEADER, c.OrderHolders(asker.some_order())


def a_turn_is_passed_over(asker: Asker) -> Scene:
    """Nobody else wants to hold an issue; when a turn was passed over, somebody does."""
    oracle = asker.oracle
    yield LEADER, c.OrderHolders(tuple(oracle.order[: max(1, oracle.n_settled)]))
    for _ in range(9):
        if oracle.n_begun + len(oracle.ahead) < oracle.plan.turns:
            break
        yield LEADER, c.NextStage(len(oracle.watch.spells))
    yield LEADER, c.OrderHolders(asker.some_order())
    yield LEADER, c.NextStage(len(oracle.watch.spells))


def somebody_leaves_and_speaks_on(asker: Asker) -> Scene:
    leaving = (asker.has_held() if asker.chance.random() < 0.5 else "") or asker.member()
    yield "room", c.LeaveSeat(leaving)
    after: list[c.Command] = [c.NameIssue(asker.text()), c.CheckIn(asker.text()), c.AskForFloor()]
    yield leaving, asker.chance.choice(after)
    yield "room", c.TakeSeat(leaving, f"{leaving} Name", "member")
    yield leaving, c.NameIssue(asker.text())


SCENES: dict[str, Callable[[Asker], Scene]] = {
    scene.__name__: scene
    for scene in (
        people_wait_and_are_brought_in,
        the_session_moves_on_too_soon,
        the_clock_is_held,
        a_question_is_put_and_marked,
        actions_are_noted_and_changed,
        a_part_is_approved_and_changed,
        the_order_is_changed,
        a_turn_is_passed_over,
        somebody_leaves_and_speaks_on,
        *BREAK_SCENES,
        *GIVING_SCENES,
        *FORMAT_SCENES,
        *LEADING_SCENES,
        *LIFE_SCENES,
        *SHOWING_SCENES,
    )
}
