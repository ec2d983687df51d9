"""The draft on screen with all it was before: its changes, and how it is saved under a title and an id."""

from __future__ import annotations

import asyncio
import unicodedata
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from quizapp.domain.errors import QuizError
from quizapp.domain.papers.draft import MOST_ITEMS, MOST_MARKS, PaperDraft, counted
from quizapp.reading import values
from quizapp.tui.frame.commands import Command
from quizapp.tui.frame.dialogs.fields_dialog import DONE, DialogWords, FieldsDialog
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.widgets.fields import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.domain.errors import Fault
    from quizapp.domain.papers.paper import Section
    from quizapp.language import Language
    from quizapp.services.papers.composing import Composing, DraftLook
    from quizapp.services.ports.paper_editor import OpenPaper, PaperDesk
    from quizapp.tui.frame.room import AnyRoom
    from quizapp.tui.papers.section_rows import Cursor


NAME, ID = "name", "id"


class NamePaper(FieldsDialog["tuple[str, str] | None"]):
    """Returns the title and the id; None to go on composing."""

    CSS_PATH = ["../frame/dialogs/dialog.tcss", "../frame/dialogs/fields_dialog.tcss", "draft.tcss"]
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (DONE,)
    OPTIONAL = frozenset({ID})

    def __init__(self, language: Language, title: str, id: str, notes: Sequence[str], trouble: str = "") -> None:
        """`notes` are told above, `trouble` is why it was not saved."""
        self._language = language
        say = language.say
        labels = {name: say(f"compose.save_{name}") for name in (NAME, ID)}
        below = [say("compose.save_id_note")]
        words = DialogWords(say("compose.save_title"), labels, say("compose.save_keys"), above=notes, below=below)
        super().__init__(words, {NAME: TextField(), ID: TextField()}, {NAME: title, ID: id}, trouble)

    def first(self) -> str:
        return ID if self.is_in_trouble else NAME

    def action_enter(self) -> None:
        """Save it from every field: what stands in them may well do."""
        self.action_done()

    def missing(self, name: str) -> str:
        return self._language.say("compose.no_title")

    def done(self) -> tuple[str, str]:
        values = self.values()
        return values[NAME], values[ID]


MOST_TOLD = 8
"""Faults of a file that are told at once."""


class PaperSaver:
    """Saves drafts over one screen: first as a new file, then over what it wrote itself."""

    def __init__(self, room: AnyRoom, composing: Composing, desk: PaperDesk, opened: OpenPaper | None) -> None:
        self._room = room
        self._composing = composing
        self._desk = desk
        self._opened = opened

    def rule_faults(self, draft: PaperDraft) -> list[str]:
        """Return what is wrong with a draft's rules among themselves, in words; nothing before it has sections."""
        found = self._desk.rule_faults(self._composing.paper(draft)) if draft.sections else ()
        return [self._sentence(fault) for fault in found if fault.severity == "error"]

    async def save(self, draft: PaperDraft, look: DraftLook) -> PaperDraft | None:
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

    async def _write(self, draft: PaperDraft) -> None:
        paper = self._composing.paper(draft)
        before = self._opened if self._opened is not None and self._opened.paper.id == paper.id else None
        self._opened = await asyncio.to_thread(self._desk.save, paper, before, self._room.language.tongue)
        faults = await asyncio.to_thread(self._desk.faults, self._opened.path)
        await self._room.app.push_screen_wait(self._notice(self._opened, faults))

    def _notes(self, draft: PaperDraft, look: DraftLook) -> list[str]:
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


_LONGEST = 5
"""Characters of a number that is typed."""
_STEP = Fraction(1, 2)
"""What marks grow by below 2; from there it is 1."""


class DraftChanges:
    """Changes a draft. A number counts as one change, however many digits it was typed with."""

    def __init__(self, composing: Composing, draft: PaperDraft) -> None:
        self._composing = composing
        self._before: list[PaperDraft] = []
        self._base: PaperDraft | None = None
        """What stood before a number was typed: every digit begins from there, so that proportions are kept."""
        self.draft = draft
        self.typed = ""
        """The number as far as it was typed."""

    def replace(self, draft: PaperDraft) -> None:
        """Have another draft."""
        self.settle()
        if draft != self.draft:
            self._before.append(self.draft)
            self.draft = draft

    def change(self, row: int, section: Section) -> None:
        """Have another section in place of one."""
        self.replace(self.draft.with_section(row, section))

    def add(self, place: int, section: Section) -> None:
        """Have one more section."""
        self.replace(self.draft.added(place, section))

    def remove(self, row: int) -> None:
        """Have a section no more."""
        self.replace(self.draft.removed(row))

    def shift(self, row: int, step: int) -> bool:
        """Move a section; return whether it could be."""
        before = self.draft
        self.replace(self.draft.moved(row, step))
        return self.draft != before

    def undo(self) -> bool:
        """Take the last change back; return whether there was one."""
        self.settle()
        if not self._before:
            return False
        self.draft = self._before.pop()
        return True

    def type_into(self, cursor: Cursor, character: str) -> None:
        """Take one character of a number: a digit, a point, or a sign that makes it one more or less."""
        sign = unicodedata.normalize("NFKC", character).replace("。", ".")
        if sign in ("+", "=", "-"):
            self.settle()
            self._step(cursor, -1 if sign == "-" else 1)
        elif sign.isdecimal() or (sign == "." and cursor.field == "marks" and "." not in self.typed):
            self._type(cursor, (self.typed + sign)[:_LONGEST])

    def rub_out(self, cursor: Cursor) -> None:
        """Take the last character of the number away that is being typed."""
        if self.typed:
            self._type(cursor, self.typed[:-1])

    def settle(self) -> None:
        """Have the number that was being typed as it stands."""
        if self._base is not None and self._base != self.draft:
            self._before.append(self._base)
        self._base, self.typed = None, ""

    def _type(self, cursor: Cursor, text: str) -> None:
        if self._base is None:
            self._base = self.draft
        self.typed = text
        number = values.decimal(text.rstrip("."))
        # What is no number yet, as the 0 of 0.5, changes nothing.
        self.draft = self._with(self._base, cursor, number) if number else self._base

    def _step(self, cursor: Cursor, by: int) -> None:
        section = self.draft.sections[cursor.row]
        if cursor.field == "count" and section.draw is not None:
            number = Fraction(section.draw.count + by)
        else:
            marks = section.marks or Fraction(1)
            is_small = marks < 2 or (marks == 2 and by < 0)
            number = marks + by * (_STEP if is_small else 1)
        if number > 0:
            self.replace(self._with(self.draft, cursor, number))

    def _with(self, draft: PaperDraft, cursor: Cursor, number: Fraction) -> PaperDraft:
        """Return a draft with another number in a field."""
        section = draft.sections[cursor.row]
        if cursor.field == "marks":
            return draft.with_section(cursor.row, replace(section, marks=min(number, MOST_MARKS)))
        if section.draw is None:
            return draft
        count = min(int(number), MOST_ITEMS)
        draw = counted(section.draw, count, self._composing.stock(draft), self._composing.tops)
        return draft.with_section(cursor.row, replace(section, draw=draw))
