"""A paper written reads back equal, and is written as an instructor would."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.paper import Paper, Section
from quizapp.formats.native.write.papers import write_paper
from tests.formats.any_papers import papers
from tests.formats.native.paper_bytes import read
from tests.formats.native.test_papers import FULL

SHIPPED = sorted((Path(__file__).parents[3] / "question_banks").glob("**/papers/*.yaml"))
BERLIN = ZoneInfo("Europe/Berlin")


@given(papers(), st.sampled_from(["zh", "en"]), st.sampled_from([UTC, ZoneInfo("Asia/Shanghai"), BERLIN]))
def test_any_paper_reads_back_equal(paper: Paper, tongue: Literal["zh", "en"], zone: ZoneInfo) -> None:
    again = read(write_paper(paper, tongue, zone), zone)
    assert [fault.code for fault in again.faults if fault.severity == "error"] == []
    assert again.paper == paper


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_paper_that_comes_with_the_program_survives(path: Path) -> None:
    paper = read(path.read_bytes()).paper
    assert paper is not None
    assert read(write_paper(paper)).paper == paper
    assert read(write_paper(paper, "en")).paper == paper


def test_it_is_written_as_its_author_would_write_it() -> None:
    paper = read(FULL.encode(), ZoneInfo("Asia/Shanghai")).paper
    assert paper is not None
    assert (
        write_paper(paper, "zh", ZoneInfo("Asia/Shanghai")).decode()
        == """\
试卷: final
标题: 结业考试
用途: 考试
考生须知: 请独立作答。
考试时长: 60分钟
及格线: 60%
满分: 4
等次: {优秀: 90%, 合格: 60%}
考试时间: {开始: 2026-12-01 09:00, 截止: 2026-12-01 11:00}
允许考试次数: 不限
答题方式: 不可回看
交卷宽限: 30秒
试卷套数: 一人一卷
随机种子: 007
乱序: {试题: 是}
公布时间: 考试结束后
公布内容: [总分, 解析]
把握度: 是
大题:
  - 标题: 一
    抽题: {题型: 单选, 题库: [演示题库], 知识点: {五种角色: 1}, 难度: {易: 1}}
    分值: 2
    倒扣: 1/3
    考试时长: 20分钟
  - 标题: 二
    指定试题: [D-4]
    分值: 2
    评分方式: 全对得分
"""
    )


def test_lines_of_what_candidates_are_told_stand_under_it() -> None:
    paper = Paper(
        id="p", title="卷", instructions="一、独立作答。\n二、不查资料。", sections=(Section(title="一", items=("a",)),)
    )
    data = write_paper(paper)
    assert "考生须知: |\n  一、独立作答。\n  二、不查资料。\n" in data.decode()
    assert read(data).paper == paper


def test_a_time_that_comes_twice_keeps_which_it_is() -> None:
    for second in (False, True):
        at = datetime(2026, 10, 25, 0, 30, tzinfo=UTC) + timedelta(hours=second)
        paper = Paper(id="p", title="卷", delivery=Delivery(opens=at), sections=(Section(title="一", items=("a",)),))
        assert read(write_paper(paper, "zh", BERLIN), BERLIN).paper == paper
