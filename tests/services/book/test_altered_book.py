"""A score book that another hand changed is set aside, named and told of by whoever looks first, until noted."""

from __future__ import annotations

import json
import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from quizapp.services.book.score_book import look, look_at, rebuild, refresh
from quizapp.services.book.stale_scores import acknowledge
from quizapp.services.decisions.attempt_decisions import void
from quizapp.services.ports.workplace import Workplace
from quizapp.stores.files.book import BookMark
from quizapp.stores.files.home import FileHome
from tests.samples.classes.class_in_files import BY, PEOPLE, five, place_in, verified
from tests.samples.workplace import StoppedClock


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def klass(folder: Path) -> Workplace:
    return five(folder)


def tamper(folder: Path, change: Any) -> None:
    """Change the book as an editor does."""
    path = folder / "scores.json"
    book = json.loads(path.read_text("ascii"))
    change(book)
    path.write_text(json.dumps(book), "ascii")


def raise_score(book: Any) -> None:
    doc = next(doc for doc in book["scores"].values() if doc["status"] == "marked")
    doc["score"] = doc["counted_score"] = 10


def rename(book: Any) -> None:
    book["candidates"]["1"]["name"] = "别人"


def drop_nothing(_: Any) -> None:
    """Write the same book in another layout."""


def kinds(folder: Path) -> list[str]:
    return [json.loads(line)["kind"] for line in (folder / "log.jsonl").read_text("utf-8").splitlines()]


LOOKS = {
    "look": lambda home, place: look(home, place.clock, place.class_id),
    "refresh": lambda home, place: refresh(home, (), place.class_id, place.clock.read().at),
    "rebuild": lambda home, place: rebuild(home, place.class_id, place.clock.read().at),
}


@pytest.mark.parametrize("change", [raise_score, rename])
@pytest.mark.parametrize("way", LOOKS)
def test_whoever_looks_first_sets_it_aside_and_names_it_in_the_log(
    klass: Workplace, folder: Path, way: str, change: Any
) -> None:
    before = look(klass.home, klass.clock, klass.class_id)
    tamper(folder, change)
    altered = (folder / "scores.json").read_bytes()
    home = FileHome(folder)
    LOOKS[way](home, klass)
    assert FileHome(folder).book.read() == before
    assert (folder / "set-aside" / home.book.kept).read_bytes() == altered
    assert kinds(folder).count("book-altered") == 1
    look(FileHome(folder), klass.clock, klass.class_id)
    assert kinds(folder).count("book-altered") == 1


def test_it_is_found_beside_the_note_of_an_earlier_version_too(klass: Workplace, folder: Path) -> None:
    look(klass.home, klass.clock, klass.class_id)
    note = folder / "cache" / "decided.json"
    kept = json.loads(note.read_text("ascii"))
    del kept["coming"]
    note.write_text(json.dumps(kept), "ascii")
    tamper(folder, raise_score)
    look(FileHome(folder), klass.clock, klass.class_id)
    assert kinds(folder).count("book-altered") == 1


def test_verifying_goes_on_telling_of_it_until_a_person_has_taken_note(klass: Workplace, folder: Path) -> None:
    tamper(folder, raise_score)
    look(FileHome(folder), klass.clock, klass.class_id)
    for _ in range(2):
        (one,) = verified(folder).findings
        assert (one.kind, one.code) == ("book", "book-was-altered")
    acknowledge(FileHome(folder), "班委乙", "误存", klass.clock.read().at)
    assert verified(folder).is_ok


def test_a_book_that_was_only_copied_or_laid_out_anew_is_nobody_s_doing(klass: Workplace, folder: Path) -> None:
    look(klass.home, klass.clock, klass.class_id)
    path = folder / "scores.json"
    os.utime(path, ns=(1, 1))
    look(FileHome(folder), klass.clock, klass.class_id)
    tamper(folder, drop_nothing)
    look(FileHome(folder), klass.clock, klass.class_id)
    assert "book-altered" not in kinds(folder)


def test_a_book_that_only_lags_behind_its_records_is_nobody_s_doing(folder: Path) -> None:
    klass = five(folder, last_hands_in=False)
    look(klass.home, klass.clock, klass.class_id)
    tamper(folder, drop_nothing)
    assert hasattr(klass.clock, "go_on")
    klass.clock.go_on(timedelta(hours=2))
    look(FileHome(folder), klass.clock, klass.class_id)
    assert "book-altered" not in kinds(folder)


def test_a_start_beside_an_altered_book_goes_by_the_records(klass: Workplace, folder: Path) -> None:
    before = look(klass.home, klass.clock, klass.class_id)
    tamper(folder, raise_score)
    assert look_at(FileHome(folder), klass.clock, PEOPLE[0].id, klass.class_id).scores == before.scores


def test_a_book_whose_writer_was_killed_at_it_is_nobody_s_doing_whatever_was_decided_since(
    klass: Workplace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempts = [doc["attempt"] for doc in look(klass.home, klass.clock, klass.class_id).scores]
    assert isinstance(klass.clock, StoppedClock)

    def killed(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(BookMark, "keep", killed)
        with pytest.raises(SystemExit):
            void(klass, attempts[-1], BY)
    void(place_in(folder, klass.clock), attempts[-2], BY)
    look(FileHome(folder), klass.clock, klass.class_id)
    assert "book-altered" not in kinds(folder)
    assert verified(folder).is_ok
