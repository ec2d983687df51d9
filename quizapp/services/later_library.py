"""A library made when it is first asked something: many a command never needs it, and its readers load slowly."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.domain.bank import ItemBank
    from quizapp.domain.fault import Fault
    from quizapp.services.ports import Library
    from quizapp.services.records import Sourced


class LaterLibrary:
    """Stands for the library that `make` returns."""

    def __init__(self, make: Callable[[], Library]) -> None:
        self._make = make

    @cached_property
    def _library(self) -> Library:
        return self._make()

    def forget(self) -> None:
        """Have it made anew when it is next asked something: a file was changed."""
        self.__dict__.pop("_library", None)

    def papers(self) -> tuple[Sourced, ...]:
        """Every paper file, in order of paths; reads no bank."""
        return self._library.papers()

    def banks(self) -> tuple[Sourced, ...]:
        """Every bank file, in order of paths."""
        return self._library.banks()

    def paper(self, wanted: str) -> Sourced:
        """Return the paper of that id, title or path. Raises CalledWrongly."""
        return self._library.paper(wanted)

    def bank(self, wanted: str) -> Sourced:
        """Return the bank of that id, title or path. Raises CalledWrongly."""
        return self._library.bank(wanted)

    def item_banks(self) -> tuple[ItemBank, ...]:
        """All banks without errors, in order of paths."""
        return self._library.item_banks()

    def topics(self) -> Mapping[str, str]:
        """Titles of all topics of the pool's courses, by id."""
        return self._library.topics()

    def faults(self, paths: Sequence[str] = ()) -> tuple[Fault, ...]:
        """All faults of the given files and folders, or of the whole pool. Raises CalledWrongly."""
        return self._library.faults(paths)
