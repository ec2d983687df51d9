"""When a handed-in attempt may show what."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from quizapp.domain.papers.delivery import ALL_SHOWN, Delivery, Feedback, Shown

CLOSES = datetime(2026, 12, 1, 3, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


@pytest.mark.parametrize("what", ALL_SHOWN)
@pytest.mark.parametrize(
    ("feedback", "now", "claim"),
    [
        ("never", CLOSES, False),
        ("after_item", CLOSES - timedelta(hours=1), True),
        ("after_hand_in", CLOSES - timedelta(hours=1), True),
        ("after_close", CLOSES - MILLISECOND, False),
        ("after_close", CLOSES, True),
        ("after_close", CLOSES + MILLISECOND, True),
    ],
)
def test_feedback_says_when_a_result_is_shown(what: Shown, feedback: Feedback, now: datetime, claim: bool) -> None:
    assert Delivery(feedback=feedback, closes=CLOSES).shows(what, now) is claim


@pytest.mark.parametrize("what", ALL_SHOWN)
@pytest.mark.parametrize("feedback", ["after_item", "after_hand_in", "after_close"])
def test_only_what_show_lists_is_shown(what: Shown, feedback: Feedback) -> None:
    others = tuple(shown for shown in ALL_SHOWN if shown != what)
    assert not Delivery(feedback=feedback, closes=CLOSES, show=others).shows(what, CLOSES)
    assert Delivery(feedback=feedback, closes=CLOSES, show=(what,)).shows(what, CLOSES)


def test_after_close_shows_nothing_where_no_close_is_known() -> None:
    assert not Delivery(feedback="after_close").shows("score", CLOSES)


def test_a_delivery_has_the_defaults_of_the_contract() -> None:
    delivery = Delivery()
    assert delivery.time_limit is None
    assert (delivery.attempts, delivery.counts, delivery.navigation) == (1, "best", "free")
    assert (delivery.grace, delivery.feedback, delivery.certainty) == (timedelta(0), "after_hand_in", False)
    assert delivery.show == ("score", "marks", "key", "rationale")
