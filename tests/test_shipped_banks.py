"""What every shipped item must be, measured over the banks. Source: the course's guide to writing items."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Item
from quizapp.domain.items.case import Case
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse
from tests.samples.shipped_banks import (
    answered,
    banks,
    every_item,
    exam_banks,
    leaves,
    pool,
    practice_banks,
    ready,
)

READ_TOGETHER = {**{bank.id: [bank] for bank in practice_banks()}, "exam": exam_banks()}
"""What a person learns the habits of: a bank that is practised, and the exam's banks as one."""
EVERY_BANK = pytest.mark.parametrize("together", READ_TOGETHER.values(), ids=list(READ_TOGETHER))
LEAST = 5
"""Items that every leaf topic has at least."""


def single_choices(together: list[ItemBank]) -> list[SingleChoice]:
    return [item for item in ready(*together) if isinstance(item, SingleChoice)]


def test_the_shipped_files_have_neither_errors_nor_warnings() -> None:
    assert pool().faults() == ()


def test_there_are_320_items_with_12_cases_and_12_essays() -> None:
    items = [item for bank in banks() for item in bank.items]
    assert len(every_item()) >= 320
    assert sum(isinstance(item, Case) for item in items) >= 12
    assert sum(isinstance(item, Essay) and bool(item.rubric) for item in items) >= 12


def test_every_leaf_topic_has_five_items_of_three_types() -> None:
    about: dict[str, list[Item]] = {topic: [] for topic in leaves()}
    for item in ready(*banks()):
        if item.topic in about:
            about[item.topic].append(item)
    thin = {topic: len(items) for topic, items in about.items() if len(items) < LEAST}
    uniform = {topic for topic, items in about.items() if len({item.TYPE for item in items}) < 3}
    assert (thin, uniform) == ({}, set())


def test_easy_medium_and_hard_stand_near_four_to_four_to_two() -> None:
    counts = Counter(item.difficulty for item in ready(*banks()))
    shares = {level: Fraction(count, sum(counts.values())) for level, count in counts.items()}
    assert abs(shares["easy"] - Fraction(4, 10)) <= Fraction(6, 100)
    assert abs(shares["medium"] - Fraction(4, 10)) <= Fraction(6, 100)
    assert abs(shares["hard"] - Fraction(2, 10)) <= Fraction(6, 100)


@EVERY_BANK
def test_every_item_has_topic_difficulty_and_a_rationale_that_says_something(together: list[ItemBank]) -> None:
    lacking = [
        item.id for item in answered(*together) if not (item.topic and item.difficulty and len(item.rationale) >= 10)
    ]
    assert lacking == []


@EVERY_BANK
def test_single_choice_keys_lean_to_no_letter(together: list[ItemBank]) -> None:
    keys = Counter(item.key for item in single_choices(together))
    assert max(keys.values()) <= 0.35 * sum(keys.values())


@EVERY_BANK
def test_true_and_false_are_near_half_and_half(together: list[ItemBank]) -> None:
    truths = [item.key for item in ready(*together) if isinstance(item, TrueFalse)]
    assert 0.4 * len(truths) <= sum(bool(truth) for truth in truths) <= 0.6 * len(truths)


@EVERY_BANK
def test_the_key_is_seldom_the_only_longest_option(together: list[ItemBank]) -> None:
    def gives_itself_away(item: SingleChoice) -> bool:
        lengths = {letter: len(text) for letter, text in zip("ABCDEFGH", item.options, strict=False)}
        key = lengths.pop(item.key)
        return key > max(lengths.values())

    items = single_choices(together)
    assert sum(map(gives_itself_away, items)) <= 0.4 * len(items)


@EVERY_BANK
def test_all_options_are_right_in_one_of_six_multiple_choices_at_most(together: list[ItemBank]) -> None:
    items = [item for item in ready(*together) if isinstance(item, MultipleChoice)]
    assert sum(len(item.key) == len(item.options) for item in items) * 6 <= len(items)


def test_no_two_stems_are_alike() -> None:
    stems = [(item.id, "".join(item.stem.split())) for item in every_item()]
    alike = []
    for place, (first, stem) in enumerate(stems):
        matcher = difflib.SequenceMatcher(None, "", stem, autojunk=False)
        for second, other in stems[place + 1 :]:
            matcher.set_seq1(other)
            if matcher.real_quick_ratio() >= 0.85 and matcher.quick_ratio() >= 0.85 and matcher.ratio() >= 0.85:
                alike.append((first, second))
    assert alike == []


def test_no_option_says_all_or_none_of_the_above() -> None:
    texts = [(item.id, text) for item in every_item() for text in item.choices]
    assert [id for id, text in texts if re.search("以上(都|均|皆|全)|都不(对|是)$", text)] == []


def test_no_text_names_an_option_by_its_letter_since_options_are_shuffled() -> None:
    told = [(item.id, text) for item in every_item() for text in (item.rationale, *(note for _, note in item.feedback))]
    assert [id for id, text in told if re.search("(选项|选|答案|故)[A-FＡ-Ｆ]|[A-F]项", text)] == []


def test_no_stem_asks_for_what_the_lecture_leaves_open() -> None:
    assert [item.id for item in every_item() if re.search("X+个|XX|X条|X篇|X次", item.stem)] == []


LECTURE = Path(__file__).parents[1].parent / "shared" / "course"


@pytest.mark.skipif(not LECTURE.is_dir(), reason="the lecture itself is not part of the project")
def test_no_run_of_sixteen_characters_is_the_lectures_own_but_for_the_fixed_phrases() -> None:
    lecture, fixed = (_plain((LECTURE / name).read_text("utf-8")) for name in ("lecture.txt", "OUTLINE.md"))
    runs = {lecture[place : place + 16] for place in range(len(lecture) - 15)}
    runs = {run for run in runs if run.strip("，。、；：") not in fixed}
    copied = []
    for item in [part for each in banks() for whole in each.items for part in (whole, *whole.parts)]:
        text = _plain(" ".join((item.stem, item.rationale, *item.choices, *(note for _, note in item.feedback))))
        if any(text[place : place + 16] in runs for place in range(len(text) - 15)):
            copied.append(item.id)
    assert copied == []


def _plain(text: str) -> str:
    return re.sub(r"[\s“”‘’「」《》]", "", text)
