"""Keys that were wrong: what a correction makes of a form and of marks, for every type of question."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from quizapp.domain.attempt.decisions import DECISIONS, KeyCorrected
from quizapp.domain.codec import event_to_plain, fact_from_plain
from quizapp.domain.decisions.corrections import correct_for_all, correct_from_bank, correct_key, corrected, is_dropped
from quizapp.domain.errors import Refused
from quizapp.domain.item import INVALID, Item, Response
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.marking.marks import mark, waiting
from quizapp.domain.moment import Moment
from quizapp.domain.papers.paper import Form
from tests.samples.item_examples import EXAMPLES
from tests.samples.small_items import asked, blanks, form, multiple, single, true_false

NOW = Moment(at=datetime(2026, 12, 1, 4, tzinfo=UTC))
WANG = Marker(by="王班长", checked_by="李副班长", why="第 1 题答案有误")
KEYED = sorted(kind for kind, example in EXAMPLES.items() if example.item.key_response() is not None)


def key(asks: Form, answer: Response, number: int = 1, *, is_more: bool = False) -> KeyCorrected:
    return correct_key("f", asks.questions[number - 1], answer, WANG, NOW, is_more=is_more)


def for_all(asks: Form, number: int = 1, *, is_dropped: bool = False) -> KeyCorrected:
    return correct_for_all("f", asks.questions[number - 1], WANG, NOW, is_dropped=is_dropped)


def total(asks: Form, *responses: Response) -> Fraction:
    score = mark(asks, responses)
    assert score is not None
    return score.total


def another_key(item: Item) -> Response:
    """Return a response that can be a key and is not the item's."""
    can_be = [one for one in EXAMPLES[item.TYPE].others if item.keyed(one) is not None]
    return next(one for one in can_be if one != item.key_response())


@pytest.mark.parametrize("kind", KEYED)
def test_another_key_earns_full_marks_and_the_old_one_no_longer(kind: str) -> None:
    item = replace(EXAMPLES[kind].item, marking="all_or_nothing")
    asks = form([asked(item, 2, "all_or_nothing")])
    old, new = item.key_response(), another_key(item)
    if kind == "numeric":
        new = ("99",)
    if kind == "fill_blank":
        new = ("细致", "稳", "实")
    assert old is not None
    after = corrected(asks, [key(asks, new)])
    assert total(after, new) == 2
    assert total(after, old) == 0


@pytest.mark.parametrize("kind", KEYED)
def test_an_accepted_answer_earns_full_marks_and_the_old_key_still_does(kind: str) -> None:
    item = EXAMPLES[kind].item
    asks = form([asked(item, 2, "all_or_nothing")])
    old, new = item.key_response(), another_key(item)
    if kind == "fill_blank":
        new = ("迅速", "精", "微")
    assert old is not None
    after = corrected(asks, [key(asks, new, is_more=True)])
    assert total(after, new) == 2
    assert total(after, old) == 2


@pytest.mark.parametrize("kind", KEYED)
def test_a_correction_survives_the_journal(kind: str) -> None:
    item = EXAMPLES[kind].item
    decision = key(form([asked(item)]), another_key(item))
    plain = event_to_plain(decision)
    assert fact_from_plain(DECISIONS, plain["kind"], plain["data"], NOW) == decision


def test_an_accepted_text_leaves_the_other_blanks_and_texts_as_they_are() -> None:
    asks = form([asked(blanks(("快", "及时"), "准"), 2, "per_blank")])
    first = key(asks, ("", "准确"), is_more=True)
    once = corrected(asks, [first])
    assert total(once, ("及时", "准确")) == 2
    second = key(once, ("迅速",), is_more=True)
    twice = corrected(asks, [first, second])
    for right in (("迅速", "准确"), ("快", "准"), ("及时", "准确"), ("迅速", "准")):
        assert total(twice, right) == 2
    assert total(twice, ("慢", "准确")) == 1


def test_an_accepted_text_that_is_there_already_is_not_there_twice() -> None:
    asks = form([asked(blanks("快"), 2)])
    keyed = key(asks, ("《快》",), is_more=True).keyed
    assert keyed == asks.questions[0].item


def test_a_part_of_an_accepted_answer_earns_what_the_scheme_gives_for_it() -> None:
    asks = form([asked(multiple("AB"), 4, "partial")])
    after = corrected(asks, [key(asks, ("C", "D"), is_more=True)])
    assert total(after, ("C",)) == 2
    assert total(after, ("A",)) == 2
    assert total(after, ("A", "C")) == 0


def test_full_marks_for_all_go_to_those_too_who_left_it_empty_or_wrong_and_cost_nobody_a_penalty() -> None:
    asks = form([asked(single(), 2), asked(true_false(), 2)], penalties=[Fraction(1, 2)])
    after = corrected(asks, [for_all(asks)])
    for response in ((), ("A",), ("C",), INVALID):
        assert total(after, response, ()) == 2
    assert after.full_score == 4


def test_a_dropped_question_leaves_the_total_and_the_pass_mark_and_takes_no_penalty() -> None:
    asks = form([asked(single(), 2), asked(true_false(), 3)], penalties=[Fraction(1)])
    after = corrected(asks, [for_all(asks, is_dropped=True)])
    assert (after.full_score, after.pass_marks) == (Fraction(3), Fraction(9, 5))
    assert total(after, ("A",), ("true",)) == 3
    assert total(after, ("C",), ("true",)) == 3
    assert [is_dropped(question) for question in after.questions] == [True, False]
    assert len(after.questions) == len(asks.questions)


def test_an_essay_can_be_given_to_all_or_dropped_and_then_waits_for_nobody() -> None:
    asks = form([asked(EXAMPLES["essay"].item, 5)])
    written = (("先报告",),)
    assert waiting(asks, written) == (1,)
    assert total(corrected(asks, [for_all(asks)]), *written) == 5
    assert waiting(corrected(asks, [for_all(asks)]), written) == ()
    with pytest.raises(Refused, match="correct-no-key"):
        key(asks, ("先报告",))


def test_of_two_corrections_the_later_says_whether_it_is_dropped_or_full() -> None:
    asks = form([asked(single(), 2)])
    full, drop = for_all(asks), for_all(asks, is_dropped=True)
    assert corrected(asks, [full, drop]).full_score == 0
    assert total(corrected(asks, [drop, full]), ()) == 2


def test_a_key_takes_back_all_that_was_said_of_the_question_before() -> None:
    asks = form([asked(single("C"), 2)])
    more = key(asks, ("A",), is_more=True)
    for before in ([more], [for_all(asks)], [for_all(asks, is_dropped=True)], [key(asks, ("E",))]):
        assert corrected(asks, [*before, key(asks, ("C",))]) == asks


def test_a_correction_touches_no_other_question_and_none_beyond_the_form() -> None:
    asks = form([asked(single(), 2), asked(single(), 2)])
    after = corrected(asks, [key(asks, ("A",), 2), replace(for_all(asks), question=9)])
    assert after.questions[0] == asks.questions[0]
    assert len(after.questions) == 2


def test_a_key_from_the_bank_says_so() -> None:
    asks = form([asked(single(), 2)])
    found = correct_from_bank("f", asks.questions[0], single("B"), WANG, NOW)
    assert (found.is_from_bank, found.answer, found.how) == (True, ("B",), "key")
    assert total(corrected(asks, [found]), ("B",)) == 2


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        (single(), ("Z",)),
        (single(), ("A", "B")),
        (single(), ()),
        (single(), INVALID),
        (multiple(), ()),
        (multiple(), ("Z",)),
        (true_false(), ("A",)),
        (blanks("快", "准"), ("",)),
        (blanks("快", "准"), ("a", "b", "c")),
        (blanks("快"), INVALID),
        (EXAMPLES["numeric"].item, ("十二",)),
        (EXAMPLES["numeric"].item, ()),
        (EXAMPLES["ordering"].item, ("A", "B")),
        (EXAMPLES["matching"].item, ("A", "B")),
        (EXAMPLES["matching"].item, ("A", "", "C")),
    ],
)
def test_what_can_be_no_key_is_refused(item: Item, answer: Response) -> None:
    asks = form([asked(item)])
    for is_more in (False, True):
        with pytest.raises(Refused, match="correct-not-a-key"):
            key(asks, answer, is_more=is_more)


def test_a_case_has_no_key() -> None:
    from quizapp.domain.items.case import Case

    assert Case(id="c-1", stem="材料", items=(single(),)).keyed(("A",)) is None
