"""A table that is filled in, and a document that is mended: by keys, by mouse, resumed, reviewed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.candidate import Candidate
from quizapp.domain.item import Response
from quizapp.domain.items.classification import Classification
from quizapp.domain.items.text_correction import TextCorrection
from quizapp.domain.papers.paper import Section
from quizapp.domain.practice import PracticeChoice
from quizapp.language import Language
from quizapp.services.book.score_book import look
from quizapp.services.marking.keying import FIRST, Keying
from quizapp.services.practice import Expected, PracticeOrder
from quizapp.tui.analysis.items import cell_lines
from quizapp.tui.items.classification import ClassificationView
from quizapp.tui.items.text_correction import TextCorrectionView
from quizapp.tui.items.view import ItemView
from quizapp.tui.sitting.result import ResultScreen
from tests.instruments.app_stage import grid, on_stage, press, sitting_down, type_text
from tests.samples.classes.class_of_all_types import answers_of
from tests.samples.classes.keyed_attempts import roster
from tests.samples.workplace import Shelf, paper, workplace

BASKET = Classification(
    id="t-1",
    stem="请逐份定缓急和去向。",
    topic="a",
    columns=(("缓急", ("急件", "平件", "退回")), ("去向", ("局长", "综合科"))),
    entries=("传真", "乡里来文", "会议通知"),
    key=("A", "B", "C", "B", "B", "A"),
    rationale="先看时限。",
)
TYPED = TextCorrection(
    id="t-2",
    stem="找出并改正。",
    topic="a",
    passages=("关于", "复印机的", "\n", "。"),
    places=("购买", "请示报告", "妥否，请批示"),
    key=((), ("请示",), ("妥否，请批复",)),
    rationale="一文一事。",
)
CHOSEN = replace(TYPED, id="t-3", options=("请示", "报告", "妥否，请批复"), key=((), ("A",), ("C",)))
ITEMS = (BASKET, TYPED, CHOSEN)
SAT = replace(paper(), sections=(Section(title="一、办文", items=("t-1", "t-2", "t-3"), marks=Fraction(6)),))
BANK = ItemBank(id="work", title="办文", items=ITEMS)
ONE = Candidate(id="07", name="张三", unit="市发改委")


async def test_a_table_is_filled_in_by_arrows_and_letters() -> None:
    place = workplace(Shelf(shelf_papers=(SAT,), shelf_banks=(BANK,)))
    async with sitting_down(place) as pilot:
        view = pilot.app.screen.query_one(ClassificationView)
        await press(pilot, "enter")
        assert given(view) == ()
        await press(pilot, "down", "a", "b")
        assert "[A] 急件  [B] 综合科" in grid(pilot)
        await press(pilot, "right", "1")
        assert given(view) == ("A", "B", "", "A")
        await press(pilot, "left", "up", "up", "space")
        assert given(view) == ("B", "B", "", "A")
        await press(pilot, "backspace")
        assert (given(view), view.missing()) == (("", "B", "", "A"), 4)
        await press(pilot, "d")
        assert "没有 D" in grid(pilot)
        await press(pilot, "ctrl+z")
        assert given(view) == ("B", "B", "", "A")
        await press(pilot, "pagedown")
        assert "第 2 题" in grid(pilot)


async def test_a_table_is_filled_in_by_mouse() -> None:
    place = workplace(Shelf(shelf_papers=(SAT,), shelf_banks=(BANK,)))
    async with sitting_down(place) as pilot:
        view = pilot.app.screen.query_one(ClassificationView)

        async def click(text: str) -> None:
            lines = grid(pilot).splitlines()
            row = next(number for number, line in enumerate(lines) if text in line)
            await pilot.click(offset=(_cells(lines[row][: lines[row].index(text)]), row))
            await pilot.pause()

        await click("会议通知")
        await click("C 退回")
        assert given(view) == ("", "", "", "", "C")
        await click("B 综合科")
        assert given(view) == ("", "", "", "", "C", "B")
        await click("[C]")
        await click("[C]")
        assert given(view) == ("", "", "", "", "", "B")


async def test_a_document_is_mended_by_typing_and_by_choosing_and_resumed() -> None:
    place = workplace(Shelf(shelf_papers=(SAT,), shelf_banks=(BANK,)))
    async with sitting_down(place) as pilot:
        await press(pilot, "pagedown")
        await press(pilot, "down", "space")
        assert "[1 x 购买]" in grid(pilot)
        await press(pilot, "space", "right")
        await type_text(pilot, "请示")
        assert "[2 x 请示报告 => 请示]" in grid(pilot)
        await press(pilot, "enter", "space", "pagedown")
        await press(pilot, "2", "e")
        assert "没有" in grid(pilot)
        view = pilot.app.screen.query_one(TextCorrectionView)
        letter = "ABC"[view.question.shown_choices.index("请示")]
        await press(pilot, letter.lower())
        assert "[2 x 请示报告 => 请示]" in grid(pilot)
    async with on_stage(place, paper="sample-paper", candidate="07", name="张三") as pilot:
        await press(pilot, "enter")
        await press(pilot, "f3", "2", "enter")
        assert "[1 购买]" in grid(pilot)
        assert "[2 x 请示报告 => 请示]" in grid(pilot)
        assert "[3 x 妥否，请批示]" in grid(pilot)
        await press(pilot, "f9", "f9")
        assert isinstance(pilot.app.screen, ResultScreen)
    # Of the second two faults were found and one mended, of the third one found and mended of two.
    assert [score["score"] for score in look(place.home, place.clock).scores] == [Fraction("4.5") + 3]


async def test_both_are_practised_and_told_what_is_right() -> None:
    for item, keys, told in (
        (BASKET, ("down", "a", "a"), "1AB 2CB 3BA"),
        (TYPED, ("down", "space"), "2请示；3妥否，请批复"),
    ):
        place = workplace(Shelf(shelf_banks=(ItemBank(id="work", title="办文", items=(item,)),)))
        order = PracticeOrder(choice=PracticeChoice(type=item.TYPE))
        async with on_stage(place, practice=Expected(candidate=ONE, order=order)) as pilot:
            await press(pilot, *keys)
            await press(pilot, "down", "down", "down", "down", "enter")
            assert told in grid(pilot)
            assert item.rationale in grid(pilot)


def test_the_analysis_tells_the_share_that_had_each_cell_right() -> None:
    place = workplace(Shelf(shelf_papers=(SAT,), shelf_banks=(BANK,)))
    roster(place, "07 张三", "08 李四")
    keying = Keying(place, SAT, FIRST, "赵班长")
    keying.take('07 1AB2CB3BA "2请示；3妥否，请批复" ?')
    keying.take("08 1AA2CB 2请示 ?")
    keying.enter()
    found = answers_of(place, SAT.id)
    table, document, _ = found.analysed.analysis.items
    heading, *rows = cell_lines(found, table, Language())
    assert heading.text == "每格答对的人（缓急、去向）"
    assert [row.text for row in rows] == ["100%  50%  传真", "100% 100%  乡里来文", " 50%  50%  会议通知"]
    _, *rows = cell_lines(found, document, Language())
    assert [row.text for row in rows] == ["100%  购买", "100%  请示报告", " 50%  妥否，请批示"]


def given(view: ItemView) -> Response:
    return view.response


def _cells(text: str) -> int:
    return sum(2 if ord(sign) > 0x2E80 else 1 for sign in text)
