"""quizapp scores verify, seal, archive, and what --home FILE.zip does, as a person calls them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Quiz
from tests.cli.frame.test_only_chinese import english

CHINESE = re.compile("[\u4e00-\u9fff]")


def journal(home: Path) -> Path:
    return sorted(home.glob("journal/*/*.jsonl"))[0]


def damage(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"response":["C"]', b'"response":["A"]', 1))


def test_a_seal_is_written_once_and_a_copy_kept_and_logged(keyed_in: Quiz, tmp_path: Path) -> None:
    done = keyed_in("scores", "seal", "--to", "seal.txt", "--by", "王班长")
    assert done.status == 0
    text = (tmp_path / "seal.txt").read_text("utf-8")
    digest = text.splitlines()[-1][-64:]
    assert digest in done.out
    assert "封存人：王班长" in text
    (kept,) = (tmp_path / "home" / "seals").iterdir()
    assert kept.read_bytes() == (tmp_path / "seal.txt").read_bytes()
    line = json.loads((tmp_path / "home" / "log.jsonl").read_text("utf-8").splitlines()[-1])
    assert (line["kind"], line["data"]["values"]["digest"]) == ("sealed", digest)
    again = keyed_in("scores", "seal", "--to", "seal.txt")
    assert again.status == 2
    assert (tmp_path / "seal.txt").read_text("utf-8") == text


def test_what_is_sound_is_said_in_one_sentence(keyed_in: Quiz) -> None:
    keyed_in("scores", "seal", "--to", "seal.txt")
    plain, sealed = keyed_in("scores", "verify"), keyed_in("scores", "verify", "--seal", "seal.txt")
    assert (plain.status, sealed.status) == (0, 0)
    assert plain.out.startswith("结论：核对了 2 份答卷")
    assert plain.out.count("\n") == 1
    assert "与封存单相符" in sealed.out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_wrong_is_listed_with_file_and_sentence(keyed_in: Quiz, tmp_path: Path, lang: str) -> None:
    keyed_in("scores", "seal", "--to", "seal.txt")
    damage(journal(tmp_path / "home"))
    (tmp_path / "home" / "scores.json").write_bytes(b"{}")
    found = keyed_in("--lang", lang, "scores", "verify", "--seal", "seal.txt")
    assert found.status == 1
    assert journal(tmp_path / "home").name in found.out
    assert "scores.json" in found.out
    assert len(found.out.splitlines()) == 4
    told = re.sub(r"[\w./-]*(?:jsonl|json|txt)", " ", found.out + found.err)
    if lang == "zh":
        assert {word for word in english(told) if not re.fullmatch("[0-9A-Za-z]*[0-9][0-9A-Za-z-]*", word)} <= {
            "verify",
            journal(tmp_path / "home").stem,
        }
    else:
        assert CHINESE.search(told) is None


def test_json_says_the_same(keyed_in: Quiz, tmp_path: Path) -> None:
    assert keyed_in("scores", "verify", "--format", "json").json == {"ok": True, "checked": 2, "findings": []}
    damage(journal(tmp_path / "home"))
    found = keyed_in("scores", "verify", "--format", "json")
    assert found.status == 1
    (one,) = found.json["findings"]
    assert (one["kind"], one["attempt"]) == ("chain", journal(tmp_path / "home").stem)
    assert "第 2 行" in one["text"]
    assert found.json["ok"] is False


def test_an_earlier_export_is_a_list_of_receipts(keyed_in: Quiz, tmp_path: Path) -> None:
    keyed_in("scores", "export", "sample-paper", "--to", "out.csv")
    assert keyed_in("scores", "verify", "--receipts", "out.csv").status == 0
    text = (tmp_path / "out.csv").read_text("utf-8-sig")
    receipt = re.search(r"\w{5}-\w{5}", text)
    assert receipt is not None
    (tmp_path / "out.csv").write_text(text.replace(receipt[0], "ZZZZZ-ZZZZZ"), "utf-8")
    found = keyed_in("scores", "verify", "--receipts", "out.csv")
    assert found.status == 1
    assert receipt[0] in found.out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_workbook_is_compared_with_the_records_cell_by_cell(keyed_in: Quiz, tmp_path: Path, lang: str) -> None:
    keyed_in("--lang", lang, "scores", "export", "--to", "book.xlsx")
    assert keyed_in("scores", "verify", "--receipts", "book.xlsx").status == 0
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    sheet = next(sheet for sheet in book if {"得分", "score"} & {cell.value for cell in sheet[3]})
    heads = [cell.value for cell in sheet[3]]
    score = sheet.cell(5, heads.index("得分" if lang == "zh" else "score") + 1)
    before = score.value
    score.value = 9.5
    book.save(tmp_path / "book.xlsx")
    found = keyed_in("scores", "verify", "--receipts", "book.xlsx", "--format", "json").json["findings"]
    assert [one["kind"] for one in found] == ["mark"]
    assert "第 5 行" in found[0]["text"]
    assert "9.5" in found[0]["text"]
    assert f"“{before:g}”" in found[0]["text"]


def test_a_total_in_a_workbook_is_compared_too(keyed_in: Quiz, tmp_path: Path) -> None:
    keyed_in("scores", "export", "--to", "book.xlsx")
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    sheet = book["总表"]
    row = next(row for row in sheet.iter_rows(min_row=4) if row[0].value == "02")
    row[5].value = 99
    book.save(tmp_path / "book.xlsx")
    found = keyed_in("scores", "verify", "--receipts", "book.xlsx")
    assert found.status == 1
    assert "总表" in found.out
    assert "“99”" in found.out


def test_a_score_changed_in_a_csv_export_is_found_and_so_is_a_row_of_nobody(keyed_in: Quiz, tmp_path: Path) -> None:
    keyed_in("scores", "export", "sample-paper", "--to", "out.csv")
    path = tmp_path / "out.csv"
    lines = path.read_text("utf-8-sig").splitlines()
    lines[2] = lines[2].replace("已评分,", "已评分,1")
    lines.append(lines[1].replace(",01,", ",77,"))
    path.write_text("\n".join(lines), "utf-8-sig")
    found = keyed_in("scores", "verify", "--receipts", "out.csv", "--format", "json").json["findings"]
    assert {("mark", "得分"), ("added", "77")} <= {
        (one["kind"], word) for one in found for word in ("得分", "77") if word in one["text"]
    }


def test_a_list_without_receipts_is_a_fault_at_its_line(keyed_in: Quiz) -> None:
    found = keyed_in("scores", "verify", "--receipts", "roster.csv")
    assert found.status == 1
    assert "roster.csv:1:0: error receipts-no-heads" in found.err


def test_an_altered_seal_is_a_finding_and_the_rest_is_verified_all_the_same(keyed_in: Quiz, tmp_path: Path) -> None:
    keyed_in("scores", "seal", "--to", "seal.txt")
    path = tmp_path / "seal.txt"
    path.write_text(path.read_text("utf-8").replace("张三", "张四"), "utf-8")
    damage(journal(tmp_path / "home"))
    found = keyed_in("scores", "verify", "--seal", "seal.txt")
    assert found.status == 1
    assert [line[:2] for line in found.out.splitlines()] == ["1.", "2.", "结论"]
    assert "seal.txt" in found.out


@pytest.mark.parametrize(("file", "status"), [("none.txt", 2), ("roster.csv", 1)])
def test_what_is_no_seal_is_refused(keyed_in: Quiz, file: str, status: int) -> None:
    assert keyed_in("scores", "verify", "--seal", file).status == status


def test_an_archive_has_a_name_under_which_it_opens_again(keyed_in: Quiz, tmp_path: Path) -> None:
    outcome = keyed_in("scores", "archive", "--to", "class.tar")
    assert (outcome.status, ".zip" in outcome.err) == (2, True)
    assert not (tmp_path / "class.tar").exists()


def test_an_export_never_takes_the_place_of_the_books_own_file(keyed_in: Quiz, tmp_path: Path) -> None:
    book = tmp_path / "home" / "scores.json"
    before = book.read_bytes()
    outcome = keyed_in("scores", "export", "sample-paper", "--format", "json", "--to", "home/scores.json")
    assert (outcome.status, outcome.out) == (2, "")
    assert book.read_bytes() == before


def test_an_archive_that_is_not_there_is_no_new_folder(keyed_in: Quiz, tmp_path: Path) -> None:
    outcome = keyed_in("--home", "other.zip", "scores", "list")
    assert (outcome.status, outcome.out) == (2, "")
    assert "other.zip" in outcome.err
    assert not (tmp_path / "other.zip").exists()


def test_an_archive_opens_read_only(keyed_in: Quiz, tmp_path: Path) -> None:
    keyed_in("scores", "seal", "--to", "seal.txt")
    listed = keyed_in("scores", "list").out
    assert keyed_in("scores", "archive", "--to", "class.zip").status == 0
    before = (tmp_path / "class.zip").read_bytes()
    old = ("--home", "class.zip")
    assert keyed_in(*old, "scores", "list").out == listed
    assert keyed_in(*old, "candidates", "list").status == 0
    assert keyed_in(*old, "scores", "verify", "--seal", "seal.txt").status == 0
    assert keyed_in(*old, "scores", "export", "sample-paper", "--to", "old.csv").status == 0
    assert (tmp_path / "old.csv").exists()
    attempt = journal(tmp_path / "home").stem
    for words in (
        ("scores", "void", attempt, "--why", "x"),
        ("scores", "override", attempt, "1", "0", "--why", "x"),
        ("scores", "enter", "sample-paper", "answers.csv", "--again"),
        ("scores", "seal", "--to", "again.txt"),
        ("scores", "rebuild"),
        ("candidates", "import", "answers.csv"),
    ):
        refused = keyed_in(*old, *words)
        assert refused.status in (1, 3), words
        assert refused.err, words
        assert CHINESE.search(refused.err), words
    assert keyed_in(*old, "scores", "void", attempt, "--why", "x").err == (
        "class.zip 是归档文件，只能查看、导出、核对和分析，不能写入。\n"
    )
    assert (tmp_path / "class.zip").read_bytes() == before
    again = keyed_in("scores", "archive", "--to", "class.zip")
    assert again.status == 2


def test_a_file_that_is_no_archive_is_not_opened(keyed_in: Quiz, tmp_path: Path) -> None:
    (tmp_path / "roster.zip").write_bytes((tmp_path / "roster.csv").read_bytes())
    refused = keyed_in("--home", "roster.zip", "scores", "list")
    assert refused.status == 1
    assert "roster.zip" in refused.err


def test_other_papers_are_listed_where_one_was_altered(keyed_in: Quiz, tmp_path: Path, banks: Path) -> None:
    text = (banks / "papers" / "sample-paper.yaml").read_text("utf-8")
    (banks / "papers" / "other.yaml").write_text(text.replace("sample-paper", "other").replace("样卷", "另卷"), "utf-8")
    home = tmp_path / "home"
    assert keyed_in("scores", "enter", "other", "answers.csv").status == 0
    attempt = next((home / "journal" / "sample-paper").glob("2*.jsonl")).stem
    assert keyed_in("scores", "override", attempt, "1", "0", "--why", "x", "--by", "甲").status == 0
    path = home / "journal" / "sample-paper" / "committee.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"marks":"0"', b'"marks":"22"'))
    listed = keyed_in("scores", "list")
    assert listed.status == 1
    assert "另卷" in listed.out
    assert "样卷" not in listed.out
    assert "committee.jsonl" in listed.err
    assert keyed_in("scores", "list", "other").status == 0
    assert keyed_in("scores", "list", "sample-paper").status == 3
    assert keyed_in("scores", "export", "other", "--to", "o.csv").status == 0
    assert keyed_in("scores", "export", "sample-paper", "--to", "s.csv").status == 3


def name_second_place(tmp_path: Path, where: str) -> None:
    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "home" / "settings.yaml").write_text(f"工作人员: 王班长\n备份位置: {where}\n", "utf-8")


def test_the_home_is_copied_to_its_second_place_after_a_decision(keyed_in: Quiz, tmp_path: Path) -> None:
    name_second_place(tmp_path, "../second")
    attempt = journal(tmp_path / "home").stem
    done = keyed_in("scores", "override", attempt, "1", "0", "--why", "x")
    assert (done.status, done.err) == (0, "")
    copy = tmp_path / "second" / "journal" / "sample-paper" / "committee.jsonl"
    assert copy.read_bytes() == (tmp_path / "home" / "journal" / "sample-paper" / "committee.jsonl").read_bytes()
    assert (tmp_path / "second" / "scores.json").read_bytes() == (tmp_path / "home" / "scores.json").read_bytes()
    copy.unlink()
    keyed_in("scores", "verify")
    assert not copy.exists(), "verifying writes nothing anywhere"


def test_a_copy_that_fails_is_told_and_in_nobodys_way(keyed_in: Quiz, tmp_path: Path) -> None:
    name_second_place(tmp_path, "../roster.csv/x")
    attempt = journal(tmp_path / "home").stem
    done = keyed_in("scores", "override", attempt, "1", "0", "--why", "x")
    assert done.status == 0
    assert "没有备份到" in done.err


def test_the_doctor_warns_the_committee_that_has_no_second_place(keyed_in: Quiz, tmp_path: Path) -> None:
    def check() -> dict[str, bool]:
        return {one["check"]: one["ok"] for one in keyed_in("doctor", "--format", "json").json}

    assert "second_place" not in check()
    (tmp_path / "home" / "settings.yaml").write_text("工作人员: 王班长\n", "utf-8")
    assert check()["second_place"] is False
    name_second_place(tmp_path, "../second")
    assert check()["second_place"] is True
    name_second_place(tmp_path, "../roster.csv/x")
    assert check()["second_place"] is False
