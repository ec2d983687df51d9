"""What the build makes runs anywhere Python does, and says in words where it cannot."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from quizapp import __version__

CHECKOUT = Path(__file__).parents[2]
BUILD = CHECKOUT / "packaging" / "build.py"
BARE = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both, built once."""
    folder = tmp_path_factory.mktemp("built")
    paper = folder / "结业考试.quiz"
    paper.write_bytes(b"a paper")
    command = [sys.executable, str(BUILD), "--to", str(folder), "--publication", str(paper)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert "textual" in done.stdout
    return folder


def run(*words: str | Path, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run something with an environment of its own, in an empty folder."""
    home.mkdir(exist_ok=True)
    env = {**BARE, "HOME": str(home), **more}
    return subprocess.run(list(map(str, words)), env=env, cwd=home, capture_output=True, encoding="utf-8", check=False)


def pythons() -> list[str]:
    """Return every Python on this machine that may run it."""
    found = [shutil.which(f"python3.{minor}", path="/usr/bin:/usr/local/bin") for minor in range(11, 20)]
    return [one for one in found if one is not None] or [sys.executable]


def test_every_python_that_is_here_runs_the_one_file(built: Path, tmp_path: Path) -> None:
    for number, python in enumerate(pythons()):
        home = tmp_path / str(number)
        said = run(python, built / "quizapp.pyz", "--version", home=home)
        assert (said.returncode, said.stdout, said.stderr) == (0, f"quizapp {__version__}\n", "")
        assert run(python, built / "quizapp.pyz", "doctor", home=home).stdout
        assert sorted(path.name for path in home.iterdir()) in ([".cache"], [".cache", ".local"])


def test_nothing_in_it_is_compiled_and_nothing_comes_from_a_developers_machine(built: Path) -> None:
    with zipfile.ZipFile(built / "quizapp.pyz") as packed:
        names = packed.namelist()
        everything = b"".join(packed.read(name) for name in names if "/RECORD" not in name)
    assert not [name for name in names if name.endswith((".so", ".pyd", ".pyc", ".dll"))]
    assert {"__main__.py", "quizapp/__main__.py", "yaml/__init__.py", "textual/__init__.py"} <= set(names)
    # Papers are drawn from the banks, whose keys nobody is to find on a stick.
    assert not [name for name in names if name.startswith("quizapp/question_banks")]
    assert str(CHECKOUT).encode() not in everything
    assert sys.prefix.encode() not in everything


def test_the_courses_banks_go_along_for_practice_where_they_are_wanted(tmp_path: Path) -> None:
    subprocess.run([sys.executable, BUILD, "--to", tmp_path, "--practice"], check=True, capture_output=True)
    listed = run(sys.executable, tmp_path / "quizapp.pyz", "papers", "list", home=tmp_path / "home")
    assert "结业考试" in listed.stdout, listed.stderr


def test_two_builds_are_the_same(built: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, BUILD, "--to", tmp_path], check=True, capture_output=True)
    assert (tmp_path / "quizapp.pyz").read_bytes() == (built / "quizapp.pyz").read_bytes()


def test_the_folder_has_what_is_clicked_on_and_the_papers_on_top(built: Path) -> None:
    folder = built / "考试"
    names = {path.name for path in folder.iterdir()}
    assert names == {"开始考试.cmd", "开始考试.desktop", "开始考试.sh", "使用说明.txt", "结业考试.quiz", "程序"}
    assert os.access(folder / "开始考试.sh", os.X_OK)
    batch = (folder / "开始考试.cmd").read_bytes()
    assert batch.count(b"\r\n") == batch.count(b"\n")
    # Until the code page is set Windows reads it in another: nothing but ASCII stands before.
    assert batch.partition(b"chcp 65001")[0].isascii()
    assert not batch.startswith(b"\xef\xbb\xbf")


def test_a_portable_python_goes_along_where_one_is_given(tmp_path: Path) -> None:
    (tmp_path / "portable" / "bin").mkdir(parents=True)
    (tmp_path / "portable" / "bin" / "python3").write_text('#!/bin/sh\necho ours "$@"\n')
    (tmp_path / "portable" / "bin" / "python3").chmod(0o755)
    subprocess.run(
        [sys.executable, BUILD, "--to", tmp_path, "--python", tmp_path / "portable"], check=True, capture_output=True
    )
    folder = tmp_path / "考试"
    assert (folder / "程序" / "python" / "bin" / "python3").exists()


def test_what_is_unpacked_once_is_not_unpacked_again_and_a_half_is_never_run(built: Path, tmp_path: Path) -> None:
    cache = tmp_path / ".cache" / "quizapp" / "unpacked"
    cache.mkdir(parents=True)
    (cache / "unfinished-of-a-crash").mkdir()
    run(sys.executable, built / "quizapp.pyz", "--version", home=tmp_path)
    (own,) = [path for path in cache.iterdir() if not path.name.startswith("unfinished")]
    (own / "mark").touch()
    assert run(sys.executable, built / "quizapp.pyz", "--version", home=tmp_path).returncode == 0
    assert (own / "mark").exists()


def test_several_at_once_unpack_it_whole(built: Path, tmp_path: Path) -> None:
    env = {**BARE, "HOME": str(tmp_path)}
    command = [sys.executable, str(built / "quizapp.pyz"), "--version"]
    going = [subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(6)]
    assert [one.communicate() for one in going] == [(f"quizapp {__version__}\n".encode(), b"")] * 6
    assert len(list((tmp_path / ".cache" / "quizapp" / "unpacked").iterdir())) == 1


def test_where_there_is_no_room_in_the_cache_it_goes_elsewhere_and_else_says_so(built: Path, tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("no folder")
    spare = tmp_path / "spare"
    spare.mkdir()
    said = run(sys.executable, built / "quizapp.pyz", "--version", home=tmp_path, TMPDIR=str(spare))
    assert said.returncode == 0, said.stderr
    assert [path.name for path in spare.iterdir()] == ["quizapp-unpacked"]


def test_an_old_python_is_told_so_in_words(tmp_path: Path) -> None:
    begin = (CHECKOUT / "packaging" / "bootstrap.py").read_text("utf-8")
    old = tmp_path / "old.py"
    old.write_text(begin.replace("LEAST = (3, 11)", "LEAST = (9, 0)"), "utf-8")
    said = run(sys.executable, old, home=tmp_path / "home")
    assert said.returncode == 2
    assert "太旧了" in said.stderr
    assert "too old" in said.stderr


@pytest.mark.parametrize("feature", ["f'", "match ", ":=", "print ", "nonlocal", "raise e from", "async ", "-> "])
def test_its_beginning_is_read_by_any_python(feature: str) -> None:
    begin = (CHECKOUT / "packaging" / "bootstrap.py").read_text("utf-8")
    assert feature not in begin


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
