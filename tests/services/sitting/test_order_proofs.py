"""What an invigilator orders carries a proof that only the password gives, and the desk that published looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from quizapp.carrying.pack_file import pack_bytes
from quizapp.carrying.pack_reader import read_pack
from quizapp.carrying.publication_file import read_publication, unwrapped, wrapped
from quizapp.carrying.publication_issue import PublicationOrder, issue
from quizapp.domain.attempt.events import ordering_event
from quizapp.domain.attempt.orders import RequestKind as Wanted
from quizapp.domain.errors import Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.papers.paper import Paper
from quizapp.language import Language
from quizapp.reports.cells import notes
from quizapp.services.book.score_book import look
from quizapp.services.carrying.conflicts import conflicts
from quizapp.services.carrying.copy_check import Copy, go_on_here, to_go_on
from quizapp.services.carrying.publication import open_publication
from quizapp.services.decisions.attempt_decisions import force_hand_in
from quizapp.services.decisions.row_notes import RowNotes
from quizapp.services.evidence.verification import verify
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.services.sitting.invigilator import OrderKey, doorkeeper, kept_with_key, ordered
from quizapp.services.sitting.open_attempt import Sitting
from quizapp.services.sitting.orders import OrderInbox, extend
from quizapp.stores.files.home import FileHome
from quizapp.stores.people_files import put_ready
from tests.instruments.failing_disk import FailingDisk
from tests.samples.carrying.collecting_committee import brought, committee
from tests.samples.carrying.journal_forgery import Lines, chained, forged, lines_of, with_journal
from tests.samples.carrying.machines import begun, machine, packed, passes, person, whole_pack
from tests.samples.carrying.publications import read
from tests.samples.replayed_attempts import name_of
from tests.samples.workplace import NINE, PAPER, Shelf, paper

WORD, OTHER = "监考二〇二六", "自己起的口令"
LI = Marker(by="李老师", why="打印机坏了")
FIVE = timedelta(minutes=5)
WINDOW = paper(opens=NINE + timedelta(hours=3), closes=NINE + timedelta(hours=4))


@pytest.fixture
def desk(tmp_path: Path) -> Workplace:
    """The committee's machine, which published the paper and keeps what proves orders."""
    return published(tmp_path)


def published(folder: Path, rules: Paper = PAPER, word: str = WORD) -> Workplace:
    place = committee(folder / "desk", Shelf((rules,)))
    issue(place, rules, PublicationOrder(invigilator=word), folder / "卷.quiz", put_ready)
    return place


def trainees(folder: Path, name: str = "一号机", rules: Paper = PAPER) -> Workplace:
    """Return a trainee's machine on which the publication was opened."""
    place = machine(name, Shelf((rules,)))
    open_publication(place, read_publication(folder / "卷.quiz"))
    return place


def key_at(place: Workplace, word: str = WORD) -> OrderKey:
    keeper = doorkeeper(place.home, PAPER.id)
    assert keeper is not None
    key = keeper.admits(word)
    assert key is not None
    return key


def order(place: Workplace, sitting: Sitting, asks: Wanted, key: OrderKey | None, more: timedelta = FIVE) -> None:
    """Have something ordered at the screen, as F8 does."""
    request = ordered(asks, LI, place.clock.read().at, place.chance, more if asks == "more_time" else timedelta(0))
    sitting.grant(request if key is None else key.signed(sitting.saved.started.attempt, request))


def sat(place: Workplace, *asks: Wanted, key: OrderKey | None = None, number: int = 7) -> Sitting:
    """Have somebody sit the paper while these things are ordered, an answer before each."""
    sitting = begun(place, person(number))
    for count, one in enumerate(asks):
        passes(place, 10)
        if sitting.attempt.paused_at is None:
            sitting.answer(1, ("ABCD"[count % 4],))
        passes(place, 10)
        order(place, sitting, one, key)
    passes(place, 10)
    if not sitting.has_ended:
        if sitting.attempt.paused_at is not None:
            order(place, sitting, "go_on", key)
        sitting.hand_in()
    sitting.close()
    return sitting


def unproved(desk: Workplace) -> list[str]:
    """Return the codes of the orders that are named at the desk: in 待处理, in 备注 and by verify alike."""
    book = look(desk.home, desk.clock, desk.class_id)
    doubts = [one for one in conflicts(desk.home, book) if one.doubt == "order"]
    asked = [note.code for one in doubts for note in one.notes]
    rows = RowNotes(desk.home, PAPER.id).of_row(book.scores, book.scores) if book.scores else ()
    noted = [one.code for one in rows if one.values.get("unproved")]
    found = [one.code for one in verify(desk.home, desk.class_id, wait=lambda: None).findings]
    orders = [code for code in found if code.startswith("order-")]
    assert asked == noted
    assert len(orders) == len(noted)
    # Who moves an order to another place or instant has moved time too.
    assert set(found) - set(orders) <= ({"irregular"} if orders else set())
    return asked


ALL: tuple[Wanted, ...] = ("more_time", "pause", "more_time", "go_on", "pause", "carry_out", "go_on", "hand_in")


def test_what_is_ordered_with_the_password_is_proved_and_says_who_and_why(desk: Workplace, tmp_path: Path) -> None:
    place = trainees(tmp_path)
    sat(place, *ALL, key=key_at(place))
    brought(desk, packed(place))
    assert unproved(desk) == []
    docs = look(desk.home, desk.clock).scores
    said = notes(RowNotes(desk.home, PAPER.id).of_row(docs, docs), Language())
    assert said == (
        "加时 5 分钟（李老师：打印机坏了）；加时 5 分钟（李老师：打印机坏了）；恢复（李老师：打印机坏了）；"
        "导出换机（李老师：打印机坏了）；导出换机后仍在原机恢复（李老师：打印机坏了）；强制收卷（李老师：打印机坏了）；"
        "暂停 40 秒（李老师：打印机坏了）；暂停 40 秒（李老师：打印机坏了）"
    )


@pytest.mark.parametrize("asks", ["more_time", "pause", "hand_in"])
def test_what_is_ordered_without_it_is_carried_out_and_named(desk: Workplace, tmp_path: Path, asks: Wanted) -> None:
    place = trainees(tmp_path)
    sitting = sat(place, asks)
    assert sitting.saved.has_ended
    brought(desk, packed(place))
    codes = {"more_time": ["extended"], "pause": ["gone_on", "paused"], "hand_in": ["forced"]}
    assert unproved(desk) == codes[asks]
    (doubt,) = conflicts(desk.home, look(desk.home, desk.clock))
    assert "（李老师：打印机坏了）【没有监考口令的凭证】" in notes(doubt.notes, Language())


def test_a_hash_of_ones_own_in_the_place_of_another_proves_nothing(desk: Workplace, tmp_path: Path) -> None:
    place = machine("一号机")
    true = unwrapped((tmp_path / "卷.quiz").read_bytes(), "卷.quiz")
    cover = replace(true.cover, invigilator=kept_with_key(OTHER, place.chance)[0])
    open_publication(place, read(wrapped(cover, None, true.body)))
    assert not _admits(place, WORD)
    sat(place, "more_time", "hand_in", key=key_at(place, OTHER))
    brought(desk, packed(place))
    assert unproved(desk) == ["extended", "forced"]


def _admits(place: Workplace, word: str) -> bool:
    keeper = doorkeeper(place.home, PAPER.id)
    assert keeper is not None
    return replace(keeper, wait=lambda _: None).admits(word) is not None


FORGERIES: dict[str, Callable[[Lines], Lines]] = {
    "more minutes": lambda lines: _changed(lines, "extended", more=3000.0),
    "another giver": lambda lines: _changed(lines, "extended", by="王老师"),
    "another reason": lambda lines: _changed(lines, "extended", why="网络断了"),
    "no proof": lambda lines: [_without(line, "proof") for line in lines],
    "another proof": lambda lines: _changed(lines, "extended", proof="0" * 64),
    "a proof that is no ASCII": lambda lines: _changed(lines, "extended", proof="证"),
    "another moment": lambda lines: [
        {**line, "at": lines[0]["at"]} if _is(line, "extended") else line for line in lines
    ],
    "given again": lambda lines: [
        part for line in lines for part in ([line, line] if _is(line, "extended") else [line])
    ],
    "another place": lambda lines: [lines[0], *sorted(lines[1:], key=lambda line: not _is(line, "extended"))],
    "another answer before it": lambda lines: _changed(lines, "answered", response=["D"]),
}


def _is(line: dict[str, Any], kind: str) -> bool:
    return bool(line["kind"] == kind)


def _changed(lines: Lines, kind: str, **data: Any) -> Lines:
    return [{**line, "data": {**line["data"], **data}} if _is(line, kind) else line for line in lines]


def _without(line: dict[str, Any], name: str) -> dict[str, Any]:
    return {**line, "data": {key: value for key, value in line["data"].items() if key != name}}


@pytest.mark.parametrize("how", FORGERIES)
def test_a_proof_is_of_that_order_at_that_place_and_of_no_other(desk: Workplace, tmp_path: Path, how: str) -> None:
    place = trainees(tmp_path)
    sat(place, "more_time", key=key_at(place))
    brought(desk, forged(place, lambda lines: lines))
    assert unproved(desk) == []
    folder = tmp_path / "again"
    folder.mkdir()
    other, place = published(folder), trainees(folder)
    sat(place, "more_time", key=key_at(place))
    brought(other, forged(place, FORGERIES[how]))
    assert set(unproved(other)) == {"extended"}


def test_a_proof_of_another_attempt_proves_nothing(desk: Workplace, tmp_path: Path) -> None:
    place, second = trainees(tmp_path), trainees(tmp_path, "二号机")
    sat(place, "more_time", key=key_at(place))
    sat(second, "more_time", number=8)
    brought(desk, packed(place))
    (given,) = whole_pack(place).attempts
    proved = chained_lines(given.data)
    made = whole_pack(second)
    (one,) = made.attempts
    lines = [
        {**line, "data": {**line["data"], **_order_of(proved)}} if _is(line, "extended") else line
        for line in chained_lines(one.data)
    ]
    brought(desk, pack_bytes(with_journal(made, one, lines)))
    assert unproved(desk) == ["extended"]


def chained_lines(data: bytes) -> Lines:
    lines = lines_of(data)
    assert chained(lines)[0] == data
    return lines


def _order_of(lines: Lines) -> dict[str, Any]:
    (found,) = (line["data"] for line in lines if _is(line, "extended"))
    return dict(found)


def test_a_start_by_order_is_proved_too(tmp_path: Path) -> None:
    desk = published(tmp_path, WINDOW)
    for name, number, is_proved in (("一号机", 7, True), ("二号机", 8, False)):
        place = trainees(tmp_path, name, WINDOW)
        stands = standing(place.home, place.clock, WINDOW, person(number))
        key = key_at(place) if is_proved else None
        sitting = start(place.home, place.library, place.clock, place.chance, stands, "", LI, key)
        sitting.hand_in()
        sitting.close()
        brought(desk, packed(place))
        assert unproved(desk) == ([] if is_proved else ["started_by_order"])


@pytest.mark.parametrize("is_proved", [True, False])
def test_going_on_on_another_machine_is_proved_too(desk: Workplace, tmp_path: Path, is_proved: bool) -> None:
    place, second = trainees(tmp_path), trainees(tmp_path, "二号机")
    key = key_at(place)
    sitting = begun(place, person(7))
    for asks in ("pause", "carry_out"):
        passes(place, 10)
        order(place, sitting, asks, key)
    sitting.close()
    copy = to_go_on(second, read_pack(packed(place), "包.zip"), PAPER.id, person(7))
    assert isinstance(copy, Copy)
    there = go_on_here(second, copy, LI, key_at(second) if is_proved else None)
    passes(second, 10)
    order(second, there, "hand_in", key_at(second))
    there.close()
    brought(desk, packed(second))
    assert unproved(desk) == ([] if is_proved else ["carried_over"])


def test_an_order_that_waits_for_the_disk_is_proved_at_the_place_where_it_is_written(
    desk: Workplace, tmp_path: Path
) -> None:
    disk = FailingDisk()
    place = replace(trainees(tmp_path), home=FileHome(tmp_path / "machine", disk=disk))
    open_publication(place, read_publication(tmp_path / "卷.quiz"))
    sitting = begun(place, person(7))
    disk.room = 0
    sitting.answer(1, ("A",))
    order(place, sitting, "more_time", key_at(place))
    sitting.answer(1, ("B",))
    assert len(sitting.unsaved) == 3
    disk.room = None
    sitting.hand_in()
    sitting.close()
    brought(desk, packed(place))
    assert unproved(desk) == []


def test_more_time_and_a_hand_in_by_command_ask_for_the_password_and_are_proved(
    desk: Workplace, tmp_path: Path
) -> None:
    place = trainees(tmp_path)
    sitting = begun(place, person(7))
    sitting.close()
    name = name_of(sitting)
    before = place.home.journals.read(name)
    for refused in (
        lambda: extend(place, PAPER.id, "", FIVE, LI, [None]),
        lambda: force_hand_in(place, name.attempt, LI, [None]),
    ):
        with pytest.raises(Refused, match="order-needs-password"):
            refused()
    assert place.home.journals.read(name) == before
    key = key_at(place)
    (done,) = extend(place, PAPER.id, "", FIVE, LI, [None], key)
    assert done.refusal is None
    force_hand_in(place, name.attempt, LI, [None], key)
    brought(desk, packed(place))
    assert unproved(desk) == []
    orders = [event for event in desk.home.journals.read(name).events if ordering_event(event)]
    assert [event.KIND for event in orders] == ["extended", "handed_in"]


def test_an_order_from_another_program_is_proved_by_the_window_that_has_the_attempt_open(
    desk: Workplace, tmp_path: Path
) -> None:
    place = replace(trainees(tmp_path), home=FileHome(tmp_path / "machine"))
    open_publication(place, read_publication(tmp_path / "卷.quiz"))
    sitting = begun(place, person(7))

    def moments() -> Iterator[None]:
        yield
        sitting.answer(1, ("A",))
        passes(place, 1)
        asked = OrderInbox(place.home.requests, sitting)
        requests = asked.waiting()
        # What waits on the disk is good for this one order: it is no key.
        assert {len(one.token) for one in requests} == {64}
        assert key_at(place).secret.hex() not in {one.token for one in requests}
        asked.settle(requests)
        yield

    giver = Marker(by="李老师 ", why=" 打印机\u202e坏了")
    (done,) = extend(place, PAPER.id, "", FIVE, giver, moments(), key_at(place))
    assert done.refusal is None
    sitting.hand_in()
    sitting.close()
    brought(desk, packed(place))
    assert unproved(desk) == []


def test_what_waits_for_one_attempt_is_good_for_no_other(desk: Workplace, tmp_path: Path) -> None:
    place = trainees(tmp_path)
    request = ordered("more_time", LI, place.clock.read().at, place.chance, FIVE)
    stolen = key_at(place).signed("20261201T010000000Z-AAAAAAAAAA", request)
    sitting = begun(place, person(7))
    sitting.grant(stolen)
    sitting.hand_in()
    sitting.close()
    brought(desk, packed(place))
    assert unproved(desk) == ["extended"]


def test_what_the_committee_orders_in_its_own_home_needs_no_proof(desk: Workplace, tmp_path: Path) -> None:
    place = trainees(tmp_path)
    sat(place, "more_time", key=key_at(place), number=8)
    brought(desk, packed(place))
    sitting = begun(desk, person(7))
    sitting.close()
    extend(desk, PAPER.id, "", FIVE, LI, [None])
    force_hand_in(desk, name_of(sitting).attempt, LI, [None])
    assert unproved(desk) == []


def test_where_no_password_was_set_nothing_can_be_missing(tmp_path: Path) -> None:
    desk = published(tmp_path, word="")
    place = trainees(tmp_path)
    sat(place, "more_time", "hand_in")
    brought(desk, packed(place))
    assert unproved(desk) == []


def test_the_key_stays_at_the_desk(desk: Workplace, tmp_path: Path) -> None:
    (one,) = desk.home.publications.issued()
    data = (tmp_path / "卷.quiz").read_bytes()
    place = trainees(tmp_path)
    sat(place, *ALL, key=key_at(place))
    secret = bytes.fromhex(one.order_key)
    assert len(secret) == 32
    inside = [
        data,
        packed(place),
        *(repr(each).encode() for each in read_publication(tmp_path / "卷.quiz").opened().forms),
    ]
    for there in inside:
        assert secret not in there
        assert one.order_key.encode() not in there
    assert one.order_key not in repr(one)
    assert one.order_key not in repr(key_at(place))
    assert one.order_key in (tmp_path / "desk" / "publications.jsonl").read_text("utf-8")
