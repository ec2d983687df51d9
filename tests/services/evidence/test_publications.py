"""Which publications were opened is evidence: a paper was sat by the rules that came with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.services.carrying.publication import open_publication
from quizapp.services.evidence.seal import Seal
from quizapp.stores import chain
from tests.samples.carrying.publications import carried, published
from tests.samples.classes.class_in_files import five, sealed, verified
from tests.samples.workplace import paper
from tests.services.evidence.test_external_marks import found


@pytest.fixture
def seal(tmp_path: Path) -> Seal:
    """The seal of a class where a publication was opened."""
    place = five(tmp_path)
    open_publication(place, carried(published(paper(id="carried"))))
    return sealed(place)


@pytest.fixture
def opened(seal: Seal, tmp_path: Path) -> Path:
    """The file that says so, sealed."""
    assert "publications.jsonl" in {one.name for one in seal.files}
    assert found(verified(tmp_path, seal)) == []
    return tmp_path / "publications.jsonl"


def test_an_altered_rule_is_found_by_its_chain_alone(opened: Path, tmp_path: Path) -> None:
    opened.write_bytes(opened.read_bytes().replace(b'"has_keys":true', b'"has_keys":false', 1))
    assert found(verified(tmp_path)) == [("chain", "altered-publications")]


def test_a_record_written_anew_is_found_against_the_seal(opened: Path, seal: Seal, tmp_path: Path) -> None:
    entries = chain.read(opened.read_bytes()).entries
    opened.write_bytes(
        chain.encode([one._replace(data={**one.data, "title": "别的"}) for one in entries], chain.START)[0]
    )
    assert found(verified(tmp_path)) == []
    assert found(verified(tmp_path, seal)) == [("replaced", "sealed-replaced")]


def test_a_record_taken_away_is_found_against_the_seal(opened: Path, seal: Seal, tmp_path: Path) -> None:
    opened.unlink()
    assert [kind for kind, _ in found(verified(tmp_path, seal))] == ["missing"]


def test_what_is_no_publication_is_not_passed_over(opened: Path, tmp_path: Path) -> None:
    entries = chain.read(opened.read_bytes()).entries
    data, _ = chain.encode([one._replace(data={"title": "别的"}) for one in entries], chain.START)
    opened.write_bytes(data)
    assert found(verified(tmp_path)) == [("chain", "not-understood")]
