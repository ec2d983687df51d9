"""Forty forged and unlucky journals through the real collecting: each fares as its row says, in any order."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from quizapp import wiring
from quizapp.domain.candidate import Candidate
from quizapp.services.carrying.pack import Pack
from quizapp.settings import Options
from tests.cli.conftest import PAPER, Quiz
from tests.instruments.memory_home import MemoryHome
from tests.samples.carrying.forged_journals import ROWS, Row
from tests.samples.carrying.machines import Ids, begun, passes, whole_pack
from tests.samples.workplace import StoppedClock

BEGINS = datetime(2025, 3, 1, 1, 0, tzinfo=UTC)
"""Long past by any clock that runs this."""
WINDOWED = (
    PAPER.replace("sample-paper", "windowed")
    .replace("样卷", "限时卷")
    .replace("考试时长: 30m", "考试时长: 30m\n考试时间: {开始: 2025-03-01 00:30Z, 截止: 2025-03-01 02:30Z}")
)
GIVEN = (("C",), ("A",), ("A", "C", "D"), ("false",), ("耳目", "参谋"))


class Brought(NamedTuple):
    """A row, with whom it is about and the files that are brought."""

    row: Row
    attempt: str
    files: tuple[Path, ...]


@pytest.fixture
def stick(tmp_path: Path, quiz: Quiz, banks: Path) -> dict[str, Brought]:
    """The files of every row, on a stick."""
    (banks / "papers" / "windowed.yaml").write_text(WINDOWED, encoding="utf-8")
    folder = tmp_path / "stick"
    folder.mkdir()
    return {name: _written(folder, number, row) for number, (name, row) in enumerate(ROWS.items(), 1)}


def _written(folder: Path, number: int, row: Row) -> Brought:
    made = honest_pack(number, row.paper)
    files = [folder / f"{number:02}-{place}.zip" for place, _ in enumerate(row.done(made))]
    for path, data in zip(files, row.done(made), strict=True):
        path.write_bytes(data)
    return Brought(row, made.attempts[0].name.attempt, tuple(files))


def honest_pack(number: int, paper: str = "sample-paper") -> Pack:
    """Return the pack of a machine at which somebody answered everything rightly, a question a minute."""
    place = wiring.workplace(wiring.settings(Options()))
    clock = StoppedClock(at=BEGINS + timedelta(seconds=number), boot=f"boot-{number}")
    place = replace(place, home=MemoryHome(), clock=clock, chance=Ids(f"机器{number}"), machine=f"机器{number}")
    rules = place.library.paper(paper).paper
    assert rules is not None
    sitting = begun(place, Candidate(id=f"{number:03}", name=f"考生{number:03}"), rules)
    for question, given in enumerate(GIVEN, 1):
        passes(place, 60)
        sitting.visit(question)
        sitting.answer(question, given)
    passes(place, 120)
    sitting.hand_in()
    sitting.close()
    return whole_pack(place)


def test_each_fares_as_its_row_says_in_two_orders_twice(quiz: Quiz, stick: dict[str, Brought], tmp_path: Path) -> None:
    assert len(ROWS) >= 40
    files = [path for one in stick.values() for path in one.files]
    books = []
    for way, order in enumerate((files, files[::-1])):
        home = tmp_path / f"home-{way}"
        first = quiz("--home", str(home), "scores", "collect", "--format", "json", *map(str, order))
        assert first.status == 1
        faring(stick, first.json, is_turned=bool(way))
        check(quiz, home, stick, first.json["to_decide"])
        books.append((home / "scores.json").read_bytes())
        again = quiz("--home", str(home), "scores", "collect", "--format", "json", *map(str, order))
        assert "taken" not in {one["verdict"] for one in again.json["verdicts"]}
        check(quiz, home, stick, again.json["to_decide"])
        books.append((home / "scores.json").read_bytes())
    assert len(set(books)) == 1


def faring(stick: dict[str, Brought], told: Any, *, is_turned: bool) -> None:
    """Hold the verdicts against the rows'."""
    wrong = {}
    for name, (row, _, files) in stick.items():
        said = [one["verdict"] for one in told["verdicts"] if Path(one["file"].partition(" / ")[0]) in files]
        ways = (row.verdicts, *row.in_any_order) if is_turned else (row.verdicts,)
        if Counter(said) not in map(Counter, ways):
            wrong[name] = said
    assert not wrong


def check(quiz: Quiz, home: Path, stick: dict[str, Brought], pending: list[dict[str, str]]) -> None:
    """Hold the book, 待处理, 备注 and what `verify` finds against the rows."""
    docs = {doc["attempt"]: doc for doc in quiz("--home", str(home), "scores", "list", "--format", "json").json}
    verified = quiz("--home", str(home), "scores", "verify", "--format", "json")
    assert verified.status == 1
    notes: dict[str, str] = {}
    for paper in ("sample-paper", "windowed"):
        export = quiz("--home", str(home), "scores", "export", paper, "--format", "json", "--to", "-", "--all-attempts")
        notes |= {row["id"]: row["notes"] for row in export.json}
    wrong: dict[str, dict[str, object]] = {}
    for name, (row, attempt, _) in stick.items():
        doc = docs.get(attempt)
        found = {
            "score": None if doc is None else doc["score"],
            "counts": doc is not None and doc["counts"],
            "by": None if doc is None else doc["handed_in_by"],
            "doubts": frozenset(one["kind"] for one in pending if one["attempt"] == attempt),
            "found": frozenset(one["kind"] for one in verified.json["findings"] if one["attempt"] == attempt),
            "notes": frozenset(word for word in row.notes if doc is not None and word in str(notes[doc["candidate"]])),
        }
        expected = {field: getattr(row, field) for field in found} | {"counts": row.counts and row.score is not None}
        if found != expected:
            wrong[name] = {field: (found[field], expected[field]) for field in found if found[field] != expected[field]}
    assert not wrong
    assert all(one["attempt"] for one in verified.json["findings"]), verified.json["findings"]
