"""What the house rules look at: the project's own files, and rules that read them line by line."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("setspace", "tests", "scripts", "docs", ".ci", ".githooks")
KINDS = {".py", ".html", ".txt", ".js", ".css", ".svg", ".md", ".sh", ".toml", ".json", ".in", ".po", ""}
APPS = ("people", "programmes", "hosts", "records", "room")  # from below to above, as imports point
THESE = ("tests/house.py", "tests/test_house_rules.py")  # they hold the lines that must fail


@dataclass(frozen=True)
class LineRule:
    """No line of the files it looks at may hold the pattern."""

    why: str
    pattern: str
    looks_at: Callable[[str], bool]
    must_pass: str
    must_fail: str

    def breaks(self, line: str) -> bool:
        return re.search(self.pattern, line, re.IGNORECASE) is not None


def files() -> Iterator[tuple[str, Path]]:
    """Every file of ours that holds text, with its name from the root."""
    found = [path for path in ROOT.iterdir() if path.is_file()]
    for folder in FOLDERS:
        found += (ROOT / folder).rglob("*")
    for path in sorted(found):
        name = path.relative_to(ROOT).as_posix()
        if path.is_file() and path.suffix in KINDS and "__pycache__" not in name and name not in THESE:
            yield name, path


def is_any(_name: str) -> bool:
    return True


def is_code(name: str) -> bool:
    return name.endswith((".py", ".js", ".css", ".html", ".sh")) and "/migrations/" not in name


def is_product(name: str) -> bool:
    return name.startswith("setspace/")


def is_mail(name: str) -> bool:
    """Mail clients need inline styles, and no page policy applies to them."""
    return is_template(name) and ("/mail/" in name or name.endswith("/mail.html"))


def is_template(name: str) -> bool:
    return is_product(name) and name.endswith(".html")


def is_page(name: str) -> bool:
    return is_template(name) and not is_mail(name)


def is_read_by_people(name: str) -> bool:
    """The interface, the mails and the documentation."""
    in_docs = name.startswith("docs/") or name in ("README.md", "SECURITY.md")
    return in_docs or is_template(name) or (is_product(name) and name.endswith((".txt", ".js")))


def sentences(source: str) -> Iterator[tuple[int, str]]:
    """The strings of a Python file that hold more than one word, docstrings left out."""
    tree = ast.parse(source)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if " " in node.value and id(node) not in docstrings:
            yield node.lineno, node.value


def long_functions(source: str, most: int) -> list[str]:
    """Functions whose body, without its docstring, has more lines than `most`."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        body = node.body[1:] if ast.get_docstring(node) else node.body
        if body and (body[-1].end_lineno or 0) - body[0].lineno + 1 > most:
            found.append(node.name)
    return found


def borrowed_templates(app: str, source: str) -> list[str]:
    """Templates that a template of `app` extends or includes although they are not for it."""
    return _borrowed(app, re.findall(r"{%-?\s*(?:extends|include)\s+[\"']([^\"']+)", source))


def borrowed_static(app: str, source: str) -> list[str]:
    return _borrowed(app, re.findall(r"{%-?\s*static\s+[\"']([^\"']+)", source))


def _borrowed(app: str, names: list[str]) -> list[str]:
    below = APPS[: APPS.index(app) + 1] if app in APPS else (app,)
    return [name for name in names if name.split("/")[0] not in (*below, "web", "vendor")]


def settings_in(source: str) -> set[str]:
    return {name for name in re.findall(r"\bSETSPACE_[A-Z0-9_]+", source) if "_TEST_" not in name}


def icons_asked_for(source: str) -> set[str]:
    """Icons that a template names, in any of the ways that pages and regions have."""
    named = re.findall(r"web/icon\.html[\"'][^%]*\bname=[\"']([\w-]+)[\"']", source)
    named += re.findall(r"\bicon\([\"']([\w-]+)[\"']", source)
    return {*named, *re.findall(r"#i-([\w-]+)", source)}


def icons_drawn() -> set[str]:
    lists = (ROOT / "scripts" / "vendor.py").read_text(encoding="utf-8")
    return set(re.findall(r"^ {4}\"[\w-]+\": \"([\w-]+)\",$", lists, re.MULTILINE))


def dead_links(page: Path, source: str) -> list[str]:
    """Links and pictures of a page of Markdown that lead to no file of ours."""
    targets = re.findall(r"\]\(([^)\s]+)\)", source)
    ours = [target.partition("#")[0] for target in targets if "://" not in target and target[0] != "#"]
    return [target for target in ours if not (page.parent / target).exists()]
