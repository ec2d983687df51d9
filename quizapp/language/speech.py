"""One language at work: codes and values in, sentences out."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from quizapp.domain.errors import Fault, Faulty, QuizError
from quizapp.domain.exact_numbers import shown
from quizapp.domain.text import brief
from quizapp.language.catalogues import catalogues, guide

if TYPE_CHECKING:
    from quizapp.language.entries import GuidePage

Tongue = Literal["zh", "en"]


class Language:
    """Says codes in one tongue, times in one zone."""

    def __init__(self, tongue: Tongue = "zh", zone: tzinfo | None = None) -> None:
        """Make a language; `zone` None is the machine's own."""
        self.tongue = tongue
        self.zone = zone

    def say(self, code: str, /, **values: object) -> str:
        """Return the sentence of a code. Raises KeyError where no catalogue has it."""
        both = _find(code)
        template = both[0] if self.tongue == "zh" else both[1]
        said = {name: self.value(value) for name, value in values.items()}
        dated = {f"{name}_dated": self.dated(value) for name, value in values.items() if isinstance(value, datetime)}
        return template.format_map({**said, **dated})

    def knows(self, code: str) -> bool:
        """Return whether a catalogue has that code."""
        try:
            _find(code)
        except KeyError:
            return False
        return True

    def guide(self, screen: str) -> GuidePage:
        """Return what the guides say of a screen, the trainee's first. Raises KeyError for one they do not treat."""
        return guide(screen)[screen][0 if self.tongue == "zh" else 1]

    def guide_screens(self, about: str = "home") -> tuple[str, ...]:
        """Return the screens that the guide treats which treats one, in its order.

        Raises KeyError for a screen that none treats.
        """
        return tuple(guide(about))

    def error(self, error: QuizError) -> str:
        """Return what went wrong, in words."""
        counted = {"count": len(error.faults)} if isinstance(error, Faulty) else {}
        return self.say(error.code, **counted, **brief(error.values))

    def fault(self, fault: Fault) -> str:
        """Return a fault as FILE:LINE:COLUMN: error|warning CODE: text."""
        text = self.say(fault.code, **fault.values)
        where = f"{fault.file}:{fault.line}:{fault.column}"
        return f"{where}: {fault.severity} {fault.code}: {text}"

    def value(self, value: object) -> str:
        """Return one value as people read it."""
        match value:
            case str() | int():
                return str(value)
            case datetime():
                return self.instant(value)
            case timedelta():
                return self.duration(value)
            case QuizError():
                return self.error(value)
            case Fraction():
                return self.marks(value)
        return str(value)

    def marks(self, marks: Fraction) -> str:
        """Return marks rounded half up to at most two decimals."""
        return f"{shown(marks):f}"

    def instant(self, instant: datetime) -> str:
        """Return a time of a day in the reader's zone, without the year."""
        local = instant.astimezone(self.zone)
        if self.tongue == "zh":
            return f"{local.month}月{local.day}日 {local:%H:%M}"
        return f"{local:%b} {local.day} {local:%H:%M}"

    def dated(self, instant: datetime) -> str:
        """Return a time of a day with its year, as sentences name it whose code says `{…_dated}`."""
        local = instant.astimezone(self.zone)
        if self.tongue == "zh":
            return f"{local.year}年{local.month}月{local.day}日 {local:%H:%M}"
        return f"{local:%b} {local.day} {local.year} {local:%H:%M}"

    def duration(self, length: timedelta) -> str:
        """Return a length in words: 1 小时 30 分钟, 41 分 07 秒."""
        seconds = length // timedelta(seconds=1)
        hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
        if self.tongue == "zh":
            if rest:
                return f"{hours} 小时 {minutes} 分 {rest} 秒" if hours else _zh_minutes(minutes, rest)
            return _joined((hours, "小时"), (minutes, "分钟"))
        return _joined((hours, "h"), (minutes, "min"), (rest, "s"))

    def countdown(self, left: timedelta) -> str:
        """Return time left as 00:41:07, a part of a second counted whole, so that it never shows zero too soon."""
        seconds = -(-left // timedelta(seconds=1))
        return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _zh_minutes(minutes: int, seconds: int) -> str:
    return f"{minutes} 分 {seconds:02d} 秒" if minutes else f"{seconds} 秒"


def _joined(*parts: tuple[int, str]) -> str:
    given = [f"{number} {unit}" for number, unit in parts if number]
    return " ".join(given) or f"0 {parts[-1][1]}"


def _find(code: str) -> tuple[str, str]:
    for catalogue in catalogues(code):
        if code in catalogue:
            return catalogue[code]
    raise KeyError(code)
