"""Who is let in as invigilator and how often they may try; a start that they order."""

from __future__ import annotations

from datetime import timedelta

import pytest

from quizapp.domain.attempt.events import Started
from quizapp.domain.attempt.terms import closing
from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.services.book.score_book import look
from quizapp.services.decisions.row_notes import RowNotes
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.agenda import under_way
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.services.sitting.door import admit
from quizapp.services.sitting.invigilator import Cost, Doorkeeper, doorkeeper, kept_with_key, ordered
from quizapp.services.sitting.open_attempt import Sitting
from quizapp.services.sitting.results import result
from tests.samples.invigilated_workplace import WORD, invigilated
from tests.samples.workplace import NINE, PAPER, Chances, Shelf, StoppedClock, paper, workplace

ZHANG = Candidate(id="07", name="张三")
LI = Marker(by="李老师", why="电脑时钟不对")
HOUR = timedelta(hours=1)
WINDOW = paper(opens=NINE - HOUR, closes=NINE + HOUR)


class Time:
    """Seconds that pass only while somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0

    def wait(self, seconds: float) -> None:
        self.now += seconds


def begun(place: Workplace, order: Marker | None = None) -> Sitting:
    sat = place.library.paper(PAPER.id).paper
    assert sat is not None
    asked = standing(place.home, place.clock, sat, ZHANG)
    return start(place.home, place.library, place.clock, place.chance, asked, "", order)


def test_a_paper_that_was_not_carried_here_and_one_that_names_no_password_have_no_doorkeeper() -> None:
    assert doorkeeper(workplace().home, PAPER.id) is None
    assert doorkeeper(invigilated().home, "another") is None


def test_nothing_is_no_password_even_where_a_file_says_that_it_is() -> None:
    known = kept_with_key("  ", Chances(), Cost(2**14))[0]
    keeper = Doorkeeper(known=known, wait=lambda _: None)
    assert not any(keeper.admits(blank) for blank in ("", "  ", "\u3000"))


def test_a_wrong_password_takes_a_second_and_the_right_one_does_not_wait() -> None:
    known = doorkeeper(invigilated().home, PAPER.id)
    assert known is not None
    time = Time()
    keeper = Doorkeeper(known=known.known, wait=time.wait, seconds=lambda: time.now)
    for count, wrong in enumerate(("", "监考", WORD.upper(), "　"), 1):
        assert not keeper.admits(wrong)
        assert time.now == count
    for right in (WORD, f" {WORD} ", "监考ａｂｃ２０２６"):
        assert keeper.admits(right)
    assert time.now == 4


@pytest.mark.parametrize("wrong", [-2 * HOUR, 30 * HOUR], ids=["behind", "ahead"])
def test_a_start_by_order_is_kept_with_name_and_reason_and_is_noted_in_the_export(wrong: timedelta) -> None:
    clock = StoppedClock()
    place = invigilated(WINDOW, clock)
    clock.at += wrong
    with pytest.raises(Refused):
        begun(place)
    sitting = begun(place, LI)
    started = sitting.saved.started
    assert isinstance(started, Started)
    assert (started.ordered_by, started.why) == ("李老师", "电脑时钟不对")
    assert closing(sitting.saved, sitting.delivery) == clock.at + timedelta(minutes=30)
    sitting.hand_in()
    sitting.close()
    docs = look(place.home, clock).scores
    (note,) = (one for one in RowNotes(place.home, PAPER.id).of_row(docs, docs) if one.code == "started_by_order")
    assert note.values["why"] == "电脑时钟不对"


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (Marker(by="张三", why="我想考"), "decider-is-candidate"),
        (Marker(by="", why="时钟不对"), "marker-needed"),
        (Marker(by="李老师"), "why-needed"),
    ],
)
def test_no_start_is_ordered_by_the_candidate_or_without_a_name_and_a_reason(order: Marker, code: str) -> None:
    place = invigilated(WINDOW)
    with pytest.raises(Refused, match=code):
        begun(place, order)
    assert place.home.journals.names() == ()


def test_an_order_gives_no_more_tries_than_the_paper() -> None:
    clock = StoppedClock()
    place = invigilated(paper(opens=NINE - HOUR, closes=NINE + HOUR, attempts=1), clock)
    clock.at += 30 * HOUR
    sitting = begun(place, LI)
    sitting.hand_in()
    sitting.close()
    with pytest.raises(Refused, match="no-tries-left"):
        begun(place, LI)


def test_a_pause_is_noted_with_its_length_and_the_seconds_run_from_start_to_hand_in() -> None:
    clock = StoppedClock()
    place = invigilated(PAPER, clock)
    sitting = begun(place)
    for asks, minutes in (("pause", 10), ("go_on", 15)):
        clock.go_on(timedelta(minutes=minutes))
        sitting.grant(ordered(asks, Marker(by="李老师", why="停电"), clock.at, place.chance))  # type: ignore[arg-type]  # one of them
    clock.go_on(timedelta(minutes=5))
    assert sitting.remaining() == timedelta(minutes=15)
    sitting.hand_in()
    sitting.close()
    docs = look(place.home, clock).scores
    assert docs[0]["seconds"] == 30 * 60
    found = RowNotes(place.home, PAPER.id).of_row(docs, docs)
    people = {"who": "李老师", "why": "停电"}
    assert [(note.code, note.values) for note in found] == [
        ("gone_on", people),
        ("paused", {"length": timedelta(minutes=15), **people}),
    ]


def test_home_says_of_an_attempt_that_it_is_paused_and_looking_later_hands_nothing_in() -> None:
    clock = StoppedClock()
    place = invigilated(PAPER, clock)
    sitting = begun(place)
    sitting.grant(ordered("pause", Marker(by="李老师", why="停电"), clock.at, place.chance))
    sitting.close()
    clock.go_on(100 * HOUR)
    (one,) = under_way(place.home, clock)
    assert (one.is_paused, one.left) == (True, timedelta(minutes=30))
    assert [doc["status"] for doc in look(place.home, clock).scores] == ["in_progress"]


def test_a_publication_that_names_an_invigilator_opens_by_a_wrong_clock_and_its_cover_still_calls_it_wrong() -> None:
    clock = StoppedClock(at=NINE - 1000 * HOUR)
    place = invigilated(PAPER, clock)
    with pytest.raises(Refused, match="publication-clock-wrong"):
        begun(place)
    begun(place, LI).close()


def test_at_the_door_a_clock_turns_nobody_away_where_an_invigilator_may_overrule_it() -> None:
    for wrong in (-2 * HOUR, 30 * HOUR):
        clock = StoppedClock()
        place = invigilated(WINDOW, clock)
        clock.at += wrong
        assert admit(place, PAPER.id).candidate is None
        assert admit(place, PAPER.id, "07", "张三").candidate == ZHANG
    with pytest.raises(Refused, match="paper-closed"):
        admit(workplace(Shelf((WINDOW,)), clock), PAPER.id)


@pytest.mark.parametrize("wrong", [-2 * HOUR, 30 * HOUR], ids=["behind", "ahead"])
def test_after_the_close_is_after_the_windows_length_where_the_clock_was_overruled(wrong: timedelta) -> None:
    clock = StoppedClock()
    place = invigilated(paper(opens=NINE - HOUR, closes=NINE + HOUR, feedback="after_close"), clock)
    clock.at += wrong
    sitting = begun(place, LI)
    sitting.hand_in()
    recorded = sitting.recorded()
    sitting.close()
    for minutes, is_shown in ((119, False), (120, True)):
        found = result(recorded, clock.at + timedelta(minutes=minutes))
        assert (found.score is not None) is is_shown
        assert bool(found.questions) is is_shown
