"""The committee's way to an export: as which kind of file, how much it tells, where to, then written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on

from quizapp.documents.writers import fit
from quizapp.reports import REPORTS, report_for
from quizapp.reports.export_file import write_export
from quizapp.services.book.score_book import look
from quizapp.services.book.score_table import Wishes
from quizapp.services.scores.score_export import open_export
from quizapp.tui.frame.commands import Command
from quizapp.tui.frame.dialogs.fields_dialog import DONE, DialogWords, FieldsDialog, FormField
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.save_as import may_export_over, save_as, usual_folder
from quizapp.tui.frame.widgets.fields import ChoiceLine, TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.domain.errors import QuizError
    from quizapp.language import Language
    from quizapp.reports.export_file import WrittenExport
    from quizapp.tui.shell import Shell


KIND, VERSION, WHERE = "kind", "version", "where"


class ExportTarget(NamedTuple):
    """What is to be written."""

    path: str
    """Where to; the ending says which kind of file."""
    version: str
    """How much it tells."""


class ExportTo(FieldsDialog["ExportTarget | None"]):
    """Returns what is to be written; None for nothing."""

    CSS_PATH = ["../frame/dialogs/dialog.tcss", "../frame/dialogs/fields_dialog.tcss", "export.tcss"]
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (DONE,)

    def __init__(
        self,
        language: Language,
        title: str,
        kinds: Sequence[str],
        versions: Sequence[str],
        begun: ExportTarget,
        trouble: str = "",
    ) -> None:
        """`kinds` are endings, `begun` is what stands in the fields, `trouble` why nothing was written."""
        self._language = language
        self._usual = begun.path
        ending = PurePath(begun.path).suffix
        self._kind = ChoiceLine(kinds, self._said(kinds), ending if ending in kinds else kinds[0])
        self._version = ChoiceLine(versions, self._said(versions), begun.version)
        self._path = TextField()
        fields: dict[str, FormField] = {KIND: self._kind, VERSION: self._version, WHERE: self._path}
        labels = {name: language.say(f"committee.export_{name}") for name in fields}
        words = DialogWords(title, labels, language.say("committee.export_keys"))
        super().__init__(words, fields, {WHERE: begun.path}, trouble)

    def _said(self, words: Sequence[str]) -> dict[str, str]:
        codes = {word: f"committee.kind_{word.removeprefix('.')}" for word in words}
        return {word: self._language.say(code) for word, code in codes.items() if self._language.knows(code)}

    def first(self) -> str:
        return WHERE if self.is_in_trouble else KIND

    @on(ChoiceLine.Changed)
    def end_so(self) -> None:
        """Give the file the ending of its kind."""
        self._path.begin_with(str(PurePath(self._path.value or self._usual).with_suffix(self._kind.value)))

    def action_enter(self) -> None:
        """Write it from every field: what stands in them may well do."""
        self.action_done()

    def missing(self, name: str) -> str:
        return self._language.say("committee.form_empty", field=self._language.say(f"committee.export_{name}"))

    def done(self) -> ExportTarget:
        return ExportTarget(self._path.value.strip(), self._version.value)


VERSIONS: dict[str, Callable[[Wishes], Wishes]] = {
    "whole": lambda wishes: wishes,
    "public": lambda wishes: wishes._replace(is_public=True),
    "bands": lambda wishes: wishes._replace(bands=True),
    "detailed": lambda wishes: wishes._replace(with_responses=True),
}
"""How much an export tells: everything, what may be put up for all to see, grades for marks, or every answer too."""
_LONGEST = 40


async def export_paper(app: Shell, paper: str, title: str, *, all_attempts: bool = False) -> str:
    """Export one paper; return what was done, "" for nothing."""
    return await _export(app, Wishes(paper=paper, all_attempts=all_attempts), title)


async def export_all(app: Shell) -> str:
    """Export everything that the book has; return what was done, "" for nothing."""
    say = app.language.say
    if not _kinds(takes_all=True):
        await app.push_screen_wait(Notice(say("committee.export"), [say("committee.export_none")], say("room.close")))
        return ""
    return await _export(app, Wishes(), app.workplace.class_title or say("committee.export_everything"))


async def _export(app: Shell, wishes: Wishes, title: str) -> str:
    say = app.language.say
    head = say("committee.export_title", title=title)
    kinds = _kinds(takes_all=not wishes.paper)
    # What may be put up names everybody once.
    versions = [name for name in VERSIONS if name != "public" or not wishes.all_attempts]

    async def ask(target: ExportTarget, trouble: QuizError | None) -> ExportTarget | None:
        told = "" if trouble is None else app.language.error(trouble)
        return await app.push_screen_wait(ExportTo(app.language, head, kinds, versions, target, told))

    saved = await save_as(
        ExportTarget(str(usual_folder() / (file_name(app, title) + kinds[0])), versions[0]),
        ask=ask,
        path_of=lambda target: Path(target.path).expanduser(),
        may_replace=partial(may_export_over, app, head),
        write=lambda target, path: asyncio.to_thread(_write, app, VERSIONS[target.version](wishes), path),
    )
    return "" if saved is None else say("committee.exported", rows=saved.written.rows, file=str(saved.path))


def file_name(app: Shell, title: str) -> str:
    """Return what the file is called, without its ending: nothing in it that a system would refuse."""
    day = app.workplace.clock.read().at.astimezone(app.language.zone)
    return app.language.say("committee.export_file", title=fit(title, _LONGEST), day=f"{day:%Y%m%d}")


def _write(app: Shell, wishes: Wishes, path: Path) -> WrittenExport:
    place = app.workplace
    report = report_for(path.suffix)
    export = open_export(place, look(place.home, place.clock, place.class_id), wishes)
    return write_export(export, report, str(path), partial(place.files.put_written, path), app.language)


def _kinds(*, takes_all: bool) -> list[str]:
    """Return the endings there are, what people open first at the beginning."""
    found = [one.suffixes[0] for one in REPORTS.values() if one.takes_all or not takes_all]
    liked = (".xlsx", ".docx", ".html", ".csv", ".txt")
    return sorted(found, key=lambda suffix: liked.index(suffix) if suffix in liked else len(liked))
