"""While the line is away: presses that come too late are dropped, words are not, and people are told in time.

The page's clock stands still but for what a test lets pass, so that seconds are exact and cost nothing.
"""

from playwright.sync_api import expect

from setspace.people.models import Person
from tests.browser.people import House, Visitor

LOST = "We’ve lost touch with the room. Carry on talking. We’ll catch up by ourselves."
TOO_LATE = "That press did not reach the room. Press again if you still want it."
WORDS = "Drizzle, and glad of it"


# A dead line stands and carries nothing, and no other can be had. What was refused is tried again at once.
LINE = """
Math.random = () => 0.01;
window.WebSocket = class extends WebSocket {
  constructor(url) { super(window.isDead ? new URL("/nowhere", url) : url); }
  send(message) { if (!window.isDead) super.send(message); }
  set onmessage(hear) {
    super.onmessage = (event) => {
      if (window.isDead) return;
      hear(event);
      document.documentElement.dataset.heard = (window.heard = (window.heard ?? 0) + 1);
    };
  }
};
"""


def with_stopped_clock(house: House, person: Person) -> Visitor:
    """Somebody in the room, whose page sees time pass only when it is let pass."""
    visitor = house.visitor(person, is_new=True)
    visitor.before_pages(LINE)
    visitor.page.clock.install()
    visitor.enter()
    visitor.page.clock.pause_at(visitor.page.evaluate("Date.now() / 1000") + 1)
    return visitor


def cut(visitor: Visitor) -> None:
    visitor.page.evaluate("window.isDead = true")


def mend(visitor: Visitor) -> None:
    """A line can be had again, and time passes by itself."""
    visitor.page.evaluate("window.isDead = false")
    visitor.page.clock.resume()


def pass_time(visitor: Visitor, seconds: float) -> None:
    visitor.page.clock.run_for(round(seconds * 1000))


def test_a_press_that_waited_too_long_is_dropped_and_said(house: House) -> None:
    tuesday = house.tuesday.started()
    ade = with_stopped_clock(house, tuesday.ade)
    cut(ade)
    ade.page.locator("[data-key=n]").click()
    pass_time(ade, 16)
    mend(ade)

    expect(ade.page.locator("#toast")).to_have_text(TOO_LATE)
    expect(ade.page.locator("#announcer")).to_contain_text(TOO_LATE)
    assert len(tuesday.known.state.visits) == 1
    ade.page.locator("[data-key=n]").click()
    expect(ade.page.locator("#phase-h")).to_contain_text("Action updates")
    assert len(tuesday.known.state.visits) == 2


def test_a_press_that_waited_a_moment_still_counts(house: House) -> None:
    tuesday = house.tuesday.started()
    ade = with_stopped_clock(house, tuesday.ade)
    cut(ade)
    pass_time(ade, 10)
    ade.page.locator("[data-key=n]").click()
    pass_time(ade, 4)
    mend(ade)

    expect(ade.page.locator("#phase-h")).to_contain_text("Action updates")
    expect(ade.page.locator("#toast")).to_have_count(0)
    assert len(tuesday.known.state.visits) == 2


def test_a_press_that_waits_says_so_and_what_becomes_of_it(house: House) -> None:
    ade = with_stopped_clock(house, house.tuesday.started().ade)
    waits = ade.page.locator(".nowcard__go .waits")
    cut(ade)
    ade.page.locator("[data-key=n]").click()
    pass_time(ade, 1.9)
    expect(waits).to_have_count(0)
    pass_time(ade, 0.2)
    expect(waits).to_have_text("This waits for the line. After ten seconds it is dropped.")
    pass_time(ade, 1)
    expect(ade.page.locator("#announcer")).to_contain_text("After ten seconds it is dropped.")
    pass_time(ade, 13)
    mend(ade)

    expect(ade.page.locator("#toast")).to_have_text(TOO_LATE)
    expect(waits).to_have_count(0)


# The line stands, and what is said on it arrives later.
SLOW = """
window.WebSocket = class extends WebSocket {
  send(message) {
    if (window.isSlow && message.includes('"command"')) (window.kept ??= []).push(() => super.send(message));
    else super.send(message);
  }
};
"""


def test_what_lay_on_a_slow_line_is_not_done_later_unless_it_is_words(house: House) -> None:
    tuesday = house.tuesday.started()
    ade = house.visitor(tuesday.ade, is_new=True)
    ade.before_pages(SLOW)
    ade.enter()
    ade.page.evaluate("window.isSlow = true")
    ade.page.get_by_label("A word or two, if you like").fill(WORDS)
    ade.press("Check in")
    ade.page.locator("[data-key=n]").click()
    ade.page.wait_for_timeout(10_500)
    ade.page.evaluate("kept.forEach((send) => send())")
    told = ade.page.locator(".error-message:visible")

    expect(told).to_contain_text("That press came too late, so nothing was done.")
    expect(ade.region("round")).to_contain_text(WORDS)
    assert len(tuesday.known.state.visits) == 1


def test_words_that_wait_say_that_they_go_out(house: House) -> None:
    tom = with_stopped_clock(house, house.tuesday.started().tom)
    cut(tom)
    tom.page.get_by_label("A word or two, if you like").fill(WORDS)
    tom.press("Check in")
    pass_time(tom, 3)
    waits = tom.region("check_in").locator(".waits")
    expect(waits).to_have_text("This waits for the line, and goes out when it is back.")
    pass_time(tom, 13)
    mend(tom)

    expect(waits).to_have_count(0)
    expect(tom.region("round")).to_contain_text(WORDS)


def test_words_go_out_however_long_they_waited(house: House) -> None:
    tuesday = house.tuesday.started()
    tom = with_stopped_clock(house, tuesday.tom)
    cut(tom)
    tom.page.get_by_label("A word or two, if you like").fill(WORDS)
    tom.press("Check in")
    pass_time(tom, 60)
    mend(tom)

    expect(tom.region("round")).to_contain_text(WORDS)
    expect(tom.page.locator("#toast")).to_have_count(0)


def test_a_lost_line_is_told_three_seconds_after_the_browser_knows(house: House) -> None:
    tom = with_stopped_clock(house, house.tuesday.started().tom)
    told, voice = tom.page.locator("#lost"), tom.page.locator("#announcer")
    cut(tom)
    tom.context.set_offline(True)
    pass_time(tom, 2.9)
    expect(told).to_be_hidden()
    pass_time(tom, 0.2)
    expect(told).to_have_text(LOST)
    pass_time(tom, 1)
    expect(voice).to_have_text(LOST)
    mend(tom)
    tom.context.set_offline(False)

    expect(told).to_be_hidden()
    expect(voice).to_have_text("We’re back in touch.")


def test_a_line_that_falls_silent_is_told_after_some_fourteen_seconds(house: House) -> None:
    tom = with_stopped_clock(house, house.tuesday.started().tom)
    cut(tom)
    pass_time(tom, 12)
    expect(tom.page.locator("#lost")).to_be_hidden()
    pass_time(tom, 4)

    expect(tom.page.locator("#lost")).to_have_text(LOST)


def test_a_short_loss_is_not_worth_a_word(house: House) -> None:
    tom = with_stopped_clock(house, house.tuesday.started().tom)
    tom.context.set_offline(True)
    pass_time(tom, 2)
    heard = tom.page.locator("html").get_attribute("data-heard") or ""
    tom.context.set_offline(False)
    expect(tom.page.locator("html")).not_to_have_attribute("data-heard", heard)
    pass_time(tom, 10)

    expect(tom.page.locator("#lost")).to_be_hidden()
    expect(tom.page.locator("#announcer")).to_have_text("")
