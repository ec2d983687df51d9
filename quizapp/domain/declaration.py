"""How a question type says what its author may write: the reader, the schema and the guide read it here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

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
]
"""From `options` on only a type can say what an author wrote: it is given as it is."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field that a type's items have beside those that all items have."""

    name: str
    chinese: str
    shape: Shape
    """`number` is a non-negative decimal or a share such as 1/3; `flag` is true or false; `list` may be a text too."""
    required: bool = False
    fields: tuple[Field, ...] = ()
    """Of a `list` of maps: the fields each map has; `read` finds them by their English names."""
    least: int = 0
    """Of a `map` and of `options`: how many there must be; of a `number`, where not 0: it is above 0."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way of marking a type's responses."""

    name: str
    chinese: str


Fields: TypeAlias = Mapping[str, Value]
