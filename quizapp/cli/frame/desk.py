"""What every command has at hand: the language, the two streams, and the class's workplace when it is asked for."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from quizapp import wiring
from quizapp.cli.frame.tables import TextHeading, lay_out

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.ports.workplace import Workplace
    from quizapp.settings import Options, Settings


class Desk:
    """One call of one command. Results go to standard output, messages to standard error."""

    def __init__(self, options: Options, language: Language) -> None:
        self.language = language
        self.options = options
        self.only_looks = False
        """Whether the command leaves everything as it is, the second copy of the home too."""

    @cached_property
    def settings(self) -> Settings:
        """The settings that hold. Raises CalledWrongly, Faulty."""
        return wiring.settings(self.options)

    @cached_property
    def role(self) -> str:
        """What the machine is for, "" where its settings do not say. Raises Faulty."""
        return wiring.role(self.options)

    @cached_property
    def workplace(self) -> Workplace:
        """The class's home and the banks."""
        return wiring.workplace(self.settings)

    def renew(self) -> None:
        """Have the workplace made anew when it is next asked for: a publication said which class this is."""
        self.__dict__.pop("workplace", None)

    @property
    def staff(self) -> str:
        """Who is at the desk: the settings' staff, else the system's user."""
        return self.workplace.staff

    def keep_copy(self) -> None:
        """Copy the home to its second place, where the settings name one; what fails is told and in nobody's way."""
        from quizapp.services.ports.workplace import keep_second_copy

        trouble = keep_second_copy(self.workplace)
        if trouble is not None:
            self.note(self.language.error(trouble))

    def say(self, code: str, **values: object) -> str:
        """Return a sentence of the catalogue of commands."""
        return self.language.say(f"command.{code}", **values)

    def show(self, text: str) -> None:
        """Write a line of the result."""
        sys.stdout.write(text + "\n")

    def note(self, text: str) -> None:
        """Write a message."""
        sys.stderr.write(text + "\n")

    def show_table(self, headings: Sequence[TextHeading], rows: Sequence[Sequence[object]]) -> None:
        """Write a table for people: columns as wide as they need, numbers to the right."""
        texts = [["" if cell is None else self.language.value(cell) for cell in row] for row in rows]
        for line in lay_out(headings, texts):
            self.show(line)

    def heading(self, name: str, *, is_number: bool = False) -> TextHeading:
        """Return a column's heading by its code."""
        return TextHeading(self.language.say(f"column.{name}"), is_number)

    def show_json(self, data: object) -> None:
        """Write what a machine reads: UTF-8 whatever the terminal speaks."""
        self.show_bytes(json.dumps(data, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n")

    def show_bytes(self, data: bytes) -> None:
        """Write bytes to standard output."""
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
