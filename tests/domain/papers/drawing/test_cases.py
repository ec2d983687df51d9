"""Cases are drawn whole, stand whole and in order, and each of their items is a question."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from quizapp.domain.errors import Refused
from quizapp.domain.item import Difficulty
from quizapp.domain.items.case import Case
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.true_false import TrueFalse
from quizapp.domain.papers.forms import form
from quizapp.domain.papers.paper import Draw, Form, Section
from quizapp.domain.papers.selection import select
from tests.samples.drawing_pool import OPTIONS, bank, choice, choices, drawing, fixing, ids, paper


def case(id: str, size: int = 2, topic: str = "", difficulty: Difficulty = "") -> Case:
    parts = tuple(choice(f"{id}-{number}", topic or "other") for number in range(1, size + 1))
    return Case(id=id, stem=f"{id}的材料", items=parts, topic=topic, difficulty=difficulty)


def cases(count: int, size: int = 2, prefix: str = "c", topic: str = "") -> tuple[Case, ...]:
    return tuple(case(f"{prefix}{number}", size, topic) for number in range(1, count + 1))


def of_cases(count: int, size: int | None = None, **asked: object) -> Section:
    return Section(title="案例", draw=Draw(type="case", count=count, size=size, **asked))  # type: ignore[arg-type]  # named by tests


def shown(drawn: Form) -> list[str]:
    return [question.item.id for question in drawn.questions]


def test_a_case_counts_as_one_and_each_of_its_items_is_a_question() -> None:
    drawn = form(paper(of_cases(1), drawing(2)), (bank(*cases(1, 3), *choices(2)),))
    assert shown(drawn) == ["c1-1", "c1-2", "c1-3", "i-01", "i-02"]
    assert [question.number for question in drawn.questions] == [1, 2, 3, 4, 5]
    assert [question.section for question in drawn.questions] == [0, 0, 0, 1, 1]
    assert [(question.case, question.stimulus) for question in drawn.questions] == [("c1", "c1的材料")] * 3 + [
        ("", "")
    ] * 2


@pytest.mark.parametrize("items", [False, True])
def test_cases_are_drawn_and_shuffled_whole_with_their_items_in_order(items: bool) -> None:
    pool = (bank(*cases(6, 3)),)
    orders = set()
    for seed in range(200):
        drawn = form(paper(of_cases(4), items=items, options=True, seed=str(seed)), pool)
        stand = [question.case for question in drawn.questions]
        assert [stand[at : at + 3] for at in range(0, 12, 3)] == [[stand[at]] * 3 for at in range(0, 12, 3)]
        assert shown(drawn) == [f"{stand[at]}-{number}" for at in range(0, 12, 3) for number in (1, 2, 3)]
        orders.add(tuple(dict.fromkeys(stand)))
        assert any(question.order for question in drawn.questions)
    assert all(list(order) == sorted(order) for order in orders) is not items


def test_a_cases_items_are_never_drawn_without_it() -> None:
    pool = bank(*cases(3), *choices(2))
    assert sorted(ids(select((drawing(2),), (pool,), "s")[0])) == ["i-01", "i-02"]
    with pytest.raises(Refused, match="draw-unmet"):
        select((drawing(3),), (pool,), "s")


def test_a_size_is_that_of_all_cases_drawn() -> None:
    pool = (bank(*cases(3, 2, "a"), *cases(3, 4, "b")),)
    for seed in range(50):
        assert all(id.startswith("b") for id in ids(select((of_cases(2, 4),), pool, str(seed))[0]))
        both = select((of_cases(3, 2), of_cases(3, 4)), pool, str(seed))
        assert [sorted(ids(each)) for each in both] == [["a1", "a2", "a3"], ["b1", "b2", "b3"]]


def test_a_draw_of_cases_that_cannot_be_met_says_how_large_they_should_be() -> None:
    with pytest.raises(Refused) as caught:
        form(paper(of_cases(2, 3)), (bank(*cases(5, 2), *cases(1, 3, "b")),))
    assert (caught.value.values["wanted"], caught.value.values["available"]) == ("2×3", "1")


def test_topic_and_difficulty_for_drawing_are_the_cases() -> None:
    mine = replace(case("c1", topic="roles.aide", difficulty="hard"), items=choices(2, "x", "needs", "easy"))
    pool = (bank(mine, case("c2", topic="bo", difficulty="easy")),)
    assert ids(select((of_cases(1, topics=("roles",)),), pool, "s")[0]) == ["c1"]
    assert ids(select((of_cases(1, difficulty_counts=(("hard", 1),)),), pool, "s")[0]) == ["c1"]
    with pytest.raises(Refused):
        select((of_cases(1, topics=("needs",)),), pool, "s")


def test_a_fixed_item_may_be_a_case_and_is_not_drawn_again() -> None:
    pool = (bank(*cases(3)),)
    for seed in range(20):
        drawn = form(paper(fixing("c2"), of_cases(2), seed=str(seed)), pool)
        assert shown(drawn)[:2] == ["c2-1", "c2-2"]
        assert {question.case for question in drawn.questions[2:]} == {"c1", "c3"}


def test_a_case_is_kept_out_with_any_of_its_items() -> None:
    pool = (bank(*cases(3)),)
    first = form(paper(of_cases(1)), pool)
    second = form(paper(of_cases(2)), pool, excluded=frozenset(shown(first)))
    assert not {question.case for question in second.questions} & {first.questions[0].case}
    with pytest.raises(Refused, match="draw-unmet"):
        form(paper(of_cases(3)), pool, excluded=frozenset({"c2-2"}))
    with pytest.raises(Refused, match="item-excluded"):
        form(paper(fixing("c2")), pool, excluded=frozenset({"c2-2"}))


def test_a_sections_marks_and_scheme_are_each_of_its_items() -> None:
    several = MultipleChoice(id="m", stem="（  ）", options=OPTIONS, key=("A", "B"), marks=Fraction(3), marking="half")
    judged = TrueFalse(id="t", stem="对吗", key=True, marks=Fraction(2))
    pool = (bank(Case(id="c", stem="材料", items=(several, judged))),)
    own = form(paper(fixing("c")), pool)
    assert [(each.marking.scheme, int(each.marking.marks)) for each in own.questions] == [
        ("half", 3),
        ("all_or_nothing", 2),
    ]
    given = form(paper(replace(fixing("c"), marks=Fraction(5), marking="partial")), pool)
    assert [(each.marking.scheme, int(each.marking.marks)) for each in given.questions] == [
        ("partial", 5),
        ("all_or_nothing", 5),
    ]


def test_a_form_names_the_topics_of_the_items_asked() -> None:
    mine = replace(case("c1", topic="roles"), items=(choice("x", "needs"), choice("y", "roles")))
    drawn = form(paper(fixing("c1")), (bank(mine),), topics={"needs": "三个需要", "roles": "五种角色", "bo": "四博"})
    assert drawn.topics == (("needs", "三个需要"), ("roles", "五种角色"))
