"""An attempt with all that a replay tells: a leave, an undo, more time, decisions since; a long and a crowded one."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from quizapp.domain.attempt.decisions import MarkOverridden
from quizapp.domain.attempt.orders import Request
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.candidate import Candidate
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.paper import Paper, Section
from quizapp.services.book.score_book import refresh
from quizapp.services.ports.arrivals import Arrival
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import resume, standing, start
from quizapp.services.sitting.open_attempt import Sitting
from tests.samples.classes.recorded_decisions import decide, overridden, regraded
from tests.samples.workplace import PAPER, Shelf, StoppedClock, workplace

ZHANG = Candidate(id="07", name="张三", unit="市发改委")
LEFT = timedelta(minutes=12)


def pause(place: Workplace, **by: float) -> None:
    """Let time pass."""
    assert isinstance(place.clock, StoppedClock)
    place.clock.go_on(timedelta(**by))


def begin(place: Workplace, paper: Paper = PAPER, who: Candidate = ZHANG) -> Sitting:
    """Begin an attempt."""
    return start(place.home, place.library, place.clock, place.chance, standing(place.home, place.clock, paper, who))


def name_of(sitting: Sitting) -> AttemptName:
    return AttemptName(attempt=sitting.saved.started.attempt, paper=sitting.saved.started.paper)


def half_way(place: Workplace) -> Sitting:
    """Sit the sample paper up to its third question: an answer changed, one taken back, a leave of twelve minutes."""
    sitting = begin(place)
    pause(place, seconds=40)
    sitting.answer(1, ("A",))
    pause(place, seconds=20)
    sitting.answer(1, ("C",))
    pause(place, seconds=5)
    sitting.visit(2)
    sitting.flag(2)
    pause(place, seconds=10)
    sitting.answer(2, ("B",))
    pause(place, seconds=5)
    sitting.undo(2)
    sitting.close()
    pause(place, minutes=12)
    sitting = resume(place.home, place.clock, name_of(sitting))
    pause(place, seconds=30)
    sitting.answer(2, ("A",))
    sitting.visit(3)
    for letters in (("A",), ("A", "C")):
        pause(place, seconds=7)
        sitting.answer(3, letters)
    return sitting


def handed_in(place: Workplace) -> AttemptName:
    """Sit it to its end, with five minutes more, and have its third question's marks overridden a day later."""
    sitting = half_way(place)
    sitting.grant(Request(id="r-1", asks="more_time", more=timedelta(minutes=5), by="王班长", why="停电"))
    pause(place, seconds=9)
    sitting.visit(4)
    sitting.answer(4, ("true",))
    sitting.visit(5)
    pause(place, seconds=50)
    sitting.answer(5, ("耳目", "参谋"))
    pause(place, seconds=3)
    sitting.hand_in()
    sitting.close()
    refresh(place.home, (name_of(sitting),), place.class_id, place.clock.read().at)
    pause(place, days=1)
    overridden(place, ZHANG.id, 3, Fraction(2), "选项有歧义")
    regraded(place, (ZHANG.id, 6, 7))
    return name_of(sitting)


def collect(place: Workplace, name: AttemptName) -> str:
    """Make an attempt a copy of another machine's; return its head."""
    chain = place.home.journals.read(name)
    taken = Arrival(
        at=place.clock.read().at,
        attempt=name.attempt,
        paper=name.paper,
        head=chain.head,
        lines=len(chain.events),
        outcome="new",
        file="01.qpack",
    )
    place.home.collected.record((taken,))
    return chain.head


def told_workplace() -> tuple[Workplace, AttemptName]:
    """Return a workplace in memory with that attempt."""
    place = workplace()
    return place, handed_in(place)


def long_place(questions: int) -> Workplace:
    """Return a workplace whose one paper has so many single choices."""
    items = tuple(
        SingleChoice(id=f"q-{n}", stem=f"第{n}道题（  ）。", options=("甲", "乙", "丙", "丁"), key="ABCD"[n % 4])
        for n in range(1, questions + 1)
    )
    paper = Paper(
        id="long-paper",
        title="办公室业务能力结业考试",
        delivery=Delivery(time_limit=timedelta(minutes=120)),
        sections=(Section(title="一、单项选择题", items=tuple(item.id for item in items), marks=Fraction(1)),),
    )
    return workplace(Shelf(shelf_papers=(paper,), shelf_banks=(ItemBank(id="long", title="长", items=items),)))


def long_attempt(questions: int, answers: int) -> tuple[Workplace, AttemptName]:
    """Return a long paper's attempt with so many answers given, one question after the other, over and over."""
    place = long_place(questions)
    sitting = begin(place, place.library.papers()[0].paper or PAPER)
    for turn in range(answers):
        number = turn % questions + 1
        pause(place, seconds=1)
        sitting.visit(number)
        sitting.answer(number, ("ABCD"[(turn // questions + number) % 4],))
    sitting.hand_in()
    sitting.close()
    refresh(place.home, (name_of(sitting),), place.class_id, place.clock.read().at)
    return place, name_of(sitting)


LONG_WORDS = "按照规定的程序逐级请示报告，并在三个工作日以内书面反馈落实情况" * 2
"""More than any column of a table has room for."""


def crowded_attempt(questions: int, words: int, leaves: int, decisions: int) -> tuple[Workplace, AttemptName]:
    """Return an attempt that fills its sheet: answers in words at so many of its questions, leaves, decisions since."""
    items = tuple(
        FillBlank(id=f"q-{n}", stem=f"第{n}道题：___。", key=(("没有答对的", LONG_WORDS[::-1]),))
        if n <= words
        else SingleChoice(id=f"q-{n}", stem=f"第{n}道题（  ）。", options=("甲", "乙"), key="A")
        for n in range(1, questions + 1)
    )
    each = -(-questions // 6)
    sections = tuple(
        Section(title=f"第{place}部分{LONG_WORDS}", items=tuple(one.id for one in items[first : first + each]))
        for place, first in enumerate(range(0, questions, each), 1)
    )
    paper = Paper(
        id="crowded", title=LONG_WORDS, delivery=Delivery(time_limit=timedelta(minutes=120)), sections=sections
    )
    place = workplace(Shelf(shelf_papers=(paper,), shelf_banks=(ItemBank(id="crowded", title="挤", items=items),)))
    sitting = begin(place, paper, Candidate(id="0" * 40, name="张" * 40, unit=LONG_WORDS))
    for number, item in enumerate(items, 1):
        pause(place, seconds=9)
        sitting.answer(number, (LONG_WORDS,) if isinstance(item, FillBlank) else ("B",))
    for _ in range(leaves):
        sitting.close()
        pause(place, seconds=70)
        sitting = resume(place.home, place.clock, name_of(sitting))
    sitting.hand_in()
    sitting.close()
    refresh(place.home, (name_of(sitting),), place.class_id, place.clock.read().at)
    for number in range(1, decisions + 1):
        one = MarkOverridden(
            when=place.clock.read(),
            attempt=name_of(sitting).attempt,
            question=1,
            marks=Fraction(1, 2),
            by="王班长",
            checked_by="李老师",
            why=f"其{number}：{LONG_WORDS * 3}",
        )
        decide(place, one, paper="crowded")
    return place, name_of(sitting)
