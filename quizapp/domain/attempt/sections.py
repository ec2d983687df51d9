"""The sections of a paper and the way through its questions: what opens, what closes for good, what can be reached."""

from __future__ import annotations

from quizapp.domain.attempt.due import on_time
from quizapp.domain.attempt.events import Event, SectionClosed, SectionOpened
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.attempt.terms import Terms
from quizapp.domain.errors import Refused
from quizapp.domain.moment import Moment


def open_section(attempt: Attempt, terms: Terms, section: int, now: Moment) -> tuple[Event, ...]:
    """Start a section's own clock; another one that runs closes for good. Nothing where it is open already.

    Raises Refused for a section that was closed, and where the paper leads on to another.
    """

    def decide(stands: Attempt) -> tuple[Event, ...]:
        _check_not_closed(stands, section)
        if not waits_to_open(stands, terms, section):
            return ()
        _check_leads_to(stands, terms, section)
        return (*_closed(stands, now), SectionOpened(when=now, section=section))

    return on_time(attempt, terms, now, decide)


def leave_section(attempt: Attempt, terms: Terms, now: Moment) -> tuple[Event, ...]:
    """Close the section whose clock runs, for good; nothing where none does."""
    return on_time(attempt, terms, now, lambda stands: _closed(stands, now))


def following(attempt: Attempt, terms: Terms) -> int | None:
    """Return the next question after the one on screen whose section is not closed; None where there is none."""
    return next((number for number in _not_closed(attempt, terms) if number > attempt.current), None)


def landing(attempt: Attempt, terms: Terms) -> int | None:
    """Return the question to stand on: the one on screen, or where it cannot be seen now the one to go on with.

    It cannot where its section was closed, or another one's clock runs. None where nothing is left to go to.
    """
    here, running = terms.section_of(attempt.current), attempt.running
    if running is not None and running.section != here:
        return next(number for number in _not_closed(attempt, terms) if terms.section_of(number) == running.section)
    if not attempt.is_closed(here):
        return attempt.current
    onward = following(attempt, terms)
    if onward is not None or terms.goes_forward_only:
        return onward
    return next(iter(_not_closed(attempt, terms)), None)


def waits_to_open(attempt: Attempt, terms: Terms, section: int) -> bool:
    """Return whether a section has a clock that was never started."""
    return terms.limit_of(section) is not None and attempt.clock_of(section) is None


def may_be_seen(attempt: Attempt, terms: Terms, question: int) -> bool:
    """Return whether a question may stand on the screen: its section waits for no opening and was not closed."""
    section = terms.section_of(question)
    return not (attempt.is_closed(section) or waits_to_open(attempt, terms, section))


def check_here(attempt: Attempt, terms: Terms, question: int) -> None:
    """Refuse to change a question that cannot be changed now. Raises Refused.

    A section without a clock stays open while another one's clock runs: what was typed there is not lost on the way.
    """
    _check_way(attempt, terms, question, attempt.current)
    if waits_to_open(attempt, terms, terms.section_of(question)):
        raise Refused("section-not-opened")


def check_reachable(attempt: Attempt, terms: Terms, question: int) -> None:
    """Refuse to bring a question on screen that cannot be seen, or only by closing a section. Raises Refused."""
    _check_way(attempt, terms, question, attempt.current, following(attempt, terms))
    section = terms.section_of(question)
    if attempt.running is not None and attempt.running.section != section:
        raise Refused("section-would-close")
    if waits_to_open(attempt, terms, section):
        raise Refused("section-not-opened")


def _check_way(attempt: Attempt, terms: Terms, question: int, *ahead: int | None) -> None:
    if terms.goes_forward_only and question < attempt.current:
        raise Refused("no-way-back")
    _check_not_closed(attempt, terms.section_of(question))
    if terms.goes_forward_only and question not in ahead:
        raise Refused("no-jump")


def _check_not_closed(attempt: Attempt, section: int) -> None:
    if attempt.is_closed(section):
        raise Refused("section-closed")


def _check_leads_to(attempt: Attempt, terms: Terms, section: int) -> None:
    if not terms.goes_forward_only:
        return
    here, onward = terms.section_of(attempt.current), following(attempt, terms)
    if section < here:
        raise Refused("no-way-back")
    if section != here and (onward is None or section != terms.section_of(onward)):
        raise Refused("no-jump")


def _closed(attempt: Attempt, now: Moment) -> tuple[Event, ...]:
    if attempt.running is None:
        return ()
    return (SectionClosed(when=now, section=attempt.running.section, by="candidate"),)


def _not_closed(attempt: Attempt, terms: Terms) -> tuple[int, ...]:
    numbers = range(1, attempt.questions + 1)
    return tuple(number for number in numbers if not attempt.is_closed(terms.section_of(number)))
