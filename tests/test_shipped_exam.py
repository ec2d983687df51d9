"""What the exam's own banks must have: kinds of work, in the counts that were asked for, and no habit that pays."""

from __future__ import annotations

from collections import Counter

import pytest

from quizapp.domain.item import LETTERS, Item
from quizapp.domain.items.case import Case
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.single_choice import SingleChoice
from tests.samples.shipped_banks import answered, apart_pairs, banks, exam_banks, leaves, practice_banks, ready

LEAST = {
    "case": 20,
    "classification": 10,
    "text_correction": 10,
    "true_false": 15,
    "multiple_choice": 12,
    "fill_blank": 6,
    "matching": 4,
    "ordering": 4,
    "numeric": 4,
    "essay": 6,
}
"""Of each type, but for single choices, which are the rest."""
ASKS_UPWARD = ("请示", "报告", "报局长", "报领导", "送报", "领导签批", "随稿送领导", "副局长签批")
"""How an option says that somebody above is asked or told."""


def whole() -> list[Item]:
    """Return what the exam can draw: cases, and what stands alone."""
    return [item for bank in exam_banks() for item in bank.items if item.status == "ready"]


def judged() -> list[SingleChoice | MultipleChoice]:
    """Return the exam's choices whose options have each a score of its own."""
    return [
        item for item in ready(*exam_banks()) if isinstance(item, (SingleChoice, MultipleChoice)) and item.option_scores
    ]


def test_the_exam_has_more_than_120_items_of_every_type_there_is() -> None:
    counts = Counter(item.TYPE for item in whole())
    assert sum(counts.values()) >= 120
    assert {type: counts[type] for type, least in LEAST.items() if counts[type] < least} == {}


def test_two_or_more_cases_unfold_and_four_are_about_putting_politics_first() -> None:
    cases = [item for item in whole() if isinstance(item, Case)]
    assert sum(bool(case.stages) for case in cases) >= 2
    assert sum(case.topic == "posts.loyalty.four" for case in cases) >= 4


def test_every_leaf_has_items_of_two_types_that_the_exam_may_draw() -> None:
    types = {leaf: {item.TYPE for item in ready(*exam_banks()) if item.topic == leaf} for leaf in leaves()}
    assert {leaf: found for leaf, found in types.items() if len(found) < 2} == {}


def test_twenty_choices_or_more_grade_each_option_and_say_why() -> None:
    assert len(judged()) >= 20
    unsaid = [item.id for item in judged() if len(item.feedback) < len(item.options)]
    assert unsaid == []


def test_asking_upward_pays_now_and_then_and_so_does_settling_it_oneself() -> None:
    """Who has learned nothing but to ask first must not get far, nor who has learned nothing but never to ask."""
    offered, best = 0, 0
    for item in judged():
        if isinstance(item, SingleChoice):
            asking = [place for place, text in enumerate(item.options) if any(word in text for word in ASKS_UPWARD)]
            offered += bool(asking)
            best += LETTERS.index(item.key) in asking
    assert offered >= 15
    assert offered <= 4 * best <= 2 * offered


def test_every_exam_item_has_a_source_and_those_of_the_practice_banks_have_other_ids() -> None:
    assert [item.id for item in whole() if not item.source] == []
    practised = {item.id for item in answered(*practice_banks())}
    assert practised.isdisjoint(item.id for item in answered(*exam_banks()))


def test_an_essay_of_the_exam_has_levels_or_a_frame_and_takes_off_for_slips() -> None:
    essays = [item for item in whole() if isinstance(item, Essay)]
    assert [item.id for item in essays if not item.deductions] == []
    assert sum(any(point.levels for point in item.rubric) for item in essays) >= 4
    assert sum(bool(item.frame) for item in essays) >= 2


PAIRS = """
attitude-027 attitude-035 · attitude-040 attitude-035 · attitude-040 attitude-041 · attitude-047 attitude-042
attitude-052 attitude-039 · bo-003 bo-005 · bo-012 bo-003 · bo-012 bo-005 · bo-015 bo-019 · bo-015 bo-021
bo-031 bo-033 · bo-033 bo-037 · bo-034 bo-038 · bo-034 bo-042 · bo-042 bo-038 · bo-042 bo-052 · bo-043 bo-048
needs-010 needs-045 · needs-015 needs-007 · needs-015 needs-046 · needs-038 needs-030 · needs-038 needs-051
needs-044 needs-039 · needs-044 needs-042 · needs-053 needs-046 · needs-056 needs-006 · needs-056 needs-059
needs-057 needs-041 · roles-001 roles-070 · roles-008 roles-077 · roles-016 roles-080 · roles-028 roles-063
roles-029 roles-078 · roles-029 roles-079 · roles-035 roles-031 · roles-038 roles-079 · roles-056 roles-054
roles-057 work-035 · roles-076 roles-037 · work-030 work-026 · work-030 work-028 · work-035 work-057
work-038 work-032 · work-038 work-034 · work-046 work-042 · work-047 work-042 · work-054 work-048
work-056 work-062
"""
"""Of each the first was found to answer the second, or the other way round, when the banks were read item by item."""


@pytest.mark.parametrize("pair", [pair.strip() for pair in PAIRS.replace("\n", "·").split("·") if pair.strip()])
def test_items_that_were_found_to_answer_each_other_are_apart(pair: str) -> None:
    first, second = pair.split()
    assert {first, second} <= {item.id for bank in banks() for item in bank.items}
    assert frozenset({first, second}) in apart_pairs()
