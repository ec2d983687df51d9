"""Prints against the files they should be, byte for byte, and what must be so in every one of them."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from quizapp.documents.plain_text import WIDE
from quizapp.documents.text_width import NOT_FIRST, width
from quizapp.domain.answer_key import Deduction, RubricPoint
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.errors import CalledWrongly
from quizapp.domain.item import Item
from quizapp.domain.items.essay import Essay
from quizapp.domain.papers.paper import Paper, Section
from quizapp.language import Language, Tongue
from quizapp.prints import PRINTS, print_for
from quizapp.services.printing import print_paper
from tests.samples.item_examples import CASE, EXAMPLES
from tests.samples.judgement_items import GRADED, GRADED_SEVERAL, LETTER, TWO_ORDERS
from tests.samples.printed_paper import HOSTILE, printed
from tests.samples.workplace import Shelf, workplace

GOLDEN = Path(__file__).parent / "golden"
BYTE_FOR_BYTE = ("html", "md", "txt")
JUDGED: dict[str, Item] = {"graded": GRADED, "several": GRADED_SEVERAL, "orders": TWO_ORDERS, "letter": LETTER}
ITEMS: dict[str, Item] = {**{kind: example.item for kind, example in EXAMPLES.items()}, "case": CASE}
OTHER_SECRETS: dict[str, dict[str, Any]] = {
    "single_choice": {"key": "B", "author_order": (1, 0, 2, 3)},
    "multiple_choice": {"key": ("A", "C"), "author_order": (1, 0, 2, 3)},
    "true_false": {"key": True},
    "fill_blank": {"key": (("甲",), ("乙",), ("丙",))},
    "numeric": {"key": Fraction(99), "tolerance": Fraction(3)},
    "ordering": {"key": ("B", "A", "D", "C")},
    "matching": {"key": ("C", "B", "A")},
    "classification": {"key": ("B", "A", "A", "A", "C", "B")},
    "text_correction": {"key": (("购置",), (), ("甲", "乙"), ()), "author_order": (0,)},
    "essay": {"rubric": (RubricPoint(point="别的", marks=Fraction(7)),), "model_answer": "别的答案"},
}
OTHER_LATER: dict[str, Any] = {
    "option_scores": (Fraction(0), Fraction(1), Fraction(1, 3), Fraction(0)),
    "before": (("D", "A"),),
    "deductions": (Deduction(point="别的扣分", each=Fraction(1), most=Fraction(3)),),
}
"""Of those that have any."""


def with_other_secrets(item: Item) -> Item:
    """Return an item that a candidate may not tell from this one."""
    parts = tuple(map(with_other_secrets, item.parts))
    if parts:
        return item.with_parts(parts)
    changes = {"rationale": "别的解析", "feedback": (("A", "别的说法"),), **OTHER_SECRETS[item.TYPE]}
    changes |= {name: other for name, other in OTHER_LATER.items() if getattr(item, name, ())}
    assert set(changes) == {name for name in item.SECRETS if name not in item.LATER or getattr(item, name)}
    return replace(item, **changes)


def written(kind: str, item: Item, *, with_key: bool = False, tongue: Tongue = "zh") -> bytes:
    """Return a paper of one item as it is printed."""
    paper = Paper(id="one", title="一题卷", sections=(Section(title="一、题", items=(item.id,), marks=Fraction(3)),))
    place = workplace(Shelf(shelf_papers=(paper,), shelf_banks=(ItemBank(id="b", title="题", items=(item,)),)))
    document = print_paper(place, paper, ["A"], with_key=with_key)
    return PRINTS[kind].write(document, Language(tongue))


def content(kind: str, data: bytes) -> bytes:
    """Return what a print says: of a .docx all its members, without when they were packed."""
    if kind != "docx":
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as members:
        return b"\n".join(name.encode() + members.read(name) for name in sorted(members.namelist()))


@pytest.mark.parametrize("kind", BYTE_FOR_BYTE)
@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_a_print_is_its_golden_file(kind: str, tongue: Tongue) -> None:
    paper = printed("A", "B", with_key=True, forms=2) if tongue == "zh" else printed()
    assert PRINTS[kind].write(paper, Language(tongue)) == (GOLDEN / f"paper.{tongue}.{kind}").read_bytes()


@pytest.mark.parametrize("kind", PRINTS)
@pytest.mark.parametrize("type", [*ITEMS, *JUDGED])
def test_without_the_key_what_is_secret_changes_nothing_in_the_file(kind: str, type: str) -> None:
    item = (ITEMS | JUDGED)[type]
    assert content(kind, written(kind, item)) == content(kind, written(kind, with_other_secrets(item)))


@pytest.mark.parametrize("kind", PRINTS)
@pytest.mark.parametrize("type", [*ITEMS, *JUDGED])
def test_with_the_key_what_is_secret_is_in_it(kind: str, type: str) -> None:
    item = (ITEMS | JUDGED)[type]
    other = with_other_secrets(item)
    assert content(kind, written(kind, item, with_key=True)) != content(kind, written(kind, other, with_key=True))
    assert "别的解析".encode() in content(kind, written(kind, other, with_key=True))


@pytest.mark.parametrize("kind", PRINTS)
def test_every_question_and_option_is_printed(kind: str) -> None:
    text = content(kind, PRINTS[kind].write(printed(), Language())).decode()
    for item in ITEMS.values():
        for words in (*item.choices, *item.left_side, *(part for part in re.split("_{3,}|（ *）", item.stem) if part)):
            assert words in text


@pytest.mark.parametrize("kind", PRINTS)
def test_in_english_no_word_of_ours_is_chinese(kind: str) -> None:
    item = Essay(id="e", stem="Why?", rubric=(RubricPoint(point="because", marks=Fraction(1)),), rationale="so")
    paper = Paper(id="one", title="Test", instructions="Alone.", sections=(Section(title="I", items=("e",)),))
    place = workplace(Shelf(shelf_papers=(paper,), shelf_banks=(ItemBank(id="b", title="b", items=(item,)),)))
    text = content(kind, PRINTS[kind].write(print_paper(place, paper, ["A"], with_key=True), Language("en"))).decode()
    fonts = "宋体|黑体|仿宋|楷体|明朝|新細明體"
    assert re.findall("[\u4e00-\u9fff]+", re.sub(fonts, "", text)) == []


class Tags(HTMLParser):
    """Collects the tags of a page, and what it refers to."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        telling = ("href", "src", "style")
        self.links += [value or "" for name, value in attrs if name in telling or name.startswith("on")]


def test_the_page_needs_nothing_else_and_runs_nothing_whatever_a_stem_says() -> None:
    page = PRINTS["html"].write(printed(with_key=True), Language()).decode()
    tags = Tags()
    tags.feed(page)
    assert {"script", "link", "img", "a"}.isdisjoint(tags.names)
    assert HOSTILE not in page
    assert tags.links == []
    assert "url(" not in page
    assert "@import" not in page
    assert "http:" not in page
    assert "https:" not in page


def test_the_page_is_a4_with_its_numbers_and_does_not_split_a_question() -> None:
    page = PRINTS["html"].write(printed(), Language()).decode()
    assert "size: A4" in page
    assert re.search(r"\.q, \.answer \{[^}]*break-inside: avoid", page)
    assert 'content: "" "第 " counter(page) " 页　共 " counter(pages) " 页"' in page


def test_pages_are_counted_form_by_form_where_there_are_several() -> None:
    page = PRINTS["html"].write(printed("A", "B", forms=2), Language()).decode()
    assert "@page form-B { counter-increment: form-B;" in page
    assert "counter(pages)" not in page


def test_options_stand_in_four_two_or_one_columns_by_their_length() -> None:
    page = PRINTS["html"].write(printed(), Language()).decode()
    assert re.search(r"第1道单选题.*?in-4", page)
    assert re.search(r"没有写明时限的来文[^A]*?in-1", page)


def test_plain_text_is_76_cells_wide_and_no_line_begins_with_a_comma() -> None:
    text = PRINTS["txt"].write(printed("A", "B", with_key=True, forms=2), Language()).decode()
    lines = text.replace("\f", "").split("\n")
    assert max(map(width, lines)) <= WIDE
    assert not [line for line in lines if line.strip() and line.strip()[0] in NOT_FIRST - {"]"}]
    assert all(line == line.rstrip() for line in lines)


def test_markdown_shows_a_stem_as_it_was_written() -> None:
    text = PRINTS["md"].write(printed(), Language()).decode()
    assert "\\*\\*粗\\*\\* \\_斜\\_ \\# 题 \\<b\\>\\[链\\]\\(x\\)\\</b\\> \\`码\\` \\& \\| \\\\ \\]\\]\\>" in text


def test_a_print_is_told_by_its_ending() -> None:
    assert print_for(".HTML").name == "html"
    with pytest.raises(CalledWrongly) as caught:
        print_for(".pdf")
    assert Language().error(caught.value) == "不能印成 .pdf。文件名的结尾可以是：.html .docx .md .txt"
