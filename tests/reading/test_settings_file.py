"""What a home's settings.yaml may say, and where it is told that it says something wrong."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.domain.errors import Faulty
from quizapp.domain.roles import AREAS
from quizapp.language import Language
from quizapp.reading.settings_file import CLASS_FIELDS, FIELDS, GLYPHS, ROLES, OwnSettings, read_settings

CHINESE = """\
班次:
  编号: 2026-5
  标题: 第五期办公室主任培训班
  主办单位: 市委办公室
  开始: 2026年9月1日
  结束: 2026-09-28
角色: 班委
工作人员: 王五
双人复核: 是
权重: {final: 60%, mid-term: 0.3, 考勤: 1/10}
备份位置: ../second
显示字符: 基本
收卷位置: [../in, /media/usb]
"""
ENGLISH = """\
class:
  id: 2026-5
  title: 第五期办公室主任培训班
  organiser: 市委办公室
  from: 2026-9-1
  to: 2026-09-28
role: committee
staff: 王五
two_persons: true
weights:
  final: 60%
  mid-term: 30%
  考勤: 10%
second_place: ../second
glyphs: ascii
watch:
  - ../in
  - /media/usb
"""
ALL = OwnSettings(
    class_id="2026-5",
    class_title="第五期办公室主任培训班",
    organiser="市委办公室",
    class_from=date(2026, 9, 1),
    class_to=date(2026, 9, 28),
    role="committee",
    staff="王五",
    two_persons=True,
    weights={"final": Fraction(3, 5), "mid-term": Fraction(3, 10), "考勤": Fraction(1, 10)},
    second_place="../second",
    glyphs="ascii",
    watch=("../in", "/media/usb"),
)


def read(folder: Path, text: str) -> OwnSettings:
    (folder / "settings.yaml").write_text(text, encoding="utf-8")
    return read_settings(folder / "settings.yaml")


@pytest.mark.parametrize("text", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_everything_can_be_said_in_both_languages(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, text)
    assert found._replace(weights=dict(found.weights)) == ALL
    assert list(found.weights) == ["final", "mid-term", "考勤"]
    written = {line.partition(":")[0].strip(" -") for line in text.splitlines()}
    assert {FIELDS.get(name) or CLASS_FIELDS.get(name) for name in written} >= {
        *FIELDS.values(),
        *CLASS_FIELDS.values(),
    }


@pytest.mark.parametrize("text", ["", "\n", "# 班次: 一班\n\n  # 角色: 学员\n"])
def test_a_file_with_nothing_but_comments_says_nothing(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == OwnSettings()


def test_a_field_without_a_value_says_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "角色:\n班次: {编号: 甲班, 开始: }\n") == OwnSettings(class_id="甲班")


def test_one_folder_to_watch_needs_no_list(tmp_path: Path) -> None:
    assert read(tmp_path, "watch: ../in\n").watch == ("../in",)


def test_roles_are_those_that_the_table_has() -> None:
    assert {"", *ROLES.values()} == set(AREAS)
    assert len(ROLES) == 2 * (len(AREAS) - 1)
    assert set(GLYPHS.values()) == {"auto", "ascii"}


BROKEN = {
    "a field nobody knows": ("staff: 王五\nclas: x\n", ["2:1 unknown-field"]),
    "a field of the class nobody knows": ("class:\n  id: a\n  titel: x\n", ["3:3 unknown-field"]),
    "a field twice": ("staff: 甲\nstaff: 乙\n", ["2:1 duplicate-key"]),
    "a field in both languages": ("staff: 甲\n角色: 学员\n工作人员: 乙\n", ["3:1 duplicate-key"]),
    "a class field twice": ("class: {id: a, 编号: b}\n", ["1:16 duplicate-key"]),
    "an id with a blank": ("class:\n  id: 2026 5\n", ["2:7 id-malformed"]),
    "an id that is a device": ("class: nul\n", ["1:8 id-malformed"]),
    "a class that is a list": ("class: [a, b]\n", ["1:8 not-a-map"]),
    "a title that is a map": ("class:\n  id: a\n  title:\n    x: 1\n", ["4:5 not-a-text"]),
    "a slip of the colon": ("class:\n  id：a\n", ["2:5 full-width-colon"]),
    "no such day": ("class:\n  from: 2026-02-30\n", ["2:9 not-a-date"]),
    "a time for a day": ("class:\n  to: 2026-02-20 09:00\n", ["2:7 not-a-date"]),
    "the days the wrong way round": ("class:\n  from: 2026-09-02\n  to: 2026-09-01\n", ["3:7 class-ends-first"]),
    "no such role": ("\nrole: boss\n", ["2:7 unknown-value"]),
    "a role that is a list": ("role: [trainee]\n", ["1:7 indicator-first"]),
    "no such glyphs": ("glyphs: utf8\n", ["1:9 unknown-value"]),
    "staff that is a list": ("staff:\n  - 甲\n", ["2:3 not-a-text"]),
    "a weight that is no share": ("weights:\n  final: 60\n  b: 40%\n", ["2:10 not-a-share"]),
    "a weight below nothing": ("weights: {final: 110%, b: -10%}\n", ["1:18 not-a-share", "1:27 not-a-share"]),
    "a weight of nothing": ("weights:\n  final: 100%\n  b: 0\n", ["3:6 weight-zero"]),
    "weights that make less": ("staff: 甲\nweights:\n  final: 60%\n  b: 39.9%\n", ["2:1 weight-total"]),
    "weights that make more": ("权重: {final: 2/3, b: 2/3}\n", ["1:1 weight-total"]),
    "no weights at all": ("weights: {}\n", ["1:1 weight-total"]),
    "a weight twice": ("weights:\n  final: 50%\n  final: 50%\n", ["3:3 duplicate-key", "1:1 weight-total"]),
    "a weight twice but for blanks": ("weights:\n  a b: 50%\n  a  b: 50%\n", ["3:3 duplicate-key"]),
    "weights that are a list": ("weights: [a, b]\n", ["1:10 not-a-map"]),
    "folders that are a map": ("watch: {a: b}\n", ["1:8 not-a-list"]),
    "a folder that is a map": ("watch:\n  - in\n  - a: b\n", ["3:5 not-a-text"]),
    "broken off": ("class: [1\n", ["1:8 bracket-not-closed"]),
    "several at once": (
        "role: x\nclas: y\nclass: {id: a b}\n",
        ["2:1 unknown-field", "3:13 id-malformed", "1:7 unknown-value"],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_told_where_it_stands(tmp_path: Path, name: str) -> None:
    text, told = BROKEN[name]
    with pytest.raises(Faulty) as caught:
        read(tmp_path, text)
    faults = caught.value.faults
    assert [f"{fault.line}:{fault.column} {fault.code}" for fault in faults] == told
    assert {fault.file for fault in faults} == {str(tmp_path / "settings.yaml")}


def test_the_sum_is_said_exactly(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as caught:
        read(tmp_path, "weights: {a: 33.33%, b: 33.33%, c: 33.33%}\n")
    assert "加起来是 99.99%" in Language().fault(caught.value.faults[0])
    with pytest.raises(Faulty) as caught:
        read(tmp_path, "weights: {a: 1/3, b: 1/3}\n")
    assert "加起来是 2/3，" in Language().fault(caught.value.faults[0])


@given(st.lists(st.integers(1, 999), min_size=1, max_size=6), st.integers(-1, 1))
def test_weights_hold_exactly_when_they_sum_to_the_whole(
    tmp_path_factory: pytest.TempPathFactory, parts: list[int], more: int
) -> None:
    over = sum(parts) + more
    assume(over > 0)
    lines = [f"  p{place}: {part}/{over}" for place, part in enumerate(parts)]
    text = "weights:\n" + "\n".join(lines) + "\n"
    folder = tmp_path_factory.mktemp("weights")
    if more == 0:
        assert sum(read(folder, text).weights.values()) == 1
    else:
        with pytest.raises(Faulty) as caught:
            read(folder, text)
        # A single part over a smaller whole is no share at all.
        assert {fault.code for fault in caught.value.faults} <= {"weight-total", "not-a-share"}
