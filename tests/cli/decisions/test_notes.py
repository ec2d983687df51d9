"""What lists and exports say of notes, voids and those without an attempt."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from quizapp.domain.attempt.decisions import Decision, Noted, NoteKind, Voided
from quizapp.services.book.score_book import look
from quizapp.services.ports.workplace import Workplace
from quizapp.settings import Settings
from quizapp.wiring import workplace
from tests.cli.conftest import PAPER, Quiz

SECOND = (
    PAPER.replace("sample-paper", "second").replace("样卷", "补考卷") + "补考对象: sample-paper\n计分上限: 及格线\n"
)


@pytest.fixture
def place(tmp_path: Path, banks: Path, keyed_in: Quiz) -> Workplace:
    """The home of three people, two of whom have handed in."""
    (banks / "papers" / "second.yaml").write_text(SECOND, encoding="utf-8")
    assert keyed_in("papers", "check").status == 0
    return workplace(Settings(home=tmp_path / "home", banks=(banks,)))


def note(place: Workplace, candidate: str, kind: NoteKind, why: str) -> Decision:
    return Noted(when=place.clock.read(), candidate=candidate, note=kind, by="王班长", why=why)


def void(place: Workplace, candidate: str, why: str) -> Decision:
    attempts = [doc["attempt"] for doc in look(place.home, place.clock).scores if doc["candidate"] == candidate]
    return Voided(when=place.clock.read(), attempt=attempts[0], by="王班长", why=why)


def table(quiz: Quiz, *words: str) -> list[dict[str, str]]:
    out = quiz("scores", "export", *words, "--to", "-", "--format", "csv").out
    return list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))


def test_the_list_has_who_did_not_come_and_no_column_of_notes_where_there_are_none(keyed_in: Quiz) -> None:
    lines = keyed_in("scores", "list").out.splitlines()
    assert lines[1] == "学号  姓名  单位  状态    得分  是否及格  用时  交卷"
    assert lines[4] == "03    王五  丙办  缺考"


def test_the_list_has_notes_and_voids(keyed_in: Quiz, place: Workplace) -> None:
    place.home.decisions.record(
        "sample-paper",
        (note(place, "03", "deferred", "病假"), void(place, "02", "替考"), note(place, "01", "none", "无")),
    )
    lines = keyed_in("scores", "list", "sample-paper").out.splitlines()
    assert lines[1].split()[-2:] == ["交卷", "备注"]
    assert lines[3].startswith("02    李四  乙办  成绩作废")
    assert lines[3].endswith("成绩作废（替考）")
    assert "5.33" not in lines[3]
    assert lines[4].split() == ["03", "王五", "丙办", "缓考", "缓考（病假）"]
    docs = keyed_in("scores", "list", "--format", "json").json
    assert [(doc["candidate"], doc["status"], doc["score"]) for doc in docs] == [
        ("01", "marked", 10),
        ("02", "void", None),
    ]


def test_the_export_has_them_in_either_language(keyed_in: Quiz, place: Workplace) -> None:
    decisions = (note(place, "03", "exempt", "竞赛获奖"), note(place, "01", "misconduct", "带手机"))
    place.home.decisions.record("sample-paper", decisions)
    chinese = {row["学号"]: (row["名次"], row["状态"], row["备注"]) for row in table(keyed_in, "sample-paper")}
    assert chinese == {
        "01": ("1", "已评分", "违纪（带手机）"),
        "02": ("2", "已评分", ""),
        "03": ("", "免考", "免考（竞赛获奖）"),
    }
    english = {row["id"]: (row["status"], row["notes"]) for row in table(keyed_in, "sample-paper", "--lang", "en")}
    assert english["03"] == ("exempt", "exempt (竞赛获奖)")
    for words in ((), ("--lang", "en")):
        out = keyed_in("scores", "export", "sample-paper", "--to", "-", "--format", "json", *words)
        assert [row["status"] for row in out.json] == ["marked", "marked", "exempt"]
        assert all(word in out.json[0]["notes"] for word in ("带手机", "misconduct" if words else "违纪"))


def test_a_make_up_is_refused_at_the_door_with_what_to_do(keyed_in: Quiz, place: Workplace) -> None:
    outcome = keyed_in("take", "second", "--candidate", "01")
    assert (outcome.status, outcome.out) == (1, "")
    assert "《样卷》已经及格，不用参加补考《补考卷》" in outcome.err
    place.home.decisions.record("sample-paper", (note(place, "02", "misconduct", "替考"),))
    assert "违纪" in keyed_in("take", "second", "--candidate", "02").err


def test_a_make_up_is_entered_with_a_warning_and_exported_with_its_cap_for_whom_it_is_none_of_the_first(
    keyed_in: Quiz, place: Workplace, tmp_path: Path
) -> None:
    place.home.decisions.record("sample-paper", (note(place, "03", "deferred", "病假"),))
    answers = "学号,1,2,3,4,5\n01,C,A,ACD,错,\n02,C,A,ACD,错,\n03,C,A,ACD,错,\n"
    (tmp_path / "second.csv").write_text(answers, encoding="utf-8")
    outcome = keyed_in("scores", "enter", "second", "second.csv")
    assert outcome.status == 0
    assert "second.csv:2:0: warning entered-not-eligible: 学号 01" in outcome.err
    assert outcome.err.count("warning") == 1
    rows = [(row["学号"], row["考试性质"], row["得分"], row["得分率(%)"]) for row in table(keyed_in, "second")]
    assert rows == [("03", "缓考", "8", "80"), ("02", "补考", "6", "60"), ("01", "补考", "", "")]
