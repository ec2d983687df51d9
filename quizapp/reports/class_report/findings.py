"""What a report says, as data: sentences by their codes and values, tables, one drawing. Writers give it a shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from quizapp.reports.analysis_sentences import place, sentence
from quizapp.reports.class_report.days import Day, Period

if TYPE_CHECKING:
    from fractions import Fraction

    from quizapp.domain.analysis.analysing import ItemStatistics
    from quizapp.language import Language


class Sayable(Protocol):
    """Something that is a sentence once the language is known."""

    def told(self, language: Language) -> str:
        """Return it in words."""
        ...


@dataclass(frozen=True, slots=True)
class Said:
    """A code of the catalogue with its values, which may be sayable themselves."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)

    def told(self, language: Language) -> str:
        return language.say(self.code, **{name: told(value, language) for name, value in self.values.items()})


@dataclass(frozen=True, slots=True)
class Joined:
    """Several, one after the other, with what the catalogue puts between."""

    parts: tuple[object, ...]
    between: str = "report.next"

    def told(self, language: Language) -> str:
        return language.say(self.between).join(told(part, language) for part in self.parts)


@dataclass(frozen=True, slots=True)
class ItemSaid:
    """What the analysis says of an item."""

    item: ItemStatistics
    may_show_options: bool

    def told(self, language: Language) -> str:
        said = sentence(self.item, language, with_options=self.may_show_options)
        return language.say("analysis.line", place=place(self.item, language), said=said)


@dataclass(frozen=True, slots=True)
class Decimals:
    """A number with so many places at most; nothing where it could not be computed."""

    value: float | None
    places: int = 2

    def told(self, language: Language) -> str:
        from fractions import Fraction

        if self.value is None:
            return language.say("analysis.unknown")
        return language.marks(Fraction(f"{self.value:.{self.places}f}"))


Text: TypeAlias = "str | int | Fraction | Sayable"
"""A text of the data, a number, marks, or what is said by code."""


def told(value: object, language: Language) -> str:
    """Return a value as people read it."""
    if isinstance(value, Said | Joined | ItemSaid | Decimals | Day | Period):
        return value.told(language)
    return "" if value is None else language.value(value)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column."""

    text: Text
    side: Literal["left", "right", "center"] = "left"
    share: int = 1
    """How wide the column is beside the others."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; every row has a cell for each head."""

    heads: tuple[Head, ...]
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
class Section:
    """A numbered part."""

    title: Said
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """One paper's, or the first page's of several."""

    title: Text
    above: Text = ""
    """The class, where it has a title."""
    facts: tuple[Text, ...]
    """What stands beneath the title: organiser, dates, how sure it is."""
    sections: tuple[Section, ...]
    signed: tuple[Text, ...] = ()
    """Whose names are put beneath it by hand."""
    appendix: Section | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFindings:
    """All of a file."""

    title: Text
    chapters: tuple[Findings, ...]
