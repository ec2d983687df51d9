"""Text from outside: what is taken away, and what must stay."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.domain.text import MOST_MARKS, clean, clean_line, folded, is_clean
from tests.samples.small_items import unhurried

ACUTE, ENCLOSING = "\u0301", "\u20dd"


@pytest.mark.parametrize("number", [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)])
def test_controls_are_taken_away(number: int) -> None:
    assert clean(f"甲{chr(number)}乙") == "甲乙"
    assert clean(f"a{chr(number)}b") == "ab"
    assert not is_clean(f"甲{chr(number)}乙")


def test_newlines_and_tabs_stay() -> None:
    assert clean("甲\n\t乙é") == "甲\n\t乙é"


@pytest.mark.parametrize("text", ["甲\r\n乙", "甲\r乙", "é甲\r\n乙", "\x00甲\r乙"])
def test_line_ends_become_newlines(text: str) -> None:
    assert clean(text).endswith("甲\n乙")


@pytest.mark.parametrize(
    ("text", "claim"), [("甲\r\n乙", True), ("甲\r乙é", True), ("甲\n乙", True), ("甲\r\n\x1b乙", False)]
)
def test_line_ends_do_not_count_as_unclean(text: str, claim: bool) -> None:
    assert is_clean(text) is claim


@pytest.mark.parametrize("number", [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
def test_bidi_embeddings_overrides_and_isolates_are_taken_away(number: int) -> None:
    assert clean(f"甲{chr(number)}乙") == "甲乙"


@pytest.mark.parametrize("number", [0xD800, 0xDBFF, 0xDC00, 0xDFFF])
def test_lone_surrogates_are_taken_away_so_that_text_can_be_written(number: int) -> None:
    assert clean(f"甲{chr(number)}乙").encode() == "甲乙".encode()


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\ufeff"])
def test_separators_and_byte_order_marks_are_taken_away(character: str) -> None:
    assert clean(f"甲{character}乙") == "甲乙"


def test_an_escape_sequence_becomes_harmless_text() -> None:
    assert clean("甲\x1b]0;标题\x07乙\x9b2J") == "甲]0;标题乙2J"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "“办公室”——‘五种角色’（一）、《条例》……",
        "𠮷野家 㐂 ｶﾞ é ﬁ Ω Ж",
        "👨\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3",
        "葛\U000e0100 辻\ufe00",
        "می\u200cخواهم क्\u200dष",
        "a b\u3000c\u00a0d",
        "[/] [@click=app.quit]x[/] {0} %s \\n",
        "e" + ACUTE * MOST_MARKS,
    ],
)
def test_what_harms_nobody_stays_with_joiners_and_variation_selectors(text: str) -> None:
    assert clean(text) == text
    assert is_clean(text)


@pytest.mark.parametrize("mark", [ACUTE, ENCLOSING, "\u0489"])
def test_a_character_keeps_three_marks_and_no_more(mark: str) -> None:
    assert clean("甲" + mark * 50 + "乙" + mark * 2) == "甲" + mark * 3 + "乙" + mark * 2
    assert not is_clean("甲" + mark * 4)


@pytest.mark.parametrize("between", ["\ufe0f", "\u200d", "\u200c", "\u200b", "\u2060", "\U000e0101"])
def test_a_tower_is_not_built_higher_by_joiners_and_selectors_between(between: str) -> None:
    cleaned = clean("甲" + (ACUTE * 3 + between) * 20)
    assert cleaned.count(ACUTE) == 3
    assert cleaned.count(between) == 20


def test_marks_with_nothing_under_them_are_a_tower_too() -> None:
    assert clean(ACUTE * 10) == ACUTE * 3
    assert clean("\n" + ACUTE * 10) == "\n" + ACUTE * 3


ANY = st.text(st.characters(exclude_categories=()))


@unhurried
@given(text=ANY)
@example("\r\x00\n")
def test_cleaned_text_is_clean_can_be_written_and_has_no_control(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert is_clean(cleaned)
    cleaned.encode()
    assert not [c for c in cleaned if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]


@unhurried
@given(text=ANY)
def test_cleaning_takes_away_and_adds_nothing(text: str) -> None:
    rest = iter(text.replace("\r\n", "\n").replace("\r", "\n"))
    assert all(character in rest for character in clean(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [("  甲\n 乙\t丙  ", "甲 乙 丙"), ("甲\x1b\r\n乙", "甲 乙"), ("　", ""), ("甲　　乙", "甲 乙"), ("甲乙", "甲乙")],
)
def test_a_clean_line_is_one_line_with_blanks_folded(text: str, line: str) -> None:
    assert clean_line(text) == line


@pytest.mark.parametrize(
    ("text", "same"),
    [
        (" ＡＢ c ", "abc"),
        ("《“ 条 例 ”》", "条例"),
        ("条《例》本", "条《例》本"),
        ("«x»", "x"),
        ("\n\t ", ""),
        ("『』", ""),
        ("2０２6年", "2026年"),
    ],
)
def test_text_is_folded_as_answers_are_compared(text: str, same: str) -> None:
    assert folded(text) == same
