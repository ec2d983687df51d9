"""The 双向细目表: every question is in it once, in its topic's row and those above."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from quizapp.domain.papers.blueprint_table import BlueprintColumn, BlueprintTable, Worth, added, table
from quizapp.domain.papers.draft import balanced, new_paper
from quizapp.domain.papers.forms import form
from quizapp.domain.papers.paper import Draw, Form, Paper, Section
from quizapp.domain.papers.stock import stock
from tests.samples.composing_pool import BANK, TOPICS, TOPS


def of_type(found: BlueprintTable, type: str) -> Worth:
    """Return what a paper has of a type."""
    return added(worth for column, worth in found.total.cells.items() if column.type == type)


def drawn(paper: Paper) -> Form:
    return form(paper, (BANK,), topics=TOPICS)


def test_topics_and_types_and_levels_add_up_to_the_paper() -> None:
    found = table(drawn(balanced(new_paper("p", "卷"), stock((BANK,)), TOPS).paper))
    assert found.total.total == Worth(52, Fraction(100))
    assert sum(row.total.questions for row in found.parts) == 52
    assert sum((found.total.of_level(level).marks for level in found.levels), Fraction(0)) == 100
    assert of_type(found, "single_choice") == Worth(20, Fraction(40))
    assert found.types == ("single_choice", "multiple_choice", "true_false", "fill_blank", "essay")


def test_a_topic_has_those_under_it_counted_in() -> None:
    section = Section(title="一", draw=Draw(type="single_choice", count=3, topics=("bo",)), marks=Fraction(2))
    found = table(drawn(Paper(id="p", title="卷", sections=(section,))))
    assert [(row.title, row.depth, row.total) for row in found.rows] == [
        ("四博", 0, Worth(3, Fraction(6))),
        ("博览群书", 1, Worth(3, Fraction(6))),
    ]
    assert found.parts == found.rows[:1]


def test_a_case_counts_as_a_case_and_what_has_no_topic_stands_last() -> None:
    bare = replace(BANK.items[0], topic="", difficulty="")
    pool = (replace(BANK, items=(bare, *BANK.items[1:])),)
    sections = (Section(title="一", items=("s-00",)), Section(title="二", draw=Draw(type="case", count=1, size=2)))
    found = table(form(Paper(id="p", title="卷", sections=sections), pool, topics=TOPICS))
    assert found.rows[-1].topic == ""
    assert found.rows[-1].cells == {BlueprintColumn("single_choice", ""): Worth(1, Fraction(1))}
    assert of_type(found, "case").questions == 2
    assert found.levels[-1] == ""


def test_a_topic_of_no_course_stands_by_its_id_and_adds_up() -> None:
    found = table(form(Paper(id="p", title="卷", sections=(Section(title="一", items=("s-01",)),)), (BANK,)))
    assert [(row.title, row.depth) for row in found.rows] == [("bo.read", 0)]
    assert sum(row.total.questions for row in found.parts) == found.total.total.questions
