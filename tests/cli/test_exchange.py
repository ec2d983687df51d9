"""quizapp banks import, export and new."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Quiz

CHECKOUT = Path(__file__).parents[2]
SOURCE = "题型,题干,选项A,选项B,答案,难度\n单选,新题,甲,乙,A,易\n单选,没有答案,甲,乙,,难\n"


@pytest.fixture
def source(tmp_path: Path, quiz: Quiz) -> Path:
    path = tmp_path / "题.csv"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def test_an_import_shows_its_counts_and_each_doubt_with_the_source_s_line(
    quiz: Quiz, source: Path, banks: Path
) -> None:
    outcome = quiz("banks", "import", "题.csv", "--to", "banks/new.yaml")
    assert outcome.status == 1
    assert outcome.out.splitlines() == [
        "读到 2 题 = 导入 1 + 存疑 1 + 未识别 0",
        "新增 2，相同 0，改动 0",
        "题.csv:3：存疑 new-002 没有答案",
        "    单选 | 没有答案 | 甲 | 乙 | 难",
        "行：题目 2 + 标题 1 + 略去 0 + 未读 0 = 3",
    ]
    assert outcome.err == "已写入 banks/new.yaml\n"
    assert "  # 存疑：没有答案\n  - 编号: new-002\n" in (banks / "new.yaml").read_text(encoding="utf-8")
    again = quiz("banks", "import", "题.csv", "--to", "banks/new.yaml")
    assert again.out.splitlines()[1] == "新增 0，相同 2，改动 0"
    assert again.err == "题库没有变化\n"


def test_a_change_is_shown_and_the_old_file_kept(quiz: Quiz, source: Path, banks: Path) -> None:
    quiz("banks", "import", "题.csv", "--to", "banks/new.yaml")
    old = (banks / "new.yaml").read_bytes()
    source.write_text(SOURCE.replace("A,易", "B,难"), encoding="utf-8")
    outcome = quiz("banks", "import", "题.csv", "--to", "banks/new.yaml")
    assert outcome.out.splitlines()[2:4] == [
        "题.csv:2：改动 new-001 答案：A → B",
        "题.csv:2：改动 new-001 难度：易 → 难",
    ]
    assert str(Path("banks/new.yaml.bak")) in outcome.err
    assert (banks / "new.yaml.bak").read_bytes() == old


def test_a_dry_run_writes_nothing(quiz: Quiz, source: Path, banks: Path) -> None:
    before = sorted(banks.rglob("*"))
    outcome = quiz("banks", "import", "题.csv", "--to", "banks/new.yaml", "--dry-run")
    assert outcome.out.startswith("读到 2 题")
    assert outcome.err == "只是预览，什么都没有写\n"
    assert sorted(banks.rglob("*")) == before


def test_json_says_what_became_of_each_and_a_refusal_is_status_1(quiz: Quiz, source: Path) -> None:
    source.write_text(SOURCE + "单选,,甲,乙,A,\n", encoding="utf-8")
    outcome = quiz("banks", "import", "题.csv", "--to", "banks/new.yaml", "--format", "json")
    assert outcome.status == 1
    assert outcome.json == {
        "read": 3,
        "imported": 1,
        "doubtful": 1,
        "refused": 1,
        "items": [
            {"place": "题.csv:2", "id": "new-001", "verdict": "imported", "reasons": []},
            {"place": "题.csv:3", "id": "new-002", "verdict": "doubtful", "reasons": ["没有答案"]},
            {"place": "题.csv:4", "id": "", "verdict": "refused", "reasons": ["没有题干"]},
        ],
        "outcome": {"added": 2, "same": 0, "changed": 0, "kept": 0, "disputed": 0, "gone": []},
        "changes": [],
        "lines": {"question": 3, "heading": 1, "noise": 0, "unread": 0},
        "unread": [],
        "shape": None,
    }


def test_each_line_of_a_text_is_accounted_for_and_an_unread_one_is_status_1(quiz: Quiz, tmp_path: Path) -> None:
    text = "1. 四是（  ）。\nA. 跟班\nB. 参谋\n答案：B\n"
    (tmp_path / "题.txt").write_text(text, encoding="utf-8")
    outcome = quiz("banks", "import", "题.txt", "--to", "banks/new.yaml")
    assert outcome.status == 0
    assert outcome.out.splitlines()[-1] == "行：题目 4 + 标题 0 + 略去 0 + 未读 0 = 4"
    stray = "以上各题由综合处供稿，如有错漏请及时反馈，谢谢大家的支持。" * 4
    (tmp_path / "题.txt").write_text(f"{stray}\n\n{text}", encoding="utf-8")
    outcome = quiz("banks", "import", "题.txt", "--to", "banks/new.yaml")
    assert outcome.status == 1
    assert outcome.out.splitlines()[-2:] == [
        f"题.txt:1：未读 {stray[:59]}…",
        "行：题目 4 + 标题 0 + 略去 0 + 未读 1 = 5",
    ]
    assert stray[:20] not in outcome.err
    told = quiz("banks", "import", "题.txt", "--to", "banks/new.yaml", "--format", "json").json
    assert told["lines"] == {"question": 4, "heading": 0, "noise": 0, "unread": 1}
    assert told["unread"] == [{"place": "题.txt:1", "text": stray}]


ASKED = "1. 四是（  ）。\nA. 跟班\nB. 参谋\n2. 五是（  ）。\nA. 跟班\nB. 参谋\n"


def test_how_a_text_is_written_is_said_and_can_be_overruled(quiz: Quiz, tmp_path: Path) -> None:
    text = "1、简述办会。\n1. 会前\n2. 会后\n内部资料\n2、简述办文。\n1. 收文\n2. 发文\n"
    (tmp_path / "题.txt").write_text(text, encoding="utf-8")
    words = ("banks", "import", "题.txt", "--to", "banks/new.yaml", "--dry-run")
    outcome = quiz(*words)
    assert outcome.out.splitlines()[0].startswith("读到 4 题")
    assert outcome.out.splitlines()[2] == "读法：编号写作“1.”，没有选项，没有答案"
    outcome = quiz(*words, "--numbers", "1、", "--noise", "内部资料")
    assert outcome.out.splitlines()[0].startswith("读到 2 题")
    assert "读法：编号写作“1、”，没有选项，答案在题目里；“内部资料”略去" in outcome.out
    assert outcome.out.splitlines()[-1] == "行：题目 6 + 标题 0 + 略去 1 + 未读 0 = 7"
    outcome = quiz(*words, "--numbers", "1、", "--noise", "内部资料", "--format", "json")
    assert outcome.json["shape"] == "编号写作“1、”，没有选项，答案在题目里；“内部资料”略去"


def test_where_keys_stand_can_be_said(quiz: Quiz, tmp_path: Path) -> None:
    (tmp_path / "题.txt").write_text(f"{ASKED}参考答案\n1-2 AB\n", encoding="utf-8")
    words = ("banks", "import", "题.txt", "--to", "banks/new.yaml", "--dry-run")
    assert "读到 2 题 = 导入 2 + 存疑 0" in quiz(*words, "--key-place", "end").out
    assert "读到 2 题 = 导入 0 + 存疑 2" in quiz(*words, "--key-place", "after").out
    assert "读到 2 题 = 导入 0 + 存疑 2" in quiz(*words, "--key-place", "inside").out
    assert quiz(*words, "--key-place", "above").status == 2


def test_keys_come_from_another_file_and_what_does_not_match_is_told(quiz: Quiz, tmp_path: Path) -> None:
    (tmp_path / "题.txt").write_text(ASKED, encoding="utf-8")
    (tmp_path / "答案.csv").write_text("题号,答案\n1,B\n7,A\n", encoding="utf-8")
    outcome = quiz("banks", "import", "题.txt", "--keys", "答案.csv", "--to", "banks/new.yaml")
    assert outcome.status == 1
    assert outcome.out.splitlines() == [
        "读到 2 题 = 导入 0 + 存疑 2 + 未识别 0",
        "新增 2，相同 0，改动 0",
        "读法：编号写作“1.”，选项写作“A.”，答案在另一个文件里",
        "题.txt:1：存疑 new-001 集中的答案和这一大题的题数对不上，请核对",
        "    1. 四是（ ）。",
        "题.txt:4：存疑 new-002 没有答案",
        "    2. 五是（ ）。",
        "答案.csv:3：未读 7 | A",
        "行：题目 7 + 标题 1 + 略去 0 + 未读 1 = 9",
    ]
    assert "答案.csv：答案文件里没有 1 道题的答案，题号（行号）：2（4）" in outcome.err
    assert "答案.csv:3：答案里有第 7 题，前面没有这道题：7 | A" in outcome.err
    assert "    答案: B\n" in (tmp_path / "banks" / "new.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        ("题.txt --keys none.txt", 2, "none.txt"),
        ("题.txt --keys 空.txt", 1, "空.txt 里没有读到能对上的答案"),
        ("题.txt --numbers 甲乙", 2, "没有看懂编号的写法“甲乙”"),
        ("题.csv --keys 空.txt", 2, "题.csv 每道题的各部分都有固定的位置"),
    ],
)
def test_what_an_import_cannot_be_told_is_said_and_nothing_is_written(
    quiz: Quiz, source: Path, banks: Path, words: str, status: int, told: str
) -> None:
    source.with_name("题.txt").write_text(ASKED, encoding="utf-8")
    source.with_name("空.txt").write_text("没有答案\n", encoding="utf-8")
    outcome = quiz("banks", "import", *words.split(), "--to", "banks/new.yaml")
    assert outcome.status == status
    assert told in outcome.err
    assert not (banks / "new.yaml").exists()


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        ("none.csv --to banks/new.yaml", 2, "none.csv"),
        ("题.csv --to banks/new.csv", 2, ".yaml"),
        ("题.csv --to none/new.yaml", 2, "none"),
        ("题.csv --to banks/new.yaml --from moodle", 2, "native"),
        ("题.csv --to banks/new.yaml --encoding nonsense", 2, "nonsense"),
        ("题.csv --to banks/new.yaml --encoding ascii", 1, "ascii"),
        ("题.csv", 2, "--to"),
    ],
)
def test_what_cannot_be_done_is_told_in_words(quiz: Quiz, source: Path, words: str, status: int, told: str) -> None:
    outcome = quiz("banks", "import", *words.split())
    assert outcome.status == status
    assert told in outcome.err


def test_a_bank_is_exported_and_what_a_table_cannot_hold_is_named(quiz: Quiz, banks: Path, tmp_path: Path) -> None:
    path = banks / "sample.yaml"
    text = path.read_text(encoding="utf-8").replace("答案: 错,", "答案: 错, 免检: [missing-topic],")
    path.write_text(text + "  - {编号: e-9, 题型: 判断, 题干: 没写完, 状态: 草稿}\n", encoding="utf-8")
    outcome = quiz("banks", "export", "sample", "--to", "out.csv")
    assert (outcome.status, outcome.out) == (0, "已导出 5 题到 out.csv\n")
    assert outcome.err == "t-1：“免检”没有导出\n有 1 道没写完的草稿，没有导出\n"
    assert "单选,摆在（  ）。,床头,包里" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert quiz("banks", "import", "out.csv", "--to", "banks/again.yaml").out.startswith("读到 5 题 = 导入 5 + 存疑 0")
    assert quiz("banks", "export", "sample", "--to", "out.pdf").status == 2
    assert quiz("banks", "export", "sample", "--to", "out.dat", "--as", "native").status == 0


def test_a_bank_whose_items_are_being_sat_is_not_exported(quiz: Quiz, banks: Path, tmp_path: Path) -> None:
    from quizapp.domain.candidate import Candidate
    from quizapp.services.sitting.attempt_start import standing, start
    from quizapp.settings import Settings
    from quizapp.wiring import workplace

    place = workplace(Settings(home=tmp_path / "home", banks=(banks,)))
    paper = place.library.paper("sample-paper").paper
    assert paper is not None
    person = Candidate(id="01", name="张三")
    stands = standing(place.home, place.clock, paper, person)
    start(place.home, place.library, place.clock, place.chance, stands).close()
    outcome = quiz("banks", "export", "sample", "--to", "out.csv")
    assert outcome.status == 1
    assert "正在考试" in outcome.err
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_a_new_bank_is_an_example_without_errors_and_overwrites_nothing(quiz: Quiz, banks: Path, tongue: str) -> None:
    assert quiz("--lang", tongue, "banks", "new", "banks/例").status == 0
    found = quiz("banks", "check", "banks/例.yaml", "--format", "json").json
    assert {fault["severity"] for fault in found} == {"warning"}
    again = quiz("banks", "new", "banks/例")
    assert again.status == 2
    assert str(Path("banks/例.yaml")) in again.err


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_a_bank_of_the_examples_has_nothing_to_be_warned_of(tongue: str, quiz: Quiz) -> None:
    assert quiz("--lang", tongue, "banks", "new", "mine", "--excel").status == 0
    shipped = str(CHECKOUT / "question_banks")
    imported = quiz("--banks", shipped, "banks", "import", "mine.xlsx", "--to", "mine.yaml")
    assert (imported.status, "mine.xlsx:" in imported.err) == (0, False)
    checked = quiz("--banks", shipped, "banks", "check", "mine.yaml", "--strict")
    assert (checked.status, checked.out) == (0, "")
