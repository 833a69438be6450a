"""While a list comes in the page shows how far it is; without script, a link does."""

from playwright.sync_api import expect

from setspace.hosts.applicants import applicants_in
from setspace.hosts.changes.importing import AT_ONCE, begin_import, bring_in, keep_list
from setspace.hosts.models import ImportJob
from tests.browser.people import House
from tests.cast import the_cast
from tests.hosts.world import NOW, homeground, housing

LIST = "email\n" + "".join(f"p{number}@example.org\n" for number in range(2 * AT_ONCE))


def begun(house: House) -> tuple[ImportJob, str]:
    ruth = the_cast()["ruth"]
    programme = housing(homeground(ruth))
    job = keep_list(programme, applicants_in(LIST.encode(), {}), ruth, NOW)
    begin_import(job, NOW)
    return job, f"/programmes/{programme.pk}/applications/import/{job.pk}/"


def test_the_bar_moves_by_itself_and_the_page_says_when_the_list_is_in(house: House) -> None:
    _, path = begun(house)
    ruth = house.visitor(the_cast()["ruth"])
    ruth.go(path)
    bar = ruth.page.get_by_role("progressbar", name="Bringing in a list")
    expect(bar).to_have_js_property("value", 0)
    bring_in(NOW, 0.0)
    expect(bar).to_have_js_property("value", AT_ONCE)
    bring_in(NOW, 0.0)
    expect(ruth.page.get_by_role("heading", name="The list is in")).to_be_visible()
    assert ruth.wrong == []


def test_without_script_a_link_shows_how_far_it_is(house: House) -> None:
    _, path = begun(house)
    ruth = house.visitor(the_cast()["ruth"], java_script_enabled=False)
    ruth.go(path)
    bring_in(NOW, 0.0)
    ruth.page.get_by_role("link", name="See how far it is").click()
    expect(ruth.page.locator("progress")).to_have_attribute("value", str(AT_ONCE))
