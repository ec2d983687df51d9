"""What a class earned of each topic, by hand."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from quizapp.domain.analysis.class_answers import TopicShare, shares_of_topics
from tests.samples.classes.class_of_marks import form, item, sheet, sheets

TOPICS = {"i-1": "bo", "i-2": "bo", "i-3": "roles"}
TITLES = {"bo": "四博", "roles": "五种角色"}


def test_a_topics_share_is_its_marks_over_what_they_could_be_the_weakest_first() -> None:
    found = shares_of_topics(sheets([[1, 4, 1], [0, 1, 1], [1, 0, 0]], full=[1, 4, 1]), TOPICS, TITLES)
    assert found == (
        TopicShare(topic="bo", title="四博", questions=2, responses=6, share=Fraction(7, 15)),
        TopicShare(topic="roles", title="五种角色", questions=1, responses=3, share=Fraction(2, 3)),
    )


def test_equal_topics_stand_by_their_ids_and_one_without_a_title_is_called_by_its_id() -> None:
    found = shares_of_topics(sheets([[1, 1, 1]]), {"i-1": "z", "i-2": "a", "i-3": "m"}, {"z": "末"})
    assert [one.title for one in found] == ["a", "m", "末"]


def test_an_item_counts_once_whatever_the_forms_that_ask_it() -> None:
    one, two = form(item(1), item(3)), form(item(3), item(1))
    found = shares_of_topics([sheet(one, [1, 0]), sheet(two, [0, 1]), sheet(one, [1, 1])], TOPICS, TITLES)
    assert [(one.topic, one.questions, one.responses, one.share) for one in found] == [
        ("roles", 1, 3, Fraction(1, 3)),
        ("bo", 1, 3, Fraction(1)),
    ]


def test_what_has_no_topic_and_what_everybody_is_given_is_left_out() -> None:
    asked = form(item(1), replace(item(2), is_given=True), item(4))
    (only,) = shares_of_topics([sheet(asked, [0, 1, 1])], TOPICS, TITLES)
    assert (only.topic, only.questions, only.share) == ("bo", 1, Fraction(0))


def test_penalties_take_no_topic_below_nothing() -> None:
    (only,) = shares_of_topics(sheets([[Fraction(-1, 4)], [0]]), {"i-1": "bo"}, TITLES)
    assert only.share == 0


def test_nobody_and_no_topics_are_no_shares() -> None:
    assert shares_of_topics([], TOPICS, TITLES) == () == shares_of_topics(sheets([[1]]), {}, {})
