"""Questions from elsewhere being looked through, and the files that they may come from.

Doubted ones are mended on the spot or left out.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeAlias
from urllib.parse import unquote

from quizapp.domain.item import Value
from quizapp.reading.exchange.source_question import (
    NO_AID,
    LineFate,
    ReadingAid,
    Reason,
    SourceQuestion,
    SourceReading,
    Verdict,
)
from quizapp.services.exchange.import_fields import build
from quizapp.services.exchange.line_review import Doubted
from quizapp.services.exchange.source_memory import ImportWishes, Take


class BatchQuestion(NamedTuple):
    """One question of the source."""

    question: SourceQuestion
    doubts: tuple[Reason, ...] = ()
    """The reader's, and those of its type."""
    is_mended: bool = False
    said: Mapping[str, Value] | None = None
    """What the source itself says, where it was mended."""
    is_left: bool = False
    """Whether it is not to be brought in."""

    @property
    def verdict(self) -> Verdict:
        if self.question.refusal is not None:
            return "refused"
        return "doubtful" if self.doubts else "imported"

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why it is doubted or refused."""
        return self.doubts if self.question.refusal is None else (self.question.refusal,)

    @property
    def doubted_field(self) -> str:
        """The field that the first doubt is about that is about one; "" where none is."""
        return next((field for field in map(_field_of, self.doubts) if field), "")

    @property
    def is_open(self) -> bool:
        """Whether somebody should look at it."""
        return self.verdict != "imported" and not self.is_left


ReadAgain: TypeAlias = Callable[[ReadingAid], SourceReading]
"""Reads a source anew, with what is said of it."""


class Batch:
    """All questions of a source, and which one is looked at."""

    def __init__(
        self,
        reading: SourceReading,
        name: str,
        file: str = "",
        aid: ReadingAid = NO_AID,
        read_again: ReadAgain | None = None,
    ) -> None:
        """`name` is what the source is called for people, `file` the name of its file, "" for what was pasted.

        `aid` is what it was read with, and `read_again` reads it with another one.
        """
        self.name = name
        self.aid = aid
        self._file = file
        self._read_again = read_again
        self.shown = 0
        self._is_overruled = False
        self._reading = reading
        self._pieces = [_looked_at(question) for question in reading.questions]

    @property
    def piece(self) -> BatchQuestion:
        """The question that is looked at."""
        return self._pieces[self.shown]

    @property
    def count(self) -> int:
        return len(self._pieces)

    @property
    def left_out(self) -> int:
        """How many are not to be brought in."""
        return sum(piece.is_left for piece in self._pieces)

    @property
    def unread(self) -> tuple[LineFate, ...]:
        """The lines of the source that are part of nothing."""
        return self._reading.unread

    @property
    def source(self) -> SourceReading:
        """What the source holds, as it was read."""
        return self._reading

    @property
    def can_be_overruled(self) -> bool:
        """Whether what was learnt of how it is written can be said otherwise."""
        return self._read_again is not None and self._reading.shape is not None

    @property
    def is_touched(self) -> bool:
        """Whether anything was mended, left out or said otherwise."""
        return self._is_overruled or any(piece.is_mended or piece.is_left for piece in self._pieces)

    @property
    def mended(self) -> int:
        """How many questions somebody has mended."""
        return sum(piece.is_mended for piece in self._pieces)

    def read_with(self, aid: ReadingAid) -> Batch:
        """Return the batch as it is where this is said of its source; what was mended stays where that reads the same.

        Raises what reading the source raises.
        """
        assert self._read_again is not None  # asked only where it can be
        other = Batch(self._read_again(aid), self.name, self._file, aid, self._read_again)
        other._is_overruled = True
        other._take_over(self)
        return other

    def doubted(self) -> list[Doubted]:
        """Return the questions that somebody should look at."""
        return [
            Doubted(place, piece.question.line, piece.question.sheet, piece.question.text, piece.reasons)
            for place, piece in enumerate(self._pieces)
            if piece.is_open
        ]

    def _take_over(self, before: Batch) -> None:
        """Take what was mended and left out in a reading before, and look at the question that was looked at."""
        touched = {
            (piece.question.line, piece.question.sheet): piece
            for piece in before._pieces
            if piece.is_mended or piece.is_left
        }
        for place, mine in enumerate(self._pieces if touched else ()):
            piece = touched.get((mine.question.line, mine.question.sheet))
            if piece is not None and (piece.said or piece.question.fields) == mine.question.fields:
                self._pieces[place] = piece
        if before.count and self.count:
            line = before.piece.question.line
            before_it = [place for place, piece in enumerate(self._pieces) if piece.question.line <= line]
            self.shown = before_it[-1] if before_it else 0

    def counts(self) -> Mapping[Verdict, int]:
        """Return how many come to each verdict, those left out not counted."""
        taken = [piece.verdict for piece in self._pieces if not piece.is_left]
        return {verdict: taken.count(verdict) for verdict in ("imported", "doubtful", "refused")}

    def next_open(self) -> int | None:
        """Return the next place that somebody should look at, from the top again; None where there is none."""
        order = [*range(self.shown + 1, self.count), *range(self.shown + 1)]
        return next((place for place in order if self._pieces[place].is_open), None)

    def mend(self, fields: Mapping[str, Value]) -> None:
        """Take fields that a person has looked at for what the question says: nothing is doubted any more."""
        piece = self.piece
        said = piece.question.fields if piece.said is None else piece.said
        question = piece.question._replace(fields=fields, doubts=(), refusal=None)
        self._pieces[self.shown] = _looked_at(question)._replace(is_mended=True, said=said)

    def leave_out(self) -> None:
        """Leave the question out, or take it in again."""
        self._pieces[self.shown] = self.piece._replace(is_left=not self.piece.is_left)

    def reading(self) -> SourceReading:
        """Return the questions as they are to be brought in."""
        return self._reading._replace(questions=tuple(piece.question for piece in self._kept))

    def wishes(self, takes: Mapping[int, Take] = MappingProxyType({})) -> ImportWishes:
        """Return what was said of the questions as they are to be brought in; `takes` are by their places there."""
        said = {place: piece.said for place, piece in enumerate(self._kept) if piece.said}
        left = tuple(piece.question for piece in self._pieces if piece.is_left)
        return ImportWishes(self._file, "", takes, said, left)

    @property
    def _kept(self) -> list[BatchQuestion]:
        return [piece for piece in self._pieces if not piece.is_left]


_DOUBTED = (
    (("option", "letter", "pair"), "options"),
    (("key", "answer", "truth", "slash", "order-", "weights", "wildcard"), "key"),
    (("type",), "type"),
    (("difficulty",), "difficulty"),
    (("marks",), "marks"),
    (("status",), "status"),
    (("stem", "picture", "formula", "table", "html", "braces"), "stem"),
)
"""Parts of a doubt's code, with the field that it is about: the first that fits counts."""


def _field_of(doubt: Reason) -> str:
    named = str(doubt.values.get("field", ""))
    code = "key" if doubt.code.startswith(("key-", "import-no-key")) else doubt.code
    return named or next((field for parts, field in _DOUBTED if any(part in code for part in parts)), "")


def _looked_at(question: SourceQuestion) -> BatchQuestion:
    if question.refusal is not None:
        return BatchQuestion(question)
    built = build(question.fields)
    if built.refusal is not None:
        return BatchQuestion(question._replace(refusal=built.refusal))
    told = {f"{each.code} {dict(each.values)}": each for each in (*question.doubts, *built.doubts)}
    return BatchQuestion(question, tuple(told.values()))


_DRIVE = re.compile(r"[A-Za-z]:[\\/]")

MOST = 200
"""Names shown of one folder."""


class FileMatch(NamedTuple):
    """A file or a folder that a path being typed may mean."""

    path: str
    """As it would be typed; a folder's ends with the sign that parts folders."""
    name: str
    is_folder: bool


def matches(typed: str, suffixes: Sequence[str]) -> tuple[FileMatch, ...]:
    """Return what a path that is being typed may mean: folders first, then files with these endings."""
    folder, _, begun = typed.rpartition("/")
    shown = f"{folder}/" if "/" in typed else ""
    place = Path(shown or ".").expanduser()
    try:
        with os.scandir(place) as entries:
            found = [(entry.name, entry.is_dir()) for entry in entries]
    except OSError:
        return ()
    fitting = [
        FileMatch(f"{shown}{name}{'/' if is_folder else ''}", name, is_folder)
        for name, is_folder in sorted(found, key=lambda each: (not each[1], each[0].casefold()))
        if _fits(name, begun) and name.isprintable() and (is_folder or name.lower().endswith(tuple(suffixes)))
    ]
    return tuple(fitting[:MOST])


def dropped(text: str) -> str | None:
    """Return the path that a terminal pastes where a file is dropped on it; None where the text is no whole path."""
    path = text.strip()
    if len(path) > 1 and path[0] == path[-1] and path[0] in "'\"":
        path = path[1:-1]
    elif "\\ " in path:
        path = path.replace("\\ ", " ")
    if path.startswith("file://"):
        path = unquote(path.removeprefix("file://").removeprefix("localhost"))
        path = path[1:] if _DRIVE.match(path[1:]) else path
    is_whole = path.startswith(("/", "~/", "~\\")) or _DRIVE.match(path) is not None
    return path if is_whole and "\n" not in path else None


def completed(typed: str, found: Sequence[FileMatch]) -> str:
    """Return the longest path that all of these begin with, what was typed where that is no longer."""
    if not found:
        return typed
    first, *others = (match.path for match in found)
    length = len(first)
    while length and not all(other.startswith(first[:length]) for other in others):
        length -= 1
    return first[:length] if first[:length].startswith(typed) else typed


def _fits(name: str, begun: str) -> bool:
    if name.startswith((".", "~$")) and not begun.startswith("."):
        return False
    return begun.casefold() in name.casefold() if begun else True
