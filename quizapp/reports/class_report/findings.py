"""What a report says, as data: sentences by their codes and values, days, tables, one drawing, names.

Also from how many people on something can be said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from quizapp.reports.analysis_sentences import place, sentence

if TYPE_CHECKING:
    from fractions import Fraction

    from quizapp.domain.analysis.analysis import ItemStatistics
    from quizapp.language import Language


FEWEST = 5
"""People below whom no share, no mean that others read, and no place among units is told."""
MANY = 100
"""People from whom on a share is firm enough to stand alone: its 95 % interval is within ten per cent either side."""
THIN = 3
"""Questions below which a topic's share says little."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its year, and the time of day where it is an instant."""

    when: date

    def in_words(self, language: Language) -> str:
        local = _local(self.when, language)
        day = _day(local, language)
        return f"{day} {local:%H:%M}" if isinstance(local, datetime) else day


@dataclass(frozen=True, slots=True)
class Period:
    """From one instant to another; a day that both are on is told once."""

    begins: datetime
    ends: datetime

    def in_words(self, language: Language) -> str:
        begins, ends = _local(self.begins, language), _local(self.ends, language)
        if (begins.year, begins.month, begins.day) != (ends.year, ends.month, ends.day):
            return language.say(
                "report.from_to", begins=Day(begins).in_words(language), ends=Day(ends).in_words(language)
            )
        first, last = f"{begins:%H:%M}", f"{ends:%H:%M}"
        if first == last:
            return Day(begins).in_words(language)
        return language.say("report.within_day", day=_day(begins, language), begins=first, ends=last)


def _local(when: date, language: Language) -> date:
    return when.astimezone(language.zone) if isinstance(when, datetime) else when


def _day(local: date, language: Language) -> str:
    month = str(local.month) if language.tongue == "zh" else f"{local:%b}"
    return language.say("report.day", year=local.year, month=month, day=local.day)


class Sayable(Protocol):
    """Something that is a sentence once the language is known."""

    def in_words(self, language: Language) -> str:
        """Return it in words."""
        ...


@dataclass(frozen=True, slots=True)
class Said:
    """A code of the catalogue with its values, which may be sayable themselves."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)

    def in_words(self, language: Language) -> str:
        return language.say(self.code, **{name: in_words(value, language) for name, value in self.values.items()})


@dataclass(frozen=True, slots=True)
class Joined:
    """Several, one after the other, with what the catalogue puts between."""

    parts: tuple[object, ...]
    between: str = "report.next"

    def in_words(self, language: Language) -> str:
        return language.say(self.between).join(in_words(part, language) for part in self.parts)


@dataclass(frozen=True, slots=True)
class ItemSaid:
    """What the analysis says of an item."""

    item: ItemStatistics
    may_show_options: bool

    def in_words(self, language: Language) -> str:
        said = sentence(self.item, language, with_options=self.may_show_options)
        return language.say("analysis.line", place=place(self.item, language), said=said)


@dataclass(frozen=True, slots=True)
class Decimals:
    """A number with so many places at most; nothing where it could not be computed."""

    value: float | None
    places: int = 2

    def in_words(self, language: Language) -> str:
        if self.value is None:
            return language.say("analysis.unknown")
        return language.marks(Fraction(f"{self.value:.{self.places}f}"))


Text: TypeAlias = "str | int | Fraction | Sayable"
"""A text of the data, a number, marks, or what is said by code."""


def in_words(value: object, language: Language) -> str:
    """Return a value as people read it."""
    if isinstance(value, Said | Joined | ItemSaid | Decimals | Day | Period):
        return value.in_words(language)
    return "" if value is None else language.value(value)


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """The head of a column."""

    text: Text
    side: Literal["left", "right", "center"] = "left"
    share: int = 1
    """How wide the column is beside the others."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; every row has a cell for each head."""

    heads: tuple[ColumnHead, ...]
    rows: tuple[tuple[Text | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the drawing."""

    low: Fraction
    high: Fraction
    count: int
    is_passed: bool
    """Whether all of it is at or above the pass mark."""


@dataclass(frozen=True, slots=True)
class Chart:
    """How many scores lie where."""

    title: Said
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Sub:
    """A head of the second order."""

    title: Text


@dataclass(frozen=True, slots=True)
class People:
    """Names, one after the other."""

    names: tuple[Text, ...]


Part: TypeAlias = "Sayable | Grid | Chart | Sub | People"


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A numbered part."""

    title: Said
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChapter:
    """One paper's, or the first page's of several."""

    title: Text
    above: Text = ""
    """The class, where it has a title."""
    facts: tuple[Text, ...]
    """What stands beneath the title: organiser, dates, how sure it is."""
    sections: tuple[ReportSection, ...]
    signed: tuple[Text, ...] = ()
    """Whose names are put beneath it by hand."""
    appendix: ReportSection | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassReport:
    """All of a file."""

    title: Text
    chapters: tuple[ReportChapter, ...]
