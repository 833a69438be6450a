"""What happens between meetings: somebody cannot come, dates move, another date is looked for."""

from datetime import date, timedelta

from setspace.programmes.models import Meeting, Poll
from tests.hosts.played.applying import INTO, TUESDAY
from tests.hosts.played.meeting import meeting_named
from tests.hosts.played.stage import Stage, done, each, only, told
from tests.programmes.world import words_of

A_WEEK = timedelta(days=7)
NEW_DATES = (date(2027, 6, 3), date(2027, 6, 10))


def tom_cannot_come(stage: Stage, meeting: Meeting) -> None:
    """And asks Ines to bring an issue in his place."""
    answer = {"said": "apology", "instead": str(stage.person("ines").pk)}
    done(stage.browser("tom").post(f"/sessions/{meeting.pk}/attendance/", answer))
    assert told(stage.work()) == each("ade", "apology") + each("ines", "holds_instead")


def all_that_follow_move(stage: Stage, _held: Meeting) -> None:
    """Ade moves the fourth session by a week, and with it the fifth, the evaluation and the follow-up."""
    meeting, ade = meeting_named((1, "Session 4")), stage.browser("ade")
    answer = {"on": (meeting.on + A_WEEK).isoformat(), "at": "09:30", "plan": "", "following": "all"}
    address = f"/sessions/{meeting.pk}/date/"
    assert "Tuesday 21 December" in words_of(ade.post(address, {**answer, "look": "yes"}))
    assert stage.work() == []
    done(ade.post(address, answer))
    assert told(stage.work()) == each(f"ade {TUESDAY}", "session_moved", times=4)


def another_date_is_found(stage: Stage, _held: Meeting) -> None:
    """Bea asks; three of the four can come on the second date, which is taken."""
    meeting, bea = meeting_named((2, "Session 4")), stage.browser("bea")
    rows = {f"date-{n}-on": day.isoformat() for n, day in enumerate(NEW_DATES, start=1)}
    times = {f"date-{n}-at": "09:30" for n in (1, 2)}
    offer = {"quorum": "3", "closes_on": "2027-05-05", **rows, **times}
    done(bea.post(f"/sessions/{meeting.pk}/polls/", offer))
    new = stage.work()
    assert told(new) == each(INTO, "poll_opened")
    first, second = Poll.objects.get().dates.order_by("on")
    for name in INTO.split():
        answers = {str(first.pk): "no", str(second.pk): "no" if name == "dev" else "yes"}
        done(stage.browser(name).post(only(new, name, "poll_opened").link("/polls/.+/"), answers))
    closed = stage.work()
    assert told(closed) == each("bea", "poll_closed")
    taken = only(closed, "bea", "poll_closed").link("/polls/.+/") + "taking/"
    done(bea.post(taken, {"date": str(second.pk)}))
    assert told(stage.work()) == each(f"bea {INTO}", "session_moved")
    meeting.refresh_from_db()
    assert meeting.on == NEW_DATES[1]
