"""What the build makes runs anywhere Python does, and says in words where it cannot."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from quizapp import __version__
from tests.packaging.bundled import BARE, BUILD, CHECKOUT, run


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
    assert "摸底测验" in listed.stdout, listed.stderr
    assert "结业考试" not in listed.stdout


def test_the_wheel_has_every_bank_but_the_exams() -> None:
    build = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    folder = CHECKOUT / "question_banks"
    assert (folder / "exam" / ".only-if-named").is_file()
    shipped = {f"question_banks/{path.name}" for path in folder.iterdir() if path.name != "exam"}
    assert build["targets"]["wheel"]["force-include"] == {name: f"quizapp/{name}" for name in shipped}


def test_two_builds_are_the_same(built: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, BUILD, "--to", tmp_path], check=True, capture_output=True)
    assert (tmp_path / "quizapp.pyz").read_bytes() == (built / "quizapp.pyz").read_bytes()


def test_the_folder_has_what_is_clicked_on_and_the_papers_on_top(built: Path) -> None:
    folder = built / "考试"
    names = {path.name for path in folder.iterdir()}
    clicked = {"开始考试.cmd", "开始考试.desktop", "开始考试.sh", "试机.cmd", "试机.desktop"}
    assert names == {*clicked, "使用说明.txt", "结业考试.quiz", "程序"}
    assert os.access(folder / "开始考试.sh", os.X_OK)
    assert (folder / "使用说明.txt").read_bytes().startswith("\ufeff怎样开始考试\r\n".encode())
    for name in ("开始考试.cmd", "试机.cmd"):
        batch = (folder / name).read_bytes()
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


def test_a_portable_python_is_carried_without_links_which_no_stick_holds(tmp_path: Path) -> None:
    programs = tmp_path / "portable" / "bin"
    programs.mkdir(parents=True)
    (programs / "python3.11").write_text("#!/bin/sh\n")
    (programs / "python3").symlink_to("python3.11")
    (programs / "gone").symlink_to("nothing")
    subprocess.run([sys.executable, BUILD, "--to", tmp_path, "--python", programs.parent], check=True)
    carried = tmp_path / "考试" / "程序" / "python" / "bin"
    assert sorted(path.name for path in carried.iterdir()) == ["python3", "python3.11"]
    assert not any(path.is_symlink() for path in carried.iterdir())


def test_what_would_only_be_missed_on_the_stick_is_refused_before_anything_is_built(tmp_path: Path) -> None:
    def said(*words: str | Path) -> str:
        command = [sys.executable, BUILD, "--to", tmp_path / "out", *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 1, done.stdout
        assert not (tmp_path / "out" / "quizapp.pyz").exists()
        return done.stderr

    (tmp_path / "python" / "python").mkdir(parents=True)
    (tmp_path / "python" / "python" / "python.exe").touch()
    assert f"no portable Python, which has python.exe or bin/python3 in it: {tmp_path}/python" in said(
        "--python", tmp_path / "python"
    )
    # A paper's own file, keys and all, is not to lie on a stick by mistake.
    bank = tmp_path / "bank.yaml"
    bank.write_text("题库: a\n", "utf-8")
    assert f"no publication (made by `quizapp papers publish`): {bank}" in said("--publication", bank)
    assert "no publication" in said("--publication", tmp_path / "gone.quiz")
    for folder in ("甲", "乙"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "final.quiz").write_bytes(b"quizapp-publication 1\n")
    both = [tmp_path / folder / "final.quiz" for folder in ("甲", "乙")]
    assert "two publications of one name: final.quiz final.quiz" in said("--publication", *both)
    (tmp_path / "out" / "考试").mkdir(parents=True)
    (tmp_path / "out" / "考试" / "答案.docx").touch()
    assert "there is another folder of that name, which would be replaced" in said()
    assert (tmp_path / "out" / "考试" / "答案.docx").exists()


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
    (own,) = spare.iterdir()
    assert own.name == f"quizapp-unpacked-{os.getuid()}"
    assert own.stat().st_mode & 0o077 == 0
    # Where all may write, what somebody else put there is not run.
    with contextlib.suppress(PermissionError):
        os.chown(own, 12345, 12345)
        said = run(sys.executable, built / "quizapp.pyz", "--version", home=tmp_path, TMPDIR=str(spare))
        assert said.returncode == 3
        assert "考试程序没有地方展开" in said.stderr


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
