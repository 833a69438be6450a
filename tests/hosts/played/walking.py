"""Every page that somebody comes to by following links from home, as they would read it."""

import re

from django.test import Client

from tests.hosts.played.applying import DECLINED, TEN
from tests.hosts.played.forming import NO
from tests.hosts.played.stage import Stage
from tests.hosts.played.tables import nothing_changes

MOST = 150  # pages of one person
HREF = re.compile(r'href="(/[^"#?]*)')
NO_PAGES = ("/static/", "/calendar/", "/practice/", "/formats/", "/rehearsals/", "/log/", "/privacy", "/help")


def check_pages(stage: Stage) -> None:
    """Whose words and addresses stand where, for those who take part and for those who look after it."""
    who = ("mei", "xan", NO, DECLINED, "ruth", "ade", "charlie")
    browsers = {name: stage.browser(name) for name in who}
    with nothing_changes("walking through everybody’s pages"):
        pages = {name: walked(browser, "/", "/hosts/") for name, browser in browsers.items()}
    for name in who[:4]:
        _check_applicant(pages[name], name)
    _check_organiser(stage, pages["ruth"])
    _check_facilitator(pages["ade"])
    _check_stranger(stage, pages["charlie"])


def walked(browser: Client, *first: str) -> dict[str, str]:
    """Each page by its address."""
    found: dict[str, str] = {}
    waiting = list(first)
    while waiting and len(found) < MOST:
        address = waiting.pop(0)
        if address in found or address.startswith(NO_PAGES):
            continue
        answer = browser.get(address)
        assert answer.status_code in {200, 302}, (address, answer.status_code)
        found[address] = b"".join(answer).decode() if answer.status_code == 200 else ""
        waiting += [answer.headers["Location"]] if answer.status_code == 302 else HREF.findall(found[address])
    assert len(found) < MOST
    return found


def _check_applicant(pages: dict[str, str], name: str) -> None:
    assert any("Housing, Spring 2027" in page for page in pages.values())
    for other in set(TEN.split()) - {name}:
        assert [where for where, page in pages.items() if _has_address(page, other)] == []
        assert [where for where, page in pages.items() if f"of {other}, confidential" in page] == []


def _check_organiser(stage: Stage, pages: dict[str, str]) -> None:
    """Aims, and whom somebody would rather not meet; nothing that was meant for a facilitator or a set."""
    everything = "\n".join(pages.values())
    for name in TEN.split():
        assert _has_address(everything, name)
        assert f"Aims of {name}, confidential" in everything
        assert f"Apart of {name}, confidential" in everything
    for words in stage.secrets:
        assert words.startswith(("Aims of", "Apart of")) or words not in everything
    assert not any(words in everything for words in stage.said)


def _check_facilitator(pages: dict[str, str]) -> None:
    """What the people of their own set wrote for them, and no more."""
    everything = "\n".join(pages.values())
    assert set(re.findall(r"(\w+) of mei, confidential", everything)) == {"Aims", "Issue", "Access_Needs"}
    assert "of dev, confidential" not in everything
    assert "Apart of" not in everything


def _check_stranger(stage: Stage, pages: dict[str, str]) -> None:
    everything = "\n".join(pages.values())
    for words in (*stage.secrets, *stage.said, "Housing, Spring 2027: "):
        assert words not in everything
    assert not any(_has_address(everything, name) for name in TEN.split())


def _has_address(page: str, name: str) -> bool:
    """And not merely the example of an address that a form gives: mei@example.org.uk."""
    return re.search(rf"\b{name}@example\.org(?!\.)", page) is not None
