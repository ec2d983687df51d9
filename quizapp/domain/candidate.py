"""Who sits, when two writings of a 学号 are one, and the class's roster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Generic, TypeAlias, TypeVar
from unicodedata import normalize

from quizapp.domain.text import clean_line, folded

Entry = TypeVar("Entry")

LONGEST_NAME = 64
"""Characters of a name, as of a 学号."""
LONGEST_TEXT = 200
"""Of a unit, a post or a group."""
_NEAREST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One person of the class, as the roster has them."""

    id: str
    """学号: any cleaned text up to 64 characters."""
    name: str
    unit: str = ""
    post: str = ""
    group: str = ""


def same_number(id: str) -> str:
    """Return what all writings of a 学号 have in common: NFKC, without blanks, without case.

    Capitals, so that most numbers are theirs already. Source: exam-rules, Who may sit.
    """
    if id.isascii() and id.isalnum():
        return id.upper()
    # Each step may leave what another one makes plain: a mark that stood behind a blank joins the letter before it.
    while (plain := "".join(normalize("NFKC", id).casefold().upper().split())) != id:
        id = plain
    return id


class CandidateIndex(Generic[Entry]):
    """Things looked up by 学号, however it is written; of two that differ in writing alone each is found by its own."""

    def __init__(self, entries: Iterable[tuple[str, Entry]] = ()) -> None:
        self._exactly: dict[str, Entry] = {}
        self._writings: dict[str, list[str]] = {}
        for id, entry in entries:
            if id not in self._exactly:
                self._writings.setdefault(same_number(id), []).append(id)
            self._exactly[id] = entry

    def __bool__(self) -> bool:
        return bool(self._exactly)

    def __iter__(self) -> Iterator[str]:
        """Give the numbers as they are written here."""
        return iter(self._exactly)

    def __contains__(self, id: str) -> bool:
        return self.writing(id) is not None

    def get(self, id: str) -> Entry | None:
        """Return what belongs to a number; None where nothing does, or more than one thing might."""
        writing = self.writing(id)
        return None if writing is None else self._exactly[writing]

    def writing(self, id: str) -> str | None:
        """Return a number as it is written here; None where it is not, or not told from another."""
        if id in self._exactly:
            return id
        found = self._writings.get(same_number(id), ())
        return found[0] if len(found) == 1 else None

    def key(self, id: str) -> tuple[bool, str]:
        """Return what is equal for the writings of one person's number, listed here or not."""
        writing = self.writing(id)
        return (True, writing) if writing is not None else (False, same_number(id))

    @property
    def alike(self) -> tuple[tuple[str, ...], ...]:
        """The numbers that differ in writing alone."""
        return tuple(tuple(ids) for ids in self._writings.values() if len(ids) > 1)


class NumberSpelling:
    """How the numbers of a class are shown: as the roster writes them, else as they were first written."""

    def __init__(self, roster: Iterable[str], known: Iterable[str] = ()) -> None:
        """Begin with the roster's writings and others that are shown already, each number's first one first."""
        self._roster = CandidateIndex((id, id) for id in roster)
        self._first: dict[tuple[bool, str], str] = {}
        for id in known:
            self.learn(id)

    def learn(self, id: str) -> None:
        """Know of a writing: it is the one that is shown where none was known before."""
        self._first.setdefault(self.key(id), id)

    def key(self, id: str) -> tuple[bool, str]:
        """Return what is equal for all writings of one person's number."""
        return self._roster.key(id)

    def shown(self, id: str) -> str:
        """Return how a number is shown."""
        listed, writing = self.key(id)
        return writing if listed else self._first.get((listed, writing), id)

    def is_listed(self, id: str) -> bool:
        return self._roster.key(id)[0]


def plain_name(text: str) -> str:
    """Return a name as it is kept and compared: cleaned, without the blanks that lists put into names."""
    return "".join(clean_line(text).split())


def is_same_person(one: str, other: str) -> bool:
    """Return whether two names are one person's, however wide, spaced or capital they are written."""
    return folded(one) == folded(other)


def near_ids(id: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the numbers that one was meant for, maybe: with other zeros before it or of another width, else twisted.

    At most three; none where it is known itself.
    """
    known = tuple(known)
    if id in known:
        return ()
    bare = _bare(id)
    alike = [one for one in known if _bare(one) == bare]
    return tuple(alike or [one for one in known if _is_twisted(_bare(one), bare)])[:_NEAREST]


def _bare(id: str) -> str:
    return "".join(normalize("NFKC", id).split()).casefold().lstrip("0")


def _is_twisted(one: str, other: str) -> bool:
    """Return whether two neighbours changed places."""
    differ = [place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]]
    if len(one) != len(other) or len(differ) != 2 or differ[1] != differ[0] + 1:
        return False
    first, second = differ
    return (one[first], one[second]) == (other[second], other[first])


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Somebody left the class (退学、退班): what they sat stays, and nobody waits for them any more."""

    KIND: ClassVar = "left"
    candidate: str
    by: str
    checked_by: str = ""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """Somebody who had left is in the class again."""

    KIND: ClassVar = "returned"
    candidate: str
    by: str
    checked_by: str = ""
    why: str


RosterFact: TypeAlias = "Candidate | Left | Returned"
"""A candidate is somebody who was brought in, or brought up to date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """Who is in the class, who left it, and what each was called."""

    everybody: tuple[Candidate, ...] = ()
    """Who is in the class, or was, in the order they were first brought in."""
    left: Mapping[str, tuple[datetime, Left]] = field(default_factory=dict)
    """Who is not in it any more, by 学号, since when."""
    names: Mapping[str, tuple[tuple[datetime, str], ...]] = field(default_factory=dict)
    """What each was called from when on."""

    @property
    def present(self) -> tuple[Candidate, ...]:
        """Who is in the class."""
        return tuple(one for one in self.everybody if one.id not in self.left)

    def names_since(self, candidate: str, at: datetime) -> frozenset[str]:
        """Return every name that somebody had then or later: another that was right then is no doubt."""
        known = self.names.get(candidate, ())
        begun = max((place for place, (since, _) in enumerate(known) if since <= at), default=0)
        return frozenset(plain_name(name) for _, name in known[begun:])


def roll(facts: Iterable[tuple[datetime, RosterFact]]) -> Roll:
    """Return what facts amount to, in their order."""
    people: dict[str, Candidate] = {}
    left: dict[str, tuple[datetime, Left]] = {}
    names: dict[str, list[tuple[datetime, str]]] = {}
    for at, fact in facts:
        match fact:
            case Candidate():
                people[fact.id] = fact
                names.setdefault(fact.id, []).append((at, fact.name))
            case Left():
                left[fact.candidate] = (at, fact)
            case Returned():
                left.pop(fact.candidate, None)
    kept = {id: tuple(several) for id, several in names.items()}
    return Roll(everybody=tuple(people.values()), left=left, names=kept)
