"""Class lists as people have them."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import CalledWrongly, Faulty, Refused
from quizapp.services.enrolling import enrol, plan_enrolment, read_people, record_enrolment
from quizapp.services.score_book import look
from quizapp.services.workplace import Workplace
from tests.services.entered import written
from tests.shelf import workplace


def people(tmp_path: Path, *lines: str) -> list[Candidate]:
    rows, faults = read_people(written(tmp_path, lines))
    assert not faults.has_errors, faults.faults
    return [one for _, one in rows]


def faults(tmp_path: Path, *lines: str) -> list[str]:
    _, found = read_people(written(tmp_path, lines))
    return [f"{fault.line} {fault.code}" for fault in found.faults]


def brought_in(place: Workplace, path: Path) -> list[str]:
    enrol(place.home, place.clock, path)
    return [f"{one.id} {one.name}" for one in place.home.roster.candidates()]


def test_heads_are_found_under_titles_and_merged_cells(tmp_path: Path) -> None:
    found = people(
        tmp_path,
        "某市办公室主任培训班学员名单,,,,",
        ",,,,",
        "学员编号,姓　名,单位及职务,,组 别",
        "A-01,张 三,市委办公室 主任,,一组",
        ",,,,",
        "A-02,李四,区委办,,二组",
    )
    assert found == [
        Candidate(id="A-01", name="张三", unit="市委办公室 主任", group="一组"),
        Candidate(id="A-02", name="李四", unit="区委办", group="二组"),
    ]


def test_heads_may_go_on_in_a_second_row_under_a_merged_one(tmp_path: Path) -> None:
    found = people(tmp_path, "学号,姓名,基本情况,", ",,单位,职务", "1,张三,市委办,科长")
    assert found == [Candidate(id="1", name="张三", unit="市委办", post="科长")]


@pytest.mark.parametrize("head", ["学号", "学员编号", "考号", "座号", "编号", "序号", " 学 号 "])
def test_any_usual_head_tells_people_apart(tmp_path: Path, head: str) -> None:
    assert people(tmp_path, f"{head},姓名", "9,张三")[0].id == "9"


def test_the_most_telling_number_is_taken_where_there_are_two(tmp_path: Path) -> None:
    assert people(tmp_path, "序号,姓名,学号", "1,张三,20260101")[0].id == "20260101"


def test_without_numbers_people_are_counted_in_the_order_of_the_file(tmp_path: Path) -> None:
    assert [one.id for one in people(tmp_path, "姓名,单位", "张三,甲", ",", "李四,乙")] == ["01", "02"]
    many = people(tmp_path, "姓名", *(f"学员{number}" for number in range(100)))
    assert (many[0].id, many[-1].id) == ("001", "100")


def test_numbers_stay_as_they_are_written(tmp_path: Path) -> None:
    assert people(tmp_path, "学号,姓名", "007,张三")[0].id == "007"


def test_every_fault_has_its_line_and_keeps_all_rows_out(tmp_path: Path) -> None:
    lines = ("学号,姓名", "1,张三", ",李四", "3,", "1,王五", f"{'9' * 65},赵六", "5,钱七,多")
    assert faults(tmp_path, *lines) == [
        "3 roster-no-id",
        "4 roster-no-name",
        "5 roster-id-twice",
        "6 roster-id-long",
        "7 row-width",
    ]
    place = workplace()
    with pytest.raises(Faulty):
        brought_in(place, written(tmp_path, lines))
    assert place.home.roster.candidates() == ()


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["学号,名字", "1,张三"], "1 roster-no-heads"),
        ([*[","] * 10, "学号,姓名", "1,张三"], "1 roster-no-heads"),
        (["学号,姓名"], "1 roster-empty"),
        (["学号,姓名", '1,"张三'], "2 table-quotes"),
        ([], "1 roster-no-heads"),
    ],
)
def test_a_file_that_is_no_class_list_says_why(tmp_path: Path, lines: list[str], found: str) -> None:
    assert faults(tmp_path, *lines) == [found]


@pytest.mark.parametrize(
    "encoded",
    [
        "学号,姓名\n1,张三\n".encode(),
        "学号,姓名\r\n1,张三\r\n".encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + "学号\t姓名\r\n1\t张三\r\n".encode("utf-16-le"),
        "学号,姓名\n1,张三\n".encode("gb18030"),
    ],
    ids=["utf-8", "bom", "utf-16 with tabs", "gb18030"],
)
def test_encodings_that_spreadsheets_save_in_are_read(tmp_path: Path, encoded: bytes) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(encoded)
    assert brought_in(workplace(), path) == ["1 张三"]


def test_the_same_number_is_brought_up_to_date_and_keeps_its_place(tmp_path: Path) -> None:
    place = workplace()
    brought_in(place, written(tmp_path, ["学号,姓名", "2,李四", "1,张三"]))
    done = enrol(place.home, place.clock, written(tmp_path, ["学号,姓名", "1,张三丰", "3,王五", "2,李四"]))
    assert [one.id for one in place.home.roster.candidates()] == ["2", "1", "3"]
    assert ([one.id for one in done.added], [one.id for one in done.updated]) == (["3"], ["1"])
    assert [(one.name, before) for one, before in done.renamed] == [("张三丰", "张三")]
    assert done.read == 3


def test_the_book_has_the_class_at_once(tmp_path: Path) -> None:
    place = workplace()
    brought_in(place, written(tmp_path, ["学号,姓名", "1,张三"]))
    assert [person["name"] for person in look(place.home, place.clock).candidates] == ["张三"]


def test_what_harms_a_terminal_does_not_come_in(tmp_path: Path) -> None:
    assert people(tmp_path, "学号,姓名,单位", "1\x1b[2J,张\u202e三,甲\u0007乙")[0] == Candidate(
        id="1[2J", name="张三", unit="甲乙"
    )


def test_a_spreadsheet_and_a_missing_file_are_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="spreadsheet"):
        read_people(written(tmp_path, [""], "class.XLS"))
    with pytest.raises(CalledWrongly, match="missing-file"):
        read_people(tmp_path / "none.csv")


def test_a_plan_says_what_would_change_and_brings_nobody_in(tmp_path: Path) -> None:
    place = workplace()
    enrol(place.home, place.clock, written(tmp_path, ["学号,姓名", "01,张三", "02,李四"]))
    planned = plan_enrolment(place.home, written(tmp_path, ["学号,姓名", "01,张三", "02,李思", "03,王五"]))
    counts = (planned.read, len(planned.added), len(planned.updated), planned.same)
    assert counts == (3, 1, 1, 1)
    assert [(one.name, before) for one, before in planned.renamed] == [("李思", "李四")]
    assert [one.name for one in place.home.roster.candidates()] == ["张三", "李四"]
    record_enrolment(place.home, place.clock, planned)
    assert [one.name for one in place.home.roster.candidates()] == ["张三", "李思", "王五"]
