"""An answer that is fixed, or left for good: what is asked before, and what is told after it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.tui.dialogs.confirm import Confirm
from quizapp.tui.screens.review_page import explained
from quizapp.tui.screens.sitting_sections import FORWARD
from quizapp.tui.widgets.page import Paragraph

if TYPE_CHECKING:
    from quizapp.domain.item import Response
    from quizapp.language import Language
    from quizapp.services.item_feedback import ItemFeedback
    from quizapp.services.results import ReviewedQuestion


def told(language: Language, feedback: ItemFeedback) -> list[Paragraph]:
    """Return what is told of a fixed answer: whether it is right first, then the key and why, as far as shown."""
    return [_verdict(language, feedback), *explained(language, _without_marks(feedback), shows_key=feedback.shows_key)]


def leave_dialog(language: Language, number: int, response: Response, missing: int) -> Confirm:
    """Return the question before an unanswered question is left where there is no way back."""
    say = language.say
    words = {"safe": say("feedback.back"), "step": say("feedback.leave_step")}
    foot = say("feedback.leave_keys", key="→")
    lines = [say("feedback.leave_note")]
    return Confirm(_title(language, number, response, missing), lines, **words, key=FORWARD, foot=foot)


def fix_dialog(language: Language, number: int, response: Response, missing: int, keys: str) -> Confirm:
    """Return the question before an answer is fixed that is none, or only a part of one."""
    say = language.say
    words = {"safe": say("feedback.back"), "step": say("feedback.fix_step")}
    foot = say("feedback.fix_keys", key="→" if keys == FORWARD else keys.upper())
    lines = [say("feedback.fix_note")]
    return Confirm(_title(language, number, response, missing), lines, **words, key=keys, foot=foot)


def _title(language: Language, number: int, response: Response, missing: int) -> str:
    code = "feedback.partly_title" if response else "feedback.empty_title"
    return language.say(code, number=number, count=missing)


def _verdict(language: Language, feedback: ItemFeedback) -> Paragraph:
    """Return the first line, marks in it where they are shown."""
    say, reviewed = language.say, feedback.reviewed
    parts = [say("feedback.fixed")]
    if not reviewed.response:
        parts.append(say("feedback.empty"))
    parts.append(say(f"feedback.{feedback.verdict}" if feedback.verdict else "feedback.nothing_shown"))
    if reviewed.marks is not None:
        parts.append(say("result.of_full", score=reviewed.marks, full=reviewed.question.marking.marks))
    return Paragraph(" | ".join(parts), kind="good" if feedback.verdict == "right" else "bad")


def _without_marks(feedback: ItemFeedback) -> ReviewedQuestion:
    """Return the review without its marks, which the first line tells already."""
    return replace(feedback.reviewed, marks=None)
