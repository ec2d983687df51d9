"""A pack for each reason to refuse one."""

from __future__ import annotations

from quizapp.domain.papers.paper import Shuffle
from tests.samples.carrying.journal_forgery import Lines, answering, forged, lines_of, starting
from tests.samples.carrying.machines import CLASS, changed, journal_of, members, packed, restated, sat, zipped
from tests.samples.workplace import Shelf, paper


def refusals() -> dict[str, bytes]:
    """Return a pack for each reason to refuse one, by the reason."""
    place = sat(1)
    other = paper(shuffle=Shuffle(options=True))
    whole = packed(place)
    content = members(whole)
    form = next(name for name in content if name.startswith("forms/"))
    without_form = {name: data for name, data in content.items() if name != form}
    late = [*lines_of(content[journal_of(content)])]

    def flipped(journal: bytes) -> bytes:
        return journal.replace(b'"question":1', b'"question":2', 1)

    def again(lines: Lines) -> Lines:
        return [*lines, lines[-1]]

    def two_of(days: int) -> Lines:
        more = {"more": days * 86_400, "why": "x", "by": "y", "checked_by": "", "request": ""}
        return [{**late[-1], "kind": "extended", "data": more}] * 2

    def with_number(number: object) -> bytes:
        return forged(place, lambda lines: answering(lines, question=number))

    def begins_otherwise(lines: Lines) -> Lines:
        return starting(lines, attempt="20261201T010000000Z-ZZZZZZZZZZ")

    assert late[-1]["kind"] == "handed_in"
    return {
        "altered": changed(whole, flipped),
        "altered: no zone": forged(place, lambda lines: [*lines[:-1], {**lines[-1], "at": "2026-12-01T01:00:00"}]),
        "nothing-whole": changed(whole, lambda journal: journal[:40]),
        "altered-pack": changed(whole, lambda journal: journal[: journal.rindex(b'{"at"')]),
        "altered-pack: a receipt": restated(whole, receipt="22222-22222"),
        "altered-pack: unread": zipped({**content, "pack.json": b"[]"}),
        "unknown-kind": forged(place, lambda lines: [*lines[:-1], {**lines[1], "kind": "danced"}]),
        "unknown-kind: none": forged(place, lambda lines: [{**lines[0], "kind": ""}, *lines[1:]]),
        "unknown-kind: a list": forged(place, lambda lines: [{**lines[0], "kind": []}, *lines[1:]]),
        "altered-start": forged(place, begins_otherwise),
        "altered-start: a number for a name": forged(place, lambda lines: starting(lines, name=7)),
        "altered-start: an escape": forged(place, lambda lines: starting(lines, unit="\x1b]0;x\x07")),
        "other-class": packed(sat(1, class_id="2025-2")),
        "other-class: stated": restated(whole, **{"class": "2025-2"}),
        "other-class: hidden": restated(packed(sat(1, class_id="2025-2")), **{"class": CLASS}),
        "other-version": packed(sat(1, other, library=Shelf((other,)))),
        "form-missing": zipped(without_form),
        "form-altered": zipped({**content, form: content[form].replace("样卷".encode(), "假卷".encode())}),
        "contradicts": with_number(99),
        "contradicts: 0": with_number(0),
        "contradicts: -1": with_number(-1),
        "contradicts: text": with_number("1"),
        "contradicts: none": with_number(None),
        "contradicts: fraction": with_number(1.5),
        "contradicts: response": forged(place, lambda lines: answering(lines, response=[1, 2])),
        "contradicts: escape": forged(place, lambda lines: answering(lines, response=["\x1b]0;x\x07"])),
        "contradicts: after its end": forged(place, again),
        "contradicts: begun twice": forged(place, lambda lines: [lines[0], *lines]),
        "contradicts: more time than there is": forged(place, lambda lines: [*lines[:-1], *two_of(2000), lines[-1]]),
        "gone": zipped({name: data for name, data in content.items() if not name.startswith("journal/")}),
        "unreadable": whole[:-30],
        "unreadable: nothing": b"",
    }


REFUSALS = refusals()
