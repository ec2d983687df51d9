"""Rules as texts and back: what is not touched stays, what cannot be read is said."""

from __future__ import annotations

from datetime import UTC, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.papers.draft import new_paper
from quizapp.domain.papers.paper import Paper, Threshold
from quizapp.reading.rule_texts import aim_of, paper_of, texts_of, threshold, usual_grades
from tests.formats.any_papers import papers

CHINA = ZoneInfo("Asia/Shanghai")


@given(papers(), st.sampled_from(["zh", "en"]))
def test_rules_that_are_not_touched_stay_as_they_are(paper: Paper, tongue: str) -> None:
    assert paper_of(texts_of(paper, CHINA, tongue), paper, CHINA) == (paper, {})


def test_what_is_typed_is_read() -> None:
    paper = new_paper("p", "卷")
    typed = {
        **texts_of(paper, UTC),
        "title": " 期中 ",
        "time_limit": "１小时30分",
        "pass_mark": "72",
        "forms": "3",
        "attempts": "unlimited",
        "opens": "2026-12-01 09:00",
        "show": "score",
        "grades": usual_grades(),
        "shuffle_options": "false",
    }
    after, misread = paper_of(typed, paper, CHINA)
    assert misread == {}
    assert (after.title, after.forms, after.delivery.attempts, after.shuffle.options) == ("期中", 3, None, False)
    assert after.delivery.time_limit == timedelta(minutes=90)
    assert after.pass_mark == Threshold(value=Fraction(72), is_share=False)
    assert after.delivery.opens is not None
    assert after.delivery.opens.astimezone(UTC).hour == 1
    assert after.delivery.show == ("score",)
    assert after.grades[0] == ("优秀", Threshold(value=Fraction(9, 10), is_share=True))
    assert paper_of({**typed, "time_limit": "", "grades": ""}, after, CHINA)[0].grades == ()


def test_what_cannot_be_read_is_said_by_field() -> None:
    paper = new_paper("p", "卷")
    typed = {**texts_of(paper, UTC), "title": " ", "time_limit": "一会儿", "pass_mark": "高", "closes": "明天"}
    _, misread = paper_of(typed, paper, UTC)
    assert {name: found.code for name, found in misread.items()} == {
        "title": "compose.no_title",
        "time_limit": "not-a-duration",
        "pass_mark": "not-a-threshold",
        "closes": "not-an-instant",
    }


def test_the_aim_is_a_number_of_marks() -> None:
    assert aim_of(decimal_text(Fraction(241, 2))) == Fraction(241, 2)
    assert aim_of("0") is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("60%", Threshold(value=Fraction(3, 5), is_share=True)),
        ("60", Threshold(value=Fraction(60), is_share=False)),
        ("六十", None),
        ("200%", None),
    ],
)
def test_a_threshold_is_a_share_or_marks(text: str, meant: Threshold | None) -> None:
    assert threshold(text) == meant
