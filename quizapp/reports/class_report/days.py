"""Days and spans of time, told in the reader's zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.language import Language


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its year, and the time of day where it is an instant."""

    when: date

    def told(self, language: Language) -> str:
        local = _local(self.when, language)
        day = _day(local, language)
        return f"{day} {local:%H:%M}" if isinstance(local, datetime) else day


@dataclass(frozen=True, slots=True)
class Period:
    """From one instant to another; a day that both are on is told once."""

    begins: datetime
    ends: datetime

    def told(self, language: Language) -> str:
        begins, ends = _local(self.begins, language), _local(self.ends, language)
        if (begins.year, begins.month, begins.day) != (ends.year, ends.month, ends.day):
            return language.say("report.from_to", begins=Day(begins).told(language), ends=Day(ends).told(language))
        first, last = f"{begins:%H:%M}", f"{ends:%H:%M}"
        if first == last:
            return Day(begins).told(language)
        return language.say("report.within_day", day=_day(begins, language), begins=first, ends=last)


def _local(when: date, language: Language) -> date:
    return when.astimezone(language.zone) if isinstance(when, datetime) else when


def _day(local: date, language: Language) -> str:
    month = str(local.month) if language.tongue == "zh" else f"{local:%b}"
    return language.say("report.day", year=local.year, month=month, day=local.day)
