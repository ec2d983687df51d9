"""What is asked of open sittings: what every store must do, and what the folder bears."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.domain.attempt.orders import Request, RequestAnswer
from quizapp.domain.errors import MachineRefused
from quizapp.services.ports.home import Home
from quizapp.stores.files.home import FileHome
from quizapp.stores.files.sitting_requests import MOST_BYTES
from tests.instruments.failing_disk import FailingDisk
from tests.instruments.memory_home import EVERY_STORE
from tests.samples.stored_records import NAME, NOON, started

ATTEMPT = NAME.attempt
MORE = Request(
    id="20261201T040000123Z-MMMMMMMMMM", asks="more_time", more=timedelta(minutes=10), by="李老师", why="停电"
)
HAND_IN = Request(id="20261201T040000124Z-HHHHHHHHHH", asks="hand_in", by="李老师", checked_by="王老师", why="清场")
GRANTED = RequestAnswer(closing=NOON)
REFUSED = RequestAnswer(refusal="decider-is-candidate", values=(("by", "张三"),))


@pytest.fixture(params=EVERY_STORE)
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    """A home of each kind."""
    return EVERY_STORE[request.param](tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The requests of one attempt on disk, with one that waits."""
    FileHome(tmp_path).requests.ask(ATTEMPT, MORE)
    return tmp_path / "requests" / ATTEMPT


def test_where_nothing_was_asked_nothing_waits(home: Home) -> None:
    assert home.requests.waiting(ATTEMPT) == ()
    assert home.requests.answer_to(ATTEMPT, MORE.id) is None
    home.requests.withdraw(ATTEMPT, MORE.id)


def test_what_is_asked_waits_for_its_attempt_in_order_until_it_is_answered(home: Home) -> None:
    home.requests.ask(ATTEMPT, HAND_IN)
    home.requests.ask(ATTEMPT, MORE)
    home.requests.ask("20261202T040000123Z-ABCDEFGHJK", HAND_IN)
    assert home.requests.waiting(ATTEMPT) == (MORE, HAND_IN)
    assert home.requests.answer_to(ATTEMPT, MORE.id) is None
    home.requests.answer(ATTEMPT, MORE.id, GRANTED)
    assert home.requests.waiting(ATTEMPT) == (HAND_IN,)
    home.requests.answer(ATTEMPT, HAND_IN.id, REFUSED)
    assert home.requests.waiting(ATTEMPT) == ()
    assert home.requests.answer_to(ATTEMPT, MORE.id) == GRANTED
    assert home.requests.answer_to(ATTEMPT, HAND_IN.id) == REFUSED


def test_what_is_withdrawn_is_gone_with_its_answer_and_needs_none_after(home: Home) -> None:
    home.requests.ask(ATTEMPT, MORE)
    home.requests.answer(ATTEMPT, MORE.id, GRANTED)
    home.requests.withdraw(ATTEMPT, MORE.id)
    home.requests.answer(ATTEMPT, MORE.id, GRANTED)
    assert home.requests.waiting(ATTEMPT) == ()
    assert home.requests.answer_to(ATTEMPT, MORE.id) is None


def test_who_has_an_attempt_open_is_told_while_it_is_open(home: Home) -> None:
    assert home.journals.holder(NAME) is None
    writer = home.journals.create(started())
    held = home.journals.holder(NAME)
    assert held is not None
    assert all(held)
    writer.close()
    assert home.journals.holder(NAME) is None
    again, _ = home.journals.open(NAME)
    again.close()


def test_nothing_stays_in_the_folder_of_a_request_that_is_done_with(folder: Path, tmp_path: Path) -> None:
    requests = FileHome(tmp_path).requests
    requests.answer(ATTEMPT, MORE.id, GRANTED)
    assert {path.name for path in folder.iterdir()} == {f"{MORE.id}.json", f"{MORE.id}.answer.json"}
    requests.withdraw(ATTEMPT, MORE.id)
    assert list(folder.iterdir()) == []


RUBBISH: dict[str, bytes] = {
    "empty": b"",
    "half": b'{"id": "X", "asks": "more_',
    "no json": b"\xff\xfe\x00",
    "deep": b"[" * 60_000,
    "a list": b"[]",
    "a number": b"1",
    "another id": json.dumps({"id": "Y", "asks": "hand_in", "by": "b", "why": "w"}).encode(),
    "no id": json.dumps({"asks": "hand_in", "by": "b", "why": "w"}).encode(),
    "asks for more": json.dumps({"id": "X", "asks": "full_marks", "by": "b", "why": "w"}).encode(),
    "nobody": json.dumps({"id": "X", "asks": "hand_in", "by": None, "why": "w"}).encode(),
    "no reason": json.dumps({"id": "X", "asks": "hand_in", "by": "b", "why": 7}).encode(),
    "a text for a time": json.dumps({"id": "X", "asks": "more_time", "more": "x", "by": "b", "why": "w"}).encode(),
    "endless": b'{"id": "X", "asks": "more_time", "more": Infinity, "by": "b", "why": "w"}',
    "no number": b'{"id": "X", "asks": "more_time", "more": NaN, "by": "b", "why": "w"}',
    "a field too many": json.dumps({"id": "X", "asks": "hand_in", "by": "b", "why": "w", "x": 1}).encode(),
    "too long": json.dumps({"id": "X", "asks": "hand_in", "by": "b", "why": "w" * MOST_BYTES}).encode(),
}


@pytest.mark.parametrize("name", RUBBISH)
def test_rubbish_in_the_folder_stops_nothing_and_is_left_alone(name: str, folder: Path, tmp_path: Path) -> None:
    (folder / "X.json").write_bytes(RUBBISH[name])
    requests = FileHome(tmp_path).requests
    assert requests.waiting(ATTEMPT) == (MORE,)
    (folder / f"{MORE.id}.answer.json").write_bytes(RUBBISH[name])
    assert requests.answer_to(ATTEMPT, MORE.id) is None
    assert (folder / "X.json").read_bytes() == RUBBISH[name]


def test_files_of_other_names_are_no_requests(folder: Path, tmp_path: Path) -> None:
    whole = (folder / f"{MORE.id}.json").read_bytes()
    for name in ("a b.json", ".json", "X.json.new", "X.txt", "X.answer.json"):
        (folder / name).write_bytes(whole)
    (folder / "Y.json").mkdir()
    assert FileHome(tmp_path).requests.waiting(ATTEMPT) == (MORE,)


def test_texts_of_a_request_are_cleaned_before_anybody_sees_them(tmp_path: Path) -> None:
    requests = FileHome(tmp_path).requests
    requests.ask(ATTEMPT, replace(MORE, by="李\x1b]0;x\x07", checked_by="王\u202e", why="停\n电\x00"))
    (asked,) = requests.waiting(ATTEMPT)
    assert (asked.by, asked.checked_by, asked.why) == ("李]0;x", "王", "停 电")


@pytest.mark.parametrize("names", [("../journal", MORE.id), (ATTEMPT, "../../scores"), ("", MORE.id)])
def test_a_name_that_leads_elsewhere_is_a_mistake(names: tuple[str, str], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a file name"):
        FileHome(tmp_path).requests.ask(names[0], replace(MORE, id=names[1]))


def test_a_disk_that_fails_refuses_the_request_and_leaves_none_behind(tmp_path: Path) -> None:
    disk = FailingDisk()
    requests = FileHome(tmp_path, disk=disk).requests
    disk.room = 20
    with pytest.raises(MachineRefused) as told:
        requests.ask(ATTEMPT, MORE)
    assert told.value.code == "disk-full"
    assert requests.waiting(ATTEMPT) == ()
    disk.room = None
    requests.ask(ATTEMPT, MORE)
    disk.room = 5
    with pytest.raises(MachineRefused):
        requests.answer(ATTEMPT, MORE.id, GRANTED)
    assert requests.waiting(ATTEMPT) == (MORE,)
    disk.room = None
    requests.answer(ATTEMPT, MORE.id, GRANTED)
    assert requests.answer_to(ATTEMPT, MORE.id) == GRANTED
