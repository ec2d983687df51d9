"""What stands on the pages of a paper, whatever they are written to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TypeVar

import pytest

from quizapp.documents import page
from quizapp.documents.page import Block
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Item
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.papers.paper import Paper, Section
from quizapp.language import Language
from quizapp.prints.paper import FEWEST_LINES, MOST_LINES, paper_pages
from quizapp.services.printing import PrintedPaper, print_paper
from tests.samples.item_examples import EXAMPLES
from tests.samples.judgement_items import GRADED, LETTER, TWO_ORDERS, UNFOLDING
from tests.samples.printed_paper import printed
from tests.samples.workplace import Shelf, workplace

ZH = Language("zh")
Kind = TypeVar("Kind")


def stands(blocks: Iterable[Block], kind: type[Kind]) -> Iterator[Kind]:
    """Give the blocks of a kind, those within sections too."""
    for block in blocks:
        if isinstance(block, page.PageSection):
            yield from stands(block.blocks, kind)
        elif isinstance(block, kind):
            yield block


def chapters(paper: PrintedPaper, kind: type[Kind]) -> list[list[Kind]]:
    return [list(stands(chapter.blocks, kind)) for chapter in paper_pages(paper, ZH).chapters]


def of_one(item: Item, marks: Fraction = Fraction(10)) -> PrintedPaper:
    """Return a paper of that item alone."""
    paper = Paper(id="one", title="一题卷", sections=(Section(title="一、题", items=(item.id,), marks=marks),))
    place = workplace(Shelf(shelf_papers=(paper,), shelf_banks=(ItemBank(id="b", title="题", items=(item,)),)))
    return print_paper(place, paper, ["A"], with_key=False)


def keys(block: page.ShortTexts) -> str:
    """Return the letters of keys in groups."""
    return "".join(group.partition(" ")[2] for group in block.texts)


def letter_of(text: str, options: dict[str, str]) -> str:
    (letter,) = [letter for letter, one in options.items() if one == text]
    return letter


def test_every_form_has_its_own_questions_and_key() -> None:
    both = printed("A", "B", with_key=True, forms=2)
    first, second, *_ = chapters(both, page.AskedQuestion)
    assert [one.options for one in first] != [one.options for one in second]
    first_key, second_key = (keys(one[0]) for one in chapters(both, page.ShortTexts)[2:])
    assert first_key != second_key


def test_key_and_feedback_have_the_letters_of_the_form() -> None:
    paper = printed(with_key=True)
    asked = {one.number: dict(one.options) for one in chapters(paper, page.AskedQuestion)[0]}
    groups, notes = chapters(paper, page.ShortTexts)[1], chapters(paper, page.KeyNotes)[1]
    assert asked[1][keys(groups[0])[0]] == "耳目"
    told = {one.number: one for one in notes}
    whys = [note.split(" 项：") for note in told[10].notes if " 项：" in note]
    assert {asked[10][letter]: why for letter, why in whys} == {"司机": "司机不在其列。", "会计": "会计不在其列。"}
    assert sorted(asked[10][letter] for letter in told[10].answer) == ["参谋", "秀才", "跟班"]
    assert f"{letter_of('参谋', asked[1])} 项：参谋排在第四。" in told[1].notes


def test_a_case_is_told_once_with_the_questions_it_is_for() -> None:
    (cases,) = chapters(printed(), page.CaseMaterial)
    assert [(one.lead, one.material[:4]) for one in cases] == [("阅读材料，回答第 17～18 题。", "上午十点")]
    blocks = list(stands(paper_pages(printed(), ZH).chapters[0].blocks, object))
    after = blocks[blocks.index(cases[0]) + 1]
    assert isinstance(after, page.AskedQuestion)
    assert after.number == 17


@pytest.mark.parametrize(
    ("stem", "shown"),
    [
        ("是（  ）。", ("是（　　）。",)),
        ("是( )。", ("是（　　）。",)),
        ("是什么？", ("是什么？（　　）",)),
        ("是____。", ("是", "。")),
    ],
)
def test_a_stem_has_one_place_for_its_letter(stem: str, shown: tuple[str, ...]) -> None:
    ((question,),) = chapters(
        of_one(SingleChoice(id="s-1", stem=stem, options=("甲", "乙"), key="A")), page.AskedQuestion
    )
    assert question.stem == shown


@pytest.mark.parametrize(
    ("kind", "room"),
    [
        ("single_choice", page.AnswerBoxes((1,), 10)),
        ("multiple_choice", page.AnswerBoxes((1,), 5)),
        ("true_false", page.AnswerBoxes((1,), 10)),
        ("fill_blank", page.AnswerSpace(1, "blanks", 3)),
        ("numeric", page.AnswerSpace(1, "number", 1, "万元")),
        ("ordering", page.AnswerSpace(1, "order", 4)),
        ("matching", page.AnswerSpace(1, "pairs", 3)),
        ("classification", page.AnswerSpace(1, "cells", 3, columns=("缓急", "去向"))),
        ("text_correction", page.AnswerSpace(1, "places", 4, columns=("",))),
        ("essay", page.AnswerSpace(1, "lines", 10)),
    ],
)
def test_every_type_has_the_room_its_answer_needs(kind: str, room: Block) -> None:
    assert chapters(of_one(EXAMPLES[kind].item), type(room)) == [[room]]


@pytest.mark.parametrize(("marks", "lines"), [(1, FEWEST_LINES), (Fraction(15, 2), 8), (50, MOST_LINES)])
def test_a_text_has_a_line_for_each_mark_within_reason(marks: int | Fraction, lines: int) -> None:
    ((space,),) = chapters(of_one(Essay(id="e", stem="为什么？"), Fraction(marks)), page.AnswerSpace)
    assert space.places == lines


def test_rules_are_those_of_the_paper() -> None:
    ((head, sheet),) = chapters(printed(), page.PageHead)
    assert (head.above, head.facts[0]) == ("办公室主任培训班", "考试时间 60 分钟")
    assert (sheet.part, len(sheet.facts)) == ("答题卡", 1)
    (headings,) = chapters(printed(), page.Heading)
    assert headings[0] == page.Heading("一、单项选择题", beside="（共 9 题，每题 2 分，共 18 分）")
    (rules,) = chapters(printed(), page.TextBlock)
    assert rules[0].text == "答错的题倒扣该题分值的 1/3，本大题最低 0 分。"
    assert rules[1].text == "选错不得分，少选得一半。"


def test_a_paper_that_was_edited_says_its_new_name_on_forms_that_were_fixed_before() -> None:
    paper = printed()
    edited = replace(paper, paper=replace(paper.paper, title="新卷名"))
    assert {head.title for head in chapters(edited, page.PageHead)[0]} == {"新卷名"}


def key_notes(item: Item) -> page.KeyNotes:
    """Return what the markers read of an item."""
    paper = Paper(id="one", title="一题卷", sections=(Section(title="一、题", items=(item.id,), marks=Fraction(2)),))
    place = workplace(Shelf(shelf_papers=(paper,), shelf_banks=(ItemBank(id="b", title="题", items=(item,)),)))
    printed_paper = print_paper(place, paper, ["A"], with_key=True)
    (found,) = chapters(printed_paper, page.KeyNotes)[-1]
    return found


def test_a_printed_key_says_what_each_option_earns_and_why() -> None:
    found = key_notes(GRADED)
    assert found.answer == "B"
    assert found.notes == (
        "解析：材料出门先过手续。",
        "A 项得 0.5。",
        "B 项得 1。",
        "C 项得 0。",
        "D 项得 -0.5。推出去等于误事。",
    )


def test_candidates_read_that_options_earn_shares_and_none_of_what_they_earn() -> None:
    paper = of_one(GRADED)
    told = [block.text for block in stands(paper_pages(paper, ZH).chapters[0].blocks, page.TextBlock)]
    assert "各选项得分不同，选得较好也得一部分分。" in told
    assert "-0.5" not in repr(paper_pages(paper, ZH).chapters[0])


def test_a_printed_key_of_several_orders_says_what_must_stand_in_order() -> None:
    found = key_notes(TWO_ORDERS)
    (question,) = of_one(TWO_ORDERS).forms[0].form.questions
    assert f"{found.answer}{found.notes[0]}" == question.item.key_parts(question.order).line


def test_a_document_has_room_for_each_part_and_its_key_has_levels_and_what_comes_off() -> None:
    spaces = stands(paper_pages(of_one(LETTER), ZH).chapters[0].blocks, page.AnswerSpace)
    assert [(one.number, one.places, one.tail) for one in spaces] == [
        (1, 2, "【标题】"),
        (1, 2, "【主送】"),
        (1, 2, "【正文】"),
        (1, 2, "【落款】"),
    ]
    notes = key_notes(LETTER).notes
    assert "　二档（2-3 分）缺一项" in notes
    assert "扣分：错别字，每处 0.5 分，最多 2 分" in notes


def test_each_stage_begins_with_what_it_tells_and_asks_to_finish_before_reading_on() -> None:
    blocks = paper_pages(of_one(UNFOLDING), ZH).chapters[0].blocks
    told = [(one.lead, one.material) for one in stands(blocks, page.CaseMaterial)]
    assert told == [
        ("阶段一　阅读材料，回答第 1 题。", "九点，县里来电。"),
        ("阶段二　阅读材料，回答第 2～3 题。", "十点半，传来文件。"),
    ]
    assert "请先答完上面的题，再往下看；往下看以后，上面的作答不要再改。" in [
        one.text for one in stands(blocks, page.TextBlock)
    ]
