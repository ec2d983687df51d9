"""A chain's bytes as a file of the evidence: how far it chains, and what its lines tell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from quizapp.plain import from_plain
from quizapp.services.records import FixedForm, KeptFile, LogLine
from quizapp.stores import chain
from quizapp.stores.arrival_lines import arrivals_of
from quizapp.stores.telling import NotUnderstood, decisions_of, events_of, outside_of, publications_of

if TYPE_CHECKING:
    from quizapp.services.records import FileKind

CHAINS = ("journal", "decisions", "roster", "marks", "index", "log", "collected", "publications")
"""The kinds of files that are chains."""


def chained(name: str, kind: FileKind, data: bytes) -> KeptFile:
    """Return the file of that name and kind with these bytes, which may be anybody's."""
    reading = chain.read(data)
    file = KeptFile(
        name=name,
        kind=kind,
        data=data[: reading.whole],
        head=reading.head.hash,
        is_torn=bool(reading.rest),
        is_altered=reading.is_altered,
        lines=reading.head.seq,
        hashes=reading.hashes,
    )
    try:
        return file._replace(facts=tuple(_facts(kind, reading.entries)))
    except NotUnderstood as error:
        # Whatever stands there for a kind, it is none: an empty text must not look like nothing unknown.
        return file._replace(unknown=str(error.kind) or "?")
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return file._replace(unknown=kind)


def _facts(kind: FileKind, entries: Iterable[chain.Entry]) -> Iterable[Any]:
    if kind == "journal":
        return events_of(entries)
    if kind == "decisions":
        return decisions_of(entries)
    if kind == "marks":
        return outside_of(entries)
    if kind == "collected":
        return arrivals_of(entries)
    if kind == "publications":
        return publications_of(entries)
    if kind == "roster":
        from quizapp.domain.candidate import Candidate

        return [from_plain(Candidate, dict(entry.data)) for entry in entries if entry.kind == "candidate"]
    if kind == "index":
        return [FixedForm(at=entry.when.at, **entry.data) for entry in entries if entry.kind == "fixed"]
    if kind == "log":
        return [LogLine(one.when.at, one.kind, str(one.data["who"]), dict(one.data["values"])) for one in entries]
    return ()
