"""Attempts say which class they were sat in; those from before, or of a home without one, read and hash as they did."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.services.book.score_book import look, rebuild
from quizapp.services.evidence.verification import verify
from quizapp.services.marking.answer_entry import enter
from quizapp.services.ports.workplace import Workplace
from quizapp.stores.files.home import FileHome
from tests.samples.classes.class_in_files import sit
from tests.samples.classes.keyed_attempts import written
from tests.samples.workplace import PAPER, workplace

ONE, TWO = Candidate(id="01", name="赵", unit="办公室"), Candidate(id="02", name="钱", unit="办公室")


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    return replace(workplace(), home=FileHome(tmp_path / "home"), class_id="甲班")


def started_lines(folder: Path) -> list[dict[str, object]]:
    """Return the data of each journal's first line, in the order of start."""
    files = sorted(folder.glob("journal/*/*.jsonl"), key=lambda file: file.name)
    return [json.loads(file.read_bytes().splitlines()[0])["data"] for file in files]


def classes(place: Workplace) -> list[str]:
    return [doc["class"] for doc in look(place.home, place.clock, place.class_id).scores]


def test_an_attempt_sat_or_entered_says_its_class(place: Workplace, tmp_path: Path) -> None:
    sit(place, ONE)
    enter(place, PAPER, written(tmp_path, ["学号,姓名,1,2,3,4,5", "02,钱,C,A,ACD,错,耳目；参谋"]))
    assert [line["class_id"] for line in started_lines(tmp_path / "home")] == ["甲班", "甲班"]
    assert classes(place) == ["甲班", "甲班"]


def test_the_book_goes_by_the_attempts_own_class_and_else_by_the_homes(place: Workplace, tmp_path: Path) -> None:
    sit(replace(place, class_id=""), ONE)
    sit(place, TWO)
    later = replace(place, class_id="乙班")
    rebuild(later.home, later.class_id, later.clock.read().at)
    assert classes(later) == ["乙班", "甲班"]
    assert verify(FileHome(tmp_path / "home"), "乙班", wait=lambda: None).findings == ()
    before = (tmp_path / "home" / "scores.json").read_bytes()
    rebuild(FileHome(tmp_path / "home"), "乙班", later.clock.read().at)
    assert (tmp_path / "home" / "scores.json").read_bytes() == before


def test_a_home_without_a_class_writes_its_journals_as_ever(place: Workplace, tmp_path: Path) -> None:
    sit(replace(place, class_id=""), ONE)
    (line,) = started_lines(tmp_path / "home")
    assert set(line) == {
        *("attempt", "paper", "paper_digest", "form", "letter", "number"),
        *("candidate", "name", "unit", "items", "orders"),
    }
