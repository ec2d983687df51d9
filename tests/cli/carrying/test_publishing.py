"""quizapp papers publish, and take FILE.quiz."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from quizapp import wiring
from quizapp.carrying.publication_file import read_publication
from quizapp.domain.errors import Refused
from quizapp.language import Language
from quizapp.services.carrying.publication import open_publication
from quizapp.services.sitting.invigilator import key_behind
from quizapp.settings import Options
from tests.cli.conftest import PAPER, Quiz

SILENT = PAPER + "公布时间: 不公布\n"


@pytest.fixture
def silent(banks: Path) -> None:
    """The sample paper shows nothing of its result."""
    (banks / "papers" / "sample-paper.yaml").write_text(SILENT, encoding="utf-8")


def test_a_paper_is_published_with_the_form_that_is_drawn_here(quiz: Quiz, tmp_path: Path) -> None:
    done = quiz("papers", "publish", "样卷", "--to", "卷.quiz")
    assert (done.status, done.err.count("\n")) == (0, 5)
    assert done.out == "《样卷》的试卷包已写到 卷.quiz，共 1 份卷；拷到每台机器上打开即可开考。\n"
    for said in ("没有名册", "没有开考口令", "包里带着答案：这份试卷交卷后公布答案", "没有加密", "没有监考口令"):
        assert said in done.err
    made = read_publication(tmp_path / "卷.quiz")
    digest = quiz("papers", "draw", "sample-paper", "--format", "json").json["digest"]
    assert [one.form for one in made.cover.forms] == [digest]
    assert made.opened().forms[0].has_keys


def test_what_was_carried_here_is_no_trial_in_a_home_without_a_class(
    quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert quiz("papers", "publish", "sample-paper", "--to", "卷.quiz").status == 0
    assert "（试用）" in quiz("papers", "list").out
    place = wiring.workplace(wiring.settings(Options(home=str(tmp_path / "laptop"))))
    open_publication(place, read_publication(tmp_path / "卷.quiz"))
    monkeypatch.setenv("QUIZAPP_HOME", str(tmp_path / "laptop"))
    listed = quiz("papers", "list").out
    assert "样卷" in listed
    assert "样卷（试用）" not in listed


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize(
    ("words", "said"), [((), "包里不带答案"), (("--keys",), "是另外要求带上的"), (("--no-keys",), "包里不带答案")]
)
def test_where_no_result_is_shown_keys_stay_here_unless_they_are_wanted(
    quiz: Quiz, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = quiz("papers", "publish", "sample-paper", "--to", "卷.quiz", *words)
    assert done.status == 0, done.err
    assert said in done.err
    made = read_publication(tmp_path / "卷.quiz")
    has_keys = words == ("--keys",)
    assert (made.cover.has_keys, made.opened().forms[0].has_keys) == (has_keys, has_keys)


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ("公布内容: [总分]\n", "交卷后公布成绩"),
        ("公布时间: 逐题公布\n", "每答完一题就公布答案或解析"),
        ("公布时间: 考试结束后\n考试时间: {截止: 2030-12-01 11:00}\n", "考试结束后公布答案或解析"),
        ("公布时间: 考试结束后\n公布内容: [总分]\n考试时间: {截止: 2030-12-01 11:00}\n", "考试结束后公布成绩"),
    ],
)
def test_where_a_result_is_shown_keys_go_along_and_why_is_said(
    quiz: Quiz, banks: Path, tmp_path: Path, rules: str, said: str
) -> None:
    (banks / "papers" / "sample-paper.yaml").write_text(PAPER + rules, encoding="utf-8")
    done = quiz("papers", "publish", "sample-paper", "--to", "卷.quiz")
    assert done.status == 0, done.err
    assert f"包里带着答案：这份试卷{said}" in done.err
    assert read_publication(tmp_path / "卷.quiz").cover.has_keys
    refused = quiz("papers", "publish", "sample-paper", "--to", "二.quiz", "--no-keys")
    assert (refused.status, (tmp_path / "二.quiz").exists()) == (1, False)
    assert "包里不能不带答案" in refused.err


@pytest.mark.usefixtures("silent")
def test_it_is_sealed_with_the_first_line_of_a_file_and_knows_the_invigilators(quiz: Quiz, tmp_path: Path) -> None:
    (tmp_path / "开考.txt").write_text("\ufeff迎难而上2026\r\n第二行\n", encoding="utf-8")
    (tmp_path / "监考.txt").write_text("监考二〇二六\n", encoding="utf-8")
    (tmp_path / "名单.csv").write_text("学号,姓名,单位\n01,张三,甲办\n", encoding="utf-8")
    options = ("--password-file", "开考.txt", "--invigilator-file", "监考.txt", "--roster", "名单.csv", "--no-keys")
    done = quiz("papers", "publish", "sample-paper", "--to", "卷.quiz", *options)
    assert done.status == 0, done.err
    assert "已用开考口令加密" in done.err
    assert "包里带着答案" not in done.err
    made = read_publication(tmp_path / "卷.quiz")
    assert made.is_sealed
    assert made.cover.invigilator is not None
    assert key_behind("监考二〇二六", made.cover.invigilator) is not None
    inside = made.opened("迎难而上2026")
    assert [one.name for one in inside.roster] == ["张三"]
    assert not inside.forms[0].has_keys


def test_the_roster_here_goes_along_where_no_file_is_named(keyed_in: Quiz, tmp_path: Path) -> None:
    assert "名册 3 人" in keyed_in("papers", "publish", "sample-paper", "--to", "卷.quiz").err
    assert read_publication(tmp_path / "卷.quiz").cover.people == 3


def test_who_published_what_is_in_the_log(quiz: Quiz, tmp_path: Path) -> None:
    assert quiz("papers", "publish", "sample-paper", "--to", "卷.quiz").status == 0
    log = (tmp_path / "home" / "log.jsonl").read_text("utf-8")
    assert "paper-published" in log
    assert "sample-paper" in log


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--to", "卷.zip"), 2, "要以 .quiz 结尾"),
        (("--to", "nowhere/卷.quiz"), 2, "没有这个文件夹"),
        (("--to", "卷.quiz", "--no-keys"), 1, "包里不能不带答案"),
        (("--to", "卷.quiz", "--no-keys", "--keys"), 2, "只能写一个"),
        (("--to", "卷.quiz", "--password-file", "none.txt"), 2, "none.txt"),
        (("--to", "卷.quiz", "--password-file", "短.txt"), 1, "口令太短"),
        (("--to", "卷.quiz", "--password-file", "图.png"), 1, "不是 UTF-8 文字"),
        (("--to", "卷.quiz", "--password"), 2, "不能输入口令"),
        (("--to", "卷.quiz", "--roster", "短.txt"), 1, ""),
    ],
)
def test_what_cannot_be_published_fixes_and_writes_nothing(
    quiz: Quiz, tmp_path: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    (tmp_path / "短.txt").write_text("12345\n", encoding="utf-8")
    (tmp_path / "图.png").write_bytes(b"\x89PNG\xff\xfe\n")
    done = quiz("papers", "publish", "sample-paper", *words)
    assert (done.status, done.out) == (status, "")
    assert said in done.err
    assert not (tmp_path / "home" / "forms").exists()
    assert not (tmp_path / "卷.quiz").exists()


def test_a_password_is_typed_twice_alike(quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    typed = iter(("迎难而上2026", "迎难而上2025"))
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _: next(typed))
    done = quiz("papers", "publish", "sample-paper", "--to", "卷.quiz", "--password")
    assert (done.status, done.err) == (1, Language().error(Refused("passwords-differ")) + "\n")
    typed = iter(("迎难而上2026", "迎难而上2026"))
    assert quiz("papers", "publish", "sample-paper", "--to", "卷.quiz", "--password").status == 0
    assert read_publication(tmp_path / "卷.quiz").opened("迎难而上2026").forms


def test_taking_one_without_a_screen_opens_nothing(quiz: Quiz, tmp_path: Path) -> None:
    assert quiz("papers", "publish", "sample-paper", "--to", "卷.quiz").status == 0
    assert quiz("--home", "other", "take", "卷.quiz").status == 2
    assert not (tmp_path / "other" / "publications.jsonl").exists()


def test_a_make_up_travels_with_those_who_may_sit_it_unless_others_are_named(keyed_in: Quiz, banks: Path) -> None:
    second = PAPER.replace("sample-paper", "second").replace("样卷", "补考卷") + "补考对象: sample-paper\n"
    (banks / "papers" / "second.yaml").write_text(second, encoding="utf-8")
    said = keyed_in("papers", "publish", "second", "--to", "补考.quiz")
    assert said.status == 0, said.err
    assert read_publication(Path("补考.quiz")).cover.people == 2
    assert "另有 1 人不符合补考资格" in said.err
    assert keyed_in("papers", "publish", "second", "--to", "全班.quiz", "--roster", "roster.csv").status == 0
    assert read_publication(Path("全班.quiz")).cover.people == 3
