"""A command on a screen is one value: its keys, the line below, the help and the palette all come of it."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, TypeAlias

import pytest
from textual.binding import Binding
from textual.pilot import Pilot
from textual.widgets import OptionList

from quizapp import tui
from quizapp.language import Language
from quizapp.language.catalogues import PREFIXES, sentences
from quizapp.tui.app import guide_page
from quizapp.tui.frame.commands import GENERAL, Command, bindings, key_name, key_names, key_part
from quizapp.tui.frame.painted_screen import LeftOnce
from quizapp.tui.frame.room import AnyRoom, Room
from quizapp.tui.frame.widgets.key_line import line_text
from quizapp.tui.scores.export import ExportTo
from tests.instruments.app_stage import on_stage, press, settled, sitting_down, sitting_of
from tests.samples.classes.committee_class import class_of_five, opened
from tests.samples.workplace import workplace

AnyScreen: TypeAlias = LeftOnce[Any]
ZH, EN = Language("zh"), Language("en")
SAID = {code: both for file in PREFIXES for code, both in sentences(file).items()}


def _screens(kind: type[AnyScreen]) -> Iterator[type[AnyScreen]]:
    """Give every screen and dialog of a kind that declares commands."""
    for one in kind.__subclasses__():
        if "OWN_COMMANDS" in vars(one) and one.__module__.startswith("quizapp."):
            yield one
        yield from _screens(one)


for found in pkgutil.walk_packages(tui.__path__, "quizapp.tui."):
    import_module(found.name)


UNNAMED = {"correct.key_choose", "replay.key_step"}
"""Labels that name their keys themselves, as arrows of whatever kind."""
UNTOLD = {
    ("KeyingCompare", "1"),
    ("KeyingCompare", "2"),
    ("SheetScreen", "invigilate"),
    ("AnalysisItem", "scroll"),
    ("SampleScreen", "turn"),
    ("SampleScreen", "another"),
    ("ReceiptCode", "save"),
}
"""Screens and what their key lines say that the guide does not, or only where it treats another screen."""
SCREENS = list(_screens(LeftOnce))
ROOMS = [kind for kind in SCREENS if issubclass(kind, Room) and not kind.__subclasses__()]


def _codes(label: str) -> list[str]:
    """Return the codes that a label may come to."""
    pattern = re.sub(r"\\\{[^}]*\\\}", "[a-z_]+", re.escape(label))
    return [code for code in SAID if re.fullmatch(pattern, code)]


def test_both_ways_of_a_command_are_bound_to_its_action_with_a_step() -> None:
    commands = (
        Command("f8,ctrl+e", "export"),
        Command("down", "move", back="up", has_priority=False),
        Command("pagedown", "move(5)", back="pageup"),
        Command("enter", label="home.key_open"),
    )
    made = [one for one in bindings(commands) if isinstance(one, Binding)]
    assert [(one.key, one.action, one.priority) for one in made] == [
        ("f8,ctrl+e", "export", True),
        ("down", "move(1)", False),
        ("up", "move(-1)", False),
        ("pagedown", "move(5)", True),
        ("pageup", "move(-5)", True),
    ]


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("f8", ("F8", "F8")),
        ("ctrl+s", ("Ctrl+S", "Ctrl+S")),
        ("pagedown", ("PgDn", "PgDn")),
        ("escape", ("Esc", "Esc")),
        ("space", ("空格", "Space")),
        ("left", ("左键", "Left")),
    ],
)
def test_a_key_is_called_as_it_is_printed_on_a_keyboard(key: str, names: tuple[str, str]) -> None:
    assert (key_name(ZH, key), key_name(EN, key)) == names


def test_a_page_of_the_guide_names_keys_by_their_commands() -> None:
    commands = [
        Command("down,tab", "move", back="up,shift+tab"),
        Command("pagedown", "page", back="pageup"),
        Command("ctrl+down", "shift", back="ctrl+up"),
        Command("enter,f2", "edit"),
    ]
    text = "{move} {move[1]} {move.on} {move.back} {page} {shift} {edit} {edit[1]}"
    assert text.format_map(key_names(ZH, commands)) == (
        "上下键 Shift+Tab、Tab 下键 上键 PgUp、PgDn Ctrl+上下键 Enter F2"
    )
    assert text.format_map(key_names(EN, commands)) == (
        "Up, down Shift+Tab, Tab Down Up PgUp, PgDn Ctrl+arrows Enter F2"
    )


@pytest.mark.parametrize(
    ("command", "pieces"),
    [
        (Command("f2", "flag", "key.flag"), [("F2 标记", "f2")]),
        (Command("space", label="cover.key_tick"), [("空格 勾选", "space")]),
        (Command("right", "turn", "sitting.key_turn", back="left"), [("上一题 ← ", "left"), ("→ 下一题", "right")]),
        (Command("right", "turn", "result.key_turn_back", back="left"), [("← 上一题", "left")]),
        (
            Command("ctrl+pagedown", "far_page", "sitting.key_far_page", back="ctrl+pageup"),
            [("Ctrl+PgUp ", "ctrl+pageup"), ("PgDn 翻题", "ctrl+pagedown")],
        ),
        (Command("enter", label="home.key_open"), [("上下键选择，", ""), ("Enter 打开", "enter")]),
        (Command("pagedown", "question", "replay.key_question", back="pageup"), [("PgDn 换题", "pagedown")]),
        (Command("right", "step", "publish.key_choose", back="left"), [("左右键选", "right")]),
    ],
    ids=lambda one: one.label if isinstance(one, Command) else "",
)
def test_a_click_on_a_key_that_the_line_names_presses_it(command: Command, pieces: list[tuple[str, str]]) -> None:
    assert list(key_part(ZH, command, command.label)) == pieces


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.__name__)
def test_no_key_does_two_things_on_one_screen(kind: type[AnyScreen]) -> None:
    # What confirms is asked of the dialog: only the key that opened it does.
    commands = [one for one in kind.OWN_COMMANDS if one.action and one.method != "confirm_by"]
    keys = [key for one in commands for key in f"{one.keys},{one.back}".split(",") if key]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.__name__)
def test_a_screen_can_do_what_its_commands_say(kind: type[AnyScreen]) -> None:
    for one in kind.OWN_COMMANDS:
        assert not one.action or one.action.startswith("app.") or hasattr(kind, f"action_{one.method}")
        asked = [one.when, *re.findall(r"\{\.(\w+)\}", one.label)]
        assert all(hasattr(kind, name) for name in asked if name), asked


@pytest.mark.parametrize("kind", SCREENS, ids=lambda kind: kind.__name__)
def test_the_key_line_names_the_key_of_every_labelled_command_in_both_languages(kind: type[AnyScreen]) -> None:
    for one in kind.OWN_COMMANDS:
        for code in _codes(one.label) if one.label else []:
            for language, template in zip((ZH, EN), SAID[code], strict=True):
                part = key_part(language, one, code)
                assert line_text([part])
                assert {piece.key for piece in part} <= {"", one.keys.split(",")[0], one.back.split(",")[0]}
                assert re.search(r"\{(key|back|keys)\}", template) or code in UNNAMED, code
        assert not one.label or _codes(one.label), one.label


@pytest.mark.parametrize("kind", ROOMS, ids=lambda kind: kind.__name__)
def test_help_names_every_command_that_the_key_line_does(kind: type[AnyRoom]) -> None:
    for language in (ZH, EN):
        page = language.guide(kind.GUIDE).text
        told = {one.keys for one in kind.OWN_COMMANDS if re.search(rf"\{{{re.escape(one.name)}\W", page)}
        own = [one for one in kind.OWN_COMMANDS if one.label and one.name not in GENERAL]
        untold = [one.name for one in own if one.keys not in told and one.keys.split(",")[0] not in told]
        assert {(kind.__name__, name) for name in untold} <= UNTOLD
        assert "{" not in guide_page(language, kind.GUIDE).text


def _offered(pilot: Pilot[int]) -> list[str]:
    """Return the rows of the palette in front."""
    rows = pilot.app.screen.query_one(OptionList)
    return [str(rows.get_option_at_index(place).prompt)[2:] for place in range(rows.option_count)]


async def test_the_palette_offers_what_can_be_done_on_the_screen_now() -> None:
    async with on_stage(class_of_five()) as pilot:
        for key in ("f6", "enter"):
            before = type(pilot.app.screen)
            await press(pilot, key)
            await opened(pilot, before)
        await press(pilot, "ctrl+p")
        await settled(pilot)
        own = ["Enter 回看", "F6 处理", "F7 阅卷分析", "F8 导出"]
        assert _offered(pilot) == ["本页帮助", "配色", "English", "离开", *own]
        await press(pilot, "end", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ExportTo)


async def test_the_palette_offers_nothing_that_could_hurt_while_a_paper_is_sat() -> None:
    async with sitting_down(workplace()) as pilot:
        await press(pilot, "ctrl+p")
        await settled(pilot)
        assert _offered(pilot) == ["本页帮助", "配色", "离开", "F2 标记", "F3 答题卡"]
        await press(pilot, "end", "up", "enter")
        await settled(pilot)
        assert sitting_of(pilot).attempt.flagged == {1}
