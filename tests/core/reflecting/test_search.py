from hypothesis import given
from hypothesis import strategies as st

from setspace.core.reflecting.search import AROUND, excerpt, is_found, pieces, terms

WORDS = "I was Planning my next question; the café was closed. I plan less now."


def test_words_are_found_whatever_their_case_and_accents() -> None:
    assert is_found(WORDS, terms("PLAN cafe"))
    assert is_found(WORDS, terms("Café"))
    assert not is_found(WORDS, terms("plan tea"))
    assert not is_found(WORDS, terms("  "))


def test_what_is_found_is_marked_where_it_stands() -> None:
    assert [piece.text for piece in pieces(WORDS, terms("plan café")) if piece.is_hit] == [
        "Plan",
        "café",
        "plan",
    ]
    assert [piece.text for piece in pieces("aaa", terms("aa")) if piece.is_hit] == ["aaa"]


@given(st.text(), st.text(max_size=5))
def test_marking_changes_no_letter(text: str, query: str) -> None:
    wanted = terms(query)
    cut = pieces(text, wanted)
    assert "".join(piece.text for piece in cut) == text
    assert any(piece.is_hit for piece in cut) or not is_found(text, wanted)


@given(st.text(max_size=300), st.text(alphabet="aé ", max_size=4))
def test_an_excerpt_shows_what_was_found(text: str, query: str) -> None:
    wanted = terms(query)
    assert any(piece.is_hit for piece in excerpt(text, wanted)) or not is_found(text, wanted)


def test_an_excerpt_says_that_there_is_more() -> None:
    long = "word " * 100 + "here " + "word " * 100
    shown = excerpt(long, terms("here"))
    assert (shown[0].text, shown[-1].text) == ("… ", " …")
    assert sum(len(piece.text) for piece in shown) < 2 * AROUND + 20
