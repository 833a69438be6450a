"""The room is light, keeps its strict policy, and asks nobody else for anything."""

import gzip

from tests.browser.people import House

MOST_SCRIPT = 32_000  # bytes, gzipped; the room may never pass 100,000


def test_no_page_of_the_room_asks_a_third_party(house: House) -> None:
    tuesday = house.tuesday.started()
    tuesday.move_to("Open questions")
    for person, where in ((tuesday.ade, "room"), (tuesday.mei, "room"), (tuesday.tom, "companion")):
        visitor = house.visitor(person, is_new=True)
        visitor.enter(where)

        assert [url for url in visitor.requests if not url.startswith((house.origin, "data:"))] == []
        assert visitor.violations() == []
        assert visitor.wrong == []


def test_the_rooms_script_is_small(house: House) -> None:
    scripts: dict[str, bytes] = {}
    visitor = house.visitor(house.tuesday.ade, is_new=True)
    visitor.page.on(
        "response",
        lambda answer: scripts.update({answer.url: answer.body()}) if answer.url.endswith(".js") else None,
    )
    visitor.enter()
    visitor.page.wait_for_load_state("networkidle")

    assert len(scripts) > 10
    assert sum(len(gzip.compress(script)) for script in scripts.values()) < MOST_SCRIPT


def test_the_policy_allows_nothing_from_elsewhere_and_nothing_inline(house: House) -> None:
    visitor = house.visitor(house.tuesday.mei)
    answer = visitor.page.goto(f"{house.origin}/sessions/{house.tuesday.room}/room/")
    assert answer is not None
    policy = answer.headers["content-security-policy"]

    assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
    assert "unsafe" not in policy
    assert visitor.page.locator("[style], script:not([src])").count() == 0
