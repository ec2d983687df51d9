"""What decisions amount to: the last word stands, and a correction holds once the paper is marked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

from quizapp.domain.attempt.decisions import (
    EssayMarked,
    KeyCorrected,
    MarkOverridden,
    Noted,
    Reassigned,
    Regraded,
    Reinstated,
    Voided,
    rounds,
)
from quizapp.domain.decisions.rulings import rulings
from quizapp.domain.moment import Moment

NOW = Moment(at=datetime(2026, 12, 1, 4, tzinfo=UTC))
BY = {"when": NOW, "by": "王班长", "why": "复核"}
OVERRIDE = MarkOverridden(attempt="a-1", question=2, marks=Fraction(3), **BY)  # type: ignore[arg-type]  # shared fields
MARKED = EssayMarked(when=NOW, attempt="a-1", question=2, points=(Fraction(1),), marks=Fraction(1), by="王班长")
FULL = KeyCorrected(form="f", question=1, item="s-1", how="full", **BY)  # type: ignore[arg-type]  # shared fields
DROP = KeyCorrected(form="f", question=2, item="s-2", how="drop", **BY)  # type: ignore[arg-type]  # shared fields
AGAIN = Regraded(corrections=1, **BY)  # type: ignore[arg-type]  # shared fields
NOTE = Noted(candidate="07", note="deferred", **BY)  # type: ignore[arg-type]  # shared fields


def test_of_a_mark_and_an_override_the_later_stands_and_an_essay_marked_again_is_no_override() -> None:
    assert rulings((MARKED, OVERRIDE)).given == {"a-1": {2: Fraction(3)}}
    assert rulings((MARKED, OVERRIDE)).overrides == {"a-1": {2: OVERRIDE}}
    again = rulings((OVERRIDE, MARKED))
    assert again.given == {"a-1": {2: Fraction(1)}}
    assert again.overrides == {"a-1": {}}


def test_marks_given_to_one_attempt_are_no_others() -> None:
    elsewhere = replace(OVERRIDE, attempt="a-2", marks=Fraction(0))
    assert rulings((OVERRIDE, elsewhere)).given == {"a-1": {2: Fraction(3)}, "a-2": {2: Fraction(0)}}


def test_corrections_wait_until_the_paper_is_marked_again_and_later_ones_wait_for_the_next_time() -> None:
    assert rulings((FULL,)).corrections_of("f") == ()
    assert rulings((FULL,)).pending == (FULL,)
    held = rulings((FULL, AGAIN, DROP))
    assert held.corrections_of("f") == (FULL,)
    assert held.corrections_of("f", with_pending=True) == (FULL, DROP)
    assert held.pending == (DROP,)
    assert held.corrections_of("another") == ()


def test_a_correction_recorded_while_somebody_looked_does_not_hold_with_what_they_saw() -> None:
    assert rulings((FULL, DROP, AGAIN)).corrections_of("f") == (FULL,)


def test_marking_again_never_takes_back_what_held() -> None:
    assert rulings((FULL, AGAIN, replace(AGAIN, corrections=0))).holding == 1


def test_an_attempt_is_void_and_anothers_as_was_decided() -> None:
    void = Voided(attempt="a-1", **BY)  # type: ignore[arg-type]  # shared fields
    first = Reassigned(attempt="a-1", candidate="08", name="李四", **BY)  # type: ignore[arg-type]  # shared fields
    second = replace(first, candidate="09", name="王五")
    found = rulings((void, first, second))
    assert found.voided == {"a-1": void}
    assert found.owners == {"a-1": second}


def test_the_last_note_of_a_candidate_holds_and_can_be_taken_back() -> None:
    other = replace(NOTE, note="exempt")
    assert rulings((NOTE, other)).notes == {"07": other}
    assert rulings((NOTE, replace(NOTE, note="none"))).notes == {}


def test_corrections_are_told_by_the_marking_with_which_they_began_to_hold() -> None:
    both = replace(AGAIN, corrections=2)
    assert list(rounds((FULL, DROP, AGAIN, both))) == [(2, (FULL,), AGAIN), (3, (DROP,), both)]
    assert list(rounds((FULL, AGAIN, DROP))) == [(1, (FULL,), AGAIN), (3, (DROP,), None)]
    # One that says that fewer hold than did takes nothing back.
    fewer = replace(AGAIN, corrections=0)
    assert list(rounds((FULL, AGAIN, DROP, fewer))) == [(1, (FULL,), AGAIN), (3, (), fewer), (4, (DROP,), None)]
    assert list(rounds((NOTE,))) == []


# 双评: two markers


SEEN = replace(MARKED, seen="0" * 64)
OTHER = replace(SEEN, by="李副班长", marks=Fraction(4), points=(Fraction(4),))


def test_what_two_markers_gave_stands_side_by_side_and_holds_where_they_agree() -> None:
    agreed = rulings((SEEN, replace(OTHER, marks=SEEN.marks)))
    assert (agreed.given, agreed.differing("a-1")) == ({"a-1": {2: Fraction(1)}}, ())
    differing = rulings((SEEN, OTHER))
    assert differing.markings == {"a-1": {2: (SEEN, OTHER)}}
    assert (differing.given, differing.differing("a-1"), differing.differing("a-2")) == ({"a-1": {}}, (2,), ())


def test_a_marker_amends_their_own_marking_however_their_name_is_written() -> None:
    amended = replace(SEEN, marks=Fraction(4), by=" 王 班长")
    assert rulings((SEEN, amended)).markings == {"a-1": {2: (amended,)}}
    assert rulings((SEEN, OTHER, amended)).given == {"a-1": {2: Fraction(4)}}
    assert rulings((SEEN, OTHER, replace(OTHER, marks=Fraction(2)))).differing("a-1") == (2,)


def test_an_override_decides_between_markers_and_none_of_them_takes_its_place() -> None:
    decided = rulings((SEEN, OTHER, OVERRIDE))
    assert (decided.given, decided.differing("a-1")) == ({"a-1": {2: Fraction(3)}}, ())
    late = rulings((SEEN, OTHER, OVERRIDE, replace(SEEN, marks=Fraction(0))))
    assert (late.given, late.overrides["a-1"]) == ({"a-1": {2: Fraction(3)}}, {2: OVERRIDE})


def test_of_what_older_versions_wrote_the_last_word_stands_whoever_had_it() -> None:
    old = replace(OTHER, seen="")
    assert rulings((MARKED, old)).given == {"a-1": {2: Fraction(4)}}
    assert rulings((MARKED, old)).markings == {"a-1": {2: (old,)}}
    # a version that knows better goes on from there
    assert rulings((MARKED, old, SEEN)).differing("a-1") == (2,)


def test_a_void_that_was_taken_back_is_none() -> None:
    void = Voided(attempt="a-1", **BY)  # type: ignore[arg-type]  # shared fields
    back = Reinstated(attempt="a-1", **BY)  # type: ignore[arg-type]  # shared fields
    assert rulings((void, back)).voided == {}
    assert rulings((void, back, void)).voided == {"a-1": void}
