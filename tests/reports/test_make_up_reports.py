"""What a report of a make-up tells: only those whom it is for were to sit it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.language import Language
from quizapp.reports import REPORTS
from quizapp.services.book.score_book import look
from quizapp.services.book.score_table import Wishes
from quizapp.services.ports.paper_editor import facts_of
from quizapp.services.ports.workplace import Workplace
from quizapp.services.scores.class_standing import paper_counts
from quizapp.services.scores.score_export import Export
from tests.instruments.strict_html import Page
from tests.samples.classes.keyed_attempts import key_in
from tests.samples.classes.recorded_decisions import noted
from tests.samples.classes.reported_class import text_of
from tests.samples.classes.workbook_class import CHINA, HALF, MAKE_UP, RIGHT, a_class, export_of, read_back, table
from tests.samples.workplace import NINE, PAPER, Shelf

AGAIN = Wishes(paper="again")
PASSED_AT_FIRST = ("张三", "欧阳建国")


def written(export: Export, kind: str) -> bytes:
    out = io.BytesIO()
    REPORTS[kind].write(export, Language("zh", CHINA), out)
    return out.getvalue()


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    """Return the class: two passed at once, one failed and sat the make-up, two ought to have, one is exempt."""
    return a_class(tmp_path)


def test_who_passed_at_once_was_not_to_sit_the_make_up(place: Workplace) -> None:
    assert written(export_of(place, AGAIN), "txt").decode().splitlines()[1] == "应考 3 人，实考 1 人，缺考 2 人。"


def test_a_page_names_only_those_whom_the_make_up_is_for(place: Workplace) -> None:
    text = Page(written(export_of(place, AGAIN), "html").decode()).text
    assert "钱七" in text
    assert not [name for name in (*PASSED_AT_FIRST, "尚未参加") if name in text]


def test_units_count_only_those_whom_the_make_up_is_for(place: Workplace) -> None:
    assert "市委办公室 | 2 | 1" in text_of(written(export_of(place, AGAIN), "docx"))


def test_bands_leave_out_whom_the_make_up_is_not_for(place: Workplace) -> None:
    text = Page(written(export_of(place, AGAIN._replace(bands=True)), "html").decode()).text
    assert "缺考（2 人）" in text
    assert "尚未参加" not in text


def test_who_missed_a_make_up_is_told_without_those_whom_it_is_not_for(place: Workplace) -> None:
    rows = table(read_back(place, AGAIN), "未考与补考")
    assert [(row["学号"], row["情况"]) for row in rows] == [("004", "缺考"), ("005", "缺考")]


def test_while_a_make_up_is_open_only_those_whom_it_is_for_may_still_come(place: Workplace) -> None:
    opened = replace(MAKE_UP, delivery=replace(MAKE_UP.delivery, opens=NINE, closes=NINE + timedelta(days=9)))
    shelf = Shelf(shelf_papers=(PAPER, opened))
    place = replace(place, library=shelf, paper_list=lambda: facts_of(shelf.papers()))
    said = written(export_of(place, AGAIN), "txt").decode().splitlines()[1]
    assert said == "应考 3 人，实考 1 人，尚未参加 2 人。"
    counted = {
        one.paper: one.people for one in paper_counts(place, look(place.home, place.clock), place.clock.read().at)
    }
    assert counted["again"] == {"handed_in": 1, "awaited": 2}


def test_in_the_totals_a_mark_that_was_earned_at_a_make_up_says_so(place: Workplace) -> None:
    cells = Page(written(export_of(place), "html").decode()).cells
    first = cells.index("003")
    assert cells[first : first + 5] == ["003", "王五", "60（补考）", "87", "70.8"]


def test_who_sat_a_make_up_that_is_not_for_them_was_not_to_sit_it_and_has_no_marks_there(tmp_path: Path) -> None:
    place = a_class(tmp_path)
    key_in(place, tmp_path, {"001": RIGHT}, MAKE_UP)
    assert written(export_of(place, AGAIN), "txt").decode().splitlines()[1] == "应考 3 人，实考 1 人，缺考 2 人。"
    (row,) = [row for row in table(read_back(place, AGAIN), "样卷（补考）") if row["学号"] == "001"]
    assert (row["得分"], row["备注"]) == (None, "不在补考对象之内，未计")


def test_where_attempts_have_another_mean_than_people_the_appendix_says_why(tmp_path: Path) -> None:
    place = a_class(tmp_path)
    for id in ("001", "002"):
        noted(place, id, "admitted", paper="again")
    key_in(place, tmp_path, {"001": RIGHT, "002": RIGHT, "004": HALF, "005": RIGHT}, MAKE_UP)
    text = Page(written(export_of(place, AGAIN), "html").decode()).text
    assert "5 人得分相同，都是 6 分" in text
    assert "按每份答卷的卷面得分算" in text
    first = Page(written(export_of(place, Wishes(paper="sample-paper")), "html").decode()).text
    assert "按每份答卷的卷面得分算" not in first
