"""Exit statuses and streams."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from quizapp import wiring
from quizapp.cli.frame.edge import guarded
from quizapp.domain.errors import AttemptBusy, CalledWrongly, MachineRefused, Refused
from quizapp.language import Language
from quizapp.settings import Options
from tests.cli.conftest import Quiz


@pytest.mark.parametrize(
    "words",
    [
        ["--version"],
        ["--help"],
        ["-h"],
        ["banks", "--help"],
        ["banks", "list"],
        ["banks", "check"],
        ["banks", "check", "banks/sample.yaml"],
        ["banks", "show", "样题"],
        ["papers", "list"],
        ["papers", "check"],
        ["papers", "draw", "sample-paper"],
        ["papers", "draw", "banks/papers/sample-paper.yaml", "--seed", "7"],
        ["papers", "draw", "sample-paper", "--forms", "2"],
        ["scores", "list"],
        ["scores", "rebuild"],
        ["candidates", "list"],
        ["doctor"],
    ],
)
def test_what_can_be_done_is_done(quiz: Quiz, words: list[str]) -> None:
    assert quiz(*words).status == 0


@pytest.mark.parametrize(
    "words",
    [
        ["--foo"],
        ["--lang", "fr", "banks", "list"],
        ["--home"],
        ["nope"],
        ["banks"],
        ["banks", "nope"],
        ["banks", "list", "--nope"],
        ["banks", "list", "extra"],
        ["banks", "list", "--format", "xml"],
        ["banks", "list", "--format"],
        ["banks", "check", "none.yaml"],
        ["banks", "check", "--strict=1"],
        ["banks", "show"],
        ["banks", "show", "none"],
        ["banks", "format", "none.yaml"],
        ["--banks", "nowhere", "banks", "list"],
        ["papers", "draw"],
        ["papers", "draw", "none"],
        ["papers", "draw", "sample-paper", "--form", "B"],
        ["scores", "list", "none"],
        ["scores", "export", "--to", "out.csv"],
        ["scores", "export", "sample-paper"],
        ["scores", "export", "sample-paper", "--to", "out.pdf"],
        ["scores", "export", "sample-paper", "--to", "-"],
        ["scores", "export", "sample-paper", "--to", "nowhere/out.csv"],
        ["scores", "enter", "sample-paper", "none.csv"],
        ["scores", "enter", "none", "none.csv"],
        ["candidates", "import", "none.csv"],
        ["take", "none"],
        ["take", "sample-paper"],
        [],
    ],
)
def test_what_is_called_wrongly_is_said_on_standard_error(quiz: Quiz, words: list[str]) -> None:
    outcome = quiz(*words)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err


def test_a_rule_that_refuses_ends_with_one(keyed_in: Quiz, banks: Path) -> None:
    assert keyed_in("take", "sample-paper", "--candidate", "99").status == 1
    assert keyed_in("take", "sample-paper", "--candidate", "01", "--name", "李四").status == 1
    assert "次数已用完" in keyed_in("take", "sample-paper", "--candidate", "01").err
    assert keyed_in("banks", "show", "secret").status == 1
    paper = banks / "papers" / "sample-paper.yaml"
    window = "考试时间: {开始: 2000-01-01 09:00, 截止: 2000-01-01 10:00}\n"
    paper.write_text(paper.read_text(encoding="utf-8") + window, encoding="utf-8")
    assert "已经截止" in keyed_in("take", "sample-paper").err


def test_who_goes_on_needs_a_screen_and_nothing_else(keyed_in: Quiz) -> None:
    assert keyed_in("take", "sample-paper", "--candidate", "03").err.startswith("这里没有终端")
    assert keyed_in("take", "样卷", "--candidate", "03", "--name", "王 五").status == 2


def test_faults_of_check_are_its_result(quiz: Quiz, banks: Path) -> None:
    (banks / "bad.yaml").write_text("题库: bad\n试题:\n  - 题干: 甲\n", encoding="utf-8")
    outcome = quiz("banks", "check")
    assert outcome.status == 1
    first = outcome.out.splitlines()[0]
    assert first.startswith(f"{banks / 'bad.yaml'}:3:5: error ")
    assert "错误" in outcome.err
    assert quiz("banks", "list").status == 0


def test_warnings_fail_only_where_that_is_asked(quiz: Quiz, banks: Path) -> None:
    (banks / "poor.yaml").write_text(
        "题库: poor\n试题:\n  - {编号: p-1, 题型: 判断, 题干: 甲, 答案: 对}\n", encoding="utf-8"
    )
    assert quiz("banks", "check").status == 0
    assert quiz("banks", "check", "--strict").status == 1
    assert quiz("papers", "check", "--strict").status == 0


def test_a_faulty_paper_is_not_drawn(quiz: Quiz, banks: Path) -> None:
    paper = banks / "papers" / "sample-paper.yaml"
    paper.write_text(paper.read_text(encoding="utf-8").replace("题数: 2", "题数: 3"), encoding="utf-8")
    outcome = quiz("papers", "draw", "sample-paper")
    assert outcome.status == 1
    assert ": error draw-unmet: " in outcome.err
    assert quiz("papers", "check").status == 1
    assert quiz("banks", "check").status == 0


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Refused("attempt-ended"), 1),
        (CalledWrongly("no-terminal"), 2),
        (MachineRefused("disk-full", file="x"), 3),
        (AttemptBusy("attempt-busy", attempt="x", pid=1, host="h", since="now"), 3),
        (PermissionError(13, "Permission denied", "x"), 3),
        (ValueError("an attempt begins with its start"), 3),
        (KeyboardInterrupt(), 130),
        (BrokenPipeError(), 0),
        (OSError(errno.EINVAL, "Invalid argument"), 0),  # what Windows calls a pipe that nobody reads any more
        (OSError(errno.EINVAL, "Invalid argument", "x"), 3),
    ],
)
def test_every_end_has_its_status(error: BaseException, status: int, capfd: pytest.CaptureFixture[str]) -> None:
    def fails() -> int:
        raise error

    assert guarded(Language, fails) == status
    assert "Traceback" not in capfd.readouterr().err


def fails_with_a_key() -> int:
    key = "B 机密"
    try:
        raise KeyError(key)
    except KeyError:
        raise ValueError(f"{key} is in no list") from None


def test_what_nobody_expected_is_told_without_its_values_and_kept_for_whoever_mends_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    keep = partial(wiring.keep_report, Options(home=str(tmp_path / "home")))
    assert guarded(Language, fails_with_a_key, keep=keep) == 3
    (report,) = (tmp_path / "home" / "failures").iterdir()
    told = capfd.readouterr().err
    assert str(report) in told
    assert "已保存的内容都在" in told
    assert not any(word in told for word in ("机密", "Traceback", "ValueError"))
    text = report.read_text(encoding="utf-8")
    assert "in fails_with_a_key" in text
    assert "builtins.ValueError" in text
    assert "机密" not in text
    if sys.platform != "win32":
        assert (report.stat().st_mode & 0o777, report.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_where_no_report_can_be_kept_it_is_said_how_to_see_one(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home").write_text("")
    keep = partial(wiring.keep_report, Options(home=str(tmp_path / "home")))
    assert guarded(Language, fails_with_a_key, keep=keep, is_debug=True) == 3
    told = capfd.readouterr().err
    assert "--debug" in told
    assert "in fails_with_a_key" in told
    assert "机密 is" not in told


def test_debug_shows_where_it_happened(quiz: Quiz) -> None:
    assert "Traceback" in quiz("--debug", "papers", "draw", "none").err


def test_a_home_that_cannot_be_written_ends_with_three(quiz: Quiz, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "roster.csv").write_text("学号,姓名\n1,张三\n", encoding="utf-8")
    outcome = quiz("--home", "file", "candidates", "import", "roster.csv")
    assert (outcome.status, outcome.out) == (3, "")


def test_a_failed_export_leaves_the_old_file(keyed_in: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "out.csv"
    kept.write_text("old")

    def fail(_: int) -> None:
        raise OSError(errno.EIO, "input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    assert keyed_in("scores", "export", "sample-paper", "--to", "out.csv", "--replace").status == 3
    assert kept.read_text() == "old"


def called(action: Callable[[], int]) -> int:
    return guarded(Language, action)


def test_a_status_is_passed_on() -> None:
    assert called(lambda: 7) == 7
