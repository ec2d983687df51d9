"""Reads how a paper is sat: its clock, window, tries, navigation, and when what is shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from typing import cast

from quizapp.domain.delivery import ALL_SHOWN, Counts, Delivery, Feedback, Navigation, Shown
from quizapp.formats.native import values
from quizapp.formats.native.given import Given


def read_delivery(given: Given, zone: tzinfo | None) -> Delivery:
    """Return the rules of sitting that a paper's fields give; times without offset are in `zone`."""
    window = _window(given, zone)
    delivery = Delivery(
        time_limit=time_limit(given),
        opens=window.get("opens"),
        closes=window.get("closes"),
        attempts=_attempts(given),
        counts=cast(Counts, given.word("counts") or "best"),
        navigation=cast(Navigation, given.word("navigation") or "free"),
        grace=given.value("grace", timedelta) or timedelta(0),
        feedback=cast(Feedback, given.word("feedback") or "after_hand_in"),
        show=_shown(given),
        certainty=given.flag("certainty"),
    )
    if delivery.feedback == "after_close" and delivery.closes is None:
        given.error("feedback", "after-close-without-close")
    return delivery


def time_limit(given: Given) -> timedelta | None:
    """Return a paper's or a section's time limit; None is no limit."""
    return None if given.says("time_limit") else given.value("time_limit", timedelta)


def _window(given: Given, zone: tzinfo | None) -> Mapping[str, datetime]:
    within = given.within("window")
    found: dict[str, datetime] = {}
    for name in within.fields:
        instant = within.value(name, datetime, lambda text: values.instant(text, zone))
        if instant is not None:
            found[name] = instant
    if len(found) == 2 and found["opens"] >= found["closes"]:
        within.error("closes", "window-closes-first")
    return found


def _attempts(given: Given) -> int | None:
    if not given.has("attempts"):
        return 1
    if given.says("attempts"):
        return None
    return given.value("attempts", int) or 1


def _shown(given: Given) -> tuple[Shown, ...]:
    asked = given.words("show")
    return ALL_SHOWN if asked is None else tuple(shown for shown in ALL_SHOWN if shown in asked)
