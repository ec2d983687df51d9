"""A chain read fast, beside the same rules followed one after another: the two take and refuse the very same bytes."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quizapp.domain.moment import Moment
from quizapp.stores import chain

_LINE = re.compile(rb'(.*),"hash":"([0-9a-f]{64})"\}', re.DOTALL)

AT = "2026-12-01T01:00:00.000Z"
FIELDS = ("at", "boot", "data", "kind", "seq")
ODD_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "at": st.sampled_from(["2026-12-01T09:00:00+08:00", "2026-12-01", "9999-12-31T23:59:59-14:00", "now", "", 5, None]),
    "boot": st.sampled_from([{"id": ""}, {"clock": 1}, {"id": [], "clock": "1"}, {"id": "", "clock": float("nan")}, 1]),
    "data": st.sampled_from([[], None, {"\ud800": "\ud800"}, {"a": {"b": []}}]),
    "kind": st.sampled_from(["\ud800", "", None, []]),
    "seq": st.sampled_from([0, 1, 2, 3, 1.0, 2.0, "1", True, None, [1]]),
}
ODD_BODIES = st.binary(max_size=9) | st.sampled_from(
    [
        b"{",
        b"[]",
        b"1",
        b'{"a":1},{"b":2',
        b"[" * 5000,
        b'{"seq":' + b"9" * 5000,
        b'{"a":"\xff"',
        b'{"a":"\xed\xa0\x80"',
    ]
)
"""Up to where a line's last brace would stand."""
AROUND = (" ", "\t \r", "\ufeff", "\u3000", "{}", "[", "]", "0", ",")


@st.composite
def bodies(draw: st.DrawFn, seq: int) -> bytes:
    """Draw what stands in a line of that seq before its hash: mostly as it should be, else odd in one way."""
    told = {
        "at": AT,
        "boot": {"clock": seq / 2, "id": "启动"},
        "data": {"question": seq},
        "kind": "visited",
        "seq": seq,
    }
    odd = draw(st.sampled_from(("",) * 30 + (*FIELDS, "missing", "blanks", "twice", "before", "after", "body")))
    if odd == "body":
        return draw(ODD_BODIES) + b"}"
    if odd in FIELDS:
        told[odd] = draw(ODD_FIELDS[odd])
    if odd == "missing":
        told.pop(draw(st.sampled_from(FIELDS)))
    separators = (" ,\t", ": ") if odd == "blanks" else (",", ":")
    text = json.dumps(told, ensure_ascii=draw(st.booleans()), separators=separators)
    if odd == "twice":
        text = "{" + draw(st.sampled_from(['"seq":1,', '"seq":[],', '"data":{"a":1},'])) + text[1:]
    around = draw(st.sampled_from(AROUND))
    text = around + text if odd == "before" else text[:-1] + around + "}" if odd == "after" else text
    return text.encode("utf-8", "surrogatepass")


@st.composite
def journals(draw: st.DrawFn) -> bytes:
    """Draw bytes that mostly chain as far as hashes go; some have a wrong one, a line twice, or a torn end."""
    lines: list[bytes] = []
    last, seq = "", 1
    for what in draw(st.lists(st.sampled_from(("",) * 20 + ("again", "wrong", "upper", "cut")), max_size=8)):
        if what == "again" and lines:
            lines.append(draw(st.sampled_from(lines)))
            continue
        body = draw(bodies(seq))
        digest = sha256(last.encode() + body).hexdigest()
        stated = {"wrong": digest[::-1], "upper": digest.upper(), "cut": digest[1:]}.get(what, digest)
        lines.append(body[:-1] + b',"hash":"' + stated.encode() + b'"}')
        last, seq = digest, seq + 1
    return b"".join(line + b"\n" for line in lines) + draw(st.sampled_from([b"", b"", b"{", b"\0\0"]))


def read_plainly(data: bytes) -> tuple[list[chain.ChainEntry], chain.ChainHead, int]:
    """Return what stands whole, by the rules of the module's docstring and the contract, one line after another."""
    entries: list[chain.ChainEntry] = []
    standing: list[bytes] = []
    head, whole = chain.START, 0
    for line in data.split(b"\n")[:-1]:
        entry, digest = line_plainly(line, head)
        if entry is not None:
            entries.append(entry)
            standing.append(line)
            head = chain.ChainHead(head.seq + 1, digest)
        elif not any(line == one and is_repeatable(one) for one in standing):
            break
        whole += len(line) + 1
    return entries, head, whole


def line_plainly(line: bytes, head: chain.ChainHead) -> tuple[chain.ChainEntry | None, str]:
    """Return what a line says and its hash; None where it is not the next one."""
    found = _LINE.fullmatch(line)
    if found is None:
        return None, ""
    body, stated = found[1] + b"}", found[2].decode()
    if sha256(head.hash.encode() + body).hexdigest() != stated:
        return None, ""
    try:
        told = json.loads(body.decode("utf-8", "surrogatepass"))
        at = datetime.fromisoformat(told["at"])
        if at.tzinfo is None:
            return None, ""
        when = Moment(at=at.astimezone(UTC), boot=told["boot"]["id"], clock=told["boot"]["clock"])
        entry = chain.ChainEntry(when=when, kind=told["kind"], data=told["data"])
        return (entry if told["seq"] == head.seq + 1 else None), stated
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None, ""


def is_repeatable(line: bytes) -> bool:
    """Return whether a line that its writer wrote again is told by its seq: one that is a whole number."""
    return isinstance(json.loads(line.decode("utf-8", "surrogatepass"))["seq"], int)


def chained(body: bytes) -> bytes:
    """Return a line that is a chain's first as far as its hash goes."""
    return body[:-1] + b',"hash":"' + sha256(body).hexdigest().encode() + b'"}\n'


LINE = b'{"at":"2026-12-01T01:00:00.000Z","boot":{"clock":1.5,"id":""},"data":{},"kind":"visited","seq":1}'


# How long an example takes depends on what else the machine does.
@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(journals())
@example(chained(LINE))
@example(chained(b" " + LINE))
@example(chained(b"\xef\xbb\xbf" + LINE))
@example(chained(LINE[:-1] + b",}"))
@example(chained(LINE + b"}"))
@example(chained(LINE + LINE))
@example(chained(LINE) * 2)
def test_what_is_read_fast_is_what_the_rules_give_one_by_one(data: bytes) -> None:
    reading = chain.read(data)
    entries, head, whole = read_plainly(data)
    # As text: what is no number equals nothing.
    assert repr(list(reading.entries)) == repr(entries)
    assert (reading.head, reading.whole, reading.rest) == (head, whole, data[whole:])


def test_the_plain_rules_take_a_sound_line_and_not_what_stands_after_it() -> None:
    entries, head, whole = read_plainly(chained(LINE) + b"{")
    assert [entry.kind for entry in entries] == ["visited"]
    assert (head.seq, whole) == (1, len(chained(LINE)))
