"""A monkey presses keys in every room, and after each the terminal shows what a full repaint would."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from itertools import count
from pathlib import Path
from typing import TypeAlias

import pytest
from textual.geometry import Size

from quizapp.tui.app import QuizApp
from quizapp.tui.shell import is_too_small
from tests.instruments.painted_terminal import behind_glass, glass_of, stale, standing
from tests.proofs.monkey import STARTS, Start

pytestmark = pytest.mark.proof

KEYS = 5_000
AT_A_TIME = 40
"""Keys from one start."""
BURST = 12
"""Keys at most that come before the first of them is handled, as from somebody who knows the way."""
SCREENS, UNREAD = 15, 10
"""Kinds of screens that even a tenth of the keys comes by; fewer where the window is too small and takes none."""
SIZES = ((50, 15), (80, 24), (120, 40), (200, 50))
SEED = 19
SETTLES = 40
"""Times that a difference is looked at again before it counts: what comes by itself may be on its way."""
Step: TypeAlias = "str | tuple[int, int]"
"""What a terminal sends, or a new size."""
USUAL: tuple[tuple[str, int], ...] = (
    *((key, 6) for key in ("\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\r", "\x1b")),
    *((key, 4) for key in ("\x1b[5~", "\x1b[6~", "\t", " ", "\x1b[5;5~", "\x1b[6;5~")),
    *((key, 2) for key in ("\x1b[H", "\x1b[F", "\x1b[Z", "\x7f", "\x1b[3~", "\x07", "\x13", "\x1a", "\x10")),
    *((key, 2) for key in "1234ABDabc"),
    *((key, 1) for key in ("?", "0", "9", "x", "啊", "参谋", "，", "\x11", "\x01", "/")),
    *((f"\x1b[{number}~", 2) for number in (12, 13, 14, 15, 17, 18, 19, 20)),
)
"""What terminals send for keys, F2 to F9 at the end, with how often each comes."""


def presses(seed: str, size: tuple[int, int]) -> list[Step]:
    """Return what a monkey does, the same for the same seed: keys, clicks, the wheel, now and then another size."""
    chance = random.Random(seed)
    keys, weights = zip(*USUAL, strict=True)
    steps: list[Step] = []
    for _ in range(AT_A_TIME):
        kind = chance.random()
        column, row = chance.randrange(size[0]) + 1, chance.randrange(size[1]) + 1
        if kind < 0.04:
            steps.append(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")
        elif kind < 0.07:
            steps.append(f"\x1b[<{64 + chance.randrange(2)};{column};{row}M")
        elif kind < 0.09:
            steps.append(chance.choice(SIZES))
        else:
            steps.append(chance.choices(keys, weights)[0])
    return steps


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_no_cell_is_old_whatever_a_monkey_presses(
    size: tuple[int, int],
    is_full: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    keys = KEYS if is_full else KEYS // 10
    seen: Counter[str] = Counter()
    for turn in count():
        if seen.total() >= keys:
            break
        name = list(STARTS)[turn % len(STARTS)]
        folder = tmp_path / f"{turn:05}"
        folder.mkdir()
        steps = presses(f"{SEED} {size} {turn}", size)
        await walk(STARTS[name](folder), size, steps, f"{name}, turn {turn} at {size}", seen)
    assert len(seen) > (UNREAD if is_too_small(Size(*size)) else SCREENS), sorted(seen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_keys_that_come_before_a_screen_is_drawn_end_nothing_and_leave_no_old_cell(
    size: tuple[int, int],
    is_full: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not is_full:
        pytest.skip("an app stood still once in many runs, for a reason not yet found: in full strength only")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    chance, keys = random.Random(f"{SEED} {size}"), [key for key, _ in USUAL]
    left, push, pressing = [0], QuizApp.push_screen, set[asyncio.Future[None]]()

    async def press(app: QuizApp) -> None:
        for key in chance.choices(keys, k=BURST):
            glass_of(app).send(key)
            await asyncio.sleep(0)

    def push_and_press(app: QuizApp, *screen: object, **how: object) -> object:
        pushed = push(app, *screen, **how)  # type: ignore[call-overload]  # handed on as it came
        if left[0] > 0:
            left[0] -= BURST
            pressing.add(asyncio.ensure_future(press(app)))
        return pushed

    monkeypatch.setattr(QuizApp, "push_screen", push_and_press)
    seen: Counter[str] = Counter()
    for turn in range(len(STARTS) if not is_full else 10 * len(STARTS)):
        name = list(STARTS)[turn % len(STARTS)]
        folder = tmp_path / f"{turn:05}"
        folder.mkdir()
        left[0] = AT_A_TIME
        steps = presses(f"hasty {SEED} {size} {turn}", size)[: AT_A_TIME // 4]
        await walk(STARTS[name](folder), size, steps, f"{name}, turn {turn} at {size}", seen)
    assert len(seen) > UNREAD, sorted(seen)


async def walk(start: Start, size: tuple[int, int], steps: list[Step], which: str, seen: Counter[str]) -> None:
    """Press keys from one start, until all are pressed or the app has ended. Raises AssertionError."""
    app, done = start.app, list[Step]()
    async with behind_glass(app, size):
        if start.visit is not None:
            app.run_worker(start.visit(app), group="visit", exit_on_error=False)
            await rest(app)
        for step in (*start.keys, *steps):
            if isinstance(step, tuple):
                glass_of(app).resize(*step)
            else:
                glass_of(app).send(step)
            done.append(step)
            await rest(app)
            if has_ended(app):
                break
            seen[type(app.screen).__name__] += 1
            differences = await old_cells(app)
            assert not differences, f"{which}, after {done!r} on {app.screen}: {differences[:20]}"


async def rest(app: QuizApp) -> None:
    """Wait until workers and drawing are done, as far as they do not wait for a person."""
    await standing(app)
    passing = [one for one in app.workers if one.group not in ("visit", "watch") and not one.is_finished]
    if passing:
        await asyncio.wait([asyncio.ensure_future(one.wait()) for one in passing], timeout=2)
        await standing(app)


async def old_cells(app: QuizApp) -> list[tuple[int, int]]:
    """Return the cells that stay other than a full repaint shows."""
    for _ in range(SETTLES):
        differences = stale(app)
        if not differences or has_ended(app):
            return []
        await asyncio.sleep(0.05)
    return differences


def has_ended(app: QuizApp) -> bool:
    """Return whether the app was left."""
    return app._exit
