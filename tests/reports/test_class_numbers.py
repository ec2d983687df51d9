"""What the class report says of a handful: nothing by which one person's marks would be told to others."""

from __future__ import annotations

from fractions import Fraction

import pytest

from quizapp.language import Language
from quizapp.reports.class_report.results import rates
from quizapp.reports.class_report.wording import FEWEST
from quizapp.services.analysis.paper_summary import StatusTally
from quizapp.services.book.score_table import Wishes

ZH = Language("zh")
WHOLE, BANDS, PUBLIC = Wishes(), Wishes(bands=True), Wishes(is_public=True)


def tally(people: int, passed: int) -> StatusTally:
    scores = tuple(Fraction(60 + place) for place in range(people, 0, -1))
    return StatusTally(status={"marked": people}, scores=scores, passed=passed, excellent=0)


@pytest.mark.parametrize("people", range(1, FEWEST))
def test_what_is_put_up_has_no_shares_of_a_handful_and_the_committee_has_counts(people: int) -> None:
    assert list(rates(tally(people, 1), PUBLIC, ZH)) == []
    assert list(rates(tally(people, 1), WHOLE, ZH))
    assert list(rates(tally(people, 1), BANDS, ZH))


def test_from_five_on_it_has() -> None:
    assert len(list(rates(tally(FEWEST, 3), PUBLIC, ZH))) == len(list(rates(tally(FEWEST, 3), WHOLE, ZH))) == 3


@pytest.mark.parametrize("wishes", [WHOLE, BANDS, PUBLIC])
def test_where_nobody_is_marked_there_are_no_shares(wishes: Wishes) -> None:
    assert list(rates(StatusTally(status={"absent": 9}, scores=(), passed=0, excellent=0), wishes, ZH)) == []
