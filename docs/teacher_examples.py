"""The examples of the teacher's guide, run in order in a folder of their own, as somebody who follows it would.

A fenced block says after its language what it is:

- `文件 NAME`: the file's whole content;
- `设置`: the home's settings;
- `错`: an item with faults, which the block `报` behind it tells;
- `试题`, `大题`, `课程`: items, sections or a course without faults;
- `样子`: commands with names of somebody's own, which are not run;
- `题`: questions as text, and the line `读成：` behind it tells how they are read;
- `sh`: commands, and the block `显示` behind it tells what they print; `sh 终端` needs a terminal, and says so.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.formats import SOURCES
from quizapp.formats.native.pool.pool import Pool
from quizapp.formats.source_format import source_for
from quizapp.language import Language
from quizapp.reading.exchange.source_question import reason_text, value_text
from quizapp.reading.settings_file import read_settings
from quizapp.services.exchange.import_batch import Batch, BatchQuestion
from quizapp.settings import SETTINGS_FILE, shipped_banks

if TYPE_CHECKING:
    from quizapp.domain.item import Value

ROOT = Path(__file__).resolve().parent.parent
HOME = "数据"
PIECE = re.compile(
    r"^```(?P<tongue>\w+)(?: (?P<what>[^\n]*))?\n(?P<body>.*?)^```$|^读成：[^\n]*$", re.MULTILINE | re.DOTALL
)
HEADS = {
    "错": "题库: 例题\n试题:\n",
    "试题": "题库: 例题\n试题:\n",
    "大题": "试卷: 例卷\n标题: 例卷\n大题:\n",
    "课程": "",
}
"""What stands above items and sections that are shown by themselves."""
STATUSES = {"终端": 2, "存疑": 1}
"""With what a command ends that needs a terminal, or leaves something to look at; any other ends with 0."""


class Examples:
    """Runs the blocks of a text; `unsound` tells what is not as it should be."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.unsound: list[str] = []
        self._language = Language("zh")
        self._said = ""

    def run(self, text: str) -> str:
        """Return the text with what its examples bring forth, as it is now."""
        return PIECE.sub(self._piece, text)

    def _piece(self, found: re.Match[str]) -> str:
        if found["tongue"] is None:
            return f"读成：{self._said}"
        what, body = found["what"] or "", found["body"]
        if what in ("报", "显示"):
            return f"```{found['tongue']} {what}\n{self._said}```"
        self._said = self._outcome(found["tongue"], what, body)
        return found[0]

    def _outcome(self, tongue: str, what: str, body: str) -> str:
        if what.startswith("文件 "):
            (self.folder / what.removeprefix("文件 ")).write_text(body, "utf-8")
        elif tongue == "sh":
            return "".join(self._ran(line, STATUSES.get(what, 0)) for line in body.splitlines())
        elif what == "错":
            return self._faults(body, HEADS[what], is_wanted=True)
        elif what in ("试题", "大题", "课程"):
            self._faults(body, HEADS[what], is_wanted=False)
        elif what == "设置":
            self._settle(body)
        elif what == "题":
            return self._read(body)
        elif what != "样子":
            self.unsound.append(f"a block of no kind: {tongue} {what}")
        return ""

    def _settle(self, body: str) -> None:
        home = self.folder / HOME
        home.mkdir(exist_ok=True)
        (home / SETTINGS_FILE).write_text(body, "utf-8")
        if not read_settings(home / SETTINGS_FILE).staff:
            self.unsound.append(f"no staff: {body}")

    def _ran(self, line: str, status: int) -> str:
        """Return what a command prints, both its streams in their order; it should end with a status."""
        own = {"QUIZAPP_HOME": str(self.folder / HOME), "QUIZAPP_LANG": "zh", "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-u", "-m", *line.split()],
            cwd=self.folder,
            env={**os.environ, **own, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        shown = done.stdout.decode()
        if done.returncode != status or (status == STATUSES["终端"] and "终端" not in shown):
            self.unsound.append(f"{line}: {done.returncode}\n{shown}")
        return shown

    def _faults(self, body: str, head: str, *, is_wanted: bool) -> str:
        """Return what is wrong in items, by the line of the block; where there are errors only those."""
        path = self.folder / "例题.yaml"
        path.write_text(head + body, "utf-8")
        faults = Pool([self.folder, shipped_banks()]).faults([str(path)])
        path.unlink()
        errors = [fault for fault in faults if fault.severity == "error"]
        if bool(faults) != is_wanted:
            self.unsound.append(f"{body}{[fault.code for fault in faults]}")
        lines = []
        for fault in errors or faults:
            kind = "错误" if fault.severity == "error" else "提醒"
            sentence = self._language.say(fault.code, **fault.values)
            lines.append(f"第 {fault.line - head.count(chr(10))} 行 {kind} {fault.code}：{sentence}\n")
        return "".join(lines)

    def _read(self, body: str) -> str:
        data = body.encode()
        batch = Batch(source_for(SOURCES, "chinese_text", "题.txt", data).read(data, "题.txt", ""), "题.txt")
        if not batch.count:
            self.unsound.append(f"no question is read: {body}")
        told = []
        for place in range(batch.count):
            batch.shown = place
            told.append(self._told(batch.piece))
        return "；".join(told) + "。"

    def _told(self, piece: BatchQuestion) -> str:
        language, fields = self._language, piece.question.fields
        parts = [language.say(f"word.{fields['type']}")]
        for name, word in (("key", "答案"), ("difficulty", "难度"), ("marks", "分值")):
            if value := fields.get(name):
                parts.append(f"{word} {_written(name, value)}")
        return "，".join([*parts, *(f"存疑（{reason_text(doubt, language)}）" for doubt in piece.doubts)])


def _written(name: str, value: Value) -> str:
    """Return a value as one writes it: blanks parted by semicolons, the alternatives for one by strokes."""
    if isinstance(value, list):
        return "；".join("/".join(map(str, one)) if isinstance(one, list) else str(one) for one in value)
    return value_text(name, value, Language("zh"))
