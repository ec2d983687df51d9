"""What somebody may do to a journal: cut it, write its lines anew with a chain of its own, have it go another way."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from typing import Any

from quizapp.carrying.pack_file import pack_bytes
from quizapp.domain.attempt.receipt import receipt
from quizapp.domain.codec import instant_from_text, instant_to_text
from quizapp.services.carrying.copies import Stated
from quizapp.services.carrying.pack import Pack, PackedAttempt
from quizapp.services.ports.workplace import Workplace
from quizapp.stores import chain
from tests.samples.carrying.machines import whole_pack

Lines = list[dict[str, Any]]


def lines_of(journal: bytes) -> Lines:
    """Return what a journal's lines say."""
    return [json.loads(line) for line in journal.splitlines()]


def chained(lines: Sequence[dict[str, Any]]) -> tuple[bytes, chain.ChainHead]:
    """Return a journal of these lines that chains as it should, and its head."""
    data, head = b"", chain.START
    for line in lines:
        plain = {**{name: value for name, value in line.items() if name != "hash"}, "seq": head.seq + 1}
        body = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8", "replace")
        digest = sha256(head.hash.encode() + body).hexdigest()
        head = chain.ChainHead(head.seq + 1, digest)
        data += body[:-1] + f',"hash":"{digest}"}}\n'.encode()
    return data, head


def forged(place: Workplace, change: Callable[[Lines], Lines]) -> bytes:
    """Return the pack of a machine whose only journal was written anew, everything in it saying the same."""
    made = whole_pack(place)
    (one,) = made.attempts
    return pack_bytes(with_journal(made, one, change(lines_of(one.data))))


def with_journal(made: Pack, one: PackedAttempt, lines: Lines) -> Pack:
    """Return a pack of one attempt with another journal, its head and receipt stated as that one has them."""
    data, head = chained(lines)
    given = receipt(head.hash) if lines[-1]["kind"] == "handed_in" else ""
    stated = Stated(lines=head.seq, head=head.hash, receipt=given, form=lines[0]["data"]["form"])
    return replace(made, attempts=(replace(one, data=data, stated=stated),))


def starting(lines: Lines, **data: Any) -> Lines:
    """Return the lines with the data of the start changed."""
    return [{**lines[0], "data": {**lines[0]["data"], **data}}, *lines[1:]]


def moved(line: dict[str, Any], seconds: float, *, with_clock: bool = True) -> dict[str, Any]:
    """Return a line that says it was so much later, by the clock of its boot too where that is moved along."""
    at = instant_from_text(line["at"]) + timedelta(seconds=seconds)
    clock = line["boot"]["clock"]
    goes_along = with_clock and clock is not None
    return {
        **line,
        "at": instant_to_text(at),
        "boot": {**line["boot"], "clock": clock + seconds if goes_along else clock},
    }


def answering(lines: Lines, **data: Any) -> Lines:
    """Return the lines with the data of the first answer changed."""
    first = next(line for line in lines if line["kind"] == "answered")
    return [{**line, "data": {**line["data"], **data}} if line is first else line for line in lines]
