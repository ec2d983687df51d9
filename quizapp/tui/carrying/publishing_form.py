"""The form of a publication: with keys or not, its two passwords, the roster; and what each field means."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeAlias

from textual import events, on, work
from textual.containers import Horizontal, Vertical

from quizapp.carrying.publication_issue import SHORTEST, agreed, check_apart, check_name
from quizapp.domain.errors import QuizError
from quizapp.tui.frame.commands import BACK, HELP, Command
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.widgets.fields import ChoiceLine, SpokenField, TextField
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.frame.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from quizapp.language import Language
    from quizapp.services.ports.workplace import ExportPlace


KEYS, OPENING, INVIGILATOR, ROSTER, TO = "keys", "opening", "invigilator", "roster", "to"
AGAIN = "_again"
WITH, WITHOUT = "with", "without"

FormField: TypeAlias = "ChoiceLine | TextField"


class PublishingFacts(NamedTuple):
    """What the form has to know of the paper and the machine."""

    title: str
    needs_keys: bool
    needs_roster: bool
    people: int
    can_seal: bool


class FilledPublication(NamedTuple):
    """What stands in the fields."""

    keys: str
    """WITH or WITHOUT."""
    roster: str
    """WITH or WITHOUT."""
    to: str
    """Where to write, as typed."""
    opening: str = ""
    invigilator: str = ""


def begun(about: PublishingFacts, to: str) -> FilledPublication:
    """Return what stands there at first: what is safe, and where the file is found again."""
    keys = WITH if about.needs_keys else WITHOUT
    return FilledPublication(keys=keys, roster=WITH if about.people else WITHOUT, to=to)


def fields(language: Language, about: PublishingFacts, filled: FilledPublication) -> dict[str, FormField]:
    """Return the fields by name, in order, as they stand; there are none for what the machine cannot do."""
    say, keys, roster = language.say, _keys(about), _roster(about)
    passwords = (OPENING, INVIGILATOR) if about.can_seal else (INVIGILATOR,)
    names = [name + again for name in passwords for again in ("", AGAIN)]
    none = "" if about.people else "none"
    said = {word: say(f"publish.roster_{none or word}", people=about.people) for word in roster}
    return {
        KEYS: ChoiceLine(keys, {word: say(f"publish.keys_{word}") for word in keys}, filled.keys),
        **{name: SpokenField(placeholder=say(f"publish.hint_{name}")) for name in names},
        ROSTER: ChoiceLine(roster, said, filled.roster),
        TO: TextField(),
    }


def note(language: Language, about: PublishingFacts, name: str, value: str, *, is_on_stick: bool) -> str:
    """Return what a field means as it stands."""
    kind = name
    if name == KEYS:
        kind = "keys_needed" if about.needs_keys else f"keys_{value}"
    elif name == ROSTER:
        kind = "roster_needed" if about.needs_roster else f"roster_{value if about.people else 'none'}"
    elif name == TO:
        kind = "stick" if is_on_stick else "machine"
    return language.say(f"publish.note_{kind}", least=SHORTEST)


def _keys(about: PublishingFacts) -> tuple[str, ...]:
    return (WITH,) if about.needs_keys else (WITHOUT, WITH)


def _roster(about: PublishingFacts) -> tuple[str, ...]:
    if not about.people:
        return (WITHOUT,)
    return (WITH,) if about.needs_roster else (WITH, WITHOUT)


class PublishForm(Room["FilledPublication | None"]):
    """Returns what was filled in, both passwords agreed; None where nothing is to be published.

    All its keys have priority: they are handled in the order they were pressed.
    """

    CSS_PATH = "publishing.tcss"
    AUTO_FOCUS = ""
    GUIDE: ClassVar = "carrying.publishing"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("tab,down", "go", "publish.key_next", back="shift+tab,up"),
        Command("right", "step", "publish.key_choose", back="left", has_priority=False),
        Command("f5", "next_place", "publish.key_place"),
        Command("f9,ctrl+s", "done", "publish.key_done"),
        HELP,
        BACK,
        Command("enter", "enter"),
    )

    def __init__(
        self,
        about: PublishingFacts,
        filled: FilledPublication,
        places: Callable[[], Sequence[ExportPlace]],
        trouble: str = "",
    ) -> None:
        """`places` are where files can go now, asked off the event loop; `trouble` is why nothing was published."""
        super().__init__()
        self._about, self._filled, self._places, self._trouble = about, filled, places, trouble
        self._known: Sequence[ExportPlace] = ()
        self._fields: dict[str, FormField] = {}

    def compose(self) -> ComposeResult:
        # Again where the language was changed: what was typed stays.
        typed = {name: field.value for name, field in self._fields.items()}
        self._fields = fields(self.language, self._about, self._filled)
        with Vertical(classes="column"):
            yield Line(id="where", classes="title")
            yield Rule()
            yield from self._rows()
            yield Prose(id="note", classes="muted")
            yield Prose(self._trouble, id="trouble")
            yield Vertical()
            yield Rule(id="rule")
        yield self.key_line()
        self.call_after_refresh(self._begin, typed)

    def _rows(self) -> Iterator[Widget]:
        for name in (KEYS, OPENING, OPENING + AGAIN, INVIGILATOR, INVIGILATOR + AGAIN, ROSTER, TO):
            field: Widget | None = self._fields.get(name)
            if field is None and name == OPENING:
                field = AutoLine(classes="muted")
                field.show(self.say("publish.cannot_seal"))
            if field is not None:
                label = AutoLine(classes="label")
                label.show(self.say(f"publish.field_{name}"))
                yield Horizontal(label, field, classes="entry -again" if name.endswith(AGAIN) else "entry")

    def _begin(self, typed: dict[str, str]) -> None:
        self.query_one("#where", Line).show(self.say("publish.title", title=self._about.title))
        opening, invigilator = self._filled.opening, self._filled.invigilator
        stood = {OPENING: opening, OPENING + AGAIN: opening, INVIGILATOR: invigilator, TO: self._filled.to}
        for name, field in self._fields.items():
            if isinstance(field, TextField):
                field.begin_with(typed.get(name, stood.get(name, invigilator)))
            else:
                field.value = typed.get(name, field.value)
        self._complain(self._trouble)
        self.set_focus(self._fields[TO if self._trouble else KEYS])
        self._look_around(goes_on=False)

    # What keys do

    def type_character(self, character: str) -> bool:
        """Give a character to the field that has the cursor; a blank goes through the words of a choice."""
        if isinstance(self.focused, TextField):
            self._complain("")
            self.focused.type_text(character)
            return True
        if isinstance(self.focused, ChoiceLine) and character in (" ", "\u3000"):
            self.focused.step(1)
        return character not in "?？"

    def action_go(self, step: int) -> None:
        names = list(self._fields)
        self.set_focus(self._fields[names[(names.index(self._here) + step) % len(names)]])

    def action_step(self, step: int) -> None:
        if isinstance(self.focused, ChoiceLine):
            self.focused.step(step)

    def action_enter(self) -> None:
        """Go to the next field, and on from the last one."""
        if self._here == TO:
            self.action_done()
        else:
            self.action_go(1)

    def action_next_place(self) -> None:
        """Write to the next place there is now: a stick that was plugged in meanwhile among them."""
        self._look_around(goes_on=True)

    def action_done(self) -> None:
        passwords = [self._agreed(name) for name in (OPENING, INVIGILATOR)]
        to = self._fields[TO].value.strip().strip("\"' ")
        if None not in passwords and self._is_a_place(to):
            opening, invigilator = (password or "" for password in passwords)
            try:
                check_apart(opening, invigilator)
            except QuizError as error:
                self._ask_again(INVIGILATOR, error)
                return
            keys, roster = (self._fields[name].value for name in (KEYS, ROSTER))
            self.dismiss(FilledPublication(keys, roster, to, opening, invigilator))

    def action_leave(self) -> None:
        self.dismiss(None)

    @on(ChoiceLine.Opened)
    def choose(self, message: ChoiceLine.Opened) -> None:
        message.line.step(1)

    @on(ChoiceLine.Changed)
    @on(events.DescendantFocus)
    def explain_field(self) -> None:
        """Say what the field under the cursor means as it stands."""
        name = self._here
        to = Path(self._fields[TO].value).expanduser()
        is_on_stick = any(one.is_removable and one.folder in to.parents for one in self._known)
        text = note(self.language, self._about, name, self._fields[name].value, is_on_stick=is_on_stick)
        self.query_one("#note", Prose).text = text

    # How it is done

    @property
    def _here(self) -> str:
        return next((name for name, field in self._fields.items() if field is self.focused), KEYS)

    def _agreed(self, name: str) -> str | None:
        """Return a password that was typed twice alike, "" for none; None after saying what is wrong with it."""
        typed = [self._fields[one].value for one in (name, name + AGAIN) if one in self._fields]
        if not any(map(str.strip, typed)):
            return ""
        try:
            return agreed(*typed)
        except QuizError as error:
            self._ask_again(name, error)
            return None

    def _ask_again(self, name: str, error: QuizError) -> None:
        """Empty a password's fields: what was wrong in them cannot be seen."""
        for one in (name, name + AGAIN):
            field = self._fields[one]
            assert isinstance(field, TextField)
            field.begin_with("")
        self._complain(f"{self.say(f'publish.field_{name}')}: {self.language.error(error)}", name)

    def _is_a_place(self, to: str) -> bool:
        """Return whether a publication can be called so; say why not."""
        try:
            if to and not Path(to).expanduser().is_dir():
                check_name(Path(to))
        except QuizError as error:
            self._complain(self.language.error(error), TO)
            return False
        if not to:
            self._complain(self.say("publish.no_place"), TO)
        return bool(to)

    def _complain(self, text: str, name: str = "") -> None:
        trouble = self.query_one("#trouble", Prose)
        trouble.text, trouble.display = text, bool(text)
        if name:
            self.set_focus(self._fields[name])

    @work(exclusive=True, group="places")
    async def _look_around(self, *, goes_on: bool) -> None:
        """See which places there are; take the one behind the one that is named."""
        self._known = await asyncio.to_thread(self._places)
        field = self._fields[TO]
        if goes_on and self._known and isinstance(field, TextField):
            path = Path(field.value).expanduser()
            folders = [one.folder for one in self._known]
            at = folders.index(path.parent) + 1 if path.parent in folders else 0
            field.begin_with(str(folders[at % len(folders)] / path.name))
            self.set_focus(field)
        self.explain_field()
