"""A few attempts, forms and people to store."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction

from quizapp.domain.attempt.events import Answered, Started
from quizapp.domain.carrying import PublicationOpened, Spoken
from quizapp.domain.decisions.totals import OutsideMarked
from quizapp.domain.item import Marking
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.moment import Moment
from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.paper import Form, Paper, Question, Section
from quizapp.domain.practice import Practised, Starred
from quizapp.services.papers.forms import form_digest
from quizapp.services.ports.port_values import AttemptName, FixedForm
from tests.instruments.memory_home import keys_digest

NOON = datetime(2026, 12, 1, 4, 0, 0, 123000, tzinfo=UTC)
NAME = AttemptName(attempt="20261201T040000123Z-ABCDEFGHJK", paper="入党-2026")


def moment(seconds: int = 0) -> Moment:
    """Return the moment so many seconds after noon."""
    return Moment(at=NOON + timedelta(seconds=seconds), boot="boot", clock=100.5 + seconds)


def started(name: AttemptName = NAME) -> Started:
    """Return the start of an attempt."""
    return Started(
        when=moment(),
        attempt=name.attempt,
        paper=name.paper,
        paper_digest="p",
        form="f",
        letter="A",
        number=1,
        candidate="学号 1",
        name="张三",
        items=("一", "二"),
        orders=((1, 0), ()),
    )


def answered(question: int = 1, response: str = "答案") -> Answered:
    """Return a response to a question."""
    return Answered(when=moment(question), question=question, response=(response,))


def practised(item: str, share: Fraction | int, seconds: int = 0) -> Practised:
    """Return an answer given in practice."""
    return Practised(when=moment(seconds), item=item, response=("A", "“"), share=Fraction(share), order=(1, 0))


def starred(item: str, *, is_starred: bool = True) -> Starred:
    """Return a star given, or taken away."""
    return Starred(when=moment(), item=item, is_starred=is_starred)


def brought(name: str, candidate: str, marks: Fraction | int, seconds: int = 0) -> OutsideMarked:
    """Return a mark from outside."""
    return OutsideMarked(
        when=moment(seconds), name=name, candidate=candidate, marks=Fraction(marks), note="“𠀀”", by="甲", why="月末"
    )


def carried_here(seconds: int = 0, title: str = "测试") -> PublicationOpened:
    """Return a publication that was opened."""
    return PublicationOpened(
        when=Moment(at=moment(seconds).at),
        digest="0" * 64,
        file="卷.quiz",
        made_at=NOON,
        class_id="2026-1",
        class_title="第一期",
        paper=NAME.paper,
        title=title,
        form="f",
        questions=2,
        full_score="2.5",
        time_limit=timedelta(minutes=90),
        opens=None,
        closes=NOON,
        has_keys=False,
        invigilator=Spoken(n=2**14, r=8, p=1, salt="00", hash="ff"),
    )


def form(letter: str = "A") -> Form:
    """Return a form of two questions with keys."""
    single = SingleChoice(
        id="一", stem="党的性质？", options=("甲", "乙"), key="B", rationale="党章", feedback=(("A", "不对"),)
    )
    blank = FillBlank(id="二", stem="第 ___ 条", key=(("一", "1"),), rationale="见党章")
    marking = Marking(scheme="all_or_nothing", marks=Fraction(5, 2))
    paper = Paper(id=NAME.paper, title="测试", delivery=Delivery(closes=NOON), sections=(Section(title="一"),))
    return Form(
        paper=paper,
        letter=letter,
        questions=(
            Question(number=1, section=0, item=single, order=(1, 0), marking=marking),
            Question(number=2, section=0, item=blank, marking=marking),
        ),
    )


def fixed(form: Form, number: int = 1) -> FixedForm:
    """Return the line of the index for a form."""
    return FixedForm(
        at=NOON,
        paper=form.paper.id,
        paper_digest="p",
        letter=form.letter,
        number=number,
        form=form_digest(form),
        keys=keys_digest(form),
    )
