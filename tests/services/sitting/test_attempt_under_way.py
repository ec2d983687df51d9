"""Whatever becomes of the files beside it, an attempt under way is listed, gone on with and handed in."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import CalledWrongly, QuizError, Refused
from quizapp.services.sitting.agenda import going_on, under_way
from quizapp.services.sitting.attempt_start import resume
from quizapp.services.sitting.door import admit, at_door
from tests.samples.attempt_under_way import DISTURBANCES, LI, ONE_PAPER, ZHANG, Disturb, at, begun_in

disturbed = pytest.mark.parametrize("disturb", DISTURBANCES.values(), ids=list(DISTURBANCES))
BREAKS = [name for name in DISTURBANCES if name.startswith(("a fault", "the paper is", "the bank"))]


@pytest.fixture
def room(tmp_path: Path) -> Path:
    return begun_in(tmp_path)


@disturbed
def test_home_lists_it(room: Path, disturb: Disturb) -> None:
    disturb(room)
    place = at(room)
    (one,) = under_way(place.home, place.clock)
    assert (one.title, one.candidate, one.candidate_name, one.answered) == ("样卷", "07", "张三", 1)


@disturbed
@pytest.mark.parametrize(
    ("wanted", "candidate"), [("sample-paper", "07"), ("样卷", ""), (ONE_PAPER, "07"), ("SAMPLE-PAPER.yaml", "")]
)
def test_take_lets_its_candidate_in(
    room: Path, disturb: Disturb, wanted: str, candidate: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(room)
    disturb(room)
    admitted = admit(at(room), wanted, candidate, "张三" if candidate else "")
    assert admitted.paper in ("sample-paper", "renamed")
    assert (admitted.candidate.name if admitted.candidate else "") == ("张三" if candidate else "")


@disturbed
def test_it_is_handed_in_with_the_answer_it_had_and_one_more(room: Path, disturb: Disturb) -> None:
    disturb(room)
    place = at(room, minutes=1)
    mine = at_door(place, "sample-paper").attempt_of("07")
    assert mine is not None
    sitting = resume(place.home, place.clock, mine.name)
    sitting.answer(2, ("B",))
    sitting.hand_in()
    sitting.close()
    assert sitting.has_ended
    assert sitting.saved.responses[:2] == (("A",), ("B",))


@pytest.mark.parametrize("name", BREAKS)
def test_nobody_else_begins_at_a_paper_that_cannot_be_begun(room: Path, name: str) -> None:
    DISTURBANCES[name](room)
    with pytest.raises(QuizError) as refusal:
        admit(at(room), "sample-paper", LI.id, LI.name)
    assert refusal.value.code in ("paper-faulty", "unknown-paper")


def test_a_paper_that_was_never_begun_is_as_unknown_as_ever(room: Path) -> None:
    DISTURBANCES["the paper is gone"](room)
    for wanted in ("other", "other.yaml", "样卷 二"):
        with pytest.raises(CalledWrongly):
            at_door(at(room), wanted)


def test_who_is_not_its_candidate_is_not_let_in_in_their_place(room: Path) -> None:
    DISTURBANCES["the roster is another's"](room)
    place = at(room)
    with pytest.raises(Refused, match="candidate-unknown"):
        admit(place, "sample-paper", "07", "王五")
    with pytest.raises(Refused, match="candidate-unknown"):
        admit(place, "sample-paper", "09")
    assert admit(place, "sample-paper", " 07 ").candidate == Candidate(id="07", name="张三", unit=ZHANG.unit)


def test_what_keeps_the_book_from_being_read_is_told_beside_it(room: Path) -> None:
    DISTURBANCES["the roster was altered"](room)
    place = at(room)
    listed, trouble = going_on(place.home, place.clock)
    assert len(listed) == 1
    assert trouble is not None
    assert trouble.code == "file-altered"


def test_what_was_handed_in_is_not_gone_on_with_though_the_book_cannot_be_read(room: Path) -> None:
    place = at(room)
    (mine,) = under_way(place.home, place.clock)
    sitting = resume(place.home, place.clock, mine.name)
    sitting.hand_in()
    sitting.close()
    DISTURBANCES["the roster was altered"](room)
    assert under_way(at(room).home, place.clock) == ()
