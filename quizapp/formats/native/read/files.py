"""What reading one file of the pool gives: the thing itself, its faults, and where its parts stand.

Named tuples, as a dataclass takes a good part of a millisecond to define and papers are listed at every start.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from quizapp.domain.banks.bank import Course, ItemBank
from quizapp.domain.errors import Fault
from quizapp.domain.item import Path as Place
from quizapp.domain.papers.paper import Paper
from quizapp.reading.yaml.source import Source

Places: TypeAlias = Mapping[Place, tuple[int, int]]
"""Lines and columns of a file's parts, such as of ("sections", 0, "draw", "banks", 1)."""


class BankFile(NamedTuple):
    """A bank as its file has it."""

    path: Path
    file: str
    bank: ItemBank | None
    faults: tuple[Fault, ...]
    source: Source | None = None
    id_at: int = 0
    """The index of the bank's id in its source."""
    places: tuple[tuple[int, int], ...] = ()
    """For every item, those of cases too, the indexes of its id and its topic; of itself where it has none."""
    has_course: bool = False
    """Whether the author named a course."""


class CourseFile(NamedTuple):
    """A course as its file has it."""

    path: Path
    file: str
    course: Course | None
    faults: tuple[Fault, ...]
    id_place: tuple[int, int] = (1, 1)


class PaperFile(NamedTuple):
    """A paper as its file has it, banks, topics and items still named as the author named them."""

    path: Path
    file: str
    paper: Paper | None
    faults: tuple[Fault, ...]
    places: Places = MappingProxyType({})
