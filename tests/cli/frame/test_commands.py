"""What the commands show people, and what they do."""

from __future__ import annotations

import json
from pathlib import Path

from quizapp import __version__
from tests.cli.conftest import Quiz


def test_the_version(quiz: Quiz) -> None:
    assert quiz("--version").out == quiz("--lang", "en", "--version").out == f"quizapp {__version__}\n"


def test_banks_are_a_table(quiz: Quiz) -> None:
    assert quiz("banks", "list").out.splitlines() == [
        "题库    标题    题数  题型                                 难度",
        "sample  样题       5  单选题 2 多选题 1 判断题 1 填空题 1  易 3 中 1 难 1",
        "secret  保密题     1  判断题 1                             易 1",
    ]


def test_papers_are_a_table(quiz: Quiz) -> None:
    assert quiz("papers", "list").out.splitlines() == [
        "试卷          标题          题数  满分  时长     开始  截止  套数",
        "sample-paper  样卷（试用）     5    10  30 分钟              1",
    ]


def test_scores_are_a_table_for_each_paper(keyed_in: Quiz) -> None:
    lines = keyed_in("scores", "list").out.splitlines()
    assert lines[0] == "样卷（sample-paper），2 份答卷，满分 10"
    assert lines[1] == "学号  姓名  单位  状态    得分  是否及格  用时  交卷"
    assert lines[3].startswith("02    李四  乙办  已评分  5.33  不及格")


def test_a_bank_is_shown_with_keys_and_rationales(quiz: Quiz) -> None:
    lines = quiz("banks", "show", "sample").out.splitlines()
    assert lines[0] == "样题（sample），共 5 题"
    assert lines[2:10] == [
        "1. [s-1] 单选题 · 易",
        "   四是（  ）。",
        "     A. 跟班",
        "     B. 秀才",
        "     C. 参谋",
        "     D. 管",
        "   答案：C",
        "   解析：是。",
    ]


def test_items_that_somebody_is_sitting_are_not_shown(quiz: Quiz, banks: Path, tmp_path: Path) -> None:
    from quizapp.domain.candidate import Candidate
    from quizapp.services.sitting.attempt_start import standing, start
    from quizapp.settings import Settings
    from quizapp.wiring import workplace

    place = workplace(Settings(home=tmp_path / "home", banks=(banks,)))
    paper = place.library.paper("sample-paper").paper
    assert paper is not None
    stands = standing(place.home, place.clock, paper, Candidate(id="1", name="张三"))
    start(place.home, place.library, place.clock, place.chance, stands).close()
    outcome = quiz("banks", "show", "sample")
    assert outcome.out == "样题（sample），共 5 题\n"
    assert outcome.err == "另有 5 题在正在作答的试卷上，交卷后才显示。\n"
    assert quiz("take", "sample-paper", "--candidate", "1", "--name", "张三").status == 2
    for options in ((), ("--seed", "1"), ("--format", "json")):
        refused = quiz("papers", "draw", "sample-paper", "--with-key", *options)
        assert (refused.status, refused.out) == (1, "")
        assert "答案暂时不能看" in refused.err
        assert quiz("papers", "draw", "sample-paper", *options).status == 0


def test_a_form_is_shown_as_a_paper(quiz: Quiz) -> None:
    outcome = quiz("papers", "draw", "sample-paper", "--with-key")
    lines = outcome.out.splitlines()
    assert lines[0].startswith("样卷（A 卷，")
    assert lines[2:6] == ["一、选择（2 题，4 分）", "", " 1. 四是（  ）。", "     A. 跟班"]
    assert "   答案：耳目；参谋" in lines
    assert "这套卷已固定" in outcome.err
    assert "没有固定" in quiz("papers", "draw", "sample-paper", "--seed", "1").err


def test_an_import_tells_whom_it_renamed(keyed_in: Quiz, tmp_path: Path) -> None:
    (tmp_path / "again.csv").write_text("学号,姓名\n01,张山\n04,赵六\n", encoding="gb18030")
    outcome = keyed_in("candidates", "import", "again.csv")
    assert outcome.out == "读到 2 人：新增 1 人，更新 1 人，未变 0 人。\n"
    assert "encoding-gb18030" in outcome.err
    assert "学号 01 原来是张三，现在改成了张山" in outcome.err


def test_faults_of_a_table_are_listed_among_the_messages(keyed_in: Quiz, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("学号,1,2,3,4,5\n03,E,A,A,错,x\n99,A,A,A,错,x\n", encoding="utf-8")
    outcome = keyed_in("scores", "enter", "sample-paper", "bad.csv")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.splitlines() == [
        "bad.csv:2:4: error answer-invalid: 第 1 题：没有选项 E，本题选项是 A 到 D。",
        "bad.csv:3:0: error candidate-unknown: 名册里没有学号 99。请核对学号，或请班委会补录名册。",
        "文件有错，共 2 处，都已列出。",
    ]


def test_an_export_is_written_and_logged(keyed_in: Quiz, tmp_path: Path) -> None:
    assert keyed_in("scores", "export", "样卷", "--to", "成绩.csv").out == "《样卷》导出 3 行，写到 成绩.csv。\n"
    assert (tmp_path / "成绩.csv").read_bytes().startswith("\ufeff名次,学号,姓名".encode())
    last = json.loads((tmp_path / "home" / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert last["kind"] == "exported"
    assert last["data"]["values"] == {"paper": "sample-paper", "to": "成绩.csv", "format": "csv", "rows": "3"}


def test_an_export_may_speak_another_language(keyed_in: Quiz) -> None:
    for words in (["--lang", "en", "scores", "export"], ["scores", "export", "--lang", "en"]):
        out = keyed_in(*words, "sample-paper", "--to", "-", "--format", "csv").out
        assert out.startswith("\ufeffrank,id,name,unit,post,group,paper,kind,form,attempt,status,score,full_score")


def test_staff_are_named_in_the_log(keyed_in: Quiz, tmp_path: Path) -> None:
    settings = "班次: {编号: 2026-1, 标题: 一班}\n工作人员: 王班长\n"
    (tmp_path / "home" / "settings.yaml").write_text(settings, encoding="utf-8")
    keyed_in("scores", "export", "sample-paper", "--to", "out.json")
    keyed_in("scores", "rebuild")
    last = json.loads((tmp_path / "home" / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert last["data"]["who"] == "王班长"
    assert {doc["class"] for doc in keyed_in("scores", "list", "--format", "json").json} == {"2026-1"}


def test_a_book_that_was_tampered_with_is_found_and_made_again(keyed_in: Quiz, tmp_path: Path) -> None:
    book = tmp_path / "home" / "scores.json"
    whole = book.read_bytes()
    book.write_bytes(whole.replace(b'"score": 5.33', b'"score": 9.33').replace(b'"score":5.33', b'"score":9.33'))
    assert book.read_bytes() != whole
    outcome = keyed_in("doctor")
    assert outcome.status == 1
    assert "[注意] 成绩册与答卷记录不一致" in outcome.out
    assert keyed_in("scores", "rebuild").out == "成绩册已重新生成：2 份答卷，名册 3 人。\n"
    assert book.read_bytes() == whole
    assert keyed_in("doctor").status == 0


def test_the_doctor_tells_what_is_wrong(quiz: Quiz, banks: Path, tmp_path: Path) -> None:
    (banks / "sample.yaml").write_text("题库: sample\n试题: []\n", encoding="utf-8")
    outcome = quiz("doctor")
    assert outcome.status == 1
    assert outcome.out.count("[注意]") == 2
    (tmp_path / "file").write_text("")
    assert quiz("--home", "file", "doctor").status == 1


def test_format_gives_ids_and_touches_nothing_else(quiz: Quiz, banks: Path) -> None:
    path = banks / "new.yaml"
    path.write_text(
        '# 开头的话\n题库: new\n试题:\n  - 题型: 判断\n    题干: "甲"   # 别丢\n    答案: 对\n'
        "  - {题型: 判断, 题干: 乙, 答案: 错}\n  - 编号:\n    题型: 判断\n    题干: 丙\n    答案: 错\n",
        encoding="utf-8",
    )
    assert f"{path}：编了 3 个编号。\n" in quiz("banks", "format", str(banks)).out
    assert path.read_text(encoding="utf-8") == (
        '# 开头的话\n题库: new\n试题:\n  - 编号: new-001\n    题型: 判断\n    题干: "甲"   # 别丢\n    答案: 对\n'
        "  - {编号: new-002, 题型: 判断, 题干: 乙, 答案: 错}\n"
        "  - 编号: new-003\n    题型: 判断\n    题干: 丙\n    答案: 错\n"
    )
    assert quiz("banks", "format", str(path)).out == f"{path}：每题都有编号，没有改动。\n"


def test_format_leaves_a_faulty_file_alone_and_writes_the_others(quiz: Quiz, banks: Path) -> None:
    bad, good = banks / "bad.yaml", banks / "good.yaml"
    bad.write_text("题库: bad\n试题:\n  - 题型: 判断\n    题干: 甲\n", encoding="utf-8")
    good.write_bytes("题库: good\r\n试题:\r\n  - 题型: 判断\r\n    题干: 甲\r\n    答案: 对\r\n".encode())
    outcome = quiz("--lang", "en", "banks", "format", str(bad), str(good))
    assert outcome.status == 1
    assert bad.read_text(encoding="utf-8") == "题库: bad\n试题:\n  - 题型: 判断\n    题干: 甲\n"
    assert b"  - id: good-001\r\n    " in good.read_bytes()


def test_what_a_terminal_must_not_get_is_not_shown(quiz: Quiz, banks: Path) -> None:
    harmful = (
        '题库: h\n标题: "\\e]0;x\\a样"\n试题:\n  - {编号: h-1, 题型: 判断, 题干: "甲\\e[2J[/]\\u202e", 答案: 对}\n'
    )
    (banks / "harm.yaml").write_text(harmful, encoding="utf-8")
    shown = quiz("banks", "show", "h").out + quiz("banks", "list").out
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[/]" in shown


def test_the_doctor_counts_questions_as_the_list_of_banks_does(quiz: Quiz) -> None:
    shipped = Path(__file__).parents[3] / "question_banks"
    listed = quiz("--banks", str(shipped), "banks", "list", "--format", "json").json
    found = {one["check"]: one["text"] for one in quiz("--banks", str(shipped), "doctor", "--format", "json").json}
    assert f"题库 {len(listed)} 个，共 {sum(bank['items'] for bank in listed)} 题" in found["banks"]
