"""What may happen: a command on a state, at a moment, gives events or is refused."""

from collections.abc import Callable
from typing import Any

from setspace.core.process import commands as c
from setspace.core.process.decide import (
    breaks,
    closing,
    course,
    formats,
    giving,
    leading,
    life,
    noting,
    seating,
    showing,
    speaking,
)
from setspace.core.process.decide.rules import Answer, is_observer
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.state import Phase, State

Rule = Callable[[State, c.Call, Any, int], Answer]


def decide(state: State, call: c.Call, now: int) -> Answer:
    """The events that follow from a command, or why it is refused.

    ``now`` is the moment of asking in epoch milliseconds. The answer never changes the state.
    Whoever asks must have a seat, except the room itself.
    """
    if isinstance(call.what, c.ROOM_ONLY) and call.by != c.THE_ROOM:
        return Refused(Reason.ROOM_ASKS)
    if call.by != c.THE_ROOM and state.seat(call.by) is None:
        return Refused(Reason.NOT_IN_SET)
    if is_observer(state, call.by) and not isinstance(call.what, c.Arrive):
        return Refused(Reason.OBSERVER_LISTENS)
    if state.phase is Phase.CLOSED and not isinstance(call.what, c.LeaveSeat):
        return Refused(Reason.CLOSED)
    return _RULES[type(call.what)](state, call, call.what, now)


_RULES: dict[type[c.Command], Rule] = {
    c.Prepare: seating.prepare,
    c.TakeSeat: seating.take_seat,
    c.LeaveSeat: seating.leave_seat,
    c.Arrive: seating.arrive,
    c.Start: course.start,
    c.NextStage: course.next_stage,
    c.MoveOn: formats.move_on,
    c.AskForResources: formats.ask_for_resources,
    c.Back: course.back,
    c.AddMinutes: course.add_minutes,
    c.Pause: course.pause,
    c.GoOn: course.go_on,
    c.OrderHolders: course.order_holders,
    c.GiveTime: giving.give_time,
    c.Agree: giving.agree,
    c.DecideLater: giving.decide_later,
    c.Undo: giving.undo,
    c.PassTurn: life.pass_turn,
    c.MarkAbsent: life.mark_absent,
    c.Return: life.return_,
    c.NeedMoment: life.need_moment,
    c.MomentSeen: life.moment_seen,
    c.CallBreak: life.call_break,
    c.QuietWord: life.quiet_word,
    c.Bid: noting.bid,
    c.CheckIn: noting.check_in,
    c.ReportAction: noting.report_action,
    c.NameIssue: noting.name_issue,
    c.WordQuestion: noting.word_question,
    c.PinQuestion: noting.pin_question,
    c.AskForFloor: speaking.ask_for_floor,
    c.LeaveQueue: speaking.leave_queue,
    c.GiveFloor: speaking.give_floor,
    c.KeepQuestion: speaking.keep_question,
    c.DropQuestion: speaking.drop_question,
    c.SendQuestion: speaking.send_question,
    c.MarkQuestion: speaking.mark_question,
    c.NoteAction: noting.note_action,
    c.ChangeAction: noting.change_action,
    c.RemoveAction: noting.remove_action,
    c.Echo: speaking.echo,
    c.Show: showing.show,
    c.TakeBack: showing.take_back,
    c.ComeBack: breaks.come_back,
    c.Score: noting.score,
    c.End: closing.end,
    c.ApprovePart: closing.approve_part,
    c.Close: closing.close,
    c.NameStandIn: leading.name_stand_in,
    c.StandIn: leading.stand_in,
    c.HandOver: leading.hand_over,
    c.AgreeToObserver: leading.agree_to_observer,
}
