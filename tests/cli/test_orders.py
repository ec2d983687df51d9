"""quizapp papers extend and scores close: what they print, and their exit statuses."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp import wiring
from quizapp.carrying.publication_file import read_publication
from quizapp.domain.attempt.events import Extended, HandedIn
from quizapp.domain.candidate import Candidate
from quizapp.language import Language
from quizapp.services.carrying.publication import open_publication
from quizapp.services.ports import port_values
from quizapp.services.sitting.attempt_start import standing, start, usable
from quizapp.services.sitting.open_attempt import Sitting
from quizapp.settings import Options
from tests.cli.conftest import Quiz

WHY = ("--why", "设备故障", "--by", "李老师")


@pytest.fixture
def sit(quiz: Quiz) -> Callable[[str, str], Sitting]:
    """Has a person begin the sample paper in this home, in a program that leaves it right away."""
    place = wiring.workplace(wiring.settings(Options()))

    def begin(id: str, name: str) -> Sitting:
        stands = standing(
            place.home, place.clock, usable(place.library.paper("sample-paper")), Candidate(id=id, name=name)
        )
        sitting = start(place.home, place.library, place.clock, place.chance, stands)
        sitting.close()
        return sitting

    return begin


def journal(tmp_path: Path, sitting: Sitting) -> list[dict[str, object]]:
    path = tmp_path / "home" / "journal" / "sample-paper" / f"{sitting.saved.started.attempt}.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def facts(tmp_path: Path, sitting: Sitting, kind: str) -> list[object]:
    return [line["data"] for line in journal(tmp_path, sitting) if line["kind"] == kind]


def test_more_time_is_told_as_a_table_with_the_new_closing(
    quiz: Quiz, sit: Callable[[str, str], Sitting], tmp_path: Path
) -> None:
    first, second = sit("01", "张三"), sit("02", "李四")
    outcome = quiz("papers", "extend", "样卷", "--all", "--more", "10分钟", *WHY, "--checked-by", "王老师")
    assert outcome.status == 0
    heads, *rows = [" ".join(line.split()) for line in outcome.out.splitlines()]
    assert heads == "学号 姓名 结果 新的截止"
    for sitting, row in zip((first, second), rows, strict=True):
        closing = sitting.saved.started.when.at + timedelta(minutes=40)
        started = sitting.saved.started
        assert row == f"{started.candidate} {started.name} 延长 10 分钟 {Language().instant(closing)}"
        (given,) = facts(tmp_path, sitting, Extended.KIND)
        assert isinstance(given, dict)
        assert (given["more"], given["by"], given["checked_by"], given["why"]) == (600, "李老师", "王老师", "设备故障")
    assert outcome.err == "2 份答卷延长了 10 分钟。\n"


def test_who_may_not_give_it_is_named_and_the_others_go_on(quiz: Quiz, sit: Callable[[str, str], Sitting]) -> None:
    sit("01", "张三")
    sit("02", "李四")
    outcome = quiz("papers", "extend", "sample-paper", "--all", "--more", "5m", "--why", "停电", "--by", "张三")
    assert outcome.status == 1
    own, others = outcome.out.splitlines()[1:]
    assert "没有延长" in own
    assert "张三" in own
    assert "延长 5 分钟" in others
    assert outcome.err == "1 份答卷延长了 5 分钟。\n1 份没有延长，原因在表里。\n"


def test_what_the_machine_refuses_is_named_and_the_others_go_on(
    quiz: Quiz, sit: Callable[[str, str], Sitting], tmp_path: Path
) -> None:
    broken, _ = sit("01", "张三"), sit("02", "李四")
    path = tmp_path / "home" / "journal" / "sample-paper" / f"{broken.saved.started.attempt}.jsonl"
    path.write_text(path.read_text("utf-8").replace("张三", "张四"), "utf-8")
    outcome = quiz("papers", "extend", "sample-paper", "--all", "--more", "5m", *WHY)
    assert outcome.status == 3
    assert broken.saved.started.attempt in outcome.out
    assert outcome.err == "1 份答卷延长了 5 分钟。\n1 份没有延长，原因在表里。\n"


def test_one_candidate_gets_it_and_nobody_else(quiz: Quiz, sit: Callable[[str, str], Sitting], tmp_path: Path) -> None:
    first, second = sit("01", "张三"), sit("02", "李四")
    outcome = quiz("papers", "extend", "sample-paper", "--candidate", "02", "--more", "90s", *WHY)
    assert outcome.status == 0
    assert "延长 1 分 30 秒" in outcome.out
    assert facts(tmp_path, first, Extended.KIND) == []
    assert len(facts(tmp_path, second, Extended.KIND)) == 1


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--all", "--candidate", "01", "--more", "1m", *WHY), 2, "--candidate"),
        (("--more", "1m", *WHY), 2, "--all"),
        (("--all", *WHY), 2, "--more"),
        (("--all", "--more", "soon", *WHY), 2, "--more"),
        (("--all", "--more", "1m"), 2, "--why"),
        (("--all", "--more", "1m", "--why", " "), 2, "--why"),
        (("--all", "--more", "0", *WHY), 1, "大于零"),
        (("--all", "--more", "9000h", *WHY), 1, "366"),
        (("--all", "--more", "1m", *WHY), 1, "没有人在考"),
        (("--candidate", "09", "--more", "1m", *WHY), 1, "没有在考"),
    ],
)
def test_what_is_asked_wrongly_or_refused_is_said_with_its_status(
    quiz: Quiz, words: tuple[str, ...], status: int, said: str
) -> None:
    outcome = quiz("papers", "extend", "sample-paper", *words)
    assert (outcome.status, outcome.out) == (status, "")
    assert said in outcome.err


def test_an_unknown_paper_is_called_wrongly(quiz: Quiz) -> None:
    assert quiz("papers", "extend", "nothing", "--all", "--more", "1m", *WHY).status == 2


def test_what_was_handed_in_gets_no_more_time(quiz: Quiz, sit: Callable[[str, str], Sitting]) -> None:
    sitting = sit("01", "张三")
    assert quiz("scores", "close", sitting.saved.started.attempt, *WHY).status == 0
    outcome = quiz("papers", "extend", "sample-paper", "--candidate", "01", "--more", "1m", *WHY)
    assert outcome.status == 1
    assert "已于" in outcome.err


def test_a_forced_hand_in_is_in_the_journal_and_in_the_book(
    quiz: Quiz, sit: Callable[[str, str], Sitting], tmp_path: Path
) -> None:
    sitting = sit("01", "张三")
    attempt = sitting.saved.started.attempt
    outcome = quiz("scores", "close", attempt, *WHY)
    assert outcome.status == 0
    assert attempt in outcome.out
    (doc,) = quiz("scores", "list", "--format", "json").json
    assert (doc["status"], doc["handed_in_by"], doc["score"]) == ("marked", "committee", 0)
    assert doc["receipt"] in outcome.out
    (ended,) = facts(tmp_path, sitting, HandedIn.KIND)
    assert isinstance(ended, dict)
    assert (ended["by"], ended["ordered_by"], ended["why"]) == ("committee", "李老师", "设备故障")
    again = quiz("scores", "close", attempt, *WHY)
    assert (again.status, again.out) == (1, "")
    assert "已于" in again.err


@pytest.mark.parametrize(
    ("words", "status"),
    [(("20261201T010000000Z-XXXXXXXXXX", *WHY), 2), (("x", "--by", "李老师"), 2), ((), 2)],
)
def test_an_attempt_that_is_not_there_and_a_missing_reason_are_called_wrongly(
    quiz: Quiz, words: tuple[str, ...], status: int
) -> None:
    assert quiz("scores", "close", *words).status == status


def test_a_candidate_collects_nothing_of_their_own(quiz: Quiz, sit: Callable[[str, str], Sitting]) -> None:
    attempt = sit("01", "张三").saved.started.attempt
    outcome = quiz("scores", "close", attempt, "--why", "停电", "--by", "李老师", "--checked-by", "张三")
    assert outcome.status == 1
    assert quiz("scores", "list", "--format", "json").json[0]["status"] == "in_progress"


def test_the_staff_of_the_settings_gives_it_where_nobody_is_named(
    quiz: Quiz, sit: Callable[[str, str], Sitting], tmp_path: Path
) -> None:
    sitting = sit("01", "张三")
    (tmp_path / "home" / "settings.yaml").write_text("staff: 赵老师\n", encoding="utf-8")
    assert quiz("papers", "extend", "sample-paper", "--all", "--more", "1m", "--why", "停电").status == 0
    (given,) = facts(tmp_path, sitting, Extended.KIND)
    assert isinstance(given, dict)
    assert given["by"] == "赵老师"


def test_waiting_ends_by_itself_and_tries_at_least_once() -> None:
    assert list(port_values.moments(0)) == [None]


def test_a_log_line_says_what_was_done(quiz: Quiz, sit: Callable[[str, str], Sitting], tmp_path: Path) -> None:
    attempt = sit("01", "张三").saved.started.attempt
    quiz("papers", "extend", "sample-paper", "--all", "--more", "1m", *WHY)
    quiz("scores", "close", attempt, *WHY)
    lines = [json.loads(line) for line in (tmp_path / "home" / "log.jsonl").read_text("utf-8").splitlines()]
    assert [line["kind"] for line in lines] == ["time-extended", "hand-in-forced"]
    assert [line["data"]["who"] for line in lines] == ["李老师", "李老师"]
    assert datetime.fromisoformat(lines[0]["at"]) <= datetime.now(UTC)


@pytest.fixture
def invigilated(quiz: Quiz, tmp_path: Path, sit: Callable[[str, str], Sitting]) -> str:
    """An attempt under way on a machine whose publication asks for a password; its id."""
    (tmp_path / "监考.txt").write_text("监考二〇二六\n", encoding="utf-8")
    done = quiz(
        "--home", "desk", "papers", "publish", "sample-paper", "--to", "卷.quiz", "--invigilator-file", "监考.txt"
    )
    assert done.status == 0, done.err
    open_publication(wiring.workplace(wiring.settings(Options())), read_publication(tmp_path / "卷.quiz"))
    return sit("07", "张三").saved.started.attempt


@pytest.mark.parametrize("command", ["extend", "close"])
def test_where_a_publication_names_an_invigilator_the_password_is_asked_for(
    quiz: Quiz, tmp_path: Path, invigilated: str, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    extend = ("papers", "extend", "sample-paper", "--all", "--more", "5m", *WHY)
    words: tuple[str, ...] = extend if command == "extend" else ("scores", "close", invigilated, *WHY)
    path = tmp_path / "home" / "journal" / "sample-paper" / f"{invigilated}.jsonl"
    before = path.read_bytes()
    asked = quiz(*words)
    assert (asked.status, asked.out) == (2, "")
    assert "不能输入口令" in asked.err
    (tmp_path / "错.txt").write_text("监考二〇二五\n", encoding="utf-8")
    wrong = quiz(*words, "--password-file", "错.txt")
    assert (wrong.status, wrong.out) == (1, "")
    assert "监考口令不对" in wrong.err
    assert path.read_bytes() == before
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _: "监考二〇二六")
    done = quiz(*words)
    assert done.status == 0, done.err
    last = json.loads(path.read_bytes().splitlines()[-1])
    assert last["kind"] == {"extend": "extended", "close": "handed_in"}[command]
    assert len(last["data"]["proof"]) == 64
    assert "监考二〇二六".encode() not in path.read_bytes()


def test_what_was_ordered_without_the_password_comes_back_named(quiz: Quiz, tmp_path: Path, invigilated: str) -> None:
    (tmp_path / "home" / "publications.jsonl").unlink()
    own = ("--why", "没做完", "--by", "王五")
    assert quiz("papers", "extend", "sample-paper", "--all", "--more", "50m", *own).status == 0
    assert quiz("scores", "close", invigilated, *own).status == 0
    assert quiz("scores", "pack", "--to", "包.zip").status == 0
    collected = quiz("--home", "desk", "scores", "collect", "包.zip")
    assert collected.status == 0
    orders = [f"{what}（王五：没做完）" for what in ("加时 50 分钟", "强制收卷")]
    said = f"07 张三 的《样卷》答卷 {invigilated}：{'；'.join(f'{one}【没有监考口令的凭证】' for one in orders)}。"
    assert said in collected.err
    assert said in quiz("--home", "desk", "scores", "list", "样卷").err
    verified = quiz("--home", "desk", "scores", "verify")
    assert verified.status == 1
    for one in orders:
        assert f"{one}没有监考口令的凭证" in verified.out + verified.err
    assert quiz("--home", "desk", "scores", "void", invigilated, "--why", "自己延时", *WHY[2:]).status == 0
    assert said not in quiz("--home", "desk", "scores", "list", "样卷").err
