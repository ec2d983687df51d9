"""Answers given on paper, keyed in."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.domain.errors import CalledWrongly, Faulty, MachineRefused, Refused
from quizapp.language import Language
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.book.score_book import look
from quizapp.services.marking.answer_entry import enter
from quizapp.services.ports.port_values import AttemptName
from tests.samples.classes.keyed_attempts import key_in, roster, written
from tests.samples.workplace import NINE, PAPER, Shelf, StoppedClock, paper, workplace

RIGHT = "C,A,ACD,错,耳目；参谋"
HEADS = "学号,姓名,1,2,3,4,5"


def faults(tmp_path: Path, *lines: str, place: object = None, rules: object = None) -> list[str]:
    """Return what is wrong with these lines, as LINE:COLUMN CODE."""
    with pytest.raises(Faulty) as caught:
        enter(place or workplace(), rules or PAPER, written(tmp_path, lines))  # type: ignore[arg-type]  # as given
    return [f"{fault.line}:{fault.column} {fault.code}" for fault in caught.value.faults]


def test_an_entered_attempt_is_a_journal_that_began_and_ended_when_it_was_entered(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"07": RIGHT})
    (doc,) = look(place.home, place.clock).scores
    assert (doc["score"], doc["status"], doc["handed_in_by"], doc["seconds"]) == (10, "marked", "entered", None)
    attempt = read_attempt(place.home, AttemptName(attempt=doc["attempt"], paper=doc["paper"])).attempt
    assert attempt.started.when.at == attempt.handed_in_at == NINE


def test_answers_are_typed_as_the_form_shows_them_and_may_be_left_empty_or_be_wrong_on_purpose(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"1": "c,?,ac,×,；助手", "2": ",,,,"})
    scores = {doc["candidate"]: doc["score"] for doc in look(place.home, place.clock).scores}
    assert scores == {"1": 6.33, "2": 0}


def test_every_fault_is_named_by_its_line(tmp_path: Path) -> None:
    place = workplace()
    roster(place, "1 张三", "2 李四")
    found = faults(
        tmp_path,
        HEADS,
        f"1,张四,{RIGHT}",
        f"2,李　四,E{RIGHT[1:]}",
        f"3,,{RIGHT}",
        f"2,,{RIGHT}",
        f",,{RIGHT}",
        "1,张三,A",
        place=place,
    )
    assert found == [
        "2:0 candidate-name-differs",
        "3:7 answer-invalid",
        "4:0 candidate-unknown",
        "5:0 roster-id-twice",
        "6:0 roster-no-id",
        "7:0 roster-id-twice",
        "7:0 row-width",
    ]


def test_one_fault_keeps_all_rows_out(tmp_path: Path) -> None:
    place = workplace()
    faults(tmp_path, HEADS, f"1,张三,{RIGHT}", f"2,李四,{RIGHT},多", place=place)
    assert place.home.journals.names() == ()


@pytest.mark.parametrize(
    ("heads", "found"),
    [
        ("学号,1,2,3,4", ["1:0 answers-column-missing"]),
        ("学号,1,2,3,4,5,6", ["1:0 answers-column-unknown"]),
        ("学号,1,2,3,4,5,01", ["1:0 answers-column-unknown"]),
        ("学号,1,2,3,4,5,5", ["1:0 answers-column-twice"]),
        ("学号,1,2,3,4,5,6得分", ["1:0 answers-column-unknown"]),
        ("学号,1,2,3,4,5,05得分", ["1:0 answers-column-unknown"]),
        ("学号,1,2,3,4,5,5得分,5得分", ["1:0 answers-column-twice"]),
        (f"学号,1,2,3,4,5,{'9' * 5000}", ["1:0 answers-column-unknown"]),
        ("学号,1,2,3,4,5,考点", ["1:0 answers-column-unknown"]),
        ("姓名,1,2,3,4,5", ["1:0 answers-no-heads"]),
        ("学号,1,2,3,4,5", ["1:0 answers-empty"]),
        ('学号,"1,2', ["1:0 table-quotes"]),
    ],
)
def test_columns_that_do_not_fit_the_paper_are_refused(tmp_path: Path, heads: str, found: list[str]) -> None:
    assert faults(tmp_path, heads) == found


def test_a_fault_says_which_question_and_what_could_be_typed(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as caught:
        enter(workplace(), PAPER, written(tmp_path, ["学号,1,2,3,4,5", "1,A,A,A,是吗,B"]))
    (fault,) = caught.value.faults
    assert Language().fault(fault).endswith("第 4 题：没有读懂“是吗”：判断题填 对 或 错（√ × T F 也可以）。")


def test_a_candidate_with_an_attempt_gets_another_only_when_that_is_said(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"1": RIGHT})
    assert faults(tmp_path, "学号,1,2,3,4,5", f"1,{RIGHT}", place=place) == ["2:0 entered-already"]
    key_in(place, tmp_path, {"1": RIGHT}, again=True)
    assert [doc["number"] for doc in look(place.home, place.clock).scores] == [1, 2]


def test_answers_may_be_entered_after_the_paper_has_closed(tmp_path: Path) -> None:
    closed = paper(opens=NINE, closes=NINE)
    place = workplace(Shelf(shelf_papers=(closed,)))
    key_in(place, tmp_path, {"1": RIGHT}, closed)
    assert look(place.home, place.clock).scores[0]["handed_in_by"] == "entered"


def test_a_paper_with_forms_asks_which_one_was_answered(tmp_path: Path) -> None:
    several = paper(forms=2)
    assert faults(tmp_path, HEADS, f"1,,{RIGHT}", rules=several) == ["1:0 answers-no-form-column"]
    heads = "学号,卷别,1,2,3,4,5"
    assert faults(tmp_path, heads, f"1,C,{RIGHT}", f"2,,{RIGHT}", rules=several) == [
        "2:3 answers-form-unknown",
        "3:3 answers-form-unknown",
    ]
    place = workplace()
    enter(place, several, written(tmp_path, [heads, f"1,B卷,{',' * 4}", f"2,a,{',' * 4}"]))
    assert [doc["form"] for doc in look(place.home, place.clock).scores] == ["B", "A"]


def test_each_candidate_answers_the_form_of_their_own(tmp_path: Path) -> None:
    own = paper(per_candidate=True)
    place = workplace(Shelf(shelf_papers=(own,)))
    key_in(place, tmp_path, {"1": ",,,,", "2": ",,,,"}, own)
    key_in(place, tmp_path, {"1": ",,,,"}, own, again=True)
    docs = look(place.home, place.clock).scores
    assert [doc["form"] for doc in docs] == ["1", "2", "1"]
    names = [AttemptName(attempt=doc["attempt"], paper=doc["paper"]) for doc in docs]
    # All draw the same five items here; only whose form it is tells them apart.
    assert len({read_attempt(place.home, name).attempt.started.form for name in names}) == 2


def test_rows_keep_their_order(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, dict.fromkeys(("3", "1", "2"), RIGHT))
    assert [doc["candidate"] for doc in look(place.home, place.clock).scores] == ["3", "1", "2"]


def test_names_and_units_come_from_the_file_where_there_is_no_roster(tmp_path: Path) -> None:
    place = workplace()
    enter(place, PAPER, written(tmp_path, ["学号,姓名,单位,1,2,3,4,5", f"1,张 三,区委办,{RIGHT}"]))
    (doc,) = look(place.home, place.clock).scores
    assert (doc["name"], doc["unit"]) == ("张三", "区委办")


def test_a_missing_file_and_a_spreadsheet_are_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(CalledWrongly, match="missing-file"):
        enter(workplace(), PAPER, tmp_path / "none.csv")
    with pytest.raises(Refused, match="spreadsheet-unsupported"):
        enter(workplace(), PAPER, written(tmp_path, [""], "answers.xls"))


def test_a_disk_that_fails_in_the_middle_leaves_what_stands_and_says_how_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = workplace(clock=StoppedClock())
    create = place.home.journals.create

    def fails_at_the_second(started, then):  # type: ignore[no-untyped-def]  # stands in for the port's method
        if started.candidate == "2":
            raise MachineRefused("disk-full", file="journal")
        return create(started, then)

    monkeypatch.setattr(place.home.journals, "create", fails_at_the_second)
    with pytest.raises(MachineRefused) as caught:
        key_in(place, tmp_path, {"1": RIGHT, "2": RIGHT})
    assert "已录入 1 份" in Language().error(caught.value)
