"""Lines that each carry a hash over the one before, so that what was altered, removed or moved shows.

A line is canonical JSON (UTF-8, sorted keys, no blanks) of {at, boot: {clock, id}, data, kind, seq} with its hash
added last. The hash is SHA-256, hexadecimal, over the previous line's hash ("" for the first) and the line's JSON
without it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from quizapp.domain.codec import instant_from_text, instant_to_text
from quizapp.domain.moment import Moment

_MARK = b',"hash":"'
_LENGTH = len(_MARK) + 64 + len(b'"}')
_DECODER = json.JSONDecoder()
_BLANKS = " \t\n\r"
"""What JSON takes for blank."""


class ChainEntry(NamedTuple):
    """What one line says."""

    when: Moment
    kind: str
    data: Mapping[str, Any]


class ChainHead(NamedTuple):
    """What the next line hangs on."""

    seq: int = 0
    """The number of lines so far; the first line's seq is 1."""
    hash: str = ""
    """The last line's hash, hexadecimal."""


START = ChainHead()
"""What the first line hangs on."""


class ChainReading(NamedTuple):
    """What was found in a chain's bytes."""

    entries: tuple[ChainEntry, ...]
    head: ChainHead
    whole: int
    """How many bytes stand whole and chained."""
    rest: bytes = b""
    """What stands after them."""
    is_altered: bool = False
    """Whether the rest holds whole lines: no crash leaves those unchained."""
    hashes: tuple[str, ...] = ()
    """Each entry's hash."""


def encode(entries: Iterable[ChainEntry], head: ChainHead) -> tuple[bytes, ChainHead]:
    """Return the lines of these entries after `head`, and the head after them."""
    lines = []
    for entry in entries:
        body = _body(entry, head.seq + 1)
        head = ChainHead(seq=head.seq + 1, hash=_hash(head.hash, body))
        lines.append(body[:-1] + _tail(head.hash) + b"\n")
    return b"".join(lines), head


def read(data: bytes, head: ChainHead = START) -> ChainReading:
    """Return what stands whole in a chain's bytes, which begin after `head`."""
    entries: list[ChainEntry] = []
    hashes: list[str] = []
    written: dict[int, bytes] = {}
    seq, last = head
    *lines, _ = data.split(b"\n")
    whole = 0
    for line in lines:
        body = line[:-_LENGTH] + b"}"
        digest = _hash(last, body)
        entry = _parse(body, seq + 1) if line.endswith(_tail(digest)) else None
        if entry is not None:
            seq, last = seq + 1, digest
            entries.append(entry)
            hashes.append(digest)
            written[seq] = line
        elif written.get(_seq(line)) != line:
            break
        # The line is the next one, or one that a failed sync made its writer write again: that counts once.
        whole += len(line) + 1
    head, rest = ChainHead(seq=seq, hash=last), data[whole:]
    return ChainReading(
        entries=tuple(entries),
        head=head,
        whole=whole,
        rest=rest,
        is_altered=_holds_whole_lines(rest),
        hashes=tuple(hashes),
    )


def _body(entry: ChainEntry, seq: int) -> bytes:
    line = {
        "at": instant_to_text(entry.when.at),
        "boot": {"clock": entry.when.clock, "id": entry.when.boot},
        "data": entry.data,
        "kind": entry.kind,
        "seq": seq,
    }
    text = json.dumps(line, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    # A lone surrogate has no UTF-8; written with a backslash it is just how JSON escapes it.
    return text.encode("utf-8", "backslashreplace")


def _hash(previous: str, body: bytes) -> str:
    return sha256(previous.encode() + body).hexdigest()


def _tail(digest: str) -> bytes:
    return _MARK + digest.encode() + b'"}'


def _parse(body: bytes, seq: int) -> ChainEntry | None:
    """Return what a line of that seq says, its hash left out and found right; None for what is no such line."""
    try:
        # json.loads would look for UTF-16 first, and for blanks, at some cost a line.
        text = body.decode("utf-8", "surrogatepass").strip(_BLANKS)
        data, end = _DECODER.raw_decode(text)
        if end != len(text) or data["seq"] != seq:
            return None
        boot = data["boot"]
        when = Moment(at=instant_from_text(data["at"]), boot=boot["id"], clock=boot["clock"])
        return ChainEntry(when, data["kind"], data["data"])
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def _seq(line: bytes) -> int:
    """Return the seq that a line states, 0 where it is no line."""
    try:
        seq = json.loads(line)["seq"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return 0
    return seq if isinstance(seq, int) else 0


def _holds_whole_lines(rest: bytes) -> bool:
    first, *others = rest.split(b"\n")[:-1] or [b""]
    # A power cut can leave zeros where a block never reached the disk, and blocks after it that did.
    return b"\0" not in first and any(_seq(line) for line in (first, *others))
