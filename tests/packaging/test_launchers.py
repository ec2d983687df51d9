"""What is clicked on begins the program in a window, or says why it cannot."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.bundled import run


def test_a_bracket_in_a_dropped_papers_name_ends_no_block_of_the_batch_file(built: Path) -> None:
    lines = (built / "考试" / "开始考试.cmd").read_text("utf-8").splitlines()
    assert [line for line in lines if "%*" in line]
    assert not [line for line in lines if line.rstrip().endswith("(") or line.lstrip().startswith(")")]
    assert lines.index('if not exist "%START%" goto torn') < lines.index('if not exist "%OWN%" goto search')
    # What was carried along is tried before it is gone to: else the window closes without a word.
    assert lines.index('"%OWN%" -c "%NEW%" >nul 2>nul') < lines.index(":own")
    jumps = {line.rpartition("goto ")[2] for line in lines if "goto " in line}
    assert jumps == {line[1:] for line in lines if line.startswith(":")}


def as_desktops_run(entry: Path) -> list[str]:
    """Return the words that an entry's `Exec` runs. Source: Desktop Entry Specification 1.5, the Exec key."""
    lines = entry.read_text("utf-8").splitlines()
    (line,) = [line.removeprefix("Exec=") for line in lines if line.startswith("Exec=")]
    words = []
    for quoted, bare in re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', line.replace("\\\\", "\\")):
        # Within double quotes four signs are escaped, outside none of the reserved ones may stand.
        assert not set("\"'\\<>~|&;$*?#()`") & set(bare)
        assert not re.search(r"(?<!\\)[`$]", quoted)
        words.append(re.sub(r'\\(["`$\\])', r"\1", quoted) if quoted else bare.replace("%k", str(entry)))
    return words


@pytest.mark.parametrize(("name", "words"), [("开始考试", []), ("试机", ["rehearse"])])
def test_a_desktop_entry_runs_the_launcher_beside_it_wherever_the_folder_lies(
    built: Path, tmp_path: Path, name: str, words: list[str]
) -> None:
    folder = tmp_path / "桌 面 $HOME"
    shutil.copytree(built / "考试", folder)
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "xterm").write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    (tools / "xterm").chmod(0o755)
    for tool in ("sh", "dirname"):
        found = shutil.which(tool)
        assert found is not None
        (tools / tool).symlink_to(found)
    (tools / "python3").symlink_to(Path(sys.executable).resolve())
    said = run(*as_desktops_run(folder / f"{name}.desktop"), home=tmp_path / "home", PATH=str(tools))
    assert said.returncode == 0, said.stderr
    assert said.stdout.splitlines()[-1 - len(words) :] == [f"{folder}/程序/starting.py", *words]


def test_the_launcher_says_what_is_wrong_where_there_is_no_python_and_no_screen(built: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "dirname"):
        found = shutil.which(name)
        assert found is not None
        (tools / name).symlink_to(found)
    launcher = built / "考试" / "开始考试.sh"
    said = run(tools / "sh", launcher, home=tmp_path / "home", PATH=str(tools))
    assert said.returncode == 2
    assert "没有 Python 3.11" in said.stderr
    # Unpacked alone, as out of a ZIP that is looked into.
    alone = tmp_path / "alone"
    alone.mkdir()
    shutil.copy(launcher, alone)
    said = run(tools / "sh", alone / launcher.name, home=tmp_path / "home", PATH=str(tools))
    assert (said.returncode, said.stderr) == (
        2,
        "没有找到“程序”文件夹。请把整个“考试”文件夹解压、拷到桌面，再双击。\n",
    )
    # One that is carried along and made for another kind of machine.
    other = tmp_path / "other"
    shutil.copytree(built / "考试", other)
    (other / "程序" / "python" / "bin").mkdir(parents=True)
    (other / "程序" / "python" / "bin" / "python3").write_bytes(b"\x7fELF of another machine")
    (other / "程序" / "python" / "bin" / "python3").chmod(0o755)
    said = run(tools / "sh", other / "开始考试.sh", home=tmp_path / "home", PATH=str(tools))
    assert said.returncode == 2
    assert "可能不是给这种机器" in said.stderr
    (tools / "python3").symlink_to(Path(sys.executable).resolve())
    said = run(tools / "sh", launcher, home=tmp_path / "home", PATH=str(tools))
    assert said.returncode == 2
    assert "没有找到终端程序" in said.stderr


def test_the_launcher_asks_each_terminal_in_its_own_way(built: Path, tmp_path: Path) -> None:
    launcher = built / "考试" / "开始考试.sh"
    for name in ("deepin-terminal", "mate-terminal", "gnome-terminal", "konsole", "xfce4-terminal", "xterm"):
        tools = tmp_path / name
        tools.mkdir()
        (tools / name).write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
        (tools / name).chmod(0o755)
        for tool in ("sh", "dirname"):
            found = shutil.which(tool)
            assert found is not None
            (tools / tool).symlink_to(found)
        (tools / "python3").symlink_to(Path(sys.executable).resolve())
        said = run(tools / "sh", launcher, home=tmp_path / "home", PATH=str(tools))
        assert said.returncode == 0, (name, said.stderr)
        assert said.stdout.endswith(f"python3\n{built}/考试/程序/starting.py\n"), name


def test_the_starter_says_what_is_wrong_without_a_screen(built: Path, tmp_path: Path) -> None:
    said = run(sys.executable, built / "考试" / "程序" / "starting.py", home=tmp_path)
    assert said.returncode == 2
    assert "不是一个能显示考试画面的窗口" in said.stdout


def test_the_starter_finds_what_lies_beside_it_with_a_python_that_does_not_look_there(
    built: Path, tmp_path: Path
) -> None:
    # As the embeddable package for Windows does, which goes by its own list of folders alone.
    starter = built / "考试" / "程序" / "starting.py"
    script = f"import runpy; runpy.run_path({str(starter)!r})['main'](); import windows; print(windows.__file__)"
    said = run(sys.executable, "-I", "-c", script, home=tmp_path)
    assert said.stdout.endswith(f"{starter.parent}/windows.py\n"), said.stderr


@pytest.mark.parametrize(
    ("given", "called"),
    [
        ([], ["take", "{folder}/结业考试.quiz"]),
        (["rehearse"], ["rehearse"]),
        (["试卷(1).QUIZ"], ["take", "{folder}/程序/试卷(1).QUIZ"]),
    ],
)
def test_the_starter_sits_the_paper_beside_it_or_the_one_that_was_dropped_on_it(
    built: Path, given: list[str], called: list[str]
) -> None:
    folder = built / "考试"
    starter = str(folder / "程序" / "starting.py")
    script = f"import json, runpy; print(json.dumps(runpy.run_path({starter!r})['_words']()))"
    command = [sys.executable, "-c", script, *given]
    said = subprocess.run(command, cwd=folder / "程序", capture_output=True, text=True, check=True)
    assert json.loads(said.stdout) == [word.format(folder=folder) for word in called]
