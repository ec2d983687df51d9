"""The 双向细目表 on paper: the same figures in every kind of file, and no text that does harm."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

import pytest

from quizapp.domain.errors import CalledWrongly
from quizapp.domain.papers.blueprint_table import BlueprintTable, table
from quizapp.domain.papers.draft import balanced, new_paper
from quizapp.domain.papers.forms import form
from quizapp.domain.papers.paper import Paper
from quizapp.domain.papers.stock import stock
from quizapp.language import Language
from quizapp.prints.blueprint import TABLES, table_print_for
from tests.samples.composing_pool import BANK, TOPICS, TOPS

HOSTILE = {**TOPICS, "roles": "=1+1<script>|*"}
WIDE = {**TOPICS, "roles": "＝1+1"}


def made(topics: Mapping[str, str] = HOSTILE) -> tuple[Paper, BlueprintTable]:
    paper = balanced(new_paper("p", "综合 <b>测试"), stock((BANK,)), TOPS).paper
    paper = replace(paper, sections=tuple(replace(section, title="大题") for section in paper.sections))
    return paper, table(form(paper, (BANK,), topics=topics))


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_a_page_has_heads_rows_and_the_sum(tongue: Literal["zh", "en"]) -> None:
    page = table_print_for(".html")(*made(), Language(tongue)).decode()
    assert "综合 &lt;b&gt;测试" in page
    assert "=1+1&lt;script&gt;|*" in page
    assert 'colspan="3"' in page
    assert "20 (40)" not in page  # a type's sum stands in no cell: cells are by level
    assert "<td>52</td><td>100</td><td>100%</td>" in page
    assert ("单项选择题" in page) == (tongue == "zh")
    assert "<script>" not in page
    assert "://" not in page


def test_a_sheet_has_figures_only_and_no_formula() -> None:
    data = table_print_for(".csv")(*made(), Language("zh"))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert len({len(row) for row in rows}) == 1
    assert rows[-1][0] == "合计"
    assert rows[-1][-2:] == ["52", "100"]
    counts = [int(cell) for cell in rows[-1][1:-2:2]]
    assert sum(counts) == 52
    assert rows[1][0] == "'=1+1<script>|*"


def test_what_only_some_spreadsheets_take_for_a_formula_is_guarded_too() -> None:
    data = table_print_for(".csv")(*made(WIDE), Language("zh"))
    assert "\n'＝1+1," in data.decode("utf-8-sig")


def test_markdown_shows_titles_as_they_are() -> None:
    text = table_print_for(".md")(*made(), Language("zh")).decode()
    assert r"\=1\+1\<script\>\|\*" in text
    assert "| 合计 |" in text


def test_it_says_which_form_it_is_of_where_there_are_several() -> None:
    paper, found = made()
    write = table_print_for(".html")
    assert "按 A 卷统计" in write(replace(paper, forms=2), found, Language("zh")).decode()
    assert "按抽出的一套卷统计" in write(replace(paper, per_candidate=True), found, Language("zh")).decode()
    assert "统计" not in write(paper, found, Language("zh")).decode()


def test_another_ending_is_refused_with_the_choices() -> None:
    with pytest.raises(CalledWrongly) as caught:
        table_print_for(".docx")
    assert all(suffix in str(caught.value.values["choices"]) for suffix in TABLES)
    assert table_print_for(".HTM") is TABLES[".html"]
