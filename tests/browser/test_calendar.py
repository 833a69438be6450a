"""The private address of a calendar is shown once, on a page that can be read, and works."""

import urllib.request

from tests.browser.people import PHONE, House


def test_an_address_is_made_read_and_followed(house: House) -> None:
    mei = house.visitor(house.tuesday.mei, PHONE, reduced_motion="reduce")
    mei.go("/account/")
    mei.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    mei.press("Make an address")
    address = mei.page.get_by_label("Private address").input_value()
    assert (mei.barriers(), mei.violations(), mei.sideways()) == ([], [], 0)
    assert mei.page.get_by_role("link", name="Open it in my calendar program").get_attribute("href") == (
        address.replace("http:", "webcal:")
    )
    mei.press("Copy")
    mei.page.get_by_text("Copied").wait_for()
    assert mei.page.evaluate("navigator.clipboard.readText()") == address
    with urllib.request.urlopen(address) as answer:  # noqa: S310  our own server's address
        assert b"BEGIN:VEVENT" in answer.read()
    assert (mei.barriers(), mei.violations(), mei.sideways()) == ([], [], 0)
    mei.page.get_by_role("link", name="Back to your account").click()
    mei.page.get_by_role("button", name="Stop the address").wait_for()
