"""Handing in what somebody sits, by order of the committee: 强制收卷."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.errors import Refused
from quizapp.services.asking import Asking
from quizapp.services.finding import find_attempt
from quizapp.services.invigilating import check_password_given, ordered
from quizapp.services.recorded import read_attempt
from quizapp.services.score_book import refresh

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.domain.essay_marks import Marker
    from quizapp.services.committee_journal import Seen
    from quizapp.services.order_proofs import OrderKey
    from quizapp.services.recorded import RecordedAttempt
    from quizapp.services.workplace import Workplace


def force_hand_in(
    place: Workplace,
    attempt: str,
    orderer: Marker,
    moments: Iterable[object],
    key: OrderKey | None = None,
    seen: Seen | None = None,
) -> RecordedAttempt:
    """Have an attempt in progress handed in now, in its window or without one, and the book up to date.

    `moments` are tried one after another while another program is waited for. One that was collected is not written
    to: that it is handed in is a decision, made on what was `seen`. Raises Refused for one that was handed in already,
    by its candidate or at its closing, and where its publication asks for a password and `key` is not given;
    CalledWrongly for one unknown; MachineRefused.
    """
    name = find_attempt(place.home, attempt)
    if name.attempt in place.home.collected.attempts():
        from quizapp.services.deciding import close

        return close(place, name, orderer, seen)
    check_password_given(place.home, name.paper, key)
    request = ordered("hand_in", orderer, place.clock.read().at, place.chance)
    wanted = {name: request if key is None else key.signed(name.attempt, request)}
    (outcome,) = Asking(place.home, place.clock, wanted).settle(moments).values()
    if outcome.refusal is not None:
        _check_in_progress(read_attempt(place.home, name))
        raise outcome.refusal
    refresh(place.home, (name,), place.class_id, place.clock.read().at)
    values = {"paper": name.paper, "attempt": name.attempt, "why": orderer.why, "checked_by": orderer.checked_by}
    place.home.log.record(place.clock.read().at, "hand-in-forced", orderer.by, values)
    return read_attempt(place.home, name)


def _check_in_progress(one: RecordedAttempt) -> None:
    if one.attempt.handed_in_at is not None:
        raise Refused("close-handed-in", attempt=one.id, at=one.attempt.handed_in_at)
