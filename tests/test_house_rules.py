"""The promises of STYLE.md that no linter knows. Each rule has a line that passes and one that fails."""

import pytest

from tests.house import (
    ROOT,
    LineRule,
    borrowed_static,
    borrowed_templates,
    dead_links,
    files,
    icons_asked_for,
    icons_drawn,
    is_any,
    is_code,
    is_page,
    is_product,
    is_read_by_people,
    is_template,
    long_functions,
    sentences,
    settings_in,
)

pytestmark = pytest.mark.once

MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 30

NO_PROMISES_WE_CANNOT_KEEP = LineRule(
    why="Words for what we cannot promise",
    pattern=r"100 ?% secure|military.grade|zero.knowledge|end.to.end|nobody can read|\banonymous|exactly once"
    r"|permanently deleted",
    looks_at=is_read_by_people,
    must_pass="The people who run this server could technically read it.",
    must_fail="Your notes are protected by military-grade encryption.",
)

LINE_RULES = [
    NO_PROMISES_WE_CANNOT_KEEP,
    LineRule(
        why="The address of a package registry",
        pattern=r"\b(pypi|pythonhosted|npmjs|debian)\.(org|com|net)",
        looks_at=is_any,
        must_pass="Install it:  apt-get install chromium",
        must_fail='"resolved": "registry.npmjs.org/idiomorph"',
    ),
    LineRule(
        why="A path of one machine",
        pattern=r"(^|[\s\"'=(:`])/(home|root|work|farm|tmp|Users)/\w",
        looks_at=is_any,
        must_pass="/var/lib/setspace/master-key",
        must_fail="folder = '/home/ade/setspace'",
    ),
    LineRule(
        why="Markup that is not escaped",
        pattern=r"\|\s*safe\b|\bmark_safe\b|\bSafeString\b|autoescape\s+(off|false)",
        looks_at=is_product,
        must_pass="<p>{{ note }}</p>",
        must_fail="<p>{{ note|safe }}</p>",
    ),
    LineRule(
        why="Inline style: the page's policy refuses it",
        pattern=r"\sstyle=|<style\b",
        looks_at=is_page,
        must_pass='<rect class="bar" width="40"/>',
        must_fail='<div style="width: 40%">',
    ),
    LineRule(
        why="Inline script: the page's policy refuses it",
        pattern=r"<script\b(?![^>]*\bsrc=)|\son[a-z]+=[\"']|javascript:",
        looks_at=is_page,
        must_pass='<script type="module" src="{% static \'room/room.js\' %}"></script>',
        must_fail='<button onclick="next()">',
    ),
    LineRule(
        why="Something that came from another place: every page and mail stands alone",
        pattern=r"(src|srcset|action)=[\"'](https?:)?//|@import\s+url\([\"']?https?:",
        looks_at=lambda name: is_template(name) or name.endswith(".css"),
        must_pass='<img src="{% static \'web/mark.svg\' %}" alt="">',
        must_fail='<img src="https://images.example.org/mark.png" alt="">',
    ),
    LineRule(
        why="A suppression without its reason",
        pattern=r"#\s*(type: ignore(\[[\w, -]+\])?|noqa(:( ?[A-Z]{1,4}\d{1,4},?)+)?|pragma: no cover)\s*$",
        looks_at=lambda name: name.endswith(".py"),
        must_pass="import early  # noqa: E402  the environment comes first",
        must_fail="import early  # noqa: E402",
    ),
    LineRule(
        why="Something put off",
        pattern=r"\b(TODO|FIXME|XXX)\b|coming soon|not implemented|lorem ipsum",
        looks_at=lambda name: is_product(name) or name.startswith(("docs/", "tests/", "scripts/")),
        must_pass="Minutes that are left go to the next stage.",
        must_fail="# TODO: minutes that are left",
    ),
]


def each_rule() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("rule", LINE_RULES, ids=[rule.why for rule in LINE_RULES])


@each_rule()
def test_a_line_rule_tells_good_from_bad(rule: LineRule) -> None:
    assert not rule.breaks(rule.must_pass)
    assert rule.breaks(rule.must_fail)


@each_rule()
def test_a_line_rule_is_kept_everywhere(rule: LineRule) -> None:
    broken = [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, path in files()
        if rule.looks_at(name)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if rule.breaks(line)
    ]
    assert broken == []


def test_sentences_in_code_promise_nothing_that_cannot_be_kept() -> None:
    bad = 'WORDS = "Your answers are anonymous to all."\n'
    assert [NO_PROMISES_WE_CANNOT_KEEP.breaks(words) for _, words in sentences(bad)] == [True]
    assert list(sentences('"""Zero knowledge of Django is needed."""\n')) == []

    broken = [
        f"{name}:{line}: {words[:100]}"
        for name, path in files()
        if is_product(name) and name.endswith(".py")
        for line, words in sentences(path.read_text(encoding="utf-8"))
        if NO_PROMISES_WE_CANNOT_KEEP.breaks(words)
    ]
    assert broken == []


def test_files_are_short_enough_to_read_in_one_go() -> None:
    def too_long(source: str) -> bool:
        return len(source.splitlines()) > MOST_LINES

    assert not too_long("line\n" * MOST_LINES)
    assert too_long("line\n" * (MOST_LINES + 1))
    assert [name for name, path in files() if is_code(name) and too_long(path.read_text("utf-8"))] == []


def test_functions_are_short_enough_to_see_at_once() -> None:
    body = "    pass\n"
    assert long_functions(f"def short():\n{body * 30}", MOST_LINES_OF_A_FUNCTION) == []
    assert long_functions(f"def long():\n{body * 31}", MOST_LINES_OF_A_FUNCTION) == ["long"]

    broken = [
        f"{name}: {function}"
        for name, path in files()
        if name.endswith(".py") and is_code(name)
        for function in long_functions(path.read_text(encoding="utf-8"), MOST_LINES_OF_A_FUNCTION)
    ]
    assert broken == []


def test_templates_borrow_only_from_their_own_app_from_below_and_from_web() -> None:
    assert borrowed_templates("room", '{% extends "web/page.html" %}{% include "room/held.html" %}') == []
    assert borrowed_templates("records", '{% include "room/held.html" %}') == ["room/held.html"]
    assert borrowed_static("room", "{% static 'web/mark.svg' %}") == []
    assert borrowed_static("records", "{% static 'room/room.js' %}") == ["room/room.js"]

    broken = [
        f"{name}: {other}"
        for name, path in files()
        if is_template(name) and "/templates/" in name
        for source in [path.read_text(encoding="utf-8")]
        for other in borrowed_templates(name.split("/")[1], source)
        + borrowed_static(name.split("/")[1], source)
    ]
    assert broken == []


def test_every_icon_that_a_page_asks_for_is_drawn() -> None:
    assert icons_asked_for('{% include "web/icon.html" with size="s" name="lock" %}{{ icon("star") }}') == {
        "lock",
        "star",
    }
    assert "lock" in icons_drawn()
    assert "padlock" not in icons_drawn()

    asked = {
        (name, icon)
        for name, path in files()
        if is_template(name)
        for icon in icons_asked_for(path.read_text(encoding="utf-8"))
    }
    assert {(name, icon) for name, icon in asked if icon not in icons_drawn()} == set()


def test_every_setting_is_documented_and_every_documented_setting_exists() -> None:
    assert settings_in('env.text("SETSPACE_DATA", "var")') == {"SETSPACE_DATA"}
    assert settings_in("SETSPACE_TEST_REDIS_URL") == set()

    python = [path for name, path in files() if is_product(name) and name.endswith(".py")]
    used = {setting for path in python for setting in settings_in(path.read_text(encoding="utf-8"))}
    documented = settings_in((ROOT / "docs" / "hosting.md").read_text(encoding="utf-8"))
    assert used - documented == set()
    assert {setting for setting in documented - used if setting.removesuffix("_FILE") not in used} == set()


def test_every_page_of_the_documentation_opens_with_who_it_is_for() -> None:
    def opens_well(source: str) -> bool:
        lines = [line for line in source.splitlines() if line.strip()]
        return lines[0].startswith("# ") and lines[1].startswith("For ")

    assert opens_well("# Hosting\n\nFor whoever runs the server.\n")
    assert not opens_well("# Hosting\n\nInstall it.\n")

    pages = [
        (name, path)
        for name, path in files()
        if name.startswith("docs/") and name.endswith(".md") and "/decisions/" not in name
    ]
    assert pages != []
    assert [name for name, path in pages if not opens_well(path.read_text("utf-8"))] == []


def test_every_link_in_the_documentation_leads_somewhere() -> None:
    readme = ROOT / "README.md"
    assert dead_links(readme, "[style](STYLE.md) [rules](STYLE.md#code) [law](https://example.org)") == []
    assert dead_links(readme, "![room](docs/pictures/none.png)") == ["docs/pictures/none.png"]

    broken = [
        f"{name}: {link}"
        for name, path in files()
        if name.endswith(".md")
        for link in dead_links(path, path.read_text(encoding="utf-8"))
    ]
    assert broken == []
