"""The 收卷清单: everybody with what was collected of them, nothing in it live, room to sign."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime, timedelta, timezone
from html.parser import HTMLParser

import pytest

from quizapp.domain.errors import CalledWrongly
from quizapp.language import Language
from quizapp.reports.collected_list import usual_name, write_list
from quizapp.services.carrying.collecting_desk import DeskCounts, DeskPaper, DeskPerson, DeskView

ZH, EN = (Language(tongue, timezone(timedelta(hours=8))) for tongue in ("zh", "en"))
NINE = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
HOSTILE = "<script>alert(1)</script>&\"'"
PEOPLE = (
    DeskPerson(
        candidate="01",
        name="张三",
        unit="市发改委",
        stand="handed_in",
        attempt="a1",
        attempts=2,
        received_at=NINE,
        receipt="572X6-FNAA4",
        machine="七号机",
        is_carried=True,
        rehearsed="passed",
        doubts=("beyond",),
    ),
    DeskPerson(candidate="02", name="李四", unit="县委办", rehearsed="failed"),
    DeskPerson(candidate="03", name="王五", stand="deferred", is_expected=False),
    DeskPerson(
        candidate="99", name=HOSTILE, stand="handed_in", attempt="a9", attempts=1, received_at=NINE, is_expected=False
    ),
)
VIEW = DeskView(at=NINE, paper=DeskPaper("p", "结业考试"), counts=DeskCounts(people=PEOPLE))


class Cells(HTMLParser):
    """Collects the texts of table rows, and every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 the parser's own signature
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and self.lasttag in ("td", "th") and data.strip():
            self.rows[-1][-1] += data


def html(language: Language = ZH, view: DeskView = VIEW) -> str:
    return write_list(view, language, ".html", "第 12 期").decode()


def rows(page: str) -> list[list[str]]:
    parser = Cells()
    parser.feed(page)
    return parser.rows


def test_each_person_has_a_row_with_all_that_whoever_signs_must_know() -> None:
    head, first, second, *_ = rows(html())
    assert head == ["序号", "学号", "姓名", "单位", "状态", "收到时间", "回执号", "机器", "试机", "备注"]
    assert first == [
        *("1", "01", "张三", "市发改委", "已收", "12-01 09:00:00", "572X6-FNAA4", "七号机", "通过"),
        "超过次数、共 2 份答卷",
    ]
    assert second == ["2", "02", "李四", "县委办", "缺卷", "", "", "", "没通过", ""]


def test_the_totals_and_the_missing_stand_below_with_lines_to_sign() -> None:
    page = html()
    assert "应到 2 人，已收 1 人，作答中 0 人，缺卷 1 人；不用考 1 人，名册外 1 人；" in page
    assert "缺卷：02 李四" in page
    assert re.findall(r"<span>(.+?)<i>", page) == ["监考", "收卷", "复核", "日期"]
    assert "第 12 期" in page


def test_nothing_that_somebody_is_called_is_live() -> None:
    view = DeskView(at=NINE, paper=DeskPaper("p", HOSTILE), counts=VIEW.counts)
    page = write_list(view, ZH, ".html", HOSTILE).decode()
    parser = Cells()
    parser.feed(page)
    assert "script" not in parser.tags
    assert parser.rows[4][2] == HOSTILE
    assert "<script" not in page
    assert "default-src 'none'" in page


def test_the_table_has_the_same_rows_and_nothing_a_spreadsheet_would_run() -> None:
    people = (*PEOPLE, DeskPerson(candidate="05", name="=1+1"))
    view = DeskView(at=NINE, paper=VIEW.paper, counts=DeskCounts(people=people))
    table = list(csv.reader(io.StringIO(write_list(view, ZH, ".csv").decode("utf-8-sig"))))
    assert table[0] == ["学号", "姓名", "单位", "状态", "收到时间", "回执号", "机器", "试机", "备注"]
    assert table[1][4] == "2026-12-01 09:00:00"
    assert [row[:4] for row in table[2:4]] == [["02", "李四", "县委办", "缺卷"], ["03", "王五", "", "缓考"]]
    assert table[5][1] == "'=1+1"


def test_in_english_nothing_is_chinese_but_names() -> None:
    plain = DeskView(
        at=NINE, paper=DeskPaper("p", "Final"), counts=DeskCounts(people=(DeskPerson(candidate="1", name="Li"),))
    )
    body = html(EN, plain).split("</style>")[1].replace("第 12 期", "")
    assert not re.search(r"[\u4e00-\u9fff]", body)


def test_another_ending_is_refused_with_the_choices() -> None:
    with pytest.raises(CalledWrongly) as refused:
        write_list(VIEW, ZH, ".exe")
    assert refused.value.code == "unknown-report"
    assert refused.value.values["choices"] == "html csv"


def test_a_titles_signs_that_a_system_refuses_are_not_in_the_files_name() -> None:
    assert usual_name("a/b:c?", ZH, NINE, ".html") == "收卷清单_a_b_c__20261201.html"
