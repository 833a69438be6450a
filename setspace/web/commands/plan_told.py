"""A timetable as `setspace plan` tells it to people."""

from typing import Any

from setspace.core.process import catalogue
from setspace.lib import words

WAYS = {
    "white_space": "use {white} minutes of white space, if all agree",
    "all_turns": "shorten every turn by {each}, all by the same",
    "last_turn": "the last holder goes first next time, and the ledger says so",
}


def told(found: dict[str, Any]) -> str:
    """The lines to print for what `timetable` found."""
    title = catalogue.plans()[found["plan"]].title
    lines = [f"{title}, {found['people']} people", ""]
    lines += [_line(block, "kept" if block["protected"] else "") for block in found["blocks"]]
    lines += ["", f"Ends at {found['end']}"]
    if found["white_space"]:
        lines.append(f"White space, outside the plan, until {found['white_space']['end']}")
    return "\n".join([*lines, *_without_turn(found), *_late(found), *_answers(found)])


def _without_turn(found: dict[str, Any]) -> list[str]:
    without, people = found["without_turn"], found["people"]
    if not without:
        return []
    turns = words.counted(people - without, "turn", "turns").capitalize()
    hold = words.counted(without, "of them holds", "of them hold")
    return ["", f"{turns} for {words.number(people)} people: {hold} no issue this time."]


def _late(found: dict[str, Any]) -> list[str]:
    if not found["late"]:
        return []
    gave = ", ".join(f"{one['title']} {one['minutes']}" for one in found["gave"]) or "nothing"
    lines = ["", f"{found['late']} minutes late. Gives: {gave}. Every turn keeps its time."]
    if found["short"]:
        lines.append(f"{found['short']} minutes are still missing. Choose, so that everybody sees it:")
        lines += [f"  {_way(choice)}" for choice in found["choices"]] or ["  nothing is left to give them"]
    return lines


def _way(choice: dict[str, Any]) -> str:
    each = next((g["minutes"] for g in choice["gave"] if g["key"].startswith("turn")), 0)
    minutes, seconds = divmod(round(each * 60), 60)
    words = f"{minutes} minutes" + (f" {seconds} seconds" if seconds else "")
    return WAYS[choice["key"]].format(white=choice["white_space"], each=words)


def _answers(found: dict[str, Any]) -> list[str]:
    longer = [answer for answer in found["answers"] if answer["needs_consent"]]
    if not longer:
        return []
    minutes = next(block["minutes"] for block in longer[0]["blocks"] if block["protected"])
    return ["", f"Or, if all agree, turns of {minutes} minutes, ending at {longer[0]['end']}"]


def _line(block: dict[str, Any], mark: str) -> str:
    times = f"{block['start']} to {block['end']}"
    return f"  {times}  {block['title']:<40}{block['minutes']:>4} min  {mark}".rstrip()
