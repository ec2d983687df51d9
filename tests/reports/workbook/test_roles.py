"""The workbook for other eyes: grades in place of marks, and the version to be put up."""

from __future__ import annotations

import pytest

from quizapp.services.book.score_table import Wishes
from quizapp.services.ports.workplace import Workplace
from tests.samples.classes.workbook_class import a_class, read_back, table


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    return a_class(tmp_path_factory.mktemp("class"))


def test_what_is_put_up_has_no_ranks_none_below_the_pass_and_numbers_that_are_masked(place: Workplace) -> None:
    book = read_back(place, Wishes(is_public=True))
    assert book.sheetnames == ["样卷", "样卷（补考）"]
    rows = table(book, "样卷")
    assert [*rows[0]] == ["学号", "姓名", "单位", "组别", "得分", "满分", "等次", "是否及格", "试卷"]
    assert [[*row.values()] for row in rows] == [
        ["**1", "张三", "市委办公室", "一组", 10, 10, None, "是", "样卷"],
        ["**2", "欧阳建国", None, "一组", 10, 10, None, "是", "样卷"],
    ]
    assert book["样卷"]["A1"].value == "秋季班  样卷 成绩公示"


def test_nowhere_in_it_is_who_did_not_pass(place: Workplace) -> None:
    book = read_back(place, Wishes(is_public=True))
    texts = {str(cell.value) for page in book for row in page.iter_rows() for cell in row}
    assert "张三" in texts
    assert not texts & {"赵六", "钱七", "孙八", "004", "005", "006"}


def test_with_grades_in_place_of_marks_nothing_tells_a_mark(place: Workplace) -> None:
    book = read_back(place, Wishes(bands=True))
    assert book.sheetnames == ["样卷", "样卷（补考）", "未考与补考", "题目分析"]
    heads = {head for sheet in book.sheetnames[:3] for row in table(book, sheet) for head in row}
    assert not heads & {"名次", "得分", "得分率(%)", "补考得分", "总评", "一、单项选择题"}
    assert [row["学号"] for row in table(book, "样卷")] == ["001", "002", "003", "004", "005", "006"]
