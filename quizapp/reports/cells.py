"""What the reports share: a table's cells as texts, in the reader's language and zone."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from quizapp.language import Language
from quizapp.services.book.score_table import AnyColumn, Cell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.domain.attempt.decisions import EssayMarked
    from quizapp.domain.decisions.notes import ScoreNote


def head(column: AnyColumn, language: Language) -> str:
    """Return a column's head: a title as it is, else the word for it."""
    return column.name if column.is_titled else language.say(f"column.{column.name}")


def text(cell: Cell, column: AnyColumn, language: Language) -> str:
    """Return a cell as a text: times local, trailing zeros dropped, words in Chinese, or as JSON has them."""
    if column.kind == "notes":
        return notes(cell, language) if cell and isinstance(cell, tuple) else ""
    if cell is None or cell == "":
        return ""
    if column.kind == "flag":
        return language.say("word.yes" if cell else "word.no")
    if column.kind == "word":
        return language.say(f"word.{cell}") if language.tongue == "zh" else str(cell)
    if column.kind == "instant":
        return local_time(str(cell), language)
    return f"{cell:.10g}" if isinstance(cell, float) else str(cell)


def notes(given: tuple[ScoreNote, ...], language: Language) -> str:
    """Return notes as sentences in one line, each with the attempt it is about where that must be said."""
    return language.say("note.between").join(_note(one, language) for one in given)


def _note(one: ScoreNote, language: Language) -> str:
    """Return one note; None is marks that were not given yet, and a reason that was not given leaves nothing behind."""
    values = {name: _value(value, language) for name, value in one.values.items()}
    said = language.say(f"note.{one.code}", **values)
    if values.get("why"):
        code = "note.because_by" if values.get("who") else "note.because"
        said = language.say(code, note=said, why=values["why"], who=values.get("who", ""))
    if values.get("unproved"):
        said = language.say("note.unproved", note=said)
    return language.say("note.of_attempt", number=one.number, note=said) if one.number else said


def _value(value: object, language: Language) -> object:
    if isinstance(value, tuple):
        return language.say("word.comma").join(map(str, value))
    return language.say("note.unmarked") if value is None else value


class LocalTimes(dict[str, str]):
    """Local times of many instants: the calendar is asked once for each minute; no zone is off by less than one."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, minute: str) -> str:
        self[minute] = local_time(f"{minute}:00Z", self._language)[:-2]
        return self[minute]

    def of(self, instant: str) -> str:
        """Return an instant of the score book, which is in UTC, as `local_time` does."""
        return self[instant[:16]] + instant[17:19]


def local_time(instant: str, language: Language) -> str:
    """Return an instant of the score book as 2026-12-01 09:00:03 in the reader's zone."""
    return f"{datetime.fromisoformat(instant).astimezone(language.zone):%Y-%m-%d %H:%M:%S}"


def markings(given: Iterable[EssayMarked], language: Language) -> str:
    """Return what each of an essay's markers gave."""
    told = (language.say("marking.given_by", by=one.by, marks=one.marks) for one in given)
    return language.say("word.comma").join(told)
