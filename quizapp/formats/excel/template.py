"""A workbook to fill in with questions: lists to choose from, an example of each type, and how it is done."""

from __future__ import annotations

import io
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from quizapp.formats.excel.sheets import add_table, new_workbook
from quizapp.language import Language
from quizapp.reading.exchange.wide_sheet import HEADS

_Rows = tuple[Mapping[str, str], ...]

COLUMNS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "type": HEADS["type"],
        "stem": HEADS["stem"],
        **{letter: (f"选项{letter}", f"option {letter}") for letter in "ABCDEF"},
        **{field: head for field, head in HEADS.items() if field not in ("type", "stem")},
    }
)
"""The template's columns by their fields, in both languages."""

LISTS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = MappingProxyType(
    {
        "type": (
            ("单选题", "多选题", "判断题", "填空题", "数值题", "排序题", "简答题"),
            ("single_choice", "multiple_choice", "true_false", "fill_blank", "numeric", "ordering", "essay"),
        ),
        "difficulty": (("易", "中", "难"), ("easy", "medium", "hard")),
        "any_order": (("是", "否"), ("true", "false")),
        "status": (("启用", "草稿", "停用"), ("ready", "draft", "retired")),
    }
)
"""What may be chosen in a column."""

_TOPIC = "posts.excellence.work"
"""Of the course that ships with the program: the kinds of work, documents and meetings among them."""
_ZH: _Rows = (
    {
        "type": "单选题",
        "stem": "向上级机关请求指示或者批准，应当使用的文种是（  ）。",
        "A": "报告",
        "B": "请示",
        "C": "通知",
        "D": "函",
        "key": "B",
        "rationale": "请示用于向上级机关请求指示、批准；报告只汇报，不请求批准。",
        "difficulty": "易",
        "marks": "1",
        "source": "讲义第一部分",
        "tags": "公文",
    },
    {
        "type": "多选题",
        "stem": "下列文种中，属于上行文的有（  ）。",
        "A": "请示",
        "B": "报告",
        "C": "通知",
        "D": "批复",
        "key": "AB",
        "rationale": "通知、批复都是下行文。",
        "difficulty": "中",
        "marks": "2",
        "tags": "公文",
    },
    {
        "type": "判断题",
        "stem": "请示应当一文一事。",
        "key": "对",
        "rationale": "一份请示只写一件事，便于上级批复。",
        "difficulty": "易",
        "marks": "1",
    },
    {
        "type": "填空题",
        "stem": "会议通知要写清会议的___、地点和___。",
        "key": "时间；议题/内容",
        "rationale": "每个空写成三个下划线；答案之间用分号隔开，一个空有几种答案时用斜线隔开。",
        "difficulty": "中",
        "marks": "2",
        "any_order": "否",
    },
    {
        "type": "数值题",
        "stem": "一份会议材料 12 页，参会 25 人，每人一份，另备 3 份，共需印多少页？",
        "key": "336",
        "rationale": "12×（25＋3）＝336。",
        "difficulty": "中",
        "marks": "2",
        "unit": "页",
        "tolerance": "0",
    },
    {
        "type": "排序题",
        "stem": "把收文办理的步骤按先后排列。",
        "A": "登记",
        "B": "签收",
        "C": "承办",
        "D": "初审",
        "key": "BADC",
        "rationale": "先签收，再登记、初审，然后承办。",
        "difficulty": "难",
        "marks": "2",
    },
    {
        "type": "简答题",
        "stem": "请示和报告有哪些区别？",
        "key": "行文目的不同：请示求批复，报告不求；行文时间不同：请示在事前，报告多在事后。",
        "rationale": "先抓住要不要答复，时间的不同由此而来。",
        "difficulty": "难",
        "marks": "5",
    },
)
_EN: _Rows = (
    {
        "type": "single_choice",
        "stem": "Which document asks a higher office for a decision?",
        "A": "A report",
        "B": "A request",
        "C": "A notice",
        "D": "A letter",
        "key": "B",
        "rationale": "A report tells; a request asks.",
        "difficulty": "easy",
        "marks": "1",
        "source": "Handout, part one",
        "tags": "documents",
    },
    {
        "type": "multiple_choice",
        "stem": "Which of these go to a higher office?",
        "A": "A request",
        "B": "A report",
        "C": "A notice",
        "D": "A reply",
        "key": "AB",
        "rationale": "A notice and a reply go down, not up.",
        "difficulty": "medium",
        "marks": "2",
        "tags": "documents",
    },
    {
        "type": "true_false",
        "stem": "A request treats of one matter.",
        "key": "true",
        "rationale": "One matter in each, so that it can be answered.",
        "difficulty": "easy",
        "marks": "1",
    },
    {
        "type": "fill_blank",
        "stem": "An invitation to a meeting says its ___, its place and its ___.",
        "key": "time; agenda/topics",
        "rationale": "A blank is three underscores; a semicolon parts the blanks, a stroke the alternatives.",
        "difficulty": "medium",
        "marks": "2",
        "any_order": "false",
    },
    {
        "type": "numeric",
        "stem": "How many pages are 28 copies of 12 pages?",
        "key": "336",
        "rationale": "28 times 12.",
        "difficulty": "medium",
        "marks": "2",
        "unit": "pages",
        "tolerance": "0",
    },
    {
        "type": "ordering",
        "stem": "Put the steps for incoming mail in order.",
        "A": "Register it",
        "B": "Sign for it",
        "C": "Act on it",
        "D": "Look it over",
        "key": "BADC",
        "rationale": "It is signed for first, then registered and looked over, and only then acted on.",
        "difficulty": "hard",
        "marks": "2",
    },
    {
        "type": "essay",
        "stem": "How do a request and a report differ?",
        "key": "A request wants an answer and comes before the matter; a report wants none.",
        "rationale": "Whether an answer is wanted decides all the rest.",
        "difficulty": "hard",
        "marks": "5",
    },
)


def examples(tongue: Literal["zh", "en"]) -> _Rows:
    """Return the example rows, by the columns' fields."""
    same = {"status": LISTS["status"][0 if tongue == "zh" else 1][0], "topic": _TOPIC}
    return tuple({**row, **same} for row in (_ZH if tongue == "zh" else _EN))


_LAST_ROW = 5_000
"""The lists to choose from reach so far down."""
_GUIDE_WIDTH = 110


def write_template(tongue: Literal["zh", "en"] = "zh") -> bytes:
    """Return a workbook to fill in: heads with lists to choose from, an example of each type, and how it is done."""
    language = Language(tongue)
    file = io.BytesIO()
    workbook = new_workbook(file)
    heads = [names[0 if tongue == "zh" else 1] for names in COLUMNS.values()]
    rows = [[row.get(name, "") for name in COLUMNS] for row in examples(tongue)]
    sheet = add_table(workbook, language.say("workbook-questions"), heads, rows)
    _add_lists(sheet, language)
    _add_guide(workbook, language)
    workbook.close()
    return file.getvalue()


def _add_lists(sheet: Worksheet, language: Language) -> None:
    for place, name in enumerate(COLUMNS):
        if name not in LISTS:
            continue
        words = LISTS[name][0 if language.tongue == "zh" else 1]
        rule = {
            "validate": "list",
            "source": list(words),
            "error_title": language.say("workbook-list-title"),
            "error_message": language.say("workbook-list-wrong", words="、".join(words)),
        }
        sheet.data_validation(1, place, _LAST_ROW, place, rule)


def _add_guide(workbook: Workbook, language: Language) -> None:
    sheet = workbook.add_worksheet(language.say("workbook-guide"))
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, _GUIDE_WIDTH, wrapped)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    for row, line in enumerate(language.say("workbook-guide-text").splitlines()):
        sheet.write_string(row, 0, line, wrapped)
