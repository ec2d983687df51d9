"""What a class report keeps to itself: marks and ranks without `--bands`' leave, names below the pass in public."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.services.ports.workplace import Workplace
from tests.instruments.strict_html import Page
from tests.samples.classes.reported_class import EXAM, class_list, export_of, report, sat, text_of, weighed

FORMS = ["html", "docx", "txt"]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """Thirty-six people of forty sat, and not all of them passed."""
    return sat(tmp_path_factory.mktemp("class"))


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """Eight people of ten sat two papers."""
    return weighed(tmp_path_factory.mktemp("classes"))


def text(place: Workplace, form: str, **wished: object) -> str:
    """Return all that a file says, of a page its source."""
    data = report(place, form, **wished)
    return text_of(data) if form == "docx" else data.decode()


def cells(place: Workplace, **wished: object) -> list[str]:
    return Page(report(place, "html", **wished).decode()).cells


def scores(place: Workplace) -> dict[str, str]:
    """Return everybody's marks by name."""
    people = export_of(place).only.people.rows
    return {row.person.name: str(row.marks.score) for row in people if row.marks.score is not None}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("bands", [False, True])
def test_in_public_nobody_below_the_pass_is_named(place: Workplace, form: str, bands: bool) -> None:
    passed = {name for name, score in scores(place).items() if float(score) >= 60}
    assert 0 < len(passed) < 36
    named = set(re.findall(r"学员\d\d", text(place, form, is_public=True, bands=bands)))
    assert named == (set() if form == "txt" else passed)


@pytest.mark.parametrize("form", FORMS)
def test_in_public_no_number_stands_whole(place: Workplace, form: str) -> None:
    told = text(place, form, is_public=True)
    assert not [one.id for one in class_list(40) if one.id in told]
    if form != "txt":
        assert "20**32" in told


@pytest.mark.parametrize("form", FORMS)
def test_in_public_there_are_no_ranks_and_not_the_order_of_them(place: Workplace, form: str) -> None:
    told = text(place, form, is_public=True)
    assert "名次" not in told
    assert "最高" not in told
    assert "最低" not in told
    numbers = re.findall(r"20\*\*(\d\d)", told)
    assert numbers == sorted(numbers)
    marks = [scores(place)[f"学员{number}"] for number in numbers]
    assert form == "txt" or marks != sorted(marks, key=float, reverse=True)


@pytest.mark.parametrize("form", ["html", "docx"])
def test_in_public_neither_questions_nor_units_nor_topics_are_told(place: Workplace, form: str) -> None:
    told = text(place, form, is_public=True)
    for word in ("试题", "知识点", "各单位", "缺考人员", "分布", "附录", "疑似错答案"):
        assert word not in told


@pytest.mark.parametrize("form", ["html", "docx"])
def test_in_public_with_bands_nobody_has_marks(place: Workplace, form: str) -> None:
    told = text(place, form, is_public=True, bands=True)
    assert "得分" not in told
    assert "良好" in told


@pytest.mark.parametrize("form", FORMS)
def test_bands_tell_neither_marks_nor_ranks(place: Workplace, form: str) -> None:
    told = text(place, form, bands=True)
    for word in ("名次", "最高 ", "最低 ", "各分数段", "成绩表"):
        assert word not in told
    if form == "html":
        found = Page(told)
        assert not set(found.cells) & set(scores(place))
        assert "svg" not in found.tags


def test_bands_name_everybody_once_under_the_grade_that_was_reached(place: Workplace) -> None:
    told = text(place, "html", bands=True)
    assert sorted(re.findall(r"<span>(学员\d\d)</span>", told)) == [one.name for one in class_list(40)]
    good = told.partition("（二）良好（2 人）")[2].partition("</p>")[0]
    assert set(re.findall(r"学员\d\d", good)) == {n for n, s in scores(place).items() if 75 <= float(s) < 85}


def test_people_of_one_name_are_told_apart_by_their_numbers(tmp_path: Path) -> None:
    same = sat(tmp_path, 8, 8, names=("张三", "张三"))
    told = text(same, "html", bands=True)
    assert "<span>张三（202601）</span>" in told
    assert "<span>张三（202602）</span>" in told


@pytest.mark.parametrize("wish", [{"bands": True}, {"is_public": True}])
@pytest.mark.parametrize("form", ["html", "docx"])
def test_of_several_papers_nobodys_totals_are_told_but_in_the_whole_report(
    several: Workplace, form: str, wish: dict[str, object]
) -> None:
    assert "总成绩" in text(several, form, paper="")
    told = text(several, form, paper="", **wish)
    assert "总成绩" not in told
    assert "71.58" not in told


def test_ranks_are_told_as_the_score_export_has_them(place: Workplace) -> None:
    told = cells(place)
    for row in export_of(place).only.people.rows:
        before = told[told.index(row.person.id) - 1]
        assert before == ("" if row.rank is None else str(row.rank))


def test_keys_are_not_told_while_somebody_may_still_come(tmp_path: Path) -> None:
    open_exam = replace(EXAM, delivery=replace(EXAM.delivery, closes=None))
    told = text(sat(tmp_path, 36, exam=open_exam), "html")
    assert "考试时间还没有结束" in told
    assert "疑似错答案，请核对：成绩好的人里，选某个干扰项的比选答案的多。" in told
    assert not re.search("选 [A-D] 的|选答案 [A-D]", told)


def test_totals_by_unit_keep_the_class_lists_order_within_one(tmp_path: Path) -> None:
    """So that nobody's place tells a total, as in the workbook."""
    place = weighed(tmp_path)
    cells = Page(report(place, "html", paper="", order="unit").decode()).cells
    listed = [one.id for one in sorted(place.home.roster.candidates(), key=lambda one: one.unit)]
    assert [cell for cell in cells if cell in listed][: len(listed)] == listed
