"""More time and forced hand-ins: in a window that is open, without one, and when a program dies in the middle."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quizapp.domain.attempt.events import Event, Extended, HandedIn, Resumed
from quizapp.domain.attempt.orders import Request
from quizapp.domain.attempt.state import fold
from quizapp.domain.attempt.story import times_on
from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import CalledWrongly, MachineRefused, QuizError, Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.services.book.score_book import look
from quizapp.services.decisions.attempt_decisions import force_hand_in
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import resume, standing, start
from quizapp.services.sitting.open_attempt import Sitting
from quizapp.services.sitting.orders import Extension, OrderInbox, extend
from tests.instruments.failing_disk import FailingDisk
from tests.instruments.memory_home import EVERY_STORE
from tests.samples.workplace import NINE, PAPER, Shelf, StoppedClock, paper, workplace

MINUTE = timedelta(minutes=1)
HALF_PAST = NINE + 30 * MINUTE
TEACHER = Marker(by="李老师", checked_by="王老师", why="设备故障")


@pytest.fixture(params=EVERY_STORE)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Workplace:
    """A workplace on a home of each kind, its clock stopped at nine."""
    return replace(workplace(), home=EVERY_STORE[request.param](tmp_path), chance=os.urandom)


def sit(place: Workplace, id: str = "07", name: str = "张三") -> Sitting:
    """Have a person begin the paper; their program has it open."""
    stands = standing(place.home, place.clock, PAPER, Candidate(id=id, name=name))
    return start(place.home, place.library, place.clock, place.chance, stands)


def name_of(sitting: Sitting) -> AttemptName:
    return AttemptName(attempt=sitting.saved.started.attempt, paper=PAPER.id)


def go_on(place: Workplace, by: timedelta) -> None:
    assert isinstance(place.clock, StoppedClock)
    place.clock.go_on(by)


def events_of(place: Workplace, name: AttemptName) -> tuple[Event, ...]:
    return place.home.journals.read(name).events


def extensions(place: Workplace, name: AttemptName) -> list[Extended]:
    return [event for event in events_of(place, name) if isinstance(event, Extended)]


def give(
    place: Workplace,
    *open_ones: Sitting,
    candidate: str = "",
    more: timedelta = 10 * MINUTE,
    giver: Marker = TEACHER,
) -> list[Extension]:
    """Give more time while these programs tick on, once between two moments."""
    return list(extend(place, PAPER.id, candidate, more, giver, ticking(place, *open_ones)))


def ticking(place: Workplace, *open_ones: Sitting, moments: int = 5) -> Iterator[None]:
    """Give moments, between which every open program looks for requests as its screen does."""
    for _ in range(moments):
        yield
        for sitting in open_ones:
            look_for_requests(place, sitting)


def look_for_requests(place: Workplace, sitting: Sitting) -> tuple[Request, ...]:
    sitting.tick()
    asked = OrderInbox(place.home.requests, sitting)
    return asked.settle(asked.waiting())


def refusal_of(extension: Extension) -> str:
    assert extension.refusal is not None
    return extension.refusal.code


def test_an_attempt_that_no_program_has_open_gets_its_time_at_once_and_is_free_again(place: Workplace) -> None:
    sitting = sit(place)
    sitting.answer(1, ("A",))
    sitting.close()
    go_on(place, 5 * MINUTE)
    (done,) = give(place, candidate="07")
    assert (done.candidate, done.person, done.refusal) == ("07", "张三", None)
    assert done.closing == HALF_PAST + 10 * MINUTE
    (given,) = extensions(place, name_of(sitting))
    assert (given.more, given.why, given.by, given.checked_by) == (10 * MINUTE, "设备故障", "李老师", "王老师")
    again = resume(place.home, place.clock, name_of(sitting))
    assert again.remaining() == 35 * MINUTE
    assert again.attempt.response(1) == ("A",)


def test_time_without_a_program_is_nobodys_though_more_of_it_was_given_then(place: Workplace) -> None:
    sitting = sit(place)
    sitting.visit(1)
    sitting.close()
    go_on(place, 5 * MINUTE)
    give(place)
    go_on(place, 5 * MINUTE)
    again = resume(place.home, place.clock, name_of(sitting))
    go_on(place, MINUTE)
    again.answer(1, ("A",))
    assert times_on(events_of(place, name_of(sitting))) == {1: MINUTE}


def test_an_attempt_that_is_open_gets_its_time_from_its_own_program(place: Workplace) -> None:
    sitting = sit(place)
    (done,) = give(place, sitting)
    assert (done.refusal, done.closing) == (None, HALF_PAST + 10 * MINUTE)
    assert sitting.remaining() == 40 * MINUTE
    assert len(extensions(place, name_of(sitting))) == 1
    assert not [event for event in events_of(place, name_of(sitting)) if isinstance(event, Resumed)]
    assert place.home.requests.waiting(sitting.saved.started.attempt) == ()


def test_the_program_that_has_it_open_says_each_request_once(place: Workplace) -> None:
    sitting = sit(place)
    asked, request = OrderInbox(place.home.requests, sitting), ask_for_time(place, sitting)
    assert asked.settle(asked.waiting()) == (request,)
    assert asked.settle((request,)) == ()
    assert asked.waiting() == ()


def test_all_who_sit_get_it_whether_their_window_is_open_or_not_and_nobody_else(place: Workplace) -> None:
    ended, shut, opened = sit(place, "01", "甲"), sit(place, "02", "乙"), sit(place, "03", "丙")
    ended.hand_in()
    ended.close()
    shut.close()
    done = give(place, opened)
    assert [(one.candidate, one.refusal, one.closing) for one in done] == [
        ("02", None, HALF_PAST + 10 * MINUTE),
        ("03", None, HALF_PAST + 10 * MINUTE),
    ]
    assert [len(extensions(place, name_of(one))) for one in (ended, shut, opened)] == [0, 1, 1]


def test_with_one_named_only_that_one_gets_it(place: Workplace) -> None:
    first, second = sit(place, "01", "甲"), sit(place, "02", "乙")
    (done,) = give(place, first, second, candidate="02")
    assert done.candidate == "02"
    assert [len(extensions(place, name_of(one))) for one in (first, second)] == [0, 1]


def test_many_open_windows_are_asked_together_and_not_one_after_another(place: Workplace) -> None:
    sittings = [sit(place, f"{number:02}", f"考生{number}") for number in range(10)]
    done = extend(place, PAPER.id, "", 10 * MINUTE, TEACHER, ticking(place, *sittings, moments=2))
    assert [one.refusal for one in done] == [None] * 10


@pytest.mark.parametrize("is_open", [True, False])
def test_past_its_closing_an_attempt_is_refused_by_name_and_the_others_go_on(place: Workplace, is_open: bool) -> None:
    late = sit(place, "01", "甲")
    go_on(place, 10 * MINUTE)
    in_time = sit(place, "02", "乙")
    go_on(place, 20 * MINUTE)
    if not is_open:
        late.close()
    first, second = give(place, in_time, *([late] if is_open else []))
    assert (first.candidate, refusal_of(first)) == ("01", "attempt-ended")
    assert (second.candidate, second.refusal) == ("02", None)
    assert extensions(place, name_of(late)) == []
    attempt = fold(events_of(place, name_of(late)))
    assert (attempt.handed_in_at, attempt.handed_in_by) == (HALF_PAST, "deadline")


def test_a_millisecond_before_the_closing_it_is_given_and_at_the_closing_it_is_not(place: Workplace) -> None:
    sitting = sit(place)
    sitting.close()
    go_on(place, 30 * MINUTE - timedelta(milliseconds=1))
    assert give(place)[0].closing == HALF_PAST + 10 * MINUTE
    go_on(place, 10 * MINUTE + timedelta(milliseconds=1))
    assert refusal_of(give(place)[0]) == "attempt-ended"


@pytest.mark.parametrize("giver", [replace(TEACHER, by="张三"), replace(TEACHER, checked_by="０７")])
@pytest.mark.parametrize("is_open", [True, False])
def test_a_candidate_neither_gives_nor_checks_their_own_time(place: Workplace, giver: Marker, is_open: bool) -> None:
    own, others = sit(place), sit(place, "08", "李四")
    if not is_open:
        own.close()
    first, second = give(place, own, others, giver=giver)
    assert refusal_of(first) == "decider-is-candidate"
    assert second.refusal is None
    assert extensions(place, name_of(own)) == []


def test_where_nobody_sits_it_is_said_why(place: Workplace) -> None:
    with pytest.raises(Refused, match="nobody-sits"):
        give(place)
    with pytest.raises(Refused, match="candidate-sits-not"):
        give(place, candidate="07")
    sitting = sit(place)
    sitting.hand_in()
    sitting.close()
    with pytest.raises(Refused, match="nobody-sits"):
        give(place)
    with pytest.raises(Refused) as told:
        give(place, candidate="07")
    assert (told.value.code, told.value.values["at"]) == ("candidate-handed-in", NINE)


@pytest.mark.parametrize(
    ("more", "code"), [(timedelta(0), "extension-not-positive"), (timedelta(days=367), "extension-too-long")]
)
def test_no_time_and_too_much_of_it_are_refused_before_anybody_is_asked(
    place: Workplace, more: timedelta, code: str
) -> None:
    sitting = sit(place)
    sitting.close()
    with pytest.raises(Refused, match=code):
        give(place, more=more)
    assert extensions(place, name_of(sitting)) == []


def ask_for_time(place: Workplace, sitting: Sitting) -> Request:
    """Ask as a program does that was killed right after."""
    request = Request(
        id="20261201T010000000Z-RRRRRRRRRR", asks="more_time", more=10 * MINUTE, by="李老师", why="设备故障"
    )
    place.home.requests.ask(sitting.saved.started.attempt, request)
    return request


def test_a_request_recorded_and_not_answered_is_not_granted_again_by_the_next_program(place: Workplace) -> None:
    sitting = sit(place)
    request = ask_for_time(place, sitting)
    sitting.grant(request)
    # Killed here: it stands in the journal, and nobody was answered.
    sitting.close()
    again = resume(place.home, place.clock, name_of(sitting))
    look_for_requests(place, again)
    assert len(extensions(place, name_of(sitting))) == 1
    answer = place.home.requests.answer_to(again.saved.started.attempt, request.id)
    assert answer is not None
    assert (answer.refusal, answer.closing) == ("", HALF_PAST + 10 * MINUTE)


def test_a_program_that_records_and_dies_before_it_answers_gives_its_time_once(place: Workplace) -> None:
    sitting = sit(place)

    def moments() -> Iterator[None]:
        yield
        (request,) = place.home.requests.waiting(sitting.saved.started.attempt)
        sitting.grant(request)
        sitting.close()
        yield

    (done,) = extend(place, PAPER.id, "", 10 * MINUTE, TEACHER, moments())
    assert (done.refusal, done.closing) == (None, HALF_PAST + 10 * MINUTE)
    assert len(extensions(place, name_of(sitting))) == 1
    assert place.home.requests.waiting(sitting.saved.started.attempt) == ()


def test_a_program_that_goes_away_without_looking_is_not_waited_for(place: Workplace) -> None:
    sitting = sit(place)

    def moments() -> Iterator[None]:
        yield
        sitting.close()
        yield

    (done,) = extend(place, PAPER.id, "", 10 * MINUTE, TEACHER, moments())
    assert done.refusal is None
    again = resume(place.home, place.clock, name_of(sitting))
    assert look_for_requests(place, again) == ()
    assert again.remaining() == 40 * MINUTE


def test_a_program_that_never_answers_is_named_and_finds_nothing_to_grant_later(place: Workplace) -> None:
    stuck, well = sit(place, "01", "甲"), sit(place, "02", "乙")
    first, second = give(place, well)
    assert refusal_of(first) == "request-unanswered"
    assert isinstance(first.refusal, MachineRefused)
    assert second.refusal is None
    assert look_for_requests(place, stuck) == ()
    assert stuck.remaining() == 30 * MINUTE


def test_what_was_recorded_as_the_asker_gave_up_waiting_is_told_as_given(place: Workplace) -> None:
    sitting = sit(place)

    def moments() -> Iterator[None]:
        yield
        (request,) = place.home.requests.waiting(sitting.saved.started.attempt)
        sitting.grant(request)

    (done,) = extend(place, PAPER.id, "", 10 * MINUTE, TEACHER, moments())
    assert (done.refusal, done.closing) == (None, HALF_PAST + 10 * MINUTE)


def test_an_interrupted_asker_leaves_no_request_behind(place: Workplace) -> None:
    sitting = sit(place)

    def moments() -> Iterator[None]:
        yield
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        extend(place, PAPER.id, "", 10 * MINUTE, TEACHER, moments())
    assert place.home.requests.waiting(sitting.saved.started.attempt) == ()


def test_what_a_full_disk_does_not_take_is_not_answered_before_it_is_there(tmp_path: Path) -> None:
    from quizapp.stores.files.home import FileHome

    disk = FailingDisk()
    place = replace(workplace(), home=FileHome(tmp_path, disk=disk))
    sitting = sit(place)
    request = ask_for_time(place, sitting)
    asked = OrderInbox(place.home.requests, sitting)
    disk.room = 0
    assert asked.settle(asked.waiting()) == ()
    assert asked.waiting() == (request,)
    disk.room = None
    sitting.tick()
    assert asked.settle(asked.waiting()) == (request,)
    assert asked.waiting() == ()
    assert len(extensions(place, name_of(sitting))) == 1


def test_a_home_that_takes_no_requests_is_told_of(tmp_path: Path) -> None:
    from quizapp.stores.files.home import FileHome

    place = replace(workplace(), home=FileHome(tmp_path))
    sit(place)
    (tmp_path / "requests").write_text("no folder")
    (done,) = give(place)
    assert isinstance(done.refusal, MachineRefused)


def test_a_journal_that_was_altered_does_not_keep_the_others_from_their_time(tmp_path: Path) -> None:
    from quizapp.stores.files.home import FileHome

    place = replace(workplace(), home=FileHome(tmp_path), chance=os.urandom)
    broken, whole = sit(place, "01", "甲"), sit(place, "02", "乙")
    broken.close()
    whole.close()
    path = tmp_path / "journal" / PAPER.id / f"{broken.saved.started.attempt}.jsonl"
    path.write_text(path.read_text("utf-8").replace('"kind":"started"', '"kind":"sent"'), "utf-8")
    done = give(place)
    assert [one.refusal is None for one in done] == [False, True]
    assert (done[0].name, done[1].candidate) == (name_of(broken), "02")


@dataclass
class Lines:
    """A log that keeps what it is told."""

    lines: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)

    def record(self, at: datetime, what: str, who: str, values: dict[str, str]) -> None:  # noqa: ARG002 - when is not asked
        self.lines.append((what, who, values))


def test_the_log_says_who_gave_how_much_to_how_many_and_why() -> None:
    place = workplace()
    place.home.log = log = Lines()  # type: ignore[misc, assignment]  # a log to look into, in a home in memory
    sit(place).close()
    give(place, giver=replace(TEACHER, by="张三"))
    ((what, who, values),) = log.lines
    assert (what, who) == ("time-extended", "张三")
    assert values["paper"] == PAPER.id
    assert (values["seconds"], values["why"], values["checked_by"]) == ("600", "设备故障", "王老师")
    assert (values["given"], values["refused"]) == ("0", "1")


def test_a_paper_without_a_limit_stays_without_one(tmp_path: Path) -> None:
    place = workplace(Shelf(shelf_papers=(paper(time_limit=None),)))
    stands = standing(place.home, place.clock, paper(time_limit=None), Candidate(id="07", name="张三"))
    start(place.home, place.library, place.clock, place.chance, stands).close()
    (done,) = give(place)
    assert (done.refusal, done.closing) == (None, None)


# Forced hand-ins


def force(place: Workplace, name: AttemptName, *open_ones: Sitting, orderer: Marker = TEACHER) -> str:
    return force_hand_in(place, name.attempt, orderer, ticking(place, *open_ones)).id


@pytest.mark.parametrize("is_open", [True, False])
def test_a_forced_hand_in_says_who_and_why_and_the_score_is_marked_as_usual(place: Workplace, is_open: bool) -> None:
    sitting = sit(place)
    sitting.answer(1, ("C",))
    name = name_of(sitting)
    if not is_open:
        sitting.close()
    go_on(place, 5 * MINUTE)
    force(place, name, sitting) if is_open else force(place, name)
    (ended,) = [event for event in events_of(place, name) if isinstance(event, HandedIn)]
    assert (ended.by, ended.ordered_by, ended.checked_by, ended.why) == ("committee", "李老师", "王老师", "设备故障")
    assert ended.when.at == NINE + 5 * MINUTE
    book = place.home.book.read()
    assert book is not None
    (doc,) = book.scores
    assert (doc["status"], doc["handed_in_by"], doc["score"], doc["seconds"]) == ("marked", "committee", 2, 300)
    assert sitting.has_ended is is_open


def test_what_was_handed_in_already_is_not_collected_again(place: Workplace) -> None:
    sitting = sit(place)
    sitting.hand_in()
    sitting.close()
    with pytest.raises(Refused, match="close-handed-in"):
        force(place, name_of(sitting))
    assert len([event for event in events_of(place, name_of(sitting)) if isinstance(event, HandedIn)]) == 1


@pytest.mark.parametrize("is_open", [True, False])
def test_past_its_closing_it_was_handed_in_then_and_not_by_order(place: Workplace, is_open: bool) -> None:
    sitting = sit(place)
    if not is_open:
        sitting.close()
    go_on(place, 31 * MINUTE)
    with pytest.raises(Refused) as told:
        force(place, name_of(sitting), *([sitting] if is_open else []))
    assert (told.value.code, told.value.values["at"]) == ("close-handed-in", HALF_PAST)
    (doc,) = look(place.home, place.clock).scores
    assert doc["handed_in_by"] == "deadline"


def test_a_candidate_collects_nothing_of_their_own(place: Workplace) -> None:
    sitting = sit(place)
    with pytest.raises(Refused, match="decider-is-candidate"):
        force(place, name_of(sitting), sitting, orderer=replace(TEACHER, by="07"))
    assert not sitting.has_ended


def test_a_forced_hand_in_recorded_and_not_answered_is_the_one_that_was_asked_for(place: Workplace) -> None:
    sitting = sit(place)

    def moments() -> Iterator[None]:
        yield
        (request,) = place.home.requests.waiting(sitting.saved.started.attempt)
        sitting.grant(request)
        sitting.close()
        yield

    done = force_hand_in(place, sitting.saved.started.attempt, TEACHER, moments())
    assert done.attempt.handed_in_by == "committee"


def test_an_unknown_attempt_and_a_window_that_does_not_answer_are_told(place: Workplace) -> None:
    with pytest.raises(CalledWrongly, match="unknown-attempt"):
        force(place, AttemptName(attempt="20261201T010000000Z-XXXXXXXXXX", paper=PAPER.id))
    sitting = sit(place)
    with pytest.raises(MachineRefused, match="request-unanswered"):
        force(place, name_of(sitting))
    assert look_for_requests(place, sitting) == ()


def test_every_refusal_can_be_said(place: Workplace) -> None:
    from quizapp.language import Language

    sitting = sit(place)
    refusals: list[QuizError] = []
    for giver in (TEACHER, replace(TEACHER, by="张三")):
        (done,) = extend(place, PAPER.id, "", MINUTE, giver, iter([None]))
        assert done.refusal is not None
        refusals.append(done.refusal)
        sitting.close()
    said = [Language(tongue).error(refusal) for refusal in refusals for tongue in ("zh", "en")]
    assert all(said)
    assert "张三" in said[2]
