"""Stems that are the same or nearly so: each told once, with what they differ in."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.banks.near_duplicates import LEAST_LIKENESS, Compared, Pair, Stem, alike, stem_of
from quizapp.domain.item import Item
from tests.domain.banks.quality_items import essay, single, truth


def told(*stems: str) -> list[Pair]:
    return list(alike([stem_of(essay(stem)) for stem in stems]))


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("排在第三的是（  ）。", "排在第三的是( )", "stem-same"),
        ("Each case is kept for ten years.", "each case is kept for ten years", "stem-same"),
        ("每份文件的工本费是3.5元", "每份文件的工本费是35元", "stem-renumbered"),
        ("下列说法正确的是（  ）。", "下列说法正确的是（  ）。", "stem-same"),
        ("属于五种角色的是（  ）。", "不属于五种角色的是（  ）。", "stem-negated"),
        ("关于会务，说法正确的是（  ）。", "关于会务，说法错误的是（  ）。", "stem-negated"),
        ("五种角色中排在第三的是（  ）。", "五种角色中排在第四的是（  ）。", "stem-renumbered"),
        ("每人补贴30元，12人共需多少元？", "每人补贴45元，8人共需多少元？", "stem-renumbered"),
        ("办公室主任的首要职责是（  ）。", "办公室主任的主要职责是（  ）。", "stem-alike"),
        ("公文的成文日期以签发日期为准。", "公文的成文日期应以签发日期为准。", "stem-alike"),
        ("小王接到来电后，先问清楚情况，再向局长报告。", "小李接到来电后，先问清情况，再向局长报告。", "stem-alike"),
        ("不属于三个需要的一项是（  ）。", "属于四个需要的一项是（  ）。", "stem-alike"),
        ("接到来文以后“首先”应当登记。", "接到来文以后首先应该登记。", "stem-alike"),
        ("3.5+2的得数写成小数是多少", "3.5-2的得数写成小数是多少", "stem-alike"),
    ],
)
def test_two_stems_that_are_alike_are_told_with_what_they_differ_in(first: str, second: str, code: str) -> None:
    assert told(first, second) == [(0, 1, code)]
    assert told(second, "甲乙丙丁戊己庚辛壬癸", first) == [(0, 2, code)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("五种角色中排在第三的是（  ）。", "领导下乡时，跟班首先要做的是（  ）。"),
        ("第三是（  ）。", "第四是（  ）。"),
        ("“谛听”一词在文中的意思最接近（  ）。", "“陶冶”一词在文中的意思最接近（  ）。"),
        ("《出师表》的作者是谁，写于哪一年？", "《岳阳楼记》的作者是谁，写于哪一年？"),
        ("他最该先补的是（  ）。", "他最该先问的是（  ）。"),
        ("", ""),
        ("？", "！"),
        ("3+5=", "3-5="),
    ],
)
def test_two_stems_that_ask_of_other_things_are_not(first: str, second: str) -> None:
    assert told(first, second) == []


def test_a_stem_is_told_once_beside_the_first_it_is_like() -> None:
    one = "办公室主任的首要职责是（  ）。"
    pairs = told(one, one, one.replace("首要", "主要"), one)
    assert pairs == [(0, 1, "stem-same"), (0, 3, "stem-same"), (0, 2, "stem-alike")]


def test_the_items_of_two_cases_are_compared_where_they_ask_by_themselves() -> None:
    def pairs(stem: str, first: str, second: str) -> list[Pair]:
        return list(alike([stem_of(essay(stem), first), stem_of(essay(stem), second)]))

    short, whole = "他首先应当（  ）。", "办公室接到涉密来文后首先应当（  ）。"
    assert pairs(short, "case-1", "case-2") == []
    almost = [
        stem_of(essay("他接下来首先要办的是（  ）。"), "case-1"),
        stem_of(essay("他接下来首先该办的是（  ）。"), "case-2"),
    ]
    assert list(alike(almost)) == []
    assert len(pairs(short, "case-1", "case-1")) == len(pairs(short, "case-1", "")) == 1
    assert len(pairs(whole, "case-1", "case-2")) == 1


def test_items_of_any_types_are_compared() -> None:
    items: list[Item] = [single(stem="成文日期以签发日期为准"), truth("成文日期以签发日期为准。")]
    assert [pair.code for pair in alike([stem_of(item) for item in items])] == ["stem-same"]


def test_stems_that_are_all_alike_are_all_found() -> None:
    chance = random.Random(3)
    words = [chr(0x4E00 + place * 7) + chr(0x6E00 + place * 5) for place in range(120)]
    stems = [f"接到来文以后{word}科室的同志首先应当做的一件事情是什么" for word in words]
    chance.shuffle(stems)
    assert len(told(*stems)) == len(stems) - 1


def test_a_bank_that_asks_always_in_the_same_words_about_other_things_is_left_in_peace() -> None:
    words = [chr(0x4E00 + place * 7) + chr(0x6E00 + place * 5) for place in range(80)]
    assert told(*(f"下列各项中与“{word}”一词意思最接近的是（  ）。" for word in words)) == []


def _changed(chance: random.Random, text: str) -> str:
    """Return a text with a word changed, put in or taken out, so that it is still nearly the same."""
    at, length = chance.randrange(len(text) - 2), chance.randint(1, 2)
    word = "".join(chr(chance.randrange(0x5000, 0x5400)) for _ in range(chance.randint(0, 2)))
    return text[:at] + word + text[at + length :]


def test_of_many_stems_those_are_found_that_comparing_all_with_all_finds() -> None:
    chance = random.Random(7)
    letters = [chr(0x4E00 + 13 * place) for place in range(150)]
    stems = ["".join(chance.choices(letters, k=chance.randint(12, 60))) for _ in range(400)]
    stems += [_changed(chance, chance.choice(stems)) for _ in range(200)]
    said = [stem_of(essay(stem)) for stem in stems]
    exact = {
        later
        for later in range(len(said))
        if any(Compared(said[later].said).likeness(other.said) >= LEAST_LIKENESS for other in said[:later])
    }
    found = {pair.second for pair in alike(said)}
    assert len(exact) >= 190
    assert found == exact


@given(st.text(alphabet="甲乙丙丁戊", max_size=12), st.text(alphabet="甲乙丙丁戊", max_size=12))
def test_likeness_is_the_share_of_the_longest_common_subsequence(one: str, other: str) -> None:
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for row, a in enumerate(one):
        for column, b in enumerate(other):
            best = max(table[row][column + 1], table[row + 1][column])
            table[row + 1][column + 1] = table[row][column] + 1 if a == b else best
    assert Compared(one).common(other) == table[-1][-1]
    assert Compared(one).likeness(one) == 1
    assert Compared(one).likeness(other) == Compared(other).likeness(one)


def test_a_stem_says_what_is_left_of_it_without_punctuation() -> None:
    assert stem_of(essay("Ａ：“3.5”＋ ___ 元（  ）。")) == Stem(essay("Ａ：“3.5”＋ ___ 元（  ）。"), "", "a3.5+元")
