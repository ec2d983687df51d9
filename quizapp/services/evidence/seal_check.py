"""What became of the files since a seal: cut off, put back, exchanged, taken away, added.

A file that still begins as it stood and only grew is as it should be, but for a journal that was handed in: nothing
is ever added to one. New attempts are found too, as they are no part of what was sealed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.services.evidence.finding import Finding, Remark, found, remarked
from quizapp.services.evidence.standing import attempt_of, sealed_attempt

if TYPE_CHECKING:
    from quizapp.services.evidence.seal import Seal, SealedFile
    from quizapp.services.evidence.standing import Evidence, Since, Standing


def check_seal(evidence: Evidence, seal: Seal, rules: SealedFile | None = None) -> Iterator[Finding | Remark]:
    """Give what is otherwise than it was sealed; `rules` are the class and the weights as they are set now."""
    if rules is not None and seal.rules is not None and rules != seal.rules:
        yield found("replaced", "sealed-rules")
    attempts = {f"journal/{one.paper}/{one.attempt}.jsonl": one for one in seal.attempts}
    for sealed in seal.files:
        whose = attempts.get(sealed.name)
        attempt, who = (whose.attempt, whose.who) if whose else ("", "")
        one = evidence.files.get(sealed.name)
        if one is None:
            yield found("missing", "sealed-missing", attempt=attempt, file=sealed.name, who=who)
        elif one.since is not None:
            is_ended = whose is not None and bool(whose.receipt)
            yield from _since(one, one.since, attempt, is_ended=is_ended)
            if whose is not None and not one.since.lines and one.file.head != whose.head and one.since.is_kept:
                yield found("replaced", "sealed-head", attempt=attempt, file=sealed.name)
    known = {sealed.name for sealed in seal.files}
    for name, one in evidence.files.items():
        if name not in known:
            yield from _new(one, known)


def _since(one: Standing, since: Since, attempt: str, *, is_ended: bool) -> Iterator[Finding | Remark]:
    name = one.file.name
    if not since.is_kept:
        if since.is_short and one.is_whole:
            yield found("rolled_back", "sealed-cut", attempt=attempt, file=name)
        else:
            yield found("replaced", "sealed-replaced", attempt=attempt, file=name)
    elif since.repeated:
        yield found("added", "sealed-repeated", attempt=attempt, file=name, count=since.repeated)
    elif since.lines and is_ended:
        yield found("added", "sealed-after-hand-in", attempt=attempt, file=name, count=since.lines)
    elif since.lines and one.file.kind in ("form", "keys"):
        yield found("replaced", "sealed-replaced", attempt=attempt, file=name)
    elif since.lines:
        yield remarked("sealed-grown", file=name, count=since.lines)


def _new(one: Standing, known: set[str]) -> Iterator[Finding | Remark]:
    file = one.file
    if file.kind == "journal":
        who = sealed_attempt(file).who
        yield found("added", "sealed-new-attempt", attempt=attempt_of(file).attempt, file=file.name, who=who)
    elif file.kind == "keys" and file.name.replace(".keys.json", ".json") in known:
        yield found("added", "sealed-new-keys", file=file.name)
    elif file.kind != "odd":
        yield remarked("sealed-new-file", file=file.name)
