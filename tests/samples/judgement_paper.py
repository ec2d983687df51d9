"""A paper of items that test judgement, in a workplace in memory."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.paper import Paper, Section
from tests.samples.judgement_items import GRADED, GRADED_SEVERAL, LETTER, TWO_ORDERS, UNFOLDING
from tests.samples.workplace import Shelf, StoppedClock, workplace

if TYPE_CHECKING:
    from quizapp.services.ports.workplace import Workplace

CHOICE, SEVERAL, ORDER, DOCUMENT, FIRST, SECOND, LAST = range(1, 8)
"""The numbers of its questions; the last three are the case's."""

PAPER = Paper(
    id="sample-paper",
    title="判断力样卷",
    delivery=Delivery(time_limit=timedelta(minutes=30)),
    sections=(
        Section(title="一、单项选择题", items=("j-001",), marks=Fraction(2)),
        Section(title="二、多项选择题", items=("j-002",), marks=Fraction(3)),
        Section(title="三、排序题", items=("j-003",), marks=Fraction(3), marking="precedence"),
        Section(title="四、公文写作题", items=("j-004",), marks=Fraction(12)),
        Section(title="五、案例分析题", items=("j-100",), marks=Fraction(2)),
    ),
)
BANK = ItemBank(id="judgement", title="判断力", items=(GRADED, GRADED_SEVERAL, TWO_ORDERS, LETTER, UNFOLDING))


def judgement_place(clock: StoppedClock | None = None, paper: Paper = PAPER) -> Workplace:
    """Return a workplace in memory with that paper."""
    return workplace(Shelf(shelf_papers=(paper,), shelf_banks=(BANK,)), clock)
