"""What is found out about one question of a GIFT file, bit by bit."""

from __future__ import annotations

from dataclasses import dataclass, field

from quizapp.domain.declaration import Value
from quizapp.formats.gift.markup import Form, plain_text
from quizapp.reading.source_question import Reason

_MOST_DOUBTS = 20
_MOST_NOTED = 1000
_LONGEST = 60


@dataclass(slots=True)
class Told:
    """Fields and doubts of a question, gathered while its answers are taken apart."""

    stem: str
    form: Form
    """Of the stem, which the other texts have where they name none."""
    fields: dict[str, Value] = field(default_factory=dict)
    doubts: list[Reason] = field(default_factory=list)
    spare: list[str] = field(default_factory=list)
    """Feedback that the question's type has no place for."""

    def plain(self, text: str) -> str:
        """Return a text of the question as plain text, its doubts noted."""
        read = plain_text(text, self.form)
        if read.doubts and len(self.doubts) < _MOST_NOTED:
            self.doubts += read.doubts
        return read.text

    def doubt(self, code: str, **values: object) -> None:
        """Note a doubt; of long texts the beginning says enough."""
        if len(self.doubts) < _MOST_NOTED:
            self.doubts.append(Reason(code, {name: _short(value) for name, value in values.items()}))

    def all_doubts(self) -> tuple[Reason, ...]:
        """Return the doubts, each once, and no more than people read."""
        if not self.doubts:
            return ()
        once = {(each.code, *map(str, each.values.values())): each for each in self.doubts}
        return tuple(once.values())[:_MOST_DOUBTS]

    def spare_feedback(self, text: str) -> None:
        """Keep feedback for the rationale."""
        if read := self.plain(text):
            self.spare.append(read)


def _short(value: object) -> object:
    return f"{value[:_LONGEST]}…" if isinstance(value, str) and len(value) > _LONGEST else value
