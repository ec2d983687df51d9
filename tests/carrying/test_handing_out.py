"""Where a person's answers are written, and what the file is called."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.carrying.handouts import HandedOut, hand_out
from quizapp.carrying.pack_file import pack_name
from quizapp.carrying.pack_reader import read_pack
from quizapp.domain.errors import Refused
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.ports.arrivals import Rehearsal
from quizapp.services.ports.workplace import ExportPlace, Workplace
from quizapp.stores.disk.operating_system import Disk
from quizapp.stores.export_places import OwnOutlets
from tests.samples.carrying.collecting_committee import codes, committee
from tests.samples.carrying.machines import begun, passes, person, sat
from tests.samples.workplace import NINE, paper

NAME = "答卷_样卷_001_考生001.zip"


def with_outlets(place: Workplace, *folders: tuple[Path, bool], disk: Disk | None = None) -> Workplace:
    for folder, _ in folders:
        folder.mkdir(exist_ok=True)
    return replace(place, outlets=OwnOutlets(tuple(ExportPlace(*one) for one in folders), disk))


def handed_out(place: Workplace, number: int = 0) -> HandedOut:
    return hand_out(place, read_attempt(place.home, place.home.journals.names()[number]))


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("结业考试", "07", "张三"), "答卷_结业考试_07_张三.zip"),
        (("A/B 卷: “上”", "../07", "a\\b"), "答卷_A_B 卷_ “上”_.._07_a_b.zip"),
        (("x?*|<>", "7.", "三 "), "答卷_x______7__三.zip"),
        (("\x1b]0;\x07卷", "7\n8", "张\u202e三"), "答卷_]0;卷_7 8_张三.zip"),
    ],
)
def test_what_a_file_name_cannot_hold_becomes_a_stroke_below(parts: tuple[str, str, str], name: str) -> None:
    assert pack_name(*parts) == name


def test_long_names_stay_names_of_files(tmp_path: Path) -> None:
    name = pack_name("卷" * 500, "7" * 64, "名" * 500)
    (tmp_path / name).write_bytes(b"")
    assert name.endswith(".zip")
    assert len(name.encode()) <= 255 - len("_99.new")


def test_the_first_place_is_taken_and_where_it_cannot_be_written_the_next(tmp_path: Path) -> None:
    class Locked(Disk):
        def open_new(self, path: Path) -> int:
            if path.parent.name == "stick":
                raise OSError(errno.EROFS, "read-only")
            return super().open_new(path)

    place = sat(1)
    folders = (tmp_path / "stick", True), (tmp_path / "desk", False)
    assert handed_out(with_outlets(place, *folders)) == (tmp_path / "stick" / NAME, True, None)
    *where, trouble = handed_out(with_outlets(place, *folders, disk=Locked()))
    assert where == [tmp_path / "desk" / NAME, False]
    # The person is told why it is not on the stick that they see.
    assert trouble is not None
    assert trouble.code == "read-only"
    with pytest.raises(Refused, match="pack-nowhere"):
        handed_out(with_outlets(place, folders[0], disk=Locked()))
    with pytest.raises(Refused, match="pack-no-place"):
        handed_out(with_outlets(place))


def test_a_later_pack_takes_the_place_of_an_earlier_one_and_never_of_another_machines(tmp_path: Path) -> None:
    stick = tmp_path / "stick", True
    place = sat(1, paper(attempts=2))
    assert handed_out(with_outlets(place, stick))[0].name == NAME
    passes(place, 60)
    again = begun(place, person(1), paper(attempts=2))
    again.hand_in()
    again.close()
    # Both attempts are in the one file, so that none is lost.
    assert handed_out(with_outlets(place, stick), 1)[0].name == NAME
    assert len(list(read_pack((tmp_path / "stick" / NAME).read_bytes(), NAME))) == 2
    other = sat(1, name="另一台")
    assert handed_out(with_outlets(other, stick))[0].name == "答卷_样卷_001_考生001_2.zip"
    packs = [path.read_bytes() for path in sorted((tmp_path / "stick").iterdir())]
    assert sorted(codes(committee(), *packs)) == ["new", "new", "new"]


def test_a_file_of_that_name_that_is_no_pack_is_left_alone(tmp_path: Path) -> None:
    place = with_outlets(sat(1), (tmp_path / "stick", True))
    (tmp_path / "stick" / NAME).write_bytes(b"mine")
    assert handed_out(place)[0].name == "答卷_样卷_001_考生001_2.zip"
    assert (tmp_path / "stick" / NAME).read_bytes() == b"mine"


def test_a_stick_that_gives_back_other_bytes_is_not_relied_on(tmp_path: Path) -> None:
    class Broken(OwnOutlets):
        def read(self, path: Path) -> bytes | None:
            data = super().read(path)
            return data and data[:-1] if path.parent.name == "stick" else data

    place = with_outlets(sat(1), (tmp_path / "stick", True), (tmp_path / "desk", False))
    assert place.outlets is not None
    place = replace(place, outlets=Broken(place.outlets.folders()))
    *where, trouble = handed_out(place)
    assert where == [tmp_path / "desk" / NAME, False]
    assert trouble is not None
    assert trouble.code == "pack-not-read-back"


def test_a_pack_that_tells_of_a_rehearsal_too_is_replaced_all_the_same(tmp_path: Path) -> None:
    place = with_outlets(sat(1), (tmp_path / "stick", True))
    place.home.collected.record((Rehearsal(at=NINE, machine="机器001", who="001", values={"passed": "yes"}),))
    assert handed_out(place)[0].name == handed_out(place)[0].name == NAME
    home = committee()
    data = (tmp_path / "stick" / NAME).read_bytes()
    assert codes(home, data, data) == ["new", "same"]
    told = [fact for fact in home.home.collected.read() if isinstance(fact, Rehearsal)]
    assert [(one.who, one.values["passed"]) for one in told] == [("001", "yes")]
