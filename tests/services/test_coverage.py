"""What the banks have and the papers want, cell by cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Difficulty, Item
from quizapp.domain.items.case import Case
from quizapp.domain.papers.paper import Draw, MakeUp, Paper, Section
from quizapp.services.banks.coverage import Coverage, coverage
from tests.samples.drawing_pool import bank, choice, choices
from tests.samples.workplace import Shelf

TITLES = {"bo": "四博", "bo.read": "博览群书", "roles": "五种角色"}
ITEMS = (
    *choices(3, "r", "bo.read", "easy"),
    *choices(2, "s", "bo.read", "hard"),
    *choices(2, "o", "roles", "easy"),
    choice("n"),
)


def paper(*draws: Draw, id: str = "p", make_up: MakeUp | None = None) -> Paper:
    return Paper(
        id=id,
        title=id,
        make_up=make_up,
        sections=tuple(Section(title=f"第{at}题", draw=draw) for at, draw in enumerate(draws)),
    )


def draw(count: int, topics: Iterable[tuple[str, int]] = (), levels: Iterable[tuple[Difficulty, int]] = ()) -> Draw:
    return Draw(type="single_choice", count=count, topic_counts=tuple(topics), difficulty_counts=tuple(levels))


def covered(*papers: Paper, banks: tuple[ItemBank, ...] = (bank(*ITEMS),)) -> Coverage:
    return coverage(Shelf(shelf_papers=papers, shelf_banks=banks, shelf_topics=TITLES))


def wants(found: Coverage) -> dict[tuple[str | None, str | None], tuple[int, int]]:
    return {(row.topic, row.difficulty): (row.items, row.wanted) for row in found.rows if row.wanted}


def test_every_item_is_in_one_cell_in_the_courses_order_with_what_has_no_topic_last() -> None:
    found = covered()
    assert [(row.topic, row.difficulty, row.items, row.wanted) for row in found.rows] == [
        ("bo.read", "easy", 3, 0),
        ("bo.read", "hard", 2, 0),
        ("roles", "easy", 2, 0),
        ("", "", 1, 0),
    ]
    assert found.topics == (*TITLES.items(), ("", ""))


def test_a_topic_takes_in_those_under_it() -> None:
    found = covered()
    assert (found.count("bo"), found.count("bo.read"), found.count("roles"), found.count("")) == (5, 5, 2, 1)
    assert (found.count(), found.count(None, None, "easy"), found.count("bo", "single_choice", "hard")) == (8, 5, 2)
    assert found.count(type="essay") == 0


def test_what_is_not_ready_or_for_practice_only_is_not_counted() -> None:
    draft: Item = replace(choice("d", "roles", "easy"), status="draft")
    banks = (bank(*ITEMS, draft), bank(*choices(5, "x", "roles", "easy"), id="x", use="practice"))
    assert covered(banks=banks).count() == 8


def test_a_case_counts_as_one() -> None:
    found = covered(banks=(bank(Case(id="c", stem="材料", topic="bo", items=choices(3))),))
    assert [(row.topic, row.type, row.items) for row in found.rows] == [("bo", "case", 1)]


def test_wants_are_said_as_the_paper_asks() -> None:
    assert wants(covered(paper(draw(4)))) == {(None, None): (8, 4)}
    assert wants(covered(paper(draw(3, [("bo", 3)])))) == {("bo", None): (5, 3)}
    assert wants(covered(paper(replace(draw(3), topics=("bo",))))) == {("bo", None): (5, 3)}
    assert wants(covered(paper(draw(3, [], [("easy", 3)])))) == {(None, "easy"): (5, 3)}
    assert wants(covered(paper(draw(2, [("bo.read", 2)], [("hard", 2)])))) == {("bo.read", "hard"): (2, 2)}
    both = paper(draw(5, [("bo", 3), ("roles", 2)], [("easy", 4), ("hard", 1)]))
    assert wants(covered(both)) == {
        (None, "easy"): (5, 4),
        (None, "hard"): (2, 1),
        ("bo", None): (5, 3),
        ("roles", None): (2, 2),
    }


def test_sections_of_a_paper_add_up_and_of_several_papers_the_most_counts() -> None:
    one, other = paper(draw(2), draw(3)), paper(draw(4), id="q")
    assert wants(covered(one, other)) == {(None, None): (8, 5)}


def test_a_make_up_that_avoids_the_first_papers_items_needs_others() -> None:
    first = paper(draw(5))
    second = paper(draw(5), id="q", make_up=MakeUp(paper="p", exclude=True))
    assert wants(covered(first, second)) == {(None, None): (8, 10)}
    assert wants(covered(first, replace(second, make_up=MakeUp(paper="p")))) == {(None, None): (8, 5)}
    assert wants(covered(replace(second, make_up=MakeUp(paper="gone", exclude=True)))) == {(None, None): (8, 5)}


def test_what_is_missing_and_what_is_thin() -> None:
    rows = {row.topic: row for row in covered(paper(draw(5, [("roles", 3), ("bo", 2)]))).rows if row.wanted}
    assert (rows["roles"].missing, rows["roles"].is_thin) == (1, True)
    assert (rows["bo"].missing, rows["bo"].is_thin) == (0, False)
    (row,) = [row for row in covered(paper(draw(5))).rows if row.wanted]
    assert (row.missing, row.is_thin) == (0, True)


def test_a_topic_that_no_course_has_stands_behind_those_it_has() -> None:
    found = covered(banks=(bank(choice("a", "zzz", "easy"), choice("b", "roles", "easy")),))
    assert [row.topic for row in found.rows] == ["roles", "zzz"]
    assert found.topics[-1] == ("zzz", "zzz")
