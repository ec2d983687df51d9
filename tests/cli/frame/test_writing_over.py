"""What stands under the name that is to be written: made again in its place, or left alone and said so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Quiz

SOMEBODYS = b"somebody's own\n"

MADE_AGAIN = {
    "an export": ("成绩.csv", "scores export sample-paper --to 成绩.csv"),
    "a workbook": ("成绩.xlsx", "scores export --to 成绩.xlsx"),
    "a printed paper": ("卷.html", "papers print sample-paper --to 卷.html"),
    "an analysis": ("分析.csv", "scores analyse sample-paper --to 分析.csv"),
    "a roster": ("名册.csv", "candidates export 名册.csv"),
    "a bank in another format": ("题.csv", "banks export sample --to 题.csv"),
}
LEFT_ALONE = {
    "a seal": ("封存.json", "scores seal --to 封存.json"),
    "an archive": ("存档.zip", "scores archive --to 存档.zip"),
    "a bank": ("题.yaml", "banks export sample --to 题.yaml"),
}
CARRIED = {
    "a publication": ("卷.quiz", "papers publish sample-paper --to 卷.quiz"),
    "a pack": ("答卷.zip", "scores pack sample-paper --to 答卷.zip"),
}


def cases(table: dict[str, tuple[str, str]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("name", "words"), table.values(), ids=list(table))


@cases(MADE_AGAIN)
def test_what_can_be_made_again_takes_the_old_ones_place_where_that_is_asked_for(
    keyed_in: Quiz, tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / name).write_bytes(SOMEBODYS)
    outcome = keyed_in(*words.split())
    assert (outcome.status, outcome.out) == (2, "")
    assert f"{name} 已经有了，没有覆盖" in outcome.err
    assert "--replace" in outcome.err
    assert (tmp_path / name).read_bytes() == SOMEBODYS
    assert keyed_in(*words.split(), "--replace").status == 0
    assert (tmp_path / name).read_bytes() != SOMEBODYS


@cases(
    {
        **LEFT_ALONE,
        **CARRIED,
        **{f"{one} all the same": (name, f"{words} --replace") for one, (name, words) in CARRIED.items()},
    }
)
def test_somebodys_own_file_is_left_alone_and_named(keyed_in: Quiz, tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / name).write_bytes(SOMEBODYS)
    outcome = keyed_in(*words.split())
    assert (outcome.status, outcome.out) == (2, "")
    assert name in outcome.err
    assert "没有覆盖" in outcome.err
    assert (tmp_path / name).read_bytes() == SOMEBODYS
    assert not (tmp_path / "home/forms/index.jsonl").read_bytes().count(b"\n") > 1


@cases(LEFT_ALONE)
def test_evidence_is_not_written_over_even_by_its_like(keyed_in: Quiz, tmp_path: Path, name: str, words: str) -> None:
    assert keyed_in(*words.split()).status == 0
    before = (tmp_path / name).read_bytes()
    assert keyed_in(*words.split()).status == 2
    assert (tmp_path / name).read_bytes() == before


@cases(CARRIED)
def test_what_is_carried_out_again_takes_its_own_earlier_ones_place(
    keyed_in: Quiz, tmp_path: Path, name: str, words: str
) -> None:
    assert keyed_in(*words.split()).status == 0
    before = (tmp_path / name).read_bytes()
    assert keyed_in(*words.split()).status == 2
    assert (tmp_path / name).read_bytes() == before
    assert keyed_in(*words.split(), "--replace").status == 0
    assert (tmp_path / name).exists()


def test_a_publication_never_loses_its_passwords_in_silence(keyed_in: Quiz, tmp_path: Path) -> None:
    pytest.importorskip("cryptography")
    words = ("papers", "publish", "sample-paper", "--to", "卷.quiz")
    both = ("--invigilator-file", "监考.txt", "--password-file", "开考.txt")
    (tmp_path / "监考.txt").write_text("jiankao-2026\n", encoding="utf-8")
    (tmp_path / "开考.txt").write_text("kaikao-2026\n", encoding="utf-8")
    assert keyed_in(*words, *both).status == 0
    before = (tmp_path / "卷.quiz").read_bytes()
    for lost, given in (("监考口令", both[2:]), ("开考口令", both[:2]), ("监考口令", ())):
        outcome = keyed_in(*words, "--replace", *given)
        assert (outcome.status, (tmp_path / "卷.quiz").read_bytes()) == (2, before)
        assert lost in outcome.err
    assert keyed_in(*words, "--replace", *both).status == 0
    assert (tmp_path / "卷.quiz").read_bytes() != before


def test_a_pack_is_not_put_over_one_with_attempts_that_it_has_not(keyed_in: Quiz, tmp_path: Path) -> None:
    assert keyed_in("scores", "pack", "--to", "答卷.zip").status == 0
    before = (tmp_path / "答卷.zip").read_bytes()
    journal = next((tmp_path / "home/journal/sample-paper").glob("2*.jsonl"))
    journal.unlink()
    outcome = keyed_in("scores", "pack", "--to", "答卷.zip", "--replace")
    assert (outcome.status, (tmp_path / "答卷.zip").read_bytes()) == (2, before)


def test_a_pack_is_not_put_over_an_archive(keyed_in: Quiz, tmp_path: Path) -> None:
    assert keyed_in("scores", "archive", "--to", "存档.zip").status == 0
    before = (tmp_path / "存档.zip").read_bytes()
    assert keyed_in("scores", "pack", "--to", "存档.zip", "--replace").status == 2
    assert (tmp_path / "存档.zip").read_bytes() == before
