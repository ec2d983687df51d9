"""What the 收卷台 reads: which papers, and of one everybody with what waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from quizapp.domain.papers.paper import MakeUp, Paper
from quizapp.services.carrying.collecting_desk import DeskView, read_desk
from quizapp.services.ports.paper_editor import facts_of
from quizapp.services.ports.workplace import Workplace
from tests.samples.classes.committee_class import EXAM, MISSING, PEOPLE, class_of_five, sit
from tests.samples.classes.recorded_decisions import noted
from tests.samples.workplace import NINE, Shelf, paper, workplace


def of(place: Workplace, wanted: str = EXAM.id) -> DeskView:
    return read_desk(place, wanted)


def with_papers(place: Workplace, *papers: Paper) -> Workplace:
    shelf = Shelf(shelf_papers=papers)
    return replace(place, library=shelf, paper_list=lambda: facts_of(shelf.papers()))


def test_everybody_of_the_class_stands_as_the_book_has_them() -> None:
    counts = of(class_of_five()).counts
    assert [one.stand for one in counts.people] == ["handed_in"] * 3 + ["in_progress", "missing"]


def test_a_note_takes_somebody_off_the_missing() -> None:
    place = class_of_five()
    noted(place, MISSING, "deferred")
    counts = of(place).counts
    assert (counts.missing, counts.excused, counts.expected) == ((), 1, 4)


def test_papers_that_were_begun_come_first_then_those_with_a_window() -> None:
    opens = NINE + timedelta(days=1)
    other, planned = paper(id="other", title="随便练"), paper(id="planned", title="明天考", opens=opens)
    place = with_papers(class_of_five(), other, planned, EXAM)
    assert [one.id for one in of(place).papers] == [EXAM.id, "planned", "other"]


def test_a_paper_that_is_not_there_gives_way_to_the_first() -> None:
    view = of(class_of_five(), "nowhere")
    assert view.paper is not None
    assert view.paper.id == EXAM.id


def test_where_there_is_no_paper_at_all_nobody_is_expected() -> None:
    place = with_papers(workplace(Shelf(shelf_papers=())))
    place.home.roster.record(PEOPLE, NINE)
    view = of(place, "")
    assert (view.paper, view.papers, view.counts.people) == (None, (), ())


def test_somebody_who_is_not_on_the_roster_waits_for_a_decision_only_where_they_were_carried_here() -> None:
    place = class_of_five()
    sit(place, replace(PEOPLE[4], id="99", name="路人"))
    view = of(place)
    assert view.counts.strangers == 1
    assert view.to_decide == ()


def test_a_make_up_expects_only_those_whom_it_is_for() -> None:
    make_up = paper(id="again", title="补考", make_up=MakeUp(paper=EXAM.id))
    place = with_papers(class_of_five(), EXAM, make_up)
    noted(place, MISSING, "deferred")
    expected = [one.candidate for one in of(place, "again").counts.people if one.is_expected]
    assert MISSING in expected
    assert "01" not in expected
