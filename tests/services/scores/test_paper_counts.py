"""How a class stands at its papers: everybody counted once, and what waits for a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.services.book.score_book import look
from quizapp.services.ports.workplace import Workplace
from quizapp.services.scores.class_standing import PaperCounts, paper_counts, standing_of
from quizapp.stores.files.home import FileHome
from tests.samples.book_documents import document
from tests.samples.classes.committee_class import EXAM, MISSING, PEOPLE, class_of_five, later, sit
from tests.samples.classes.recorded_decisions import noted, reassigned, voided
from tests.samples.essay_paper import essay_workplace, hand_in
from tests.samples.workplace import NINE, Shelf, paper, workplace

MANY = replace(EXAM, delivery=replace(EXAM.delivery, attempts=None))


def counts(place: Workplace) -> tuple[PaperCounts, ...]:
    return paper_counts(place, look(place.home, place.clock, place.class_id), place.clock.read().at)


@pytest.mark.parametrize(
    ("statuses", "standing"),
    [
        (("marked",), "handed_in"),
        (("marking", "void"), "handed_in"),
        (("marked", "in_progress"), "in_progress"),
        (("void", "void"), "void"),
    ],
)
def test_somebody_stands_as_the_attempt_that_matters_most(statuses: tuple[str, ...], standing: str) -> None:
    assert standing_of(document("a", status=status) for status in statuses) == standing


def test_everybody_is_counted_once_however_many_attempts_they_have() -> None:
    place = class_of_five(rules=MANY)
    sit(place, PEOPLE[0], rules=MANY)
    (one,) = counts(place)
    assert one.people == {"handed_in": 3, "in_progress": 1, "awaited": 1}
    assert (one.roster, one.needs_person) == (5, False)


def test_after_the_closing_who_did_not_come_is_absent_unless_there_is_a_note() -> None:
    place = class_of_five()
    later(place, hours=3)
    assert counts(place)[0].people == {"handed_in": 4, "absent": 1}
    noted(place, MISSING, "exempt")
    assert counts(place)[0].people == {"handed_in": 4, "exempt": 1}


def test_whose_only_attempt_is_void_stands_as_void() -> None:
    place = class_of_five()
    voided(place, "02")
    assert counts(place)[0].people == {"handed_in": 2, "in_progress": 1, "void": 1, "awaited": 1}


def test_attempts_beyond_the_tries_need_a_person_until_one_is_annulled() -> None:
    place = class_of_five()
    reassigned(place, "02", to="01", name="张三")
    assert (counts(place)[0].beyond, counts(place)[0].needs_person) == (1, True)
    voided(place, "01", number=1)
    assert (counts(place)[0].beyond, counts(place)[0].people["handed_in"]) == (0, 2)


def test_essays_that_wait_are_counted_by_attempt() -> None:
    place = essay_workplace()
    hand_in(place, "01", "张三", "第一时间报告")
    hand_in(place, "01", "张三", "第二次")
    (one,) = counts(place)
    assert (one.waiting, one.people, one.needs_person) == (2, {"handed_in": 1}, True)


def test_who_is_not_on_the_roster_needs_a_person_where_there_is_a_roster() -> None:
    place = class_of_five()
    sit(place, replace(PEOPLE[0], id="99"))
    assert counts(place)[0].strangers == 1
    without = workplace()
    sit(without, PEOPLE[0])
    assert counts(without)[0].strangers == 0


def test_the_paper_begun_last_comes_first_and_those_with_a_window_that_nobody_began_at_the_end() -> None:
    other = paper(id="other", title="摸底")
    ahead = paper(id="ahead", title="补考", opens=NINE + timedelta(days=1), closes=NINE + timedelta(days=2))
    loose = paper(id="loose", title="练习卷")
    place = class_of_five()
    shelf = place.library
    assert isinstance(shelf, Shelf)
    shelf.shelf_papers = (*shelf.shelf_papers, loose, ahead, other)
    sit(place, PEOPLE[0], rules=other)
    assert [one.title for one in counts(place)] == ["摸底", "结业考试", "补考"]


def test_a_paper_whose_decisions_were_altered_says_why_its_scores_do_not_hold(tmp_path: Path) -> None:
    place = class_of_five(tmp_path)
    noted(place, MISSING, "deferred")
    (decisions,) = tmp_path.glob("journal/*/committee.jsonl")
    decisions.write_bytes(decisions.read_bytes().replace(b"deferred", b"exempt.."))
    (one,) = counts(replace(place, home=FileHome(tmp_path)))
    assert one.refused is not None
    assert one.needs_person
