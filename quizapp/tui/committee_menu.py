"""What the committee's room offers, of the class and of one paper: one line each."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from quizapp.tui.paper_ways import PaperOffer

if TYPE_CHECKING:
    from quizapp.tui.shell import Shell

Visit: TypeAlias = "Callable[[Shell], Awaitable[str]]"


class Offer(NamedTuple):
    """A row of the room: the code of its title and of its note, and the way, which returns what is to be told."""

    title: str
    note: str
    visit: Visit


async def _collect(app: Shell) -> str:
    from quizapp.tui.collecting_visit import collect_here

    return await collect_here(app)


async def _export(app: Shell) -> str:
    from quizapp.tui.export_visit import export_all

    return await export_all(app)


async def _verify(app: Shell) -> str:
    from quizapp.tui.evidence_visit import verify

    return await verify(app)


async def _verify_sealed(app: Shell) -> str:
    from quizapp.tui.evidence_visit import verify_sealed

    return await verify_sealed(app)


async def _seal(app: Shell) -> str:
    from quizapp.tui.evidence_visit import seal

    return await seal(app)


async def _roster(app: Shell) -> str:
    from quizapp.tui.roster_visit import show_roster

    return await show_roster(app)


async def _analyse(app: Shell, paper: str) -> str:
    from quizapp.tui.analysis_visit import analyse

    await analyse(app, paper)
    return ""


async def _debrief(app: Shell, paper: str) -> str:
    from quizapp.tui.debrief_visit import debrief

    await debrief(app, paper)
    return ""


async def _mark(app: Shell, paper: str) -> str:
    from quizapp.services.second_copy import keep_second_copy
    from quizapp.tui.marking_visit import ask_and_mark

    await ask_and_mark(app, paper)
    trouble = await asyncio.to_thread(keep_second_copy, app.workplace)
    return "" if trouble is None else app.language.error(trouble)


async def _correct(app: Shell, paper: str) -> str:
    from quizapp.tui.correcting_visit import correct

    return await correct(app, paper)


async def _regrade(app: Shell, paper: str) -> str:
    from quizapp.tui.regrade_visit import regrade

    return await regrade(app, paper)


OFFERS: tuple[Offer, ...] = (
    Offer("desk.title", "desk.offer_note", _collect),
    Offer("committee.export_everything", "committee.export_everything_note", _export),
    Offer("committee.roster", "committee.roster_note", _roster),
    Offer("committee.verify", "committee.verify_note", _verify),
    Offer("committee.seal", "committee.seal_note", _seal),
    Offer("committee.verify_sealed", "committee.verify_sealed_note", _verify_sealed),
)
PAPER_OFFERS: tuple[PaperOffer, ...] = (
    PaperOffer("committee.analyse", "committee.analyse_note", _analyse),
    PaperOffer("committee.debrief", "committee.debrief_note", _debrief, is_projected=True),
    PaperOffer("committee.mark", "committee.mark_note", _mark),
    PaperOffer("correct.title", "correct.offer_note", _correct),
    PaperOffer("committee.regrade", "committee.regrade_note", _regrade),
)
