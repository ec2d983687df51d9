"""同类答案: equal answers together, with what they earn now and once the paper is marked again."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from quizapp.domain.decisions.corrections import Reply, same_answers
from quizapp.domain.item import FULL_FOR_ALL, INVALID, Item, Response
from quizapp.domain.papers.paper import Question
from tests.samples.small_items import asked, blanks, multiple, single


def listed(
    question: Question, *responses: Response, later: Question | None = None, order: tuple[int, ...] = ()
) -> list[tuple[object, ...]]:
    replies = (Reply(response=one, now=question, later=later or question) for one in responses)
    return [(one.blank, one.text, one.count, one.share) for one in same_answers(replies, order)]


def test_equal_letters_stand_together_the_most_frequent_first() -> None:
    question = asked(multiple("AB"), 2, "partial")
    assert listed(question, ("A", "C"), ("A",), ("A",), (), ("A", "B"), INVALID) == [
        (0, "A", 2, Fraction(1, 2)),
        (0, "", 1, 0),
        (0, "?", 1, 0),
        (0, "AB", 1, 1),
        (0, "AC", 1, 0),
    ]


def test_letters_are_those_of_the_order_they_are_asked_in() -> None:
    question = replace(asked(single("C")), order=(2, 0, 1, 3, 4))
    assert listed(question, ("C",), order=question.order) == [(0, "A", 1, 1)]
    assert listed(question, ("C",)) == [(0, "C", 1, 1)]


def test_texts_of_a_blank_are_folded_as_marking_folds_them_and_shown_as_most_wrote_them() -> None:
    question = asked(blanks("耳目", ("参谋", "助手")))
    replies = [("耳目", "参谋"), ("“耳目”", "幕 僚"), ("耳目", "幕僚"), ("", "幕僚"), ("?", "Ｘ"), ("?", "x"), INVALID]
    assert listed(question, *replies) == [
        (1, "?", 3, 0),
        (1, "耳目", 3, 1),
        (1, "", 1, 0),
        (2, "幕僚", 3, 0),
        (2, "x", 2, 0),
        (2, "参谋", 1, 1),
    ]


def test_blanks_in_any_order_are_right_by_any_text_of_the_key() -> None:
    assert listed(asked(blanks("一", "二", any_order=True)), ("二", "三")) == [(1, "二", 1, 1), (2, "三", 1, 0)]


def test_what_will_count_is_told_beside_what_counts() -> None:
    item: Item = blanks("耳目")
    more = item.accepting(("耳朵",))
    assert more is not None
    question = asked(item)
    replies = [Reply(response=("耳朵",), now=question, later=replace(question, also=(more,)))]
    (one,) = same_answers(replies, ())
    assert (one.share, one.pending) == (Fraction(0), Fraction(1))


def test_where_everybody_has_the_marks_or_nobody_no_answer_is_wrong() -> None:
    for item, response in ((single("C"), ("A",)), (blanks("一"), ("二",))):
        question = asked(item)
        full = replace(question, marking=replace(question.marking, scheme=FULL_FOR_ALL))
        dropped = replace(question, marking=replace(question.marking, marks=Fraction(0)))
        assert [one[3] for one in listed(full, response, ())] == [1, 1]
        assert [one[3] for one in listed(dropped, response, ())] == [None, None]
