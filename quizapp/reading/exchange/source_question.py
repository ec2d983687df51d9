"""One question of a source, as its format read it, and in words what is doubted of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from quizapp.domain.item import Item, Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.text import brief
from quizapp.reading import native_words as words

if TYPE_CHECKING:
    from quizapp.language import Language


Verdict = Literal["imported", "doubtful", "refused"]

_NONE: Mapping[str, object] = MappingProxyType({})


class Reason(NamedTuple):
    """Why something is doubted, refused, left out or told: a code and values, which language says."""

    code: str
    values: Mapping[str, object] = _NONE


class SourceQuestion(NamedTuple):
    """One question of a source."""

    line: int
    """Of the source, or of its sheet, from 1."""
    text: str
    """As it stands in the source."""
    fields: Mapping[str, Value] = MappingProxyType({})
    """By the native fields' English names, `type` and `stem` among them; what the source does not say is absent."""
    doubts: tuple[Reason, ...] = ()
    refusal: Reason | None = None
    """Why it cannot be read at all."""
    sheet: str = ""

    @property
    def verdict(self) -> Verdict:
        if self.refusal is not None:
            return "refused"
        return "doubtful" if self.doubts else "imported"


class SourceRemark(NamedTuple):
    """What a reader tells besides: noise skipped, a hidden sheet, look-alike radicals replaced."""

    line: int
    reason: Reason
    sheet: str = ""


Fate = Literal["question", "heading", "noise", "unread"]
QuestionPart = Literal["", "stem", "option", "key", "label", "material"]


class LineFate(NamedTuple):
    """What became of one line of a source that is not blank; of a sheet, one row."""

    line: int
    """From 1; in Word the paragraph, which may have several lines."""
    fate: Fate
    text: str = ""
    """As it stands in the source."""
    questions: tuple[int, ...] = ()
    """The places, in the reading, of those it is a part of; a line of keys may be of many."""
    part: QuestionPart = ""
    """What the line begins with, where it is part of a question."""
    sheet: str = ""


class LineCounts(NamedTuple):
    """How many lines came to each fate; together they are all lines of the source that are not blank."""

    question: int = 0
    heading: int = 0
    noise: int = 0
    unread: int = 0

    @property
    def total(self) -> int:
        return sum(self)


KeyPlace = Literal["", "below", "inside", "end"]
GivenTo = Literal["before", "after", "own"]
GivenPart = Literal["stem", "option", "key", "rationale"]


class GivenLine(NamedTuple):
    """A line that somebody says is of the question before it, of the one after it, or begins one of its own."""

    line: int
    text: str
    """As it stands in the source."""
    to: GivenTo
    part: GivenPart = "stem"


class ReadingAid(NamedTuple):
    """What somebody who knows a source says of it; what is empty is learnt from the source itself."""

    number: str = ""
    """How its questions are numbered, with 1 for the number: `1.` for the usual ways, `题目1：`, `①`."""
    key_place: KeyPlace = ""
    """Whether keys stand below their questions, within them, or all at the end."""
    noise: frozenset[str] = frozenset()
    """Lines that belong to no question, as they stand."""
    kept: frozenset[str] = frozenset()
    """Lines that are no noise, though they come back."""
    keys: tuple[bytes, str] | None = None
    """The bytes and the name of another file, with the keys."""
    given: tuple[GivenLine, ...] = ()
    """Lines of which it is said what they are part of."""


NO_AID = ReadingAid()


class SourceReading(NamedTuple):
    """All that a source holds."""

    questions: tuple[SourceQuestion, ...]
    remarks: tuple[SourceRemark, ...] = ()
    lines: tuple[LineFate, ...] = ()
    """Of each line that is not blank, in the source's order; empty for a format that does not say."""
    shape: Reason | None = None
    """How the source is written, as far as that was learnt from it; a `ReadingAid` overrules it."""

    @property
    def line_counts(self) -> LineCounts:
        fates = [each.fate for each in self.lines]
        return LineCounts(
            question=fates.count("question"),
            heading=fates.count("heading"),
            noise=fates.count("noise"),
            unread=fates.count("unread"),
        )

    @property
    def unread(self) -> tuple[LineFate, ...]:
        """The lines that are part of nothing."""
        return tuple(each for each in self.lines if each.fate == "unread")


class LeftOut(NamedTuple):
    """What a format could not carry of an item; all of it where `is_whole`."""

    item: str
    reason: Reason
    is_whole: bool = False


WITHOUT_PLACE = ("rubric", "option_scores", "before", "deductions", "frame")
"""Own fields of types that say more than a question and its key, which texts and tables have no place for."""


def fields_without_place(item: Item) -> list[str]:
    """Return which of an item's own fields texts and tables have no place for."""
    names = [name for name in item.written() if name in WITHOUT_PLACE]
    return [*names, item.STAGES] if item.staged else names


def reason_text(reason: Reason, language: Language) -> str:
    """Return a doubt, a refusal or a remark as a sentence."""
    values = brief(reason.values)
    if "field" in values:
        values["field"] = field_name(str(values["field"]), language)
    return language.say(reason.code, **values)


_MOST_NAMED = 2
"""Lines left out that a shape's sentence names."""


def shape_text(shape: Reason, remarks: Iterable[SourceRemark], language: Language) -> str:
    """Return how a source is written in one sentence, with the lines that come back and were left out."""
    left = [remark.reason.values for remark in remarks if remark.reason.code == "import-page-line"]
    said = reason_text(Reason(shape.code, _shape_parts(shape, language)), language)
    if not left:
        return said
    texts = language.say("import-shape-parting").join(
        language.say("import-shape-line", text=_beginning(str(values["text"]))) for values in left[:_MOST_NAMED]
    )
    code = "import-shape-left" if len(left) <= _MOST_NAMED else "import-shape-left-more"
    return said.removesuffix(".") + language.say(code, lines=texts, count=len(left))


_LONGEST_NAMED = 20
"""Characters of a line that a shape's sentence names."""


def _beginning(text: str) -> str:
    return text if len(text) <= _LONGEST_NAMED else text[: _LONGEST_NAMED - 1] + "…"


def _shape_parts(shape: Reason, language: Language) -> dict[str, str]:
    """Return what a shape's sentence says of numbers and of options; a source may have neither."""
    number, option = str(shape.values["number"]), str(shape.values["option"])
    return {
        "number": language.say("import-shape-unnumbered" if number == "-" else "import-shape-numbers", number=number),
        "option": language.say("import-shape-no-options" if option == "-" else "import-shape-options", option=option),
    }


def field_name(name: str, language: Language) -> str:
    """Return a native field's name in a language."""
    if language.tongue == "en":
        return name
    owned = [field for kind in ITEM_TYPES.values() for field in kind.FIELDS]
    return words.chinese({**words.ITEM, **words.ASKING, **words.own(owned)}, name)


def value_text(name: str, value: Value, language: Language) -> str:
    """Return a field's value on one line, its fixed words in a language."""
    if isinstance(value, dict):
        parts = [f"{letter}.{value_text('', part, language)}" for letter, part in value.items()]
        return " ".join(parts)
    if isinstance(value, list):
        return "；".join(value_text("", part, language) for part in value)
    if language.tongue == "zh":
        vocabulary = {"difficulty": words.DIFFICULTY, "status": words.STATUS}.get(name)
        if vocabulary is not None:
            return words.chinese(vocabulary, value)
        if name == "type":
            return ITEM_TYPES[value].NAMES[0] if value in ITEM_TYPES else value
    return " ".join(value.split())
