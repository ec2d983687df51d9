"""One question: what its author may write of it, and what every question type must do.

A type reads its own fields, takes a typed answer and says what share it earns; the reader of banks, the schema and the
guide take from it what there is to write.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import ClassVar, Literal, TypeAlias

from quizapp.domain.answer_key import AnswerTable, KeyParts

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
"""What an author wrote, without its places: texts, lists and maps of them."""

Path: TypeAlias = tuple["str | int", ...]
"""Where in an item a value stands: ("key",), ("options", 2), ("options", "C")."""

Report: TypeAlias = Callable[..., None]
"""report(path, code, **values): an error at a path; report(path, code, warning=True, …): a warning."""

Shape = Literal[
    "text",
    "number",
    "flag",
    "list",
    "map",
    "options",
    "letter",
    "letters",
    "truth",
    "blanks",
    "quantity",
    "tolerance",
    "scores",
    "range",
    "text_lists",
]
"""From `options` on only a type can say what an author wrote: it is given as it is, a `range` as a text.

`text_lists` is a map of names to a text or a list of texts.
"""


@dataclass(frozen=True, slots=True)
class ItemField:
    """One field that a type's items have beside those that all items have."""

    name: str
    chinese: str
    shape: Shape
    """`number` is a non-negative decimal or a share such as 1/3; `flag` is true or false; `list` may be a text too;
    `range` is a number, or from one to another."""
    required: bool = False
    unless: str = ""
    """The field that may stand in its place where it is required."""
    fields: tuple[ItemField, ...] = ()
    """Of a `list` of maps: the fields each map has; `read` finds them by their English names."""
    least: int = 0
    """Of a map, a list of maps and `options`: how many there must be; of a `number`, where not 0: it is above 0."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way of marking a type's responses."""

    name: str
    chinese: str


Fields: TypeAlias = Mapping[str, Value]


Response: TypeAlias = tuple[str, ...]
"""What a candidate gave; empty is no response. Choices are the bank's letters, whatever the form shows."""

INVALID: Response = ("?",)
"""A response that is wrong whatever the question: on paper, an answer that cannot be read."""

Difficulty = Literal["", "easy", "medium", "hard"]
Status = Literal["draft", "ready", "retired"]

Room = Literal["letter", "letters", "truth", "order", "pairs", "cells", "places", "blanks", "number", "text"]
"""What is left free on paper for an answer; `cells` and `places` are those of its answer table."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

ALL, NOTHING = Fraction(1), Fraction(0)
"""The shares that nearly every response earns: to make one anew takes longer than to look whether it is right."""

BY_SCORES = Scheme("option_scores", "按选项得分")
"""How items are marked whose options have scores of their own, whatever is asked for; no author chooses it."""

FULL_FOR_ALL = "full_for_all"
"""The scheme of a question that was corrected to give its marks to everybody; no author's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """How one response is turned into a share of its marks."""

    scheme: str
    marks: Fraction
    """What the question is worth, in marks."""
    option_marks: Fraction | None = None
    """Marks for each right option, where the scheme is `per_option`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(ABC):
    """One question as its author wrote it. Fields in `SECRETS` are empty where a machine must not know them."""

    id: str
    stem: str
    topic: str = ""
    difficulty: Difficulty = ""
    rationale: str = ""
    feedback: tuple[tuple[str, str], ...] = ()
    """Why an option is wrong or right: pairs of a bank letter and a text."""
    marks: Fraction = Fraction(1)
    marking: str = ""
    """The author's scheme; empty is the type's first."""
    option_marks: Fraction | None = None
    tags: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    """Ids of items, and names of groups, none of which ever stands in one form with it."""
    source: str = ""
    status: Status = "ready"
    keep_order: bool = False
    allow: tuple[str, ...] = ()

    TYPE: ClassVar[str]
    NAMES: ClassVar[tuple[str, ...]]
    """The type's names in Chinese, the usual one first."""
    SCHEMES: ClassVar[tuple[Scheme, ...]]
    """How it may be marked, the default first."""
    FIELDS: ClassVar[tuple[ItemField, ...]]
    """What its author writes beside the common fields."""
    LATER: ClassVar[tuple[str, ...]] = ("apart",)
    """Fields that forms did not always have: left out of one where they say nothing, its bytes stay as they were."""
    SECRETS: ClassVar[tuple[str, ...]] = ("key", "rationale", "feedback")
    """What a candidate may not see before the keys are published."""
    PENALISABLE: ClassVar[bool] = False
    """Whether a section's penalty applies: choice and true/false only."""
    ALWAYS_SHUFFLED: ClassVar[bool] = False
    """Whether its choices are never shown in the bank's order, which gives the key away."""
    NEEDS_PERSON: ClassVar[bool] = False
    """Whether a response waits for a person's marks."""
    IS_SIGN: ClassVar[bool] = False
    """Whether one letter, or one of 对 and 错, is a whole answer."""
    ROOM: ClassVar[Room] = "text"
    """What it is answered with on paper, which is left free there."""
    LEFT: ClassVar[str] = "pairs"
    """The field that its left side is written in."""
    KEY_GROWS: ClassVar[bool] = False
    """Whether an answer that is accepted too joins the key, so that the latest key is the whole one."""
    ASKS: ClassVar[str] = "stem"
    """The field that says what is asked, which every item must have."""
    ASKS_WITH: ClassVar[str] = ""
    """The pattern of what must stand in it; "" for nothing."""
    PARTS: ClassVar[str] = ""
    """The field with items of its own that are answered in its place; "" for what is answered itself."""
    STAGES: ClassVar[str] = ""
    """The field that has these items in stages, each with its material, in place of both; "" for none."""

    @classmethod
    @abstractmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:
        """Return the type's own fields as arguments of the class, or None with faults reported."""

    @classmethod
    def name_over(cls, key: Value) -> str:  # noqa: ARG003  # a type with several names looks
        """Return the type's name in Chinese that an author writes over a key."""
        return cls.NAMES[0]

    @abstractmethod
    def written(self) -> dict[str, Value]:
        """Return the type's own fields as an author writes them, so that `read` gives them back; none that is empty."""

    @property
    def parts(self) -> tuple[Item, ...]:
        """The items answered in its place, in order; () for what is answered itself."""
        return ()

    @property
    def staged(self) -> tuple[tuple[str, tuple[Item, ...]], ...]:
        """What is told in each of its stages, and the parts asked about it; () where all is told at once."""
        return ()

    def with_parts(self, parts: tuple[Item, ...]) -> Item:
        """Return the same with other parts, where it has any."""
        return replace(self, **{self.PARTS: parts}) if self.PARTS else self  # type: ignore[arg-type]  # its own field

    @property
    def asked(self) -> tuple[Item, ...]:
        """What is answered: its parts, or itself."""
        return self.parts or (self,)

    def stage_of(self, part: int) -> int:  # noqa: ARG002  # what unfolds looks
        """Return the stage that one of its parts belongs to, both from 0."""
        return 0

    def material_for(self, part: int) -> str:  # noqa: ARG002
        """Return what is told beside one of its parts, from 0; "" for what has none."""
        return self.stem if self.parts else ""

    def is_among(self, ids: AbstractSet[str]) -> bool:
        """Return whether its own id or one of its parts' is among some."""
        return self.id in ids or any(part.id in ids for part in self.parts)

    @property
    def choices(self) -> tuple[str, ...]:
        """What a form may put in another order, as texts in the bank's order; empty where there is nothing."""
        return ()

    @property
    def authored(self) -> tuple[int, ...]:
        """The positions of the choices in their author's order, which a bank's letters go by; () where they stand so.

        Known only where the keys are: an author's order may tell of them.
        """
        return ()

    def laid_out(self) -> Item:
        """Return the same with its choices in an order that says nothing of the key: forms are kept without keys."""
        return self

    def bare(self) -> Item:
        """Return the same without its author's notes, which no candidate is shown and which may tell of the key."""
        return replace(self, tags=(), apart=(), source="", allow=())

    @property
    def left_side(self) -> tuple[str, ...]:
        """What a form numbers on the left, each to be given one of the choices; empty where nothing is paired."""
        return ()

    @property
    def exhibit(self) -> tuple[str, ...]:
        """What stands beneath the stem and belongs to the question, in paragraphs: a document, a table's columns."""
        return ()

    @property
    def answer_table(self) -> AnswerTable | None:
        """The cells that an answer is made of; None where it is right or wrong as a whole, or by choices or blanks."""
        return None

    def right_cells(self, response: Response) -> tuple[bool, ...]:  # noqa: ARG002  # a type with a table looks
        """Return which cells of its answer table a response has right, row by row. Needs the key."""
        return ()

    @property
    def is_in_signs(self) -> bool:
        """Whether a typed answer is letters and digits that say the same without blanks between them."""
        return bool(self.choices or self.letters)

    def could_be_given(self, response: Response) -> bool:
        """Return whether a response names nothing but what is there, where there is anything to name."""
        return not self.choices or response == INVALID or set(response) <= {"", *LETTERS[: len(self.choices)]}

    @property
    def letters(self) -> tuple[str, ...]:
        """What a response chooses one or some of, as responses have it; () where nothing is chosen."""
        return tuple(LETTERS[: len(self.choices)]) if self.ROOM in ("letter", "letters") else ()

    @property
    def blanks(self) -> int:
        """How many texts a whole response has, one for each blank of the stem; 0 where there are none."""
        return 0

    @property
    def frame_asked(self) -> tuple[str, ...]:
        """The parts of a document that a response fills in, one text for each; () where it is one text."""
        return ()

    @property
    def unit_asked(self) -> str:
        """What stands behind the number that is asked for; "" for nothing."""
        return ""

    def own_texts(self) -> Iterator[tuple[Path, str]]:
        """Give the texts that people read in the type's own fields, its choices and left side apart."""
        yield from ()

    @property
    @abstractmethod
    def has_key(self) -> bool:
        """Whether this machine knows the key, so that responses can be marked."""

    @property
    def can_be_judged(self) -> bool:
        """Whether an answer can be called right: by the key, or by a person beside something to compare it with."""
        return self.has_key

    @property
    def one_key(self) -> str:
        """The one of its `letters` that is right; "" where it may be several, or none is known."""
        return ""

    @abstractmethod
    def fraction(self, response: Response, marking: Marking) -> Fraction | None:
        """Return the share earned, within [0, 1]; None where only a person can say. Needs the key."""

    @abstractmethod
    def key_response(self) -> Response | None:
        """Return a response that earns full marks; None where only a person can say."""

    def key_parts(self, order: tuple[int, ...]) -> KeyParts:
        """Return what is right, part by part, on a form with its choices in `order`."""
        response = self.key_response() if self.has_key else None
        return KeyParts(answer="" if response is None else self.describe(response, order))

    def accepted_texts(self, place: int) -> tuple[str, ...]:  # noqa: ARG002  # a type with blanks looks
        """Return the texts that are right in the blank at `place`, from 0."""
        return ()

    @abstractmethod
    def keyed(self, response: Response) -> Item | None:
        """Return the same item with the key that a response gives in full; None where it can be no key."""

    def taking(self, other: Item, key: Response) -> Item | None:  # noqa: ARG002  # a type whose key is more looks
        """Return the same item with the key of another edition of it, which `key` is in this one's letters."""
        return self.keyed(key)

    def accepting(self, response: Response) -> Item | None:
        """Return an item whose key counts beside this one's, so that `response` is right too; None where it cannot."""
        return self.keyed(response)

    @abstractmethod
    def parse(self, text: str, order: tuple[int, ...]) -> Response:
        """Return the response that a typed answer means on a form with its choices in `order`.

        `order[i]` is the bank's position of what the form shows at position i; () is the bank's own order.
        Raises InvalidAnswer where the text means nothing.
        """

    @abstractmethod
    def describe(self, response: Response, order: tuple[int, ...]) -> str:
        """Return the typed answer that means `response` on that form; "" for no response."""

    def scheme(self, wanted: str) -> str:
        """Return `wanted` where this type knows it, else the author's scheme, else the type's default."""
        known = [scheme.name for scheme in self.SCHEMES]
        for name in (wanted, self.marking):
            if name in known:
                return name
        return known[0]


def trimmed(parts: Response) -> Response:
    """Return a response without open parts at its end, so that nothing given is ()."""
    while parts and not parts[-1]:
        parts = parts[:-1]
    return parts
