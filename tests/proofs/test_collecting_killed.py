"""Collecting killed before every single call that changes something: nothing told is lost, nothing untold is missed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a program is forked to die", allow_module_level=True)

from quizapp.domain.marking.essay_marks import Marker
from quizapp.services.carrying.collect import collect
from quizapp.services.carrying.forks import choose_copy, fork_of
from quizapp.services.evidence.verification import Verification, verify
from quizapp.services.ports.port_values import AttemptName
from quizapp.stores.files.home import FileHome
from tests.proofs.faults.children import Child, Tell
from tests.proofs.faults.dying import LastCalls
from tests.samples.carrying.collecting_committee import brought, committee, found
from tests.samples.carrying.machines import CLASS, begun, machine, packed, person, sat
from tests.services.carrying.test_forks import forks

pytestmark = pytest.mark.proof

ROUGH = 1_000
"""More calls than any of these make."""


def brought_in() -> tuple[list[bytes], list[bytes]]:
    """Return packs that are collected first, and those at which the program is killed: new, longer, forking."""
    place = machine("机器7")
    sitting = begun(place, person(7))
    sitting.answer(1, ("A",))
    early = packed(place)
    sitting.hand_in()
    one, other = forks()
    return [early, one], [packed(place), packed(sat(8)), other]


FIRST, LATER = brought_in()


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("before") / "home"
    brought(committee(home), *FIRST)
    return home


def killed_before(call: int, work: Callable[[Tell], None]) -> tuple[list[object], bool]:
    """Return what was told by a program that died before that of its calls, and whether it did."""

    def until_then(tell: Tell) -> None:
        LastCalls(call).watch()
        work(tell)

    told, status = Child(until_then).facts()
    return told, status < 0


def collecting(home: Path, tell: Tell) -> None:
    collect(committee(home), found(LATER), "班委甲", lambda verdict: tell(verdict.attempt))


def checked(home: Path) -> Verification:
    return verify(FileHome(home), CLASS, now=committee().clock.read().at, wait=lambda: None)


def kinds(verdict: Verification) -> set[tuple[str, str]]:
    return {(one.kind, one.code) for one in verdict.findings}


def test_collecting_that_is_killed_anywhere_is_missed_nowhere_and_mended_by_the_same_files(
    before: Path, tmp_path: Path
) -> None:
    whole = tmp_path / "whole"
    shutil.copytree(before, whole)
    brought(committee(whole), *LATER)
    book, forked = (whole / "scores.json").read_bytes(), {("attempts", "forked")}
    assert kinds(checked(whole)) == forked
    has_died, call = True, 0
    while has_died:
        home = tmp_path / str(call)
        shutil.copytree(before, home)
        told, has_died = killed_before(call, partial(collecting, home))
        verdict = checked(home)
        # A book that follows its journals a moment later is told by `book` and `mark`; nothing is gone or other.
        assert {kind for kind, _ in kinds(verdict)} <= {"attempts", "book", "mark"}, (call, verdict.findings)
        there = {name.attempt for name in FileHome(home).journals.names()}
        assert set(told) <= there
        brought(committee(home), *reversed(LATER))
        assert (home / "scores.json").read_bytes() == book, call
        assert kinds(checked(home)) == forked, call
        shutil.rmtree(home)
        call += 1
        assert call < ROUGH
    assert call > 50


def test_a_decision_between_copies_that_is_killed_anywhere_is_made_whole_by_making_it_again(
    before: Path, tmp_path: Path
) -> None:
    forked = tmp_path / "forked"
    shutil.copytree(before, forked)
    brought(committee(forked), *LATER)
    name, head = _other_copy(forked)
    decider = Marker(by="班委甲", checked_by="班委乙", why="核对监考记录")

    def choosing(home: Path, _: Tell) -> None:
        choose_copy(committee(home), name.attempt, head, decider)

    books = set()
    has_died, call = True, 0
    while has_died:
        home = tmp_path / str(call)
        shutil.copytree(forked, home)
        _, has_died = killed_before(call, partial(choosing, home))
        verdict = checked(home)
        assert {kind for kind, _ in kinds(verdict)} <= {"attempts", "book", "mark"}, (call, verdict.findings)
        brought(committee(home), *LATER)
        if fork_of(FileHome(home), name):
            choose_copy(committee(home), name.attempt, head, decider)
        assert checked(home).is_ok, (call, checked(home).findings)
        books.add((home / "scores.json").read_bytes())
        shutil.rmtree(home)
        call += 1
        assert call < ROUGH
    assert call > 30
    assert len(books) == 1


def _other_copy(home: Path) -> tuple[AttemptName, str]:
    """Return the attempt whose copies part ways, and the last hash of the copy that is not in place."""
    kept = FileHome(home)
    for name in kept.journals.names():
        copies = fork_of(kept, name)
        if copies:
            return name, copies[1].head
    raise AssertionError(home)
