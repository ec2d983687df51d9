"""A page of HTML: nothing in it is live, nothing comes from elsewhere, whoever writes it."""

from __future__ import annotations

import pytest

from quizapp.documents.page import a4_style, element, escaped, text, to_sign, whole_page, with_fonts
from quizapp.language import Language
from quizapp.prints import PRINTS
from quizapp.prints.blueprint import TABLES
from quizapp.reports.collected_list import write_list
from tests.instruments.strict_html import Page
from tests.prints.test_blueprint import made
from tests.reports.test_collected_list import VIEW
from tests.samples.printed_paper import printed

ZH = Language("zh")
HOSTILE = '</title><script>alert(1)</script>&"'
WRITERS = {
    "paper": lambda: PRINTS["html"].write(printed(), ZH),
    "table of topics": lambda: TABLES[".html"](*made(), ZH),
    "list of what was collected": lambda: write_list(VIEW, ZH, ".html"),
}


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_every_page_is_whole_and_forbids_what_comes_from_elsewhere(write) -> None:  # type: ignore[no-untyped-def]
    page = Page(write().decode())
    assert page.faults == []
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in page.attributes
    assert ("charset", "utf-8") in page.attributes
    assert "script" not in page.tags


def test_a_title_and_a_text_are_never_markup() -> None:
    page = Page(whole_page(HOSTILE, "", element("p", text(HOSTILE)) + to_sign([HOSTILE]), ZH).decode())
    assert "script" not in page.tags
    assert page.texts.count(HOSTILE) == 3


def test_lines_of_a_text_are_kept_where_it_may_have_some() -> None:
    assert text("甲\n乙<") == "甲<br>乙&lt;"
    assert escaped("甲\n乙<") == "甲\n乙&lt;"


def test_a_lone_surrogate_spoils_no_page() -> None:
    assert "甲?乙" in whole_page("甲\ud800乙", "", "", ZH).decode("utf-8")


def test_a_page_says_in_which_language_it_is() -> None:
    assert ("lang", "zh-CN") in Page(whole_page("", "", "", ZH).decode()).attributes
    assert ("lang", "en") in Page(whole_page("", "", "", Language("en")).decode()).attributes


def test_fonts_and_measures_stand_in_the_places_of_their_signs() -> None:
    style = a4_style("12mm", "9pt/1.4", "h1 { font-family: $hei; }\n")
    assert "@page { size: A4; margin: 12mm; }" in style
    assert "padding: 12mm" in style
    assert 'h1 { font-family: SimHei, "黑体"' in style
    assert 'html { font: 9pt/1.4 SimSun, "宋体"' in style
    assert "$" not in style
    assert with_fonts("p { margin: 0; }") == "p { margin: 0; }"
