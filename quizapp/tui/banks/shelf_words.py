"""What the shelf says of a bank's items, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from quizapp.reading.exchange.source_question import field_name
from quizapp.services.ports.bank_editor import field_text, status_of
from quizapp.services.sitting.results import ReviewedQuestion
from quizapp.tui.frame.widgets.lists import LongLine
from quizapp.tui.frame.widgets.prose import Paragraph
from quizapp.tui.items.review_page import explained

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizapp.domain.errors import Fault
    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language
    from quizapp.services.ports.bank_editor import Shelf, ShelfItem, Sieve

_SIGN, _KIND, _LEVEL = 2, 4, 2
"""Cells of a fault's sign, of a type's short name, and of a level's."""


class ShelfWords:
    """The words of one shelf."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._say = language.say

    def lines(self, items: Sequence[ShelfItem], shelf: Shelf) -> list[LongLine]:
        """Return a line for each item: fault, number, type, level, status, and how it begins."""
        by_key = {item.key: item for item in shelf.items}
        number = max((cell_len(item.label) for item in shelf.items), default=1)
        signs = [self._say(f"teach.sign_{item.mark}") if item.mark else "" for item in items]
        statuses = [self._status(item, by_key.get(item.case)) for item in items]
        # The warnings of quality come a moment later: their column is there before, so that nothing moves.
        widths = _SIGN, number, max(map(cell_len, statuses), default=0)
        rows = zip(items, signs, statuses, strict=True)
        return [self._line(item, (sign, status), widths) for item, sign, status in rows]

    def _status(self, item: ShelfItem, case: ShelfItem | None) -> str:
        status = status_of(item, case)
        return self._say(f"teach.sign_{status}") if status in ("draft", "retired") else ""

    def _line(self, item: ShelfItem, said: tuple[str, str], widths: tuple[int, int, int]) -> LongLine:
        sign, status = said
        cells = [
            set_cell_size(sign, widths[0]),
            item.label.rjust(widths[1]),
            set_cell_size(self.short_type(item), _KIND),
            set_cell_size(self._level(item), _LEVEL),
            *([set_cell_size(status, widths[2])] if widths[2] else []),
        ]
        return LongLine(" ".join(cells) + " ", item.asks, is_muted=status_of(item) == "retired")

    def short_type(self, item: ShelfItem) -> str:
        """Return an item's type in two characters."""
        code = f"teach.short_{field_text(item.fields, 'type')}"
        return self._say(code if self._language.knows(code) else "teach.short_none")

    def _level(self, item: ShelfItem) -> str:
        code = f"teach.level_{_difficulty(item)}"
        return self._say(code) if self._language.knows(code) else "-"

    def count(self, items: Sequence[ShelfItem], shelf: Shelf) -> str:
        """Return how many are shown of how many."""
        asked = [[item for item in part if field_text(item.fields, "type") != "case"] for part in (items, shelf.items)]
        return self._say("teach.count", shown=len(asked[0]), total=len(asked[1]))

    def sieve(self, sieve: Sieve, shelf: Shelf) -> str:
        """Return what the list is narrowed down to."""
        parts = [
            shelf.topic_title(sieve.topic),
            *(self._word(name, getattr(sieve, name)) for name in ("type", "difficulty", "status", "mark")),
        ]
        return " | ".join(part for part in parts if part) or self._say("teach.sieve_off")

    def value(self, name: str, value: str, shelf: Shelf) -> str:
        """Return a value that lines can have, by what is asked."""
        return shelf.topic_title(value) if name == "topic" else self._word(name, value)

    def _word(self, name: str, value: str) -> str:
        if not value:
            return ""
        code = {"status": f"teach.status_{value}", "mark": f"teach.mark_{value}"}.get(name, f"word.{value}")
        return self._say(code) if self._language.knows(code) else value

    def about(self, item: ShelfItem, shelf: Shelf) -> str:
        """Return the line above the question."""
        case = shelf.found(item.case) if item.case else None
        topic = item.item.topic if item.item is not None else field_text(item.fields, "topic")
        parts = [
            item.id or item.label,
            self._word("type", field_text(item.fields, "type")),
            self._word("difficulty", _difficulty(item)),
            shelf.topic_title(topic),
            self._say("teach.of_case") if case is not None else "",
            self._word("status", status_of(item, case)),
        ]
        return " | ".join(part for part in parts if part)

    def item_paragraphs(self, item: ShelfItem, *, shows_key: bool) -> list[Paragraph]:
        """Return what stands beneath a question: its faults, then its key where that is asked for."""
        faults = sorted(item.faults, key=lambda fault: fault.severity != "error")
        page = [self.fault(fault) for fault in faults]
        if item.question is None:
            return [*page, Paragraph(self._say("teach.unusable"), kind="gap"), Paragraph(item.text)]
        if not shows_key:
            return [*page, Paragraph(self._say("teach.key_hidden"), kind="muted")]
        return page + self.explained(item.question)

    def explained(self, question: Question) -> list[Paragraph]:
        """Return a question's key and why, and what is said of each option."""
        item = question.item
        key = item.key_response()
        reviewed = ReviewedQuestion(question=question, response=(), marks=None, key=key, rationale=item.rationale)
        page = explained(self._language, reviewed, shows_key=True)
        if not item.rationale:
            page.append(Paragraph(self._say("teach.no_rationale"), kind="muted"))
        if item.feedback and not item.key_parts(()).scores:
            page.append(Paragraph("", self._say("teach.option_notes"), "heading"))
            page += [Paragraph(text, f"{letter}  ") for letter, text in item.feedback]
        return page

    def fault(self, fault: Fault) -> Paragraph:
        """Return a fault as a sentence."""
        text = self.sentence(fault)
        is_error = fault.severity == "error"
        lead = self._say("teach.fault" if is_error else "teach.warning")
        return Paragraph(text, lead, "fault" if is_error else "advice")

    def sentence(self, fault: Fault) -> str:
        """Return a fault in words, with its line."""
        return self._say("teach.fault_line", text=self._say(fault.code, **fault.values), line=fault.line)

    def advice(self, fault: Fault) -> str:
        """Return a fault in words, its line left out: it stands beside its field."""
        lead = self._say("teach.fault" if fault.severity == "error" else "teach.warning")
        return lead + self._say(fault.code, **fault.values)

    def field(self, name: str) -> str:
        """Return what a field is called."""
        return field_name(name, self._language)

    def facts(self, counts: Mapping[str, int]) -> str:
        """Return how many faults there are."""
        parts = [self._say(f"teach.{name}", count=count) for name, count in counts.items() if count]
        return " | ".join(parts) or self._say("teach.no_faults")


def _difficulty(item: ShelfItem) -> str:
    return item.item.difficulty if item.item is not None else field_text(item.fields, "difficulty")
