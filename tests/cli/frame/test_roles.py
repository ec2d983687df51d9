"""What a machine's role leaves out of the command line, and what it says when it is asked for all the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from quizapp.cli.frame.commands import COMMANDS, area, is_offered, load
from quizapp.cli.root import root
from quizapp.domain.roles import AREAS
from tests.cli.conftest import Quiz

TRAINEES = {"take", "practice", "banks list", "papers list", "scores list", "scores pack", "scores rebuild"}
TRAINEES |= {"doctor", "rehearse"}


def commands(group: click.Group, lead: str = "") -> Iterator[str]:
    """Give every command that the parser has, with its group."""
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        if isinstance(command, click.Group):
            yield from commands(command, f"{lead}{name} ")
        else:
            yield f"{lead}{name}"


ALL = tuple(commands(root))


@pytest.fixture
def role(tmp_path: Path) -> Path:
    """The folder of the home, whose settings a test writes."""
    (tmp_path / "home").mkdir()
    return tmp_path / "home" / "settings.yaml"


def test_every_command_of_the_table_is_there_by_its_own_name_and_no_other_is() -> None:
    assert sorted(ALL) == sorted(COMMANDS)
    assert [one for one in COMMANDS if load(one).name != one.split()[-1]] == []
    assert area("something new") == "committee"


@pytest.mark.parametrize("command", ALL)
def test_a_trainees_machine_has_what_trainees_do_and_nothing_else(quiz: Quiz, role: Path, command: str) -> None:
    role.write_text("角色: 学员\n", encoding="utf-8")
    outcome = quiz(*command.split(), "--help")
    if command in TRAINEES:
        assert outcome.status == 0
        return
    assert (outcome.status, outcome.out) == (1, "")
    group = command.split()[0]
    told = command if is_offered("trainee", group) else group
    assert f"设置写的是学员用，没有 {told} 这个命令" in outcome.err


def test_help_and_hints_leave_out_what_is_not_there(quiz: Quiz, role: Path) -> None:
    assert "candidates" in quiz("--help").out
    role.write_text("role: trainee\n", encoding="utf-8")
    listed = quiz("--help").out
    assert "candidates" not in listed
    assert "  scores " in listed
    assert "  enter " not in quiz("scores", "--help").out
    assert "enter" not in quiz("scores", "entr").err
    assert quiz("scores", "entr").status == 2


def test_nothing_is_done_where_a_command_is_not_there(quiz: Quiz, role: Path, tmp_path: Path) -> None:
    role.write_text("role: trainee\n", encoding="utf-8")
    (tmp_path / "roster.csv").write_text("学号,姓名\n01,张三\n", encoding="utf-8")
    outcome = quiz("--lang", "en", "candidates", "import", "roster.csv")
    assert outcome.status == 1
    assert outcome.err.startswith(
        "The settings of this machine say that it is a trainee's: there is no candidates here"
    )
    role.unlink()
    assert json.loads(quiz("candidates", "list", "--format", "json").out) == []


def test_a_teachers_machine_lacks_the_committees_and_the_committees_lacks_nothing(quiz: Quiz, role: Path) -> None:
    role.write_text("role: 教师\n", encoding="utf-8")
    assert quiz("banks", "show", "sample").status == 0
    refused = quiz("scores", "void", "x")
    assert refused.status == 1
    assert "教师用，没有 scores void" in refused.err
    assert [one for one in ALL if not is_offered("committee", one)] == []
    assert [one for one in ALL if not is_offered("", one)] == []


def test_roles_have_each_what_the_one_before_has() -> None:
    assert AREAS["trainee"] < AREAS["teacher"] < AREAS["committee"] == AREAS[""]


def test_banks_for_exams_are_not_named_on_a_trainees_machine(quiz: Quiz, role: Path) -> None:
    assert [one["bank"] for one in quiz("banks", "list", "--format", "json").json] == ["sample", "secret"]
    role.write_text("role: trainee\n", encoding="utf-8")
    assert [one["bank"] for one in quiz("banks", "list", "--format", "json").json] == ["sample"]
    assert "保密" not in quiz("banks", "list").out


def test_a_trainee_is_not_sent_to_a_command_that_is_not_there(quiz: Quiz, role: Path, banks: Path) -> None:
    (banks / "sample.yaml").write_text("题库: sample\n标题: 样\n试题: [{题型: 单选}]\n", encoding="utf-8")
    assert "banks check" in quiz("doctor").out + quiz("banks", "list").err
    role.write_text("role: trainee\n", encoding="utf-8")
    told = quiz("doctor").out + quiz("banks", "list").err
    assert "quizapp banks check" not in told
    assert "quizapp papers check" not in told
    assert told.count("请告诉教员") == 3


@pytest.mark.parametrize(
    "words", ["doctor", "scores list", "banks list", "banks new x", "class new a --title b", "--help"]
)
def test_faulty_settings_are_told_by_every_command_and_nothing_is_done(
    quiz: Quiz, role: Path, tmp_path: Path, words: str
) -> None:
    role.write_text("role: boss\nclas: x\n", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    outcome = quiz(*words.split())
    assert (outcome.status, outcome.out) == (1, "")
    lines = outcome.err.splitlines()
    assert lines[0].startswith(f"{role}:2:1: error unknown-field: ")
    assert lines[1].startswith(f"{role}:1:7: error unknown-value: ")
    assert len(lines) == 3
    assert sorted(tmp_path.rglob("*")) == before
