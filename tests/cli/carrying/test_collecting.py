"""quizapp scores pack and scores collect: attempts carried from machines to the committee, each with its verdict."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.carrying.test_forged_journals import honest_pack
from tests.cli.conftest import Quiz
from tests.samples.carrying.brought_packs import attempt_of
from tests.samples.carrying.forged_journals import late_end, two
from tests.samples.carrying.machines import members, packed, zipped
from tests.samples.carrying.unsound_packs import REFUSALS


@pytest.fixture
def carried(keyed_in: Quiz, tmp_path: Path) -> Quiz:
    """A machine whose two attempts were packed, and then an empty home on the same banks."""
    done = keyed_in("scores", "pack", "--to", "all.zip")
    assert (done.status, done.out) == (0, "已导出 2 份答卷，写到 all.zip。\n")
    shutil.move(tmp_path / "home", tmp_path / "machine")
    return keyed_in


def test_a_pack_of_a_paper_or_of_all_is_collected_into_another_home(carried: Quiz, tmp_path: Path) -> None:
    done = carried("scores", "collect", "all.zip")
    assert (done.status, done.err) == (0, "")
    assert "已收  01 张三：新收，7 条记录。（all.zip）" in done.out.splitlines()
    assert done.out.endswith("收卷完毕：新收 2 份，已有 0 份，不收 0 份。\n")
    assert [doc["status"] for doc in carried("scores", "list", "--format", "json").json] == ["marked", "marked"]
    assert carried("scores", "verify").status == 0
    before = (tmp_path / "home" / "scores.json").read_bytes()
    again = carried("scores", "collect", "all.zip", "all.zip", str(tmp_path / "machine"))
    assert again.out.endswith("收卷完毕：新收 0 份，已有 4 份，不收 0 份。\n")
    assert (tmp_path / "home" / "scores.json").read_bytes() == before


def test_what_is_refused_is_named_and_ends_in_1(carried: Quiz, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    content = members(Path("all.zip").read_bytes())
    name = next(name for name in content if name.startswith("journal/"))
    (stick / "bad.zip").write_bytes(zipped({**content, name: content[name].replace(b"candidate", b"candidatE", 1)}))
    (stick / "torn.zip").write_bytes(Path("all.zip").read_bytes()[:-40])
    (stick / "other.zip").write_bytes(zipped({"readme.txt": b"x"}))
    done = carried("scores", "collect", str(stick))
    assert done.status == 1
    lines = done.out.splitlines()
    assert [line.partition("  ")[0] for line in lines[:-1]] == ["不收", "已收", "无关", "不收"]
    assert "作答记录被改动过，从第 1 条起不对" in lines[0]
    assert "torn.zip：打不开" in lines[3]
    assert lines[-1] == "收卷完毕：新收 1 份，已有 0 份，不收 2 份。"
    assert "另有 1 个文件不是答卷包" in done.err


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_every_reason_is_said_in_words(quiz: Quiz, tongue: str, tmp_path: Path) -> None:
    for number, data in enumerate(REFUSALS.values()):
        (tmp_path / f"{number}.zip").write_bytes(data)
    done = quiz("--lang", tongue, "scores", "collect", *(f"{number}.zip" for number in range(len(REFUSALS))))
    assert done.status == 1
    assert len(done.out.splitlines()) == len(REFUSALS) + 1
    assert not [line for line in done.out.splitlines() if "{" in line or "collect." in line]


def test_what_a_person_must_decide_is_listed_when_it_comes_and_in_the_list(carried: Quiz, tmp_path: Path) -> None:
    (tmp_path / "roster.csv").write_text("学号,姓名\n01,赵六\n07,王五\n", encoding="utf-8")
    assert carried("candidates", "import", "roster.csv").status == 0
    done = carried("scores", "collect", "all.zip")
    assert done.status == 0
    told = done.err.splitlines()
    assert told[0] == "待处理 2 件："
    assert "学号 01 在名册里是赵六" in told[1]
    assert "学号 02（李四）不在名册里" in told[2]
    assert carried("scores", "list").err.splitlines() == told
    as_json = carried("scores", "collect", "all.zip", "--format", "json").json
    assert as_json["ok"]
    assert [one["kind"] for one in as_json["to_decide"]] == ["name", "stranger"]
    assert {one["verdict"] for one in as_json["verdicts"]} == {"known"}


def test_a_reassigned_attempt_is_settled(carried: Quiz, tmp_path: Path) -> None:
    (tmp_path / "roster.csv").write_text("学号,姓名\n01,张三\n07,李四\n", encoding="utf-8")
    carried("candidates", "import", "roster.csv")
    carried("scores", "collect", "all.zip")
    doc = next(doc for doc in carried("scores", "list", "--format", "json").json if doc["candidate"] == "02")
    words = ("--candidate", "07", "--why", "报错学号", "--by", "班委乙")
    assert carried("scores", "reassign", doc["attempt"], *words).status == 0
    assert carried("scores", "list").err == ""


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("collect",), 2),
        (("collect", "nowhere.zip"), 2),
        (("pack", "--to", "x.tar"), 2),
        (("pack", "no-such-paper", "--to", "x.zip"), 2),
        (("pack", "--to", "x.zip"), 1),
    ],
)
def test_what_cannot_be_done_is_said(quiz: Quiz, words: tuple[str, ...], status: int, tmp_path: Path) -> None:
    done = quiz("scores", *words)
    assert done.status == status
    assert done.err
    assert not (tmp_path / "x.zip").exists()


def test_an_altered_attempt_is_left_out_of_a_pack_and_named(keyed_in: Quiz, tmp_path: Path) -> None:
    path = next((tmp_path / "home" / "journal").glob("*/*Z-*.jsonl"))
    path.write_bytes(path.read_bytes().replace(b"started", b"startet", 1))
    done = keyed_in("scores", "pack", "--to", "x.zip")
    assert done.status == 1
    assert path.stem in done.err
    assert done.out == "已导出 1 份答卷，写到 x.zip。\n"


def test_a_pack_holds_no_keys(carried: Quiz) -> None:
    content = members(Path("all.zip").read_bytes())
    assert {name.partition("/")[0] for name in content} == {"pack.json", "forms", "journal"}
    assert not [name for name in content if "keys" in name]
    assert "各一本".encode() not in b"".join(content.values())


def test_attempt_ids_are_of_one_machine_only() -> None:
    from tests.samples.carrying.machines import sat

    assert len({attempt_of(sat(number)) for number in range(5)}) == 5
    assert packed(sat(1)) == packed(sat(1))


@pytest.fixture
def forked(quiz: Quiz, tmp_path: Path) -> Quiz:
    """The same, with two copies of an attempt brought in that part ways."""
    made = honest_pack(1)
    for name, data in zip(("one.zip", "two.zip"), two(late_end)(made), strict=True):
        (tmp_path / name).write_bytes(data)
    quiz("scores", "collect", "one.zip")
    return quiz


def test_copies_that_part_ways_are_shown_side_by_side_and_a_person_chooses(forked: Quiz) -> None:
    done = forked("scores", "collect", "two.zip")
    assert done.status == 1
    assert "有 1 个副本和别的不同" in done.out
    told = done.err.splitlines()
    heads = [line.partition("副本 ")[2][:8] for line in told if line.startswith("     副本 ")]
    assert len(set(heads)) == 2
    assert "从第 12 条起不同" in done.err
    assert forked("scores", "list").err.splitlines()[-3:] == told[-3:]
    attempt = forked("scores", "list", "--format", "json").json[0]["attempt"]
    who = ("--why", "核对监考记录", "--by", "班委甲", "--checked-by", "班委乙")
    assert forked("scores", "choose", attempt, "--copy", "zz", *who).status == 1
    chosen = forked("scores", "choose", attempt, "--copy", heads[1], *who)
    assert chosen.status == 0
    assert f"以副本 {heads[1]} 为准" in chosen.out
    assert forked("scores", "list").err == ""
    assert forked("scores", "verify").status == 0
    again = forked("scores", "choose", attempt, "--copy", heads[0], *who)
    assert again.status == 1
    assert "没有需要裁定的副本" in again.err
