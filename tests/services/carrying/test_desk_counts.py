"""The counts of the 收卷台: who is expected, here, under way, missing, rehearsed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from time import process_time

import pytest

from quizapp.services.carrying.collecting_desk import DeskCounts, DeskPerson, KnownOfPeople, desk_counts
from quizapp.services.carrying.conflicts import Conflict
from quizapp.services.ports.arrivals import Arrival, ArrivalFact, Rehearsal
from quizapp.services.ports.port_values import Book, ScoreDocument
from tests.instruments.system_marks import not_on_windows
from tests.samples.book_documents import document, person

NINE = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
ROSTER = tuple(person(f"{n:02}", f"考生{n}", "办公室") for n in range(1, 5))


def doc(attempt: str, candidate: str, status: str = "marked", paper: str = "p") -> ScoreDocument:
    ended = None if status == "in_progress" else "2026-12-01T02:00:00.000Z"
    return document(
        attempt,
        paper=paper,
        candidate=candidate,
        name=f"答{candidate}",
        unit="县委办",
        status=status,
        handed_in_at=ended,
        receipt=f"R-{attempt}" if ended else None,
    )


def came(attempt: str, minutes: int, outcome: str = "new", machine: str = "七号机") -> Arrival:
    return Arrival(
        at=NINE + timedelta(minutes=minutes),
        attempt=attempt,
        paper="p",
        head="0",
        lines=1,
        outcome=outcome,  # type: ignore[arg-type]  # one of them
        file="x.zip",
        machine=machine,
    )


def rehearsed(who: str, minutes: int, passed: str, name: str = "") -> Rehearsal:
    return Rehearsal(
        at=NINE + timedelta(minutes=minutes), machine="七号机", who=who, values={"passed": passed, "name": name}
    )


def counted(
    *docs: ScoreDocument, facts: tuple[ArrivalFact, ...] = (), standing: KnownOfPeople | None = None
) -> DeskCounts:
    return desk_counts(Book(candidates=ROSTER, scores=docs), "p", facts, standing or KnownOfPeople())


def one(counts: DeskCounts, id: str) -> DeskPerson:
    (found,) = (person for person in counts.people if person.candidate == id)
    return found


def test_the_roster_is_expected_and_each_is_here_under_way_or_missing() -> None:
    counts = counted(doc("a1", "01"), doc("a2", "02", "in_progress"), doc("b1", "03", paper="q"))
    assert (counts.expected, counts.collected, counts.under_way) == (4, 1, 1)
    assert [person.candidate for person in counts.missing] == ["03", "04"]


def test_an_annulled_attempt_has_come_all_the_same() -> None:
    counts = counted(doc("a1", "01", "void"))
    assert (counts.collected, len(counts.missing)) == (1, 3)
    assert one(counts, "01").stand == "void"


@pytest.mark.parametrize("status", ["handed_in", "marking", "marked"])
def test_whatever_still_waits_to_be_marked_is_handed_in(status: str) -> None:
    assert one(counted(doc("a1", "01", status)), "01").stand == "handed_in"


def test_who_is_excused_and_whom_a_make_up_is_not_for_are_not_waited_for() -> None:
    counts = counted(standing=KnownOfPeople({"01": "deferred", "02": "exempt"}, frozenset({"03"})))
    assert (counts.expected, counts.excused) == (1, 2)
    assert [person.candidate for person in counts.missing] == ["04"]


def test_who_is_not_on_the_roster_stands_at_the_end_and_counts_apart() -> None:
    counts = counted(doc("a9", "99"))
    assert (counts.expected, counts.collected, counts.strangers) == (4, 0, 1)
    assert (counts.people[-1].candidate, counts.people[-1].is_expected) == ("99", False)


def test_without_a_roster_everybody_who_is_known_is_expected() -> None:
    book = Book(scores=(doc("a1", "01"), doc("b1", "02", paper="q")))
    counts = desk_counts(book, "p", (rehearsed("03", 0, "yes", "孙三"),), KnownOfPeople())
    assert [(person.candidate, person.name) for person in counts.people] == [
        ("01", "答01"),
        ("02", "答02"),
        ("03", "孙三"),
    ]
    assert (counts.expected, counts.collected, len(counts.missing)) == (3, 1, 2)


def test_the_last_copy_that_was_put_in_place_says_when_and_from_where() -> None:
    facts = (came("a1", 1), came("a1", 5, "longer", "八号机"), came("a1", 9, "aside", "九号机"))
    person = one(counted(doc("a1", "01"), facts=facts), "01")
    assert (person.received_at, person.machine, person.is_carried) == (NINE + timedelta(minutes=5), "八号机", True)
    assert person.receipt == "R-a1"


def test_what_was_sat_here_was_received_when_it_was_handed_in() -> None:
    person = one(counted(doc("a1", "01")), "01")
    assert (person.received_at, person.is_carried) == (NINE + timedelta(hours=1), False)


def test_of_several_attempts_the_first_that_was_handed_in_is_shown() -> None:
    person = one(counted(doc("a1", "01", "void"), doc("a2", "01", "in_progress"), doc("a3", "01")), "01")
    assert (person.stand, person.attempt, person.attempts) == ("handed_in", "a3", 3)


def test_the_last_rehearsal_counts_whichever_way_its_line_came() -> None:
    facts = (rehearsed("01", 9, "yes"), rehearsed("01", 1, "no"), rehearsed("02", 1, "yes"), rehearsed("02", 9, "no"))
    counts = counted(facts=facts)
    assert (one(counts, "01").rehearsed, one(counts, "02").rehearsed, one(counts, "03").rehearsed) == (
        "passed",
        "failed",
        "",
    )
    assert [person.candidate for person in counts.unrehearsed] == ["02", "03", "04"]


def test_what_waits_for_a_decision_stands_with_its_person_and_paper_once() -> None:
    asked = tuple(
        Conflict(doubt="overlap", attempt=attempt, paper=paper, title="", candidate="01", name="")
        for attempt, paper in (("a1", "p"), ("a2", "p"), ("b1", "q"))
    )
    counts = desk_counts(Book(candidates=ROSTER, scores=(doc("a1", "01"),)), "p", (), KnownOfPeople(), asked)
    assert one(counts, "01").doubts == ("overlap",)
    assert one(counts, "02").doubts == ()


@not_on_windows("its clock of the processor goes on by 16 ms at a time")
def test_ten_times_the_class_takes_not_much_more_than_ten_times_as_long() -> None:
    def seconds(people: int) -> float:
        ids = [f"{number:05}" for number in range(people)]
        book = Book(
            candidates=tuple(person(id, id) for id in ids),
            scores=tuple(doc(f"a{id}", id) for id in ids),
        )
        facts = tuple(came(f"a{id}", 1) for id in ids) + tuple(rehearsed(id, 0, "yes") for id in ids)
        taken = []
        for _ in range(3):
            began = process_time()
            desk_counts(book, "p", facts, KnownOfPeople())
            taken.append(process_time() - began)
        return min(taken)

    assert seconds(5_000) < 40 * seconds(500)
