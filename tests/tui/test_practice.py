"""Practice on screen: how it looks, and what its keys and the mouse do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rich.cells import cell_len
from textual import events

from quizapp.domain.candidate import Candidate
from quizapp.domain.practice import PracticeChoice, PracticeProgress, Practised, fold
from quizapp.services.practice import Expected, PracticeOrder
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.stores.files.home import FileHome
from quizapp.tui.home import HomeScreen
from quizapp.tui.practice.question_screen import PracticeScreen
from quizapp.tui.practice.setup import PracticeSetup
from quizapp.tui.practice.visit import PracticeDone
from tests.instruments.app_stage import SMALL, WIDE, burst, grid, on_stage, press, settled, type_text, until
from tests.instruments.failing_disk import FailingDisk
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.judgement_items import UNFOLDING
from tests.samples.later_types_paper import later_place
from tests.samples.workplace import BANK, NINE, PAPER, Shelf, workplace

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from quizapp.domain.papers.paper import Question
    from quizapp.services.ports.workplace import Workplace
ONE = Candidate(id="07", name="张三", unit="市发改委")


@asynccontextmanager
async def setting_up(place: Workplace, **options: Any) -> AsyncIterator[Pilot[int]]:
    """Run `quizapp practice` up to what to practise."""
    async with on_stage(place, practice=Expected(candidate=ONE), **options) as pilot:
        assert isinstance(pilot.app.screen, PracticeSetup)
        yield pilot


@asynccontextmanager
async def practising(place: Workplace, choice: PracticeChoice, **options: Any) -> AsyncIterator[Pilot[int]]:
    """Run `quizapp practice BANK` up to its first question."""
    order = PracticeOrder(choice=choice)
    async with on_stage(place, practice=Expected(candidate=ONE, order=order), **options) as pilot:
        assert isinstance(pilot.app.screen, PracticeScreen)
        yield pilot


def only(item: str) -> Workplace:
    """Return a workplace whose bank has that one item."""
    return workplace(Shelf(shelf_banks=(replace(BANK, items=tuple(one for one in BANK.items if one.id == item)),)))


def shown(pilot: Pilot[int]) -> Question:
    """Return the question on screen."""
    screen = pilot.app.screen
    assert isinstance(screen, PracticeScreen)
    return screen.job.question


def key_of(question: Question) -> list[str]:
    """Return the keys that choose the right options."""
    key = question.item.key_response()
    assert key is not None
    if question.item.TYPE == "true_false":
        return ["1" if key == ("true",) else "2"]
    return list(question.item.describe(key, question.order).lower())


def progress(place: Workplace) -> PracticeProgress:
    return fold(place.home.practice.read("07"))


def shares(place: Workplace) -> list[int]:
    return [int(event.share) for event in place.home.practice.read("07") if isinstance(event, Practised)]


async def click(pilot: Pilot[int], text: str) -> None:
    for row, line in enumerate(grid(pilot).splitlines()):
        if text in line:
            await pilot.click(offset=(cell_len(line[: line.index(text)]), row))
            await settled(pilot)
            return
    raise AssertionError(f"{text} is not on screen:\n{grid(pilot)}")


WAYS: dict[str, tuple[str, tuple[str, ...]]] = {
    "practice_setup": ("", ()),
    "practice_topics": ("", (*["down"] * 4, "enter")),
    "practice_single": ("s-1", ()),
    "practice_wrong": ("s-1", ("1",)),
    "practice_multiple": ("m-1", ("1", "2", "f7", *["down"] * 4)),
    "practice_help": ("m-1", ("f4",)),
    "practice_done": ("s-1", ("1", "f7", "enter")),
}


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", WAYS)
async def test_a_screen_looks_as_it_did(name: str, size: tuple[int, int], snapshots: ScreenSnapshots) -> None:
    item, keys = WAYS[name]
    place = only(item) if item else workplace()
    async with practising(place, PracticeChoice(), size=size) if item else setting_up(place, size=size) as pilot:
        await press(pilot, *keys)
        await settled(pilot)
        lines = grid(pilot)
    snapshots.check(lines, name, size)


# From home, and what to practise


async def test_from_home_one_says_who_and_enter_starts() -> None:
    place = workplace()
    async with on_stage(place) as pilot:
        await press(pilot, "f5")
        await settled(pilot)
        assert "考生确认" in grid(pilot)
        assert "错题本和收藏按学号记" in grid(pilot)
        await press(pilot, "0", "7", "enter")
        await type_text(pilot, "张三")
        await press(pilot, "enter", "enter")
        await settled(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, PracticeScreen)
        await press(pilot, "escape", "escape", "escape")
        await settled(pilot)
        await press(pilot, "escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_home_has_a_row_for_it_too() -> None:
    place = workplace()
    place.home.roster.record((ONE,), NINE)
    async with on_stage(place) as pilot:
        assert "练一组题" in grid(pilot)
        await press(pilot, "down", "down", "down", "enter", "0", "7", "enter", "enter")
        await settled(pilot)
        assert "练习 | 张三 | 市发改委 | 07" in grid(pilot)


async def test_what_is_narrowed_down_holds_for_what_is_started_and_is_counted_at_once() -> None:
    async with setting_up(workplace()) as pilot:
        assert "全部题目          5 题" in grid(pilot)
        await press(pilot, *["down"] * 5, "enter")
        assert "单选题 | 2 题" in grid(pilot)
        await press(pilot, "down", "enter")
        assert "全部题目          2 题" in grid(pilot)
        await press(pilot, "home", "enter")
        await settled(pilot)
        assert "第 1 题 / 共 2 题 | 单选题" in grid(pilot)


async def test_every_line_narrows_it_down_by_what_there_is() -> None:
    async with setting_up(workplace()) as pilot:
        for lines, choices in ((3, "样题 | 5 题"), (4, "五种角色 | 2 题"), (6, "中 | 1 题"), (7, "有多少练多少")):
            await press(pilot, "home", *["down"] * lines, "enter")
            assert choices in grid(pilot)
            await press(pilot, "end", "enter")
        assert "全部题目          1 题" in grid(pilot)
        await press(pilot, "home", "enter")
        await settled(pilot)
        assert shown(pilot).item.id == "s-2"


async def test_a_pool_with_nothing_to_practise_says_so() -> None:
    async with setting_up(workplace(Shelf(shelf_banks=()))) as pilot:
        await press(pilot, "enter")
        assert "没有符合的题" in grid(pilot)
        await press(pilot, *["down"] * 3, "enter", "enter")
        assert isinstance(pilot.app.screen, PracticeSetup)


async def test_an_empty_book_of_mistakes_says_how_it_fills() -> None:
    async with setting_up(workplace()) as pilot:
        await press(pilot, "down", "enter")
        assert "答错的题会自动收进来" in grid(pilot)
        await press(pilot, "down", "enter")
        assert "练习时按 F7 收藏" in grid(pilot)


async def test_the_mouse_starts_and_narrows_down() -> None:
    async with setting_up(workplace()) as pilot:
        await click(pilot, "难度")
        await click(pilot, "中 | 1 题")
        await click(pilot, "全部题目")
        assert shown(pilot).item.id == "s-2"
        await click(pilot, "管家" if "管家" in grid(pilot) else "床头")
        assert "正确" in grid(pilot)
        await click(pilot, "Enter 看小结")
        assert isinstance(pilot.app.screen, PracticeDone)


# Answering


async def test_to_choose_is_to_answer_where_one_option_is_right() -> None:
    place = only("s-1")
    async with practising(place, PracticeChoice()) as pilot:
        await press(pilot, *key_of(shown(pilot)))
        assert "正确" in grid(pilot)
        assert "不正确" not in grid(pilot)
        assert "次序是跟班、秀才、耳目、参谋、管家" in grid(pilot)
        await press(pilot, "1", "2", "3", "4", "backspace")
        assert len(shares(place)) == 1


async def test_a_question_opens_with_nothing_under_the_cursor_so_that_enter_answers_nothing() -> None:
    place = workplace()
    async with practising(place, PracticeChoice(type="single_choice")) as pilot:
        await press(pilot, "enter", "enter")
        assert shares(place) == []
        await press(pilot, "down", "enter", "enter", "enter", "enter")
        assert len(shares(place)) == 1
        assert "第 2 题 / 共 2 题" in grid(pilot)


async def test_other_types_are_confirmed_by_f5_or_by_the_line_below() -> None:
    for keys in (["f5"], ["down", "down", "down", "down", "down", "down", "enter"]):
        place = only("m-1")
        async with practising(place, PracticeChoice()) as pilot:
            await press(pilot, *key_of(shown(pilot)))
            assert shares(place) == []
            await press(pilot, *keys)
            assert shares(place) == [1]
            assert "正确" in grid(pilot)


async def test_the_line_that_confirms_is_left_upwards_and_can_be_clicked() -> None:
    place = only("m-1")
    async with practising(place, PracticeChoice()) as pilot:
        await press(pilot, *["down"] * 5)
        assert "> 确认答案" in grid(pilot)
        assert grid(pilot).count(">") == 1
        await press(pilot, "down", "up")
        assert "> 确认答案" not in grid(pilot)
        assert "> [ ] D" in grid(pilot)
        await press(pilot, *key_of(shown(pilot)))
        await click(pilot, "确认答案")
        assert shares(place) == [1]


async def test_blanks_are_confirmed_by_enter_in_the_last_one() -> None:
    place = only("f-1")
    async with practising(place, PracticeChoice()) as pilot:
        await press(pilot, "enter", "enter")
        assert "还没有作答" in grid(pilot)
        await press(pilot, "up")
        await type_text(pilot, "耳目")
        await press(pilot, "enter")
        await type_text(pilot, "参谋")
        await press(pilot, "enter")
        assert shares(place) == [1]
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PracticeDone)


async def test_partly_right_is_said_and_counts_as_wrong() -> None:
    place = only("f-1")
    async with practising(place, PracticeChoice()) as pilot:
        await type_text(pilot, "耳目")
        await press(pilot, "f5")
        assert "部分正确，按答错记 | 已收进错题本" in grid(pilot)
        assert progress(place).mistakes == {"f-1"}


async def test_who_does_not_know_asks_twice_for_the_key_which_counts_as_wrong() -> None:
    place = only("s-1")
    async with practising(place, PracticeChoice()) as pilot:
        await press(pilot, "f5")
        assert "再按一次 F5 看答案" in grid(pilot)
        assert shares(place) == []
        await press(pilot, "f5")
        assert "看了答案，按答错记" in grid(pilot)
        assert shares(place) == [0]


async def test_what_is_skipped_is_not_recorded_and_can_be_come_back_to() -> None:
    place = workplace()
    async with practising(place, PracticeChoice(type="single_choice")) as pilot:
        first = shown(pilot).item.id
        await press(pilot, "left")
        assert "这是第一题" in grid(pilot)
        await press(pilot, "right", *key_of(shown(pilot)))
        await press(pilot, "right")
        await settled(pilot)
        assert "还有 1 题没答" in grid(pilot)
        await press(pilot, "left")
        await settled(pilot)
        await press(pilot, "left")
        assert shown(pilot).item.id == first
        await press(pilot, *key_of(shown(pilot)))
        assert shares(place) == [1, 1]
        await press(pilot, "right")
        assert "解析" in grid(pilot)


async def test_the_star_is_given_and_taken_away_before_and_after_the_answer() -> None:
    place = only("s-1")
    async with practising(place, PracticeChoice()) as pilot:
        await press(pilot, "f7")
        assert "已收藏" in grid(pilot)
        assert progress(place).starred == {"s-1"}
        await press(pilot, "1")
        await click(pilot, "F7 取消收藏")
        assert progress(place).starred == frozenset()


async def test_an_answer_and_its_next_in_one_burst_meet_their_own_questions() -> None:
    place = workplace()
    async with practising(place, PracticeChoice(type="single_choice")) as pilot:
        await burst(pilot, ["1", "enter", "2", "enter"])
        events = [event for event in place.home.practice.read("07") if isinstance(event, Practised)]
        assert sorted(event.item for event in events) == ["s-1", "s-2"]
        assert isinstance(pilot.app.screen, PracticeDone)


async def test_a_streak_is_said_from_three_on() -> None:
    place = workplace()
    async with practising(place, PracticeChoice()) as pilot:
        for count in range(1, 5):
            while shown(pilot).item.TYPE == "fill_blank":
                await press(pilot, "pagedown")
            await press(pilot, *key_of(shown(pilot)), "f5")
            assert (f"连对 {count} 题" in grid(pilot)) == (count >= 3)
            await press(pilot, "enter")
            if count < 4:
                assert isinstance(pilot.app.screen, PracticeScreen)


async def test_the_mistakes_book_says_what_an_answer_did_to_it() -> None:
    place = only("s-1")
    for keys, said in (
        ("wrong", "已收进错题本"),
        ("wrong", "还在错题本里"),
        ("right", "再答对一次"),
        ("right", "已移出"),
    ):
        async with practising(place, PracticeChoice()) as pilot:
            right = key_of(shown(pilot))
            await press(pilot, *(right if keys == "right" else ["a" if right != ["a"] else "b"]))
            assert said in grid(pilot)
    assert progress(place).mistakes == frozenset()


# Texts, cases


async def test_a_text_is_compared_with_its_model_and_judged_by_its_writer() -> None:
    for key, share in (("1", 1), ("2", 0)):
        place = later_place()
        async with practising(place, PracticeChoice(type="essay")) as pilot:
            await type_text(pilot, "早定方案")
            assert "参考答案" not in grid(pilot).replace("对照参考答案", "")
            await press(pilot, "tab")
            assert "方案早定，材料提前送到" in grid(pilot)
            assert shares(place) == []
            await press(pilot, "enter", "f5", key, "1")
            assert shares(place) == [share]


async def test_a_case_is_practised_whole_beside_its_material() -> None:
    place = later_place()
    async with practising(place, PracticeChoice(type="case")) as pilot:
        assert "星期五下午四点" in grid(pilot)
        assert "第 1 题 / 共 3 题" in grid(pilot)
        await press(pilot, "ctrl+o")
        assert "星期五下午四点" not in grid(pilot)
        await press(pilot, "1", "enter", "1", "2", "3", "f5", "enter")
        assert "事后应当补上哪些制度" in grid(pilot)


async def test_esc_in_the_right_side_of_a_pair_goes_back_to_its_left() -> None:
    place = later_place()
    async with practising(place, PracticeChoice(type="matching")) as pilot:
        await press(pilot, "1", "enter", "escape")
        assert isinstance(pilot.app.screen, PracticeScreen)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, PracticeScreen)


async def test_esc_in_a_text_leaves_the_text_and_keeps_what_was_typed() -> None:
    place = only("f-1")
    async with practising(place, PracticeChoice()) as pilot:
        await type_text(pilot, "耳目")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PracticeScreen)
        await press(pilot, "f5")
        assert "部分正确" in grid(pilot)


# What never shows, and what is lost never


async def test_a_paper_begun_meanwhile_takes_its_questions_out_of_a_round_under_way() -> None:
    only_first = replace(PAPER, sections=(replace(PAPER.sections[2], items=("m-1",), draw=None),), full_score=None)
    place = workplace(Shelf(shelf_papers=(only_first,)))
    async with practising(place, PracticeChoice()) as pilot:
        while shown(pilot).item.id != "m-1":
            await press(pilot, "pagedown")
        await press(pilot, "pageup" if shown(pilot).number > 1 else "pagedown")
        start(place.home, place.library, place.clock, place.chance, standing(place.home, place.clock, only_first, ONE))
        for _ in range(4):
            await press(pilot, "pageup")
        for _ in range(8):
            assert "四博" not in grid(pilot)
            await press(pilot, "pagedown")


async def test_the_key_of_a_question_that_came_onto_a_paper_meanwhile_is_not_told() -> None:
    place = workplace()
    async with practising(place, PracticeChoice(type="single_choice")) as pilot:
        start(place.home, place.library, place.clock, place.chance, standing(place.home, place.clock, PAPER, ONE))
        await press(pilot, "1")
        await settled(pilot)
        assert shares(place) == []
        assert "答案" not in grid(pilot)
        assert not isinstance(pilot.app.screen, PracticeScreen)


async def test_a_question_that_came_onto_a_paper_leaves_the_screen_by_itself() -> None:
    only_judge = replace(PAPER, sections=PAPER.sections[2:3], full_score=None)
    place = workplace(Shelf(shelf_papers=(only_judge,)))
    async with practising(place, PracticeChoice()) as pilot:
        while shown(pilot).item.id != "t-1":
            await press(pilot, "pagedown")
        start(place.home, place.library, place.clock, place.chance, standing(place.home, place.clock, only_judge, ONE))
        screen = pilot.app.screen
        assert isinstance(screen, PracticeScreen)
        screen.job.step_aside()
        await settled(pilot)
        assert shown(pilot).item.id != "t-1"
        assert "有一道题正在考试中" in grid(pilot)


async def test_practice_leaves_the_score_book_alone() -> None:
    place = workplace()
    async with practising(place, PracticeChoice(type="single_choice")) as pilot:
        await press(pilot, "1", "enter", "1", "enter", "enter")
        await settled(pilot)
    pilot.app.keeper.settle()  # type: ignore[attr-defined]  # the app under test is a QuizApp
    assert place.home.journals.names() == ()
    assert place.home.book.read() is None
    assert len(shares(place)) == 2


async def test_on_a_full_disk_no_verdict_is_shown_and_with_room_it_is(tmp_path: Path) -> None:
    disk = FailingDisk()
    place = replace(only("s-1"), home=FileHome(tmp_path, disk=disk))
    async with practising(place, PracticeChoice()) as pilot:
        disk.room = 0
        await press(pilot, *key_of(shown(pilot)))
        assert "没有记下来：磁盘已满" in grid(pilot)
        assert "正确" not in grid(pilot)
        await press(pilot, "f7")
        assert "已收藏" not in grid(pilot)
        disk.room = None
        await press(pilot, *key_of(shown(pilot)))
        assert "正确" in grid(pilot)
        assert "没有记下来" not in grid(pilot)
    assert shares(place) == [1]


# The end of a round


async def test_another_round_and_another_choice_are_a_key_away_and_enter_ends() -> None:
    place = only("s-1")
    async with practising(place, PracticeChoice()) as pilot:
        await press(pilot, "1", "enter", "f5")
        await settled(pilot)
        assert "第 1 题 / 共 1 题" in grid(pilot)
        await press(pilot, "1", "enter", "f3")
        await settled(pilot)
        assert isinstance(pilot.app.screen, PracticeSetup)
        await press(pilot, "enter")
        await settled(pilot)
        await press(pilot, "1", "enter", "enter")
        await settled(pilot)
        assert pilot.app.return_code == 0
    assert len(shares(place)) == 3


async def test_leaving_without_an_answer_ends_what_was_sent_straight_there() -> None:
    async with practising(workplace(), PracticeChoice(type="single_choice")) as pilot:
        await press(pilot, "escape")
        await settled(pilot)
        assert pilot.app.return_code == 0


async def test_nothing_to_practise_is_said_and_ends() -> None:
    async with on_stage(
        workplace(), practice=Expected(candidate=ONE, order=PracticeOrder(choice=PracticeChoice(type="numeric")))
    ) as pilot:
        assert "没有符合的题" in grid(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        assert pilot.app.return_code == 0


async def test_practice_that_somebody_altered_is_said_in_words_and_left_as_it_is(tmp_path: Path) -> None:
    place = replace(only("s-1"), home=FileHome(tmp_path))
    async with practising(place, PracticeChoice()) as pilot:
        await press(pilot, "1")
    (file,) = (tmp_path / "practice").iterdir()
    altered = file.read_bytes().replace(b'"share"', b'"shape"')
    file.write_bytes(altered)
    async with on_stage(replace(place, home=FileHome(tmp_path)), practice=Expected(candidate=ONE)) as pilot:
        assert "现在还不行" in grid(pilot)
        assert file.name[:20] in grid(pilot).replace("\n", "").replace(" ", "").replace("|", "")
    assert file.read_bytes() == altered


async def test_text_from_a_bank_is_never_markup() -> None:
    wild = replace(BANK.items[0], stem="[/] [@click=app.quit]点[/]", rationale="[red]红[/red]", topic="[b]")
    place = workplace(Shelf(shelf_banks=(replace(BANK, title="[/]库", items=(wild,)),), shelf_topics={"[b]": "[/]题"}))
    async with setting_up(place) as pilot:
        await press(pilot, *["down"] * 3, "enter")
        assert "[/]库 | 1 题" in grid(pilot)
        await press(pilot, "down", "enter", "down", "enter", "down", "enter")
        assert "[/]题" in grid(pilot)
        await press(pilot, "home", "enter")
        await settled(pilot)
        await press(pilot, "1")
        assert "[@click=app.quit]点[/]" in grid(pilot)
        assert "[red]红[/red]" in grid(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        assert "[/] [@click=app.quit]点[/]" in grid(pilot)


async def test_in_english_nothing_is_chinese_but_what_was_written() -> None:
    place = only("s-1")
    async with on_stage(place, practice=Expected(candidate=replace(ONE, name="Zhang", unit="")), tongue="en") as pilot:
        await press(pilot, "f4")
        assert "Practice: what" in grid(pilot) or "begin" in grid(pilot)
        await press(pilot, "escape", "enter")
        await settled(pilot)
        await press(pilot, "1", "f7")
        seen = grid(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        seen += grid(pilot)
    for written in (BANK.items[0].rationale, BANK.items[0].stem, *BANK.items[0].choices):
        seen = seen.replace(written, "")
    assert not [character for character in seen if "\u4e00" <= character <= "\u9fff"], seen


async def test_what_is_typed_behind_the_verdict_changes_nothing_of_the_answer() -> None:
    place = only("f-1")
    async with practising(place, PracticeChoice()) as pilot:
        await type_text(pilot, "耳目")
        await press(pilot, "f5")
        await click(pilot, "耳目")
        await press(pilot, "end", "backspace")
        assert "第 1 空  耳目" in grid(pilot)
        pilot.app.post_message(events.Paste("参谋"))
        await settled(pilot)
        await until(pilot, lambda: "耳目参谋" not in grid(pilot))
        assert "第 1 空  耳目" in grid(pilot)
    assert shares(place) == [0]


async def test_a_small_window_loses_nothing_of_a_round() -> None:
    place = only("m-1")
    async with practising(place, PracticeChoice()) as pilot:
        await press(pilot, *key_of(shown(pilot)))
        await pilot.resize_terminal(50, 12)
        await settled(pilot)
        assert "窗口太小" in grid(pilot)
        await pilot.resize_terminal(*WIDE)
        await settled(pilot)
        await press(pilot, "f5")
        assert shares(place) == [1]


async def test_a_key_that_comes_before_the_question_is_drawn_does_no_harm() -> None:
    async with practising(workplace(), PracticeChoice()) as pilot:
        assert isinstance(pilot.app.screen, PracticeScreen)
        again = PracticeScreen(pilot.app.screen.job.session)
        pilot.app.push_screen(again)
        assert not again.is_mounted
        assert again.type_character("b")
        await settled(pilot)
        assert pilot.app.screen is again


async def test_a_question_that_cannot_be_seen_takes_no_answer_here_either() -> None:
    place = only("s-1")
    async with practising(place, PracticeChoice()) as pilot:
        await pilot.resize_terminal(50, 15)
        await settled(pilot)
        assert "窗口太小" in grid(pilot)
        await press(pilot, "1", "enter", "f7")
        assert place.home.practice.read("07") == ()
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        await press(pilot, "1")
        assert len(place.home.practice.read("07")) == 1


async def test_a_case_goes_on_in_practice_once_what_stands_before_is_answered() -> None:
    place = workplace(Shelf(shelf_banks=(replace(BANK, items=(UNFOLDING,)),)))
    async with practising(place, PracticeChoice(banks=(BANK.id,))) as pilot:
        assert "十点半" not in grid(pilot)
        await press(pilot, "pagedown")
        assert "案例还没展开：先答完前面的 1 题" in grid(pilot)
        assert "十点半" not in grid(pilot)
        await press(pilot, "a", "pagedown")
        assert "十点半，传来文件。" in grid(pilot)
