"""Which items are apart from which, by what their authors wrote."""

from __future__ import annotations

from quizapp.domain.banks.apart import apart_groups, lonely
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Item
from quizapp.domain.items.case import Case
from quizapp.domain.items.true_false import TrueFalse


def truth(id: str, *apart: str) -> TrueFalse:
    return TrueFalse(id=id, stem="甲", key=True, apart=apart)


def groups(*items: Item) -> dict[str, set[str]]:
    cut = len(items) // 2
    banks = [ItemBank(id="one", title="一", items=items[:cut]), ItemBank(id="two", title="二", items=items[cut:])]
    return {group.name: set(group.members) for group in apart_groups(banks)}


def test_two_items_are_apart_where_one_names_the_other_whatever_the_case_of_its_letters() -> None:
    assert groups(truth("a-1", "B-1"), truth("b-1")) == {"a-1、b-1": {"a-1", "b-1"}}


def test_items_that_name_each_other_are_one_group() -> None:
    assert groups(truth("b", "a"), truth("a", "b"), truth("c")) == {"a、b": {"a", "b"}}


def test_a_name_that_is_no_id_is_a_group_of_all_that_name_it() -> None:
    assert groups(truth("a", "甲组"), truth("b", "甲组"), truth("c", "甲组", "a")) == {
        "甲组": {"a", "b", "c"},
        "a、c": {"a", "c"},
    }


def test_what_a_case_s_part_is_apart_from_the_whole_case_is() -> None:
    case = Case(id="k", stem="材料", items=(truth("k-1", "甲组"), truth("k-2")))
    assert groups(case, truth("a", "甲组"), truth("b", "k-2")) == {"甲组": {"k", "a"}, "b、k": {"k", "b"}}


def test_what_keeps_nothing_apart_is_found() -> None:
    case = Case(id="k", stem="材料", items=(truth("k-1", "甲组"), truth("k-2", "甲组", "k-1")))
    bank = ItemBank(id="x", title="甲", items=(case, truth("a", "a", "乙组", "b"), truth("b")))
    assert [(each.item.id, each.name) for each in lonely([bank])] == [
        ("k-1", "甲组"),
        ("k-2", "甲组"),
        ("k-2", "k-1"),
        ("a", "a"),
        ("a", "乙组"),
    ]
    assert apart_groups([bank])[0].members == {"a", "b"}


def test_banks_that_keep_nothing_apart_have_no_groups() -> None:
    bank = ItemBank(id="x", title="甲", items=(truth("a"),))
    assert (apart_groups([bank]), lonely([bank])) == ((), ())
