"""Banks into items."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse
from quizapp.reading.yaml.events import MakeParser, PureParser, libyaml_parser
from tests.formats.native.bank_bytes import read
from tests.samples.bank_files import ITEMS, codes, faults_of_format, shelf

PARSERS = pytest.mark.parametrize("make_parser", [libyaml_parser, PureParser], ids=["libyaml", "pure"])


@PARSERS
def test_items_of_every_type_are_read_in_both_languages(tmp_path: Path, make_parser: MakeParser) -> None:
    (bank,) = shelf(tmp_path, make_parser).item_banks()
    assert (bank.id, bank.title, bank.course, bank.use) == ("demo", "演示题库", "course", "any")
    single, multiple, true_false, blanks = bank.items
    assert single == SingleChoice(
        id="d-1",
        stem="第三是（  ）。",
        topic="roles",
        difficulty="easy",
        rationale="见讲义。",
        options=("甲", "乙", "丙"),
        key="C",
    )
    assert multiple == MultipleChoice(
        id="d-2",
        stem="哪些是对的？",
        topic="needs.situation",
        difficulty="hard",
        rationale="见讲义。",
        feedback=(("B", "乙不对。"),),
        marks=Fraction(2),
        marking="partial",
        tags=("角色", "重点"),
        source="讲义",
        keep_order=True,
        options=("甲", "乙", "丙"),
        key=("A", "C"),
    )
    assert isinstance(true_false, TrueFalse)
    assert (true_false.key, true_false.status) == (True, "retired")
    assert isinstance(blanks, FillBlank)
    assert (blanks.key, blanks.any_order) == ((("快", "及时"), ("准",)), True)


@pytest.mark.parametrize("text", ["007", "yes", "1:30", "2024-01-02", "5+2", "1_000", "~", "null"])
def test_an_option_and_a_key_are_the_very_characters_written(text: str) -> None:
    bank = read(
        f"题库: a\n试题:\n  - 编号: a-1\n    题型: 单选题\n    题干: {text}\n    选项: [{text}, 乙]\n    答案: A\n"
        f"  - 编号: {'a-2'}\n    题型: 填空题\n    题干: ___\n    答案: {text}\n".encode(),
        "a.yaml",
    ).bank
    assert bank is not None
    single, blank = bank.items
    assert isinstance(single, SingleChoice)
    assert isinstance(blank, FillBlank)
    assert (single.stem, single.options, blank.key) == (text, (text, "乙"), ((text,),))


def test_a_bank_in_gb18030_is_read_with_a_warning(tmp_path: Path) -> None:
    pool = shelf(tmp_path)
    (tmp_path / "bank.yaml").write_bytes(ITEMS.encode("gb18030"))
    assert codes(pool) == ["bank:1 encoding-gb18030"]
    assert len(pool.item_banks()[0].items) == 4


def test_ids_are_given_beyond_the_highest_where_an_author_gave_none(tmp_path: Path) -> None:
    item = "    题型: 判断\n    知识点: roles\n    难度: 易\n    题干: 对吗\n    答案: 对\n    解析: 对。\n"
    text = f"题库: n\n试题:\n  - 标签: [x]\n{item}  - 编号: N-007\n{item}  - 标签: [y]\n{item}"
    pool = shelf(tmp_path, n=text)
    assert codes(pool) == ["n:3 missing-id", "n:17 missing-id"]
    assert [item.id for item in pool.item_banks()[1].items] == ["n-008", "N-007", "n-009"]


def test_a_bank_without_an_id_or_title_has_its_files_name(tmp_path: Path) -> None:
    pool = shelf(tmp_path, **{"四个 博": ITEMS.replace("题库: demo\n标题: 演示题库\n", "").replace("d-", "e-")})
    bank = pool.bank("四个-博").bank
    assert bank is not None
    assert bank.title == "四个-博"


@PARSERS
def test_an_allowed_warning_is_silent_for_that_item_only(tmp_path: Path, make_parser: MakeParser) -> None:
    bare = "    题型: 判断\n    知识点: roles\n    题干: 对吗\n    答案: 对\n    解析: 对。\n"
    text = f"题库: n\n试题:\n  - 编号: n-1\n    免检: missing-difficulty\n{bare}  - 编号: n-2\n{bare}"
    assert codes(shelf(tmp_path, make_parser, n=text)) == ["n:10 missing-difficulty"]


def test_one_right_option_is_a_warning_but_for_its_own_type(tmp_path: Path) -> None:
    rest = "    知识点: roles\n    难度: 易\n    题干: 甲\n    选项: [甲, 乙]\n    答案: A\n    解析: 对。\n"
    text = f"题库: n\n试题:\n  - 编号: n-1\n    题型: 多选题\n{rest}  - 编号: n-2\n    题型: 不定项选择题\n{rest}"
    assert codes(shelf(tmp_path, n=text)) == ["n:9 key-only-one-right"]


def test_per_option_needs_its_marks(tmp_path: Path) -> None:
    text = ITEMS.replace("d-", "e-").replace("题库: demo", "题库: e").replace("少选按比例得分", "每选对一个得分")
    assert codes(shelf(tmp_path, e=text)) == ["e:22 option-marks-missing"]
    assert codes(shelf(tmp_path, e=text.replace("每选对一个得分", "每选对一个得分\n    每项分值: 0.5"))) == []


def test_a_field_of_blanks_is_missing_and_a_title_stands_on_one_line(tmp_path: Path) -> None:
    text = ITEMS.replace("d-", "e-").replace("题库: demo", "题库: e").replace("演示题库", '"演\\n示"')
    pool = shelf(tmp_path, e=text.replace("题干: 对吗？", '题干: "  "'))
    assert codes(pool) == ["e:26 missing-field"]
    bank = pool.bank("e").bank
    assert bank is not None
    assert bank.title == "演 示"


def test_feedback_is_of_options(tmp_path: Path) -> None:
    text = ITEMS.replace("d-", "e-").replace("题库: demo", "题库: e").replace("{B: 乙", "{D: 乙")
    assert codes(shelf(tmp_path, e=text)) == ["e:20 feedback-letter"]


def test_a_topic_that_is_in_no_course_is_told_with_the_nearest(tmp_path: Path) -> None:
    text = ITEMS.replace("d-", "e-").replace("题库: demo", "题库: e").replace("needs.situation", "needs.situatoin")
    pool = shelf(tmp_path, e=text)
    (fault,) = faults_of_format(pool)
    assert (fault.line, fault.column, fault.item, fault.code) == (14, 12, "e-2", "unknown-topic")
    assert fault.values["nearest"] == "needs.situation"


def test_a_course_is_looked_for_beside_then_above_then_in_the_pool(tmp_path: Path) -> None:
    other = "course: other\ntopics: {roles: 别的, needs: 别的}\n"
    deep = {"deep/er/bank": ITEMS.replace("d-", "e-").replace("题库: demo", "题库: e")}
    assert codes(shelf(tmp_path, **deep)) == []
    assert codes(shelf(tmp_path, **deep, **{"deep/course": other})) == [
        "bank:6 unknown-topic",
        "bank:14 unknown-topic",
    ]
    named = ITEMS.replace("d-", "f-").replace("题库: demo", "题库: f\n课程: 演示课程")
    assert codes(shelf(tmp_path / "f", bank=named)) == []
    named = named.replace("演示课程", "没有的")
    assert codes(shelf(tmp_path / "f", bank=named)) == ["bank:1 unknown-course"]
