"""Whatever comes as a text or a Word file is read or refused, soon and in little memory."""

from __future__ import annotations

import random
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.errors import QuizError
from quizapp.formats.chinese_text import read
from tests.formats.chinese_text.test_conservation import LINES
from tests.formats.chinese_text.word_files import abstract, lines, numbered, paragraph, run, table, word_file
from tests.instruments.fuzzing import MEGABYTES, SECONDS, fuzz
from tests.instruments.time_bounds import is_within
from tests.samples.small_items import unhurried

_TEXT = "\n".join(LINES)
_SIGNS = " \t\n.、．:：()（）【】[]|_*#-~0123456789ABCabc①Ⅳ㈠⼯\uf06c\u200b\u0300…题答案解析一"


def _word() -> bytes:
    numbering = abstract(0, ("chineseCounting", "%1、")) + abstract(1, ("decimal", "%1."), ("upperLetter", "%2."))
    asked = [paragraph("收文先做什么？", list="2", level=0), paragraph("登记", list="2", level=1)]
    styles = '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="a"/></w:style>'
    blank = paragraph(run("1. 办文要"), run("  ", '<w:u w:val="single"/>'))
    return word_file(
        *asked, blank, lines(_TEXT), table(("题号", "1"), ("答案", "A")), styles=styles,
        numbering=numbering + numbered(1, 0) + numbered(2, 1),
    )  # fmt: skip


def _try(data: bytes, name: str) -> None:
    try:
        found = read(data, name, "")
    except QuizError:
        return
    for question in found.questions:
        assert question.text
        assert question.refusal or question.fields


@given(st.binary(max_size=300))
@unhurried
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _try(data, "a.txt")
    _try(data, "a.docx")


@given(st.text(max_size=300))
@unhurried
def test_any_text_is_read_or_refused(text: str) -> None:
    _try(text.encode("utf-8", "surrogatepass"), "a.txt")
    _try(text.encode("utf-8", "surrogatepass"), "a.md")


@pytest.mark.parametrize(
    "unit",
    [
        "1.甲\n解析：\n1.乙\n", "单选题\n1.a\n", "参考答案\n1.A\n", "1.A ", "1-5 ", "A. 甲 ", "【答案】",
        "答案：", "（", "( ", "1. (A) (B) ",
        "  ", "*", "**a", "\\", "_", "＿", "\u0300", "…", "⼯", "\uf06c ", "①", "a" + "\u0301" * 5,
        "题号 1\n答案 A\n", "一、", "材料一：甲\n",
        "回答", "根据材料回答1-", "A.\nB.\nA.\n", "第1题", "1、", "(1)", "答案：1.A 2.B\n", "1.x（√）（×）",
        "12.", "1-400 ", "\n", "1.甲\n答案\n",
    ],
)  # fmt: skip
@pytest.mark.proof
def test_a_megabyte_of_the_same_is_read_soon(unit: str, is_full: bool) -> None:
    size = 1_000_000 if is_full else 100_000
    data = (unit * (size // len(unit.encode()) + 1)).encode()[:size].decode("utf-8", "ignore").encode()
    started = time.process_time()
    _try(data, "a.txt")
    assert is_within(time.process_time() - started, SECONDS)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.docx"])
@pytest.mark.proof
def test_mutated_samples_are_read_or_refused(name: str, is_full: bool) -> None:
    sample = _word() if name == "a.docx" else b""

    def try_one(chance: random.Random) -> None:
        data = _mutated_bytes(sample, chance) if sample else _mutated_text(chance).encode()
        started = time.process_time()
        _try(data, name)
        assert is_within(time.process_time() - started, SECONDS)

    fuzz(try_one, is_full=is_full, share=1 / 3)


@pytest.mark.proof
def test_a_megabyte_takes_little_memory(is_full: bool) -> None:
    data = (_TEXT * (1_000_000 // len(_TEXT.encode()) + 1)).encode() if is_full else (_TEXT * 100).encode()
    tracemalloc.start()
    _try(data, "a.txt")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < MEGABYTES * 2**20


def _mutated_text(chance: random.Random) -> str:
    picked = list("\n".join(chance.choices(LINES, k=chance.randint(1, 60))))
    for _ in range(chance.randint(0, 30)):
        place = chance.randrange(len(picked) + 1)
        picked[place : place + chance.choice((0, 0, 1, 3))] = chance.choices(_SIGNS, k=chance.choice((0, 1, 1, 2, 20)))
    return "".join(picked)


def _mutated_bytes(sample: bytes, chance: random.Random) -> bytes:
    """Return a Word file changed in its bytes, or in the XML within."""
    if chance.random() < 0.3:
        data = bytearray(sample)
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        return bytes(data)
    parts = [chance.choice(_PIECES) for _ in range(chance.randint(1, 40))]
    return word_file(*parts, numbering=chance.choice(_NUMBERINGS), styles=chance.choice(_STYLES))


_PIECES = (
    lines(_TEXT), paragraph("登记", list="2", level=1), paragraph("甲", list="9", level=8),
    paragraph("乙", list="2", level=99),
    paragraph(run("1. 甲\nA. 乙\tB. 丙", "<w:b/>")), paragraph(run("  ", '<w:u w:val="single"/>')),
    table(("1. 甲", "A. 乙"), ("B. 丙", "")),
    table(("题号", "答案"), ("1", "A")), table(), "<w:tbl><w:tr/></w:tbl>", "<w:p/>", "<w:p><w:r/></w:p>",
    "<w:sdt><w:sdtContent/></w:sdt>",
    paragraph('<w:r><w:sym w:char="F06C"/></w:r>'), paragraph('<w:r><w:sym w:char="FFFFFFFF"/></w:r>'),
    "<mc:AlternateContent/>",
    paragraph("<w:r><w:drawing/></w:r>"), paragraph("<m:oMath/>"),
    paragraph('<w:r><w:footnoteReference w:id="x"/></w:r>'),
    paragraph("<mc:AlternateContent/>"), paragraph("<w:r><mc:AlternateContent/></w:r>"),
)  # fmt: skip
_LIST = abstract(1, ("decimal", "%1."), ("upperLetter", "%2.")) + numbered(2, 1)
_NUMBERINGS = (
    "", _LIST, numbered(2, 1), abstract(1, ("nonsense", "%1%2%9")) + numbered(2, 1, start=-5),
    abstract(1, ("chineseCounting", "%1"), ("upperRoman", "%2")) + numbered(2, 1, start=99_999_999),
    '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="q"/></w:abstractNum>' + numbered(2, 1),
    "<w:num/><w:abstractNum/>",
)  # fmt: skip
_STYLES = (
    "",
    (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    ),
    "<w:style/>",
)
