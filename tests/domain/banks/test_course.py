"""The tree of topics, and finding one by id or title."""

from __future__ import annotations

import pytest

from quizapp.domain.banks.bank import Course, Topic, is_within

COURSE = Course(
    id="office-directors",
    title="全市办公室主任培训班",
    topics=(
        Topic(id="needs", title="三个需要"),
        Topic(id="needs.situation", title="适应新形势新任务的需要"),
        Topic(id="roles", title="五种角色"),
        Topic(id="roles.Aide", title="参谋"),
        Topic(id="posts", title="五个岗位"),
        Topic(id="posts.aide", title="参谋"),
    ),
)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("needs", "needs"),
        ("NEEDS.Situation", "needs.situation"),
        ("roles.aide", "roles.Aide"),
        ("五种角色", "roles"),
        ("适应新形势新任务的需要", "needs.situation"),
    ],
)
def test_a_topic_is_found_by_its_id_without_case_or_by_its_title(wanted: str, found: str) -> None:
    topic = COURSE.topic(wanted)
    assert topic is not None
    assert topic.id == found


@pytest.mark.parametrize("wanted", ["参谋", "situation", "", "需要"])
def test_a_title_that_two_topics_have_and_a_part_of_an_id_name_none(wanted: str) -> None:
    assert COURSE.topic(wanted) is None


def test_an_id_goes_before_a_title() -> None:
    course = Course(id="c", title="课", topics=(Topic(id="one", title="two"), Topic(id="two", title="二")))
    topic = course.topic("two")
    assert topic is not None
    assert topic.title == "二"


@pytest.mark.parametrize(
    ("topic", "above", "claim"),
    [
        ("needs", "needs", True),
        ("needs.situation", "needs", True),
        ("needs.situation.new", "needs", True),
        ("needs", "needs.situation", False),
        ("needs-more", "needs", False),
        ("needsy.x", "needs", False),
        ("", "needs", False),
    ],
)
def test_a_topic_takes_in_itself_and_the_topics_under_it(topic: str, above: str, claim: bool) -> None:
    assert is_within(topic, above) is claim
