"""The class report: its golden files, and what it says of classes of every size."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.papers.paper import Threshold
from quizapp.language import Language, Tongue
from quizapp.reports.class_report.wording import period
from quizapp.services.decisions.correction import CorrectionWish, correct
from quizapp.services.decisions.correction_list import correction_target
from quizapp.services.decisions.regrading import regrade
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from tests.instruments.strict_html import Page
from tests.samples.classes.class_of_all_types import HEADS, PAPER, people
from tests.samples.classes.corrected_class import DECIDER, key_more
from tests.samples.classes.recorded_decisions import noted, voided
from tests.samples.classes.reported_class import CHINA, EXAM, report, sat, text_of, waiting, weighed
from tests.samples.workplace import NINE, Shelf, StoppedClock

GOLDEN = Path(__file__).parent / "golden"
WISHES: dict[str, dict[str, object]] = {
    "whole": {},
    "bands": {"bands": True},
    "public": {"is_public": True},
    "all": {"paper": ""},
}
KEPT = (
    "whole.zh.html",
    "whole.zh.docx",
    "whole.zh.txt",
    "whole.en.docx",
    "whole.en.txt",
    "bands.zh.docx",
    "public.zh.docx",
    "all.zh.docx",
)
"""What is kept: one page as it is, of documents only what they say."""
DATA = re.compile("学员|结业考试|市委办公室|县委办公室|区政府办公室|开发区管委会|优秀|良好|合格|四博|五种角色|岗位职责")
HAN = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


@pytest.fixture(scope="module")
def twelve(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """Twelve people of sixteen sat."""
    return sat(tmp_path_factory.mktemp("class"), 12)


def page(place: Workplace, tongue: Tongue = "zh", /, **wished: object) -> Page:
    return Page(report(place, "html", tongue, **wished).decode())


def chat(place: Workplace, tongue: Tongue = "zh", /, **wished: object) -> list[str]:
    return report(place, "txt", tongue, **wished).decode().splitlines()


@pytest.mark.parametrize("kept", KEPT)
def test_a_report_is_its_golden_file(kept: str, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    name, tongue, form = kept.split(".")
    place = weighed(tmp_path) if name == "all" else sat(tmp_path, 12)
    data = report(place, form, "en" if tongue == "en" else "zh", **WISHES[name])
    said = text_of(data) if form == "docx" else data.decode()
    golden = GOLDEN / (f"report.{name}.{tongue}.docx.txt" if form == "docx" else f"report.{kept}")
    if pytestconfig.getoption("--update-golden"):
        golden.write_text(said, encoding="utf-8", newline="\n")
    assert said == golden.read_text("utf-8"), "if it is meant to read so: pytest --update-golden"


@pytest.mark.parametrize("form", ["html", "docx", "txt"])
def test_the_same_class_is_written_the_same_twice(twelve: Workplace, form: str) -> None:
    first, second = (report(twelve, form) for _ in range(2))
    assert first == second if form != "docx" else text_of(first) == text_of(second)


@pytest.mark.parametrize("wish", WISHES)
def test_the_page_needs_nothing_but_itself(tmp_path: Path, wish: str) -> None:
    source = report(weighed(tmp_path), "html", **WISHES[wish]).decode()
    found = Page(source)
    assert found.faults == []
    assert found.tags[:3] == ["html", "head", "meta"]
    assert not {"script", "link", "img", "iframe", "a", "object", "embed", "base"} & set(found.tags)
    assert not [name for name, _ in found.attributes if name in ("src", "href", "srcset") or name.startswith("on")]
    assert "://" not in source.replace("http://www.w3.org/2000/svg", "")
    assert "@import" not in source
    assert "url(" not in source
    assert "@page { size: A4;" in source


def test_the_drawing_has_a_bar_for_every_tenth_that_somebody_reached_and_tells_it_in_words(twelve: Workplace) -> None:
    found = page(twelve)
    (label,) = [value for name, value in found.attributes if name == "aria-label"]
    counts = [int(one) for one in re.findall(r"分 (\d+) 人", label)]
    assert sum(counts) == 12
    assert found.tags.count("rect") == len(counts)
    solid = [value for name, value in found.attributes if (name, value) == ("fill", "#444")]
    assert len(solid) == sum(int(low) >= 60 for low in re.findall(r"(\d+) 到", label))


@pytest.mark.parametrize("wish", ["whole", "bands", "public"])
def test_english_reports_have_no_chinese_but_data(twelve: Workplace, wish: str) -> None:
    place = replace(twelve, class_title="Class", organiser="School")
    texts = [page(place, "en", **WISHES[wish]).text, text_of(report(place, "docx", "en", **WISHES[wish]))]
    texts += chat(place, "en", **WISHES[wish])
    for text in texts:
        assert HAN.findall(DATA.sub("", text)) == []


def test_shares_are_told_with_wilsons_interval_and_what_it_means(twelve: Workplace) -> None:
    # 3 of 12: 25 %; (0.25 + 0.1601 ± 1.96 √(0.25·0.75/12 + 0.0800/12)) / 1.3201 is 0.0889 to 0.5323.
    text = page(twelve).text
    assert "12 人中 3 人及格，及格率 25%（把握区间 9% 至 53%）。" in text
    assert "同样水平的学员换一批人来考" in text


def test_below_thirty_no_verdict_is_given_and_in_a_larger_class_there_is(tmp_path: Path) -> None:
    few, enough = page(sat(tmp_path, 29)).text, page(sat(tmp_path, 36)).text
    assert "只有 29 人的答卷，样本不足，暂不下结论" in few
    assert "不到 30 人，样本不足：只说疑似错答案、全对和全错的题，其余暂不下结论。" in few
    assert "只有 29 份答卷，样本不足，暂不下结论" in few
    assert "区分度低" not in few
    assert "最需要补的是" not in few
    assert "样本不足" not in enough
    assert "最需要补的是" in enough
    assert "区分度低" in enough


def test_a_wrong_key_stands_among_the_questions_to_look_at(tmp_path: Path) -> None:
    said = [line for line in page(sat(tmp_path)).texts if line.startswith("第 3 题")]
    assert len(said) == 1
    assert "疑似错答案" in said[0]


def test_units_are_compared_with_their_numbers_and_a_handful_is_not(tmp_path: Path) -> None:
    found = page(sat(tmp_path))
    assert "有 1 个单位评完分的不到 5 人，不比平均分。" in found.text
    start = len(found.cells) - found.cells[::-1].index("开发区管委会") - 1
    assert found.cells[start : start + 6] == ["开发区管委会", "2", "2", "", "1", ""]


def test_several_papers_stand_side_by_side_with_the_weighed_total(tmp_path: Path) -> None:
    """202607: 0.6 × 75 + 0.3 × 54/96 × 100 + 0.1 × 97 = 71.575; the last of those who sat has no 考勤."""
    found = page(weighed(tmp_path), paper="")
    assert found.tags.count("article") == 3
    assert "结业考试 60%，期中测验 30%，考勤 10%" in found.text
    first = found.cells.index("202607")
    assert found.cells[first - 1 : first + 6] == ["1", "202607", "学员07", "75", "56.25", "97", "71.58"]
    last = found.cells.index("202608")
    assert found.cells[last - 1 : last + 6] == ["", "202608", "学员08", "82", "60.42", "缺项", ""]


def test_a_weight_that_is_no_whole_per_cent_is_told_as_the_workbook_tells_it(tmp_path: Path) -> None:
    place = weighed(tmp_path)
    thirds = dict(zip(place.weights, (Fraction(2, 3), Fraction(1, 6), Fraction(1, 6)), strict=True))
    found = page(replace(place, weights=thirds), paper="")
    assert "结业考试 66.67%，期中测验 16.67%，考勤 16.67%" in found.text


def test_weights_are_needed_for_a_total(tmp_path: Path) -> None:
    found = page(replace(weighed(tmp_path), weights={}), paper="")
    assert "还没有设权重，不算总评。" in found.text
    assert "总评" not in found.texts


@pytest.mark.parametrize("form", ["html", "docx", "txt"])
@pytest.mark.parametrize(("count", "expected"), [(0, 0), (0, 5), (1, 1), (2, 2), (4, 6)])
@pytest.mark.parametrize("wish", ["whole", "bands", "public"])
def test_a_class_of_hardly_anybody_has_a_report(
    tmp_path: Path, form: str, count: int, expected: int, wish: str
) -> None:
    data = report(sat(tmp_path, count, expected), form, **WISHES[wish])
    text = text_of(data) if form == "docx" else data.decode()
    assert f"实考 {count} 人" in text
    assert "nan" not in text
    assert "None" not in text
    # Of a handful a share would be of one person.
    body = text.partition("<body>")[2] if form == "html" else text
    assert "及格率" not in re.sub("<th[^/]*</th>|\\| 及格率", "", body)


def test_an_empty_class_says_so(tmp_path: Path) -> None:
    text = page(sat(tmp_path, 0, 0)).text
    assert "应考 0 人，实考 0 人。" in text
    assert "还没有名册，也没有答卷。" in text


def test_when_nobody_came_everybody_is_listed_as_absent(tmp_path: Path) -> None:
    found = page(sat(tmp_path, 0, 5))
    assert "应考 3 人，实考 0 人，缺考 3 人，另有缓考 1 人，免考 1 人。" in found.text
    assert found.cells.count("缺考") == 3


def test_one_candidate_is_told_as_one_person(tmp_path: Path) -> None:
    text = page(sat(tmp_path, 1, 1)).text
    assert "评完分的只有 1 人，得 72 分（满分 100 分）。\n这个人及格。" in text
    assert "附录" not in text


def test_while_it_is_open_the_report_is_of_preliminary_scores_and_says_what_may_change(tmp_path: Path) -> None:
    place = sat(tmp_path, 6, exam=replace(EXAM, delivery=replace(EXAM.delivery, closes=None)))
    text = page(place).text
    assert "机判初步成绩" in text
    assert "考试没有截止时间，还可能有人参加。" in text
    assert "考试时间：2026年12月1日 09:00 起" in text


def test_the_chat_text_has_four_lines_and_names_nobody(twelve: Workplace) -> None:
    for tongue in ("zh", "en"):
        lines = chat(twelve, "en" if tongue == "en" else "zh")
        assert len(lines) == 4
        assert "学员" not in "".join(lines)
    assert len(chat(twelve, is_public=True)) == 4


def test_of_a_handful_the_chat_text_tells_no_marks_and_not_who_passed(tmp_path: Path) -> None:
    lines = chat(sat(tmp_path, 4, 4))
    assert lines[2:] == ["评完分的 4 人，人数太少，不发平均分和比率。", "已全部评完。"]


def test_misconduct_is_told_to_the_committee_alone(tmp_path: Path) -> None:
    place = sat(tmp_path, 8, 12)
    noted(place, "202612", "misconduct", paper=EXAM.id)
    assert "违纪 1 人" in page(place).text
    assert "违纪" not in page(place, is_public=True).text
    assert "违纪" not in "".join(chat(place, is_public=True))


def test_a_paper_over_two_days_names_both() -> None:
    days = NINE, NINE + timedelta(days=1, hours=2)
    assert period(*days, Language("zh", CHINA)) == "2026年12月1日 09:00 至 2026年12月2日 11:00"
    assert period(*days, Language("en", CHINA)) == "from 1 Dec 2026 09:00 to 2 Dec 2026 11:00"


@pytest.mark.parametrize(
    ("order", "first"),
    [(None, "202607"), ("roster", "202601"), ("unit", "202602"), ("group", "202601")],
)
def test_totals_stand_in_the_order_that_was_asked_for(tmp_path: Path, order: str | None, first: str) -> None:
    cells = page(weighed(tmp_path), paper="", order=order).cells
    # After the two papers of six cells: rank, number.
    assert cells[13] == first


def test_from_a_hundred_people_on_a_share_stands_without_an_interval(tmp_path: Path) -> None:
    text = page(sat(tmp_path, 100, 100)).text
    assert "及格率" in text
    assert "把握区间" not in text


def test_what_waits_to_be_marked_is_told_and_the_scores_are_preliminary(tmp_path: Path) -> None:
    place = waiting(tmp_path, 3)
    found = page(place)
    assert "还有 3 份待阅卷，以上数字还会变。" in found.text
    assert "机判初步成绩" in found.text
    assert found.cells.count("待阅卷") == 3
    assert chat(place)[-1] == "还有 3 份待阅卷，以上数字还会变。"


def test_nobody_excellent_and_everybody_passed_are_said_as_such(tmp_path: Path) -> None:
    place = sat(tmp_path, 5, 5, exam=replace(EXAM, pass_mark=Threshold(value=Fraction(0), is_share=True)))
    text = page(place).text
    # Wilson of 5 of 5: 1 / (1 + 1.96² / 5) = 0.5655.
    assert "5 人全部及格，及格率 100%（把握区间不低于 57%）。" in text
    assert "5 人中没有人优秀，优秀率 0%（把握区间不高于 43%）。" in text


OPEN_ENDED = replace(PAPER, id="open", title="随堂测验")
"""A paper without a window."""


def of_open_ended(folder: Path, *lines: str) -> Workplace:
    """Return a class that sat a paper without a window: on a machine at nine, and these, keyed in the day after."""
    place = sat(folder, 0, 12)
    place = replace(place, library=replace(shelf_of(place), shelf_papers=(EXAM, OPEN_ENDED)))
    stands = standing(place.home, place.clock, OPEN_ENDED, Candidate(id="202601", name="学员01"))
    sitting = start(place.home, place.library, place.clock, place.chance, stands)
    sitting.hand_in()
    sitting.close()
    if lines:
        assert isinstance(place.clock, StoppedClock)
        place.clock.go_on(timedelta(days=1))
        key_more(place, folder, lines, OPEN_ENDED, HEADS.replace(",姓名", ""))
    return place


def shelf_of(place: Workplace) -> Shelf:
    assert isinstance(place.library, Shelf)
    return place.library


def test_when_answers_given_on_paper_were_keyed_in_is_not_when_they_were_given(tmp_path: Path) -> None:
    given = people(2)
    place = of_open_ended(tmp_path, *(f"20260{number}," + given[number - 2].split(",", 2)[2] for number in (2, 3)))
    text = page(place, paper="open").text
    assert "考试时间：2026年12月1日 12:00\n" in text
    assert "纸笔答卷补录：2026年12月2日 12:00" in text
    assert "补录" not in chat(place, paper="open")[0]
    alone = sat(tmp_path, 12, exam=replace(EXAM, delivery=PAPER.delivery))
    text = page(alone).text
    assert "考试时间：" not in text
    assert "考试时间没有记录；纸笔答卷补录：2026年12月1日 09:00" in text


def test_what_is_void_was_not_sat(tmp_path: Path) -> None:
    place = of_open_ended(tmp_path)
    assert "考试时间：2026年12月1日 12:00" in page(place, paper="open").text
    voided(place, "202601", paper="open")
    assert "考试时间：" not in page(place, paper="open").text


def test_misconduct_is_told_also_when_the_attempt_is_void_or_stands(tmp_path: Path) -> None:
    place = sat(tmp_path, 8, 12)
    for id in ("202601", "202602"):
        noted(place, id, "misconduct", "带手机", paper=EXAM.id)
    assert "已有答卷的人中，记为违纪 2 人，成绩没有作废。" in page(place).text
    voided(place, "202601", paper=EXAM.id)
    text = page(place).text
    assert "已有答卷的人中，记为违纪 2 人，其中成绩作废 1 人。" in text
    assert "成绩作废（违纪）" in text
    assert "违纪" not in page(place, is_public=True).text


def test_corrections_are_told_with_who_checked_why_and_for_how_many_the_score_changed(tmp_path: Path) -> None:
    place = sat(tmp_path, 12)
    assert "更正答案" not in page(place).text
    correct(place, correction_target(place.home, EXAM.id, "1"), CorrectionWish(how="full"), DECIDER)
    waits = page(place).text
    assert "第 1 题" in waits
    assert "所有人一律给满分。经办 班委甲，复核 班委乙；理由：答案有误。" in waits
    assert "还没有重新判分" in waits
    done = regrade(place, EXAM.id, replace(DECIDER, why="统一改分"), from_bank=False)
    assert done.changes
    text = page(place).text
    assert f"重新判分，{len(done.changes)} 人的得分有变。经办 班委甲，复核 班委乙；理由：统一改分。" in text
    assert "还没有重新判分" not in text
    for wished in ({"is_public": True}, {"bands": True}):
        assert "更正" not in page(place, **wished).text
    assert "所有人一律给满分" in text_of(report(place, "docx"))
