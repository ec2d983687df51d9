"""The teacher's guide is as the program is: its examples are run, its pictures drawn, its table made from the codes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizapp.__main__ import main
from tests.docs.guides import DOCS, Made, helps, kept, made_anew, maker_of, named, size_of, stale
from tests.samples.fault_sentences import FAULTS

if TYPE_CHECKING:
    from types import ModuleType

GUIDE = (DOCS / "教师指南.md").read_text("utf-8")
ANEW = "run python docs/make_teacher_guide.py"
LARGEST = 200_000
"""Bytes of all pictures."""


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    return maker_of("make_teacher_guide")


@pytest.fixture(scope="module")
def made(maker: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return made_anew(maker, GUIDE, tmp_path_factory.mktemp("examples"))


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```\w+ {kind}[^\n]*\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def test_what_the_guide_shows_is_what_its_examples_bring_forth(made: Made) -> None:
    assert made.text == GUIDE, ANEW


def test_every_example_is_sound_and_every_command_does_its_work(made: Made) -> None:
    assert made.unsound == []


def test_every_broken_example_has_the_one_fault_that_is_told(made: Made) -> None:
    assert len(blocks("错")) == len(blocks("报")) >= 8
    assert [told for told in blocks("报") if told.count("\n") != 1] == []


def test_every_file_of_the_guide_passes_the_check(made: Made, capfd: pytest.CaptureFixture[str]) -> None:
    files = re.findall(r"^```yaml 文件 (\S+)$", GUIDE, re.MULTILINE)
    assert len(files) >= 3
    home = ["--home", str(made.folder / "数据")]
    for file in files:
        assert main([*home, "banks", "check", "--strict", str(made.folder / file)]) == 0, capfd.readouterr().out


@pytest.mark.parametrize(
    "text",
    [
        "```yaml 试题\n- 题型: 判断\n  题干：一\n  答案: 对\n```\n",
        "```yaml 错\n- {编号: a-1, 题型: 判断, 知识点: bo, 难度: 易, 题干: 甲乙。, 答案: 对, 解析: 丙。}\n```\n",
        "```sh\nquizapp banks check 没有这个.yaml\n```\n",
        "```sh 终端\nquizapp banks list\n```\n",
        "```text 题\n没有题号\n```\n",
        "```yaml\n题库: 不说是什么\n```\n",
    ],
    ids=["item with a fault", "none where one is told", "command", "no terminal needed", "no question", "no kind"],
)
def test_an_example_that_is_not_as_it_says_is_found(maker: ModuleType, tmp_path: Path, text: str) -> None:
    examples = maker.Examples(tmp_path)
    examples.run(text)
    assert len(examples.unsound) == 1


def test_what_is_printed_stands_behind_its_command(maker: ModuleType, tmp_path: Path) -> None:
    text = maker.Examples(tmp_path).run("```sh\nquizapp --version\n```\n\n```text 显示\n陈旧\n```\n")
    assert re.search(r"```text 显示\nquizapp [\d.]+\n```", text)


def test_the_word_file_is_the_text_that_the_guide_shows(maker: ModuleType) -> None:
    assert maker.SAMPLE.read_bytes() == maker.sample(GUIDE), ANEW


def test_the_table_has_every_code() -> None:
    told = set(re.findall(r"\| `([a-z0-9-]+)` \|$", GUIDE, re.MULTILINE))
    assert set(FAULTS) <= told, ANEW


async def test_the_pictures_show_the_screens_as_they_are(maker: ModuleType, tmp_path: Path) -> None:
    pictures = await maker.pictures(tmp_path)
    assert {f"{name}.svg" for name in pictures} == kept("teacher_*.svg")
    assert stale(pictures) == [], ANEW
    assert all(f"](pictures/{name}.svg)" in GUIDE for name in pictures)


def test_the_printed_page_is_of_the_paper_as_it_is_printed_now(maker: ModuleType, made: Made) -> None:
    assert maker.digest_of(maker.PAGE.read_bytes()) == maker.page_digest(made.folder), ANEW


def test_the_pictures_are_small() -> None:
    assert size_of("teacher_*") < LARGEST


def test_every_command_that_is_named_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    found = named(GUIDE, ("banks", "papers", "scores"))
    assert {("banks", "import"), ("papers", "print"), ("scores", "enter")} <= found
    assert [words for words in sorted(found) if not helps(words, capsys)] == []


def test_every_file_that_is_linked_to_is_there() -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", GUIDE):
        assert (DOCS / link).exists(), link


def test_nobody_is_addressed() -> None:
    assert not re.search("[您你]", GUIDE)
