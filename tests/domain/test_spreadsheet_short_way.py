"""The short way by which most texts are found not to run."""

from __future__ import annotations

import sys
import unicodedata

from quizapp.domain.spreadsheet import would_run


def test_no_letter_and_no_digit_turns_into_what_runs() -> None:
    """The short way past normal forms, which most texts take, is safe for every character there is."""
    letters = [one for one in map(chr, range(sys.maxunicode + 1)) if one.isalnum()]
    assert len(letters) > 100_000
    assert not [one for one in letters if unicodedata.normalize("NFKC", one + "1").lstrip()[:1] in set("=+-@")]
    assert not [one for one in letters if {"\t", "\r"} & set(unicodedata.normalize("NFKC", one))]


def test_the_short_way_does_not_let_anything_through_that_begins_otherwise() -> None:
    assert all(would_run(text) for text in ("=1", "＝1", " +1", "\t1", "\u2003@1", "⁼1"))
    assert not any(would_run(text) for text in ("", "1=1", "甲=1", "'=1"))
