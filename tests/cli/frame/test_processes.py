"""What only a process of its own can show: what it loads, closed pipes, interrupts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Quiz

SPY = """
import sys
from quizapp.__main__ import main
status = main(sys.argv[1:])
print(*sorted({"textual", "rich", "yaml", "asyncio", "platformdirs"} & set(sys.modules)), file=sys.stderr)
sys.exit(status)
"""


def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "QUIZAPP_HOME": str(tmp_path / "home"), "QUIZAPP_LANG": "zh", "PYTHONUTF8": "1"}


@pytest.mark.parametrize(
    ("words", "loaded"),
    [
        ("--version", set()),
        ("--help", set()),
        ("scores list", set()),
        ("scores export final --to - --format csv", {"yaml"}),
        ("scores mark final", {"yaml"}),
        ("scores rebuild", set()),
        ("candidates list", set()),
        ("banks list", {"yaml"}),
        ("banks check", {"yaml"}),
        ("papers list", {"yaml"}),
        ("papers draw opening-test", {"yaml"}),
        ("papers draw unit-bo --forms 2", {"yaml"}),
        ("papers print final --to x.html", {"yaml"}),
        ("papers print final --to x.docx", {"yaml"}),
        ("scores enter final --keyed", {"yaml"}),
        ("papers extend final --all --more 10m --why x", {"yaml"}),
        ("scores close 20261201T010000000Z-XXXXXXXXXX --why x", set()),
        ("doctor", {"yaml"}),
        ("take final", {"yaml"}),
        ("practice five-roles", {"yaml"}),
    ],
)
def test_no_command_without_a_screen_loads_textual(tmp_path: Path, words: str, loaded: set[str]) -> None:
    asked = [sys.executable, "-c", SPY, *words.split()]
    surroundings = environment(tmp_path)
    done = subprocess.run(
        asked, capture_output=True, text=True, check=False, env=surroundings, cwd=tmp_path, stdin=subprocess.DEVNULL
    )
    assert set(done.stderr.splitlines()[-1].split()) == loaded


RECORDS = ("quizapp.domain.attempt.events", "quizapp.domain.attempt.decisions", "quizapp.domain.analysis.analysis")
"""What attempts, decisions and statistics are of: half of what a table of scores might load."""
PAPERS = ("quizapp.domain.papers.paper", "quizapp.domain.item")
TABLES = pytest.mark.parametrize("words", ["scores list", "scores export sample-paper --to - --format csv"])


@TABLES
@pytest.mark.parametrize("decided", [False, True])
def test_a_table_of_scores_loads_what_records_are_of_only_where_there_is_something_to_read(
    keyed_in: Quiz, tmp_path: Path, words: str, decided: bool
) -> None:
    if decided:
        noted = ("scores", "note", "sample-paper", "--candidate", "03", "--as", "exempt", "--why", "x", "--by", "y")
        assert keyed_in(*noted).status == 0
    assert loaded_of(RECORDS, words, tmp_path) == (["quizapp.domain.attempt.decisions"] if decided else [])


@TABLES
def test_a_table_of_scores_loads_papers_and_items_only_where_somebody_may_still_come(
    quiz: Quiz, tmp_path: Path, words: str
) -> None:
    (tmp_path / "roster.csv").write_text("学号,姓名\n01,张三\n", encoding="utf-8")
    (tmp_path / "answers.csv").write_text("学号,1,2,3,4,5\n01,C,A,ACD,错,耳目；参谋\n", encoding="utf-8")
    assert quiz("candidates", "import", "roster.csv").status == 0
    assert quiz("scores", "enter", "sample-paper", "answers.csv").status == 0
    assert loaded_of(PAPERS, words, tmp_path) == []


def loaded_of(modules: tuple[str, ...], words: str, tmp_path: Path) -> list[str]:
    """Return which of the modules a command loads that shows 张三's score."""
    spy = SPY.replace('"textual"', ", ".join(map(repr, modules)))
    asked = [sys.executable, "-c", spy, *words.split()]
    done = subprocess.run(asked, capture_output=True, text=True, check=True, env=environment(tmp_path))
    assert "张三" in done.stdout
    return [name for name in done.stderr.split() if name in modules]


def test_a_closed_pipe_is_no_fault(tmp_path: Path) -> None:
    asked = [sys.executable, "-m", "quizapp", "banks", "show", "five-roles"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(asked, stdout=writing, stderr=subprocess.PIPE, check=False, env=environment(tmp_path))
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_a_full_device_is_told_and_ends_with_three(tmp_path: Path) -> None:
    asked = [sys.executable, "-m", "quizapp", "banks", "list"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(asked, stdout=full, stderr=subprocess.PIPE, check=False, env=environment(tmp_path))
    assert done.returncode == 3
    assert "结果没有输出完（错误号 28）" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal to send")
def test_an_interrupt_ends_with_130(tmp_path: Path) -> None:
    holds = tmp_path / "holds"
    os.mkfifo(holds)
    # In the background, as a shell starts what ends in &, an interrupt is ignored, and so by what is started there.
    program = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from quizapp.cli.frame.edge import guarded; "
        f"raise SystemExit(guarded(None, lambda: open({str(holds)!r}).read()))"
    )
    with subprocess.Popen([sys.executable, "-c", program], stderr=subprocess.PIPE) as process:
        writer = os.open(holds, os.O_WRONLY)  # returns once the program waits in its reading
        process.send_signal(signal.SIGINT)
        status = process.wait(10)
        os.close(writer)
        assert status == 130
        assert process.stderr is not None
        assert process.stderr.read() == b""


def test_texts_are_utf_8_for_machines_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    asked = [sys.executable, "-m", "quizapp", "banks", "list", "--format", "json"]
    surroundings = {**environment(tmp_path), "PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}
    done = subprocess.run(asked, capture_output=True, check=True, env=surroundings)
    assert "认清形势" in done.stdout.decode()
    listed = subprocess.run(asked[:-2], capture_output=True, check=True, env=surroundings)
    assert "认清形势" in listed.stdout.decode("gbk")


def test_the_program_starts_from_any_folder(tmp_path: Path) -> None:
    start = time.monotonic()
    asked = [sys.executable, "-m", "quizapp", "papers", "list"]
    done = subprocess.run(asked, capture_output=True, check=True, env=environment(tmp_path), cwd=tmp_path)
    assert b"mock" in done.stdout
    assert time.monotonic() - start < 30


CLOSED = (
    *("scores list", "scores list --format json", "scores export --to - --format csv", "scores verify", "doctor"),
    *("banks list", "banks check", "banks schema", "papers list", "papers draw opening-test", "candidates list"),
    *("--help", "--version", "scores --help", "scores seal --to seal.txt", "candidates export out.csv"),
)


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix closes the streams")
@pytest.mark.parametrize(
    ("words", "closed"),
    [*((words, ">&-") for words in CLOSED), ("scores list", "2>&-"), ("doctor", ">&- 2>&- <&-"), ("scores", "2>&-")],
)
def test_a_stream_that_was_closed_before_the_start_is_as_a_pipe_that_nobody_reads(
    tmp_path: Path, words: str, closed: str
) -> None:
    command = f"exec {sys.executable} -m quizapp {words}"
    open_ = subprocess.run(command, shell=True, capture_output=True, env=environment(tmp_path), cwd=tmp_path)
    shut = subprocess.run(
        f"{command.replace('seal.txt', 'again.txt').replace('out.csv', 'again.csv')} {closed}",
        shell=True,
        capture_output=True,
        env=environment(tmp_path),
        cwd=tmp_path,
    )
    assert shut.returncode == open_.returncode
    assert b"Error" not in shut.stderr
    assert b"Traceback" not in shut.stderr
    for file in ("log.jsonl", "scores.json"):
        found = tmp_path / "home" / file
        assert not found.exists() or found.read_bytes()[:1] == b"{"
