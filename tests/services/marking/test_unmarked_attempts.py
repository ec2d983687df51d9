"""Attempts that cannot be marked yet: essays wait for a person, or the keys are on another machine."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from quizapp.domain.answer_key import RubricPoint
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.items.case import Case
from quizapp.domain.items.essay import Essay
from quizapp.domain.papers.paper import Paper, Section
from quizapp.services.banks.items_in_use import hidden_items
from quizapp.services.book.attempt_record import RecordedAttempt, read_attempt
from quizapp.services.book.marked_attempt import marked
from quizapp.services.book.score_book import look
from quizapp.services.marking.answer_entry import enter
from quizapp.services.papers.forms import form_digest, joined, secret_part, shown_part
from quizapp.services.papers.paper_size import full_score, question_count
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import identify, standing, start
from quizapp.services.sitting.results import result
from tests.samples.classes.keyed_attempts import written
from tests.samples.workplace import BANK, NINE, Shelf, workplace

ESSAY = Essay(
    id="e-1",
    stem="怎么办？",
    rubric=(RubricPoint(point="先报告", marks=Fraction(2)),),
    model_answer="立即报告。",
    marks=Fraction(5),
)
WITH_CASE = ItemBank(id="cases", title="案例", items=(Case(id="c-1", stem="材料", items=(BANK.items[0], ESSAY)),))
PAPER = Paper(id="mixed", title="综合卷", sections=(Section(title="案例", items=("c-1",)),))


def place() -> Workplace:
    return workplace(Shelf(shelf_papers=(PAPER,), shelf_banks=(WITH_CASE,)))


def entered(folder: Path, answers: str) -> RecordedAttempt:
    """Return the attempt of one candidate, keyed in."""
    here = place()
    enter(here, PAPER, written(folder, ["学号,姓名,1,2", f"1,张三,{answers}"]))
    (doc,) = look(here.home, here.clock).scores
    return read_attempt(here.home, AttemptName(attempt=doc["attempt"], paper=doc["paper"]))


def without_keys(recorded: RecordedAttempt) -> RecordedAttempt:
    return replace(recorded, form=joined(shown_part(recorded.form), None))


def test_an_essay_with_a_text_waits_and_its_result_says_which(tmp_path: Path) -> None:
    recorded = entered(tmp_path, "C,先报告。")
    assert marked(recorded).status == "marking"
    found = result(recorded, NINE)
    assert (found.waits_for_marking, found.essays_waiting, found.score, found.full) == (True, (2,), None, Fraction(6))


def test_an_essay_left_empty_waits_for_nobody(tmp_path: Path) -> None:
    recorded = entered(tmp_path, "C,")
    assert marked(recorded).status == "marked"
    found = result(recorded, NINE)
    assert (found.waits_for_marking, found.essays_waiting, found.score) == (False, (), Fraction(1))


def test_where_the_keys_are_elsewhere_an_attempt_is_handed_in_and_no_essay_is_said_to_wait(tmp_path: Path) -> None:
    recorded = without_keys(entered(tmp_path, "C,先报告。"))
    assert marked(recorded).status == "handed_in"
    found = result(recorded, NINE)
    assert (found.waits_for_marking, found.essays_waiting) == (True, ())


def test_a_form_is_kept_in_two_files_and_the_rubric_is_not_in_the_first(tmp_path: Path) -> None:
    form = entered(tmp_path, "C,").form
    shown, secret = shown_part(form), secret_part(form)
    assert [question["case"] for question in shown["questions"]] == ["c-1", "c-1"]
    assert [question["stimulus"] for question in shown["questions"]] == ["材料", "材料"]
    assert secret["2"]["rubric"] == [{"point": "先报告", "marks": "2", "keywords": []}]
    assert "先报告" not in str(shown)
    assert "立即报告" not in str(shown)
    digest = form_digest(form)
    again = joined(shown, secret)
    assert again == form
    assert form_digest(again) == digest


def test_a_case_is_hidden_with_any_of_its_items_while_it_is_sat() -> None:
    here = place()
    candidate = identify(here.home, "1", "张三")
    start(here.home, here.library, here.clock, here.chance, standing(here.home, here.clock, PAPER, candidate))
    hidden = hidden_items(here.home, here.clock)
    assert hidden == {"s-1", "e-1"}
    assert WITH_CASE.items[0].is_among(hidden)


def test_lists_count_what_is_answered_though_a_paper_names_the_case() -> None:
    library = Shelf(shelf_papers=(PAPER,), shelf_banks=(WITH_CASE,))
    assert (question_count(library, PAPER), full_score(library, PAPER)) == (2, Fraction(6))
    gone = replace(PAPER, sections=(Section(title="案例", items=("c-9",)),))
    assert (question_count(library, gone), full_score(library, gone)) == (None, None)
