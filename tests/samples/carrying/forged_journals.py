"""Forty journals that were forged or unlucky, as data: what was done to an honest one, and what comes of it.

Each row is somebody of their own who answered all five questions rightly, one a minute, and handed in at the seventh;
the paper has half an hour. What is done to it gives the files that are brought.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quizapp.carrying.pack_file import pack_bytes
from quizapp.services.carrying.pack import Pack
from tests.samples.carrying.journal_forgery import Lines, answering, lines_of, moved, starting, with_journal
from tests.samples.carrying.machines import changed, members, restated, zipped

Files = list[bytes]
END = 1800
"""Seconds after which the paper closes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What was done, and what is to come of it."""

    done: Callable[[Pack], Files]
    paper: str = "sample-paper"
    verdicts: tuple[str, ...] = ("taken",)
    """The kinds of the verdicts on its files, in their order; sorted where the order of the files changes them."""
    in_any_order: tuple[tuple[str, ...], ...] = ()
    """What they may be besides, where the files come the other way round."""
    score: float | None = 10
    """None for an attempt that is not in the book."""
    counts: bool = True
    by: str | None = "candidate"
    doubts: frozenset[str] = frozenset()
    """What stands in 待处理 of it."""
    found: frozenset[str] = frozenset()
    """The kinds of what `verify` finds of it."""
    notes: frozenset[str] = frozenset()
    """What 备注 says of it, each by some words of it."""


def lines(made: Pack) -> Lines:
    (one,) = made.attempts
    return lines_of(one.data)


def of(made: Pack, said: Lines) -> bytes:
    """Return the pack of these lines, everything in it saying the same."""
    (one,) = made.attempts
    return pack_bytes(with_journal(made, one, said))


def forged(change: Callable[[Lines], Lines]) -> Callable[[Pack], Files]:
    return lambda made: [of(made, change(lines(made)))]


def event(like: dict[str, Any], kind: str, seconds: float = 0, **data: Any) -> dict[str, Any]:
    """Return another line, so many seconds after one."""
    return {**moved(like, seconds), "kind": kind, "data": data}


def order(like: dict[str, Any], kind: str, seconds: float = 0, **data: Any) -> dict[str, Any]:
    return event(like, kind, seconds, **{"why": "停电", "by": "监考员", "checked_by": "", "request": "", **data})


def shifted(said: Lines, start: int, seconds: float, *, with_clock: bool = True) -> Lines:
    """Return lines of which those from a place on say that they were so much later."""
    return [*said[:start], *(moved(one, seconds, with_clock=with_clock) for one in said[start:])]


def answers(said: Lines) -> list[int]:
    """Return the places of the answers."""
    return [place for place, one in enumerate(said) if one["kind"] == "answered"]


def last_answer(said: Lines) -> int:
    return answers(said)[-1]


def unclocked(said: Lines) -> Lines:
    return [{**one, "boot": {"clock": None, "id": ""}} for one in said]


def rebooted(said: Lines, start: int) -> Lines:
    """Return lines of which those from a place on are of another start of the machine, which somebody came back to."""
    boot = {"id": "boot-again", "clock": 20.0}
    first = said[start]["boot"]["clock"]
    later = [{**one, "boot": {**boot, "clock": one["boot"]["clock"] - first + 20.0}} for one in said[start:]]
    return [*said[:start], {**later[0], "kind": "resumed", "data": {}}, *later]


def wrong(said: Lines) -> Lines:
    """Return lines that give a wrong answer to the first question and the second."""
    first, second = answers(said)[:2]
    other = {first: ["A"], second: ["B"]}
    return [
        {**one, "data": {**one["data"], "response": other[place]}} if place in other else one
        for place, one in enumerate(said)
    ]


def with_pauses(said: Lines) -> Lines:
    at = last_answer(said)
    before = said[at - 1]
    return [*said[:at], order(before, "paused"), order(before, "unpaused", 7200), *shifted(said, at, 7200)[at:]]


def answered_in_pause(said: Lines) -> Lines:
    at = last_answer(said)
    before = said[at - 1]
    paused = [order(before, "paused"), moved(said[at], 600), order(before, "unpaused", 3600)]
    return [*said[:at], *paused, *shifted(said, at + 1, 3600)[at + 1 :]]


def extended(said: Lines, after: float, later: float) -> Lines:
    """Return lines with an hour more, given so long after the start, and the last answer and the hand-in later."""
    at = last_answer(said)
    given = order(said[0], "extended", after, more=3600.0)
    return [*said[:at], given, *shifted(said, at, later)[at:]]


def carried(said: Lines) -> Lines:
    at = last_answer(said)
    over = order(said[at - 1], "carried_over", 5400, from_home="A", to_home="B")
    over["data"] = {name: over["data"][name] for name in ("why", "by", "from_home", "to_home")}
    return [*said[:at], over, *shifted(said, at, 5400)[at:]]


def slow_boot(said: Lines) -> Lines:
    """Return lines by which each minute of the boot's clock is four seconds longer than it says."""
    return [
        {**one, "boot": {**one["boot"], "clock": one["boot"]["clock"] + 4.0 * place}} for place, one in enumerate(said)
    ]


def back_at(said: Lines, place: int) -> Lines:
    """Return lines of a machine that knows no boots, of which one says that it was two minutes before."""
    plain = unclocked(said)
    return [*plain[:place], {**plain[place], "at": moved(said[place], -120)["at"]}, *plain[place + 1 :]]


def behind_closing(said: Lines) -> Lines:
    plain, at = unclocked(said), last_answer(said)
    late = {**plain[1], "at": moved(said[0], END + 60)["at"], "kind": "visited", "data": {"question": 5}}
    return [*plain[:at], late, *plain[at:]]


def skewed(line: dict[str, Any], seconds: float) -> dict[str, Any]:
    return {**line, "boot": {**line["boot"], "clock": line["boot"]["clock"] + seconds}}


def two(change: Callable[[Lines], Lines]) -> Callable[[Pack], Files]:
    """Return what brings the honest copy and another one."""
    return lambda made: [of(made, lines(made)), of(made, change(lines(made)))]


def late_end(said: Lines) -> Lines:
    return shifted(said, len(said) - 1, 60)


def early(made: Pack) -> bytes:
    said = lines(made)
    return of(made, said[: answers(said)[2]])


TIMES = frozenset({"irregular"})
CHAIN = frozenset({"chain"})
FORKED = frozenset({"forked"})
REFUSED: dict[str, Any] = {"verdicts": ("refused",), "score": None, "by": None}
FORK: dict[str, Any] = {
    "verdicts": ("taken", "doubtful"),
    "counts": False,
    "doubts": FORKED,
    "found": frozenset({"attempts"}),
    "notes": frozenset({"有不同的副本，裁定以前不计"}),
}

ROWS: dict[str, Row] = {
    # Nothing is wrong with these.
    "as it was": Row(done=lambda made: [pack_bytes(made)]),
    "brought twice": Row(done=lambda made: [pack_bytes(made)] * 2, verdicts=("taken", "known")),
    "an early copy and the whole": Row(
        done=lambda made: [early(made), pack_bytes(made)],
        verdicts=("taken", "taken"),
        in_any_order=(("known", "taken"),),
    ),
    "never handed in": Row(done=forged(lambda said: said[:-1]), by="deadline"),
    "handed in as time ran out": Row(
        done=forged(
            lambda said: [*said[:-1], event(said[0], "handed_in", END, **{**said[-1]["data"], "by": "deadline"})]
        ),
        by="deadline",
    ),
    "an hour more, in time": Row(done=forged(lambda said: extended(said, 300, 3000)), notes=frozenset({"加时 1 小时"})),
    "paused for two hours": Row(done=forged(with_pauses), notes=frozenset({"暂停 2 小时"})),
    "a machine that was started again": Row(done=forged(lambda said: rebooted(said, last_answer(said)))),
    "a wall clock an hour behind": Row(
        done=forged(lambda said: [*said[:2], event(said[1], "clock_disagreed", by=-3600.0), *said[2:]]),
        notes=frozenset({"电脑慢 1 小时"}),
    ),
    "carried to another machine, past its closing": Row(done=forged(carried), notes=frozenset({"换机续考"})),
    "a machine that knows no boots": Row(done=forged(unclocked)),
    "zipped again": Row(done=lambda made: [zipped({"三班/一.zip": pack_bytes(made), "说明.txt": b"x"})]),
    # Its times cannot have been.
    "an answer after the deadline": Row(
        done=forged(lambda said: shifted(said, last_answer(said), END)),
        score=8,
        by="deadline",
        doubts=TIMES,
        found=CHAIN,
        notes=frozenset({"以后还有 2 条记录，不计"}),
    ),
    "all answers after the deadline": Row(
        done=forged(lambda said: shifted(said, 1, END + 60)), score=0, by="deadline", doubts=TIMES, found=CHAIN
    ),
    "an answer at the very closing": Row(
        done=forged(lambda said: [*said[:-2], event(said[0], "answered", END, **said[last_answer(said)]["data"])]),
        score=8,
        by="deadline",
        doubts=TIMES,
        found=CHAIN,
    ),
    "handed in 400 days later": Row(
        done=forged(lambda said: shifted(said, len(said) - 1, 400 * 86_400)),
        by="deadline",
        doubts=TIMES,
        found=CHAIN,
        notes=frozenset({"交卷（2026年"}),
    ),
    "an hour more, too late": Row(
        done=forged(lambda said: extended(said, END + 60, END + 120)),
        score=8,
        by="deadline",
        doubts=TIMES,
        found=CHAIN,
    ),
    "an answer before the start": Row(
        done=forged(lambda said: [said[0], *shifted(unclocked(said), 1, -3600)[1:2], *unclocked(said)[2:]]),
        doubts=TIMES,
        found=CHAIN,
        notes=frozenset({"早于开考"}),
    ),
    "time that goes back": Row(
        done=forged(lambda said: back_at(said, 5)),
        doubts=TIMES,
        found=CHAIN,
        notes=frozenset({"时间倒退 1 处"}),
    ),
    "an answer behind the closing that says it was before": Row(
        done=forged(behind_closing), score=8, by="deadline", doubts=TIMES, found=CHAIN
    ),
    "an hour of the boot's clock in a minute": Row(
        done=forged(lambda said: [*said[:4], *(skewed(one, 3600) for one in said[4:])]),
        doubts=TIMES,
        found=CHAIN,
        notes=frozenset({"和开机计时"}),
    ),
    "the boot's clock left behind in small steps": Row(done=forged(slow_boot), doubts=TIMES, found=CHAIN),
    "an answer in a pause": Row(
        done=forged(answered_in_pause), score=8, doubts=TIMES, found=CHAIN, notes=frozenset({"暂停期间作答 1 次，不计"})
    ),
    "begun before its window": Row(
        done=forged(lambda said: shifted(said, 0, -7200)), paper="windowed", doubts=TIMES, found=CHAIN
    ),
    "begun after its window": Row(
        done=forged(lambda said: shifted(said, 0, 7200)),
        paper="windowed",
        score=0,
        by="deadline",
        doubts=TIMES,
        found=CHAIN,
    ),
    "in its window": Row(done=lambda made: [pack_bytes(made)], paper="windowed"),
    # Copies that part ways.
    "handed in twice, in two ways": Row(done=two(late_end), **FORK),
    "written anew from the first line, with better answers": Row(
        done=lambda made: [of(made, wrong(lines(made))), of(made, shifted(lines(made), 1, -1))], **FORK
    ),
    "three copies, each its own way": Row(
        done=lambda made: [
            of(made, lines(made)),
            of(made, late_end(lines(made))),
            of(made, shifted(lines(made), len(lines(made)) - 1, 120)),
        ],
        **{**FORK, "verdicts": ("taken", "doubtful", "doubtful")},
    ),
    "two ways, and the beginning of one of them": Row(
        done=lambda made: [
            of(made, lines(made)),
            of(made, shifted(lines(made), 4, 1)),
            of(made, shifted(lines(made), 4, 1)[:6]),
        ],
        **{**FORK, "verdicts": ("taken", "doubtful", "doubtful"), "in_any_order": (("doubtful", "taken", "taken"),)},
    ),
    "an unfinished one, gone on with past its closing": Row(
        done=lambda made: [early(made), of(made, shifted(lines(made), last_answer(lines(made)), END))],
        verdicts=("taken", "taken"),
        in_any_order=(("known", "taken"),),
        score=8,
        by="deadline",
        doubts=TIMES,
        found=CHAIN,
    ),
    "gone on with behind its hand-in": Row(
        done=two(lambda said: [*said, moved(said[last_answer(said)], 600)]), verdicts=("taken", "refused")
    ),
    # Altered, and told by itself.
    "an answer exchanged in the file": Row(
        done=lambda made: [changed(pack_bytes(made), lambda data: data.replace(b'"question":1', b'"question":2', 1))],
        **REFUSED,
    ),
    "its end cut off": Row(
        done=lambda made: [changed(pack_bytes(made), lambda data: data[: data.rindex(b'{"at"')])], **REFUSED
    ),
    "another receipt": Row(done=lambda made: [restated(pack_bytes(made), receipt="22222-22222")], **REFUSED),
    "a question that its form has not": Row(done=forged(lambda said: answering(said, question=99)), **REFUSED),
    "begun twice": Row(done=forged(lambda said: [said[0], *said]), **REFUSED),
    "handed in twice": Row(done=forged(lambda said: [*said, said[-1]]), **REFUSED),
    "the id of another attempt": Row(
        done=forged(lambda said: starting(said, attempt="20250301T010000000Z-ZZZZZZZZZZ")), **REFUSED
    ),
    "without its form": Row(
        done=lambda made: [
            zipped({name: data for name, data in members(pack_bytes(made)).items() if not name.startswith("forms/")})
        ],
        **REFUSED,
    ),
    "an archive in an archive in an archive": Row(
        done=lambda made: [zipped({"1.zip": zipped({"2.zip": pack_bytes(made)})})], **REFUSED
    ),
    "pictures": Row(done=lambda _: [zipped({"照片.png": b"x"})], verdicts=("foreign",), score=None, by=None),
}
