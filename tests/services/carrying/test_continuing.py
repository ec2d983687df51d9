"""An attempt carried to another machine by its pack, gone on with there on the same second."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.carrying.pack_file import pack_bytes
from quizapp.carrying.pack_reader import read_pack
from quizapp.domain.attempt.events import CarriedOver
from quizapp.domain.attempt.state import fold
from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.services.carrying.copies import CopyVerdict
from quizapp.services.carrying.copy_check import Copy, go_on_here, to_go_on
from quizapp.services.carrying.pack import pack
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import resume, standing, start
from quizapp.services.sitting.invigilator import ordered
from quizapp.services.sitting.open_attempt import Sitting
from tests.samples.invigilated_workplace import invigilated
from tests.samples.workplace import PAPER, StoppedClock

ZHANG, LISI = Candidate(id="07", name="张三"), Candidate(id="08", name="李四")
LI = Marker(by="李老师", why="原机死机")
MINUTE = timedelta(minutes=1)


def machine(name: str, clock: StoppedClock) -> Workplace:
    return replace(invigilated(PAPER, clock), machine=name)


def begun(place: Workplace, who: Candidate = ZHANG) -> Sitting:
    asked = standing(place.home, place.clock, PAPER, who)
    return start(place.home, place.library, place.clock, place.chance, asked)


def packed(place: Workplace) -> bytes:
    return pack_bytes(pack(place, place.home.journals.names()))


def seen(place: Workplace, data: bytes, who: Candidate = ZHANG) -> Copy | CopyVerdict:
    return to_go_on(place, read_pack(data, "答卷.zip"), PAPER.id, who)


def copy_of(place: Workplace, data: bytes, who: Candidate = ZHANG) -> Copy:
    found = seen(place, data, who)
    assert isinstance(found, Copy)
    return found


@pytest.fixture
def old() -> Iterator[tuple[Workplace, StoppedClock, Sitting]]:
    """A machine on which somebody has answered for ten minutes."""
    clock = StoppedClock()
    place = machine("PC-1", clock)
    sitting = begun(place)
    clock.go_on(10 * MINUTE)
    sitting.answer(1, ("C",))
    sitting.flag(2)
    yield place, clock, sitting
    sitting.close()


def elsewhere(clock: StoppedClock, later: timedelta) -> tuple[Workplace, StoppedClock]:
    """Return another machine, whose boot clock has nothing to do with the first one's."""
    there = StoppedClock(at=clock.at + later, boot="boot-9", seconds=5.0)
    return machine("PC-2", there), there


def test_of_several_copies_the_longest_goes_on(old: tuple[Workplace, StoppedClock, Sitting]) -> None:
    place, clock, before = old
    early = packed(place)
    before.answer(2, ("B",))
    late = packed(place)
    here, _ = elsewhere(clock, MINUTE)
    for packs in ((early, late), (late, early)):
        found = [one for data in packs for one in read_pack(data, "答卷.zip")]
        copy = to_go_on(here, found, PAPER.id, ZHANG)
        assert isinstance(copy, Copy)
        assert fold(copy.file.facts).response(2) == ("B",)


@pytest.mark.parametrize("later", [timedelta(0), 7 * MINUTE, timedelta(days=400), -3 * MINUTE])
def test_it_goes_on_with_the_same_answers_on_the_same_second_whatever_the_other_clock_says(
    old: tuple[Workplace, StoppedClock, Sitting], later: timedelta
) -> None:
    place, clock, before = old
    here, there = elsewhere(clock, later)
    sitting = go_on_here(here, copy_of(here, packed(place)), LI)
    assert sitting.remaining() == before.remaining() == 20 * MINUTE
    assert sitting.attempt.response(1) == ("C",)
    assert (sitting.attempt.flagged, sitting.attempt.current) == (before.attempt.flagged, before.attempt.current)
    there.go_on(5 * MINUTE)
    sitting.answer(1, ("B",))
    assert sitting.remaining() == 15 * MINUTE
    sitting.close()
    (name,) = here.home.journals.names()
    chain = here.home.journals.read(name)
    (event,) = (one for one in chain.events if isinstance(one, CarriedOver))
    assert (event.from_home, event.to_home, event.by, event.why) == ("PC-1", "PC-2", "李老师", "原机死机")
    assert not chain.is_altered
    third, _ = elsewhere(there, MINUTE)
    onward = go_on_here(third, copy_of(third, packed(here)), LI)
    assert onward.remaining() == 15 * MINUTE
    onward.close()
    again = resume(here.home, there, name)
    assert again.attempt.response(1) == ("B",)
    assert again.form.has_keys
    again.close()


def test_one_that_was_paused_goes_on_from_where_it_was_paused(old: tuple[Workplace, StoppedClock, Sitting]) -> None:
    place, clock, before = old
    before.grant(ordered("pause", LI, clock.at, place.chance))
    clock.go_on(50 * MINUTE)
    here, _ = elsewhere(clock, MINUTE)
    sitting = go_on_here(here, copy_of(here, packed(place)), LI)
    assert sitting.attempt.paused_at is None
    assert sitting.remaining() == 20 * MINUTE
    sitting.close()


def test_of_several_peoples_attempts_each_goes_on_with_their_own(old: tuple[Workplace, StoppedClock, Sitting]) -> None:
    place, clock, _ = old
    other = begun(place, LISI)
    here, _ = elsewhere(clock, MINUTE)
    assert copy_of(here, packed(place), LISI).started.candidate == "08"
    with pytest.raises(Refused, match="carry-none"):
        seen(here, packed(place), Candidate(id="09", name="王五"))
    other.close()


def test_what_was_handed_in_is_here_or_was_altered_is_not_gone_on_with(
    old: tuple[Workplace, StoppedClock, Sitting],
) -> None:
    place, clock, before = old
    data = packed(place)
    here, _ = elsewhere(clock, MINUTE)
    with pytest.raises(Refused, match="carry-here"):
        seen(place, data)
    copy = copy_of(here, data)
    go_on_here(here, copy, LI).close()
    with pytest.raises(Refused, match="carry-here"):
        go_on_here(here, copy, LI)
    before.hand_in()
    third, _ = elsewhere(clock, MINUTE)
    with pytest.raises(Refused, match="carry-handed-in"):
        seen(third, packed(place))
    (journal,) = (one for one in pack(place, place.home.journals.names()).attempts)
    forged = replace(journal, data=journal.data.replace(b'["C"]', b'["B"]'))
    whole = pack(place, place.home.journals.names())
    found = seen(third, pack_bytes(replace(whole, attempts=(forged,))))
    assert isinstance(found, CopyVerdict)
    assert found.code == "altered"


@pytest.mark.parametrize("order", [Marker(by="张三", why="换机"), Marker(by="", why="换机"), Marker(by="李老师")])
def test_the_candidate_orders_it_not_and_nobody_without_a_name_and_a_reason(
    old: tuple[Workplace, StoppedClock, Sitting], order: Marker
) -> None:
    place, clock, _ = old
    here, _ = elsewhere(clock, MINUTE)
    copy = copy_of(here, packed(place))
    with pytest.raises(Refused):
        go_on_here(here, copy, order)
    assert here.home.journals.names() == ()
