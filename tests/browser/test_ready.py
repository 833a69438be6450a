"""Getting ready: one's own camera and sound, for oneself alone, and kind words where there are none."""

from playwright.sync_api import expect

from tests.browser.people import House, Visitor

# What a machine has is stood in for: a moving picture, and a tone in the place of a voice.
MACHINE = """
  window.taken = [];
  navigator.mediaDevices.getUserMedia = async (wish) => {
    if (window.machine === "refuses") throw new DOMException("", "NotAllowedError");
    if (window.machine === "nothing" || (wish.video && window.machine === "microphone")) {
      throw new DOMException("", "NotFoundError");
    }
    const tracks = [];
    if (wish.video) tracks.push(...document.createElement("canvas").captureStream(5).getTracks());
    if (wish.audio) {
      const audio = new AudioContext();
      const tone = audio.createOscillator();
      const out = audio.createMediaStreamDestination();
      tone.connect(out);
      tone.start();
      tracks.push(...out.stream.getTracks());
    }
    window.taken.push(...tracks);
    return new MediaStream(tracks);
  };
"""
LIVE = "() => window.taken.filter((one) => one.readyState === 'live').length"


def ready(house: House, machine: str = "both") -> Visitor:
    visitor = house.visitor(None, is_new=True)
    visitor.before_pages(f"window.machine = '{machine}';{MACHINE}")
    visitor.go("/ready/")
    return visitor


def test_camera_and_microphone_are_on_when_asked_for_and_off_when_told(house: House) -> None:
    visitor = ready(house)
    page = visitor.page
    assert page.evaluate(LIVE) == 0
    visitor.press("Check camera and sound")
    expect(page.get_by_role("status")).to_contain_text("Your camera and microphone are on.")
    expect(page.locator("video")).to_be_visible()
    page.wait_for_function("() => document.querySelector('meter').value > 0.1")
    assert page.evaluate(LIVE) == 2

    visitor.press("Switch both off")
    expect(page.get_by_role("status")).to_have_text("Both are off.")
    expect(page.locator("video")).to_be_hidden()
    assert page.evaluate(LIVE) == 0
    assert visitor.violations() == []
    sent = [url for url in visitor.requests if not url.startswith((f"{house.origin}/static/", "data:"))]
    assert sent == [f"{house.origin}/ready/"]


def test_without_a_camera_the_microphone_is_tried_alone(house: House) -> None:
    visitor = ready(house, "microphone")
    visitor.press("Check camera and sound")
    expect(visitor.page.get_by_role("status")).to_contain_text("there is no camera")
    expect(visitor.page.locator("video")).to_be_hidden()


def test_what_the_browser_refuses_or_the_machine_has_not_is_said_kindly(house: House) -> None:
    for machine, words in (("refuses", "does not let this page use them"), ("nothing", "We found no camera")):
        visitor = ready(house, machine)
        visitor.press("Check camera and sound")
        expect(visitor.page.get_by_role("status")).to_contain_text(words)


def test_without_script_the_page_says_what_else_to_do(house: House) -> None:
    visitor = house.visitor(None, java_script_enabled=False)
    visitor.go("/ready/")
    expect(visitor.page.get_by_text("use its own test of camera and sound")).to_be_visible()
    expect(visitor.page.get_by_role("button", name="Check camera and sound")).to_be_hidden()
    expect(visitor.page.get_by_role("heading", name="How to prepare")).to_be_visible()
