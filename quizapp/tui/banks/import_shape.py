"""How a source is written, said by who knows it: a small form, then the counts of both readings side by side."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from quizapp.domain.errors import QuizError
from quizapp.reading.exchange.source_question import ReadingAid, shape_text
from quizapp.services.exchange.import_batch import dropped
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.fields_dialog import DONE, DialogWords, FieldsDialog, FormField
from quizapp.tui.frame.widgets.fields import ChoiceLine, TextField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.language import Language
    from quizapp.reading.exchange.source_question import KeyPlace
    from quizapp.services.exchange.import_batch import Batch
    from quizapp.services.ports.bank_editor import BankDesk
    from quizapp.tui.frame.commands import Command
    from quizapp.tui.shell import Shell


NUMBER, PLACE, NOISE, KEPT, KEYS = "number", "place", "noise", "kept", "keys"
_PLACES = ("", "below", "inside", "end")
_PARTING = "|"


class PathField(TextField):
    """Takes a path that is dropped on it instead of what stood in it."""

    def paste_text(self, text: str) -> None:
        path = dropped(text)
        if path is None:
            super().paste_text(text)
        else:
            self.select_all()
            self.type_text(path)


class SaidShape(NamedTuple):
    """What stands in the form."""

    aid: ReadingAid
    """Without the keys."""
    keys: str = ""
    """The path of their file; the name of the one that was read already, "" for none."""


class ShapeForm(FieldsDialog["SaidShape | None"]):
    """Returns what is said of the source; None to leave it as it was read."""

    CSS_PATH = ["../frame/dialogs/dialog.tcss", "../frame/dialogs/fields_dialog.tcss", "import_shape.tcss"]
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (DONE,)
    OPTIONAL = frozenset({NUMBER, PLACE, NOISE, KEPT, KEYS})

    def __init__(self, language: Language, shape: str, begun: SaidShape, trouble: str = "") -> None:
        """`shape` is how it was read, `begun` what stands in the fields, `trouble` why it was not read so."""
        say = language.say
        self._begun_aid = begun.aid
        places = {word: say(f"teach.aid_place_{word}") for word in _PLACES}
        fields: dict[str, FormField] = {
            NUMBER: TextField(placeholder=say("teach.aid_number_hint")),
            PLACE: ChoiceLine(_PLACES, places, begun.aid.key_place),
            NOISE: TextField(),
            KEPT: TextField(),
            KEYS: PathField(),
        }
        labels = {name: say(f"teach.aid_field_{name}") for name in fields}
        above = [say("teach.aid_now", shape=shape)] if shape else []
        words = DialogWords(
            say("teach.aid_title"), labels, say("teach.aid_form_keys"), above=above, below=[say("teach.aid_note")]
        )
        stands = {
            NUMBER: begun.aid.number,
            NOISE: _joined(begun.aid.noise),
            KEPT: _joined(begun.aid.kept),
            KEYS: begun.keys,
        }
        super().__init__(words, fields, stands, trouble)

    def first(self) -> str:
        return NUMBER

    def missing(self, name: str) -> str:
        raise NotImplementedError  # every field may stay empty

    def done(self) -> SaidShape:
        said = {name: field.value.strip() for name, field in self.fields.items()}
        aid = self._begun_aid._replace(
            number=said[NUMBER],
            key_place=cast("KeyPlace", said[PLACE]),
            noise=_parted(said[NOISE]),
            kept=_parted(said[KEPT]),
        )
        return SaidShape(aid, said[KEYS])


def _joined(texts: Iterable[str]) -> str:
    return f" {_PARTING} ".join(sorted(texts))


def _parted(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(_PARTING) if part.strip())


async def ask_shape(app: Shell, begun: ReadingAid) -> ReadingAid | None:
    """Ask how a source is written that nothing was found in; its keys' file stays as it is."""
    said = await app.push_screen_wait(ShapeForm(app.language, "", SaidShape(begun, _name_of_keys(begun))))
    return None if said is None else said.aid


async def read_otherwise(app: Shell, desk: BankDesk, batch: Batch) -> Batch | None:
    """Ask how a source is written, read it so, and show what that changes; None where it is to stay as it was."""
    say = app.language.say
    said, trouble = SaidShape(batch.aid, _name_of_keys(batch.aid)), ""
    shape = source_shape(app.language, batch)
    while True:
        answer = await app.push_screen_wait(ShapeForm(app.language, shape, said, trouble))
        if answer is None:
            return None
        said = answer
        try:
            other = await asyncio.to_thread(_read_so, desk, batch, answer)
        except QuizError as error:
            trouble = app.language.error(error)
            continue
        if not other.count:
            trouble = say("teach.aid_empty_so")
            continue
        trouble = ""
        words = {"safe": say("teach.aid_again"), "step": say("teach.aid_take")}
        lines = _compared(app.language, batch, other)
        if await app.push_screen_wait(Confirm(say("teach.aid_compared"), lines, **words, key="f9")):
            return other


def source_shape(language: Language, batch: Batch) -> str:
    """Return how a batch's source was read, in a sentence; how its lines are counted where nothing was learnt."""
    source = batch.source
    if source.shape is not None:
        return language.say("teach.aid_as_read", shape=shape_text(source.shape, source.remarks, language))
    return language.say("teach.aid_lines", **source.line_counts._asdict()) if source.lines else ""


def _read_so(desk: BankDesk, batch: Batch, said: SaidShape) -> Batch:
    return batch.read_with(_with_keys(desk, said, batch.aid))


def _with_keys(desk: BankDesk, said: SaidShape, before: ReadingAid) -> ReadingAid:
    """Return what is said with the keys' file, which is read anew where another one is named."""
    if not said.keys:
        return said.aid._replace(keys=None)
    if said.keys == _name_of_keys(before):
        return said.aid
    return said.aid._replace(keys=desk.keys_file(Path(dropped(said.keys) or said.keys).expanduser()))


def _name_of_keys(aid: ReadingAid) -> str:
    return "" if aid.keys is None else aid.keys[1]


def _compared(language: Language, before: Batch, after: Batch) -> list[str]:
    say = language.say
    lines = [
        say("teach.aid_before", counts=_counts(language, before)),
        say("teach.aid_lines", **before.source.line_counts._asdict()),
        "",
        say("teach.aid_after", counts=_counts(language, after)),
        say("teach.aid_lines", **after.source.line_counts._asdict()),
        source_shape(language, after),
    ]
    lost = before.mended - after.mended
    return [*lines, say("teach.aid_lost", count=lost)] if lost else lines


def _counts(language: Language, batch: Batch) -> str:
    counts = batch.counts()
    values = {"sound": counts["imported"], "doubtful": counts["doubtful"], "refused": counts["refused"]}
    return language.say("teach.look_counts", read=sum(counts.values()), **values)
