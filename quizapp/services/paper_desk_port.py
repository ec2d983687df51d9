"""The paper files of the pool, as a desk that papers are written at: the port."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.domain.fault import Fault
    from quizapp.domain.paper import Paper

Title = Callable[[int, str], str]
"""Returns the usual title of a section by its place from 0 and its type."""


class OpenPaper(NamedTuple):
    """A paper's file as it was read or written here."""

    path: Path
    paper: Paper
    digest: str
    """Of its bytes, so that what somebody else writes meanwhile is noticed."""


class ListedPaper(NamedTuple):
    """A paper that can be opened for change, or not."""

    path: Path
    title: str
    is_ours: bool
    """Whether writing it anew would lose nothing: no comment, no layout of somebody's own."""


class PaperDesk(Protocol):
    """The paper files of the pool. All of it waits for the disk: call it off the event loop."""

    @property
    def folder(self) -> Path:
        """Where new papers go."""
        ...

    def listed(self) -> tuple[ListedPaper, ...]:
        """Return the papers of the pool that are read without faults."""
        ...

    def open(self, path: Path) -> OpenPaper:
        """Return a paper to change. Raises Refused where to write it anew would lose something, Faulty."""
        ...

    def free_id(self, wanted: str) -> str:
        """Return an id that no paper has, like the wanted one."""
        ...

    def rule_faults(self, paper: Paper) -> tuple[Fault, ...]:
        """Return what a paper's file would have for faults by itself, whatever the banks have."""
        ...

    def save(self, paper: Paper, before: OpenPaper | None, tongue: Literal["zh", "en"]) -> OpenPaper:
        """Write a paper, as a new file or in place of one that was opened.

        Raises Refused where the id is none, or another paper's; where a file is in the way, or was changed meanwhile;
        MachineRefused.
        """
        ...

    def faults(self, path: Path) -> tuple[Fault, ...]:
        """Return all faults of a paper's file, those with the banks among them."""
        ...
