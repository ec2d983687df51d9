"""Marks from outside as people have them in tables: all rows or none, every fault by its line."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.decisions.totals import OutsideMarked, standing_marks
from quizapp.domain.errors import CalledWrongly, Faulty, Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.language import Language
from quizapp.services.decisions.external_marks import BroughtMarks, bring
from quizapp.services.ports.workplace import Workplace
from tests.instruments.memory_home import MemoryHome
from tests.instruments.xlsx_workbooks import table
from tests.samples.classes.keyed_attempts import key_in, roster, written
from tests.samples.workplace import PAPER, workplace

BY = Marker(by="王班长", checked_by="李委员", why="月末")


@pytest.fixture
def place() -> Workplace:
    """A class of three."""
    found = workplace()
    roster(found, "01 张三", "02 李四", "03 王五")
    return found


def add(place: Workplace, folder: Path, *lines: str, name: str = "考勤", by: Marker = BY) -> BroughtMarks:
    return bring(place, written(folder, lines), name, by)


def standing(place: Workplace, name: str = "考勤") -> dict[str, tuple[Fraction, Fraction, str]]:
    marks = standing_marks(place.home.outside_marks.read()).get(name, {})
    return {id: (one.marks, one.full, one.note) for id, one in marks.items()}


def faults(place: Workplace, folder: Path, *lines: str, name: str = "考勤") -> list[str]:
    with pytest.raises(Faulty) as told:
        add(place, folder, *lines, name=name)
    assert place.home.outside_marks.read() == ()
    for tongue in ("zh", "en"):
        assert all(Language(tongue).fault(one) for one in told.value.faults)
    return [f"{one.line} {one.code}" for one in told.value.faults]


def test_marks_are_brought_in_with_who_did_so_and_why(place: Workplace, tmp_path: Path) -> None:
    done = add(place, tmp_path, "考勤登记表,,,,", "学号,姓 名,得分,满分,备注", "01,张三,19,20,迟到一次", "02,,18.5,20,")
    assert (len(done.added), done.changed, done.same, done.is_new) == (2, (), 0, True)
    assert standing(place) == {
        "01": (Fraction(19), Fraction(20), "迟到一次"),
        "02": (Fraction(37, 2), Fraction(20), ""),
    }
    first, second = place.home.outside_marks.read()
    assert (first.by, first.checked_by, first.why, first.person) == ("王班长", "李委员", "月末", "张三")
    assert (second.person, first.when) == ("李四", place.clock.read())


@pytest.mark.parametrize("head", ["得分", "成绩", "分数", " 得 分 ", "考勤", "score"])
def test_the_marks_are_found_by_any_usual_head_or_by_their_own_name(
    place: Workplace, tmp_path: Path, head: str
) -> None:
    add(place, tmp_path, f"学员编号,{head}", "01,９０", "02,0")
    assert standing(place) == {"01": (Fraction(90), Fraction(100), ""), "02": (Fraction(0), Fraction(100), "")}


def test_heads_may_be_english(place: Workplace, tmp_path: Path) -> None:
    add(place, tmp_path, "id,name,score,full_score,notes", "01,张三,19,20,late", name="attendance")
    assert standing(place, "attendance") == {"01": (Fraction(19), Fraction(20), "late")}


def test_a_workbook_under_titles_is_read_as_a_text_file_is(place: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(table(["某班考勤"], [], ["学号", "姓名", "得分"], ["01", "张三", 95.5], ["02", "李四", ""]))
    done = bring(place, path, "考勤", BY)
    assert standing(place) == {"01": (Fraction(191, 2), Fraction(100), "")}
    assert [(row.line, row.candidate) for row, _ in done.missing] == [(5, "02")]


def test_an_empty_mark_is_missing_and_takes_nothing_away(place: Workplace, tmp_path: Path) -> None:
    add(place, tmp_path, "学号,得分", "01,90", "02,")
    assert standing(place).keys() == {"01"}
    done = add(place, tmp_path, "学号,得分", "01,", "02,")
    assert standing(place)["01"][0] == 90
    assert [(row.candidate, kept and kept.marks) for row, kept in done.missing] == [("01", 90), ("02", None)]


def test_the_same_name_again_brings_up_to_date_and_keeps_what_was(place: Workplace, tmp_path: Path) -> None:
    add(place, tmp_path, "学号,得分", "01,90", "02,80")
    done = add(place, tmp_path, "学号,得分", "01,91", "02,80", "03,70")
    assert [one.candidate for one in done.added] == ["03"]
    assert [(old.marks, new.marks) for old, new in done.changed] == [(Fraction(90), Fraction(91))]
    assert (done.same, done.is_new) == (1, False)
    assert [one.marks for one in place.home.outside_marks.read() if isinstance(one, OutsideMarked)] == [90, 80, 70, 91]
    assert {id: one[0] for id, one in standing(place).items()} == {"01": 91, "02": 80, "03": 70}
    again = add(place, tmp_path, "学号,得分", "01,91", "02,80", "03,70")
    assert (again.added, again.changed, again.same) == ((), (), 3)
    assert len(place.home.outside_marks.read()) == 4


def test_another_name_is_told_beside_those_there_are(place: Workplace, tmp_path: Path) -> None:
    add(place, tmp_path, "学号,得分", "01,90")
    done = add(place, tmp_path, "学号,得分", "01,40", name="论文")
    assert (done.is_new, done.known) == (True, ("考勤",))
    assert [standing(place, name)["01"][0] for name in ("考勤", "论文")] == [90, 40]


def test_every_fault_has_its_line_and_keeps_all_rows_out(place: Workplace, tmp_path: Path) -> None:
    rows = "01,张三,90, 99,赵六,1, 02,王五,80, 01,张三,1, 03,,-1, ,某,5, 03,,101, 03,,九十, 03,,5,0 03,,5,x 03,,5,10,多"
    lines = ("学号,姓名,得分,满分", *rows.split())
    assert faults(place, tmp_path, *lines) == [
        "3 candidate-unknown",
        "4 candidate-name-differs",
        "5 roster-id-twice",
        "6 outside-marks-outside",
        "7 roster-no-id",
        "8 roster-id-twice",
        "8 outside-marks-outside",
        "9 roster-id-twice",
        "9 outside-marks-unread",
        "10 roster-id-twice",
        "10 outside-full-none",
        "11 roster-id-twice",
        "11 outside-full-unread",
        "12 roster-id-twice",
        "12 row-width",
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("姓名,得分", "张三,1"), "1 outside-no-heads"),
        (("学号,姓名", "01,张三"), "1 outside-no-marks"),
        (("学号,论文", "01,5"), "1 outside-no-marks"),
        (("学号,得分,得分", "01,5,6"), "1 outside-column-twice"),
        (("学号,得分",), "1 outside-empty"),
        (("学号,得分", '01,"5'), "2 table-quotes"),
    ],
)
def test_a_file_that_is_no_table_of_marks_says_why(
    place: Workplace, tmp_path: Path, lines: tuple[str, ...], found: str
) -> None:
    assert faults(place, tmp_path, *lines) == [found]


def test_a_column_that_was_passed_over_is_told(place: Workplace, tmp_path: Path) -> None:
    done = add(place, tmp_path, "学号,考勤,得分", "01,1,90")
    assert standing(place)["01"][0] == 90
    assert [(one.code, one.values["left"]) for one in done.warnings] == [("outside-columns-several", "考勤")]


def test_without_a_roster_anybody_has_marks_and_the_name_of_the_file(tmp_path: Path) -> None:
    place = workplace()
    add(place, tmp_path, "学号,姓名,得分", "7,张 三,90")
    (one,) = place.home.outside_marks.read()
    assert (one.candidate, one.person) == ("7", "张三")


@pytest.mark.parametrize("name", ["sample-paper", "Sample-Paper", "样卷", " 样卷 "])
def test_a_papers_id_or_title_is_no_name_for_marks(place: Workplace, tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="outside-name-of-paper"):
        add(place, tmp_path, "学号,得分", "01,90", name=name)


def test_a_paper_of_the_book_alone_is_no_name_either(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"1": "C,A,ACD,错,"})
    place.library.shelf_papers = ()  # type: ignore[attr-defined]  # a shelf, whose papers are gone now
    with pytest.raises(Refused, match="outside-name-of-paper"):
        add(place, tmp_path, "学号,得分", "1,90", name=PAPER.title)


@pytest.mark.parametrize(
    ("name", "code"), [("", "outside-name-empty"), (" \n", "outside-name-empty"), ("长" * 65, "long")]
)
def test_a_name_must_be_there_and_short(place: Workplace, tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(CalledWrongly, match=code):
        add(place, tmp_path, "学号,得分", "01,90", name=name)


@pytest.mark.parametrize(("checked_by", "count"), [("", 1), ("李四", 1), ("王班长", 0)])
def test_whoever_brings_in_their_own_mark_is_warned_unless_another_checked_it(
    place: Workplace, tmp_path: Path, checked_by: str, count: int
) -> None:
    done = add(place, tmp_path, "学号,得分", "01,90", "02,99", by=Marker(by="李四", checked_by=checked_by))
    assert [(one.code, one.line) for one in done.warnings] == [("outside-own-marks", 3)] * count
    assert len(done.added) == 2


def test_only_showing_records_and_logs_nothing(place: Workplace, tmp_path: Path) -> None:
    done = bring(place, written(tmp_path, ["学号,得分", "01,90"]), "考勤", BY, dry_run=True)
    assert len(done.added) == 1
    assert place.home.outside_marks.read() == ()
    assert isinstance(place.home, MemoryHome)
    assert place.home.log.lines == []


def test_the_log_says_who_brought_in_what(place: Workplace, tmp_path: Path) -> None:
    add(place, tmp_path, "学号,得分", "01,90", "02,")
    assert isinstance(place.home, MemoryHome)
    ((_, what, who, values),) = place.home.log.lines
    assert (what, who) == ("outside-marked", "王班长")
    assert values == {
        "name": "考勤",
        "file": "table.csv",
        "rows": "2",
        "added": "1",
        "changed": "0",
        "missing": "1",
        "checked_by": "李委员",
        "why": "月末",
    }
