"""One attempt being sat: what is written, what waits, what is noticed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizapp.domain.attempt.events import HandedIn, JournalRestored
from quizapp.domain.attempt.state import fold
from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import AttemptBusy, Refused
from quizapp.services.book.score_book import look, rebuild
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.services.sitting.open_attempt import Sitting
from quizapp.stores.files.home import FileHome
from tests.instruments.filling_writer import FillingWriter
from tests.instruments.system_marks import not_on_windows
from tests.samples.workplace import PAPER, StoppedClock, workplace

if TYPE_CHECKING:
    from quizapp.domain.attempt.events import Event
    from quizapp.domain.attempt.state import Attempt
    from quizapp.domain.item import Response


def sat(clock: StoppedClock) -> tuple[Sitting, FillingWriter]:
    place = workplace(clock=clock)
    one = Candidate(id="07", name="张三")
    begun = start(place.home, place.library, clock, place.chance, standing(place.home, clock, PAPER, one))
    begun.close()
    writer, _ = place.home.journals.open(*place.home.journals.names())
    disk = FillingWriter(writer)
    return Sitting(form=begun.form, saved=begun.saved, writer=disk, clock=clock), disk


def first_two(attempt: Attempt) -> list[Response]:
    return list(attempt.responses[:2])


def test_an_answer_that_could_not_be_written_waits_in_order_and_arrives_when_there_is_room() -> None:
    sitting, disk = sat(StoppedClock())
    disk.is_full = True
    sitting.answer(1, ("A",))
    sitting.answer(2, ("B",))
    assert sitting.trouble is not None
    assert first_two(sitting.saved) == [(), ()]
    assert first_two(sitting.attempt) == [("A",), ("B",)]
    sitting.tick()
    assert disk.written == []
    disk.is_full = False
    sitting.tick()
    assert first_two(sitting.saved) == [("A",), ("B",)]
    assert not sitting.unsaved
    assert not sitting.trouble


def test_a_hand_in_that_could_not_be_written_has_not_ended_the_attempt_yet() -> None:
    sitting, disk = sat(StoppedClock())
    disk.is_full = True
    sitting.hand_in()
    assert not sitting.has_ended
    with pytest.raises(Refused, match="attempt-ended"):
        sitting.answer(1, ("A",))
    disk.is_full = False
    sitting.tick()
    assert sitting.has_ended


def test_the_time_runs_out_at_the_closing_however_late_it_is_noticed() -> None:
    clock = StoppedClock()
    sitting, _ = sat(clock)
    clock.go_on(timedelta(hours=3))
    sitting.answer(1, ("A",))
    assert sitting.saved.handed_in_at == sitting.saved.started.when.at + timedelta(minutes=30)
    assert sitting.saved.handed_in_by == "deadline"
    assert sitting.saved.response(1) == ()


def test_a_clock_that_is_set_while_a_paper_is_sat_is_noticed_once_and_gives_no_time() -> None:
    clock = StoppedClock()
    sitting, disk = sat(clock)
    clock.at -= timedelta(hours=1)
    clock.seconds += 60
    for _ in range(3):
        sitting.tick()
    sitting.answer(1, ("A",))
    assert [event.KIND for event in disk.written] == ["clock_disagreed", "answered"]
    assert sitting.remaining() == timedelta(minutes=29)
    clock.at += timedelta(hours=1)
    sitting.tick()
    assert [event.KIND for event in disk.written[2:]] == ["clock_disagreed"]


def test_an_equal_answer_writes_nothing() -> None:
    sitting, disk = sat(StoppedClock())
    sitting.answer(1, ("A",))
    sitting.answer(1, ("A",))
    assert [event.KIND for event in disk.written] == ["answered"]


def test_a_second_window_that_was_at_the_cover_begins_no_second_attempt() -> None:
    place, one = workplace(), Candidate(id="07", name="张三")
    both = [standing(place.home, place.clock, PAPER, one) for _ in range(2)]
    first = start(place.home, place.library, place.clock, place.chance, both[0])
    with pytest.raises(AttemptBusy):
        start(place.home, place.library, place.clock, place.chance, both[1])
    first.close()
    second = start(place.home, place.library, place.clock, place.chance, both[1])
    assert second.saved.started.attempt == first.saved.started.attempt
    assert len(place.home.journals.names()) == 1


def test_a_try_used_up_since_the_cover_was_shown_is_not_given_twice() -> None:
    place, one = workplace(), Candidate(id="07", name="张三")
    both = [standing(place.home, place.clock, PAPER, one) for _ in range(2)]
    first = start(place.home, place.library, place.clock, place.chance, both[0])
    first.hand_in()
    first.close()
    with pytest.raises(Refused, match="no-tries-left"):
        start(place.home, place.library, place.clock, place.chance, both[1])


def test_an_attempt_under_way_whose_journal_is_gone_keeps_nobody_from_beginning_again(tmp_path: Path) -> None:
    clock = StoppedClock()
    place = replace(workplace(clock=clock), home=FileHome(tmp_path))
    one = Candidate(id="07", name="张三")
    stands = standing(place.home, clock, PAPER, one)
    start(place.home, place.library, clock, place.chance, stands).close()
    look(place.home, clock)
    (name,) = place.home.journals.names()
    (tmp_path / "journal" / name.paper / f"{name.attempt}.jsonl").unlink()
    assert look(place.home, clock).scores == ()
    again = standing(place.home, clock, PAPER, one)
    assert again.under_way is None
    start(place.home, place.library, clock, place.chance, again).close()
    assert [doc["number"] for doc in look(place.home, clock).scores] == [1]


def test_a_score_whose_journal_is_gone_stays_in_the_book_until_it_is_made_again(tmp_path: Path) -> None:
    clock = StoppedClock()
    place = replace(workplace(clock=clock), home=FileHome(tmp_path))
    sitting = start(
        place.home,
        place.library,
        clock,
        place.chance,
        standing(place.home, clock, PAPER, Candidate(id="07", name="张三")),
    )
    sitting.hand_in()
    sitting.close()
    before = look(place.home, clock)
    (name,) = place.home.journals.names()
    (tmp_path / "journal" / name.paper / f"{name.attempt}.jsonl").unlink()
    assert look(place.home, clock) == before
    assert rebuild(place.home, place.class_id, place.clock.read().at).scores == ()


def sat_in(folder: Path, clock: StoppedClock) -> tuple[Sitting, Path]:
    """Return a sitting in a data folder, and its journal."""
    place, one = workplace(clock=clock), Candidate(id="07", name="张三")
    home = FileHome(folder)
    sitting = start(home, place.library, clock, place.chance, standing(home, clock, PAPER, one))
    (journal,) = (folder / "journal").rglob("*.jsonl")
    return sitting, journal


def trouble_of(sitting: Sitting) -> str:
    """Return the code of why something is unsaved, "" where nothing is."""
    return "" if sitting.trouble is None else sitting.trouble.code


def on_disk(folder: Path) -> tuple[Event, ...]:
    """Return the events of the only attempt in a data folder."""
    journals = FileHome(folder).journals
    (name,) = journals.names()
    return journals.read(name).events


def test_a_journal_exchanged_under_a_sitting_is_unsaved_until_it_stands_whole_again_and_says_so(
    tmp_path: Path,
) -> None:
    clock = StoppedClock()
    sitting, journal = sat_in(tmp_path, clock)
    older = journal.read_bytes()
    sitting.answer(1, ("A",))
    journal.write_bytes(older)
    clock.go_on(timedelta(seconds=5))
    sitting.answer(2, ("B",))
    assert trouble_of(sitting) == "file-exchanged"
    assert journal.read_bytes() == older
    answered_at = clock.read()
    clock.go_on(timedelta(seconds=1))
    sitting.tick()
    assert (trouble_of(sitting), sitting.unsaved) == ("", ())
    events = on_disk(tmp_path)
    assert JournalRestored(when=answered_at, found="shorter", lines=1) in events
    assert events[-1].when == answered_at
    assert first_two(fold(events)) == first_two(sitting.saved) == [("A",), ("B",)]


@not_on_windows("a file that is open can be neither removed nor replaced there")
def test_a_hand_in_whose_journal_was_removed_is_handed_in_at_its_instant_and_is_the_last_line(tmp_path: Path) -> None:
    clock = StoppedClock()
    sitting, journal = sat_in(tmp_path, clock)
    sitting.answer(1, ("A",))
    journal.unlink()
    sitting.hand_in()
    handed_in_at = clock.read()
    assert not sitting.has_ended
    clock.go_on(timedelta(seconds=90))
    sitting.tick()
    *_, restored, last = on_disk(tmp_path)
    assert restored == JournalRestored(when=handed_in_at, found="gone", lines=2)
    assert last == HandedIn(when=handed_in_at, by="candidate")
    assert sitting.has_ended


@not_on_windows("a file that is open can be neither removed nor replaced there")
def test_a_tick_notices_that_what_was_saved_is_gone_and_the_next_one_has_it_again(tmp_path: Path) -> None:
    clock = StoppedClock()
    sitting, journal = sat_in(tmp_path, clock)
    sitting.answer(1, ("A",))
    stood = journal.read_bytes()
    journal.unlink()
    sitting.tick()
    assert trouble_of(sitting) == "file-exchanged"
    clock.go_on(timedelta(seconds=1))
    sitting.tick()
    assert trouble_of(sitting) == ""
    assert journal.read_bytes().startswith(stood)
    assert sitting.saved.last == clock.read()


@not_on_windows("a file that is open can be neither removed nor replaced there")
def test_who_leaves_a_sitting_whose_journal_was_removed_leaves_it_whole(tmp_path: Path) -> None:
    sitting, journal = sat_in(tmp_path, StoppedClock())
    sitting.answer(1, ("A",))
    journal.unlink()
    sitting.close()
    sitting.close()
    assert fold(on_disk(tmp_path)).response(1) == ("A",)
    assert JournalRestored in map(type, on_disk(tmp_path))


@not_on_windows("a file that is open can be neither removed nor replaced there")
def test_a_journal_removed_after_its_hand_in_stands_again_and_still_ends_with_it(tmp_path: Path) -> None:
    sitting, journal = sat_in(tmp_path, StoppedClock())
    sitting.hand_in()
    stood = journal.read_bytes()
    journal.unlink()
    sitting.close()
    assert journal.read_bytes() == stood
