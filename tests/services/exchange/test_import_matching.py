"""Which question is which item: by stems as people compare them, among the same ones by the options."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.item import Value
from quizapp.services.exchange.import_matching import folded_stem, pair_up


def question(*options: str, type: str = "single_choice", stem: str = "下列说法正确的是（  ）。") -> dict[str, Value]:
    return {"type": type, "stem": stem, "options": list(options)}


@given(st.text(st.characters() | st.sampled_from("-*/%^+=_（）()，. 甲1"), max_size=40))
def test_a_stem_keeps_letters_marks_numbers_and_signs(text: str) -> None:
    normal = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(sign for sign in normal if unicodedata.category(sign)[0] in "LMNS" or sign in "-*/%^")
    assert folded_stem({"stem": text}) == (kept or "".join(normal.split()))


@pytest.mark.parametrize(("one", "other"), [("Ａ 是（  ）。", "a是"), ("“甲”，乙", "甲乙")])
def test_width_case_blanks_and_punctuation_make_no_difference(one: str, other: str) -> None:
    assert folded_stem({"stem": one}) == folded_stem({"stem": other})


def test_of_one_stem_those_alike_in_all_come_first_then_the_most_alike() -> None:
    known = [question("甲", "乙", "丙"), question("甲", "乙", "丁"), question("戊", "己")]
    asked = [question("甲", "乙", "庚"), question("乙", "甲", "丁"), question("辛", "壬"), question("己", "戊")]
    assert pair_up(asked, known) == {0: 0, 1: 1, 3: 2}
    assert pair_up(asked[:2], known[1:2]) == {1: 0}


def test_who_shares_what_few_others_have_is_found_among_many() -> None:
    known = [question(f"甲{number}", f"乙{number}", "以上都对") for number in range(500)]
    asked = [question(f"甲{number}", "改", "以上都对") for number in reversed(range(400, 500))]
    assert pair_up(asked, known) == {place: 499 - place for place in range(100)}


def test_another_type_and_missing_options_are_the_same_question_still() -> None:
    known = [question(), question("甲", "乙", type="multiple_choice")]
    assert pair_up([question("甲", "乙"), question("丙", "丁")], known) == {0: 1, 1: 0}
    assert pair_up([question()], [question("甲", "乙")]) == {0: 0}
