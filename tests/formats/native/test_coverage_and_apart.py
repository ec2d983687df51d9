"""Coverage lines of papers and apart groups of items, as authors write them."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.papers.paper import MarkRange
from quizapp.formats.native.write.papers import write_paper
from quizapp.services.papers.forms import paper_digest
from tests.samples.bank_files import ITEMS, codes, shelf

PAPER = "paper: p\ntitle: 卷\ncoverage: {}\nsections:\n  - {{title: 一, draw: {{type: 单选, count: 1}}}}\n"


@pytest.mark.parametrize(
    ("text", "least", "most", "is_share"),
    [
        ("35-45%", "7/20", "9/20", True),
        ("15% - 20%", "3/20", "1/5", True),
        ("３５％～４５％", "7/20", "9/20", True),
        ("至少 2", "2", None, False),
        ("At least 2.5 marks", "5/2", None, False),
        ("至多20分", None, "20", False),
        ("at most 40%", None, "2/5", True),
        ("4 至 6 分", "4", "6", False),
        ("5", "5", "5", False),
        ("20%", "1/5", "1/5", True),
    ],
)
def test_a_range_of_marks_is_read_as_it_is_written(
    tmp_path: Path, text: str, least: str | None, most: str | None, is_share: bool
) -> None:
    paper = shelf(tmp_path, p=PAPER.format(f'{{三个需要: "{text}"}}')).paper("p").paper
    wanted = MarkRange(
        least=None if least is None else Fraction(least),
        most=None if most is None else Fraction(most),
        is_share=is_share,
    )
    assert paper is not None
    assert paper.coverage == (("needs", wanted),)
    # and what is written of it is read back
    for tongue in ("zh", "en"):
        again = tmp_path / tongue
        again.mkdir()
        kept = shelf(again, p=write_paper(paper, tongue).decode()).paper("p").paper
        assert kept is not None
        assert kept.coverage == paper.coverage


@pytest.mark.parametrize("text", ["6-4", "20分-50%", "5%-20", "101%", "some", "-3", "至少 2-3"])
def test_what_is_no_range_of_marks_is_a_fault_at_its_place(tmp_path: Path, text: str) -> None:
    assert codes(shelf(tmp_path, p=PAPER.format(f'{{needs: "{text}"}}'))) == ["p:3 not-a-coverage"]


def test_coverage_names_topics_of_the_course_each_once(tmp_path: Path) -> None:
    assert codes(shelf(tmp_path, p=PAPER.format("{rolse: 1}"))) == ["p:3 unknown-topic-asked"]
    assert codes(shelf(tmp_path, p=PAPER.format("{needs: 0-1, 三个需要: 1}"))) == ["p:3 coverage-twice"]


def test_coverage_is_of_a_paper_s_version_and_papers_without_it_keep_theirs(tmp_path: Path) -> None:
    covered = shelf(tmp_path, p=PAPER.format("{needs: 0-1}")).paper("p").paper
    plain = shelf(tmp_path, p=PAPER.format("").replace("coverage: \n", "")).paper("p").paper
    assert covered is not None
    assert plain is not None
    assert paper_digest(covered) != paper_digest(plain)
    assert paper_digest(plain) == "e3c1e9ef0f7c4ed33760f6d2b420b5ca9d0c91e541a01032e24b5afa1dbfd69e"


def with_apart(first: str, second: str = "") -> str:
    """Return the bank, its first two items apart from these."""
    text = ITEMS.replace("    题型: 单选题\n", f"    题型: 单选题\n    互斥: {first}\n", 1)
    more = f"    type: multiple_choice\n    apart: {second}\n"
    return text.replace("    type: multiple_choice\n", more, 1) if second else text


def test_an_item_is_apart_from_ids_and_from_groups(tmp_path: Path) -> None:
    bank = shelf(tmp_path, bank=with_apart("[d-2, 甲组]", "甲组")).bank("demo").bank
    assert bank is not None
    assert [item.apart for item in bank.items[:2]] == [("d-2", "甲组"), ("甲组",)]


def test_a_name_that_keeps_nothing_apart_is_a_warning(tmp_path: Path) -> None:
    assert codes(shelf(tmp_path, bank=with_apart("[d-1]"))) == ["bank:6 apart-alone"]
    assert codes(shelf(tmp_path, bank=with_apart("[甲组, d-2]"))) == ["bank:6 apart-alone"]
    assert codes(shelf(tmp_path, bank=with_apart("[甲组, D-2]", "甲组"))) == []
    assert codes(shelf(tmp_path, bank=with_apart("[甲组]\n    免检: [apart-alone]"))) == []
