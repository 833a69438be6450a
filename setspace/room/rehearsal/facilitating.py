"""What a simulated facilitator does: hold the course, bring people in, and give nothing of their own."""

from collections.abc import Iterator

from setspace.core.process import commands as c
from setspace.room.rehearsal.taking_part import check_in
from setspace.room.rehearsal.wishes import SECOND, Glance, Habit, Region, Wish

MINUTE = 60 * SECOND
PATIENCE = 3 * MINUTE  # for those who are late, for a long answer, for parts that nobody reads
A_MINUTE_MORE, A_BREATH, ONCE_MORE = 0.15, 0.04, 0.03  # how often, of all stages


def start(glance: Glance) -> Iterator[Wish]:
    card = glance.region("now")
    if card.get("phase") != "waiting" or card["n_members"] < card["least"]:
        return
    everybody = all(tile["is_present"] for tile in glance.region("people")["people"])
    starts_at = glance.region("clock")["starts_at"]
    since = starts_at if everybody else starts_at + PATIENCE
    yield Wish(("start", everybody), c.Start(), 5, 25, since=since, may_repeat=True)


def order(glance: Glance) -> Iterator[Wish]:
    """By the bids, where there are bids; else as they sit, sometimes changed where the order is agreed."""
    region, card = glance.region("order"), glance.region("now")
    if not region or not region["is_open"]:
        return
    chosen = [row["person"] for row in region["chosen"]]
    settled = [row["person"] for row in region["chosen"] if row["is_settled"]]
    rows = (*region["chosen"], *region["others"])
    free = [row for row in rows if row["person"] not in settled and not row["passed"]]
    wanted = _wanted(glance, settled, free)[: region["turns"]]
    if wanted and wanted != chosen:
        yield Wish(("order", *wanted), c.OrderHolders(tuple(wanted)), 4, 12, may_repeat=card["needs_holder"])


def bring_in(glance: Glance) -> Iterator[Wish]:
    """Whoever has waited longest asks next; a long answer is given its time."""
    region = glance.region("queue")
    if not region or not region["waiting"] or glance.ends_at is None:
        return
    first = region["waiting"][0]["person"]
    if region["asking"] is None:
        yield Wish(("floor", glance.visit, first), c.GiveFloor(first), 3, 9, may_repeat=True)
        return
    n_asked = len(glance.region("asked").get("questions", []))
    key = ("pass on", glance.visit, region["asking"]["person"], n_asked)
    since = glance.drawn(("seen", *key), lambda: glance.now) + PATIENCE
    yield Wish(key, c.GiveFloor(first), 5, 20, since=since)


def go_round(glance: Glance) -> Iterator[Wish]:
    """In a go-round, the next who has not spoken."""
    rows: list[Region] = glance.region("round").get("rows", [])
    if any(row["is_now"] and not row["is_done"] for row in rows):
        return
    here = _here(glance)
    for row in rows:
        if row["may_give"] and not row["is_done"] and row["person"] in here:
            yield Wish(("round", glance.visit, row["person"]), c.GiveFloor(row["person"]), 2, 8)
            return


def move_on(glance: Glance) -> Iterator[Wish]:
    """When the time of a stage is up, and not before."""
    card, ends_at = glance.region("now"), glance.ends_at
    if card.get("phase") != "running" or ends_at is None or card["needs_holder"]:
        return
    is_over = card["go"] == "End the session"
    command = c.End() if is_over else c.NextStage(card["seen"])
    yield Wish(("next", card["seen"], ends_at), command, 1, 6, since=ends_at, may_repeat=True)


def give_time(glance: Glance) -> Iterator[Wish]:
    """When the session is behind: the way that costs least, after a look at it."""
    region = glance.region("giving")
    if not region.get("ways") or region["is_put_off"] or region["asked"]:
        return
    way = region["ways"][0]["kind"]
    yield Wish(("give", glance.visit, region["minutes"]), c.GiveTime(way, region["minutes"]), 10, 40)


def add_a_minute(glance: Glance) -> Iterator[Wish]:
    """Now and then, outside of turns: everybody's turn has the same minutes."""
    if glance.ends_at is None or glance.stage_number >= 0 or glance.region("clock")["is_break"]:
        return
    if glance.happens(("more", glance.visit), A_MINUTE_MORE):
        command = c.AddMinutes(glance.region("now")["seen"])
        yield Wish(("add", glance.visit), command, 0, 15, since=glance.ends_at - 25 * SECOND)


def hold_the_clock(glance: Glance) -> Iterator[Wish]:
    card = glance.region("now")
    if card.get("phase") != "running":
        return
    if card["is_held"]:
        yield Wish(("go on", glance.visit), c.GoOn(), 30, 75, may_repeat=True)
    elif glance.stage_number > 0 and glance.happens(("hold", glance.visit), A_BREATH):
        yield Wish(("hold", glance.visit), c.Pause(), 15, 40)


def go_back(glance: Glance) -> Iterator[Wish]:
    """Once in a while a stage was left too soon."""
    if glance.stage_number not in (1, 2) or glance.ends_at is None:
        return
    if glance.happens(("back", glance.visit), ONCE_MORE):
        yield Wish(("back", glance.visit), c.Back(glance.region("now")["seen"]), 4, 12)


def close(glance: Glance) -> Iterator[Wish]:
    """When everybody has read their part; or after a while, for it can be read later too."""
    card = glance.region("now")
    if card.get("phase") != "ended":
        return
    rows: list[Region] = glance.region("parts").get("rows", [])
    all_read = all(row["is_approved"] or row["is_empty"] for row in rows)
    ended = glance.drawn(("ended",), lambda: glance.now)
    since = ended if all_read else ended + PATIENCE
    yield Wish(("close", all_read), c.Close(), 10, 40, since=since, may_repeat=True)


FACILITATING: tuple[Habit, ...] = (
    start,
    check_in,
    order,
    bring_in,
    go_round,
    move_on,
    add_a_minute,
    give_time,
    hold_the_clock,
    go_back,
    close,
)


def _wanted(glance: Glance, settled: list[str], free: list[Region]) -> list[str]:
    """Who holds an issue today, in order; empty where it stays as it is."""
    if glance.region("round").get("kind") == "bids" and not _bids_are_made(glance):
        return []
    bids = [row for row in free if row["bid"]]
    if bids:
        by_need = sorted(bids, key=lambda row: -int(row["bid"]["alive"]))
        return settled + [row["person"] for row in by_need]
    if glance.region("now")["needs_holder"]:
        return settled + [row["person"] for row in free]
    kind = next((item["kind"] for item in glance.region("agenda")["items"] if item["when"] == "now"), "")
    if kind != "order" or not glance.happens(("reorder",), 0.5):
        return []
    people = [row["person"] for row in free]
    drawn = glance.drawn(("new order",), lambda: glance.chance.sample(people, len(people)))
    return settled + [person for person in drawn if person in people]


def _here(glance: Glance) -> set[str]:
    tiles: list[Region] = glance.region("people").get("people", [])
    return {str(tile["person"]) for tile in tiles if tile["is_present"]}


def _bids_are_made(glance: Glance) -> bool:
    """All who are here have bid, or there is no more time for it."""
    here = _here(glance)
    nearly = glance.ends_at is not None and glance.now >= glance.ends_at - 20 * SECOND
    return nearly or all(row["is_done"] for row in glance.region("round")["rows"] if row["person"] in here)
