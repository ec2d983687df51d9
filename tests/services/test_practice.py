"""Practice as a service: what is offered, what is recorded before it is told, and what it never touches."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import CalledWrongly, MachineRefused, Refused
from quizapp.domain.items.essay import Essay
from quizapp.domain.practice import PracticeChoice, PracticeEvent, Practised, Starred
from quizapp.services.book.score_book import look
from quizapp.services.ports.home import Home
from quizapp.services.ports.workplace import Workplace
from quizapp.services.practice import PracticeOrder, PracticeSession, Practising, expect
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.services.sitting.open_attempt import Sitting
from tests.samples.later_types_paper import later_place
from tests.samples.workplace import BANK, NINE, PAPER, Shelf, StoppedClock, paper, workplace

ONE = Candidate(id="07", name="张三")
OTHER = Candidate(id="08", name="李四")
SECRET = ItemBank(id="secret", title="保密题", use="exam", items=(replace(BANK.items[3], id="x-1"),))
RIGHT = {"s-1": ("C",), "s-2": ("A",), "m-1": ("A", "C", "D"), "t-1": ("false",), "f-1": ("耳目", "助手")}


def begun(place: Workplace, choice: PracticeChoice | None = None, most: int | None = None) -> PracticeSession:
    return Practising(place, ONE).begin(PracticeOrder(choice=choice or PracticeChoice(), most=most))


class FullHome:
    """A home on a full disk."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.practice = self

    def __getattr__(self, name: str) -> object:
        return getattr(self.home, name)

    def read(self, candidate: str) -> tuple[PracticeEvent, ...]:
        return self.home.practice.read(candidate)

    def record(self, *_: object) -> None:
        raise MachineRefused("disk-full", file="practice")


def number_of(session: PracticeSession, item: str) -> int:
    return next(question.number for question in session.questions if question.item.id == item)


def events(place: Workplace) -> tuple[PracticeEvent, ...]:
    return place.home.practice.read("07")


def sit(place: Workplace, paper: str = "sample-paper", candidate: Candidate = OTHER) -> Sitting:
    """Begin an attempt in the same home."""
    found = place.library.paper(paper).paper
    assert found is not None
    return start(
        place.home, place.library, place.clock, place.chance, standing(place.home, place.clock, found, candidate)
    )


def test_an_answer_is_recorded_with_what_was_shown_and_whether_it_is_right() -> None:
    place = workplace()
    session = begun(place)
    number = number_of(session, "s-1")
    assert session.answer(number, ("C",))
    assert events(place) == (
        Practised(
            when=place.clock.read(),
            item="s-1",
            response=("C",),
            share=Fraction(1),
            order=session.question(number).order,
        ),
    )
    assert (session.right, session.progress.streak) == (1, 1)


def test_a_question_is_answered_once_in_a_round() -> None:
    place = workplace()
    session = begun(place)
    session.answer(1, ())
    session.answer(1, RIGHT[session.question(1).item.id])
    assert len(events(place)) == 1
    assert session.answers[1].share == 0


def test_what_is_not_on_disk_is_not_told() -> None:
    place = workplace()
    session = begun(replace(place, home=FullHome(place.home)))  # type: ignore[arg-type]  # its practice takes nothing
    for step in (lambda: session.answer(1, ()), lambda: session.star(1)):
        with pytest.raises(MachineRefused):
            step()
    assert session.answers == {}
    assert session.progress.mistakes == session.progress.starred == frozenset()


def test_the_mistakes_book_fills_with_what_was_wrong_and_empties_after_two_right_answers_in_a_row() -> None:
    place, mistakes = workplace(), PracticeChoice(scope="mistakes")
    session = begun(place)
    session.answer(number_of(session, "s-1"), ("A",))
    session.answer(number_of(session, "t-1"), ("false",))
    assert [question.item.id for question in session.newly_wrong] == ["s-1"]
    for left in (1, 0):
        assert Practising(place, ONE).count(mistakes) == 1
        again = begun(place, mistakes)
        assert [question.item.id for question in again.questions] == ["s-1"]
        assert again.was_mistake(1)
        again.answer(1, ("C",))
        assert len(again.put_right) == 1 - left
    assert Practising(place, ONE).count(mistakes) == 0
    with pytest.raises(Refused, match="practice-none-mistakes"):
        begun(place, mistakes)


def test_a_star_is_kept_for_its_person_alone() -> None:
    place, stars = workplace(), PracticeChoice(scope="starred")
    session = begun(place)
    session.star(1)
    assert Practising(place, ONE).count(stars) == 1
    assert Practising(place, OTHER).count(stars) == 0
    session.star(1)
    assert Practising(place, ONE).count(stars) == 0
    assert [type(event) for event in events(place)] == [Starred, Starred]


def test_a_text_is_judged_by_the_person_themselves() -> None:
    essay = Essay(id="e-1", stem="谈谈。", model_answer="第一时间报告。")
    place = workplace(Shelf(shelf_banks=(replace(BANK, items=(essay,)),)))
    session = begun(place, PracticeChoice(type="essay"))
    assert not session.answer(1, ("马上报告",))
    assert events(place) == ()
    session.judge(1, ("马上报告",), Fraction(0))
    (event,) = events(place)
    assert isinstance(event, Practised)
    assert (event.is_own_word, event.response, event.share) == (True, ("马上报告",), Fraction(0))
    assert Practising(place, ONE).count(PracticeChoice(scope="mistakes")) == 1


def test_practice_never_reaches_the_score_book_nor_begins_an_attempt() -> None:
    place = workplace()
    session = begun(place)
    for question in session.questions:
        session.answer(question.number, RIGHT[question.item.id])
    assert session.right == 5
    assert place.home.journals.names() == ()
    assert place.home.book.read() is None
    assert look(place.home, place.clock).scores == ()


def test_where_marks_are_shown_without_keys_nothing_goes_into_the_book() -> None:
    place = workplace(Shelf(shelf_papers=(paper(show=("score", "marks")),)))
    sat(place)
    assert mistakes(place) == 0


def test_right_answers_in_a_row_are_told_of_practice_alone() -> None:
    clock = StoppedClock()
    place = workplace(clock=clock)
    session = begun(place)
    session.answer(number_of(session, "s-1"), RIGHT["s-1"])
    clock.go_on(timedelta(minutes=1))
    sat(place)
    assert Practising(place, ONE).progress.streak == 1


def test_items_for_exams_are_never_practised() -> None:
    place = workplace(Shelf(shelf_banks=(BANK, SECRET)))
    for seed in range(20):
        assert "x-1" not in {question.item.id for question in begun(place).questions}, seed
    assert Practising(place, ONE).banks(PracticeChoice()) == (("sample", 5),)
    # Not even what was starred while it was still for everybody.
    place.home.practice.record("07", (Starred(when=place.clock.read(), item="x-1", is_starred=True),))
    assert Practising(place, ONE).count(PracticeChoice(scope="starred")) == 0
    with pytest.raises(Refused, match="bank-for-exam"):
        expect(place, ["secret"], "")


def test_nothing_of_a_paper_under_way_shows_whoever_sits_it_and_all_of_it_once_it_is_handed_in() -> None:
    place = workplace()
    sitting = sit(place)
    assert Practising(place, ONE).count(PracticeChoice()) == 0
    assert Practising(place, ONE).topics(PracticeChoice()) == ()
    with pytest.raises(Refused, match="practice-none-all"):
        begun(place)
    sitting.hand_in()
    sitting.close()
    assert Practising(place, ONE).count(PracticeChoice()) == 5


def test_what_a_paper_begun_meanwhile_has_is_stepped_over_in_a_round_under_way() -> None:
    short = replace(PAPER, sections=PAPER.sections[2:3], full_score=Fraction(2))
    place = workplace(Shelf(shelf_papers=(short,)))
    session = begun(place)
    hidden = number_of(session, "t-1")
    session.current = hidden
    assert session.settle()
    assert session.current == hidden
    session.answer(hidden, ("true",))
    assert [question.number for question in session.newly_wrong] == [hidden]
    sit(place)
    assert session.settle()
    assert session.current == (hidden + 1 if hidden < 5 else 4)
    assert session.newly_wrong == ()
    seen, here = [], session.beyond(0, 1)
    while here is not None:
        seen.append(here)
        here = session.beyond(here, 1)
    assert seen == [number for number in range(1, 6) if number != hidden]
    assert session.beyond(1 if hidden != 1 else 2, -1) is None
    assert hidden not in [session.beyond(number, -1) for number in range(2, 6)]


def test_every_paper_begun_meanwhile_is_noticed_not_only_the_first() -> None:
    papers = [
        replace(PAPER, id=f"p-{place}", title=f"卷{place}", sections=PAPER.sections[place : place + 1], full_score=None)
        for place in (1, 2)
    ]
    place = workplace(Shelf(shelf_papers=papers))
    session = begun(place)
    left = {"s-1", "s-2", "m-1", "t-1", "f-1"}
    for wanted, item in (("p-1", "m-1"), ("p-2", "t-1")):
        sit(place, wanted)
        left.remove(item)
        seen, here = set(), session.beyond(0, 1)
        while here is not None:
            seen.add(session.question(here).item.id)
            here = session.beyond(here, 1)
        assert seen == left


def test_where_all_of_a_round_came_onto_a_paper_there_is_nothing_left_to_stand_on() -> None:
    place = workplace()
    session = begun(place)
    sit(place)
    assert not session.settle()
    assert session.beyond(1, 1) is None


def test_a_case_hides_as_a_whole_in_a_round_too() -> None:
    place = later_place()
    session = begun(place, PracticeChoice(type="case"))
    assert len(session.questions) == 3
    sit(place)
    assert not session.settle()


def test_what_there_is_is_counted_by_bank_topic_type_and_level() -> None:
    practising = Practising(workplace(), ONE)
    assert practising.banks(PracticeChoice(type="single_choice")) == (("sample", 2),)
    assert practising.topics(PracticeChoice()) == (("roles", 2), ("bo", 2))
    assert practising.types(PracticeChoice(difficulty="easy")) == (
        ("single_choice", 1),
        ("multiple_choice", 1),
        ("true_false", 1),
    )
    assert practising.levels(PracticeChoice()) == (("easy", 3), ("medium", 1), ("hard", 1))
    assert (practising.bank_title("sample"), practising.topic_title("bo"), practising.bank_title("?")) == (
        "样题",
        "四博",
        "?",
    )


def test_topics_know_how_deep_they_stand() -> None:
    shelf = Shelf(shelf_topics={"bo": "四博", "bo.read": "博览", "roles": "角色"})
    practising = Practising(workplace(shelf), ONE)
    assert [practising.depth(topic) for topic in shelf.shelf_topics] == [0, 1, 0]


def test_two_rounds_are_drawn_by_chance_of_their_own() -> None:
    practising = Practising(workplace(), ONE)
    rounds = {tuple(question.item.id for question in practising.begin(PracticeOrder()).questions) for _ in range(10)}
    assert len(rounds) > 1


def test_who_practises_what_is_known_before_any_screen() -> None:
    place = workplace()
    assert expect(place, [], "").order is None
    assert expect(place, [], "").candidate is None
    expected = expect(place, ["sample"], "四博", "07", "张三")
    assert expected.candidate == ONE
    assert expected.order == PracticeOrder(choice=PracticeChoice(banks=("sample",), topic="bo"))
    assert expect(place, [], "BO").order == PracticeOrder(choice=PracticeChoice(topic="bo"))


def test_who_or_what_is_unknown_is_said_at_once() -> None:
    place = workplace()
    with pytest.raises(CalledWrongly, match="unknown-bank"):
        expect(place, ["none"], "")
    with pytest.raises(CalledWrongly, match="topic-not-found"):
        expect(place, [], "none")
    with pytest.raises(Refused, match="candidate-needs-name"):
        expect(place, [], "", "07")
    place.home.roster.record((OTHER,), NINE)
    with pytest.raises(Refused, match="candidate-unknown"):
        expect(place, [], "", "07", "张三")
    assert expect(place, [], "", "08").candidate == OTHER


def sat(place: Workplace, answer: tuple[str, ...] = ("B",)) -> None:
    """Have the person sit the sample paper, its first question answered."""
    sitting = sit(place, candidate=ONE)
    sitting.answer(1, answer)
    sitting.hand_in()
    sitting.close()


def mistakes(place: Workplace) -> int:
    return Practising(place, ONE).count(PracticeChoice(scope="mistakes"))


def test_what_was_missed_in_a_paper_that_shows_its_keys_is_in_the_mistakes_book() -> None:
    place = workplace()
    sat(place, ("C",))
    assert Practising(place, ONE).progress.mistakes == {"s-2", "m-1", "t-1", "f-1"}
    assert Practising(place, OTHER).progress.mistakes == set()
    assert events(place) == ()


def test_it_leaves_the_book_by_right_answers_after_it_as_every_mistake_does() -> None:
    clock = StoppedClock()
    place = workplace(clock=clock)
    sat(place)
    assert mistakes(place) == 5
    for _ in range(2):
        clock.go_on(timedelta(minutes=1))
        session = begun(place, PracticeChoice(scope="mistakes"))
        session.answer(number_of(session, "s-1"), RIGHT["s-1"])
    assert mistakes(place) == 4
    assert session.progress.streak == 2


@pytest.mark.parametrize(
    "rules", [{"feedback": "never"}, {"feedback": "after_close", "closes": NINE + timedelta(hours=1)}]
)
def test_where_no_keys_are_shown_yet_nobody_learns_what_was_wrong(rules: dict[str, object]) -> None:
    clock = StoppedClock()
    place = workplace(Shelf(shelf_papers=(paper(**rules),)), clock)
    sat(place)
    assert mistakes(place) == 0
    clock.go_on(timedelta(minutes=90))
    assert mistakes(place) == (0 if rules["feedback"] == "never" else 5)


def test_items_for_exams_are_never_practised_however_they_were_answered() -> None:
    place = workplace(Shelf(shelf_banks=(replace(BANK, use="exam"),)))
    sat(place)
    assert mistakes(place) == 0
