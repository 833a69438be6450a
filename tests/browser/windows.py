"""Windows of Chromium, each as if nobody had used it. Only files that never change stay in its cache."""

from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

LISTENING = """
addEventListener("securitypolicyviolation", (event) =>
  (window.violations ??= []).push(`${event.violatedDirective} ${event.blockedURI}`));
"""
FORGET = "localStorage.clear(); sessionStorage.clear();"

Kind = tuple[tuple[str, Any], ...]


class Windows:
    """A window that a test gave back is handed to the next, tab and all.

    A new tab is a new process of Chromium's, which costs ten times as much as opening a page in it, and a new
    window fetches the product's fifty files anew.
    """

    def __init__(self, chromium: Browser) -> None:
        self._chromium = chromium
        self._idle: dict[Kind, list[Page]] = {}
        self._kinds: dict[BrowserContext, Kind] = {}

    def taken(self, *, is_new: bool = False, **more: Any) -> Page:
        """The tab of a window of this kind, with no cookie and nothing stored.

        A test that changes what cannot be changed back, such as the page's clock, asks for a new one. It ends
        with the test.
        """
        kind = tuple(sorted({**more, "is_new": is_new}.items()))
        idle = self._idle.setdefault(kind, [])
        if idle:
            return idle.pop()
        context = self._chromium.new_context(**more)
        context.add_init_script(LISTENING)
        self._kinds[context] = kind
        return context.new_page()

    def give_back(self, page: Page) -> None:
        context = page.context
        kind = self._kinds[context]
        if ("is_new", True) in kind:
            context.close()
            return
        for other in context.pages[1:]:
            other.close()
        context.clear_cookies()
        if page.url.startswith("http"):
            page.evaluate(FORGET)
        page.goto("about:blank")
        page.emulate_media(color_scheme="null")
        self._idle[kind].append(page)
