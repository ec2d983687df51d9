"""Coverage and groups apart: a draw that can be met is met, its spans are those of all forms, and chance stays fair."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from quizapp.domain.banks.apart import apart_groups
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.errors import Refused
from quizapp.domain.papers.chance import rank
from quizapp.domain.papers.mark_spans import mark_spans
from quizapp.domain.papers.paper import MarkRange
from quizapp.domain.papers.selection import fixed_items, select
from quizapp.domain.papers.supply import Rules, supply_of
from tests.domain.papers.drawing.ruled_exams import TOPICS, Form, RuledExam, forms, keeps_rules, made_up, marks
from tests.samples.drawing_pool import bank, choice, choices, drawing, fixing

BATCHES, ROUNDS = 8, 60


def drawn(exam: RuledExam, seed: str = "x", levels: str = "") -> Form | Refused:
    try:
        return select(exam.sections, exam.banks, seed, frozenset(), levels, exam.coverage)
    except Refused as refused:
        return refused


def ids(form: Form) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(item.id for item in items) for items in form)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_draw_is_met_exactly_when_some_form_keeps_all_rules(batch: int) -> None:
    outcomes: Counter[str] = Counter()
    for number in range(ROUNDS):
        exam = made_up(Random(f"{batch}/{number}"))
        every = [form for form in forms(exam) if keeps_rules(exam, form)]
        for levels in ("", "levels"):
            form = drawn(exam, f"seed-{number}", levels)
            assert isinstance(form, Refused) == (not every), f"{batch}/{number}"
            assert isinstance(form, Refused) or ids(form) in map(ids, every)
            outcomes[form.code if isinstance(form, Refused) else "met"] += 1
        if every:
            spans_are_those_of(exam, every)
    assert min(outcomes["met"], outcomes["coverage-unmet"]) > ROUNDS // 10


def spans_are_those_of(exam: RuledExam, every: list[Form]) -> None:
    fixed = fixed_items(exam.sections, exam.banks, frozenset())
    kept_out = {item.id for items in fixed for item in items}
    rules = Rules(exam.coverage, apart_groups(exam.banks))
    supply = supply_of(exam.sections, exam.banks, fixed, kept_out, rules, TOPICS)
    for span in mark_spans(supply, rules, TOPICS):
        found = [marks(exam, form, span.topic) for form in every]
        assert (span.least, span.most, span.is_exact) == (min(found), max(found), True)


def test_rules_that_take_no_form_away_change_no_form() -> None:
    idle = (("a", MarkRange(least=Fraction(0))),)
    for number in range(60):
        exam = made_up(Random(f"idle/{number}"))
        plain = replace(exam, banks=tuple(without_groups(each) for each in exam.banks), coverage=())
        for levels in ("", "levels"):
            first, second = drawn(plain, "s", levels), drawn(replace(plain, coverage=idle), "s", levels)
            assert first == second or (isinstance(first, Refused) and isinstance(second, Refused))


def without_groups(bank: ItemBank) -> ItemBank:
    whole = [item.with_parts(tuple(replace(part, apart=()) for part in item.parts)) for item in bank.items]
    return replace(bank, items=tuple(replace(item, apart=()) for item in whole))


LARGE = bank(*(item for topic in ("a.x", "a.y", "b.x", "b.y", "c") for item in choices(30, f"i-{topic}", topic)))


def test_two_hundred_draws_keep_every_line_and_every_group() -> None:
    items = [replace(item, apart=(f"组{number % 12}",)) for number, item in enumerate(LARGE.items)]
    lines = (
        ("a", MarkRange(least=Fraction(3, 10), most=Fraction(2, 5), is_share=True)),
        ("a.y", MarkRange(least=Fraction(2))),
        ("b", MarkRange(most=Fraction(6))),
        ("b.x", MarkRange(least=Fraction(1), most=Fraction(1))),
        ("c", MarkRange(least=Fraction(4))),
    )
    sections = (replace(drawing(6, "一"), marks=Fraction(1)), replace(drawing(5, "二"), marks=Fraction(2)))
    exam = RuledExam(sections, (bank(*items),), lines)
    seen: set[str] = set()
    for number in range(200):
        form = drawn(exam, f"seed-{number}", "levels")
        assert not isinstance(form, Refused)
        assert keeps_rules(exam, form)
        seen.update(item.id for each in form for item in each)
    # nothing that may be drawn is out of chance's reach
    assert len(seen) > len(items) * 9 // 10


def test_among_the_forms_that_keep_the_rules_items_come_in_hash_order() -> None:
    # the first item that some form has is on the form, then the first that some form has beside it, and so on
    for number in range(40):
        exam = made_up(Random(f"order/{number}"))
        if len([section for section in exam.sections if section.draw]) > 1:
            continue
        left = [{item.id for items in form for item in items} for form in forms(exam) if keeps_rules(exam, form)]
        for id in sorted((item.id for item in exam.banks[0].items), key=lambda id: rank("s", "item", id)):
            left = [form for form in left if id in form] or left
        form = drawn(exam, "s")
        if left:
            assert not isinstance(form, Refused)
            assert {item.id for items in form for item in items} == left[0]


def test_the_line_to_blame_is_named_with_what_there_is() -> None:
    lines = (("b", MarkRange(least=Fraction(0))), ("a", MarkRange(least=Fraction(3), most=Fraction(3))))
    exam = RuledExam((replace(drawing(3), marks=Fraction(2)),), (LARGE,), lines)
    refused = drawn(exam)
    assert isinstance(refused, Refused)
    assert (refused.code, refused.values["topic"], refused.values["wanted"]) == ("coverage-unmet", "a", "3")
    assert refused.values["available"] == "2 / 4"


def test_of_lines_that_are_too_much_together_the_last_is_named_with_those_before_it() -> None:
    lines = tuple((topic, MarkRange(least=Fraction(2))) for topic in ("a", "b", "c"))
    refused = drawn(RuledExam((drawing(5),), (LARGE,), lines))
    assert isinstance(refused, Refused)
    assert (refused.code, refused.values["topic"]) == ("coverage-unmet-beside", "c")
    assert (refused.values["available"], refused.values["shared"]) == ("1", "a; b")


def test_a_group_of_which_a_draw_needs_two_is_named() -> None:
    items = tuple(replace(item, apart=("甲组",)) for item in choices(10))
    refused = drawn(RuledExam((drawing(3),), (bank(*items, choice("z")),), ()))
    assert isinstance(refused, Refused)
    assert refused.code == "apart-unmet"
    assert (refused.values["group"], refused.values["count"], refused.values["available"]) == ("甲组", 10, "2")


def test_fixed_items_keep_those_out_that_are_apart_from_them_and_may_not_be_apart_themselves() -> None:
    first, second, third = choices(3)
    pool = bank(replace(first, apart=(second.id,)), second, third)
    form = drawn(RuledExam((fixing(first.id), drawing(1)), (pool,), ()))
    assert not isinstance(form, Refused)
    assert [item.id for items in form for item in items] == [first.id, third.id]
    refused = drawn(RuledExam((fixing(first.id, second.id),), (pool,), ()))
    assert isinstance(refused, Refused)
    assert refused.code == "fixed-items-apart"
