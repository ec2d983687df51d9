"""What a source said of a bank's items last time, and so whose a difference is: the source's, the bank's, or both's.

Only digests are remembered: what both say now is there to be seen, what was said then only has to be told from it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from quizapp.domain.item import Value
from quizapp.reading.exchange.source_question import SourceQuestion

Take: TypeAlias = Literal["", "source", "bank"]
"""Which side a person takes where both differ; "" where nobody has decided."""

LOOSE = frozenset({"topic", "difficulty", "marks", "tags", "source", "status"})
"""Fields that stand for themselves. All others are one matter: a key means nothing without the options it is of."""

DEFAULTS: Mapping[str, Value] = MappingProxyType({"marks": "1", "status": "ready", "tags": [], "any_order": "false"})
"""What a field says that is not written."""

_SIZE = 4
"""Bytes of a digest."""


class FieldChange(NamedTuple):
    """One field of an item that is there already."""

    field: str
    before: Value
    """As the bank has it."""
    after: Value
    """As the source has it."""


class SourceRecord(NamedTuple):
    """What a source said of one item when it was last brought in and settled."""

    source: str
    """What the source was called."""
    digests: Mapping[str, str]
    """Of each field that it spoke of."""


class ImportWishes(NamedTuple):
    """What a person says of an import besides its questions."""

    source: str = ""
    """What the source is called; "" where it has no name."""
    take: Take = ""
    """For all questions at once."""
    takes: Mapping[int, Take] = MappingProxyType({})
    """For some of them, by their place in the reading."""
    said: Mapping[int, Mapping[str, Value]] = MappingProxyType({})
    """What the source itself says of questions that were mended after they were read, by their place."""
    left: tuple[SourceQuestion, ...] = ()
    """Questions that the source has and that are not to be brought in."""

    def of(self, place: int) -> Take:
        """Return which side is taken for a question."""
        return self.takes.get(place, self.take)


NO_WISHES = ImportWishes()


class Judgement(NamedTuple):
    """The differences between a question and its item, by whose they are."""

    taken: tuple[FieldChange, ...] = ()
    """The source's: the bank still says what the source said before."""
    kept: tuple[FieldChange, ...] = ()
    """The bank's: the source says what it said before."""
    disputed: tuple[FieldChange, ...] = ()
    """Both's, or nobody remembers whose."""


def digest(value: Value) -> str:
    """Return what tells a field's value from another one."""
    return hashlib.blake2b(_flat(value).encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()


def stem_digest(digests: Mapping[str, str]) -> str:
    """Return the digest of what is asked; "" where that is not remembered."""
    return digests.get("stem", digests.get("stimulus", ""))


def matter(name: str) -> str:
    """Return what a field is decided with: its own name where it stands for itself."""
    return name if name in LOOSE else ""


def judged(
    changes: Sequence[FieldChange],
    said: Mapping[str, str],
    stands: Mapping[str, Value],
    record: SourceRecord | None,
    digest_of: Callable[[str, Value], str],
) -> Judgement:
    """Return whose each difference is. `said` are the digests of what the source says now, `stands` the bank's fields.

    `digest_of` returns the digest of a field's value.
    """
    if record is None:
        return Judgement(disputed=tuple(changes))
    before = record.digests
    sides: dict[str, str] = {}
    for name in dict.fromkeys(matter(change.field) for change in changes):
        mine = {field: said[field] for field in said if matter(field) == name}
        theirs = {field: before[field] for field in before if matter(field) == name}
        if all(theirs.get(field) == mark for field, mark in mine.items()):
            sides[name] = "bank"
            continue
        now = {field: digest_of(field, stands.get(field, DEFAULTS.get(field, ""))) for field in theirs}
        is_touched = now != theirs or any(field in stands for field in mine if field not in theirs)
        sides[name] = "both" if is_touched else "source"
    found: dict[str, list[FieldChange]] = {"source": [], "bank": [], "both": []}
    for change in changes:
        found[sides[matter(change.field)]].append(change)
    return Judgement(tuple(found["source"]), tuple(found["bank"]), tuple(found["both"]))


def remembered(
    source: str, said: Mapping[str, str], disputed: Sequence[FieldChange], record: SourceRecord | None
) -> SourceRecord | None:
    """Return what is to be remembered of an item; of what is still disputed, what was remembered before."""
    if not disputed:
        return SourceRecord(source, said)
    if record is None:
        return None
    open_matters = {matter(change.field) for change in disputed}
    settled = {name: mark for name, mark in said.items() if matter(name) not in open_matters}
    still = {name: mark for name, mark in record.digests.items() if matter(name) in open_matters}
    return SourceRecord(source, {**settled, **still})


def gone(records: Mapping[str, SourceRecord], met: frozenset[str], stems: frozenset[str], source: str) -> Iterator[str]:
    """Give the ids of items that came from this source and are in it no longer.

    `met` are the ids of the items that it has, `stems` digests of stems that it has besides. A file under a new name
    is the same source where it has at least half of what the old one had.
    """
    present = {id: id in met or stem_digest(record.digests) in stems for id, record in records.items()}
    by_source: dict[str, list[str]] = {}
    for id, record in records.items():
        by_source.setdefault(record.source, []).append(id)
    for name, ids in by_source.items():
        if (name and name == source) or 2 * sum(present[id] for id in ids) >= len(ids):
            yield from (id for id in ids if not present[id])


def _flat(value: Value) -> str:
    """Return a value as one text, each part behind its length, so that only equal ones come to the same."""
    if isinstance(value, str):
        return f"{len(value)}:{value}"
    if isinstance(value, list):
        return f"[{len(value)}" + "".join(map(_flat, value))
    return f"{{{len(value)}" + "".join(_flat(name) + _flat(value[name]) for name in sorted(value))
