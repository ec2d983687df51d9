"""Reads how a paper is sat: its clock, window, tries and navigation; and what cannot be true together of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from typing import cast

from quizapp.domain.item import Path
from quizapp.domain.papers.delivery import ALL_SHOWN, Counts, Delivery, Feedback, Navigation, Shown
from quizapp.domain.papers.paper import Paper
from quizapp.formats.native.field_access import GivenFields
from quizapp.reading import values


def read_delivery(given: GivenFields, zone: tzinfo | None) -> Delivery:
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


def time_limit(given: GivenFields) -> timedelta | None:
    """Return a paper's or a section's time limit; None is no limit."""
    return None if given.says("time_limit") else given.value("time_limit", timedelta)


def _window(given: GivenFields, zone: tzinfo | None) -> Mapping[str, datetime]:
    within = given.within("window")
    found: dict[str, datetime] = {}
    for name in within.fields:
        instant = within.value(name, datetime, lambda text: values.instant(text, zone))
        if instant is not None:
            found[name] = instant
    if len(found) == 2 and found["opens"] >= found["closes"]:
        within.error("closes", "window-closes-first")
    return found


def _attempts(given: GivenFields) -> int | None:
    if not given.has("attempts"):
        return 1
    if given.says("attempts"):
        return None
    return given.value("attempts", int) or 1


def _shown(given: GivenFields) -> tuple[Shown, ...]:
    asked = given.words("show")
    return ALL_SHOWN if asked is None else tuple(shown for shown in ALL_SHOWN if shown in asked)


def check_rules(given: GivenFields, paper: Paper, places: Mapping[Path, tuple[int, int]]) -> None:
    """Report what a paper's rules of sitting get wrong among themselves, each at its field."""
    _check_window(given, paper)
    _check_section_limits(given, paper, places)
    if not given.reader.findings.errors:
        # a warning about rules that cannot stand as they are would only lead away from the fault
        _check_feedback(given, paper)


def _check_window(given: GivenFields, paper: Paper) -> None:
    limit, window = paper.delivery.time_limit, _window_of(paper)
    if limit is not None and window is not None and window < limit:
        given.error("window", "window-shorter-than-limit")


def _check_section_limits(given: GivenFields, paper: Paper, places: Mapping[Path, tuple[int, int]]) -> None:
    """Report the section whose limit brings them all beyond the paper's, or beyond the window without one."""
    limit, code = paper.delivery.time_limit, "section-limits-beyond"
    if limit is None:
        limit, code = _window_of(paper), "section-limits-beyond-window"
    total = timedelta(0)
    for index, section in enumerate(paper.sections) if limit is not None else ():
        total += section.time_limit or timedelta(0)
        if limit is not None and total > limit:
            place = places[("sections", index, "time_limit")]
            given.reader.findings.error(code, place, section=section.title)
            return


def _window_of(paper: Paper) -> timedelta | None:
    """Return how long the paper's window is; None where it is open at an end, or ends before it begins."""
    opens, closes = paper.delivery.opens, paper.delivery.closes
    return closes - opens if opens is not None and closes is not None and opens < closes else None


def _check_feedback(given: GivenFields, paper: Paper) -> None:
    delivery = paper.delivery
    findings = given.reader.findings
    if paper.is_formal and delivery.shows_keys_while_open:
        findings.warning("keys-before-close", _place(given, "feedback", "show", "use", "window"))
    if delivery.feedback == "after_item" and {"key", "rationale"}.isdisjoint(delivery.show):
        findings.warning("after-item-shows-nothing", _place(given, "show", "feedback"))


def _place(given: GivenFields, *names: str) -> tuple[int, int]:
    """Return where the first of these fields stands that was given; one of them always was."""
    return given.reader.place(next(given.fields[name] for name in names if given.has(name)))
