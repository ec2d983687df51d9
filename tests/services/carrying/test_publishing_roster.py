"""A make-up travels with those whom its rule lets in; where it is sat nothing of the first paper is known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.domain.errors import Refused
from quizapp.domain.papers.paper import MakeUp
from quizapp.services.carrying.publication import open_publication
from quizapp.services.carrying.publication_making import PublicationWish, invited, publication
from quizapp.services.papers.library import PublishedLibrary
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from tests.samples.carrying.publications import carried
from tests.samples.classes.keyed_attempts import key_in, roster
from tests.samples.workplace import PAPER, Shelf, paper, workplace

RIGHT = "C,A,ACD,错,耳目；参谋"
SECOND = replace(paper(feedback="never"), id="second", title="补考卷", make_up=MakeUp(paper="sample-paper"))


@pytest.fixture
def desk() -> Workplace:
    """Three people: one has passed, one has failed, one never came."""
    place = workplace(Shelf(shelf_papers=(PAPER, SECOND)))
    roster(place, "1 张三", "2 李四", "3 王五")
    return place


def test_whoever_may_sit_anything_goes_along_with_a_paper_that_is_no_make_up(desk: Workplace) -> None:
    assert invited(desk, PAPER) == (desk.home.roster.candidates(), 0)


def test_who_has_passed_is_left_out_of_a_make_up(desk: Workplace, tmp_path: Path) -> None:
    key_in(desk, tmp_path, {"1": RIGHT, "2": "C,,,,"})
    people, left_out = invited(desk, SECOND)
    assert [one.id for one in people] == ["2", "3"]
    assert left_out == 1


def test_where_nobody_may_sit_it_nothing_is_published(desk: Workplace, tmp_path: Path) -> None:
    key_in(desk, tmp_path, dict.fromkeys("123", RIGHT))
    with pytest.raises(Refused, match="publish-nobody-eligible"):
        invited(desk, SECOND)


def test_a_carried_make_up_is_begun_where_nothing_of_the_first_paper_is_known(desk: Workplace) -> None:
    made = publication(desk, SECOND, PublicationWish(with_keys=False, roster=invited(desk, SECOND).people))
    bare = workplace(Shelf((), ()))
    place = replace(bare, library=PublishedLibrary(bare.library, bare.home))
    open_publication(place, carried(made))
    rules = place.library.paper("second").paper
    assert rules is not None
    asked = standing(place.home, place.clock, rules, made.roster[0], library=place.library)
    sitting = start(place.home, place.library, place.clock, place.chance, asked)
    sitting.close()
    assert sitting.saved.started.paper == "second"
