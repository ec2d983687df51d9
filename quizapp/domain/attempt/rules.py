"""What may happen to an attempt: each rule looks, decides, and returns the events that follow, or refuses.

Beside them is the way through a paper's sections: what opens, what closes for good, what can be reached.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from quizapp.domain.attempt.events import (
    Answered,
    Certainty,
    CertaintyGiven,
    Event,
    Extended,
    Fixed,
    Flagged,
    HandedIn,
    HandedInBy,
    SectionClosed,
    SectionOpened,
    StageOpened,
    Visited,
)
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.attempt.terms import Terms, check_not_ended, due, on_time
from quizapp.domain.errors import Refused
from quizapp.domain.item import Response
from quizapp.domain.moment import Moment
from quizapp.domain.papers.paper import Paper


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
    is_shut = attempt.is_closed(section) or waits_to_open(attempt, terms, section)
    return not is_shut and not is_to_unfold(attempt, terms, question)


def is_to_unfold(attempt: Attempt, terms: Terms, question: int) -> bool:
    """Return whether a question's stage of its case was not opened yet."""
    case, stage = terms.stage_of(question)
    return bool(case) and stage > terms.reached(attempt, case)


def is_settled(attempt: Attempt, terms: Terms, question: int) -> bool:
    """Return whether its case went on to a later stage, so that it can be looked at and no longer changed."""
    case, stage = terms.stage_of(question)
    return bool(case) and stage < terms.reached(attempt, case)


def open_stage(attempt: Attempt, terms: Terms, question: int, now: Moment) -> tuple[Event, ...]:
    """Let a case go on to the stage of a question, the answers before it final from then on; nothing where it is open.

    Raises Refused for a stage beyond the next one, and as `visit` for a question that cannot be reached otherwise.
    """

    def decide(stands: Attempt) -> tuple[Event, ...]:
        if not is_to_unfold(stands, terms, question):
            return ()
        _check_reach(stands, terms, question)
        _check_next_stage(stands, terms, question)
        return (StageOpened(when=now, question=question),)

    return on_time(attempt, terms, now, decide)


def _check_next_stage(attempt: Attempt, terms: Terms, question: int) -> None:
    case, stage = terms.stage_of(question)
    reached = terms.reached(attempt, case)
    if any(reached < one < stage for one in terms.stages_of(case)):
        raise Refused("stage-beyond")


def check_here(attempt: Attempt, terms: Terms, question: int) -> None:
    """Refuse to change a question that cannot be changed now. Raises Refused.

    A section without a clock stays open while another one's clock runs: what was typed there is not lost on the way.
    """
    _check_way(attempt, terms, question, attempt.current)
    if waits_to_open(attempt, terms, terms.section_of(question)):
        raise Refused("section-not-opened")
    if is_settled(attempt, terms, question):
        raise Refused("stage-settled")
    if is_to_unfold(attempt, terms, question):
        raise Refused("stage-not-opened")


def check_reachable(attempt: Attempt, terms: Terms, question: int) -> None:
    """Refuse to bring a question on screen that cannot be seen, or only by closing a section or what is answered.

    Raises Refused.
    """
    _check_reach(attempt, terms, question)
    if is_to_unfold(attempt, terms, question):
        _check_next_stage(attempt, terms, question)
        raise Refused("stage-not-opened")


def _check_reach(attempt: Attempt, terms: Terms, question: int) -> None:
    """Refuse what the sections and the way through them keep out. Raises Refused."""
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


def may_start(paper: Paper, started_before: int, now: datetime) -> None:
    """Refuse a start outside the window or beyond the allowed number of attempts.

    `started_before` counts the candidate's attempts at the paper that are not void. Raises Refused.
    """
    delivery = paper.delivery
    if delivery.opens is not None and now < delivery.opens:
        raise Refused("paper-not-open", paper=paper.title, opens=delivery.opens)
    if delivery.closes is not None and now >= delivery.closes:
        raise Refused("paper-closed", paper=paper.title, closes=delivery.closes)
    may_start_by_order(paper, started_before)


def may_start_by_order(paper: Paper, started_before: int) -> None:
    """Refuse a start that no invigilator may order, whatever the machine's clock says: beyond the allowed number."""
    delivery = paper.delivery
    if delivery.attempts is not None and started_before >= delivery.attempts:
        raise Refused("no-tries-left", paper=paper.title, allowed=delivery.attempts)


def answer(attempt: Attempt, terms: Terms, question: int, response: Response, now: Moment) -> tuple[Event, ...]:
    """Give a response to a question; an equal one changes nothing. Raises Refused once it cannot be changed."""

    def decide(stands: Attempt) -> tuple[Event, ...]:
        _check_changeable(stands, terms, question)
        if response == stands.response(question):
            return ()
        return (Answered(when=now, question=question, response=response),)

    return on_time(attempt, terms, now, decide)


def undo(attempt: Attempt, terms: Terms, question: int, now: Moment) -> tuple[Event, ...]:
    """Take back the last change of a question's response; nothing where there was none. Raises Refused as `answer`."""

    def decide(stands: Attempt) -> tuple[Event, ...]:
        _check_changeable(stands, terms, question)
        history = stands.histories[question - 1]
        if not history:
            return ()
        before = history[-2] if len(history) > 1 else ()
        return (Answered(when=now, question=question, response=before, is_undo=True),)

    return on_time(attempt, terms, now, decide)


def be_certain(attempt: Attempt, terms: Terms, question: int, certainty: Certainty, now: Moment) -> tuple[Event, ...]:
    """Say how certain a question's answer is, where the paper asks. Raises Refused as `answer`."""

    def decide(stands: Attempt) -> tuple[Event, ...]:
        if not terms.delivery.certainty:
            raise Refused("certainty-not-asked")
        _check_changeable(stands, terms, question)
        if certainty == stands.certainties.get(question):
            return ()
        return (CertaintyGiven(when=now, question=question, certainty=certainty),)

    return on_time(attempt, terms, now, decide)


def fix(attempt: Attempt, terms: Terms, question: int, now: Moment, *, even_empty: bool = False) -> tuple[Event, ...]:
    """Make a question's answer final, so that its key may be shown; nothing where it is already.

    An empty one is only fixed where the person said so. Raises Refused, too where feedback comes at another time.
    """

    def decide(stands: Attempt) -> tuple[Event, ...]:
        if not terms.fixes_each:
            raise Refused("fix-not-asked")
        if question in stands.fixed:
            return ()
        check_here(stands, terms, question)
        if not stands.response(question) and not even_empty:
            raise Refused("fix-nothing-answered")
        return (Fixed(when=now, question=question),)

    return on_time(attempt, terms, now, decide)


def flag(attempt: Attempt, terms: Terms, question: int, now: Moment) -> tuple[Event, ...]:
    """Flag a question for review, or take its flag away, wherever it stands."""

    def decide(stands: Attempt) -> tuple[Event, ...]:
        return (Flagged(when=now, question=question, is_flagged=question not in stands.flagged),)

    return on_time(attempt, terms, now, decide)


def visit(attempt: Attempt, terms: Terms, question: int, now: Moment) -> tuple[Event, ...]:
    """Bring a question on screen; where there is no way back and feedback comes after each item, the one left is fixed.

    Raises Refused for a way back or a jump where the paper has none, and for a section that is closed, was not opened,
    or could only be gone to by closing another.
    """

    def decide(stands: Attempt) -> tuple[Event, ...]:
        check_reachable(stands, terms, question)
        if question == stands.current and question in stands.visited:
            return ()
        return (*_left_behind(stands, terms, now), Visited(when=now, question=question))

    return on_time(attempt, terms, now, decide)


def hand_in(attempt: Attempt, terms: Terms, now: Moment, by: HandedInBy = "candidate") -> tuple[Event, ...]:
    """End the attempt now, or at its closing where that has passed."""
    return on_time(attempt, terms, now, lambda _: (HandedIn(when=now, by=by),))


def extend(
    attempt: Attempt,
    terms: Terms,
    now: Moment,
    *,
    more: timedelta,
    why: str,
    by: str,
    checked_by: str = "",
    request: str = "",
) -> tuple[Event, ...]:
    """Give more time to an attempt under way and the section that is open.

    Raises Refused once its closing has come, and for no more time.
    """
    if more <= timedelta(0):
        raise Refused("extension-not-positive")
    check_not_ended(attempt)
    came = due(attempt, terms, now)
    if any(isinstance(event, HandedIn) for event in came):
        raise Refused("attempt-ended")
    return (*came, Extended(when=now, more=more, why=why, by=by, checked_by=checked_by, request=request))


def _check_changeable(attempt: Attempt, terms: Terms, question: int) -> None:
    if question in attempt.fixed:
        raise Refused("answer-fixed")
    check_here(attempt, terms, question)


def _left_behind(attempt: Attempt, terms: Terms, now: Moment) -> tuple[Event, ...]:
    """Return that the question left is fixed, where moving on does so and it was seen."""
    left = attempt.current
    is_final = left in attempt.fixed or left not in attempt.visited
    if is_final or not (terms.fixes_each and terms.goes_forward_only):
        return ()
    return (Fixed(when=now, question=left),)
