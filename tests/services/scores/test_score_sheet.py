"""A score table's lines: whose each is, found by what is typed, narrowed down and sorted, the unknown always last."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import QuizError
from quizapp.services.scores.score_sheet import (
    ScoreSheet,
    ScoreSheetOrder,
    kept_place,
    ordered,
    read_sheet,
    sifted,
    statuses,
)
from quizapp.stores.files.home import FileHome
from tests.samples.book_documents import document
from tests.samples.classes.committee_class import EXAM, MISSING, PEOPLE, class_of_five, later, sit
from tests.samples.classes.corrected_class import put_right
from tests.samples.classes.keyed_attempts import exported
from tests.samples.classes.recorded_decisions import attempts_of, noted, overridden, voided
from tests.samples.workplace import NINE

MANY = replace(EXAM, delivery=replace(EXAM.delivery, attempts=None))


@pytest.fixture
def sheet() -> ScoreSheet:
    return read_sheet(class_of_five(), EXAM.id)


def names(
    sheet: ScoreSheet, order: ScoreSheetOrder | None = None, words: str = "", status: str | None = None
) -> list[str]:
    return [line.name for line in ordered(sifted(sheet.lines, words, status), order)]


@pytest.mark.parametrize("all_attempts", [False, True])
def test_lines_are_the_rows_of_the_export_each_with_its_attempt(all_attempts: bool) -> None:
    place = class_of_five(rules=MANY)
    voided(place, "02")
    sit(place, PEOPLE[1], rules=MANY)
    sheet = read_sheet(place, EXAM.id, all_attempts=all_attempts)
    rows = exported(place, all_attempts=all_attempts)
    assert [{one.name: one.cell(line.row) for one in sheet.columns} for line in sheet.lines] == rows
    told = [line.attempt for line in sheet.lines if line.candidate == "02"]
    assert sorted(told) == sorted(attempts_of(place, "02")[0 if all_attempts else 1 :])
    assert [line.attempt for line in sheet.lines if line.candidate == MISSING] == [""]


@pytest.mark.parametrize(
    ("words", "found"),
    [("小", ["王小明"]), ("02", ["李四"]), ("０２", ["李四"]), ("0 三", ["张三"]), ("[/]", ["赵[/]六"]), ("无", [])],
)
def test_every_word_must_stand_in_number_or_name(sheet: ScoreSheet, words: str, found: list[str]) -> None:
    assert names(sheet, words=words) == found


def test_lines_of_one_status_are_kept_and_counted(sheet: ScoreSheet) -> None:
    failed = [line.name for line in sheet.lines if line.has_failed]
    assert statuses(sheet.lines) == {"in_progress": 1, "marked": 3, "failed": len(failed), "": 1}
    assert failed
    assert sorted(names(sheet, status="failed")) == sorted(failed)
    assert names(sheet, status="in_progress") == ["欧阳文"]
    assert names(sheet, status="") == ["赵[/]六"]


def test_numbers_are_sorted_by_size_and_what_is_not_known_stays_last_whichever_way(sheet: ScoreSheet) -> None:
    score = sheet.column("score")
    assert names(sheet, ScoreSheetOrder(score, is_falling=False)) == ["李四", "王小明", "张三", "欧阳文", "赵[/]六"]
    assert names(sheet, ScoreSheetOrder(score, is_falling=True)) == ["张三", "王小明", "李四", "欧阳文", "赵[/]六"]


def test_names_are_sorted_as_a_chinese_dictionary_has_them(sheet: ScoreSheet) -> None:
    pinyin = ["李四", "欧阳文", "王小明", "张三", "赵[/]六"]
    assert names(sheet, ScoreSheetOrder(sheet.column("name"), is_falling=False)) == pinyin
    assert names(sheet, ScoreSheetOrder(sheet.column("name"), is_falling=True)) == pinyin[::-1]


def test_statuses_are_sorted_by_what_needs_somebody_first(sheet: ScoreSheet) -> None:
    order = ScoreSheetOrder(sheet.column("status"), is_falling=False)
    assert names(sheet, order) == ["欧阳文", "张三", "王小明", "李四", "赵[/]六"]


def test_the_cursor_belongs_to_the_same_attempt_else_the_person_else_where_it_was(sheet: ScoreSheet) -> None:
    line = sheet.lines[1]
    turned = sheet.lines[::-1]
    assert turned[kept_place(line, 1, turned)] == line
    other = [replace(one, row=replace(one.row, record=document("another"))) for one in turned]
    assert other[kept_place(line, 1, other)].candidate == line.candidate
    assert kept_place(line, 2, [one for one in turned if one.candidate != line.candidate]) == 2
    assert kept_place(None, 2, turned) == 0


def test_a_person_in_two_attempts_keeps_the_one_that_was_looked_at() -> None:
    place = class_of_five(rules=MANY)
    sit(place, PEOPLE[1], rules=MANY)
    lines = read_sheet(place, EXAM.id, all_attempts=True).lines
    for line in lines:
        assert lines[kept_place(line, 0, lines)] == line


def test_who_is_past_the_closing_has_handed_in_when_the_table_is_read() -> None:
    place = class_of_five()
    later(place, hours=3)
    found = {line.candidate: line.status for line in read_sheet(place, EXAM.id).lines}
    assert (found["04"], found[MISSING]) == ("marked", "absent")


def test_corrections_that_wait_are_counted() -> None:
    place = class_of_five()
    assert read_sheet(place, EXAM.id).pending == 0
    put_right(place, "1", "full")
    assert read_sheet(place, EXAM.id).pending == 1


def test_what_was_overridden_is_seen_in_the_next_sheet() -> None:
    place = class_of_five()
    overridden(place, "02", 1, Fraction(2), "核对")
    sheet = read_sheet(place, EXAM.id)
    scores = {line.candidate: line.row.marks.score for line in sheet.lines}
    assert scores["02"] == 6.33


def test_a_paper_whose_decisions_were_altered_is_not_shown(tmp_path: Path) -> None:
    place = class_of_five(tmp_path)
    noted(place, MISSING, "deferred")
    (decisions,) = tmp_path.glob("journal/*/committee.jsonl")
    decisions.write_bytes(decisions.read_bytes().replace(b"deferred", b"exempt.."))
    with pytest.raises(QuizError):
        read_sheet(replace(place, home=FileHome(tmp_path)), EXAM.id)


def test_a_title_that_is_called_like_a_column_is_not_taken_for_it(sheet: ScoreSheet) -> None:
    titled = replace(sheet, columns=tuple(replace(one, is_titled=True) for one in sheet.columns))
    with pytest.raises(KeyError):
        titled.column("score")


def test_two_people_of_one_name_are_two_lines() -> None:
    place = class_of_five()
    place.home.roster.record([Candidate(id="77", name="张三")], NINE)
    sit(place, Candidate(id="77", name="张三"))
    lines = sifted(read_sheet(place, EXAM.id).lines, "张三", None)
    assert sorted(line.candidate for line in lines) == ["01", "77"]
    assert len({line.attempt for line in lines}) == 2


def test_a_unit_finds_its_people() -> None:
    place = class_of_five()
    somebody = place.home.roster.candidates()[0]
    place.home.roster.record([replace(somebody, unit="市水利局")], NINE)
    sheet = read_sheet(place, EXAM.id)
    assert names(sheet, words="水利") == [somebody.name]
    assert names(sheet, words=f"水利 {somebody.id}") == [somebody.name]
