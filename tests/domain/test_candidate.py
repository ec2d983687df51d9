"""People of the class."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.domain.candidate import Candidate, CandidateIndex, NumberSpelling, plain_name, same_number


def test_a_candidate_needs_an_id_and_a_name_only() -> None:
    candidate = Candidate(id="001", name="张三")
    assert (candidate.unit, candidate.post, candidate.group) == ("", "", "")


@pytest.mark.parametrize("written", ["张三", "张 三", "张　三", " 张三\n", "\u202e张\x1b三", "张\u00a0三"])
def test_a_name_is_compared_without_the_blanks_that_lists_put_into_it(written: str) -> None:
    assert plain_name(written) == "张三"


@pytest.mark.parametrize("written", ["33a", "３３A", " 33 A", "33\u3000a", "３３ａ", "33\u200a\u00a0a"])
def test_a_number_is_the_same_however_it_is_typed(written: str) -> None:
    assert same_number(written) == "33A"


@pytest.mark.parametrize("plain", ["1", "001", "B2026-031", "学员01", "张三", "ΣΑΣ"])
def test_a_number_that_is_plain_stays_itself(plain: str) -> None:
    assert same_number(plain) == plain


def test_numbers_that_differ_in_more_than_their_writing_stay_apart() -> None:
    assert len({same_number(id) for id in ("1", "01", "001", "1-1", "11", "O1", "I1")}) == 7


@example("R¸")
@example("ß´ı")
@given(st.text(max_size=20))
def test_what_is_the_same_number_is_so_for_good_and_without_case_or_blanks(id: str) -> None:
    plain = same_number(id)
    assert same_number(plain) == plain
    assert same_number(f" {id}\t") == plain
    if id.isascii():
        assert same_number(id.upper()) == same_number(id.lower()) == plain


def test_one_looks_people_up_by_any_writing_of_their_number() -> None:
    people = CandidateIndex([("B01", "张三"), ("02", "李四")])
    assert [people.get(id) for id in ("b01", "Ｂ ０１", "０２", "2", "")] == ["张三", "张三", "李四", None, None]
    assert (people.writing("b01"), "b 01" in people, "03" in people) == ("B01", True, False)


def test_two_that_differ_in_writing_alone_are_found_by_their_own_and_by_no_other() -> None:
    people = CandidateIndex([("33", "张三"), ("３３", "李四")])
    assert [people.get(id) for id in ("33", "３３", "3 3")] == ["张三", "李四", None]
    assert people.alike == (("33", "３３"),)
    assert len({people.key(id) for id in ("33", "３３", "3 3")}) == 3


def test_a_number_is_shown_as_the_roster_writes_it_else_as_it_was_first_written() -> None:
    spelling = NumberSpelling(["B01"], ["３３"])
    for id in ("33", "b01", "7"):
        spelling.learn(id)
    assert [spelling.shown(id) for id in ("b01", "33", "3 3", "７", "x")] == ["B01", "３３", "３３", "7", "x"]
    assert [spelling.is_listed(id) for id in ("b 01", "33")] == [True, False]
