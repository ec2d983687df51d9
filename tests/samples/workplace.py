"""A library of objects made in the test itself, and a small paper of the four types that many tests sit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.errors import CalledWrongly, Fault
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse
from quizapp.domain.moment import Moment
from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.paper import Draw, Paper, Section
from quizapp.services.ports.paper_editor import facts_of
from quizapp.services.ports.port_values import Sourced
from quizapp.services.ports.workplace import Workplace
from quizapp.stores.export_places import OwnFiles
from quizapp.stores.rehearsal_trials import OwnMachineTrial
from tests.instruments.memory_home import MemoryHome

NINE = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
"""Nine in the morning of an exam day in China."""

BANK = ItemBank(
    id="sample",
    title="样题",
    items=(
        SingleChoice(
            id="s-1",
            stem="“五种角色”中，排在第四的是（  ）。",
            options=("跟班", "秀才", "参谋", "管家"),
            key="C",
            topic="roles",
            difficulty="easy",
            rationale="次序是跟班、秀才、耳目、参谋、管家。",
        ),
        SingleChoice(
            id="s-2",
            stem="“三个一本”中，睡前翻的一本摆在（  ）。",
            options=("床头", "包里", "办公桌", "车上"),
            key="A",
            topic="bo.read",
            difficulty="medium",
            rationale="床头、包里、办公桌各一本。",
        ),
        MultipleChoice(
            id="m-1",
            stem="下列属于“四博”的有（  ）。",
            options=("博览群书", "博古通今", "博采众长", "博学多才"),
            key=("A", "C", "D"),
            topic="bo",
            difficulty="easy",
            rationale="四博是博览群书、博闻强记、博采众长、博学多才。",
        ),
        TrueFalse(id="t-1", stem="办公室主任可以当“司令员”。", key=False, topic="posts", difficulty="easy"),
        FillBlank(
            id="f-1",
            stem="办公室干部要当好领导的___和___。",
            key=(("耳目",), ("参谋", "助手")),
            topic="roles",
            difficulty="hard",
        ),
    ),
)

PAPER = Paper(
    id="sample-paper",
    title="样卷",
    instructions="请独立作答。",
    delivery=Delivery(time_limit=timedelta(minutes=30)),
    full_score=Fraction(10),
    sections=(
        Section(title="一、单项选择题", draw=Draw(type="single_choice", count=2), marks=Fraction(2)),
        Section(
            title="二、多项选择题", draw=Draw(type="multiple_choice", count=1), marks=Fraction(2), marking="partial"
        ),
        Section(title="三、判断题", draw=Draw(type="true_false", count=1), marks=Fraction(2)),
        Section(title="四、填空题", draw=Draw(type="fill_blank", count=1), marks=Fraction(2)),
    ),
)


def paper(**changes: object) -> Paper:
    """Return the sample paper with other rules; fields of its delivery may be named too."""
    delivery = {name: changes.pop(name) for name in list(changes) if name in Delivery.__dataclass_fields__}
    return replace(PAPER, delivery=replace(PAPER.delivery, **delivery), **changes)  # type: ignore[arg-type]  # named by tests


@dataclass
class Shelf:
    """A library that holds what it is given."""

    shelf_papers: Sequence[Paper] = (PAPER,)
    shelf_banks: Sequence[ItemBank] = (BANK,)
    shelf_topics: Mapping[str, str] = field(default_factory=lambda: {"roles": "五种角色", "bo": "四博"})

    def papers(self) -> tuple[Sourced, ...]:
        return tuple(Sourced(file=f"{one.id}.yaml", paper=one) for one in self.shelf_papers)

    def banks(self) -> tuple[Sourced, ...]:
        return tuple(Sourced(file=f"{one.id}.yaml", bank=one) for one in self.shelf_banks)

    def paper(self, wanted: str) -> Sourced:
        for sourced in self.papers():
            if sourced.paper is not None and wanted in (sourced.paper.id, sourced.paper.title):
                return sourced
        raise CalledWrongly("unknown-paper", wanted=wanted, choices="")

    def bank(self, wanted: str) -> Sourced:
        for sourced in self.banks():
            if sourced.bank is not None and wanted == sourced.bank.id:
                return sourced
        raise CalledWrongly("unknown-bank", wanted=wanted, choices="")

    def item_banks(self) -> tuple[ItemBank, ...]:
        return tuple(self.shelf_banks)

    def topics(self) -> Mapping[str, str]:
        return self.shelf_topics

    def faults(self, paths: Sequence[str] = ()) -> tuple[Fault, ...]:  # noqa: ARG002 - a shelf has none, whatever is asked
        return ()


@dataclass
class StoppedClock:
    """A clock that goes on when it is told to; its boot clock goes along."""

    at: datetime = NINE
    boot: str = "boot-1"
    seconds: float = 1000.0

    def read(self) -> Moment:
        return Moment(at=self.at, boot=self.boot, clock=self.seconds)

    def go_on(self, by: timedelta) -> None:
        """Let so much time pass on both clocks."""
        self.at += by
        self.seconds += by.total_seconds()


@dataclass
class Chances:
    """Bytes that differ at every call, the same in every run."""

    calls: int = 0

    def __call__(self, count: int) -> bytes:
        self.calls += 1
        return self.calls.to_bytes(count, "big")


@dataclass
class Remembered:
    """Preferences in memory."""

    values: dict[str, str] = field(default_factory=dict)

    def read(self) -> Mapping[str, str]:
        return self.values

    def remember(self, name: str, value: str) -> None:
        self.values[name] = value


class FilesHere(OwnFiles):
    """A machine with the sticks and the person's own folders that it is handed, none by itself."""

    def __init__(
        self, sticks: Callable[[], tuple[Path, ...]] = tuple, own: Callable[[], tuple[Path, ...]] = tuple
    ) -> None:
        """Make it of what is asked each time: a stick comes and goes."""
        self._sticks, self._own = sticks, own

    def sticks(self) -> tuple[Path, ...]:
        return self._sticks()

    def own_places(self) -> tuple[Path, ...]:
        return self._own()


def workplace(library: Shelf | None = None, clock: StoppedClock | None = None) -> Workplace:
    """Return a workplace in memory: the sample paper, a stopped clock, no roster."""
    shelf = library or Shelf()
    return Workplace(
        home=MemoryHome(),
        library=shelf,
        paper_list=lambda: facts_of(shelf.papers()),
        clock=clock or StoppedClock(),
        chance=Chances(),
        preferences=Remembered(),
        files=FilesHere(),
        machine_trial=OwnMachineTrial,
    )
