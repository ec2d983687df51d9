"""The examples of the committee's guide, run in order on one class; what happens between them is a mark in the text.

The blocks are those of the teacher's guide. Besides, a fenced block may be:

- `sh 不过`: commands that find something wrong, and say so by their exit status;
- `text 显示 3…2`: what they print, only its first three and its last two lines;
- `text 内容 FILE 3…2`: so much of a file.

A mark `<!-- 这时 2026-12-01 11:30 考完 -->` sets the clock, and has something happen to the class; `留存 NAME` keeps a
copy of the data folder as it then stands, for the pictures.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from docs.committee_answers import Seeded
from docs.committee_class import CHINA, HOME, SimulatedClass
from docs.teacher_examples import Examples
from quizapp import wiring
from quizapp.__main__ import main
from quizapp.language import Language
from tests.samples.workplace import StoppedClock

if TYPE_CHECKING:
    from quizapp.services.ports.workplace import Workplace
    from quizapp.settings import Options, Settings

MARK = re.compile(r"<!-- 这时 (\d{4}-\d\d-\d\d \d\d:\d\d)(?: (\S+))?(?: (\S+))? -->")
PART = re.compile(r"(?:(?P<kind>显示|内容)(?: (?P<file>\S+?))??)(?: (?P<first>\d+)…(?P<last>\d+))?")
KEEPS = "留存"
UNEXPECTED = "没有料到"
"""What the program says where it stops over its own mistake."""


class CommitteeExamples(Examples):
    """Runs the blocks of a text in the program itself, at the guide's hours."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.clock = StoppedClock()
        self.simulated = SimulatedClass(folder, self.clock)
        self._chance = Seeded("班委会")

    def run(self, text: str) -> str:
        """Return the text with what its examples bring forth, as it is now."""
        parts, start = [], 0
        for mark in MARK.finditer(text):
            parts += [super().run(text[start : mark.start()]), mark[0]]
            self._happens(mark[1], mark[2] or "", mark[3] or "")
            start = mark.end()
        return "".join([*parts, super().run(text[start:])])

    def _happens(self, when: str, act: str, name: str) -> None:
        at = datetime.strptime(when, "%Y-%m-%d %H:%M").replace(tzinfo=CHINA)
        self.clock.go_on(at - self.clock.at)
        if act == KEEPS:
            shutil.copytree(self.folder / HOME, self.folder / KEEPS / name)
        elif act in self.simulated.acts:
            self.simulated.acts[act]()
        elif act:
            self.unsound.append(f"nothing of that name happens: {act}")

    def _piece(self, found: re.Match[str]) -> str:
        what = found["what"] or ""
        part = PART.fullmatch(what)
        if part is None:
            return super()._piece(found)
        text = self._said if part["kind"] == "显示" else (self.folder / part["file"]).read_text("utf-8")
        return f"```{found['tongue']} {what}\n{_shortened(text, part['first'], part['last'])}```"

    def _outcome(self, tongue: str, what: str, body: str) -> str:
        if tongue != "sh":
            return super()._outcome(tongue, what, body)
        wanted = {"不过": 1, "终端": 2}.get(what, 0)
        return "".join(self._done(line, wanted) for line in body.splitlines())

    def _done(self, line: str, wanted: int) -> str:
        """Return what a command prints, both its streams in their order."""
        self.clock.go_on(timedelta(seconds=20))
        shown = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
        own = {"QUIZAPP_HOME": HOME, "QUIZAPP_BANKS": f"{HOME}/banks", "QUIZAPP_LANG": "zh", "COLUMNS": "100"}
        name, *words = line.split()
        with (
            contextlib.chdir(self.folder),
            mock.patch.dict(os.environ, own),
            mock.patch.object(wiring, "workplace", self._workplace),
            mock.patch.object(wiring, "language", _language),
            contextlib.redirect_stdout(shown),
            contextlib.redirect_stderr(shown),
        ):
            (self.folder / HOME / "banks").mkdir(parents=True, exist_ok=True)
            status = main(words)
        told = shown.buffer.getvalue().decode()  # type: ignore[attr-defined]  # a BytesIO, made above
        if name != "quizapp" or status != wanted or UNEXPECTED in told:
            self.unsound.append(f"{line}: {status}\n{told}")
        return told

    def _workplace(self, settings: Settings) -> Workplace:
        return replace(MADE(settings), clock=self.clock, chance=self._chance, machine="班委会")


MADE = wiring.workplace


def _language(options: Options) -> Language:  # noqa: ARG001 - the guide is in Chinese
    return Language("zh", CHINA)


def _shortened(text: str, first: str | None, last: str | None) -> str:
    lines = text.splitlines(keepends=True)
    if first is None or last is None or len(lines) <= int(first) + int(last):
        return text
    return "".join([*lines[: int(first)], "……\n", *lines[len(lines) - int(last) :]])
