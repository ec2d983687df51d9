"""Whether every form and its keys are as they were fixed, and every attempt was sat on a form that is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.domain.attempt.events import Started
from quizapp.services.evidence.finding import Finding, Remark, found, remarked
from quizapp.services.evidence.standing import attempt_of

if TYPE_CHECKING:
    from quizapp.services.evidence.standing import Evidence


def check_forms(evidence: Evidence) -> Iterator[Finding | Remark]:
    """Give what is wrong with forms and keys, and which keys there is nothing to check by."""
    keys: dict[str, set[str]] = defaultdict(set)
    papers: dict[str, str] = {}
    for fixed in evidence.fixed:
        papers[fixed.form] = fixed.paper
        if fixed.keys:
            keys[fixed.form].add(fixed.keys)
    for one in evidence.of("form"):
        if one.digest != _digest(one.file.name):
            yield found("form", "form-altered", file=one.file.name)
    for one in evidence.of("keys"):
        stated = keys.get(_digest(one.file.name), set())
        if stated - {one.digest}:
            yield found("form", "keys-altered", file=one.file.name)
        elif not stated:
            yield remarked("keys-unchecked", file=one.file.name)
    yield from _missing(evidence, keys, papers)


def _missing(evidence: Evidence, keys: dict[str, set[str]], papers: dict[str, str]) -> Iterator[Finding]:
    sat: dict[str, str] = {}
    for one in evidence.of("journal"):
        first = one.file.facts[0] if one.file.facts else None
        if isinstance(first, Started):
            sat.setdefault(first.form, attempt_of(one.file).attempt)
    for form in sorted({*papers, *sat}):
        name = f"forms/{form}.json"
        if name not in evidence.files:
            yield found("missing", "form-missing", attempt=sat.get(form, ""), file=name)
    for form in sorted(keys):
        name = f"forms/{form}.keys.json"
        if name not in evidence.files:
            yield found("missing", "keys-missing", file=name)


def _digest(name: str) -> str:
    """Return the digest that a form's or its keys' file is named by."""
    return name.rpartition("/")[2].partition(".")[0]
