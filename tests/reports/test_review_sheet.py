"""The review sheet: what stands on it, that nothing in it is markup, and that it is one page of A4."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from datetime import timedelta, timezone
from fractions import Fraction
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import CalledWrongly
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.papers.paper import Paper, Section
from quizapp.language import Language, Tongue
from quizapp.reports.review_sheet import check_name, fitting, half_lines_of, lines_of, shared, usual_name, write_sheet
from quizapp.services.evidence.attempt_replay import replayed
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.ports.workplace import Workplace
from tests.samples.classes.recorded_decisions import overridden, reassigned, voided
from tests.samples.replayed_attempts import (
    LONG_WORDS,
    begin,
    collect,
    crowded_attempt,
    half_way,
    long_attempt,
    name_of,
    pause,
    told_workplace,
)
from tests.samples.workplace import PAPER, Shelf, workplace

CHINA = timezone(timedelta(hours=8))
GOLDEN = Path(__file__).parent / "golden"
HOSTILE = "<script>alert('x')</script>&amp;\"><img src=x onerror=y>{title}%s</style>"


def sheet(place: Workplace, name: AttemptName, tongue: Tongue = "zh") -> str:
    one = replayed(place.home, place.clock, name)
    return write_sheet(one, Language(tongue, CHINA), place.clock.read().at).decode("utf-8")


class Reader(HTMLParser):
    """The texts of a page's elements, by their tag and class."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in ("meta", "col"):
            self._open.append(f"{tag}.{dict(attrs).get('class') or ''}")

    def handle_endtag(self, tag: str) -> None:
        if self._open[-1].startswith(f"{tag}."):
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and data.strip():
            self.texts.append((self._open[-1], data.strip()))

    def of(self, kind: str) -> list[str]:
        """Return the texts of the elements of this tag and, behind a dot, class."""
        return [text for where, text in self.texts if where.startswith(kind)]


def rows(page: str) -> list[list[str]]:
    """Return the cells of the table of questions, by question."""
    cells = re.findall(r'<td class="([a-z]+)[ a-z]*">([^<]*)</td>', page)
    found: list[list[str]] = []
    for kind, text in cells:
        if kind == "n":
            found.append([])
        found[-1].append(unescape(text))
    return sorted(found, key=lambda row: int(row[0]))


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_a_sheet_is_its_golden_file(tongue: Tongue, pytestconfig: pytest.Config) -> None:
    made, kept = sheet(*told_workplace(), tongue), GOLDEN / f"review_sheet.{tongue}.html"
    if pytestconfig.getoption("--update-golden"):
        kept.write_text(made, "utf-8")
    assert made == kept.read_text("utf-8")


def test_the_head_says_whose_it_is_and_what_it_earned() -> None:
    told = Reader(sheet(*told_workplace()))
    assert told.of("h1") == ["样卷　复核单"]
    facts = dict(zip(told.of("dt")[:7], told.of("dd")[:7], strict=True))
    assert facts == {
        "考生": "07　张三　市发改委",
        "卷别": "A　第 1 次",
        "开考": "2026-12-01 09:00:00",
        "交卷": "2026-12-01 09:15:06　考生交卷",
        "用时": "15:06",
        "回执号": facts["回执号"],
        "总分": "8 / 10　及格",
    }
    assert re.fullmatch("[0-9A-Z]{5}-[0-9A-Z]{5}", facts["回执号"])


def test_each_question_has_its_answer_key_marks_time_and_changes() -> None:
    assert rows(sheet(*told_workplace())) == [
        ["1", "C", "C", "2/2", "01:05", "1"],
        ["2", "A", "A", "2/2", "00:45", "2"],
        ["3", "AC", "ACD", "2/2", "00:23", "1"],
        ["4", "对", "错", "0/2", "00:00", ""],
        ["5", "见下", "见下", "2/2", "00:53", ""],
    ]


def test_where_marks_were_lost_the_answer_stands_out() -> None:
    page = sheet(*told_workplace())
    assert re.findall(r'<td class="response lost">([^<]*)<', page) == ["对"]


def test_what_its_column_has_no_room_for_is_written_out_below() -> None:
    assert "第 5 题　作答 耳目；参谋　答案 耳目；参谋" in Reader(sheet(*told_workplace())).of("li")


def test_leaves_orders_and_decisions_are_told_with_who_and_why() -> None:
    told = Reader(sheet(*told_workplace())).of("li")
    assert told[1:] == [
        "12月2日 09:15　第 3 题：成绩更正，1.33 改为 2 分（选项有歧义） | 决定 王班长",
        "12月2日 09:15　重新判分，6 改为 7 分（答案有误） | 决定 王班长",
        "09:13:20　返回作答，此前 12 分钟没有记录",
        "09:14:04　加时 5 分钟（停电） | 决定 王班长",
        "09:15:06　考生交卷",
    ]


def test_there_is_a_line_for_each_signature() -> None:
    page = sheet(*told_workplace())
    signed = re.search(r'<div class="signed">(.*)</div>', page)
    assert signed is not None
    assert re.findall(r"<span>([^<]+)<i></i></span>", signed[1]) == ["考生", "制表", "复核", "日期"]


def test_the_foot_names_the_form_and_the_record_so_that_the_paper_can_be_held_against_them() -> None:
    place, name = told_workplace()
    one = replayed(place.home, place.clock, name)
    (foot,) = Reader(sheet(place, name)).of("p.foot")
    assert one.attempt.started.form[:16] in foot
    assert one.recorded.head[:16] in foot


def test_an_attempt_under_way_proves_no_score_and_tells_no_key() -> None:
    place = workplace()
    page = sheet(place, name_of(half_way(place)))
    told = Reader(page)
    assert told.of("p.warning") == ["尚未交卷，本单不能作为成绩依据。"]
    assert {(row[2], row[3]) for row in rows(page)} == {("", "-/2")}
    assert dict(zip(told.of("dt"), told.of("dd"), strict=True))["交卷"] == "作答中"


def test_an_end_that_was_worked_out_says_so() -> None:
    place = workplace()
    sitting = half_way(place)
    sitting.close()
    name = name_of(sitting)
    collect(place, name)
    pause(place, hours=2)
    told = Reader(sheet(place, name))
    assert told.of("p.warning") == ["没有收到交卷记录，交卷时间按规则推算。"]
    assert told.of("li")[-1].startswith("09:30:00　到时自动交卷，此前")


def test_items_being_sat_are_named_and_their_keys_left_out() -> None:
    place, name = told_workplace()
    begin(place, who=Candidate(id="08", name="李四", unit="市财政局"))
    page = sheet(place, name)
    assert Reader(page).of("p.warning") == ["第 1、2、3、4、5 题有人正在考，答案和得分暂不列出。"]
    assert {row[2] for row in rows(page)} == {""}


def test_a_void_attempt_has_no_total() -> None:
    place, name = told_workplace()
    voided(place, "07")
    page = sheet(place, name)
    assert "成绩作废" in "".join(Reader(page).of("li"))
    assert "8 / 10" not in page


def hostile(answer: str = HOSTILE) -> tuple[Workplace, AttemptName]:
    """Return an attempt whose every text from outside is markup."""
    item = FillBlank(id="f-1", stem=f"{HOSTILE}___", key=((answer,),))
    paper = Paper(
        id="hostile", title=HOSTILE, delivery=PAPER.delivery, sections=(Section(title=HOSTILE, items=("f-1",)),)
    )
    place = workplace(Shelf(shelf_papers=(paper,), shelf_banks=(ItemBank(id="h", title="h", items=(item,)),)))
    sitting = begin(place, paper, Candidate(id="07", name=HOSTILE, unit=HOSTILE))
    sitting.answer(1, (answer,))
    sitting.hand_in()
    sitting.close()
    return place, name_of(sitting)


def test_nothing_in_a_sheet_is_markup_whatever_it_says() -> None:
    told = Reader(sheet(*hostile()))
    assert told.tags == Reader(sheet(*told_workplace())).tags
    assert "".join(told.of("h1")) == f"{HOSTILE}　复核单"
    assert f"07　{HOSTILE}　{HOSTILE}" in told.of("dd")
    assert told.of("li")[0] == f"第 1 题　作答 {HOSTILE}　答案 {HOSTILE}"


def test_an_answer_and_a_key_in_the_table_are_no_markup() -> None:
    page = sheet(*hostile("<b>&<i>"))
    assert Reader(page).tags == Reader(sheet(*told_workplace())).tags
    assert rows(page)[0][1:3] == ["<b>&<i>", "<b>&<i>"]


def test_reasons_and_names_of_who_decided_are_no_markup() -> None:
    place, name = told_workplace()
    overridden(place, "07", 3, Fraction(1), HOSTILE)
    reassigned(place, "07", "08", HOSTILE, HOSTILE)
    told = Reader(sheet(place, name))
    assert told.tags == Reader(sheet(*told_workplace())).tags
    assert sum(HOSTILE in line for line in told.of("li")) == 2


def test_a_sheet_needs_nothing_from_outside_and_runs_nothing() -> None:
    page = sheet(*told_workplace())
    assert "default-src 'none'" in page
    for word in ("<script", "<link", "<img", "url(", "http:", "https:", "@import", "src="):
        assert word not in page


def test_what_there_is_no_room_for_is_counted() -> None:
    told = Reader(sheet(*crowded_attempt(100, 40, leaves=30, decisions=20))).of("li")
    counts = [int(found[1]) for line in told if (found := re.fullmatch("另有 ([0-9]+) 条，见答卷回放。", line))]
    hand_in = 1
    assert len(counts) == 3
    assert sum(counts) + len(told) - len(counts) == 40 + 20 + 30 + hand_in


def test_the_last_decisions_and_the_end_are_kept_and_the_first_answers() -> None:
    told = Reader(sheet(*crowded_attempt(100, 40, leaves=12, decisions=12))).of("li")
    assert any("其12：" in line for line in told)
    assert not any("其1：" in line for line in told)
    assert told[0].startswith("第 1 题")
    assert told[-1].endswith("考生交卷")


@pytest.mark.parametrize("file", ["a.html", "A.HTM", "复核单.Html"])
def test_a_file_that_a_browser_opens_is_taken(file: str) -> None:
    check_name(file)


@pytest.mark.parametrize("file", ["a.docx", "a", "html", "a.html.exe"])
def test_another_file_is_refused(file: str) -> None:
    with pytest.raises(CalledWrongly) as refused:
        check_name(file)
    assert refused.value.code == "replay-not-html"


def test_the_usual_name_is_one_that_every_system_takes() -> None:
    place, name = told_workplace()
    language = Language("zh", CHINA)
    assert usual_name(replayed(place.home, place.clock, name), language) == "复核单_样卷_07_张三.html"
    place, name = hostile()
    odd = usual_name(replayed(place.home, place.clock, name), language)
    assert not set('\\/:*?"<>|') & set(odd)
    assert len(odd.encode()) <= 255


def test_lists_share_what_room_there_is() -> None:
    assert shared(20, (5, 5, 5)) == [5, 5, 5]
    assert shared(12, (20, 5, 5)) == [8, 2, 2]
    assert shared(0, (20, 5, 5)) == [2, 2, 2]
    assert shared(12, (1, 20, 5)) == [1, 9, 2]


def test_where_not_all_fit_a_line_is_kept_to_say_so() -> None:
    assert fitting(["a", "b"], lines_of, 2) == 2
    assert fitting(["a", "b", "c"], lines_of, 2) == 1
    assert fitting([LONG_WORDS * 3, "a"], lines_of, 2) == 0
    assert (lines_of(LONG_WORDS * 9), half_lines_of("a")) == (2, 0.5)


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_browser = pytest.mark.skipif(
    CHROMIUM is None or shutil.which("pdfinfo") is None, reason="no Chromium or no pdfinfo here"
)

ATTEMPTS: dict[str, Callable[[], tuple[Workplace, AttemptName]]] = {
    "five questions": told_workplace,
    "sixty": lambda: long_attempt(60, 120),
    "seventy-eight": lambda: long_attempt(78, 156),
    "a hundred": lambda: long_attempt(100, 200),
    "sixty in long words": lambda: crowded_attempt(60, 60, 12, 12),
    "a hundred and all else": lambda: crowded_attempt(100, 40, 12, 12),
}


@needs_browser
@pytest.mark.parametrize("tongue", ["zh", "en"])
@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_it_prints_on_one_page_of_a4(attempt: str, tongue: Tongue, tmp_path: Path) -> None:
    file, printed = tmp_path / "sheet.html", tmp_path / "sheet.pdf"
    file.write_text(sheet(*ATTEMPTS[attempt](), tongue), "utf-8")
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={tmp_path}/u")
    subprocess.run(
        [str(CHROMIUM), *flags, f"--print-to-pdf={printed}", file.as_uri()], check=True, capture_output=True, timeout=60
    )
    told = subprocess.run(["pdfinfo", str(printed)], check=True, capture_output=True, text=True, timeout=20).stdout
    assert re.search(r"Pages: +1\n", told)
    assert "(A4)" in told
