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
    try:
        return list(_rows(text, skipped))
    except csv.Error:
        raise Unreadable(
            "This file cannot be read as a table. Save it as CSV (UTF-8), then try again"
        ) from None


def _rows(text: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    begins = 1
    for row in reader:
        cells = [_typed(cell) for cell in row]
        if any(cells):
            yield begins + skipped, cells
        begins = reader.line_num + 1


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
