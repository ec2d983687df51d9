"""A command on a screen as one value: its bindings, its part of the key line, its help and its row in the palette."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding, BindingType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizapp.language import Language

_NAMES = {"escape": "Esc", "pageup": "PgUp", "pagedown": "PgDn"}
_SIGNS = {"left": "←", "right": "→", "up": "↑", "down": "↓"}
_ON, _BACK = "\0", "\1"
"""Stand before the two keys while a label is taken to pieces."""


@dataclass(frozen=True, slots=True)
class Command:
    """What can be done on a screen by a key, or both ways by two. The page of the guide calls it by its `name`."""

    keys: str
    """As Textual names them, parted by commas; the first is the one that is told."""
    action: str = ""
    """The screen's action, with its arguments; "" where the key goes to what has the focus."""
    label: str = ""
    """The code of what the key line says, `{key}` in its words; "" for nothing.

    A part that an attribute of the screen says stands as `{.attribute}` in the code.
    """
    back: str = ""
    """The keys that do it the other way, as many as `keys`: the action is called with a step, or its opposite."""
    when: str = ""
    """The screen's attribute that says whether it is offered now; its keys work, or say why not, all the same."""
    has_priority: bool = True
    """Whether its keys are handled in the order they were pressed, before what has the focus sees them."""
    is_harmless: bool = False
    """Whether the palette may offer it while a paper is sat."""

    @property
    def name(self) -> str:
        """What its action is called with, where that is a word; its action without arguments, else its key."""
        word = self.action.partition("('")[2].removesuffix("')")
        return word or self.method or self.keys

    @property
    def method(self) -> str:
        """Its action without arguments."""
        return self.action.partition("(")[0]

    def labelled(self, label: str) -> Command:
        """Return it with another label, for a screen that says it by how things stand."""
        return replace(self, label=label)

    def is_offered(self, screen: object) -> bool:
        """Return whether a screen offers it now."""
        return not self.when or bool(getattr(screen, self.when))


HELP = Command("f4,f1,question_mark,fullwidth_question_mark", "explain", "key.help", has_priority=False)
PALETTE = Command("ctrl+p", "palette", "key.palette", has_priority=False)
BACK = Command("escape,ctrl+q", "leave", "key.back")
MOVE, PAGE = Command("down", "move", back="up"), Command("pagedown", "page", back="pageup")
GENERAL = ("explain", "palette", "leave")
"""The names of what every screen has."""


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Return the keys of commands as Textual binds them."""
    made: list[BindingType] = []
    for one in commands:
        ways = {one.keys: one.action}
        if one.back:
            _, _, step = one.action.rstrip(")").partition("(")
            ways = {one.keys: f"{one.method}({step or 1})", one.back: f"{one.method}(-{step or 1})"}
        made += [
            Binding(keys, action, show=False, priority=one.has_priority) for keys, action in ways.items() if action
        ]
    return made


def key_name(language: Language, key: str) -> str:
    """Return how a key is called in a text: Ctrl+S, PgDn, 左键."""
    *held, last = key.split("+")
    code = f"keyboard.{last}"
    name = language.say(code) if language.knows(code) else _NAMES.get(last, last.capitalize())
    return "+".join([*(one.capitalize() for one in held), name])


def _sign(language: Language, key: str) -> str:
    """Return a key as key lines have it, an arrow as its sign."""
    *held, last = key.rpartition("+")
    return "".join(held).capitalize() + _SIGNS[last] if last in _SIGNS else key_name(language, key)


class KeyNames:
    """How texts call a command's keys: `{name}` the first, `{name[1]}` another, `{name.on}`, `{name.back}` one way."""

    def __init__(self, language: Language, command: Command) -> None:
        self._language = language
        self._on, self._back = command.keys.split(","), command.back.split(",")

    def __str__(self) -> str:
        return self[0]

    def __getitem__(self, place: int) -> str:
        say, on, back = self._language.say, self._on[place], self._back[place] if self._back[0] else ""
        if not back:
            return key_name(self._language, on)
        code = f"keyboard.{back}_{on}"
        values = {"on": key_name(self._language, on), "back": key_name(self._language, back)}
        return say(code if self._language.knows(code) else "keyboard.both", **values)

    @property
    def on(self) -> str:
        """The first key alone."""
        return key_name(self._language, self._on[0])

    @property
    def back(self) -> str:
        """The first key of the other way alone."""
        return key_name(self._language, self._back[0])


def key_names(language: Language, commands: Iterable[Command]) -> Mapping[str, KeyNames]:
    """Return what stands for commands in a page of the guide; of two with one name, the first."""
    return {one.name: KeyNames(language, one) for one in reversed(list(commands))}


class KeyPiece(NamedTuple):
    """Words in the key line, and the key that a click on them presses, "" for none."""

    words: str
    key: str = ""


def key_part(language: Language, command: Command, label: str) -> tuple[KeyPiece, ...]:
    """Return what the key line says of a command by a label's code.

    Where both ways are told, what stands before the second key is the other way's. What is said before a comma is of
    other keys, such as the arrows that move among rows.
    """
    on, back = command.keys.split(",")[0], command.back.split(",")[0]
    held = back.rpartition("+")[0]
    signs = {"key": _ON + _sign(language, on), "back": _BACK + _sign(language, back)}
    lead, mark, rest = language.say(label, **signs, keys=KeyNames(language, command)).partition(_ON)
    if _BACK in lead:
        rest = rest.removeprefix(f"{held.capitalize()}+") if held else rest
        pieces = [KeyPiece(lead.replace(_BACK, ""), back), KeyPiece(rest, on if mark else "")]
    else:
        cut = max(lead.rfind(comma) for comma in "，,") + 1 if mark else 0
        pieces = [KeyPiece(lead[:cut]), KeyPiece(lead[cut:] + rest, on)]
    return tuple(piece for piece in pieces if piece.words)


def key_parts(language: Language, screen: object, commands: Iterable[Command]) -> tuple[tuple[KeyPiece, ...], ...]:
    """Return the key line of a screen: what it offers now, in the order of its commands."""
    return tuple(
        key_part(language, one, one.label.format(screen)) for one in commands if one.label and one.is_offered(screen)
    )
