"""Makes docs/考生指南.md and its pictures anew: `python docs/make_guide.py`.

The text is the one that F4 shows; the pictures are the real screens, drawn by Textual, so that both stay true.
"""

from __future__ import annotations

import asyncio
import re
import sys
from datetime import timedelta, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from docs.drawing import drawn, press  # noqa: E402 - the checkout is put on the path first
from quizapp.domain.candidate import Candidate  # noqa: E402
from quizapp.formats.native.pool.pool import Pool  # noqa: E402
from quizapp.language import Language  # noqa: E402
from quizapp.services.ports.paper_editor import facts_of  # noqa: E402
from quizapp.services.ports.workplace import Workplace  # noqa: E402
from quizapp.stores.rehearsal_trials import OwnMachineTrial  # noqa: E402
from quizapp.tui.app import QuizApp, guide_page  # noqa: E402
from quizapp.tui.frame.themes import DAY  # noqa: E402
from tests.instruments.memory_home import MemoryHome  # noqa: E402
from tests.samples.workplace import Chances, FilesHere, Remembered, StoppedClock  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
CLASS = ("张三", "李四", "王小明", "欧阳文")

STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("home", ()),
    ("who", ("enter", "0")),
    ("cover", ("1", "enter", "enter", "space")),
    ("sitting", ("enter", "1", "right", "2", "right", "f2", "3")),
    ("sheet", ("f3",)),
    ("hand_in", ("escape", "f9")),
    ("result", ("f9",)),
    ("review", ("right",)),
    ("practice_setup", ("escape", "escape", "f5", "enter")),
    ("practice", ("enter", "1")),
)
"""Each picture with the keys that lead to it from the one before."""

HEAD = """# 考生指南

考试在终端窗口里进行，全用键盘，也可以用鼠标。任何一页按 F4，都能看到这一页的按键和这份指南。
"""
SHOWN = {
    "home": ("home",),
    "sitting.who": ("who",),
    "sitting.cover": ("cover",),
    "sitting.question_screen": ("sitting",),
    "sitting.sheet": ("sheet", "hand_in"),
    "sitting.result": ("result", "review"),
    "practice.visit": ("practice_setup",),
    "practice.question_screen": ("practice",),
}
"""The pictures of each page."""


def guide() -> str:
    """Return the guide as Markdown, every part with its pictures."""
    language = Language("zh")
    parts = [HEAD]
    for screen in language.guide_screens():
        title, text = guide_page(language, screen)
        parts.append(f"\n## {title}\n\n{_markdown(text)}")
        parts += [f"\n![{title}](pictures/{picture}.svg)\n" for picture in SHOWN.get(screen, ())]
    return "".join(parts)


def _markdown(text: str) -> str:
    lines = []
    for line in text.split("\n"):
        keyed = re.fullmatch(r"( ?\S.*?) {2,}(\S.*)", line)
        lines.append(f"- `{keyed[1]}` {keyed[2]}\n" if keyed else f"\n{line}\n\n")
    return re.sub(r"\n{3,}", "\n\n", "".join(lines)).strip("\n") + "\n"


async def pictures() -> dict[str, str]:
    """Return each picture's name and SVG, drawn from the shipped banks at nine on an exam day."""
    library = Pool([ROOT / "question_banks"])
    place = Workplace(
        home=MemoryHome(),
        library=library,
        clock=StoppedClock(),
        chance=Chances(),
        preferences=Remembered({"theme": DAY.name}),
        paper_list=lambda: facts_of(library.papers()),
        files=FilesHere(),
        machine_trial=OwnMachineTrial,
        class_title="全市办公室主任培训班",
    )
    people = [Candidate(id=f"{number:02d}", name=name, unit="市发改委") for number, name in enumerate(CLASS, 1)]
    place.home.roster.record(people, place.clock.read().at)
    made = {}
    app = QuizApp(place, Language("zh", timezone(timedelta(hours=8))))
    async with app.run_test(size=(80, 24)) as pilot:
        for name, keys in STEPS:
            await press(pilot, keys)
            made[name] = drawn(pilot, name)
    return made


def main() -> None:
    """Write the guide and its pictures."""
    PICTURES.mkdir(exist_ok=True)
    for name, svg in asyncio.run(pictures()).items():
        (PICTURES / f"{name}.svg").write_text(svg, "utf-8")
    (ROOT / "docs" / "考生指南.md").write_text(guide(), "utf-8")


if __name__ == "__main__":
    main()
