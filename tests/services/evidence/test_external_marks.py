"""Marks from outside are evidence: what was altered, cut off or taken away is found, what was added since is told."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.decisions.totals import OutsideMarked
from quizapp.language import Language
from quizapp.services.evidence.evidence_files import EvidenceFinding, EvidenceRemark
from quizapp.services.evidence.seal import Seal
from quizapp.services.evidence.verification import Verification
from quizapp.services.ports.workplace import Workplace
from quizapp.stores import chain
from quizapp.stores.files.home import FileHome
from tests.samples.classes.class_in_files import five, sealed, verified


@pytest.fixture
def klass(tmp_path: Path) -> Workplace:
    """A class of five, each with a mark from outside."""
    return five(tmp_path)


@pytest.fixture
def seal(klass: Workplace) -> Seal:
    return sealed(klass)


@pytest.fixture
def marks(seal: Seal, tmp_path: Path) -> Path:
    """The file of the marks, sealed."""
    assert "marks.jsonl" in {one.name for one in seal.files}
    return tmp_path / "marks.jsonl"


def found(verdict: Verification) -> list[tuple[str, str]]:
    """Return what was found, after saying all of it in both languages."""
    told: list[EvidenceFinding | EvidenceRemark] = [*verdict.findings, *verdict.remarks]
    for tongue in (Language("zh"), Language("en")):
        assert all(tongue.say(f"verify.{one.code}", **one.values) for one in told)
    return [(one.kind, one.code) for one in verdict.findings]


def test_an_altered_mark_is_found_by_its_chain_alone(marks: Path, tmp_path: Path) -> None:
    marks.write_bytes(marks.read_bytes().replace(b'"marks":"90"', b'"marks":"99"', 1))
    verdict = verified(tmp_path)
    assert found(verdict) == [("chain", "altered-marks")]
    assert verdict.findings[0].values == {"file": "marks.jsonl", "line": 1}


def test_marks_written_anew_as_a_whole_chain_are_found_against_the_seal(
    marks: Path, seal: Seal, tmp_path: Path
) -> None:
    """Whoever knows how lines chain can write the file anew: only the seal tells."""
    entries = chain.read(marks.read_bytes()).entries
    forged = [one._replace(data={**one.data, "marks": "99"}) for one in entries]
    marks.write_bytes(chain.encode(forged, chain.START)[0])
    assert found(verified(tmp_path)) == []
    assert found(verified(tmp_path, seal)) == [("replaced", "sealed-replaced")]


def test_marks_that_were_cut_off_or_taken_away_are_found_against_the_seal(
    marks: Path, seal: Seal, tmp_path: Path
) -> None:
    lines = marks.read_bytes().splitlines(keepends=True)
    marks.write_bytes(b"".join(lines[:-1]))
    assert found(verified(tmp_path, seal)) == [("rolled_back", "sealed-cut")]
    marks.unlink()
    assert found(verified(tmp_path, seal)) == [("missing", "sealed-missing")]


def test_marks_that_came_in_after_the_seal_are_told_and_nothing_wrong(
    klass: Workplace, seal: Seal, tmp_path: Path
) -> None:
    first = klass.home.outside_marks.read()[0]
    assert isinstance(first, OutsideMarked)
    FileHome(tmp_path).outside_marks.record((replace(first, marks=Fraction(91)),))
    verdict = verified(tmp_path, seal)
    assert found(verdict) == []
    assert "marks.jsonl" in {one.values["file"] for one in verdict.remarks if one.code == "sealed-grown"}


def test_a_record_of_a_later_version_is_not_passed_over(marks: Path, seal: Seal, tmp_path: Path) -> None:
    reading = chain.read(marks.read_bytes())
    more, _ = chain.encode([reading.entries[0]._replace(kind="taken_back")], reading.head)
    marks.write_bytes(marks.read_bytes() + more)
    verdict = verified(tmp_path, seal)
    assert found(verdict) == [("chain", "not-understood")]
    assert verdict.findings[0].values["said"] == "taken_back"
