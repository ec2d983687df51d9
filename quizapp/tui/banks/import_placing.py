"""Bringing a batch of questions into a bank: which one, what would come, and what became of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizapp.domain.errors import Faulty, QuizError
from quizapp.reading.exchange.source_question import reason_text
from quizapp.tui.banks.import_changes import BringChanges
from quizapp.tui.banks.shelf_words import ShelfWords
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import AskText, Pick

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from quizapp.reading.exchange.source_question import LineFate
    from quizapp.services.exchange.import_batch import Batch
    from quizapp.services.exchange.source_memory import Take
    from quizapp.services.ports.bank_editor import BankDesk, Planned
    from quizapp.tui.shell import Shell


async def brought(app: Shell, desk: BankDesk, batch: Batch) -> Path | None:
    """Return the bank that the questions are in now; None where they are in none."""
    try:
        path, title = await _bank(app, desk)
        if path is None:
            return None
        planned = await _decided(app, desk, batch, path, title)
        if planned is None:
            return None
        if not await _confirmed(app, planned, title):
            return None
        copy = await asyncio.to_thread(desk.bring_in, planned)
        _record(app, batch, planned)
        await _tell(app, planned, title, copy)
        return path
    except QuizError as error:
        await _refuse(app, error)
        return None


async def _bank(app: Shell, desk: BankDesk) -> tuple[Path | None, str]:
    """Ask for the bank; return where it is or is to be, and what it is called."""
    say = app.language.say
    banks = await asyncio.to_thread(desk.banks)
    texts = [f"{bank.title} | {bank.path.name}" for bank in banks]
    place = await app.push_screen_wait(Pick(say("teach.bring_where"), [*texts, say("teach.bring_new")]))
    if place is None:
        return None, ""
    if place < len(banks):
        return banks[place].path, banks[place].title
    name = await app.push_screen_wait(AskText(say("teach.bring_name"), say("teach.bring_name_note")))
    if name is None:
        return None, ""
    path = desk.new_path(name)
    return path, path.stem


async def _decided(app: Shell, desk: BankDesk, batch: Batch, path: Path, title: str) -> Planned | None:
    """Return what would come, each change seen and each dispute asked about; None where the person went back."""
    language = app.language

    async def plan(takes: Mapping[int, Take]) -> Planned:
        wishes = batch.wishes(takes)
        return await asyncio.to_thread(
            desk.plan, batch.reading(), path, lambda reason: reason_text(reason, language), language.tongue, wishes
        )

    planned = await plan({})
    while planned.plan.disputed or planned.plan.count_outcome("changed"):
        takes = await app.push_screen_wait(BringChanges(planned.plan, title))
        if takes is None:
            return None
        seen, planned = planned, await plan(takes)
        if planned.digest == seen.digest:
            return planned
        planned = await plan({})  # the bank was changed meanwhile: what was decided is not what is there
    return planned


async def _confirmed(app: Shell, planned: Planned, title: str) -> bool:
    say = app.language.say
    lines = _counts(app, planned)
    if planned.data is None:
        lines.append(say("teach.bring_same"))
        await app.push_screen_wait(Notice(say("teach.bring_confirm", bank=title), lines, say("room.close")))
        return False
    if not any(each.is_written for each in planned.plan.brought):
        lines.append(say("teach.merge_remember"))
    if planned.plan.count("doubtful"):
        lines.append(say("teach.bring_drafts"))
    if planned.plan.count("refused"):
        lines.append(say("teach.bring_refused_note"))
    words = {"safe": say("teach.bring_not"), "step": say("teach.bring_do")}
    return await app.push_screen_wait(Confirm(say("teach.bring_confirm", bank=title), lines, **words, key="f9"))


async def _tell(app: Shell, planned: Planned, title: str, copy: Path | None) -> None:
    say = app.language.say
    lines = _counts(app, planned)
    if copy is not None:
        lines.append(say("teach.bring_copy", file=copy.name))
    if planned.plan.unread:
        lines += ["", say("teach.merge_unread"), *unread_lines(app, planned.plan.unread)]
    await app.push_screen_wait(Notice(say("teach.bring_done", bank=title), lines, say("room.close")))


def _counts(app: Shell, planned: Planned) -> list[str]:
    say, plan = app.language.say, planned.plan
    verdicts = {
        "imported": plan.count("imported"),
        "doubtful": plan.count("doubtful"),
        "refused": plan.count("refused"),
    }
    outcomes = {
        "added": plan.count_outcome("added"),
        "same": plan.count_outcome("same"),
        "changed": plan.count_outcome("changed"),
    }
    lines = [say("teach.bring_counts", read=plan.read, **verdicts), say("teach.bring_outcomes", **outcomes)]
    kept = plan.count_outcome("kept")
    if kept:
        lines.append(say("teach.bring_kept", kept=kept))
    if plan.disputed:
        lines.append(say("teach.merge_disputed", count=plan.disputed))
    if plan.gone:
        lines.append(say("teach.merge_gone", count=len(plan.gone), ids=_some(plan.gone)))
    if plan.lines.total:
        lines.append(say("teach.merge_lines", **plan.lines._asdict()))
    return lines


_MOST_UNREAD = 300
"""Unread lines that are shown."""


def unread_lines(app: Shell, unread: Sequence[LineFate]) -> list[str]:
    """Return lines that are part of nothing, with their numbers; how many more there are stands last."""
    say = app.language.say
    lines = [
        say("teach.merge_unread_sheet" if each.sheet else "teach.merge_unread_line", line=each.line,
            sheet=each.sheet, text=" ".join(each.text.split()))
        for each in unread[:_MOST_UNREAD]
    ]  # fmt: skip
    more = len(unread) - len(lines)
    return [*lines, say("teach.merge_unread_more", count=more)] if more else lines


_MOST_IDS = 5
"""Ids that are named of many."""


def _some(ids: Sequence[str]) -> str:
    return " ".join(ids[:_MOST_IDS]) + (" …" if len(ids) > _MOST_IDS else "")


def _record(app: Shell, batch: Batch, planned: Planned) -> None:
    """Write into the log who brought what, as the command does."""
    place, plan = app.workplace, planned.plan
    counts = {"added": str(plan.count_outcome("added")), "changed": str(plan.count_outcome("changed"))}
    values = {"file": batch.name, "to": planned.path.name, "read": str(plan.read), **counts}
    place.home.log.record(place.clock.read().at, "questions-imported", place.staff, values)


async def _refuse(app: Shell, error: QuizError) -> None:
    words = ShelfWords(app.language)
    lines = [words.sentence(fault) for fault in error.faults[:5]] if isinstance(error, Faulty) else []
    say = app.language.say
    await app.push_screen_wait(Notice(say("room.cannot"), lines or [app.language.error(error)], say("room.close")))
