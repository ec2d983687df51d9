"""All that a class answered in a paper, read once: what is shown, in which order, and whose names are kept off it."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.services.analysis.paper_analysis import counted_attempts, counted_docs, topics_of
from quizapp.services.book.score_book import look
from quizapp.services.papers.exported_paper import find_exported
from quizapp.services.ports.workplace import Workplace
from tests.samples.classes.class_of_all_types import answers_of, library
from tests.samples.classes.class_of_forty import FORTY, TWELVE, sat_by
from tests.samples.classes.corrected_class import sat
from tests.samples.classes.keyed_attempts import roster
from tests.samples.classes.recorded_decisions import voided
from tests.samples.replayed_attempts import begin
from tests.samples.workplace import NINE, Shelf, paper, workplace

SAMPLE = "sample-paper"


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    return sat(tmp_path)


def test_shares_passes_and_answers_are_those_of_the_book(place: Workplace) -> None:
    found = answers_of(place, SAMPLE)
    docs = look(place.home, place.clock).scores
    assert [round(10 * float(share), 2) for share in found.shares] == [doc["score"] for doc in docs]
    assert found.passed == sum(bool(doc["passed"]) for doc in docs) == 6
    assert [one.response for one in found.given["s-1"]].count(("C",)) == 8
    assert sum(one.share == 1 for one in found.given["s-1"]) == 3


def test_questions_are_shown_from_the_one_answered_worst_to_the_best(place: Workplace) -> None:
    shares = [item.facility for item in answers_of(place, SAMPLE).shown]
    assert shares == sorted(shares)
    assert answers_of(place, SAMPLE).shown[0].item.item == "s-1"
    assert len(shares) == 5


def test_topics_are_those_of_the_questions_and_by_themselves_the_same(place: Workplace) -> None:
    found = answers_of(place, SAMPLE)
    book = look(place.home, place.clock)
    exported = find_exported(place, book.scores, SAMPLE)
    assert topics_of(counted_attempts(place.home, exported.id, counted_docs(book.scores, exported.id))) == found.topics
    roles = next(one for one in found.topics if one.topic == "roles")
    earned = sum((one.share for item in ("s-1", "f-1") for one in found.given[item]), Fraction(0))
    assert (roles.title, roles.questions, roles.responses, roles.share) == ("五种角色", 2, 24, earned / 24)


def test_names_are_those_who_sat_and_who_were_away(place: Workplace) -> None:
    roster(place, "88 欧阳缺考")
    assert {"张三", "褚四", "欧阳缺考"} <= set(answers_of(place, SAMPLE).names)


def test_what_is_void_is_no_answer(place: Workplace) -> None:
    voided(place, "01")
    assert len(answers_of(place, SAMPLE).shares) == 11 == len(answers_of(place, SAMPLE).given["s-1"])


def test_what_is_being_sat_or_awaited_is_not_shown(tmp_path: Path, place: Workplace) -> None:
    begin(place, who=Candidate(id="77", name="郑十"))
    assert answers_of(place, SAMPLE).shown == ()
    rules = paper(opens=NINE - timedelta(hours=1), closes=NINE + timedelta(hours=2))
    awaited = sat(tmp_path, rules=rules, library=Shelf(shelf_papers=(rules,)))
    assert answers_of(awaited, SAMPLE).shown == ()


def test_a_paper_that_nobody_sat_has_no_form_and_no_answers() -> None:
    found = answers_of(workplace(), SAMPLE)
    assert (found.form, found.shares, found.passed, found.topics, found.shown) == (None, (), 0, (), ())


def test_the_wrong_key_is_caught_in_a_class_of_forty_and_no_right_one_is_suspected(tmp_path: Path) -> None:
    items = answers_of(sat_by(FORTY, tmp_path)).analysed.analysis.items
    assert [item.item.item for item in items if item.verdict == "suspect_key"] == ["s-3"]
    put_right = answers_of(sat_by(FORTY, tmp_path, library())).analysed.analysis.items
    assert [item.item.item for item in put_right if item.verdict == "suspect_key"] == []


def test_a_class_of_twelve_says_too_few_of_all_but_the_wrong_key(tmp_path: Path) -> None:
    items = answers_of(sat_by(TWELVE, tmp_path)).analysed.analysis.items
    assert {item.verdict for item in items if item.item.item != "s-3"} == {"too_few"}
    assert items[2].verdict == "suspect_key"
