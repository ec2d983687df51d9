"""Saving what was composed: under which title and id, whether it may be, and what the check says of the file."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError
from quizapp.tui.dialogs.name_paper import NamePaper
from quizapp.tui.dialogs.notice import Notice

if TYPE_CHECKING:
    from quizapp.domain.composing.draft import Draft
    from quizapp.domain.fault import Fault
    from quizapp.services.composing import Composing, Look
    from quizapp.services.paper_desk_port import OpenPaper, PaperDesk
    from quizapp.tui.room import AnyRoom

MOST_TOLD = 8
"""Faults of a file that are told at once."""


class PaperSaver:
    """Saves drafts over one screen: first as a new file, then over what it wrote itself."""

    def __init__(self, room: AnyRoom, composing: Composing, desk: PaperDesk, opened: OpenPaper | None) -> None:
        self._room = room
        self._composing = composing
        self._desk = desk
        self._opened = opened

    def rule_faults(self, draft: Draft) -> list[str]:
        """Return what is wrong with a draft's rules among themselves, in words; nothing before it has sections."""
        found = self._desk.rule_faults(self._composing.paper(draft)) if draft.sections else ()
        return [self._sentence(fault) for fault in found if fault.severity == "error"]

    async def save(self, draft: Draft, look: Look) -> Draft | None:
        """Ask for title and id, write the file and tell what the check says; return the draft as it was saved.

        None where nothing was saved.
        """
        room = self._room
        if not draft.sections:
            room.tell(room.say("compose.save_empty"))
            return None
        faults = self.rule_faults(draft)
        if faults:
            text = room.say("compose.rule_fault", text=faults[0])
            await room.app.push_screen_wait(Notice(room.say("compose.unsaved"), [text], room.say("room.close")))
            return None
        trouble = ""
        title, id = draft.paper.title, draft.paper.id
        while True:
            named = await room.app.push_screen_wait(
                NamePaper(room.language, title, id, self._notes(draft, look), trouble)
            )
            if named is None:
                return None
            title, id = named
            after = replace(draft, paper=replace(draft.paper, title=title, id=id))
            try:
                await self._write(after)
            except QuizError as error:
                trouble = room.language.error(error)
            else:
                return after

    async def _write(self, draft: Draft) -> None:
        paper = self._composing.paper(draft)
        before = self._opened if self._opened is not None and self._opened.paper.id == paper.id else None
        self._opened = await asyncio.to_thread(self._desk.save, paper, before, self._room.language.tongue)
        faults = await asyncio.to_thread(self._desk.faults, self._opened.path)
        await self._room.app.push_screen_wait(self._notice(self._opened, faults))

    def _notes(self, draft: Draft, look: Look) -> list[str]:
        """Return what is to be thought of before it is saved."""
        say = self._room.say
        lacking = len({shortage.section for shortage in look.shortages})
        notes = [say("compose.save_lacks", count=lacking)] if lacking else []
        if look.marks != draft.aim:
            code = "compose.short" if look.marks < draft.aim else "compose.over"
            total = say("compose.total", count=look.questions, marks=look.marks)
            notes.append(f"{total}{say('word.comma')}{say(code, aim=draft.aim, marks=abs(draft.aim - look.marks))}")
        return notes

    def _notice(self, saved: OpenPaper, faults: tuple[Fault, ...]) -> Notice:
        say = self._room.say
        lines = [say("compose.saved_file", file=saved.path), ""]
        if not faults:
            lines.append(say("compose.saved_sound"))
        else:
            lines.append(say("compose.saved_faults", count=len(faults)))
            lines += [self._fault_text(fault) for fault in faults[:MOST_TOLD]]
        return Notice(f"{say('compose.saved_title')} | {saved.paper.title}", lines, say("room.close"))

    def _fault_text(self, fault: Fault) -> str:
        kind = self._room.say(f"compose.kind_{fault.severity}")
        return self._room.say("compose.saved_fault", kind=kind, text=self._sentence(fault))

    def _sentence(self, fault: Fault) -> str:
        return self._room.say(fault.code, **fault.values)
