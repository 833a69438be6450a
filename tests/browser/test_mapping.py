"""A map of relationships is drawn by mouse, by finger and by keyboard alone, and kept while it is."""

import re
from typing import Any
from uuid import uuid4

from playwright.sync_api import expect

from setspace.core.mapping import editing
from setspace.core.mapping.model import MOST_NODES, Map, Node, Ring
from setspace.records.changes import begin_map, edit_map
from setspace.records.models import RelationshipMap
from setspace.records.queries.maps import drawn_now
from tests.browser.people import PHONE, House, Visitor
from tests.records.world import HELD


def drawing(house: House, names: list[str], **more: Any) -> tuple[Visitor, RelationshipMap]:
    """Mei, in front of a map with these on it in the middle ring."""
    drawn = Map()
    for name in names:
        drawn = editing.add(drawn, Node(str(uuid4()), name, ring=Ring.INFLUENCE))
    row = begin_map(house.tuesday.mei, "Repairs", None, HELD)
    edit_map(row, lambda _: drawn, HELD)
    mei = house.visitor(house.tuesday.mei, **more)
    mei.go(f"/maps/{row.pk}/")
    mei.page.locator("set-map[data-ready]").wait_for()
    return mei, row


def drawn(row: RelationshipMap) -> Map:
    row.refresh_from_db()
    return drawn_now(row.person, row)


def middle(mei: Visitor, name: str) -> tuple[float, float]:
    box = mei.page.locator(f"a.node[data-name='{name}'] rect").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_somebody_is_dragged_to_another_ring_and_a_press_is_no_drag(house: House) -> None:
    mei, row = drawing(house, ["Finance", "Board"])
    x, y = middle(mei, "Finance")
    box = mei.page.locator(".node--me circle").bounding_box()
    assert box is not None
    me_x, me_y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    mei.page.mouse.move(x, y)
    mei.page.mouse.down()
    for share in (0.1, 0.5):
        mei.page.mouse.move(x + (me_x - x) * share, y + (me_y - y) * share)
    mei.page.mouse.up()
    expect(mei.page.locator("[data-said]")).to_have_text(re.compile("^Finance: can act, at "))
    assert drawn(row).nodes[0].ring == Ring.ACT
    expect(mei.page.get_by_role("row", name="Finance")).to_contain_text("I can act here")

    mei.page.locator("a.node[data-name=Board]").click()
    expect(mei.page.locator("#who-h")).to_have_text("Board")
    assert drawn(row).nodes[1].ring == Ring.INFLUENCE
    assert mei.wrong == []


def test_everything_is_done_by_keyboard_alone_and_said(house: House) -> None:
    mei, row = drawing(house, ["Finance", "Board"])
    page, said = mei.page, mei.page.locator("[data-said]")
    page.locator("a.node[data-name=Finance]").focus()
    page.keyboard.press("ArrowDown")
    expect(said).to_have_text(re.compile("^Finance: can only watch, at "))
    page.keyboard.press("ArrowRight")
    expect(page.locator("a.node[data-name=Finance]")).to_be_focused()
    page.keyboard.press("t")
    expect(said).to_have_text("From Finance. Now the other one.")
    page.keyboard.press("Tab")
    expect(page.locator("a.node[data-name=Board]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(said).to_have_text(re.compile("^Finance and Board: fine."))
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    expect(page.locator("#who-h")).to_be_focused()
    page.locator("a.node[data-name=Board]").focus()
    page.keyboard.press("Delete")
    expect(said).to_have_text("Board is off the map. Undo brings them back.")
    page.get_by_role("button", name="Undo").press("Enter")
    expect(said).to_have_text("Your latest change is undone.")
    assert [node.name for node in drawn(row).nodes] == ["Finance", "Board"]
    assert len(drawn(row).ties) == 1
    assert mei.wrong == []


def test_what_is_typed_is_kept_without_a_press_and_the_drawing_follows(house: House) -> None:
    mei, row = drawing(house, ["Finance"])
    mei.page.get_by_role("link", name="Add someone").click()
    expect(mei.page.locator("#map-name")).to_be_focused()
    mei.page.keyboard.type("The chair")
    expect(mei.page.locator("a.node[data-name='The chair']")).to_have_count(1)
    mei.page.get_by_label("What might they say if you asked?").fill("Not now.")
    mei.go("/")  # it is not half a second since
    mei.page.get_by_role("heading", level=1).wait_for()
    mei.go(f"/maps/{row.pk}/")
    expect(mei.page.locator("a.node")).to_have_count(2)
    assert [(node.name, node.note) for node in drawn(row).nodes] == [
        ("Finance", ""),
        ("The chair", "Not now."),
    ]


def test_one_of_sixty_is_dragged_by_finger(house: House) -> None:
    mei, row = drawing(house, [f"Somebody {at}" for at in range(MOST_NODES)], has_touch=True)
    mei.show(PHONE)
    before = drawn(row)
    near = min(before.nodes, key=lambda node: abs(node.turn - 90))
    mei.page.locator(f"a.node[data-name='{near.name}']").scroll_into_view_if_needed()
    x, y = middle(mei, near.name)
    finger = mei.context.new_cdp_session(mei.page)
    for kind, moved in (("touchStart", 0), ("touchMove", 20), ("touchMove", 60), ("touchEnd", 0)):
        points = [] if kind == "touchEnd" else [{"x": x, "y": y + moved}]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    expect(mei.page.locator("[data-said]")).to_have_text(re.compile(f"^{near.name}: can "))
    after = drawn(row)
    assert [one.key for one, now in zip(before.nodes, after.nodes, strict=True) if one != now] == [near.key]
    assert mei.sideways() == 0
    assert mei.wrong == []
