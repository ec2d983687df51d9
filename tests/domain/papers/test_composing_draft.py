"""Drafts: what changes when something is changed, and what stays in proportion."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.papers.draft import (
    PaperDraft,
    balanced,
    counted,
    finished,
    is_spread,
    levelled,
    new_paper,
    new_section,
    opened,
    shared,
    spread,
    topical,
    with_draw,
)
from quizapp.domain.papers.paper import Draw, Section
from quizapp.domain.papers.stock import Stock, stock
from tests.samples.composing_pool import BANK, PRACTICE, TOPS

STOCK = stock((BANK, PRACTICE))
SINGLE = Draw(type="single_choice", count=10)


def titled(place: int, type: str) -> str:
    return f"{place + 1} {type}" if type else ""


def draft(*sections: Section) -> PaperDraft:
    return PaperDraft(paper=replace(new_paper("p", "卷"), sections=sections))


@given(st.integers(0, 300), st.lists(st.integers(0, 50), max_size=6))
def test_parts_add_up_and_are_in_proportion(total: int, weights: list[int]) -> None:
    parts = shared(total, weights)
    assert sum(parts) == (total if sum(weights) else 0)
    for part, weight in zip(parts, weights, strict=True):
        assert not sum(weights) or abs(part - Fraction(total * weight, sum(weights))) < 1


def test_another_number_keeps_levels_and_topics_in_proportion() -> None:
    draw = replace(SINGLE, topic_counts=(("roles", 4), ("posts", 6)), difficulty_counts=(("easy", 5), ("hard", 5)))
    after = counted(draw, 20, STOCK, TOPS)
    assert (after.count, after.topic_counts) == (20, (("roles", 8), ("posts", 12)))
    assert after.difficulty_counts == (("easy", 10), ("hard", 10))
    assert counted(draw, 0, STOCK, TOPS).count == 1


def test_what_is_spread_stays_spread_whatever_is_changed() -> None:
    draw = spread(SINGLE, STOCK, TOPS)
    assert dict(draw.topic_counts) == {"roles": 3, "bo": 2, "posts": 5}
    for after in (counted(draw, 17, STOCK, TOPS), levelled(draw, (4, 4, 2), STOCK, TOPS)):
        assert is_spread(after, STOCK, TOPS)
        assert sum(number for _, number in after.topic_counts) == after.count


def test_nothing_is_spread_beyond_what_there_is() -> None:
    assert spread(replace(SINGLE, count=25), STOCK, TOPS).topic_counts == ()


def test_counts_by_level_say_how_many_there_are_and_none_leave_it_open() -> None:
    after = levelled(SINGLE, (3, 0, 2), STOCK)
    assert (after.count, after.difficulty_counts) == (5, (("easy", 3), ("hard", 2)))
    assert levelled(after, (0, 0, 0), STOCK) == replace(after, difficulty_counts=())


def test_topics_are_a_range_or_counts_but_not_both() -> None:
    assert topical(SINGLE, ["bo"], []) == replace(SINGLE, topics=("bo",))
    after = topical(replace(SINGLE, topics=("roles",), difficulty_counts=(("easy", 10),)), [], [("bo", 4)])
    assert after == replace(SINGLE, count=4, topic_counts=(("bo", 4),), difficulty_counts=(("easy", 4),))


def test_a_section_of_another_type_is_marked_as_that_is() -> None:
    section = Section(
        title="我的", draw=Draw(type="multiple_choice", count=3), marking="partial", penalty=Fraction(1, 3)
    )
    assert with_draw(section, SINGLE) == Section(title="", draw=SINGLE)
    more = replace(section.draw or SINGLE, count=4)
    assert with_draw(section, more) == replace(section, draw=more)


def test_sections_move_within_the_paper_only() -> None:
    first, second = Section(title="甲", items=("a",)), Section(title="乙", items=("b",))
    assert draft(first, second).moved(0, 1).sections == (second, first)
    assert draft(first, second).moved(0, -1).sections == (first, second)
    assert draft(first).added(1, second).removed(0).sections == (second,)


def test_usual_titles_follow_the_place_and_own_titles_stay() -> None:
    begun = draft(
        Section(title="", draw=SINGLE, marks=Fraction(2)), Section(title="我的", draw=SINGLE, marks=Fraction(1))
    )
    paper = finished(begun.moved(0, 1), titled, begun.marks(STOCK))
    assert [section.title for section in paper.sections] == ["我的", "2 single_choice"]
    assert paper.full_score == 30
    assert opened(paper, titled).aim == 30
    assert [section.title for section in opened(paper, titled).sections] == ["我的", ""]


def test_the_balanced_paper_has_100_marks_over_all_topics() -> None:
    paper = balanced(new_paper("p", "卷"), STOCK, TOPS)
    have = [(section.draw.type, section.draw.count) for section in paper.sections if section.draw]
    assert have == [
        ("single_choice", 20),
        ("multiple_choice", 10),
        ("true_false", 10),
        ("fill_blank", 10),
        ("essay", 2),
    ]
    assert paper.marks(STOCK) == 100
    assert all(section.draw and (section.draw.count < 3 or section.draw.topic_counts) for section in paper.sections)


def test_a_small_bank_is_made_the_most_of() -> None:
    few = stock((replace(BANK, items=BANK.items[:7]),))
    paper = balanced(new_paper("p", "卷"), few, TOPS)
    assert [(section.draw and section.draw.count, section.marks) for section in paper.sections] == [(7, Fraction(14))]
    assert balanced(new_paper("p", "卷"), stock(()), TOPS).sections == ()
    one_type = stock((replace(BANK, items=BANK.items[:24]), replace(BANK, id="b", items=BANK.items[24:36])))
    assert balanced(new_paper("p", "卷"), one_type, TOPS).marks(one_type) > 90


def test_a_case_section_says_how_many_questions_its_cases_have() -> None:
    section = new_section("case", STOCK, TOPS)
    assert section.draw is not None
    assert section.draw.size == 2
    assert (STOCK.questions(section), STOCK.marks(section)) == (2, Fraction(10))
    assert STOCK.questions(Section(title="", items=("c-1", "s-00"))) == 4
    assert STOCK.marks(Section(title="", items=("c-1", "s-00"))) == 4


def test_what_is_for_practice_or_named_already_is_no_supply() -> None:
    assert STOCK.count(SINGLE) == 24
    kept: Stock = stock((BANK,), frozenset({"s-00"}))
    assert kept.count(SINGLE) == 23
    assert "s-00" in kept.fixed
