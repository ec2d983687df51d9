"""What the command and the screen refuse alike before anything is fixed, and what both then tell."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from quizapp.carrying.publication_issue import PublicationOrder, agreed, check_over, issue
from quizapp.domain.errors import CalledWrongly, MachineRefused, QuizError
from quizapp.stores.files.home import FileHome
from quizapp.stores.people_files import put_ready
from tests.instruments.failing_disk import FailingDisk
from tests.samples.carrying.publications import PASSWORD, PEOPLE
from tests.samples.workplace import BANK, PAPER, Shelf, paper, workplace

WORD = "监考二〇二六"


@pytest.mark.parametrize(
    ("order", "name", "code"),
    [
        (PublicationOrder(), "卷.zip", "publish-ending"),
        (PublicationOrder(opening="12345"), "卷.quiz", "password-too-short"),
        (PublicationOrder(invigilator="12345"), "卷.quiz", "password-too-short"),
        (PublicationOrder(opening=PASSWORD, invigilator=PASSWORD), "卷.quiz", "passwords-same"),
        (PublicationOrder(opening="ABC-123", invigilator=" ＡＢＣ－１２３"), "卷.quiz", "passwords-same"),
        (PublicationOrder(with_keys=False), "卷.quiz", "publish-needs-keys"),
    ],
)
def test_what_is_refused_fixes_writes_and_logs_nothing(
    tmp_path: Path, order: PublicationOrder, name: str, code: str
) -> None:
    place = workplace()
    with pytest.raises(QuizError, match=code):
        issue(place, PAPER, order, tmp_path / name, put_ready)
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
        issue(place, PAPER, PublicationOrder(opening=PASSWORD), tmp_path / "卷.quiz", put_ready)
    assert place.home.forms.fixed(PAPER.id) == ()


def test_what_could_not_be_written_is_not_logged(tmp_path: Path) -> None:
    def put(path: Path, data: bytes, ready: Callable[[], None]) -> None:  # as a full disk does
        raise MachineRefused("disk-full", path=str(path))

    place = workplace()
    with pytest.raises(MachineRefused):
        issue(place, PAPER, PublicationOrder(), tmp_path / "卷.quiz", put)
    assert place.home.log.lines == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("room", [0, 1, 700])
def test_where_there_is_no_room_for_the_file_nothing_is_fixed(tmp_path: Path, room: int) -> None:
    place, path, disk = workplace(), tmp_path / "卷.quiz", FailingDisk()
    disk.room = room
    with pytest.raises(MachineRefused):
        issue(place, PAPER, PublicationOrder(), path, partial(put_ready, disk=disk))
    assert place.home.forms.fixed(PAPER.id) == ()
    assert not list(tmp_path.iterdir())


def test_where_the_forms_cannot_be_fixed_there_is_no_file_and_the_old_one_stands(tmp_path: Path) -> None:
    place, path, disk = workplace(), tmp_path / "卷.quiz", FailingDisk()
    full = replace(place, home=FileHome(tmp_path / "home", disk=disk))
    issue(place, PAPER, PublicationOrder(), path, put_ready)
    before = path.read_bytes()
    disk.room = 0
    for name in ("卷.quiz", "新.quiz"):
        with pytest.raises(MachineRefused):
            issue(full, PAPER, PublicationOrder(), tmp_path / name, put_ready)
    assert path.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir() if one.is_file()} == {"卷.quiz"}


def test_a_bank_mended_after_the_disk_was_full_is_published_as_it_is_now(tmp_path: Path) -> None:
    place, disk = workplace(), FailingDisk()
    disk.room = 0
    with pytest.raises(MachineRefused):
        issue(place, PAPER, PublicationOrder(), tmp_path / "卷.quiz", partial(put_ready, disk=disk))
    mended = replace(BANK, items=tuple(replace(one, stem=f"{one.stem}（改）") for one in BANK.items))
    place = replace(place, library=Shelf(shelf_banks=(mended,)))
    issued = issue(place, PAPER, PublicationOrder(), tmp_path / "卷.quiz", put_ready)
    (form,) = issued.publication.forms
    assert all(question.item.stem.endswith("（改）") for question in form.questions)


def test_only_an_earlier_publication_of_the_paper_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "卷.quiz"
    check_over(path, PAPER)
    issue(workplace(), PAPER, PublicationOrder(), path, put_ready)
    check_over(path, PAPER)
    for other in (paper(id="other"), paper(id="sample")):
        with pytest.raises(CalledWrongly, match="publish-over-other"):
            check_over(path, other)
    path.write_bytes(b"somebody's")
    with pytest.raises(CalledWrongly, match="publish-over-other"):
        check_over(path, PAPER)


@pytest.mark.parametrize(
    ("order", "notes"),
    [
        (PublicationOrder(), {"without_roster", "not_sealed", "keys_left_out", "no_invigilator"}),
        (
            PublicationOrder(with_keys=True),
            {"without_roster", "not_sealed", "keys_wanted", "keys_inside", "no_invigilator"},
        ),
        (
            PublicationOrder(with_keys=True, roster=PEOPLE, opening=PASSWORD),
            {"with_roster", "sealed", "keys_wanted", "keys_sealed", "no_invigilator"},
        ),
        (PublicationOrder(with_keys=False, invigilator=WORD), {"without_roster", "not_sealed", "keys_left_out"}),
    ],
)
def test_whoever_publishes_is_told_what_it_means(tmp_path: Path, order: PublicationOrder, notes: set[str]) -> None:
    issued = issue(workplace(), paper(feedback="never"), order, tmp_path / "卷.quiz", put_ready)
    assert set(issued.notes) == notes


def test_blanks_around_a_password_are_none_of_it() -> None:
    assert agreed(f" {PASSWORD}", f"{PASSWORD} ") == PASSWORD
