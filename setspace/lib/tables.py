"""Tables as spreadsheets write and read them: signs that begin a formula are made plain on the way out."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
_BYTE_ORDER_16 = (b"\xff\xfe", b"\xfe\xff")


class Unreadable(Exception):
    """What is wrong with a table, as one sentence for whoever sent it."""


def plain_cell(value: object) -> str:
    """Spreadsheets take a leading sign for a formula, after spaces too; an apostrophe makes it plain text."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(" \u00a0").startswith(FORMULA_SIGNS) else text


def written(rows: Iterable[Sequence[object]]) -> str:
    """A table that spreadsheets open as it is meant: UTF-8 with its mark, and no formula in it."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerows([plain_cell(cell) for cell in row] for row in rows)
    return f"\ufeff{out.getvalue()}"


def read(data: bytes) -> list[tuple[int, list[str]]]:
    """Each row that holds anything, with its line: commas, semicolons or tabs, whatever Excel saved it as."""
    text = _decoded(data)
    first, _, rest = text.partition("\n")
    skipped = 1 if first.strip().lower().startswith("sep=") else 0
    if skipped:
        text = rest
    return list(_rows(text, skipped))


def _rows(text: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    lines = list(io.StringIO(text, newline=""))
    delimiter = _delimiter(text)
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        begins = reader.line_num
        try:
            row = next(reader, None)
        except csv.Error:
            _check_quotes(lines[begins : reader.line_num], delimiter, begins + 1 + skipped)
            raise Unreadable(
                "This file cannot be read as a table. Save it as CSV (UTF-8), then try again"
            ) from None
        if row is None:
            return
        _check_quotes(lines[begins : reader.line_num], delimiter, begins + 1 + skipped)
        cells = [_typed(cell) for cell in row]
        if any(cells):
            yield begins + 1 + skipped, cells


def _check_quotes(lines: Sequence[str], delimiter: str, first: int) -> None:
    """The lines of one row. One quotation mark without another makes a cell of all that follows."""
    opened = _open_quote(lines)
    if len(lines) == 1 and opened is None:
        return
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        at = first + (opened or 0)
        raise Unreadable(
            f"A quotation mark in line {at} has no other that closes it. Put it right, then try again"
        ) from None


def _open_quote(lines: Sequence[str]) -> int | None:
    """After which line a quotation mark is open still, where their number is odd."""
    opened: int | None = None
    for at, line in enumerate(lines):
        if line.count('"') % 2:
            opened = at if opened is None else None
    return opened


def _typed(cell: str) -> str:
    """A cell without the apostrophe that made it plain."""
    text = cell.strip()
    return text[1:] if text[:1] == "'" and text[1:2] in FORMULA_SIGNS else text


def _decoded(data: bytes) -> str:
    if b"\x00" in data and not data.startswith(_BYTE_ORDER_16):
        raise Unreadable("This is no table as text. Save it as CSV (UTF-8), then try again")
    for encoding in ("utf-16",) if data.startswith(_BYTE_ORDER_16) else ("utf-8-sig", "cp1252", "latin-1"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("The letters of this file cannot be read. Save it as CSV (UTF-8), then try again")


def _delimiter(text: str) -> str:
    """What parts the names of the columns most often."""
    names = text.lstrip("\r\n").partition("\n")[0]
    return max(",;\t", key=names.count)
