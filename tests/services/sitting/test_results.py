"""What a result tells of topics: bars of one level of the course, whatever level its questions are of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.services.sitting.results import result
from tests.samples.workplace import BANK, PAPER, Shelf, workplace

TITLES = {
    "bo": "四博",
    "bo.read": "博览群书",
    "bo.read.daily": "每日读书",
    "bo.memory": "博闻强记",
    "roles": "五种角色",
    "roles.eyes": "耳目",
}


@pytest.mark.parametrize(
    ("topics", "told"),
    [
        (("bo.read", "bo.memory", "bo", "roles.eyes", "roles"), {"四博", "五种角色"}),
        (("bo.read", "bo.read.daily", "bo.memory", "bo.memory", "bo.read"), {"博览群书", "博闻强记"}),
        (("bo.read",) * 5, {"博览群书"}),
        (("",) * 5, set()),
    ],
)
def test_topics_are_told_at_the_first_level_that_has_several(topics: tuple[str, ...], told: set[str]) -> None:
    items = tuple(replace(item, topic=topic) for item, topic in zip(BANK.items, topics, strict=True))
    place = workplace(Shelf(shelf_banks=(replace(BANK, items=items),), shelf_topics=TITLES))
    one = Candidate(id="07", name="张三")
    sitting = start(place.home, place.library, place.clock, place.chance, standing(place.home, place.clock, PAPER, one))
    sitting.hand_in()
    sitting.close()
    (name,) = place.home.journals.names()
    found = result(read_attempt(place.home, name), place.clock.read().at)
    assert {share.title for share in found.topics} == told
    assert sum(share.full for share in found.topics) == (found.full if told else 0)
