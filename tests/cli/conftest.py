"""A home in a temporary folder and a way to call the program on it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from quizapp.__main__ import main

BANK = """
题库: sample
标题: 样题
试题:
  - {编号: s-1, 题型: 单选, 知识点: a, 难度: 易, 题干: 四是（  ）。, 选项: [跟班, 秀才, 参谋, 管], 答案: C, 解析: 是。}
  - {编号: s-2, 题型: 单选, 知识点: a, 难度: 中, 题干: 摆在（  ）。, 选项: [床头, 包里], 答案: A, 解析: 各一本。}
  - {编号: m-1, 题型: 多选, 知识点: a, 难度: 易, 题干: 有（  ）。, 选项: [甲, 乙, 丙, 丁], 答案: ACD, 解析: 三个。}
  - {编号: t-1, 题型: 判断, 知识点: a, 难度: 易, 题干: 可以。, 答案: 错, 解析: 不可以。}
  - {编号: f-1, 题型: 填空, 知识点: a, 难度: 难, 题干: 当好___和___。, 答案: [耳目, [参谋, 助手]], 解析: 两个。}
"""
SECRET_BANK = """
题库: secret
标题: 保密题
用途: 考试
试题:
  - {编号: x-1, 题型: 判断, 知识点: a, 难度: 易, 题干: 保密。, 答案: 对, 解析: 是。}
"""
COURSE = """
课程: course
标题: 课
知识点: {a: 甲}
"""
PAPER = """
试卷: sample-paper
标题: 样卷
考试时长: 30m
大题:
  - {标题: 一、选择, 抽题: {题型: 单选, 题数: 2, 题库: [sample]}, 分值: 2}
  - {标题: 二、多选, 抽题: {题型: 多选, 题数: 1}, 分值: 2, 评分方式: 少选按比例得分}
  - {标题: 三、判断, 抽题: {题型: 判断, 题数: 1, 题库: [sample]}, 分值: 2}
  - {标题: 四、填空, 抽题: {题型: 填空, 题数: 1}, 分值: 2}
"""


class Outcome(NamedTuple):
    """What a call did."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, read as JSON."""
        return json.loads(self.out)


Quiz = Callable[..., Outcome]


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    """A banks folder with a course, two banks and a paper."""
    folder = tmp_path / "banks"
    (folder / "papers").mkdir(parents=True)
    (folder / "course.yaml").write_text(COURSE, encoding="utf-8")
    (folder / "sample.yaml").write_text(BANK, encoding="utf-8")
    (folder / "secret.yaml").write_text(SECRET_BANK, encoding="utf-8")
    (folder / "papers" / "sample-paper.yaml").write_text(PAPER, encoding="utf-8")
    return folder


@pytest.fixture
def quiz(
    tmp_path: Path, banks: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Quiz:
    """Calls the program in this process, in Chinese, on a home and banks of the test's own."""
    for name in ("QUIZAPP_HOME", "QUIZAPP_BANKS", "QUIZAPP_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QUIZAPP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("QUIZAPP_BANKS", str(banks))
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> Outcome:
        capfdbinary.readouterr()
        status = main(words)
        captured = capfdbinary.readouterr()
        return Outcome(status, captured.out.decode(), captured.err.decode())

    return call


@pytest.fixture
def keyed_in(quiz: Quiz, tmp_path: Path) -> Quiz:
    """The same, with three people on the roster and two who have handed in."""
    (tmp_path / "roster.csv").write_text("学号,姓名,单位\n01,张三,甲办\n02,李四,乙办\n03,王五,丙办\n", encoding="utf-8")
    answers = "学号,1,2,3,4,5\n01,C,A,ACD,错,耳目；参谋\n02,C,A,AC,,\n"
    (tmp_path / "answers.csv").write_text(answers, encoding="utf-8")
    assert quiz("candidates", "import", "roster.csv").status == 0
    assert quiz("scores", "enter", "sample-paper", "answers.csv").status == 0
    return quiz
