"""Warnings of quality in files: each with its place, silenced by `allow`, told by check and by nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizapp.domain.errors import Fault
from quizapp.formats.native.pool.bank_quality import FEW, ItemPlaces
from quizapp.formats.native.pool.pool import Pool
from quizapp.language.faults.items import QUALITY
from quizapp.language.speech import Language
from quizapp.reading.yaml.events import MakeParser, PureParser, best_parser, libyaml_parser
from quizapp.reading.yaml.source import Source

PARSERS = pytest.mark.parametrize("make_parser", [libyaml_parser, PureParser], ids=["libyaml", "pure"])

HEAD = "题库: {bank}\n标题: 演示\n试题:\n"
CHOICE = """\
  - 题型: 单选题
    知识点: roles
    难度: 易
    # 编号不在第一行
    编号: {id}
    题干: 五种角色中的耳目，说的是办公室干部要（  ）。
    选项:
    - 随行服务
    - 了解下情

    - {option}
    - 出谋划策
    答案: B
    解析: {rationale}
    免检: [{allow}]
"""
TRUTH = "  - {{编号: {id}, 题型: 判断, 知识点: roles, 难度: 易, 题干: {stem}, 答案: 对, 解析: 见讲义。}}\n"


def choice(id: str = "d-1", option: str = "管好内务", rationale: str = "见讲义。", allow: str = "") -> str:
    return CHOICE.format(id=id, option=option, rationale=rationale, allow=allow)


def truth(id: str, stem: str) -> str:
    return TRUTH.format(id=id, stem=stem)


def pool(folder: Path, make_parser: MakeParser = best_parser, /, **banks: str) -> Pool:
    """Return a pool of these banks, given by their items, and of a course."""
    (folder / "course.yaml").write_text("course: demo\ntopics: {roles: 角色}\n", encoding="utf-8")
    for name, items in banks.items():
        (folder / f"{name}.yaml").write_text(HEAD.format(bank=name) + items, encoding="utf-8")
    return Pool([folder], make_parser=make_parser)


def places(faults: tuple[Fault, ...]) -> list[str]:
    return [f"{Path(each.file).stem}:{each.line}:{each.column} {each.item} {each.code}" for each in faults]


@PARSERS
def test_a_warning_stands_at_the_text_that_it_is_about(tmp_path: Path, make_parser: MakeParser) -> None:
    text = choice(option="以上都对", rationale="故选B,见讲义。")
    faults = pool(tmp_path, make_parser, a="\n" + text).faults()
    assert places(faults) == [
        "a:15:7 d-1 option-all-or-none",
        "a:18:9 d-1 punctuation-mixed",
        "a:18:9 d-1 letter-named",
    ]
    assert {fault.severity for fault in faults} == {"warning"}
    assert faults[1].values == {"corrected": "故选B，见讲义。"}


def test_allow_silences_a_warning_for_that_item_only(tmp_path: Path) -> None:
    silent = choice(option="以上都对", allow="option-all-or-none")
    faults = pool(tmp_path, a=silent + truth("d-2", "机关⼯作")).faults()
    assert places(faults) == ["a:19:46 d-2 radical-look-alike"]


def test_what_is_written_in_one_line_or_has_parts_is_found_too(tmp_path: Path) -> None:
    case = """\
  - 编号: c
    题型: 案例
    知识点: roles
    难度: 中
    材料: 小王到局里上班,先读来文。
    试题:
      - 编号: c-1
        题型: 匹配
        题干: 配起来。
        配对: {床头: 睡前翻的, 包里: "路上, 看的"}
        干扰项: [查的, ⼯作时]
        解析: 见讲义。
"""
    faults = pool(tmp_path, a=case).faults()
    assert places(faults) == [
        "a:8:9 c punctuation-mixed",
        "a:13:28 c-1 punctuation-mixed",
        "a:14:19 c-1 radical-look-alike",
    ]
    line = 'items: [{id: x, type: 判断, topic: roles, difficulty: easy, stem: "对,吗", key: 对, rationale: 甲}]\n'
    (tmp_path / "a.yaml").write_text(line, encoding="utf-8")
    assert places(Pool([tmp_path]).faults()) == ["a:1:65 x punctuation-mixed"]


def test_places_are_the_same_looked_up_one_by_one_and_all_at_once(tmp_path: Path) -> None:
    text = HEAD.format(bank="a") + "".join(choice(f"d-{number}") for number in range(FEW + 1))
    source = Source("a", text)
    wanted = {found.end() for found in re.finditer("编号: ", text)}
    items = {item.id: item for item in pool(tmp_path, a=choice()).banks()[0].bank.items}  # type: ignore[union-attr]
    (item,) = items.values()
    all_at_once = ItemPlaces(source, wanted, best_parser)
    some = sorted(wanted)[::97]
    one_by_one = ItemPlaces(source, set(some), best_parser)
    for at in some:
        for path in (("stem",), ("options", 2), ("key",), ("nothing",), ()):
            assert one_by_one.place(at, item, path) == all_at_once.place(at, item, path)
        assert one_by_one.place(at, item, ("key",))[0] == source.place(at)[0] + 8


def test_stems_alike_name_the_other_file_line_and_item(tmp_path: Path) -> None:
    stems = ("接到来文以后首先应当登记。", "接到来文以后首先应该登记。")
    shelf = pool(tmp_path, a=truth("a-1", "排在第五的是管家。") + truth("a-2", stems[0]), b=truth("b-1", stems[1]))
    (fault,) = shelf.faults()
    assert places((fault,)) == ["b:4:46 b-1 stem-alike"]
    assert fault.values == {"other": "a-2", "file": str(tmp_path / "a.yaml"), "line": "5"}
    assert "a-2" in Language().fault(fault)
    (mirrored,) = shelf.faults([str(tmp_path / "a.yaml")])
    assert places((mirrored,)) == ["a:5:46 a-2 stem-alike"]
    assert mirrored.values["other"] == "b-1"
    assert shelf.faults([str(tmp_path / "b.yaml")]) == (fault,)
    assert len(shelf.faults([str(tmp_path)])) == 1


@pytest.mark.parametrize("allowing", ["a", "b"])
def test_either_of_two_stems_alike_may_allow_it(tmp_path: Path, allowing: str) -> None:
    banks = {name: choice(f"{name}-1", allow="stem-same" if name == allowing else "") for name in ("a", "b")}
    assert pool(tmp_path, a=banks["a"], b=banks["b"]).faults() == ()
    assert len(pool(tmp_path, a=choice("a-1"), b=choice("b-1")).faults()) == 1


def test_a_copied_file_is_told_of_its_ids_and_not_of_every_stem(tmp_path: Path) -> None:
    faults = pool(tmp_path, a=choice("d-1"), b=choice("D-1")).faults()
    assert [fault.code for fault in faults] == ["duplicate-id"]


def test_a_retired_item_is_left_alone_and_a_draft_is_not(tmp_path: Path) -> None:
    text = choice(option="以上都对")
    assert len(pool(tmp_path, a=text + "    状态: 草稿\n").faults()) == 1
    assert pool(tmp_path, a=text + "    状态: 停用\n" + choice("d-2")).faults() == ()


def test_a_lean_is_told_at_the_banks_own_line(tmp_path: Path) -> None:
    stems = ["甲子", "丙寅", "戊辰", "庚午", "壬申", "乙丑", "丁卯", "己巳", "辛未", "癸酉", "天地", "玄黄"]
    (fault,) = pool(tmp_path, a="".join(truth(f"a-{at}", stem) for at, stem in enumerate(stems))).faults()
    assert places((fault,)) == ["a:1:5  truths-leaning"]
    assert fault.values == {"right": "12", "wrong": "0"}


def test_quality_is_told_by_check_alone_and_spoils_no_bank(tmp_path: Path) -> None:
    shelf = pool(tmp_path, a=choice(option="以上都对"))
    (bank,) = shelf.banks()
    assert (bank.faults, len(shelf.item_banks())) == ((), 1)
    assert len(shelf.faults()) == 1


DRAWN = "试卷: p\n标题: 卷\n大题:\n  - 标题: 一\n    抽题: {题型: 单选题, 题数: 1}\n"


def test_drafts_that_a_paper_passes_by_are_told_at_its_draw(tmp_path: Path) -> None:
    draft = choice("d-2").replace("耳目", "秀才").replace("了解下情", "草拟文稿") + "    状态: 草稿\n"
    items = choice("d-1") + draft
    shelf = pool(tmp_path, a=items)
    (tmp_path / "p.yaml").write_text(DRAWN, encoding="utf-8")
    faults = [fault for fault in Pool([tmp_path]).faults() if fault.file.endswith("p.yaml")]
    assert places(tuple(faults)) == ["p:5:9  drafts-left-out"]
    assert faults[0].values == {"section": "一", "count": "1", "items": "d-2"}
    assert not Pool([tmp_path]).paper("p").has_errors
    assert len(shelf.banks()) == 1
    for spoilt in (
        items.replace("免检: []\n    状态: 草稿", "免检: [drafts-left-out]\n    状态: 草稿"),
        items.replace("草稿", "启用"),
        items.replace("草稿", "停用"),
    ):
        pool(tmp_path, a=spoilt)
        assert [fault for fault in Pool([tmp_path]).faults() if fault.file.endswith("p.yaml")] == []
    practice = pool(tmp_path, a=choice("d-1"), b="")
    (tmp_path / "b.yaml").write_text("用途: 练习\n" + HEAD.format(bank="b") + draft, encoding="utf-8")
    assert [fault.code for fault in practice.faults()] == ["stem-alike"]


def test_every_code_of_quality_is_documented_as_a_warning() -> None:
    text = (Path(__file__).parents[3] / "docs" / "codes.md").read_text(encoding="utf-8")
    assert set(QUALITY) <= set(re.findall(r"^\| `([a-z-]+)` \| warning \|", text, re.MULTILINE))
