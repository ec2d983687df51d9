"""A sealed paper to a machine with nothing but Python, sat, killed, gone on with, and back: without any network."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.instruments.terminal_driver import WIDE, Terminal
from tests.packaging.machine_image import CHECKOUT, MachineImage, can_be_alone, watched_packages

pytestmark = [
    pytest.mark.proof,
    pytest.mark.terminal,
    pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not here"),
]

PASSWORD = "迎难而上2026"
BANK = """\
题库: room
标题: 值班
用途: 考试
试题:
  - {编号: r-1, 题型: 单选, 知识点: a, 题干: 值班电话响几声接（  ）。, 选项: [三声, 十声], 答案: A, 解析: 快接。}
  - {编号: r-2, 题型: 判断, 知识点: a, 题干: 来电要记录。, 答案: 对, 解析: 要记录。}
  - {编号: r-3, 题型: 多选, 知识点: a, 题干: 记录包括（  ）。, 选项: [时间, 人, 事由, 天气], 答案: ABC, 解析: 三项。}
"""
PAPER = """\
试卷: duty
标题: 值班考核
考试时长: 30m
公布时间: 不公布
允许考试次数: 1
大题:
  - {标题: 一、单选, 抽题: {题型: 单选, 题数: 1, 题库: [room]}, 分值: 2}
  - {标题: 二、判断, 抽题: {题型: 判断, 题数: 1, 题库: [room]}, 分值: 2}
  - {标题: 三、多选, 抽题: {题型: 多选, 题数: 1, 题库: [room]}, 分值: 4}
"""
ROSTER = "学号,姓名,单位\n01,张三,市发改委\n02,李四,市财政局\n"


class Desk:
    """The teacher's and the committee's machine, without a network too."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "connections"
        banks = folder / "banks"
        (banks / "papers").mkdir(parents=True)
        (banks / "room.yaml").write_text(BANK, "utf-8")
        (banks / "papers" / "duty.yaml").write_text(PAPER, "utf-8")
        (folder / "名单.csv").write_text(ROSTER, "utf-8")
        (folder / "口令.txt").write_text(PASSWORD, "utf-8")
        watch = watched_packages(folder / "watch", str(self.log))
        own = {"QUIZAPP_HOME": str(folder / "home"), "QUIZAPP_BANKS": str(banks), "QUIZAPP_LANG": "zh"}
        self._env = {
            **os.environ,
            **own,
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": os.pathsep.join((str(watch), str(CHECKOUT))),
        }

    def run(self, *words: str, status: int = 0) -> str:
        """Run a command of the program's and return what it says."""
        return self.python("-m", "quizapp", *words, status=status)

    def python(self, *words: str, status: int = 0) -> str:
        alone = ["unshare", "-rn", "--"] if can_be_alone() else []
        done = subprocess.run(
            [*alone, sys.executable, *words],
            env=self._env,
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout + done.stderr


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    one = Terminal()
    yield one
    one.close()


def steps(terminal: Terminal, pairs: Sequence[tuple[str, Sequence[str]]]) -> None:
    """Wait for what should be on the screen, then press."""
    for text, keys in pairs:
        terminal.wait_for(text)
        terminal.press(*keys)


@pytest.mark.skipif(not can_be_alone(), reason="this system gives no test a network and a file system of its own")
def test_from_the_desk_to_a_bare_machine_and_back_without_a_network(tmp_path: Path, terminal: Terminal) -> None:
    # The machine is made before anything of ours is there.
    image = MachineImage(tmp_path / "machine")
    desk = Desk(tmp_path)
    # At the desk: the class, the sealed paper, the bundle.
    desk.run("class", "new", "2026-1", "--title", "第一期")
    desk.run("candidates", "import", "名单.csv")
    desk.run("papers", "publish", "duty", "--to", "值班考核.quiz", "--no-keys", "--password-file", "口令.txt")
    build = str(CHECKOUT / "packaging" / "build.py")
    desk.python(build, "--to", "built", "--publication", "值班考核.quiz")
    shutil.copytree(tmp_path / "built" / "考试", image.root / "home" / "kao" / "考试")

    # On the machine: a double click, the password said aloud, half the paper, a power cut.
    env = {"HOME": "/home/kao", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm-256color"}
    enter = image.entering("/home/kao/考试", "开始考试.sh")
    terminal.start(enter, env, WIDE)
    terminal.wait_for("《值班考核》的开考口令")
    terminal.type(PASSWORD)
    terminal.press("Enter")
    terminal.wait_for("学号或姓名")
    terminal.type("01")
    steps(terminal, [("张三", ["Enter"]), ("市发改委", ["Enter"]), ("[ ] 我已阅读", ["Space"]), ("[x]", ["Enter"])])
    steps(terminal, [("值班电话响几声接", ["1"]), ("(x) A", ["Right"]), ("来电要记录", ["1"])])
    terminal.wait_for("已答 2")
    terminal.kill()

    # Again: at the same question, no password asked for. Handed in, carried away.
    terminal.close()
    again = Terminal()
    try:
        again.start(enter, env, WIDE)
        again.wait_for("学号或姓名")
        again.type("01")
        steps(again, [("张三", ["Enter"]), ("市发改委", ["Enter"]), ("来电要记录", ["Right"])])
        steps(again, [("记录包括", ["1", "2", "3"]), ("已答 3", ["F9"]), ("确认交卷", ["F9"])])
        result = again.wait_for("成绩由班委会统一公布")
        assert "回执号" in result
        again.press("F6")
        steps(again, [("答卷_值班考核_01_张三", ["Enter"]), ("F6 再导出一次", ["Enter"])])
        assert again.wait_for_end() == 0
    finally:
        again.close()
    (pack,) = (image.root / "home" / "kao").rglob("答卷_*.zip")

    # Back at the desk: collected, marked where the keys are.
    said = desk.run("scores", "collect", str(pack))
    assert "张三" in said
    listed = json.loads(desk.run("scores", "list", "--format", "json"))
    (score,) = [one for one in listed if one["candidate"] == "01"]
    assert (score["status"], score["score"], score["full_score"], score["class"]) == ("marked", 8, 8, "2026-1")
    desk.run("scores", "export", "duty", "--to", "成绩.csv")
    assert score["receipt"] in (tmp_path / "成绩.csv").read_text("utf-8-sig")
    assert "结论" in desk.run("scores", "verify")

    # Nobody ever tried to reach anybody.
    assert image.connections() == ""
    assert not desk.log.exists()


def test_an_attempt_to_reach_somebody_would_be_noted(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.python("-c", "import socket; socket.socket().connect_ex(('127.0.0.1', 9))")
    assert "socket.connect" in desk.log.read_text("utf-8")
