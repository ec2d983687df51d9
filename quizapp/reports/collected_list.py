"""收卷清单: everybody of a paper with what was collected of them, to be printed and signed, or as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.documents import page
from quizapp.documents.writers import WRITERS, fit
from quizapp.domain.errors import CalledWrongly
from quizapp.reports.cells import csv_bytes
from quizapp.services.book.score_table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
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
            return WRITERS["html"](list_pages(view, language, class_title))
        case ".csv":
            return csv_bytes(list_table(view, language), language)
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


SIGNED = ("invigilator", "collector", "checker", "date")
_NAMES = ("n", "id", "name", "unit", "status", "at", "receipt", "machine", "rehearsal", "notes")


def list_pages(view: DeskView, language: Language, class_title: str = "") -> page.Pages:
    """Return the list of the view's paper as a page to sign."""
    say, counts = language.say, view.counts
    title = say("desk.list_heading", title=view.paper.title if view.paper else "")
    made = f"{view.at.astimezone(language.zone):%Y-%m-%d %H:%M:%S}"
    facts = [(say("desk.list_class"), class_title), (say("desk.list_made"), made)]
    numbers = {name: getattr(counts, name) for name in ("expected", "collected", "under_way", "excused", "strangers")}
    total = say("desk.list_total", **numbers, missing=len(counts.missing), unrehearsed=len(counts.unrehearsed))
    missing = say("word.comma").join(f"{one.candidate} {one.name}".strip() for one in counts.missing)
    return page.one_chapter(
        title,
        "collected_list",
        language.tongue,
        page.Heading(title, 1),
        page.TextBlock("　".join(f"{label}：{text}" for label, text in facts if text), "facts"),
        _people(view, language),
        page.TextBlock(total, "total"),
        *((page.TextBlock(say("desk.list_missing", names=missing), "missing"),) if missing else ()),
        page.SignatureLine(tuple(say(f"desk.signed_{one}") for one in SIGNED)),
    )


def _people(view: DeskView, language: Language) -> page.Grid:
    # The day stands on top, the time without it is wide enough.
    table = list_table(view, language, "%m-%d %H:%M:%S")
    heads = (language.say("desk.list_number"), *(column.name for column in table.columns))
    rows = (
        page.GridRow((str(number), *map(str, texts)), "missing" if one.stand == "missing" else "")
        for number, (one, texts) in enumerate(zip(table.rows, table.cells(), strict=True), 1)
    )
    columns = (page.GridColumn(head, kind=name) for head, name in zip(heads, _NAMES, strict=True))
    return page.Grid(tuple(columns), tuple(rows))
