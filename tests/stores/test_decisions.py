"""The committee's journals: one suite for every store, and what only files can suffer."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.attempt.decisions import (
    DECISIONS,
    Closed,
    CopyChosen,
    Decision,
    EssayMarked,
    KeyCorrected,
    MarkChange,
    MarkOverridden,
    Noted,
    Reassigned,
    Regraded,
    Reinstated,
    Voided,
)
from quizapp.domain.decisions.rulings import rulings
from quizapp.domain.errors import MachineRefused, Refused
from quizapp.services.ports.home import Home
from quizapp.services.ports.port_values import NOTHING_DECIDED, CommitteeJournal
from quizapp.stores.chain import ChainEntry, ChainHead, encode
from quizapp.stores.disk.locks import take
from quizapp.stores.files.home import FileHome
from tests.instruments.failing_disk import FailingDisk
from tests.instruments.memory_home import EVERY_STORE
from tests.samples.stored_records import NAME, form, moment, started

ONE = EssayMarked(
    when=moment(1),
    attempt=NAME.attempt,
    question=3,
    points=(Fraction(2), Fraction(1, 3)),
    marks=Fraction(14, 3),
    comment="“好”",
    by="王班长",
    checked_by="李副班长",
    why="二评",
)
TWO = replace(ONE, when=moment(2), question=4)


OF_EACH_KIND: tuple[Decision, ...] = (
    ONE,
    MarkOverridden(
        when=moment(2),
        attempt=NAME.attempt,
        question=1,
        marks=Fraction(5, 2),
        by="王班长",
        checked_by="李副班长",
        why="查实",
    ),
    KeyCorrected(
        when=moment(3),
        form="f" * 64,
        question=2,
        item="二",
        how="accept",
        answer=("", "二"),
        keyed=replace(form().questions[1].item, rationale="见党章"),
        is_from_bank=True,
        by="王班长",
        checked_by="李副班长",
        why="查实",
    ),
    KeyCorrected(
        when=moment(4), form="f" * 64, question=1, item="一", how="drop", by="王班长", checked_by="李副班长", why="查实"
    ),
    Regraded(
        when=moment(5),
        corrections=2,
        changes=(MarkChange(attempt=NAME.attempt, before=Fraction(1, 3), after=None),),
        by="王班长",
        checked_by="李副班长",
        why="查实",
    ),
    Voided(when=moment(6), attempt=NAME.attempt, by="王班长", checked_by="李副班长", why="查实"),
    Reinstated(when=moment(6), attempt=NAME.attempt, by="王班长", checked_by="李副班长", why="查实", seen="a" * 64),
    Voided(when=moment(7), attempt=NAME.attempt, by="王班长", checked_by="李副班长", why="又查实"),
    Reassigned(
        when=moment(7),
        attempt=NAME.attempt,
        candidate="02",
        name="李四",
        unit="乙办",
        by="王班长",
        checked_by="李副班长",
        why="查实",
    ),
    Noted(when=moment(8), candidate="03", note="deferred", by="王班长", checked_by="李副班长", why="查实"),
    Closed(when=moment(9), attempt=NAME.attempt, head="e" * 64, by="王班长", checked_by="李副班长", why="没有交卷"),
    CopyChosen(
        when=moment(10),
        attempt=NAME.attempt,
        head="e" * 64,
        others=("d" * 64, "f" * 64),
        was="e" * 64,
        by="王班长",
        checked_by="李副班长",
        why="核对监考记录",
    ),
)


@pytest.fixture(params=EVERY_STORE)
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    """A home of each kind."""
    return EVERY_STORE[request.param](tmp_path)


def test_decisions_come_back_in_order_each_paper_apart(home: Home) -> None:
    assert home.decisions.read(NAME.paper) == ()
    home.decisions.record(NAME.paper, (ONE,))
    home.decisions.record(NAME.paper, (TWO, ONE))
    home.decisions.record("other", (TWO,))
    assert home.decisions.read(NAME.paper) == (ONE, TWO, ONE)
    assert home.decisions.read("other") == (TWO,)


def test_every_kind_comes_back_as_it_was_decided_and_amounts_to_the_same(home: Home) -> None:
    assert {type(one) for one in OF_EACH_KIND} == set(DECISIONS)
    home.decisions.record(NAME.paper, OF_EACH_KIND)
    assert home.decisions.read(NAME.paper) == OF_EACH_KIND
    stands = rulings(home.decisions.read(NAME.paper))
    assert stands == rulings(OF_EACH_KIND)
    assert (len(stands.corrections), stands.pending, set(stands.voided)) == (2, (), {NAME.attempt})
    assert (stands.owners[NAME.attempt].candidate, stands.notes["03"].note) == ("02", "deferred")
    assert stands.given == {NAME.attempt: {3: Fraction(14, 3), 1: Fraction(5, 2)}}


def test_the_committees_journal_is_no_attempt_and_leaves_the_candidates_alone(home: Home) -> None:
    home.journals.create(started()).close()
    before = home.journals.read(NAME)
    home.decisions.record(NAME.paper, (ONE,))
    assert home.journals.names() == (NAME,)
    assert home.journals.read(NAME) == before


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """The file of a committee's journal of two decisions."""
    FileHome(tmp_path).decisions.record(NAME.paper, (ONE, TWO))
    return tmp_path / "journal" / NAME.paper / "committee.jsonl"


def test_a_line_is_a_chains_line(journal: Path) -> None:
    first, second = (json.loads(line) for line in journal.read_bytes().splitlines())
    assert (first["seq"], first["kind"], second["seq"]) == (1, "essay_marked", 2)
    assert first["at"] == "2026-12-01T04:00:01.123Z"
    assert first["data"] == {
        "attempt": NAME.attempt,
        "question": 3,
        "points": ["2", "1/3"],
        "marks": "14/3",
        "comment": "“好”",
        "by": "王班长",
        "checked_by": "李副班长",
        "why": "二评",
    }


def test_a_journal_cut_at_any_byte_gives_what_stood_whole_and_goes_on(journal: Path, tmp_path: Path) -> None:
    data = journal.read_bytes()
    end = data.index(b"\n") + 1
    for cut in range(end, len(data)):
        journal.write_bytes(data[:cut])
        home = FileHome(tmp_path)
        assert home.decisions.read(NAME.paper) == (ONE,)
        home.decisions.record(NAME.paper, (TWO,))
        assert journal.read_bytes() == data
    kept = {path.read_bytes() for path in (tmp_path / "set-aside").iterdir()}
    assert kept == {data[end:cut] for cut in range(end + 1, len(data))}


def test_an_altered_journal_is_refused_and_left_as_it_is(journal: Path, tmp_path: Path) -> None:
    altered = journal.read_bytes().replace(b'"14/3"', b'"17/3"', 1)
    journal.write_bytes(altered)
    home = FileHome(tmp_path)
    for call in (lambda: home.decisions.read(NAME.paper), lambda: home.decisions.record(NAME.paper, (TWO,))):
        with pytest.raises(MachineRefused, match="file-altered"):
            call()
    assert journal.read_bytes() == altered


def test_a_decision_of_a_later_version_is_refused_by_name(journal: Path, tmp_path: Path) -> None:
    stated = json.loads(journal.read_bytes().splitlines()[-1])["hash"]
    line, _ = encode((ChainEntry(when=moment(), kind="voided", data={}),), ChainHead(seq=2, hash=stated))
    journal.write_bytes(journal.read_bytes() + line)
    with pytest.raises(MachineRefused) as told:
        FileHome(tmp_path).decisions.read(NAME.paper)
    assert (told.value.code, told.value.values["line"]) == ("journal-not-understood", 3)


def test_what_another_program_decided_is_seen(journal: Path, tmp_path: Path) -> None:
    home, other = FileHome(tmp_path), FileHome(tmp_path)
    assert home.decisions.read(NAME.paper) == (ONE, TWO)
    other.decisions.record(NAME.paper, (ONE,))
    assert home.decisions.read(NAME.paper) == (ONE, TWO, ONE)


def test_a_full_disk_records_nothing_and_goes_on_cleanly(journal: Path, tmp_path: Path) -> None:
    before = journal.read_bytes()
    disk = FailingDisk()
    disk.room = 100
    home = FileHome(tmp_path, disk=disk)
    with pytest.raises(MachineRefused, match="disk-full"):
        home.decisions.record(NAME.paper, (ONE,))
    assert journal.read_bytes() == before
    disk.room = None
    home.decisions.record(NAME.paper, (ONE,))
    assert home.decisions.read(NAME.paper) == (ONE, TWO, ONE)


def test_a_lock_that_another_holds_is_waited_for_and_then_told(journal: Path, tmp_path: Path) -> None:
    lock = take(tmp_path / "locks" / "committee.lock")
    assert lock is not None
    with pytest.raises(MachineRefused, match="lock-held"):
        FileHome(tmp_path, patience=0.02).decisions.record(NAME.paper, (ONE,))
    lock.release()


def test_a_paper_that_is_no_file_name_has_no_journal(tmp_path: Path) -> None:
    home = FileHome(tmp_path)
    assert home.decisions.read("../x") == ()
    with pytest.raises(ValueError, match="file name"):
        home.decisions.record("../x", (ONE,))


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.stores.programs.mark_essays", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        acknowledged = [program.stdout.readline() for _ in range(5)]
        time.sleep(0.01)
        program.kill()
        acknowledged += program.stdout.readlines()
    kept = FileHome(tmp_path, patience=0).decisions.read(NAME.paper)
    whole = [line for line in acknowledged if line.endswith(b"\n")]
    assert [one.question for one in kept[: len(whole)] if isinstance(one, EssayMarked)] == [int(line) for line in whole]
    FileHome(tmp_path, patience=1).decisions.record(NAME.paper, (ONE,))


# Deciding on what stands


def test_each_decision_is_known_by_its_lines_hash_and_the_first_by_none(home: Home) -> None:
    assert home.decisions.journal(NAME.paper) == CommitteeJournal()
    assert home.decisions.journal("../x").head == NOTHING_DECIDED
    home.decisions.record(NAME.paper, (ONE, TWO))
    journal = home.decisions.journal(NAME.paper)
    assert journal.decisions == (ONE, TWO)
    assert len({*journal.hashes, NOTHING_DECIDED}) == 3
    assert journal.head == journal.hashes[1]
    since = [journal.since(seen) for seen in (journal.head, journal.hashes[0], NOTHING_DECIDED, "gone")]
    assert since == [(), (TWO,), (ONE, TWO), None]


def test_what_follows_is_decided_on_what_stands_and_returned_with_it(home: Home) -> None:
    home.decisions.record(NAME.paper, (ONE,))
    seen: list[CommitteeJournal] = []

    def make(journal: CommitteeJournal) -> tuple[Decision, ...]:
        seen.append(journal)
        return (replace(TWO, seen=journal.head),)

    after = home.decisions.decide(NAME.paper, make)
    assert seen == [CommitteeJournal((ONE,), after.hashes[:1])]
    assert after == home.decisions.journal(NAME.paper)
    assert after.decisions[-1].seen == after.hashes[0]


def test_what_is_refused_records_nothing(home: Home) -> None:
    def make(_: CommitteeJournal) -> tuple[Decision, ...]:
        raise Refused("no")

    with pytest.raises(Refused, match="no"):
        home.decisions.decide(NAME.paper, make)
    assert home.decisions.read(NAME.paper) == ()
    home.decisions.record(NAME.paper, (ONE,))


def test_nobody_decides_while_another_decides(tmp_path: Path) -> None:
    other = FileHome(tmp_path, patience=0.02)

    def make(_: CommitteeJournal) -> tuple[Decision, ...]:
        with pytest.raises(MachineRefused, match="lock-held"):
            other.decisions.record(NAME.paper, (TWO,))
        return (ONE,)

    FileHome(tmp_path).decisions.decide(NAME.paper, make)
    assert other.decisions.read(NAME.paper) == (ONE,)


def test_what_an_older_version_wrote_is_read_and_says_nothing_of_what_was_seen(tmp_path: Path) -> None:
    data = {"attempt": NAME.attempt, "by": "王班长", "checked_by": "", "why": "替考"}
    line, _ = encode((ChainEntry(when=moment(1), kind="voided", data=data),), ChainHead())
    journal = tmp_path / "journal" / NAME.paper / "committee.jsonl"
    journal.parent.mkdir(parents=True)
    journal.write_bytes(line)
    home = FileHome(tmp_path)
    (voided,) = home.decisions.read(NAME.paper)
    assert voided == Voided(when=moment(1), attempt=NAME.attempt, by="王班长", why="替考")
    # and what says nothing of it is written as it was then
    home.decisions.record("other", (voided,))
    assert (tmp_path / "journal" / "other" / "committee.jsonl").read_bytes() == line
