"""Sealing: what stands now, written down once for another office, a copy kept, and a line in the log."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from quizapp.services.evidence.seal import RULES, Heading, Seal, SealedFile, read_seal, seal_sheet
from quizapp.services.evidence.standing import sealed_attempt, sealed_file, stand

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from quizapp.language import Language
    from quizapp.services.evidence.standing import Evidence
    from quizapp.services.workplace import Workplace


def seal_of(place: Workplace, evidence: Evidence) -> Seal:
    """Return what the evidence amounts to; files that are none of this program's stay out."""
    return Seal(
        rules=rules_of(place),
        attempts=tuple(sealed_attempt(one.file) for one in evidence.of("journal")),
        files=tuple(sealed_file(one) for one in evidence.files.values() if one.file.kind != "odd"),
    )


def make_seal(
    place: Workplace,
    by: str,
    language: Language,
    write: Callable[[bytes, Callable[[], None]], None],
    told: dict[str, str],
) -> Seal:
    """Write down what stands by way of `write`, and return it with its digest. Raises MachineRefused, CalledWrongly.

    `write` is given what must stand before the seal does: a copy, and a line of the log. `told` is what that says
    besides.
    """
    at = place.clock.read().at
    data = sheet_of(place, stand(place.home), at, by, language)
    seal = read_seal(data)
    values = {**told, "digest": seal.digest, "attempts": str(len(seal.attempts)), "files": str(len(seal.files))}

    def keep() -> None:
        place.home.evidence.keep_seal(seal_name(at, seal), data)
        place.home.log.record(at, "sealed", by, values)

    write(data, keep)
    return seal


def sheet_of(place: Workplace, evidence: Evidence, at: datetime, by: str, language: Language) -> bytes:
    """Return the sheet of what the evidence amounts to."""
    heading = Heading(at=at, by=by, class_id=place.class_id, class_title=place.class_title)
    return seal_sheet(seal_of(place, evidence), heading, language)


def rules_of(place: Workplace) -> SealedFile:
    """Return what the settings say that scores hang on: whose class it is, and what counts how much."""
    weights = {name: str(weight) for name, weight in place.weights.items()}
    data = json.dumps({"class": place.class_id, "weights": weights}, ensure_ascii=False, sort_keys=True).encode()
    return SealedFile(RULES, len(data), sha256(data).hexdigest())


def seal_name(at: datetime, seal: Seal) -> str:
    """Return what the copy of a seal is called."""
    return f"{at:%Y%m%dT%H%M%SZ}-{seal.digest[:10]}.txt"
