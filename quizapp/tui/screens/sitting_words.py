"""What the question screen says about an attempt, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.domain.paper import Question
    from quizapp.language import Language
    from quizapp.services.sitting import Sitting
    from quizapp.tui.items.view import ItemView

MOST_NUMBERS = 12


class SittingWords:
    """The lines around a question."""

    def __init__(self, language: Language, sitting: Sitting) -> None:
        self._language = language
        self._sitting = sitting

    def where(self) -> str:
        """Return the first line: paper, name, unit, number."""
        started = self._sitting.saved.started
        parts = (self._sitting.form.paper.title, started.name, started.unit, started.candidate)
        return " | ".join(part for part in parts if part)

    def progress(self, question: Question) -> str:
        """Return the second line: section, question, marks, how many are answered, whether it is flagged."""
        attempt, say = self._sitting.attempt, self._language.say
        parts = [
            self._sitting.form.paper.sections[question.section].title,
            say("sitting.place", number=question.number, total=attempt.questions),
            say("sitting.marks", marks=question.marking.marks),
            say("sitting.answered", count=len(attempt.answered)),
        ]
        if question.number in attempt.flagged:
            parts.append(say("sitting.flagged"))
        return " | ".join(parts)

    def saved(self) -> str:
        """Return what the corner says: saved only where everything is on disk."""
        return self._language.say("sitting.not_saved" if self._sitting.unsaved else "sitting.saved")

    def trouble(self) -> str:
        """Return why something is unsaved, and that it is tried again; "" where all is well."""
        trouble, say = self._sitting.trouble, self._language.say
        if trouble is None:
            return ""
        short = f"unsaved.{trouble.code}"
        return say("sitting.unsaved", why=say(short) if self._language.knows(short) else self._language.error(trouble))

    def saved_now(self, now: datetime) -> str:
        """Return the answer to Ctrl+S."""
        if self._sitting.trouble is not None:
            return self.trouble()
        local = now.astimezone(self._language.zone)
        return self._language.say("sitting.saved_at", time=f"{local:%H:%M:%S}")

    def keys(self, view: ItemView, *, is_case: bool) -> tuple[tuple[str, str], ...]:
        """Return the key line for the question a view shows; a case's has its material in it."""
        say = self._language.say
        hint = view.short_hint() if is_case else view.hint()
        turn = view.turn_hint() if view.takes_text or not is_case else say("sitting.key_turn_short")
        return (
            *([(hint, "")] if hint else []),
            *([(say("key.material"), "fold")] if is_case else []),
            (say("key.flag"), "flag"),
            (say("key.sheet"), "sheet"),
            (say("key.hand_in"), "hand_in"),
            (turn, ""),
        )

    def sections(self) -> list[tuple[str, list[int]]]:
        """Return each section's title with the numbers of its questions."""
        form = self._sitting.form
        return [
            (section.title, [question.number for question in form.section_questions(place)])
            for place, section in enumerate(form.paper.sections)
        ]

    def hand_in_lines(self) -> list[str]:
        """Return what is unanswered and flagged, by number, and the time left."""
        attempt, say = self._sitting.attempt, self._language.say
        empty = [number for number in range(1, attempt.questions + 1) if number not in attempt.answered]
        lines = [
            say("hand_in.empty", count=len(empty), numbers=self._numbers(empty)) if empty else say("hand_in.all"),
        ]
        if attempt.flagged:
            flagged = sorted(attempt.flagged)
            lines.append(say("hand_in.flagged", count=len(flagged), numbers=self._numbers(flagged)))
        left = self._sitting.remaining()
        if left is not None:
            lines.append(say("hand_in.left", left=self._language.countdown(left)))
        lines.append(say("hand_in.final"))
        return lines

    def leave_note(self) -> str:
        """Return what leaving means: the clock goes on; and what is not on disk would be lost."""
        return self._language.say("leave.unsaved" if self._sitting.unsaved else "leave.note")

    def _numbers(self, numbers: list[int]) -> str:
        texts = [str(number) for number in numbers] if len(numbers) <= MOST_NUMBERS else _runs(numbers)
        shown = self._language.say("word.comma").join(texts[:MOST_NUMBERS])
        return shown + (self._language.say("hand_in.and_more") if len(texts) > MOST_NUMBERS else "")


def _runs(numbers: list[int]) -> list[str]:
    """Return ascending numbers with those that follow one another as `2-50`."""
    firsts = [number for number in numbers if number - 1 not in numbers]
    lasts = [number for number in numbers if number + 1 not in numbers]
    return [str(first) if first == last else f"{first}-{last}" for first, last in zip(firsts, lasts, strict=True)]
