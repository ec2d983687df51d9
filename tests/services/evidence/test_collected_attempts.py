"""What was collected has to be here as it was recorded: gone, older and other copies are each told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.services.evidence.verification import verify
from quizapp.stores.files.home import FileHome
from tests.samples.carrying.collecting_committee import brought, committee
from tests.samples.carrying.journal_forgery import answering, chained, lines_of
from tests.samples.carrying.machines import CLASS, begun, journal_of, machine, members, packed, person


@pytest.fixture
def home(tmp_path: Path) -> tuple[Path, bytes]:
    """A committee's folder with an attempt of which two copies came, and the journal as it was in the first."""
    place = machine("机器1")
    sitting = begun(place, person(1))
    sitting.answer(1, ("A",))
    early = packed(place)
    sitting.hand_in()
    brought(committee(tmp_path), early, packed(place))
    content = members(early)
    return tmp_path, content[journal_of(content)]


def journal(folder: Path) -> Path:
    (path,) = folder.glob("journal/*/2*.jsonl")
    return path


def codes(folder: Path) -> list[tuple[str, str]]:
    now = committee(folder).clock.read().at
    verdict = verify(FileHome(folder), CLASS, now=now, wait=lambda: None)
    return [(one.kind, one.code) for one in verdict.findings]


def test_as_it_was_collected_nothing_is_wrong(home: tuple[Path, bytes]) -> None:
    assert codes(home[0]) == []


def test_an_earlier_copy_that_was_put_back_is_older(home: tuple[Path, bytes]) -> None:
    folder, early = home
    journal(folder).write_bytes(early)
    assert ("rolled_back", "collected-older") in codes(folder)


def test_a_copy_that_never_came_is_another(home: tuple[Path, bytes]) -> None:
    folder, _ = home
    lines = lines_of(journal(folder).read_bytes())
    journal(folder).write_bytes(chained(answering(lines, response=["D"]))[0])
    assert ("replaced", "collected-other") in codes(folder)


def test_one_that_is_gone_is_missing(home: tuple[Path, bytes]) -> None:
    folder, _ = home
    journal(folder).unlink()
    assert ("missing", "collected-missing") in codes(folder)
