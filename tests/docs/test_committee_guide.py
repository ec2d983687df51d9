"""The committee's guide is as the program is: its examples are run on one class, its screens and pages drawn of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizapp.language import Language
from tests.docs.guides import DOCS, PICTURES, Made, helps, kept, made_anew, maker_of, named, size_of, stale

if TYPE_CHECKING:
    from types import ModuleType

GUIDE = (DOCS / "班委会指南.md").read_text("utf-8")
ANEW = "run python docs/make_committee_guide.py"
LARGEST = 400_000
"""Bytes of all pictures."""


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    return maker_of("make_committee_guide")


@pytest.fixture(scope="module")
def made(maker: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return made_anew(maker, GUIDE, tmp_path_factory.mktemp("examples"))


def shown_behind(command: str) -> str:
    """Return what stands behind a block of commands that ends so."""
    found = re.search(rf"{re.escape(command)}\n```\n\n```text [^\n]*\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert found is not None, command
    return found[1]


def test_what_the_guide_shows_is_what_its_commands_print(made: Made) -> None:
    assert made.text == GUIDE, ANEW


def test_every_command_does_its_work(made: Made) -> None:
    assert made.unsound == []


def test_the_wrong_key_is_the_first_thing_that_the_analysis_says(made: Made) -> None:
    first = made.text.split("先看这几题\n", 1)[1].splitlines()[0]
    assert first.startswith("  第 3 题（jy-03）：疑似错答案")
    assert "答案改为 D（原为 A）" in shown_behind("quizapp scores regrade 结业考试 --dry-run")


def test_the_dispute_ends_with_marks_that_were_not_given_before(made: Made) -> None:
    assert "变为及格 1 人：23 学员23" in shown_behind("--why 第15题多认一种答案 --by 王班长 --checked-by 李老师")
    book = (made.folder / "数据" / "scores.json").read_text("ascii")
    (row,) = [line for line in book.splitlines() if '"candidate": "23"' in line]
    assert '"score": 63' in row


def test_the_tampered_folder_is_found_out_and_nothing_else_is(made: Made) -> None:
    told = shown_behind("quizapp --home 被改动的数据 scores verify --seal 封存单.txt")
    findings = re.findall(r"^\d+\. \[(.*?)\]", told, re.MULTILINE)
    assert findings == ["记录", "缺失", "缺失", "得分", "被替换", "缺失"]
    assert "涉及 3 份答卷" in told.splitlines()[-1]
    assert "没有发现改动" in shown_behind("quizapp scores verify --seal 封存单.txt")


def test_an_older_folder_passes_alone_and_fails_against_the_seal(made: Made) -> None:
    assert "没有发现改动" in shown_behind("quizapp --home 旧数据 scores verify")
    assert "退回旧版" in shown_behind("quizapp --home 旧数据 scores verify --seal 封存单.txt")


@pytest.mark.parametrize(
    "text",
    [
        "```sh\nquizapp scores list 没有这份\n```\n",
        "```sh 不过\nquizapp candidates list\n```\n",
        "```sh\nls\n```\n",
        "<!-- 这时 2026-12-01 09:00 没有这件事 -->\n",
        "```yaml\n题库: 不说是什么\n```\n",
    ],
    ids=["refused", "sound where it is to fail", "another program", "nothing happens so", "no kind"],
)
def test_an_example_that_is_not_as_it_says_is_found(maker: ModuleType, tmp_path: Path, text: str) -> None:
    examples = maker.CommitteeExamples(tmp_path)
    examples.run(text)
    assert len(examples.unsound) == 1


def test_long_output_is_shortened_and_says_so(maker: ModuleType, tmp_path: Path) -> None:
    text = maker.CommitteeExamples(tmp_path).run("```sh\nquizapp scores --help\n```\n\n```text 显示 1…1\n陈旧\n```\n")
    shown = text.split("显示 1…1\n")[1].splitlines()
    assert (shown[0], shown[1], len(shown)) == ("用法：quizapp scores [选项] 命令 …", "……", 4)


async def test_the_pictures_show_the_screens_as_they_are(maker: ModuleType, made: Made) -> None:
    pictures = await maker.pictures(made.folder)
    assert {f"{name}.svg" for name in pictures} == kept("committee_*.svg")
    assert stale(pictures) == [], ANEW
    assert all(f"](pictures/{name}.svg)" in GUIDE for name in pictures)


def test_the_pages_are_of_the_files_as_they_are_written_now(maker: ModuleType, made: Made) -> None:
    assert {f"{name}.png" for name in maker.PAGES} == kept("committee_*.png")
    for name in maker.PAGES:
        picture = (PICTURES / f"{name}.png").read_bytes()
        assert maker.digest_of(picture) == maker.page_digest(name, made.folder), f"{name}: {ANEW}"
        assert f"](pictures/{name}.png)" in GUIDE


def test_the_pictures_are_small() -> None:
    assert size_of("committee_*") < LARGEST


def test_every_command_that_is_named_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    found = named(GUIDE, ("candidates", "papers", "scores", "class"))
    assert {("scores", "collect"), ("scores", "seal"), ("class", "new"), ("scores", "close")} <= found
    assert [words for words in sorted(found) if not helps(words, capsys)] == []


@pytest.mark.parametrize(
    "code",
    [
        *("committee.title", "desk.title", "committee.roster", "committee.seal", "committee.verify"),
        *("committee.verify_sealed", "committee.analyse", "committee.debrief", "committee.mark", "committee.regrade"),
        *("correct.title", "committee.reassign", "committee.void", "committee.override", "committee.note"),
        *("committee.extend", "committee.close"),
    ],
)
def test_what_the_rooms_offer_is_called_as_on_screen(code: str) -> None:
    assert Language("zh").say(code) in GUIDE


def test_every_link_leads_somewhere() -> None:
    heads = {_anchor(head) for head in re.findall(r"^#+ (.+)$", GUIDE, re.MULTILINE)}
    for link in re.findall(r"\]\(([^)]+)\)", GUIDE):
        file, _, anchor = link.partition("#")
        assert not file or (DOCS / file).exists(), link
        assert file or anchor in heads, link


def _anchor(head: str) -> str:
    """Return what a heading is linked by: its words, without signs."""
    return re.sub(r"[^\w-]", "", head.lower().replace(" ", "-"))


def test_nobody_is_addressed() -> None:
    assert not re.search("[您你]", GUIDE)
