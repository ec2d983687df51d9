"""A bank's items, and what is wrong in its file."""

from __future__ import annotations

from dataclasses import replace

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.errors import Fault
from quizapp.domain.items.case import Case
from tests.samples.small_items import blanks, multiple, single, true_false


def test_only_ready_items_may_be_drawn_in_the_order_of_the_file() -> None:
    items = (multiple(), replace(single(), status="draft"), replace(single(), status="retired"), true_false())
    bank = ItemBank(id="five-roles", title="五种角色", items=items)
    assert bank.ready == (items[0], items[3])


def test_a_bank_is_of_the_course_and_for_any_use_unless_it_says_otherwise() -> None:
    bank = ItemBank(id="b", title="库")
    assert (bank.course, bank.use, bank.ready) == ("course", "any", ())


def test_a_fault_is_an_error_unless_it_says_otherwise() -> None:
    fault = Fault(file="a.yaml", code="key-not-letters")
    assert (fault.severity, fault.line, fault.column, fault.item, dict(fault.values)) == ("error", 0, 0, "", {})


def test_every_item_has_those_of_cases_behind_their_case() -> None:
    case = Case(id="c", stem="材料", items=(single(), true_false()))
    bank = ItemBank(id="b", title="库", items=(multiple(), case, blanks("甲")))
    assert [item.id for item in bank.every] == ["m-1", "c", "s-1", "t-1", "f-1"]
