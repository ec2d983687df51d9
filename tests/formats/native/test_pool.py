"""The pool: what is where, found by id, title or path, and read no more than asked for."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from quizapp.domain.errors import CalledWrongly
from quizapp.formats.native.pool.pool import Pool
from quizapp.formats.native.pool.pool_files import kind_of
from quizapp.reading.yaml.events import EventParser, best_parser
from tests.samples.bank_files import COURSE, ITEMS, codes, shelf

PAPER = "试卷: p\n标题: 卷\n大题:\n  - {标题: 一, 指定试题: [d-1]}\n"


def test_banks_papers_and_topics_are_found_by_id_title_and_path(tmp_path: Path) -> None:
    pool = shelf(tmp_path, **{"papers/p": PAPER})
    bank = pool.bank("demo")
    assert bank.bank is not None
    assert pool.bank("DEMO") == pool.bank("演示题库") == pool.bank(str(tmp_path / "bank.yaml")) == bank
    paper = pool.paper("p")
    assert paper.paper is not None
    assert pool.paper("卷") == pool.paper(str(tmp_path / "papers" / "p.yaml")) == paper
    assert [each.file for each in pool.papers()] == [str(tmp_path / "papers" / "p.yaml")]
    assert list(pool.topics()) == ["needs", "needs.situation", "roles"] or set(pool.topics()) == {
        "needs",
        "needs.situation",
        "roles",
    }
    assert pool.faults() == ()


def test_what_is_not_there_is_called_wrongly_with_the_choices(tmp_path: Path) -> None:
    pool = shelf(tmp_path, p=PAPER)
    for call, code in ((pool.paper, "unknown-paper"), (pool.bank, "unknown-bank")):
        with pytest.raises(CalledWrongly) as caught:
            call("q")
        assert caught.value.code == code
        assert caught.value.values["choices"] in ("p", "demo")
        with pytest.raises(CalledWrongly) as caught:
            call("none.yaml")
        assert caught.value.code == "missing-file"
    with pytest.raises(CalledWrongly):
        pool.faults([str(tmp_path / "none")])
    with pytest.raises(CalledWrongly):
        pool.paper(str(tmp_path / "bank.yaml"))


def test_papers_are_listed_without_a_bank_being_parsed(tmp_path: Path) -> None:
    parsed: list[str] = []

    def watching(text: str) -> EventParser:
        parsed.append(text)
        return best_parser(text)

    shelf(tmp_path, p=PAPER)
    pool = Pool([tmp_path], make_parser=watching)
    assert len(pool.papers()) == 1
    assert parsed == [PAPER]
    pool.papers()
    assert parsed == [PAPER]


def test_a_file_outside_the_pool_adds_its_folder_and_the_one_above_papers(tmp_path: Path) -> None:
    shelf(tmp_path / "far", **{"papers/p": PAPER})
    pool = shelf(tmp_path / "near", bank=ITEMS.replace("d-", "n-").replace("题库: demo", "题库: near"))
    assert len(pool.banks()) == 1
    sourced = pool.paper(str(tmp_path / "far" / "papers" / "p.yaml"))
    assert (sourced.has_errors, len(pool.banks())) == (False, 2)
    assert len(Pool([tmp_path, tmp_path / "far"]).banks()) == 2


def test_checking_a_path_tells_its_own_faults_only(tmp_path: Path) -> None:
    pool = shelf(tmp_path, **{"a/x": "题库: x\n试题: []\n", "b/y": "题库: y\n试题: []\n", "note": "甲: 乙\n"})
    assert codes(pool, str(tmp_path / "a")) == ["x:2 no-items"]
    both = (str(tmp_path / "b" / "y.yaml"), str(tmp_path / "a" / "x.yaml"))
    assert codes(pool, *both) == ["x:2 no-items", "y:2 no-items"]
    assert codes(pool) == ["x:2 no-items", "y:2 no-items", "note:1 unknown-kind"]
    (tmp_path / "z.txt").write_text("题库: z\n试题: []\n", encoding="utf-8")
    assert codes(pool, str(tmp_path / "z.txt")) == ["z:2 no-items"]
    if sys.platform != "win32":
        assert [fault.code for fault in pool.faults(["/dev/zero"])] == ["file-is-device"]


def test_ids_of_papers_banks_and_courses_are_unique(tmp_path: Path) -> None:
    copies = {"p": PAPER, "q": PAPER.replace("试卷: p", "试卷: P"), "v/course": COURSE}
    copies["w"] = ITEMS.replace("d-", "w-").replace("题库: demo", "\n题库: Demo")
    pool = shelf(tmp_path, **copies)
    assert sorted(codes(pool)) == ["course:1 duplicate-id", "q:1 duplicate-id", "w:2 duplicate-id"]
    assert codes(pool, str(tmp_path / "p.yaml")) == ["p:1 duplicate-id"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("课程: x\n标题: y\n试题: []\n", "bank"),
        ("\ufeff题库: x\n", "bank"),
        ('"items": []\n', "bank"),
        ("{bank: x, items: []}\n", "bank"),
        ("标题: x\n大题: []\n", "paper"),
        ("course: x\ntopics: {}\n", "course"),
        ("标题: x\n" + "# 注释\n" * 3000 + "试题: []\n", "bank"),
        ("课程: x\n知识点:\n" + "".join(f"  t{at}: 甲\n" for at in range(2000)), "course"),
        ("题库：x\n", "bank"),
        ("甲: 乙\n", ""),
        ("", ""),
    ],
)
def test_a_file_is_what_its_fields_say(tmp_path: Path, text: str, kind: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    assert kind_of(path) == kind
    path.write_text(text.removeprefix("\ufeff"), encoding="gb18030")
    assert kind_of(path) == kind
    path.write_text(text.removeprefix("\ufeff"), encoding="utf-16")
    assert kind_of(path) == kind


def test_a_folder_that_wants_to_be_named_is_read_only_where_it_is(tmp_path: Path) -> None:
    shelf(tmp_path, **{"exam/papers/p": PAPER})
    (tmp_path / "exam" / ".only-if-named").write_text("")
    assert Pool([tmp_path]).papers() == ()
    named = Pool([tmp_path / "exam"]).papers()
    assert len(named) == 1
    assert Pool([tmp_path, tmp_path / "exam"]).papers() == Pool([tmp_path / "exam", tmp_path]).papers()


def test_an_exam_that_may_ask_what_can_be_practised_is_told_how_much(tmp_path: Path) -> None:
    pool = shelf(tmp_path, p=PAPER.replace("标题: 卷", "标题: 卷\n用途: 考试"))
    assert "p:3 exam-may-be-practised" in codes(pool)
    (warning,) = (fault for fault in pool.faults() if fault.code == "exam-may-be-practised")
    assert (warning.severity, warning.values) == ("warning", {"count": "1", "practised": "1"})
    closed = shelf(tmp_path, p=PAPER.replace("标题: 卷", "标题: 卷\n用途: 考试"), bank=ITEMS + "用途: 考试\n")
    assert not [code for code in codes(closed) if "practised" in code]
