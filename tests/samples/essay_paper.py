"""A paper with essays, and people who have handed it in."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from quizapp.domain.answer_key import RubricPoint
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.candidate import Candidate
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.true_false import TrueFalse
from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.paper import Paper, Section
from quizapp.services.book.score_book import refresh
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from tests.samples.workplace import Shelf, StoppedClock, workplace

RUBRIC = (
    RubricPoint(point="立即报告领导", marks=Fraction(2), keywords=("立即", "第一时间")),
    RubricPoint(point="更正已发出的文件", marks=Fraction(2), keywords=("更正",)),
    RubricPoint(point="查明原因", marks=Fraction(1)),
)
BANK = ItemBank(
    id="essays",
    title="简答",
    items=(
        TrueFalse(id="t-1", stem="可以隐瞒。", key=False, topic="a", difficulty="easy"),
        Essay(
            id="e-1",
            stem="文件发出后发现数字有误，怎么办？",
            rubric=RUBRIC,
            model_answer="第一时间报告，发更正，查原因。",
            topic="a",
            difficulty="hard",
        ),
        Essay(id="e-2", stem="谈谈体会。", topic="a", difficulty="medium"),
    ),
)
PAPER = Paper(
    id="essay-paper",
    title="论述卷",
    delivery=Delivery(time_limit=timedelta(minutes=30), attempts=None),
    sections=(
        Section(title="一、判断", items=("t-1",), marks=Fraction(2)),
        Section(title="二、简答", items=("e-1", "e-2"), marks=Fraction(10)),
    ),
)


def essay_workplace(clock: StoppedClock | None = None) -> Workplace:
    """Return a workplace in memory whose one paper has two essays."""
    return workplace(Shelf(shelf_papers=(PAPER,), shelf_banks=(BANK,)), clock)


def hand_in(place: Workplace, id: str, name: str, first: str, second: str = "", *, paper: Paper = PAPER) -> AttemptName:
    """Have a person answer the two essays, and the other question right, and hand in; the book knows it."""
    stands = standing(place.home, place.clock, paper, Candidate(id=id, name=name))
    sitting = start(place.home, place.library, place.clock, place.chance, stands)
    sitting.answer(1, ("false",))
    for number, text in ((2, first), (3, second)):
        if text:
            sitting.answer(number, (text,))
    sitting.hand_in()
    sitting.close()
    attempt = AttemptName(attempt=sitting.saved.started.attempt, paper=paper.id)
    refresh(place.home, (attempt,), place.class_id, place.clock.read().at)
    if isinstance(place.clock, StoppedClock):
        place.clock.go_on(timedelta(seconds=1))
    return attempt
