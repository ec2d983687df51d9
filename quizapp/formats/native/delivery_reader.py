"""Reads how a paper is sat: its clock, window, tries, navigation, and when what is shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from typing import cast

from quizapp.domain.delivery import ALL_SHOWN, Counts, Delivery, Feedback, Navigation, Shown
from quizapp.formats.native import values, words
from quizapp.formats.native.given import Given


def read_delivery(given: Given, zone: tzinfo | None) -> Delivery:
    """Return the rules of sitting that a paper's fields give; times without offset are in `zone`."""
    window = _window(given, zone)
    delivery = Delivery(
        time_limit=time_limit(given),
        opens=window.get("opens"),
        closes=window.get("closes"),
        attempts=_attempts(given),
        counts=cast(Counts, given.word("counts", words.COUNTS) or "best"),
        navigation=cast(Navigation, given.word("navigation", words.NAVIGATION) or "free"),
        grace=given.value("grace", values.duration, "not-a-duration") or timedelta(0),
        feedback=cast(Feedback, given.word("feedback", words.FEEDBACK) or "after_hand_in"),
        show=_shown(given),
        certainty=given.flag("certainty"),
    )
    if delivery.feedback == "after_close" and delivery.closes is None:
        given.error("feedback", "after-close-without-close")
    return delivery


def time_limit(given: Given) -> timedelta | None:
    """Return a paper's or a section's time limit; None is no limit."""
    if given.has("time_limit") and given.text("time_limit") in words.NO_LIMIT:
        return None
    return given.value("time_limit", _positive, "not-a-duration")


def _window(given: Given, zone: tzinfo | None) -> Mapping[str, datetime]:
    within = Given(given.reader, given.map("window"), words.WINDOW)
    found: dict[str, datetime] = {}
    for name in within.fields:
        instant = within.value(name, lambda text: values.instant(text, zone), "not-an-instant")
        if instant is not None:
            found[name] = instant
    if len(found) == 2 and found["opens"] >= found["closes"]:
        within.error("closes", "window-closes-first")
    return found


def _attempts(given: Given) -> int | None:
    if not given.has("attempts"):
        return 1
    if given.text("attempts") in words.UNLIMITED:
        return None
    return given.value("attempts", values.positive, "not-an-attempt-count") or 1


def _shown(given: Given) -> tuple[Shown, ...]:
    asked = given.words("show", words.SHOWN)
    return ALL_SHOWN if asked is None else tuple(shown for shown in ALL_SHOWN if shown in asked)


def _positive(text: str) -> timedelta | None:
    return values.duration(text) or None
