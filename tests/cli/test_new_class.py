"""quizapp class new: settings written once, with every other setting explained."""

from __future__ import annotations

import re
import shutil
import zipfile
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.reading.settings_file import CLASS_FIELDS, FIELDS, OwnSettings, read_settings
from tests.cli.conftest import Quiz

OPTION = re.compile(r"^( *)# (?=[^\s：:#]+:(?: |$)|  )", re.MULTILINE)
"""The sign of a comment before a setting, not before a sentence."""


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "home" / "settings.yaml"


def test_a_class_is_written_as_it_was_said(quiz: Quiz, settings: Path) -> None:
    days = ("--from", "2026年9月1日", "--to", "2026-9-28")
    outcome = quiz("class", "new", "2026-5", "--title", "第五期: “#”班", "--organiser", "市委: 办", *days)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith(f"已写好 {settings}，班次是 2026-5（第五期: “#”班）")
    assert read_settings(settings) == OwnSettings(
        class_id="2026-5",
        class_title="第五期: “#”班",
        organiser="市委: 办",
        class_from=date(2026, 9, 1),
        class_to=date(2026, 9, 28),
        two_persons=True,
    )
    assert {path.name for path in settings.parent.iterdir()} >= {"settings.yaml", "secret"}


def test_a_new_class_draws_forms_that_nobody_else_can(quiz: Quiz, settings: Path) -> None:
    before = quiz("papers", "draw", "sample-paper", "--format", "json").json["items"]
    assert "（试用）" in quiz("papers", "list").out
    quiz("class", "new", "2026-5", "--title", "第五期")
    assert "（试用）" not in quiz("papers", "list").out
    secret = (settings.parent / "secret").read_text("ascii").strip()
    assert len(secret) == 32
    # what was fixed as a trial stays what it is, and says so
    again = quiz("papers", "draw", "sample-paper")
    assert "这是试用卷" in again.err
    assert quiz("papers", "draw", "sample-paper", "--format", "json").json["items"] == before
    shutil.rmtree(settings.parent / "forms")
    assert "这是试用卷" not in quiz("papers", "draw", "sample-paper").err


def test_the_secret_leaves_the_home_with_nothing(quiz: Quiz, settings: Path, tmp_path: Path) -> None:
    quiz("class", "new", "2026-5", "--title", "第五期")
    secret = (settings.parent / "secret").read_bytes().strip()
    out = tmp_path / "out"
    out.mkdir()
    said = [
        quiz("papers", "draw", "sample-paper", "--format", "json"),
        quiz("papers", "publish", "sample-paper", "--to", str(out / "p.quiz")),
        quiz("papers", "print", "sample-paper", "--to", str(out / "p.html")),
        quiz("scores", "archive", "--to", str(out / "a.zip")),
        quiz("doctor"),
    ]
    assert [one.status for one in said[:4]] == [0, 0, 0, 0]
    assert all(secret.decode() not in one.out + one.err for one in said)
    assert sorted(path.name for path in out.iterdir()) == ["a.zip", "p.html", "p.quiz"]
    assert all(secret not in content for path in out.iterdir() for content in unzipped(path))
    kept = [path for path in settings.parent.rglob("*") if path.is_file() and secret in path.read_bytes()]
    assert [path.name for path in kept] == ["secret"]


def unzipped(path: Path) -> list[bytes]:
    """Return a file's bytes, and what is packed in it."""
    if not zipfile.is_zipfile(path):
        return [path.read_bytes()]
    with zipfile.ZipFile(path) as packed:
        return [path.read_bytes(), *(packed.read(name) for name in packed.namelist())]


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_every_setting_stands_in_it_and_holds_once_its_sign_is_taken_away(
    quiz: Quiz, settings: Path, tongue: str
) -> None:
    assert quiz("--lang", tongue, "class", "new", "甲", "--title", "甲").status == 0
    assert read_settings(settings) == OwnSettings(class_id="甲", class_title="甲", two_persons=True)
    text = settings.read_text(encoding="utf-8")
    explained = re.findall(r"^ *# (?![^\s：:]+:|  )(.*)$", text, re.MULTILINE)
    settings.write_text(OPTION.sub(r"\1", text), encoding="utf-8")
    found = read_settings(settings)
    assert [name for name, value in found._asdict().items() if not value] == []
    assert list(found.weights.values()) == [Fraction(3, 5), Fraction(2, 5)]
    assert found.role == "committee"
    # The two days share a line, the class and its title need none; two stand above all.
    assert len(explained) == 2 + (len(set(FIELDS.values())) - 1) + (len(set(CLASS_FIELDS.values())) - 3)
    assert (re.search("[\u4e00-\u9fff]", text.replace("甲", "")) is None) == (tongue == "en")


def test_what_is_there_is_never_written_over(quiz: Quiz, settings: Path) -> None:
    settings.parent.mkdir()
    settings.write_text("班次: 老班\n", encoding="utf-8")
    outcome = quiz("class", "new", "新班", "--title", "新")
    assert outcome.status == 1
    assert outcome.err == f"{settings} 已经有了，没有改动。程序不改写它；班次和其他设置请直接在文件里改。\n"
    assert settings.read_text(encoding="utf-8") == "班次: 老班\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("a b", "--title", "x"), "编号“a b”不能用"),
        (("a/b", "--title", "x"), "编号“a/b”不能用"),
        (("a", "--title", " "), "--title"),
        (("a",), "--title"),
        (("a", "--title", "x", "--from", "9-1"), "没有读懂日期“9-1”"),
        (("a", "--title", "x", "--from", "2026-09-02", "--to", "2026-09-01"), "结束的日期早于开始的日期"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    quiz: Quiz, settings: Path, words: tuple[str, ...], told: str
) -> None:
    outcome = quiz("class", "new", *words)
    assert outcome.status == 2
    assert told in outcome.err
    assert not settings.parent.exists()


def test_the_class_stands_in_the_book_from_then_on(quiz: Quiz, keyed_in: Quiz) -> None:
    assert quiz("class", "new", "2026-5", "--title", "甲").status == 0
    assert quiz("scores", "rebuild").status == 0
    assert {one["class"] for one in keyed_in("scores", "list", "--format", "json").json} == {"2026-5"}
