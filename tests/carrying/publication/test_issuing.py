"""What the command and the screen refuse alike before anything is fixed, and what both then tell."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from quizapp.carrying.publication.issuing import Order, agreed, issue
from quizapp.domain.errors import MachineRefused, QuizError
from quizapp.stores.whole_file import put_file
from tests.carrying.publications import PASSWORD, PEOPLE
from tests.shelf import PAPER, paper, workplace

WORD = "监考二〇二六"


@pytest.mark.parametrize(
    ("order", "name", "code"),
    [
        (Order(), "卷.zip", "publish-ending"),
        (Order(opening="12345"), "卷.quiz", "password-too-short"),
        (Order(invigilator="12345"), "卷.quiz", "password-too-short"),
        (Order(opening=PASSWORD, invigilator=PASSWORD), "卷.quiz", "passwords-same"),
        (Order(opening="ABC-123", invigilator=" ＡＢＣ－１２３"), "卷.quiz", "passwords-same"),
        (Order(with_keys=False), "卷.quiz", "publish-needs-keys"),
    ],
)
def test_what_is_refused_fixes_writes_and_logs_nothing(tmp_path: Path, order: Order, name: str, code: str) -> None:
    place = workplace()
    with pytest.raises(QuizError, match=code):
        issue(place, PAPER, order, tmp_path / name, put_file)
    assert place.home.forms.fixed(PAPER.id) == ()
    assert not list(tmp_path.iterdir())
    assert place.home.log.lines == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("lacks", ["the extra", "scrypt"])
def test_what_cannot_be_sealed_here_fixes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lacks: str) -> None:
    place = workplace()
    if lacks == "scrypt":
        monkeypatch.delattr("hashlib.scrypt")
    else:
        monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.ciphers.aead", None)
    with pytest.raises(QuizError, match="password-no-scrypt" if lacks == "scrypt" else "password-seal-extra"):
        issue(place, PAPER, Order(opening=PASSWORD), tmp_path / "卷.quiz", put_file)
    assert place.home.forms.fixed(PAPER.id) == ()


def test_what_could_not_be_written_is_not_logged(tmp_path: Path) -> None:
    def put(path: Path, data: bytes) -> None:  # as a full disk does
        raise MachineRefused("disk-full", path=str(path))

    place = workplace()
    with pytest.raises(MachineRefused):
        issue(place, PAPER, Order(), tmp_path / "卷.quiz", put)
    assert place.home.log.lines == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("order", "notes"),
    [
        (Order(), {"without_roster", "not_sealed", "keys_inside", "no_invigilator"}),
        (Order(roster=PEOPLE, opening=PASSWORD), {"with_roster", "sealed", "no_invigilator"}),
        (Order(with_keys=False, invigilator=WORD), {"without_roster", "not_sealed"}),
    ],
)
def test_whoever_publishes_is_told_what_it_means(tmp_path: Path, order: Order, notes: set[str]) -> None:
    issued = issue(workplace(), paper(feedback="never"), order, tmp_path / "卷.quiz", put_file)
    assert set(issued.notes) == notes


def test_blanks_around_a_password_are_none_of_it() -> None:
    assert agreed(f" {PASSWORD}", f"{PASSWORD} ") == PASSWORD
