"""Lines of a later version in files that any program adds to: refused by name, or passed over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import MachineRefused
from quizapp.services.ports.arrivals import Placed
from quizapp.services.ports.home import Home
from quizapp.stores import chain
from quizapp.stores.files.home import FileHome
from tests.domain.marking.test_keying_draft import keyed
from tests.samples.stored_records import NOON, brought, carried_here

WRITTEN: Mapping[str, Callable[[Home], None]] = {
    "keying/keying-final.jsonl": lambda home: home.keyed.record("final", (keyed("1", "1 A"),)),
    "marks.jsonl": lambda home: home.outside_marks.record((brought("考勤", "1", 90),)),
    "candidates.jsonl": lambda home: home.roster.record((Candidate(id="1", name="张三"),), NOON),
    "collected.jsonl": lambda home: home.collected.record((Placed(at=NOON, heads=("a",)),)),
    "publications.jsonl": lambda home: home.publications.record(carried_here()),
}
READ: Mapping[str, Callable[[Home], object]] = {
    "keying/keying-final.jsonl": lambda home: home.keyed.read("final"),
    "marks.jsonl": lambda home: home.outside_marks.read(),
    "candidates.jsonl": lambda home: home.roster.candidates(),
    "collected.jsonl": lambda home: home.collected.read(),
    "publications.jsonl": lambda home: home.publications.opened(),
}


def add_line(path: Path, **changes: object) -> None:
    """Have a file go on with its first line, some things changed."""
    there = chain.read(path.read_bytes())
    line, _ = chain.encode((there.entries[0]._replace(**changes),), there.head)  # type: ignore[arg-type]  # any of them
    with path.open("ab") as file:
        file.write(line)


@pytest.mark.parametrize("name", ["keying/keying-final.jsonl", "marks.jsonl"])
def test_a_kind_that_is_not_known_is_refused_with_its_line(name: str, tmp_path: Path) -> None:
    WRITTEN[name](FileHome(tmp_path))
    add_line(tmp_path / name, kind="dreamt")
    with pytest.raises(MachineRefused) as told:
        READ[name](FileHome(tmp_path))
    assert told.value.code == "journal-not-understood"
    assert told.value.values == {"file": str(tmp_path / name), "line": 2, "kind": "dreamt"}


@pytest.mark.parametrize("name", ["candidates.jsonl", "collected.jsonl", "publications.jsonl"])
def test_a_kind_that_is_not_known_is_passed_over_and_stays(name: str, tmp_path: Path) -> None:
    WRITTEN[name](FileHome(tmp_path))
    before = READ[name](FileHome(tmp_path))
    add_line(tmp_path / name, kind="dreamt")
    data = (tmp_path / name).read_bytes()
    home = FileHome(tmp_path)
    assert READ[name](home) == before
    home.collected.record((Placed(at=NOON, heads=("b",)),))
    assert (tmp_path / name).read_bytes().startswith(data)


def test_what_says_more_of_an_arrival_than_is_known_is_refused(tmp_path: Path) -> None:
    name = "collected.jsonl"
    WRITTEN[name](FileHome(tmp_path))
    add_line(tmp_path / name, data={"heads": ["a"], "dreamt": True})
    with pytest.raises(MachineRefused) as told:
        READ[name](FileHome(tmp_path))
    assert (told.value.code, told.value.values["kind"]) == ("journal-not-understood", "collected")


def test_keying_again_what_was_keyed_is_decided_on_what_stands(tmp_path: Path) -> None:
    home, other = FileHome(tmp_path), FileHome(tmp_path)
    WRITTEN["keying/keying-final.jsonl"](home)
    other.keyed.decide("final", lambda there: [keyed("2", "2 B")] * len(there))
    home.keyed.decide("final", lambda there: [keyed("3", "3 C")] * len(there))
    assert home.keyed.read("final") == (keyed("1", "1 A"), keyed("2", "2 B"), *[keyed("3", "3 C")] * 2)
