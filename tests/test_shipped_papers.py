"""What the forms of every shipped paper have in common: topics, levels, and nothing that tells a key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from quizapp.domain.banks.bank import is_within
from quizapp.domain.papers.forms import forecast, form, items_on_forms
from quizapp.domain.papers.mark_spans import paper_spans
from quizapp.domain.papers.paper import Form, Paper, Question
from tests.samples.shipped_banks import apart_pairs, banks, leaves, papers, practice_banks, ready

BY_ID = {paper.id: paper for paper in papers()}
EXAMS = ("final", "make-up")
WHOLE_COURSE = (*EXAMS, "mock")
"""The papers that ask after everything that was taught."""
NOT_DUE = {"needs.team.saying"}
"""The lecture gives it one mark in a hundred; every other leaf is due two or more."""


@pytest.fixture
def draws(is_full: bool) -> int:
    """How many classes draw a paper: each test draws it anew, so that there are few where time is short."""
    return 200 if is_full else 6


def numbered(paper: Paper, number: int) -> Paper:
    """Return a paper as a class of its own would draw it."""
    return replace(paper, seed=f"class-{number}")


def drawn(paper: Paper, number: int) -> Form:
    """Return the form of a class, or of one candidate; a make-up's keeps clear of what that class's first paper had."""
    kept_out: frozenset[str] = frozenset()
    if paper.make_up is not None and paper.make_up.exclude:
        kept_out = items_on_forms(numbered(BY_ID[paper.make_up.paper], number), banks())
    candidate = "07" if paper.per_candidate else ""
    return form(numbered(paper, number), banks(), candidate=candidate, excluded=kept_out)


def marks(form: Form, topic: str) -> Fraction:
    return sum(
        (question.marking.marks for question in form.questions if is_within(question.item.topic, topic)), Fraction(0)
    )


def standing(question: Question) -> str:
    """Return the id of what was drawn: the item's, or its case's."""
    return question.case or question.item.id


def test_there_is_a_paper_for_every_occasion() -> None:
    assert {"opening-test", *WHOLE_COURSE} <= set(BY_ID)
    assert sum(id.startswith("unit-") for id in BY_ID) == len(practice_banks())


@pytest.mark.parametrize("id", BY_ID)
def test_the_forms_of_a_paper_are_fit_to_be_sat(id: str, draws: int) -> None:
    forms = [drawn(BY_ID[id], number) for number in range(draws)]
    check_each(id, forms)
    if id in WHOLE_COURSE:
        check_all(forms)


def check_each(id: str, forms: Sequence[Form]) -> None:
    """Check that a form adds up, that no item answers another, and that it has no more to recall than it may."""
    practised = {item.id for item in ready(*practice_banks())}
    recalled = {item.id for item in ready(*banks()) if "回忆" in item.tags}
    for each in forms:
        assert each.full_score == BY_ID[id].full_score
        ids = {standing(question) for question in each.questions}
        assert [pair for pair in apart_pairs() if pair <= ids] == []
        # An exam has nothing that may be practised, and what is sat before it nothing of the exam.
        assert {question.item.id in practised for question in each.questions} == {id not in EXAMS}
        told = sum((one.marking.marks for one in each.questions if one.item.id in recalled), Fraction(0))
        assert told * 4 <= each.full_score


def check_all(forms: Sequence[Form]) -> None:
    """Check that nothing that was taught goes missing, and that who learned it passes with some marks to spare."""
    least = {leaf: min(marks(each, leaf) for each in forms) for leaf in leaves()}
    assert {leaf: found for leaf, found in least.items() if found < 2 and leaf not in NOT_DUE} == {}
    scores = [score for each in forms if (score := forecast(each).expected_score) is not None]
    assert len(scores) == len(forms)
    assert 68 <= sum(scores) / len(scores) <= 75


def test_the_make_up_has_other_items_than_its_classs_final_of_the_same_difficulties(draws: int) -> None:
    for number in range(draws // 2):
        first, second = (drawn(BY_ID[id], number) for id in EXAMS)
        assert {standing(one) for one in first.questions}.isdisjoint(standing(one) for one in second.questions)
        assert levels(first) == levels(second)


def levels(form: Form) -> Counter[tuple[int, str]]:
    """Return how many questions of each difficulty a section has, those of a case by the case's own."""
    known = {item.id: item.difficulty for bank in banks() for item in bank.items}
    return Counter((question.section, known[standing(question)]) for question in form.questions)


@pytest.mark.parametrize("id", WHOLE_COURSE)
def test_no_form_that_can_be_drawn_at_all_leaves_out_what_is_due(id: str) -> None:
    spans = {span.topic: span for span in paper_spans(BY_ID[id], banks(), leaves())}
    assert {leaf for leaf in leaves() if leaf not in spans or spans[leaf].least < 2} <= NOT_DUE


def test_some_paper_can_draw_each_item_that_is_ready() -> None:
    draws = [section.draw for paper in papers() for section in paper.sections if section.draw]
    waiting = [
        item.id
        for bank in banks()
        for item in bank.items
        if item.status == "ready" and not any(draw.accepts(bank, item) for draw in draws)
    ]
    assert waiting == []


def test_the_exams_cover_says_what_its_rules_do() -> None:
    for paper in (BY_ID[id] for id in EXAMS):
        assert "成绩待阅卷后公布" in paper.instructions
        assert "不公布答案和解析" in paper.instructions
        assert set(paper.delivery.show) == {"score", "marks"}
