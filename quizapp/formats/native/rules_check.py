"""What cannot be true together of a paper's rules, and what had better not be: all that its file says by itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from quizapp.domain.declaration import Path
from quizapp.domain.paper import Paper
from quizapp.formats.native.given import Given


def check_rules(given: Given, paper: Paper, places: Mapping[Path, tuple[int, int]]) -> None:
    """Report what a paper's rules of sitting get wrong among themselves, each at its field."""
    _check_window(given, paper)
    _check_section_limits(given, paper, places)
    if not given.reader.findings.errors:
        # a warning about rules that cannot stand as they are would only lead away from the fault
        _check_feedback(given, paper)


def _check_window(given: Given, paper: Paper) -> None:
    limit, window = paper.delivery.time_limit, _window_of(paper)
    if limit is not None and window is not None and window < limit:
        given.error("window", "window-shorter-than-limit")


def _check_section_limits(given: Given, paper: Paper, places: Mapping[Path, tuple[int, int]]) -> None:
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


def _check_feedback(given: Given, paper: Paper) -> None:
    delivery = paper.delivery
    findings = given.reader.findings
    if paper.is_formal and delivery.shows_keys_while_open:
        findings.warning("keys-before-close", _place(given, "feedback", "show", "use", "window"))
    if delivery.feedback == "after_item" and {"key", "rationale"}.isdisjoint(delivery.show):
        findings.warning("after-item-shows-nothing", _place(given, "show", "feedback"))


def _place(given: Given, *names: str) -> tuple[int, int]:
    """Return where the first of these fields stands that was given; one of them always was."""
    return given.reader.place(next(given.fields[name] for name in names if given.has(name)))
