"""quizapp scores add as people use it: from a table to the total in the workbook, and what is told on the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome, Quiz
from tests.instruments.xlsx_workbooks import table

HEADS = ["学号", "姓名", "得分", "备注"]


@pytest.fixture
def attendance(tmp_path: Path) -> Path:
    """A workbook of attendance under a title, one of whom has no mark."""
    path = tmp_path / "考勤.xlsx"
    path.write_bytes(
        table(["考勤登记表"], HEADS, ["01", "张三", 96, "迟到一次"], ["02", "李四", 100], ["03", "王五", "", "请假"])
    )
    return path


def add(quiz: Quiz, *more: str) -> list[str]:
    """Bring the marks in; return the lines that were printed."""
    outcome = quiz("scores", "add", "考勤.xlsx", "--as", "考勤", "--by", "王班长", "--checked-by", "李委员", *more)
    assert outcome.status == 0, outcome.err
    return outcome.out.splitlines()


def test_marks_of_a_workbook_come_into_the_total(keyed_in: Quiz, attendance: Path, tmp_path: Path) -> None:
    """张三 60 × 10/10 + 40 × 96/100 = 98.4; 李四 60 × 16/30 + 40 = 72; 王五 sat nothing and has no mark."""
    from openpyxl import load_workbook

    (tmp_path / "home" / "settings.yaml").write_text("权重: {sample-paper: 60%, 考勤: 0.4}\n", encoding="utf-8")
    assert add(keyed_in) == [
        "第 5 行 03 王五：没有得分，算缺项，不是 0 分。",
        "考勤：3 行，新增 2，改动 0，相同 0，缺得分 1。",
    ]
    assert keyed_in("scores", "export", "--to", "book.xlsx").status == 0
    sheet = load_workbook(tmp_path / "book.xlsx")["总表"]
    rows = {str(row[1]): row for row in sheet.iter_rows(values_only=True) if row[1] is not None}
    assert rows["01"][-1] == pytest.approx(98.4)
    assert rows["02"][-1] == pytest.approx(72)
    assert (rows["03"][0], rows["03"][-1]) == (None, None)


def test_who_brought_them_in_is_recorded_and_logged(keyed_in: Quiz, attendance: Path, tmp_path: Path) -> None:
    add(keyed_in, "--why", "月末汇总")
    home = tmp_path / "home"
    first = json.loads((home / "marks.jsonl").read_text(encoding="utf-8").splitlines()[0])["data"]
    assert (first["by"], first["checked_by"], first["why"]) == ("王班长", "李委员", "月末汇总")
    last = json.loads((home / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert (last["kind"], last["data"]["who"]) == ("outside-marked", "王班长")


def test_the_same_file_again_changes_nothing_and_a_mended_one_says_what(
    keyed_in: Quiz, attendance: Path, tmp_path: Path
) -> None:
    add(keyed_in)
    before = (tmp_path / "home" / "marks.jsonl").read_bytes()
    assert add(keyed_in)[-1] == "考勤：3 行，新增 0，改动 0，相同 2，缺得分 1。"
    assert (tmp_path / "home" / "marks.jsonl").read_bytes() == before
    attendance.write_bytes(table(HEADS, ["01", "张三", "", ""], ["02", "李四", 98, "早退"], ["03", "王五", 80]))
    assert add(keyed_in) == [
        "02 李四：原为 100（满分 100），现为 98（满分 100，早退）。",
        "第 2 行 01 张三：没有得分，保留原来的 96（满分 100，迟到一次）。",
        "考勤：3 行，新增 1，改动 1，相同 0，缺得分 1。",
    ]


def test_a_dry_run_says_the_same_and_records_nothing(keyed_in: Quiz, attendance: Path, tmp_path: Path) -> None:
    log = (tmp_path / "home" / "log.jsonl").read_bytes()
    assert add(keyed_in, "--dry-run")[-1] == "考勤：3 行，新增 2，改动 0，相同 0，缺得分 1。"
    assert not (tmp_path / "home" / "marks.jsonl").exists()
    assert (tmp_path / "home" / "log.jsonl").read_bytes() == log


def test_one_bad_row_keeps_all_out_and_every_fault_has_its_line(keyed_in: Quiz, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("学号,姓名,得分\n01,张三,90\n02,李斯,101\n09,某,九十\n", encoding="utf-8")
    outcome = keyed_in("scores", "add", "a.csv", "--as", "考勤")
    assert outcome.status == 1
    told = [line.split(": ")[:2] for line in (outcome.out + outcome.err).splitlines()[:-1]]
    assert [f"{place} {severity.split()[-1]}" for place, severity in told] == [
        "a.csv:3:0 candidate-name-differs",
        "a.csv:3:7 outside-marks-outside",
        "a.csv:4:0 candidate-unknown",
        "a.csv:4:6 outside-marks-unread",
    ]
    assert not (tmp_path / "home" / "marks.jsonl").exists()


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("none.xlsx", "--as", "考勤"), 2, "没有找到文件或文件夹：none.xlsx"),
        (("考勤.xlsx",), 2, "缺少：--as"),
        (("考勤.xlsx", "--as", " "), 2, "请写明是什么得分"),
        (("考勤.xlsx", "--as", "样卷"), 1, "“样卷”是一份试卷"),
    ],
)
def test_what_cannot_be_brought_in_says_why(
    keyed_in: Quiz, attendance: Path, words: tuple[str, ...], status: int, told: str
) -> None:
    outcome = keyed_in("scores", "add", *words)
    assert (outcome.status, outcome.out) == (status, "")
    assert told in outcome.err


def test_a_name_that_may_be_a_slip_is_told_beside_those_there_are(keyed_in: Quiz, attendance: Path) -> None:
    add(keyed_in)
    outcome = keyed_in("scores", "add", "考勤.xlsx", "--as", "考情")
    assert outcome.status == 0
    assert outcome.err.startswith("“考情”是新的一项，已有的是：考勤。如果写错了名称，请按原来的名称重新导入，")


def test_an_archive_takes_no_marks(keyed_in: Quiz, attendance: Path, tmp_path: Path) -> None:
    add(keyed_in)
    assert keyed_in("scores", "archive", "--to", "class.zip").status == 0
    refused = keyed_in("--home", "class.zip", "scores", "add", "考勤.xlsx", "--as", "论文")
    assert refused.status in (1, 3)
    assert "归档文件" in refused.err
    assert keyed_in("--home", "class.zip", "scores", "verify").status == 0


def test_verifying_finds_a_mark_that_was_altered_and_so_does_the_doctor(
    keyed_in: Quiz, attendance: Path, tmp_path: Path
) -> None:
    add(keyed_in)
    assert keyed_in("scores", "seal", "--to", "seal.txt").status == 0
    path = tmp_path / "home" / "marks.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"marks":"96"', b'"marks":"99"'))
    outcome = keyed_in("scores", "verify", "--seal", "seal.txt")
    assert outcome.status == 1
    assert "marks.jsonl 从第 1 行起与写入时不一致" in outcome.out
    assert "marks.jsonl 与封存时不同" in outcome.out
    doctor = keyed_in("doctor")
    assert doctor.status == 1
    assert "marks.jsonl 与写入时不一致（第 1 行起）" in doctor.out


@pytest.mark.parametrize(
    ("settings", "is_well", "told"),
    [
        ("", True, "没有设置权重"),
        ("权重: {sample-paper: 2/3, 考勤: 1/3}\n", True, "总评按设置的权重合成：样卷 2/3 + 考勤 1/3"),
        ("权重: {sample-paper: 60%, 考情: 40%}\n", False, "“权重”里有认不出的名称：考情。现有：sample-paper、考勤。"),
        ("权重: {sample-paper: 60%, 样卷: 40%}\n", False, "“权重”里有两项是同一份试卷《样卷》"),
    ],
)
def test_the_doctor_says_what_the_total_is_made_of(
    keyed_in: Quiz, attendance: Path, tmp_path: Path, settings: str, is_well: bool, told: str
) -> None:
    add(keyed_in)
    (tmp_path / "home" / "settings.yaml").write_text(f"角色: 教师\n{settings}", encoding="utf-8")
    assert "权重" not in keyed_in("doctor").out, "a teacher's machine makes no totals"
    (tmp_path / "home" / "settings.yaml").write_text(settings, encoding="utf-8")
    checks = {one["check"]: one for one in keyed_in("doctor", "--format", "json").json}
    assert checks["totals"]["ok"] == is_well
    assert told in checks["totals"]["text"]


def take_back(quiz: Quiz, *words: str, name: str = "考勤", by: str = "王班长") -> Outcome:
    return quiz("scores", "add", "--as", name, "--remove", *words, "--why", "登记错了", "--by", by)


def test_a_mark_that_was_taken_back_is_missing_from_the_total_and_journalled(
    keyed_in: Quiz, attendance: Path, tmp_path: Path
) -> None:
    (tmp_path / "home" / "settings.yaml").write_text("权重: {sample-paper: 60%, 考勤: 0.4}\n", encoding="utf-8")
    add(keyed_in)
    assert take_back(keyed_in, "--candidate", "01").out.splitlines() == [
        "01 张三：收回 96（满分 100，迟到一次），现在算缺项。",
        "考勤：收回 1 人的得分。",
    ]
    assert totals_in(keyed_in, tmp_path) == {"01": None, "02": pytest.approx(72), "03": None}
    last = json.loads((tmp_path / "home" / "marks.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert (last["kind"], last["data"]["by"], last["data"]["why"]) == ("outside_taken_back", "王班长", "登记错了")
    logged = json.loads((tmp_path / "home" / "log.jsonl").read_text(encoding="utf-8").splitlines()[-2])
    assert (logged["kind"], logged["data"]["who"]) == ("outside-taken-back", "王班长")
    assert keyed_in("scores", "verify").status == 0
    add(keyed_in)
    assert totals_in(keyed_in, tmp_path)["01"] == pytest.approx(98.4)


def test_a_mistyped_name_is_gone_from_the_class_once_all_of_it_was_taken_back(
    keyed_in: Quiz, attendance: Path, tmp_path: Path
) -> None:
    add(keyed_in)
    assert keyed_in("scores", "add", "考勤.xlsx", "--as", "考情").status == 0
    done = take_back(keyed_in, "--all", name="考情")
    assert (done.status, len(done.out.splitlines())) == (0, 3)
    assert "考情" not in heads_in(keyed_in, tmp_path)
    assert "考勤" in heads_in(keyed_in, tmp_path)


def test_taking_back_is_refused_with_its_reason_and_records_nothing(
    keyed_in: Quiz, attendance: Path, tmp_path: Path
) -> None:
    add(keyed_in)
    before = (tmp_path / "home" / "marks.jsonl").read_bytes()
    assert "“论文”" in take_back(keyed_in, "--all", name="论文").err
    assert "03" in take_back(keyed_in, "--candidate", "03").err
    assert take_back(keyed_in, "--candidate", "01", by="张三").status == 1
    for words in (("--remove",), ("--remove", "--all", "--candidate", "01"), ("考勤.xlsx", "--remove", "--all"), ()):
        outcome = keyed_in("scores", "add", "--as", "考勤", *words, "--why", "错")
        assert (outcome.status, outcome.out) == (2, "")
    assert keyed_in("scores", "add", "--as", "考勤", "--remove", "--all").status == 2
    assert take_back(keyed_in, "--all", "--dry-run").err == "只是试看，没有记录。\n"
    assert (tmp_path / "home" / "marks.jsonl").read_bytes() == before


def test_whoever_takes_their_own_back_among_all_is_told_to_have_it_checked(keyed_in: Quiz, attendance: Path) -> None:
    add(keyed_in)
    assert "张三 本人的得分" in take_back(keyed_in, "--all", by="张三").err


def test_a_kept_mark_says_how_it_is_taken_back(keyed_in: Quiz, attendance: Path) -> None:
    add(keyed_in)
    attendance.write_bytes(table(HEADS, ["01", "张三", "", ""]))
    outcome = keyed_in("scores", "add", "考勤.xlsx", "--as", "考勤")
    assert "--remove --candidate 学号 --why" in outcome.err


def totals_in(quiz: Quiz, folder: Path) -> dict[str, object]:
    """Return everybody's total, by 学号."""
    rows = _sheet(quiz, folder)
    return {str(row[1]): row[-1] for row in rows if str(row[1]).isdigit()}


def heads_in(quiz: Quiz, folder: Path) -> str:
    return " ".join(str(cell) for row in _sheet(quiz, folder) for cell in row)


def _sheet(quiz: Quiz, folder: Path) -> list[tuple[object, ...]]:
    from openpyxl import load_workbook

    assert quiz("scores", "export", "--to", "book.xlsx", "--replace").status == 0
    return list(load_workbook(folder / "book.xlsx")["总表"].iter_rows(values_only=True))
