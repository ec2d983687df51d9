"""What is taken out of a text, what is replaced, and what it may be encoded in."""

from __future__ import annotations

import unicodedata

import pytest

from quizapp.domain.errors import CalledWrongly, Faulty, Refused
from quizapp.formats.chinese_text import read
from quizapp.formats.chinese_text.lines import _HALF, _ODD, lines_of, meant
from tests.formats.chinese_text.text_reading import fields, one, reading

_TEXT = "1. 办公室的根本是什么？\nA. 服务 B. 管理\n【答案】A\n"


@pytest.mark.parametrize("sign", ["\uf06c", "\u200b", "\ufeff", "\u2060", "\u00ad"])
def test_bullets_and_unseen_signs_go(sign: str) -> None:
    text = f"{sign}1. 办公室的根本是什么？\n{sign} A. 服务\n{sign}\tB. 管理\n【答案】A"
    assert fields(text)["options"] == {"A": "服务", "B": "管理"}


def test_no_break_spaces_are_blanks() -> None:
    assert fields("1.\u00a0办公室的根本是什么？\nA.\u00a0服务\u00a0\u00a0B.\u00a0管理\n【答案】A")["options"] == {
        "A": "服务",
        "B": "管理",
    }


def test_whitespace_in_a_stem_is_kept_once() -> None:
    assert fields("1. 请示  与\t\t报告   有何不同（  ）？")["stem"] == "请示 与\t报告 有何不同（  ）？"


def test_radicals_are_replaced_and_told_and_the_question_stays_ready() -> None:
    found = reading("1. 办公室⼯作看⻓远还是看⻔面？\nA. ⻓远 B. ⻔面\n【答案】A")
    (question,) = found.questions
    assert question.verdict == "imported"
    assert question.fields["stem"] == "办公室工作看长远还是看门面？"
    assert question.fields["options"] == {"A": "长远", "B": "门面"}
    assert [(remark.line, remark.reason.code) for remark in found.remarks] == [
        (1, "import-radicals"),
        (2, "import-radicals"),
    ]
    assert found.remarks[0].reason.values == {"replaced": "⼯ → 工、⻓ → 长、⻔ → 门"}


def test_every_radical_means_a_character_or_stays() -> None:
    radicals = [chr(code) for code in range(0x2E80, 0x2FD6) if unicodedata.category(chr(code)) == "So"]
    replaced = [sign for sign in radicals if meant(sign) != sign]
    assert len(replaced) > 300
    assert all(unicodedata.category(meant(sign)) == "Lo" for sign in replaced)


def test_the_text_itself_is_kept_as_it_is() -> None:
    assert fields("１．面积是１０㎡……①还是②？\nＡ．是 Ｂ．否（④）\n答案：Ａ")["stem"] == "面积是１０㎡……①还是②？"


@pytest.mark.parametrize("text", ["⑴ 简述……办会（㈠）。", "⒈简述……办会（㈠）。", "１、简述……办会（㈠）。"])
def test_signs_that_are_several_characters_are_matched_as_those(text: str) -> None:
    assert fields(text)["stem"] == "简述……办会（㈠）。"


def test_plain_signs_have_the_copy_that_the_fast_way_gives() -> None:
    """The copy of a whole text is made by a few replacements: they must be NFKC for all that is not odd."""
    plain = [chr(code) for code in range(0x20, 0x10000) if not 0xD800 <= code < 0xE000 and not _ODD.match(chr(code))]
    assert [sign for sign in plain if unicodedata.normalize("NFKC", sign) != _HALF.get(sign, sign)] == []
    (line,), _ = lines_of("".join(sign for sign in plain if not sign.isspace()))
    assert line.copy == unicodedata.normalize("NFKC", line.text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_usual_encodings_are_found_out(encoding: str) -> None:
    assert read(_TEXT.encode(encoding), "a.txt", "").questions[0].fields["key"] == "A"


def test_another_encoding_is_named() -> None:
    data = _TEXT.replace("办", "辦").replace("务", "務").encode("big5", "replace")
    assert read(data, "a.txt", "big5").questions[0].fields["key"] == "A"
    with pytest.raises(CalledWrongly):
        read(data, "a.txt", "no-such")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<!DOCTYPE html><html><body>1. a</body></html>", Refused),
        (b"\xef\xbb\xbf<html><p>1. a</p></html>", Refused),
        (b"Rar!\x1a\x07\x00", Refused),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Refused),
        (b"\xff\xff\x81", Faulty),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        read(data, "a.txt", "")


def test_line_numbers_are_those_of_the_file() -> None:
    assert one("\n\n  \n1. 简述。\n").line == 4
