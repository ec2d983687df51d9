"""What the list has of each person: the same on the page and in the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.services.score_table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.language import Language
    from quizapp.services.collecting.forks import ForkCopy
    from quizapp.services.collecting_desk import DeskView
    from quizapp.services.desk_counts import DeskPerson


def heads(language: Language) -> tuple[str, ...]:
    """Return the columns' heads: 学号 姓名 单位 状态 收到时间 回执号 机器 试机 备注."""
    say = language.say
    known = (say(f"column.{name}") for name in ("id", "name", "unit", "status"))
    own = (say(f"desk.column_{name}") for name in ("machine", "rehearsal"))
    return (*known, say("desk.column_received_at"), say("column.receipt"), *own, say("column.notes"))


def cells(language: Language, one: DeskPerson) -> tuple[str, ...]:
    """Return somebody's row; the time local, to the second."""
    say = language.say
    at = one.received_at if one.stand != "in_progress" else None
    machine = one.machine if one.is_carried else say("desk.list_machine_here") if one.attempt else ""
    return (
        one.candidate,
        one.name,
        one.unit,
        say(f"desk.stand_{one.stand}"),
        f"{at.astimezone(language.zone):%Y-%m-%d %H:%M:%S}" if at else "",
        one.receipt,
        machine,
        say(f"desk.rehearsal_{one.rehearsed or 'none'}"),
        say("word.comma").join(notes(language, one)),
    )


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


def table(view: DeskView, language: Language) -> Table:
    """Return the list as a table."""
    columns = tuple(
        Column(name=head, kind="id" if not place else "text", is_titled=True)
        for place, head in enumerate(heads(language))
    )
    return Table(columns=columns, rows=tuple(cells(language, one) for one in view.counts.people))
