"""What lies in a data folder and is none of its own, or is gone from it: everybody else goes on."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.domain.papers.paper import Paper
from quizapp.services.book.score_book import look
from quizapp.services.decisions.regrading import preview
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import identify, standing, start
from quizapp.stores.files.home import FileHome
from tests.samples.workplace import PAPER, Shelf, StoppedClock, paper, workplace

OTHER = paper(id="other-paper")


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    """A folder where one person has handed the sample paper in."""
    place = replace(workplace(Shelf((PAPER, OTHER))), home=FileHome(tmp_path, patience=0))
    sit(place, "01")
    return place


def sit(place: Workplace, candidate: str, rules: Paper = PAPER) -> AttemptName:
    one = Candidate(id=candidate, name=f"学员{candidate}")
    sitting = start(place.home, place.library, place.clock, place.chance, standing(place.home, place.clock, rules, one))
    sitting.hand_in()
    sitting.close()
    assert isinstance(place.clock, StoppedClock)
    place.clock.go_on(timedelta(minutes=1))
    return AttemptName(attempt=sitting.saved.started.attempt, paper=rules.id)


def people(place: Workplace) -> list[tuple[str, int]]:
    return [(doc["candidate"], doc["number"]) for doc in look(place.home, place.clock).scores]


@pytest.mark.parametrize("copied", ["{} - 副本", "{} (1)", "{}-copy"])
def test_a_copy_of_a_journal_counts_once_and_keeps_nobody_from_sitting(
    place: Workplace, tmp_path: Path, copied: str
) -> None:
    (name,) = place.home.journals.names()
    journal = tmp_path / "journal" / name.paper / f"{name.attempt}.jsonl"
    shutil.copy(journal, journal.with_stem(copied.format(name.attempt)))
    assert people(place) == [("01", 1)]
    sit(place, "02")
    assert people(place) == [("01", 1), ("02", 1)]
    (tmp_path / "scores.json").unlink()
    assert people(place) == [("01", 1), ("02", 1)]
    found = preview(place, PAPER.id, from_bank=False)
    assert [one.before.rank for one in found.standings] == [1, 1]


def test_a_copy_of_a_papers_folder_is_no_paper(place: Workplace, tmp_path: Path) -> None:
    shutil.copytree(tmp_path / "journal" / PAPER.id, tmp_path / "journal" / f"{PAPER.id} - 副本")
    sit(place, "02")
    assert people(place) == [("01", 1), ("02", 1)]


@pytest.mark.parametrize("is_book_gone", [False, True])
def test_where_a_form_is_gone_only_its_paper_stops(place: Workplace, tmp_path: Path, is_book_gone: bool) -> None:
    look(place.home, place.clock)
    for form in (tmp_path / "forms").glob("*.json"):
        form.unlink()
    if is_book_gone:
        (tmp_path / "scores.json").unlink()
    place = replace(place, home=FileHome(tmp_path, patience=0))
    sit(place, "01", OTHER)
    book = look(place.home, place.clock)
    assert OTHER.id in {doc["paper"] for doc in book.scores}
    if is_book_gone:
        with pytest.raises(CalledWrongly, match="unknown-form"):
            book.check(PAPER.id)


def test_nobody_sits_without_a_number(place: Workplace) -> None:
    with pytest.raises(Refused, match="candidate-needs-id"):
        identify(place.home, " \u202e ", "张三")
