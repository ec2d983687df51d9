"""Pages as files: nothing in them is live, nothing comes from elsewhere, and every block can be written as each."""

from __future__ import annotations

import io
import typing

import pytest
from docx import Document
from openpyxl import load_workbook

from quizapp.documents import page
from quizapp.documents.page import Block, Pages
from quizapp.documents.web import WEB_LOOKS, style_of
from quizapp.documents.writers import WRITERS
from quizapp.language import Language, Tongue
from quizapp.prints import PRINTS
from quizapp.prints.blueprint import TABLES
from quizapp.reports.collected_list import write_list
from tests.instruments.strict_html import Page
from tests.prints.test_blueprint import made
from tests.reports.test_collected_list import VIEW
from tests.samples.printed_paper import printed

ZH = Language("zh")
HOSTILE = '</title><script>alert(1)</script>&"'
ALL: tuple[Block, ...] = (
    page.PageHead("题目甲", "班级", "部分", ("事实",), page.SealedStrip((("姓名", "张三"),), "密封线", is_needed=True)),
    page.Heading("标题乙", beside="旁注"),
    page.TextBlock("段落丙"),
    page.Grid((page.GridColumn("列丁"), page.GridColumn("列戊", "right", group="组己")), (page.GridRow(("一", "12")),)),
    page.Chart("图庚", "有三人", (page.Bar("0", "60", 3, is_full=False, bounds="0～60"),), ("分数段", "人数")),
    page.ShortTexts(("名字辛",)),
    page.FactList((("标签壬", "内容癸"),)),
    page.EntryList("清单子", ("条目丑",)),
    page.SignatureLine(("制表寅",)),
    page.ScoreBox(("一", "总分"), ("题号", "得分")),
    page.CandidateNotice("须知卯", ("守纪律辰",)),
    page.CaseMaterial("阅读巳", "材料午"),
    page.AskedQuestion(1, ("题干未",), options=(("A", "选项申"),)),
    page.AnswerBoxes((1, 2), 5),
    page.AnswerSpace(3, "number", 1, "米酉"),
    page.KeyNotes(4, "答案戌", ("解析亥",)),
    page.PageSection((page.TextBlock("另一页"),), begins_page=True),
)
TEXTS = "题目甲 部分 事实 标题乙 旁注 段落丙 列丁 组己 列戊 12 图庚 名字辛 标签壬 内容癸 清单子 条目丑 制表寅"
TEXTS += " 须知卯 守纪律辰 阅读巳 材料午 题干未 选项申 米酉 答案戌 解析亥 另一页"
DRAWS = {"图庚": "0～60"}
"""What a drawing is told by where it is a table."""
LOOKS = typing.get_args(page.Look)
PAGES = {
    "paper": lambda: PRINTS["html"].write(printed(), ZH),
    "table of topics": lambda: TABLES[".html"](*made(), ZH),
    "list of what was collected": lambda: write_list(VIEW, ZH, ".html"),
}


def pages(*blocks: Block, title: str = "", look: page.Look = "report", tongue: Tongue = "zh") -> Pages:
    return page.one_chapter(title, look, tongue, *blocks)


def html(*blocks: Block, title: str = "", look: page.Look = "report", tongue: Tongue = "zh") -> str:
    return WRITERS["html"](pages(*blocks, title=title, look=look, tongue=tongue)).decode()


def said(kind: str, data: bytes) -> str:
    """Return the texts of a file."""
    if kind == "html":
        return Page(data.decode()).text
    if kind == "xlsx":
        rows = (row for sheet in load_workbook(io.BytesIO(data)) for row in sheet.iter_rows(values_only=True))
        return "\n".join(str(cell) for row in rows for cell in row if cell is not None)
    if kind != "docx":
        return data.decode()
    body = Document(io.BytesIO(data)).element.body
    return "".join(text.text or "" for text in body.iter("{*}t"))


@pytest.mark.parametrize("write", PAGES.values(), ids=PAGES)
def test_every_page_is_whole_and_forbids_what_comes_from_elsewhere(write) -> None:  # type: ignore[no-untyped-def]
    found = Page(write().decode())
    assert found.faults == []
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in found.attributes
    assert ("charset", "utf-8") in found.attributes
    assert "script" not in found.tags


def test_there_is_a_block_of_every_kind_to_be_written() -> None:
    kinds = {one for one in vars(page).values() if isinstance(one, type) and one.__module__ == page.__name__}
    parts = {page.SealedStrip, page.GridColumn, page.GridRow, page.Bar, page.PageChapter, page.Pages}
    assert kinds - parts == {type(block) for block in ALL}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("kind", WRITERS)
def test_every_block_can_be_written_as_every_kind_of_file(kind: str, look: page.Look) -> None:
    text = said(kind, WRITERS[kind](pages(*ALL, look=look)))
    wanted = [DRAWS.get(one, one) if kind in ("docx", "xlsx") else one for one in TEXTS.split()]
    assert [one for one in wanted if one not in text] == []


@pytest.mark.parametrize("kind", WRITERS)
def test_of_entries_that_there_are_none_of_no_heading_is_left(kind: str) -> None:
    assert "清单子" not in said(kind, WRITERS[kind](pages(page.TextBlock("甲"), page.EntryList("清单子", ()))))


def test_numbers_of_a_grid_are_numbers_in_a_workbook_and_texts_stay_texts() -> None:
    columns = page.GridColumn("学号"), page.GridColumn("得分", "right")
    grid = page.Grid(columns, (page.GridRow(("007", "71.5")), page.GridRow(("=1+1", "缺项"))))
    sheet = load_workbook(io.BytesIO(WRITERS["xlsx"](pages(grid, title="成绩"))))["成绩"]
    cells = list(sheet.iter_rows(values_only=True))
    assert cells == [("学号", "得分"), ("007", 71.5), ("=1+1", "缺项")]
    assert sheet["A3"].data_type == "s"


@pytest.mark.parametrize("look", LOOKS)
def test_a_page_of_every_look_and_block_is_whole(look: page.Look) -> None:
    assert Page(html(*ALL, look=look)).faults == []


@pytest.mark.parametrize("kind", ["md", "txt"])
def test_what_begins_a_page_is_parted_from_what_is_before(kind: str) -> None:
    data = WRITERS[kind](pages(page.TextBlock("甲"), page.PageSection((page.TextBlock("乙"),), begins_page=True)))
    assert data.decode() == {"md": "甲\n\n---\n\n乙\n", "txt": "甲\n\n\f乙\n"}[kind]


@pytest.mark.parametrize("look", LOOKS)
def test_a_title_and_a_text_are_never_markup(look: page.Look) -> None:
    found = Page(html(page.TextBlock(HOSTILE), page.SignatureLine((HOSTILE,)), title=HOSTILE, look=look))
    assert "script" not in found.tags
    assert found.texts.count(HOSTILE) == 3


def test_lines_of_a_text_are_kept_where_it_may_have_some() -> None:
    assert "<p>甲<br>乙&lt;</p>" in html(page.TextBlock("甲\n乙<"))
    assert "<p>甲\n乙&lt;</p>" in html(page.TextBlock("甲\n乙<"), look="review_sheet")


def test_a_lone_surrogate_spoils_no_page() -> None:
    assert "甲?乙" in html(title="甲\ud800乙")


def test_a_page_says_in_which_language_it_is() -> None:
    assert ("lang", "zh-CN") in Page(html()).attributes
    assert ("lang", "en") in Page(html(tongue="en")).attributes


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_has_its_measures_and_fonts_that_a_chinese_page_may_count_on(look: page.Look) -> None:
    style = style_of(look)
    assert style.startswith("@page { size: A4")
    assert 'SimSun, "宋体"' in style
    assert 'SimHei, "黑体"' in style
    assert "$" not in style
    assert look in WEB_LOOKS
