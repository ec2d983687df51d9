"""Word's automatic numbers, as Word shows them."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from quizapp.formats.chinese_text.word.numbering import Numbering, counted
from quizapp.formats.chinese_text.word.styles import ListPlace
from tests.formats.chinese_text.word_files import abstract, numbered

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _numbering(text: str) -> Numbering:
    return Numbering(fromstring(f"<w:numbering {_W}>{text}</w:numbering>"))


@pytest.mark.parametrize(
    ("form", "number", "seen"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 12, "十二"),
        ("chineseCountingThousand", 20, "二十"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1010, "一千零一十"),
        ("chineseLegalSimplified", 23, "贰拾叁"),
        ("upperLetter", 4, "D"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 2, "b"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 9, "ix"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 5, "⒌"),
        ("decimalFullWidth", 10, "１０"),
        ("ideographTraditional", 2, "乙"),
        ("ideographZodiac", 1, "子"),
        ("none", 1, ""),
        ("somethingNew", 7, "7"),
        ("upperRoman", 0, "0"),
    ],
)
def test_numbers_are_seen_in_their_format(form: str, number: int, seen: str) -> None:
    assert counted(number, form) == seen


def test_a_deeper_level_starts_over_behind_one_above_it() -> None:
    lists = _numbering(abstract(0, ("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")) + numbered(1, 0))
    levels = (0, 1, 1, 2, 0, 1, 2)
    seen = [lists.number(ListPlace("1", level), "") for level in levels]
    assert seen == ["1.", "1.1", "1.2", "(a)", "2.", "2.1", "(a)"]


def test_lists_made_after_the_same_one_run_on_unless_they_start_over() -> None:
    lists = _numbering(abstract(0, ("decimal", "%1.")) + numbered(1, 0) + numbered(2, 0) + numbered(3, 0, start=5))
    assert [lists.number(ListPlace(name, 0), "") for name in "1123313"] == ["1.", "2.", "3.", "5.", "6.", "7.", "8."]


def test_a_bullet_and_a_list_that_is_not_there_have_no_number() -> None:
    lists = _numbering(abstract(0, ("bullet", "\uf06c")) + numbered(1, 0))
    assert [lists.number(ListPlace(name, 0), "") for name in ("1", "0", "")] == ["", "", ""]


def test_a_list_style_has_its_levels_where_it_is_named() -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Asked"/>'
        '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Asked"/></w:abstractNum>'
    )
    assert _numbering(linked + numbered(1, 2)).number(ListPlace("1", 0), "") == "一、"
