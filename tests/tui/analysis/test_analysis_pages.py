"""The analysis's pages as text: bars, the grid, the bands and the table, by numbers worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from rich.cells import cell_len

from quizapp.domain.analysis.analysis import Calibrated, ItemStatistics
from quizapp.language import Language
from quizapp.services.analysis.paper_analysis import ClassAnswers
from quizapp.tui.analysis.items import bars_of, in_order, table_lines
from quizapp.tui.analysis.pages import (
    class_words,
    first_items,
    further,
    grid_lines,
    scatter_page,
    scores_page,
    topics_page,
)
from quizapp.tui.frame.widgets.bars import bar, fitted
from tests.instruments.app_stage import CHINA
from tests.samples.classes.class_of_all_types import answers_of
from tests.samples.classes.class_of_forty import FORTY, TWELVE, sat_by
from tests.samples.classes.class_of_marks import chosen

ZH, EN = Language("zh", CHINA), Language("en", CHINA)
ONE = chosen("A", ["A", "B"], [1, 2])


@pytest.fixture(scope="module")
def forty(tmp_path_factory: pytest.TempPathFactory) -> ClassAnswers:
    return answers_of(sat_by(FORTY, tmp_path_factory.mktemp("forty")))


def at(number: int | None, facility: float, discrimination: float) -> ItemStatistics:
    """Return an item of so much facility and discrimination, whoever answered it."""
    return replace(
        ONE, item=replace(ONE.item, number=number), facility=facility, upper_lower=100 * discrimination, candidates=40
    )


def test_a_bar_is_as_long_as_its_share_and_what_is_more_than_nothing_is_seen() -> None:
    assert [len(bar(share, 20)) for share in (0, Fraction(1, 2), 1, 0.001, -1, 3)] == [0, 10, 20, 1, 0, 20]


@pytest.mark.parametrize(
    ("text", "cells", "told"), [("五种角色", 10, "五种角色  "), ("五种角色", 6, "五种.."), ("五种", 3, ".. ")]
)
def test_a_text_is_fitted_to_its_cells_whatever_its_characters_take(text: str, cells: int, told: str) -> None:
    assert fitted(text, cells) == told
    assert cell_len(fitted(text, cells)) == cells


def test_an_item_stands_at_its_facility_and_discrimination() -> None:
    lines = grid_lines([at(7, 0.5, 0.35), at(12, 1.0, 1.0), at(None, 0.0, 0.2)], 10, 20)
    assert lines[0].endswith("  12")
    assert lines[0].startswith("  1.0 |")
    row = next(line for line in lines if line.startswith("  0.3 |"))
    assert row == "  0.3 |" + " " * 23 + "7"
    assert next(line for line in lines if line.startswith("  0.2 |")) == "  0.2 |   o"


def test_what_a_float_makes_of_a_bound_is_that_bound() -> None:
    lines = grid_lines([at(3, 0.1 + 0.2, 0.3 - 1e-12)], 10, 20)
    assert "   3" in next(line for line in lines if line.startswith("  0.3 |"))


def test_two_items_of_one_place_are_told_as_their_number() -> None:
    lines = grid_lines([at(1, 0.51, 0.41), at(2, 0.52, 0.42), at(3, 0.53, 0.43)], 10, 20)
    assert next(line for line in lines if line.startswith("  0.4 |")).endswith(" (3)")


def test_the_grid_goes_down_to_the_lowest_and_coarser_where_there_is_no_room() -> None:
    fine = grid_lines([at(1, 0.2, -0.35)], 10, 20)
    assert fine[15].startswith(" -0.4 |")
    assert fine[15].endswith("   1")
    assert not any(line.startswith(" -0.0") for line in fine)
    coarse = grid_lines([at(1, 0.2, -0.35)], 10, 12)
    assert [line[:7] for line in coarse if line[6] == "|" and line[:5].strip()] == [
        *("  1.0 |", "  0.8 |", "  0.6 |", "  0.4 |", "  0.2 |", "  0.0 |", " -0.2 |", " -0.4 |"),
    ]


def test_the_dots_part_what_lies_under_a_fifth_from_the_rest() -> None:
    lines = grid_lines([at(1, 0.5, 0.2), at(2, 0.5, 0.19)], 10, 20)
    dots = next(place for place, line in enumerate(lines) if " . . ." in line)
    assert lines[dots - 1].endswith("   1")
    assert lines[dots + 1].endswith("   2")


@pytest.mark.parametrize("width", [56, 76, 110])
def test_no_line_of_a_page_is_wider_than_the_page(forty: ClassAnswers, width: int) -> None:
    for page in (scores_page(forty, ZH, width), topics_page(forty, ZH, width), scatter_page(forty, ZH, width, 20)):
        plots = [one for one in page if "#" in one.text or "|  " in one.text]
        assert plots
        assert max(cell_len(one.lead + line) for one in plots for line in one.text.split("\n")) <= width


def test_scores_stand_in_ten_bands_with_the_pass_mark_in_its_own(forty: ClassAnswers) -> None:
    shares = (Fraction(0), Fraction(3, 5), Fraction(13, 20), Fraction(1))
    page = scores_page(replace(forty, shares=shares, passed=3), ZH, 76)
    rows = page[1].text.split("\n")
    assert rows[0] == "90-100     1  " + "#" * 20
    assert rows[3] == " 60-70     2  " + "#" * 40 + "  <- 及格线 60 分"
    assert (rows[1], rows[9]) == (" 80-90     0  ", "  0-10     1  " + "#" * 20)
    assert page[2].text == "及格 3 份（75%），不及格 1 份。"


def test_the_scores_page_ends_with_the_statistics_of_the_whole_test(forty: ClassAnswers) -> None:
    told = scores_page(forty, ZH, 76)[-1].text
    test = forty.analysed.analysis.test
    assert test.moments.mean is not None
    assert f"{test.moments.mean:.2f}" in told
    assert "克隆巴赫" in told


def test_what_was_earned_by_certainty_is_told_where_it_was_asked(forty: ClassAnswers) -> None:
    sure = Calibrated(certainty="sure", count=30, share=0.9, interval=(0.74, 0.97))
    analysed = replace(forty.analysed, analysis=replace(forty.analysed.analysis, calibration=(sure,)))
    told = "\n".join(one.text for one in scores_page(replace(forty, analysed=analysed), ZH, 76))
    assert "把握度与实际" in told
    assert "0.90（0.74 至 0.97）" in told
    assert "把握度与实际" not in "\n".join(one.text for one in scores_page(forty, ZH, 76))


def test_the_first_page_names_three_items_and_counts_the_others(forty: ClassAnswers) -> None:
    items = tuple(replace(item, verdict="too_hard") for item in forty.analysed.analysis.items[:5])
    calm = tuple(replace(item, verdict="good") for item in items)

    def of(items: tuple[ItemStatistics, ...]) -> ClassAnswers:
        analysis = replace(forty.analysed.analysis, items=items)
        return replace(forty, analysed=replace(forty.analysed, analysis=analysis))

    assert len(first_items(of(items))) == 3
    assert further(of(items), ZH).startswith("还有 2 题也要看")
    assert first_items(of(calm)) == []
    assert further(of(calm), ZH).startswith("没有要人先看的题")


def test_a_small_class_has_no_grid_and_is_told_why(tmp_path: Path) -> None:
    found = answers_of(sat_by(TWELVE, tmp_path))
    (only,) = scatter_page(found, ZH, 76, 20)
    assert "不到 30 人，样本不足" in only.text
    assert any("样本不足" in line for line in class_words(found, ZH))


def test_the_lower_corners_are_told_in_sentences(forty: ClassAnswers) -> None:
    sentences = scatter_page(forty, ZH, 76, 20)[-1].text.split("\n")
    assert [line.split("，")[0] for line in sentences] == ["点线以下", "左下角", "右下角"]
    assert (sentences[1].endswith("：第 3 题。"), sentences[2].endswith("：第 11 题。")) == (True, True)


def test_items_are_sorted_hardest_or_least_discriminating_first() -> None:
    items = [at(1, 0.9, 0.5), at(2, 0.2, 0.7), at(3, 0.5, -0.1)]
    unknown = replace(items[0], upper_lower=None)
    assert [one.item.number for one in in_order(items, "number")] == [1, 2, 3]
    assert [one.item.number for one in in_order(items, "facility")] == [2, 3, 1]
    assert [one.item.number for one in in_order([unknown, *items[1:]], "discrimination")] == [3, 2, 1]


def test_the_table_tells_more_where_there_is_room_and_marks_what_needs_a_person(forty: ClassAnswers) -> None:
    items = forty.analysed.analysis.items
    narrow, lines = table_lines(forty, items, ZH, 80)
    wide, _ = table_lines(forty, items, ZH, 120)
    assert "95% 区间" in wide
    assert "95% 区间" not in narrow
    assert [line.lead for line in lines].count("! ") == 2
    assert lines[2].lead == "! "
    assert "疑似错答案" in lines[2].text


def test_topics_without_any_say_what_to_do(forty: ClassAnswers) -> None:
    (only,) = topics_page(replace(forty, topics=()), ZH, 76)
    assert "知识点" in only.text


def test_what_waits_is_told_of_the_class(forty: ClassAnswers) -> None:
    lines = class_words(replace(forty, waiting=2, pending=1), ZH)
    assert any("另有 2 份还没有评完分" in line for line in lines)
    assert any("有 1 处更正还没有重新判分" in line for line in lines)


def test_the_class_is_told_in_english_too(forty: ClassAnswers) -> None:
    assert class_words(forty, EN)[0].startswith("40 attempt(s) | full score 100 | mean ")


def test_options_an_essays_bands_and_what_was_earned_are_bars_that_sum_to_the_class(forty: ClassAnswers) -> None:
    for item in forty.analysed.analysis.items:
        bars = bars_of(forty, item, ZH)
        if item.item.item.startswith(("f", "o", "e")):
            assert sum(one.count for one in bars) == FORTY
            assert not any(one.is_key or one.letter for one in bars)
    essay = bars_of(forty, forty.analysed.analysis.items[12], ZH)
    assert [one.text for one in essay] == ["3.2-4 分", "2.4-3.2 分", "1.6-2.4 分", "0.8-1.6 分", "0-0.8 分"]


def test_where_forms_differ_an_option_is_told_by_the_banks_letter(forty: ClassAnswers) -> None:
    first = forty.analysed.analysis.items[0]
    pooled = replace(first, item=replace(first.item, number=None, order=()))
    assert [(one.letter, one.text) for one in bars_of(forty, pooled, ZH)][1] == ("B", "博古通今")
    turned = replace(first, item=replace(first.item, order=(3, 2, 1, 0)))
    assert [(one.letter, one.text) for one in bars_of(forty, turned, ZH)][1] == ("B", "博采众长")
