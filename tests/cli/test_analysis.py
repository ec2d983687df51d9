"""quizapp scores analyse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quizapp.domain.analysis.analysis import analyse
from quizapp.domain.analysis.attempt_rows import AnalysisSheet
from quizapp.language import Language
from quizapp.reports.analysis_text import analysis_lines
from quizapp.services.analysis.paper_analysis import PaperAnalysis
from tests.cli.conftest import Quiz
from tests.samples.classes.class_of_marks import form, item, sheet
from tests.samples.classes.corrected_class import CLASS

TEST = [
    *("candidates", "mean", "median", "sd", "skewness", "kurtosis"),
    *("alpha", "alpha_interval", "error_ratio", "standard_error"),
]
ITEM = [
    *("number", "item", "candidates", "facility", "facility_interval", "sd", "random_guess_score"),
    *("intended_weight", "effective_weight", "discrimination_index", "discriminative_efficiency", "upper_lower_27"),
    *("point_biserial", "median_seconds", "options", "verdict"),
]


@pytest.fixture
def wrong(quiz: Quiz, banks: Path, tmp_path: Path) -> Quiz:
    """A class of twelve whose first key is wrong."""
    bank = banks / "sample.yaml"
    bank.write_text(bank.read_text("utf-8").replace("参谋, 管], 答案: C", "参谋, 管], 答案: D"), encoding="utf-8")
    (tmp_path / "answers.csv").write_text("\n".join(["学号,姓名,1,2,3,4,5", *CLASS]) + "\n", encoding="utf-8")
    assert quiz("scores", "enter", "sample-paper", "answers.csv").status == 0
    return quiz


def test_json_is_as_the_contract_has_it(wrong: Quiz) -> None:
    found = wrong("scores", "analyse", "sample-paper", "--format", "json").json
    assert list(found) == ["paper", "test", "items"]
    assert (found["paper"], list(found["test"])) == ("sample-paper", TEST)
    assert all(list(item) == ITEM for item in found["items"])
    assert [item["number"] for item in found["items"]] == [1, 2, 3, 4, 5]
    first, *_, blanks = found["items"]
    assert (first["item"], first["candidates"], first["facility"], first["verdict"]) == ("s-1", 12, 0.25, "suspect_key")
    assert (first["random_guess_score"], first["intended_weight"], blanks["random_guess_score"]) == (0.25, 20, None)
    assert len(first["facility_interval"]) == len(found["test"]["alpha_interval"]) == 2
    assert [(one["letter"], one["count"]) for one in first["options"]] == [("A", 1), ("B", 0), ("C", 8), ("D", 3)]
    assert first["options"][0] == {"letter": "A", "count": 1, "share": 1 / 12, "mean_score": 7}
    assert first["options"][1]["mean_score"] is None
    assert [one["letter"] for one in found["items"][3]["options"]] == ["true", "false"]
    assert blanks["options"] == []


def test_nobody_yet_is_nulls_in_json_and_too_few_in_words(quiz: Quiz) -> None:
    found = quiz("scores", "analyse", "sample-paper", "--format", "json")
    assert (found.status, found.json["items"]) == (0, [])
    assert found.json["test"] == {"candidates": 0, **dict.fromkeys(TEST[1:])}
    said = quiz("scores", "analyse", "样卷")
    assert (said.status, said.out) == (
        0,
        "《样卷》（sample-paper）还没有评完分、计入成绩的答卷：样本不足，暂不下结论。\n",
    )


def test_the_page_begins_with_what_needs_a_person(wrong: Quiz) -> None:
    lines = wrong("scores", "analyse", "sample-paper").out.splitlines()
    assert lines[:6] == [
        "《样卷》（sample-paper）题目分析：计入成绩的答卷 12 份，满分 10 分，平均 5.42 分。",
        "不到 30 人，样本不足：只说疑似错答案、全对和全错的题，其余暂不下结论。",
        "",
        "先看这几题",
        "  第 1 题（s-1）：疑似错答案，请核对：成绩好的人里，选 C 的 4 人，选答案 D 的只有 1 人。",
        "另有 4 题样本不足，暂不下结论。",
    ]
    assert sum("暂不下结论" in line for line in lines) == 2
    assert [part for part in lines if part.startswith(("难度系数", "选项分析", "附录"))] == [
        "难度系数和区分度（括号里是 95% 的把握区间；区分度是前 27% 与后 27% 的人得分率之差）",
        "选项分析（★ 是答案）",
        "附录：统计量（与 Moodle 测验统计同一定义）",
    ]
    assert "nan" not in "".join(lines).lower()


def test_one_candidate_is_too_few_for_anything(quiz: Quiz, tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text("学号,1,2,3,4,5\n01,C,A,ACD,错,耳目；参谋\n", encoding="utf-8")
    quiz("scores", "enter", "sample-paper", "answers.csv")
    page = quiz("scores", "analyse", "sample-paper").out
    assert page.splitlines()[1:] == ["只有 1 份答卷，分析不出什么；满 30 份再看。"]
    found = quiz("scores", "analyse", "sample-paper", "--format", "json").json
    assert {item["verdict"] for item in found["items"]} == {"too_few"}
    assert (found["test"]["alpha"], found["test"]["mean"]) == (None, 10)


def test_in_english(wrong: Quiz) -> None:
    page = wrong("--lang", "en", "scores", "analyse", "sample-paper").out
    assert "Question 1 (s-1): The key may be wrong: of the strong, 4 chose C and only 1 the key D." in page


@pytest.mark.parametrize("name", ["page.txt", "page.json", "PAGE.CSV"])
def test_a_file_has_what_its_ending_says(wrong: Quiz, tmp_path: Path, name: str) -> None:
    outcome = wrong("scores", "analyse", "sample-paper", "--to", name)
    assert (outcome.status, outcome.out) == (0, f"《样卷》的题目分析已写入 {name}。\n")
    data = (tmp_path / name).read_bytes()
    if name.endswith("txt"):
        assert data.decode() == wrong("scores", "analyse", "sample-paper").out
    elif name.endswith("json"):
        assert json.loads(data) == wrong("scores", "analyse", "sample-paper", "--format", "json").json
    else:
        heads, first, *others = data.decode("utf-8-sig").split("\r\n")
        assert heads.startswith("题号,试题,人数,难度系数,难度系数下限,难度系数上限,高低分组差(%),标准差")
        assert first.startswith("1,s-1,12,0.25,0.0889,0.5323,33.3333,0.9045,0.25,20,14.0345")
        assert "A 1 人 8%、B 0 人 0%、C 8 人 67%、D 3 人 25%" in first
        assert len(others) == 5
    log = (tmp_path / "home" / "log.jsonl").read_text("utf-8")
    assert "analysis-written" in log


def test_another_ending_is_called_wrongly_and_nothing_is_written(wrong: Quiz, tmp_path: Path) -> None:
    assert wrong("scores", "analyse", "sample-paper", "--to", "page.pdf").status == 2
    assert wrong("scores", "analyse", "sample-paper", "--to", "none/page.txt").status == 2
    assert not (tmp_path / "page.pdf").exists()
    assert wrong("scores", "analyse", "nothing").status == 2


def test_corrections_that_do_not_hold_yet_are_told(wrong: Quiz) -> None:
    wrong("scores", "correct", "sample-paper", "1", "--key", "C", "--why", "答案有误", "--by", "班委甲")
    assert "1 处更正还没有生效" in wrong("scores", "analyse", "sample-paper").err


def test_while_the_window_is_open_the_key_is_told_in_no_way(wrong: Quiz, banks: Path) -> None:
    paper = banks / "papers" / "sample-paper.yaml"
    text = paper.read_text("utf-8")
    window = "考试时间: {开始: 2020-01-01 09:00, 截止: 2999-01-01 09:00}\n大题:"
    paper.write_text(text.replace("大题:", window, 1), encoding="utf-8")
    page = wrong("scores", "analyse", "sample-paper").out
    assert "考试时间还没有结束" in page
    assert "★" not in page
    assert "疑似错答案，请核对：成绩好的人里，选某个干扰项的比选答案的多。" in page
    found = wrong("scores", "analyse", "sample-paper", "--format", "json").json
    assert [item["options"] for item in found["items"]] == [[]] * 5


def test_items_of_differing_forms_are_named_by_their_ids(quiz: Quiz, banks: Path, tmp_path: Path) -> None:
    paper = banks / "papers" / "sample-paper.yaml"
    changed = "试卷套数: 2\n乱序: {试题: 是, 选项: 是}\n大题:"
    paper.write_text(paper.read_text("utf-8").replace("大题:", changed, 1), encoding="utf-8")
    rows = [f"{number:02},{'AB'[number % 2]},A,B,A,对,甲；乙" for number in range(1, 8)]
    (tmp_path / "answers.csv").write_text("\n".join(["学号,卷别,1,2,3,4,5", *rows]) + "\n", encoding="utf-8")
    assert quiz("scores", "enter", "sample-paper", "answers.csv").status == 0
    page = quiz("scores", "analyse", "sample-paper").out
    assert "各套卷不同，字母是题库里的。" in page
    assert "  试题 m-1\n" in page
    found = quiz("scores", "analyse", "sample-paper", "--format", "json").json
    assert all(item["candidates"] == 7 for item in found["items"])
    assert {item["number"] for item in found["items"] if item["item"] == "m-1"} == {None}


def lines_of(*sheets: AnalysisSheet, sitting: frozenset[str] = frozenset()) -> list[str]:
    """Return the page of such a class."""
    analysis = analyse(sheets)
    found = PaperAnalysis(paper="p", title="卷", full_score=10, analysis=analysis, sitting=sitting, is_awaited=False)
    return list(analysis_lines(found, Language("zh")))


def test_certainty_is_a_part_of_its_own_where_it_was_asked() -> None:
    asked = form(item(1), item(2, 2))
    lines = lines_of(sheet(asked, [1, 0], certainties=["sure", "not_sure"]), sheet(asked, [0, 2]))
    start = lines.index("把握度与实际")
    assert [line.split() for line in lines[start + 1 : start + 4]] == [
        ["把握度", "人数", "得分率"],
        ["有把握", "1", "1.00（0.21", "至", "1.00）"],
        ["没把握", "1", "0.00（0.00", "至", "0.79）"],
    ]


def test_only_the_items_that_are_being_sat_keep_their_options() -> None:
    asked = form(item(1, keys=["A"], letters="AB"), item(2, keys=["A"], letters="AB"))
    two = (sheet(asked, [1, 0], [("A",), ("B",)]), sheet(asked, [0, 1], [("B",), ("A",)]))
    lines = lines_of(*two, sitting=frozenset({"i-1"}))
    assert "有 1 题正有人在考，这几题的选项分析等交卷以后再看：看了就知道答案。" in lines
    assert "  第 2 题（i-2）" in lines
    assert "  第 1 题（i-1）" not in lines


def test_a_class_of_thirty_is_told_of_every_item() -> None:
    asked = form(item(1), item(2, 300), item(3), item(4, keys=["AB"], letters="ABC"))
    lines = lines_of(
        *(
            sheet(asked, [int(place < 15), 10 * (30 - place), place % 2, 0], [(), (), (), ("B", "C")])
            for place in range(30)
        )
    )
    assert not any("不到 30 人" in line for line in lines)
    assert "  第 1 题（i-1）：正常：难度系数 0.50，区分度 1.00。" in lines
    assert "  第 3 题（i-3）：区分度低：0.00，成绩好的和差的答得差不多。" in lines
    suspect = "疑似错答案，请核对：成绩好的人里，选 C 的 8 人，答案 AB 里却有一项只有 0 人选。"
    assert f"  第 4 题（i-4）：{suspect}" in lines


def test_thirty_equal_totals_cannot_be_told_apart() -> None:
    asked = form(item(1, 2))
    assert "  第 1 题（i-1）：区分度低：所有人总分相同，看不出好坏。" in lines_of(*[sheet(asked, [1])] * 30)


def test_a_discrimination_below_nothing_is_told_as_that() -> None:
    asked = form(item(1), item(2, 9))
    # The stronger half of forty misses the first item, and the weaker half has it.
    lines = lines_of(*(sheet(asked, [0, 9] if number < 20 else [1, 0]) for number in range(40)))
    (said,) = [line for line in lines if line.startswith("  第 1 题（i-1）：")]
    assert "区分度为负：-1.00，成绩好的反而比差的答得差" in said
    assert "差不多" not in said
