"""收卷清单: everybody of a paper with what was collected of them, to be printed and signed, or as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.documents.page import a4_style, element, escaped, to_sign, whole_page
from quizapp.documents.word_file import fit
from quizapp.domain.errors import CalledWrongly
from quizapp.services.book.score_table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from quizapp.language import Language
    from quizapp.services.book.score_table import Kind
    from quizapp.services.carrying.collecting_desk import DeskPerson, DeskView
    from quizapp.services.carrying.forks import ForkCopy


SUFFIXES = (".html", ".csv")
"""What the list can be written as; the first is what people sign."""
LONGEST_TITLE = 40
"""Characters of a title in a file's name."""


def write_list(view: DeskView, language: Language, suffix: str, class_title: str = "") -> bytes:
    """Return the list of the view's paper as the bytes of a file. Raises CalledWrongly for another ending."""
    match suffix.lower():
        case ".html" | ".htm":
            return list_page(view, language, class_title)
        case ".csv":
            from quizapp.reports.csv_report import write

            return write(list_table(view, language), language)
        case _:
            raise CalledWrongly("unknown-report", wanted=suffix, choices=" ".join(one[1:] for one in SUFFIXES))


def usual_name(title: str, language: Language, at: datetime, suffix: str) -> str:
    """Return what the file is called: 收卷清单_title_20261201.html."""
    day = f"{at.astimezone(language.zone):%Y%m%d}"
    return language.say("desk.list_file", title=fit(title, LONGEST_TITLE), day=day) + suffix


def list_columns(language: Language, times: str) -> tuple[Column[DeskPerson], ...]:
    """Return the list's columns: 学号 姓名 单位 状态 收到时间 回执号 机器 试机 备注."""
    say = language.say

    def received(one: DeskPerson) -> str:
        at = one.received_at if one.stand != "in_progress" else None
        return f"{at.astimezone(language.zone):{times}}" if at else ""

    def machine(one: DeskPerson) -> str:
        return one.machine if one.is_carried else say("desk.list_machine_here") if one.attempt else ""

    return (
        _titled(say("column.id"), lambda one: one.candidate, "id"),
        _titled(say("column.name"), lambda one: one.name),
        _titled(say("column.unit"), lambda one: one.unit),
        _titled(say("column.status"), lambda one: say(f"desk.stand_{one.stand}")),
        _titled(say("desk.column_received_at"), received),
        _titled(say("column.receipt"), lambda one: one.receipt),
        _titled(say("desk.column_machine"), machine),
        _titled(say("desk.column_rehearsal"), lambda one: say(f"desk.rehearsal_{one.rehearsed or 'none'}")),
        _titled(say("column.notes"), lambda one: say("word.comma").join(notes(language, one))),
    )


def _titled(title: str, cell: Callable[[DeskPerson], str], kind: Kind = "text") -> Column[DeskPerson]:
    return Column(title, kind, cell, is_titled=True)


def notes(language: Language, one: DeskPerson) -> list[str]:
    """Return what whoever signs must know of somebody, each in a few words."""
    say = language.say
    said = [say(f"desk.note_{doubt}") for doubt in one.doubts]
    if one.attempts > 1:
        said.append(say("desk.note_attempts", count=one.attempts))
    if not one.is_expected and one.attempts and "stranger" not in one.doubts:
        said.append(say("desk.note_stranger"))
    return said


def copy_lines(copies: Sequence[ForkCopy], language: Language) -> list[str]:
    """Return copies that part ways, a line each, so that they can be held beside one another."""
    return [_copy_line(copy, language) for copy in copies]


def _copy_line(copy: ForkCopy, language: Language) -> str:
    say = language.say
    where = f"{copy.file or say('collect.copy.sat-here')} {copy.machine}".strip()
    values = {"head": copy.shown_head, "lines": copy.lines, "where": where}
    if copy.last_at is None:
        return say("collect.copy.not-kept", **values)
    code = "last" if copy.handed_in_at is None else "handed-in"
    end = say(f"collect.copy.{code}", at=copy.last_at)
    said = say("collect.copy", **values, end=end, answered=copy.answered)
    return said if copy.is_here else say("collect.copy.parts", copy=said, line=copy.parts_at)


def list_table(view: DeskView, language: Language, times: str = "%Y-%m-%d %H:%M:%S") -> Table[DeskPerson]:
    """Return the list as a table, its times local and written so."""
    return Table(list_columns(language, times), view.counts.people)


_STYLE = a4_style(
    "14mm 12mm",
    "9pt/1.4",
    """body, h1, p, table { margin: 0; padding: 0; }
h1, th { font-family: $hei; }
h1 { font-size: 15pt; text-align: center; margin-bottom: 2mm; overflow-wrap: anywhere; }
.facts { text-align: center; margin-bottom: 3mm; overflow-wrap: anywhere; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; border: .75pt solid #000; margin-bottom: 3mm; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: .35pt solid #000; padding: .7mm 1mm; overflow-wrap: anywhere; vertical-align: middle; }
th { font-weight: normal; font-size: 8pt; text-align: center; }
col.n { width: 8mm; }
col.id { width: 17mm; }
col.name { width: 17mm; }
col.status { width: 12mm; }
col.at { width: 23mm; }
col.receipt { width: 21mm; }
col.machine { width: 26mm; }
col.rehearsal { width: 13mm; }
col.notes { width: 20mm; }
td.n { text-align: right; }
td.status, td.at, td.rehearsal { text-align: center; }
td.at, td.receipt { white-space: nowrap; }
td.at, td.receipt, td.machine { font-size: 7.5pt; }
tr.missing .name, tr.missing .status { font-weight: bold; }
.total, .missing { margin-bottom: 1.5mm; overflow-wrap: anywhere; }
p.missing { font-weight: bold; }
.signed { display: flex; gap: 6mm; margin-top: 10mm; break-inside: avoid; }
.signed span { flex: 1; display: flex; align-items: flex-end; white-space: nowrap; }
.signed i { flex: 1; border-bottom: .75pt solid #000; margin-left: 2mm; height: 7mm; }
""",
)


SIGNED = ("invigilator", "collector", "checker", "date")
_NAMES = ("n", "id", "name", "unit", "status", "at", "receipt", "machine", "rehearsal", "notes")


def list_page(view: DeskView, language: Language, class_title: str = "") -> bytes:
    """Return the list of the view's paper as the bytes of an HTML file."""
    say, counts = language.say, view.counts
    title = say("desk.list_heading", title=view.paper.title if view.paper else "")
    facts = [(say("desk.list_class"), class_title), (say("desk.list_made"), _instant(view, language))]
    numbers = {name: getattr(counts, name) for name in ("expected", "collected", "under_way", "excused", "strangers")}
    total = say("desk.list_total", **numbers, missing=len(counts.missing), unrehearsed=len(counts.unrehearsed))
    missing = say("word.comma").join(f"{one.candidate} {one.name}".strip() for one in counts.missing)
    parts = [
        element("h1", escaped(title)),
        element("p", "　".join(escaped(f"{label}：{text}") for label, text in facts if text), "facts"),
        _people(view, language),
        element("p", escaped(total), "total"),
        *([element("p", escaped(say("desk.list_missing", names=missing)), "missing")] if missing else []),
        to_sign(say(f"desk.signed_{one}") for one in SIGNED),
    ]
    return whole_page(title, _STYLE, "\n".join(parts), language)


def _people(view: DeskView, language: Language) -> str:
    # The day stands on top, the time without it is wide enough.
    table = list_table(view, language, "%m-%d %H:%M:%S")
    head = _row("th", (language.say("desk.list_number"), *(column.name for column in table.columns)))
    rows = [
        _row("td", (str(number), *map(str, texts)), "" if one.stand != "missing" else "missing")
        for number, (one, texts) in enumerate(zip(table.rows, table.cells(), strict=True), 1)
    ]
    groups = "".join(f'<col class="{name}">' for name in _NAMES)
    body = element("tbody", "\n".join(("", *rows, "")))
    return element("table", element("colgroup", groups) + element("thead", head) + body)


def _row(tag: str, texts: Iterable[str], kind: str = "") -> str:
    inner = "".join(element(tag, escaped(text), name) for name, text in zip(_NAMES, texts, strict=True))
    return element("tr", inner, kind)


def _instant(view: DeskView, language: Language) -> str:
    return f"{view.at.astimezone(language.zone):%Y-%m-%d %H:%M:%S}"
