"""What a paper with questions of a type goes through; collected only where the type's entries are loaded."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.candidate import Candidate
from quizapp.domain.item import Value
from quizapp.domain.papers.paper import Section
from quizapp.domain.practice import PracticeChoice
from quizapp.language import Language
from quizapp.services.banks.item_form_texts import fields_of, form_fields, retyped
from quizapp.services.book.score_book import look
from quizapp.services.marking.keying import FIRST, Keying
from quizapp.services.practice import Expected, PracticeOrder
from quizapp.tui.items.view import ItemView
from quizapp.tui.sitting.result import ResultScreen
from tests.cli.conftest import Quiz
from tests.cli.tenth_type.day import Day
from tests.cli.tenth_type.day_view import DayView
from tests.instruments.app_stage import grid, on_stage, press, sitting_down, type_text
from tests.samples.classes.keyed_attempts import roster
from tests.samples.teacher_workplace import TeacherPlace
from tests.samples.workplace import Shelf, paper, workplace
from tests.tui.test_teacher_room import field, in_form, in_room, shows

BANK = """
题库: days
标题: 日子
试题:
  - {编号: d-1, 题型: 日期, 知识点: a, 难度: 易, 题干: 新中国成立于哪一天？, 答案: 1949-10-01, 解析: 开国大典那天。}
  - {编号: d-2, 题型: 日期题, 知识点: a, 难度: 中, 题干: 香港回归是哪一天？, 答案: 1997年7月1日, 解析: 零时。}
"""
PAPER = """
试卷: days
标题: 日子卷
考试时长: 30m
大题:
  - {标题: 一、日期, 抽题: {题型: 日期题, 题数: 1, 难度: {易: 1}}, 分值: 2}
  - {标题: 二、日期, 指定试题: [d-2], 分值: 3}
"""
ROSTER = "学号,姓名,单位\n01,张三,甲办\n02,李四,乙办\n"
ANSWERS = "学号,1,2\n01,1949年10月1日,1997-7-1\n02,1949-10-02,?\n"
WHO = ("--why", "答案有误", "--by", "甲", "--checked-by", "乙")

ONE = Candidate(id="07", name="张三", unit="市发改委")
ITEMS = (
    Day(id="d-1", stem="新中国成立于哪一天？", key="1949-10-01", rationale="开国大典那天。", topic="a"),
    Day(id="d-2", stem="香港回归是哪一天？", key="1997-07-01", rationale="零时。", topic="a"),
)
SAT = replace(paper(), sections=(Section(title="一、日期", items=("d-1", "d-2"), marks=Fraction(5)),))


@pytest.fixture
def days(quiz: Quiz, banks: Path, tmp_path: Path) -> Quiz:
    """The program on a bank of days and a paper of it, with a roster."""
    (banks / "days.yaml").write_text(BANK, encoding="utf-8")
    (banks / "papers" / "days.yaml").write_text(PAPER, encoding="utf-8")
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    (tmp_path / "answers.csv").write_text(ANSWERS, encoding="utf-8")
    assert quiz("candidates", "import", "roster.csv").status == 0
    return quiz


@pytest.fixture
def marked(days: Quiz) -> Quiz:
    """The same with two who have handed in."""
    assert days("scores", "enter", "days", "answers.csv").status == 0
    return days


def test_a_bank_of_it_is_checked_shown_and_counted(days: Quiz, banks: Path) -> None:
    checked = days("banks", "check", str(banks / "days.yaml"))
    assert (checked.status, "error" in checked.out) == (0, False)
    assert "1. [d-1] 日期题 · 易" in days("banks", "show", "days").out
    assert "   答案：1949-10-01" in days("banks", "show", "days").out
    assert "日期" in days("banks", "coverage").out.splitlines()[0]
    assert '"day.finished"' in days("banks", "schema").out


def test_a_key_that_is_none_is_told_with_its_line(days: Quiz, banks: Path) -> None:
    (banks / "days.yaml").write_text(BANK.replace("1949-10-01", "国庆"), encoding="utf-8")
    checked = days("banks", "check", str(banks / "days.yaml"))
    assert (checked.status, "days.yaml:5:" in checked.out) == (1, True)


async def test_it_is_sat_in_its_own_view_resumed_and_marked() -> None:
    place = workplace(Shelf(shelf_papers=(SAT,), shelf_banks=(ItemBank(id="days", title="日子", items=ITEMS),)))
    async with sitting_down(place) as pilot:
        assert isinstance(pilot.app.screen.query_one(DayView), ItemView)
        await type_text(pilot, "1949/10/1")
        await press(pilot, "enter")
        assert "第 2 题" in grid(pilot)
    async with on_stage(place, paper="sample-paper", candidate="07", name="张三") as pilot:
        await press(pilot, "enter")
        await press(pilot, "f3", "1", "enter")
        assert "1949/10/1" in grid(pilot)
        await press(pilot, "f9", "f9")
        assert isinstance(pilot.app.screen, ResultScreen)
    assert [score["score"] for score in look(place.home, place.clock).scores] == [5]


async def test_it_is_practised_and_told_what_is_right() -> None:
    place = workplace(Shelf(shelf_banks=(ItemBank(id="days", title="日子", items=ITEMS[:1]),)))
    order = PracticeOrder(choice=PracticeChoice(type="day"))
    async with on_stage(place, practice=Expected(candidate=ONE, order=order)) as pilot:
        await type_text(pilot, "1949.10.2")
        await press(pilot, "enter")
        assert "开国大典那天。" in grid(pilot)
        assert "1949-10-01" in grid(pilot)


def test_a_line_of_it_is_keyed_in_and_entered() -> None:
    place = workplace(Shelf(shelf_papers=(SAT,), shelf_banks=(ItemBank(id="days", title="日子", items=ITEMS),)))
    roster(place, "07 张三")
    keying = Keying(place, SAT, FIRST, "赵班长")
    keying.take("07 1949.10.1 ?")
    keying.enter()
    assert [score["score"] for score in look(place.home, place.clock).scores] == [5]


def test_it_is_printed_with_room_for_its_answer_and_its_key_apart(days: Quiz, tmp_path: Path) -> None:
    assert days("papers", "print", "days", "--to", "卷.txt").status == 0
    assert days("papers", "print", "days", "--to", "答案.txt", "--with-key").status == 0
    sheet, key = (tmp_path / name for name in ("卷.txt", "答案.txt"))
    assert "新中国成立于哪一天？" in sheet.read_text("utf-8")
    assert "1949-10-01" not in sheet.read_text("utf-8")
    assert "1949-10-01" in key.read_text("utf-8")


def test_it_is_keyed_in_marked_and_exported(marked: Quiz) -> None:
    rows = marked("scores", "export", "days", "--to", "-", "--format", "json").json
    assert [(row["id"], row["score"]) for row in rows] == [("01", 5), ("02", 0)]
    assert marked("scores", "verify").status == 0


def test_it_is_analysed(marked: Quiz) -> None:
    first, second = marked("scores", "analyse", "days", "--format", "json").json["items"]
    assert (first["facility"], second["facility"]) == (0.5, 0.5)
    assert (first["options"], first["random_guess_score"]) == ([], None)


def test_its_key_is_corrected_and_the_paper_marked_again(marked: Quiz) -> None:
    corrected = marked("scores", "correct", "days", "1", "--accept", "1949-10-02", *WHO)
    assert (corrected.status, "1949-10-02" in corrected.out) == (0, True)
    assert marked("scores", "regrade", "days", *WHO).status == 0
    rows = marked("scores", "export", "days", "--to", "-", "--format", "json").json
    assert [row["score"] for row in rows] == [5, 2]


@pytest.mark.parametrize("name", ["days.csv", "days.xlsx", "days.txt", "again.yaml"])
def test_its_bank_is_handed_out_and_comes_back(days: Quiz, banks: Path, name: str) -> None:
    assert days("banks", "export", "days", "--to", name).status == 0
    (banks / "days.yaml").unlink()
    assert days("banks", "import", name, "--to", "banks/back.yaml").out.splitlines()[0].startswith("读到 2 题 = 导入 2")
    assert "   答案：1997年7月1日" in days("banks", "show", "back").out


def test_a_format_without_a_place_for_it_says_so(days: Quiz) -> None:
    told = days("banks", "export", "days", "--to", "days.gift")
    assert "日期" in told.out + told.err


async def test_it_is_edited_on_the_shelf_as_its_lines_alone(tmp_path: Path) -> None:
    bank = BANK.replace("知识点: a", "知识点: meetings")
    place = TeacherPlace(tmp_path, bank)
    async with in_room(place) as pilot:
        await press(pilot, "enter")
        await shows(pilot, "新中国成立于哪一天？")
        await press(pilot, "enter")
        await in_form(pilot)
        field(pilot, "key")
        await press(pilot, "backspace")
        await type_text(pilot, "2")
        await press(pilot, "ctrl+s")
        await in_form(pilot, wanted=False)
    assert place.text == bank.replace("1949-10-01", "1949-10-02")


def test_its_form_is_filled_in_by_what_it_declares() -> None:
    fields: dict[str, Value] = {"type": "day", "stem": "哪一天？", "key": "1949-10-01"}
    form = {field.name: field for field in form_fields(fields)}
    assert (form["key"].kind, form["key"].text) == ("line", "1949-10-01")
    assert "day" in form["type"].words
    assert fields_of(fields, form, {"key": "1949-10-02"}) == {**fields, "key": "1949-10-02"}
    assert retyped(fields, "essay") == {"type": "essay", "stem": "哪一天？"}
    assert Language("en").say("word.day") == "day"
