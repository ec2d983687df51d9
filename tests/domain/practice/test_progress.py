"""The mistakes book, the stars and the streak, as a fold over what was practised."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.practice import UNTOUCHED, PracticeEvent, PracticeProgress, Practised, Starred, evolve, fold
from tests.domain.attempt.stopped_clock import moment
from tests.samples.small_items import unhurried


def practised(share: Fraction | int, item: str = "s-1") -> Practised:
    return Practised(when=moment(), item=item, response=("A",), share=Fraction(share))


def starred(is_starred: bool, item: str = "s-1") -> Starred:
    return Starred(when=moment(), item=item, is_starred=is_starred)


def after(*shares: Fraction | int) -> PracticeProgress:
    return fold(practised(share) for share in shares)


def test_nothing_practised_is_nothing_wrong_and_nothing_starred() -> None:
    progress = fold(())
    assert progress == PracticeProgress()
    assert (progress.mistakes, progress.starred, progress.streak) == (frozenset(), frozenset(), 0)
    assert progress.of("s-1") == UNTOUCHED


def test_a_wrong_answer_goes_into_the_mistakes_book_and_a_right_one_does_not() -> None:
    assert after(0).mistakes == {"s-1"}
    assert after(1).mistakes == frozenset()
    assert after(1, 0).mistakes == {"s-1"}


def test_anything_short_of_the_full_share_is_wrong() -> None:
    assert after(Fraction(99, 100)).mistakes == {"s-1"}


def test_two_right_answers_in_a_row_take_it_out() -> None:
    assert after(0, 1).mistakes == {"s-1"}
    assert after(0, 1, 1).mistakes == frozenset()


def test_a_wrong_one_between_them_begins_anew() -> None:
    assert after(0, 1, 0, 1).mistakes == {"s-1"}
    assert after(0, 1, 0, 1, 1).mistakes == frozenset()
    assert after(1, 1, 0, 1).mistakes == {"s-1"}


def test_every_answer_counts_as_done() -> None:
    assert after(0, 1, Fraction(1, 2)).of("s-1").done == 3


def test_the_streak_goes_over_items_and_ends_with_a_wrong_answer() -> None:
    events: list[PracticeEvent] = [practised(1, "a"), practised(1, "b"), starred(True, "c")]
    assert fold(events).streak == 2
    assert fold([*events, practised(0, "a")]).streak == 0


def test_a_star_is_given_and_taken_away_and_changes_nothing_else() -> None:
    assert fold([practised(0), starred(True)]).starred == {"s-1"}
    assert fold([practised(0), starred(True)]).mistakes == {"s-1"}
    assert fold([starred(True), starred(False)]).starred == frozenset()
    assert fold([practised(0), practised(1), starred(True), practised(1)]).mistakes == frozenset()


EVENTS = st.one_of(
    st.builds(practised, st.sampled_from([0, Fraction(1, 2), 1]), st.sampled_from("abc")),
    st.builds(starred, st.booleans(), st.sampled_from("abc")),
)


@unhurried
@given(st.lists(EVENTS))
def test_event_by_event_is_the_same_as_all_at_once(events: list[PracticeEvent]) -> None:
    progress = PracticeProgress()
    for event in events:
        progress = evolve(progress, event)
    assert progress == fold(events)
    for item in "abc":
        shares = [event.share for event in events if isinstance(event, Practised) and event.item == item]
        # Right twice in a row since the last wrong one, or never wrong: that is what the book leaves out.
        wrongs = [place for place, share in enumerate(shares) if share != 1]
        assert (item in progress.mistakes) == bool(wrongs and len(shares) - 1 - wrongs[-1] < 2)
