"""A paper whose decisions or forms were altered: it is not marked by them, it is named, and all others go on."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import MachineRefused
from quizapp.services.book.score_book import look, rebuild, refresh
from quizapp.services.decisions import attempt_decisions
from quizapp.services.evidence.home_check import examine
from quizapp.services.ports.port_values import ScoreDocument
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.agenda import under_way
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.stores.files.home import FileHome
from tests.samples.classes.class_in_files import BY, PEOPLE, place_in, sit
from tests.samples.workplace import PAPER, paper

OTHER = paper(id="other", title="另一份")


@pytest.fixture
def two(tmp_path: Path) -> Workplace:
    """Two papers sat by two people each, a decision about each, one of them altered since."""
    place = place_in(tmp_path)
    for rules in (PAPER, OTHER):
        for one in PEOPLE[:2]:
            sit(place, one, rules)
        attempt = place.home.journals.names(rules.id)[0].attempt
        attempt_decisions.override(place, attempt, 1, Fraction(1), BY)
    path = tmp_path / "journal" / PAPER.id / "committee.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"marks":"1"', b'"marks":"10"'))
    # Another program, which has read nothing of it before.
    return replace(place, home=FileHome(tmp_path))


def of(docs: tuple[ScoreDocument, ...], rules: str) -> list[ScoreDocument]:
    return [doc for doc in docs if doc["paper"] == rules]


def test_the_altered_paper_keeps_its_scores_and_is_named_with_its_file(two: Workplace) -> None:
    before = two.home.book.read()
    book = look(two.home, two.clock, two.class_id)
    assert before is not None
    assert of(book.scores, PAPER.id) == of(before.scores, PAPER.id)
    (trouble,) = book.refused.values()
    assert (trouble.code, list(book.refused)) == ("file-altered", [PAPER.id])
    assert str(trouble.values["file"]).endswith("committee.jsonl")
    with pytest.raises(MachineRefused, match="file-altered"):
        book.check(PAPER.id)
    book.check(OTHER.id)


def test_the_other_paper_is_decided_and_sat_as_ever(two: Workplace) -> None:
    name = two.home.journals.names(OTHER.id)[1]
    attempt_decisions.override(two, name.attempt, 1, Fraction(2), BY)
    sit(two, PEOPLE[2], OTHER)
    docs = of(look(two.home, two.clock, two.class_id).scores, OTHER.id)
    assert len(docs) == 3
    score = next(doc for doc in docs if doc["attempt"] == name.attempt)["score"]
    assert score is not None
    assert score >= 2


def test_nobody_begins_or_decides_at_the_altered_paper(two: Workplace) -> None:
    with pytest.raises(MachineRefused, match="file-altered"):
        standing(two.home, two.clock, PAPER, Candidate(id="07", name="新"))
    attempt = two.home.journals.names(PAPER.id)[0].attempt
    with pytest.raises(MachineRefused, match="file-altered"):
        attempt_decisions.override(two, attempt, 1, Fraction(2), BY)


def test_who_writes_the_altered_paper_is_told(two: Workplace) -> None:
    with pytest.raises(MachineRefused, match="file-altered"):
        refresh(two.home, two.home.journals.names(PAPER.id), two.class_id, two.clock.read().at)
    refresh(two.home, two.home.journals.names(OTHER.id), two.class_id, two.clock.read().at)


def test_a_rebuild_keeps_what_it_cannot_make_again(two: Workplace) -> None:
    before = two.home.book.read()
    assert before is not None
    book = rebuild(two.home, two.class_id, two.clock.read().at)
    assert list(book.refused) == [PAPER.id]
    assert book.scores == before.scores


def test_without_a_book_only_the_altered_paper_is_missing(two: Workplace, tmp_path: Path) -> None:
    (tmp_path / "scores.json").unlink()
    book = look(two.home, two.clock, two.class_id)
    assert {doc["paper"] for doc in book.scores} == {OTHER.id}


def test_an_altered_form_stops_its_own_paper_only(two: Workplace, tmp_path: Path) -> None:
    (tmp_path / "journal" / PAPER.id / "committee.jsonl").unlink()
    begun = start(two.home, two.library, two.clock, two.chance, standing(two.home, two.clock, OTHER, PEOPLE[3]))
    form = begun.attempt.started.form
    begun.close()
    path = tmp_path / "forms" / f"{form}.json"
    path.write_bytes(path.read_bytes()[:-1])
    place = replace(two, home=FileHome(tmp_path))
    book = look(place.home, place.clock, place.class_id)
    assert list(book.refused) == [OTHER.id]
    assert {doc["paper"] for doc in book.scores} >= {PAPER.id}
    assert under_way(place.home, place.clock, place.class_id) == ()


def test_the_doctor_says_which_file_it_is(two: Workplace) -> None:
    found = {one.check: one for one in examine(two)}
    assert not found["book"].is_ok
    assert found["book"].code == "trouble"
    assert "committee.jsonl" in str(found["book"].values["trouble"].values["file"])  # type: ignore[attr-defined] # an error
