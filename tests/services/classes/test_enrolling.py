"""Class lists as people have them."""

from __future__ import annotations

import codecs
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import CalledWrongly, Faulty, Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.services.book.score_book import look
from quizapp.services.book.score_table import Wishes
from quizapp.services.classes.enrolment import enrol, leave, plan_enrolment, read_people, record_enrolment
from quizapp.services.decisions.totals import totals
from quizapp.services.ports.workplace import Workplace
from quizapp.services.scores.class_standing import paper_counts
from quizapp.services.scores.score_export import missed, open_export
from quizapp.services.sitting.attempt_start import identify
from tests.samples.classes.keyed_attempts import exported, key_in, roster, written
from tests.samples.classes.recorded_decisions import noted, voided
from tests.samples.workplace import NINE, workplace


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


BY = Marker(by="王班长", checked_by="李老师", why="退学")


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("合计 45人,", "合计 45人"),
        (",合计 45人", "合计 45人"),
        ("46,合计：45人", "46 合计：45人"),
        ("共45人,", "共45人"),
        ("总 计,2", "总 计 2"),
        ("备注：名单由组织部提供,", "备注：名单由组织部提供"),
        (",说明", "说明"),
        ("制表人：王五,日期：2026-12-01", "制表人：王五 日期：2026-12-01"),
    ],
)
def test_a_total_a_remark_and_a_line_to_sign_are_nobody_and_are_named(tmp_path: Path, row: str, text: str) -> None:
    path = written(tmp_path, ["学号,姓名", "1,张三", "2,李四", row])
    rows, found = read_people(path)
    assert [one.name for _, one in rows] == ["张三", "李四"]
    assert [(fault.line, fault.code, fault.values["text"]) for fault in found.faults] == [
        (4, "roster-row-skipped", text),
    ]
    assert not found.has_errors


def test_a_row_that_is_left_out_takes_no_number_and_people_with_such_names_stay(tmp_path: Path) -> None:
    rows, _ = read_people(
        written(tmp_path, ["姓名,单位", "合计 2人,", "张三,办公室", "计共和,办公室", "注小明,办公室"])
    )
    assert [(one.id, one.name) for _, one in rows] == [("01", "张三"), ("02", "计共和"), ("03", "注小明")]


def test_what_is_too_long_to_be_a_name_is_refused(tmp_path: Path) -> None:
    assert faults(tmp_path, "学号,姓名", f"1,{'张' * 30_000}") == ["2 roster-name-long"]
    assert faults(tmp_path, "学号,姓名", f"1,{'张' * 64}") == []
    assert faults(tmp_path, "学号,姓名,单位", f"1,张三,{'办' * 201}") == ["2 roster-text-long"]
    with pytest.raises(Refused, match="candidate-name-long"):
        identify(workplace().home, "1", "张" * 65)


def test_a_new_number_that_is_written_like_an_old_one_is_told(tmp_path: Path) -> None:
    place = workplace()
    roster(place, "001001 张三", "12 李四")
    planned = plan_enrolment(place.home, written(tmp_path, ["学号,姓名", "1001,张三", "21,王五", "1002,赵六"]))
    assert [(one.code, one.item, one.values["near"]) for one in planned.warnings] == [
        ("roster-id-near", "1001", "001001"),
    ]


def test_a_number_that_nobody_has_is_refused_with_those_like_it(tmp_path: Path) -> None:
    place = workplace()
    roster(place, "001001 张三", "12 李四")
    with pytest.raises(Refused, match="candidate-unknown-near") as refusal:
        identify(place.home, "1001")
    assert refusal.value.values["near"] == "001001"
    with pytest.raises(Refused, match="candidate-unknown-near"):
        identify(place.home, "21")
    with pytest.raises(Refused, match="candidate-unknown'"):
        identify(place.home, "99")
    with pytest.raises(Faulty) as faulty:
        key_in(place, tmp_path, {"1001": "C,A,,错,"})
    assert [one.code for one in faulty.value.faults] == ["candidate-unknown-near"]


def test_who_left_is_not_absent_cannot_sit_and_what_they_sat_stays(tmp_path: Path) -> None:
    place = workplace()
    roster(place, "1 张三", "2 李四", "3 王五")
    key_in(place, tmp_path, {"1": "C,A,ACD,错,"})
    for id in ("1", "2"):
        leave(place, id, BY)
    rows = {row["id"]: row for row in exported(place)}
    assert {id: row["status"] for id, row in rows.items()} == {"1": "marked", "2": "left", "3": "absent"}
    assert (rows["1"]["rank"], rows["1"]["score"]) == (1, 8)
    assert [[note.code for note in row["notes"]] for row in rows.values()] == [["left"], ["left"], []]  # type: ignore[union-attr]
    with pytest.raises(Refused, match="candidate-left"):
        identify(place.home, "2")
    assert [one.id for one in place.home.roster.candidates()] == ["3"]
    assert [person["id"] for person in look(place.home, place.clock).candidates] == ["1", "2", "3"]
    leave(place, "2", BY, is_back=True)
    assert {row["id"]: row["status"] for row in exported(place)}["2"] == "absent"


def test_who_left_is_expected_nowhere_and_weighs_nothing(tmp_path: Path) -> None:
    place = replace(workplace(), weights={"sample-paper": Fraction(1)})
    roster(place, "1 张三", "2 李四")
    key_in(place, tmp_path, {"1": "C,A,ACD,错,"})
    leave(place, "2", BY)
    book = look(place.home, place.clock)
    export = open_export(place, book, Wishes(paper="sample-paper"))
    everybody = export.only.findings.summary.everybody
    assert (everybody.expected, everybody.status["left"]) == (1, 1)
    (one,) = [one for one in totals(place, book, NINE).people if one.id == "2"]
    assert (one.total, dict(one.missing)) == (None, {0: "left"})
    assert [one.is_due for one in missed(export)] == [False]
    counts = paper_counts(place, book, NINE)[0]
    assert (counts.people["left"], counts.people["absent"], counts.roster) == (1, 0, 1)


def test_misconduct_stays_misconduct_and_a_void_attempt_void(tmp_path: Path) -> None:
    place = workplace()
    roster(place, "1 张三", "2 李四")
    key_in(place, tmp_path, {"1": "C,A,ACD,错,"})
    voided(place, "1")
    noted(place, "2", "misconduct")
    for id in ("1", "2"):
        leave(place, id, BY)
    assert {row["id"]: row["status"] for row in exported(place)} == {"1": "void", "2": "misconduct"}


@pytest.mark.parametrize(
    ("id", "is_back", "code"),
    [("9", False, "candidate-unknown"), ("1", True, "candidate-not-left"), ("2", False, "candidate-left-already")],
)
def test_nobody_leaves_twice_or_comes_back_who_is_there(id: str, is_back: bool, code: str) -> None:
    place = workplace()
    roster(place, "1 张三", "2 李四")
    leave(place, "2", BY)
    with pytest.raises(Refused, match=code):
        leave(place, id, BY, is_back=is_back)
    with pytest.raises(Refused, match="decider-is-candidate"):
        leave(place, "1", Marker(by="张三", why="退学"))


def test_an_old_list_brings_nobody_back_and_says_so(tmp_path: Path) -> None:
    place = workplace()
    roster(place, "1 张三", "2 李四")
    leave(place, "2", BY)
    planned = plan_enrolment(place.home, written(tmp_path, ["学号,姓名", "1,张三", "2,李四"]))
    assert [(one.code, one.item) for one in planned.warnings] == [("roster-left", "2")]
    record_enrolment(place.home, place.clock, planned)
    assert [one.id for one in place.home.roster.candidates()] == ["1"]
