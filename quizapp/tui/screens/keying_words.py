"""What the keying screens say about lines and differences, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.keying.line import EMPTY, GROUP, has_sign
from quizapp.tui.widgets.page import Paragraph

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.keyed_lines import KeyedLine
    from quizapp.services.keying import Difference, Keying


class KeyingWords:
    """The texts around a paper's lines."""

    def __init__(self, language: Language, keying: Keying) -> None:
        self._language = language
        self._keying = keying

    def where(self) -> str:
        """Return the first line: what is done, the paper, the round, who keys."""
        say, keying = self._language.say, self._keying
        parts = [say("keying.title"), keying.paper.title, say(f"keying.round_{keying.round}")]
        return " | ".join([*parts, say("keying.by", by=keying.by)])

    def how(self) -> list[str]:
        """Return how a line is typed."""
        paper = self._keying.paper
        has_forms = paper.forms > 1 and not paper.per_candidate
        say = self._language.say
        return [say("keying.how_form" if has_forms else "keying.how"), say("keying.how_more")]

    def page(self, line: KeyedLine) -> list[Paragraph]:
        """Return what was read of a line, and what is wrong in it."""
        if line.candidate is None and not line.faults:
            return [Paragraph(text, kind="muted") for text in self.how()]
        say = self._language.say
        page = [Paragraph(self._who(line), kind="title")] if line.candidate else []
        if line.candidate and self._keying.line_of(line.candidate.id) not in ("", line.text):
            page.append(Paragraph(say("keying.again"), kind="muted"))
        if line.cells:
            page.append(Paragraph("   ".join(self._groups(line))))
        for number, fault in line.faults:
            reason = self._language.error(fault)
            text = say("keying.at", number=number, reason=reason) if number else reason
            page.append(Paragraph(text, "! ", "bad"))
        if line.questions and not line.faults:
            page.append(self._progress(line))
        return page

    def kept(self, line: KeyedLine) -> str:
        """Return a line that was taken, as the list shows it."""
        mark = "" if line.is_whole else "! "
        name = f" {line.candidate.name}" if line.candidate and line.candidate.name else ""
        id, _, rest = line.text.partition(" ")
        return f"{mark}{id}{name}  {rest}"

    def difference(self, one: Difference) -> str:
        """Return where the rounds differ, and which of them was taken."""
        say = self._language.say
        first, second = (self._said(text, one.number) for text in one.said)
        code = "keying.difference" if one.number else "keying.difference_whole"
        values = {"id": one.candidate, "name": one.name, "number": one.number}
        return say(code, **values, first=first, second=second)

    def chosen(self, one: Difference) -> str:
        """Return which round was found right."""
        return self._language.say(f"keying.chosen_{one.settled}" if one.settled else "keying.chosen_none")

    def _said(self, text: str, number: int) -> str:
        say = self._language.say
        if number:
            return text or say("keying.empty_answer")
        if text == "":
            return say("keying.no_line")
        return say("keying.has_line") if text == EMPTY else say("keying.form_line", letter=text)

    def _who(self, line: KeyedLine) -> str:
        assert line.candidate is not None
        code = "keying.who_form" if line.letter else "keying.who"
        return self._language.say(code, id=line.candidate.id, name=line.candidate.name, letter=line.letter).strip()

    def _progress(self, line: KeyedLine) -> Paragraph:
        say = self._language.say
        if line.is_whole:
            return Paragraph(say("keying.whole"), kind="good")
        return Paragraph(say("keying.read", count=len(line.cells), total=len(line.questions)), kind="muted")

    def _groups(self, line: KeyedLine) -> list[str]:
        """Return answers with their numbers: signs in groups of five, others each by itself."""
        groups: list[list[int]] = []
        for place, question in enumerate(line.questions[: len(line.cells)]):
            before = groups[-1] if groups else []
            goes_on = before and len(before) < GROUP and has_sign(line.questions[before[-1]])
            if goes_on and has_sign(question):
                before.append(place)
            else:
                groups.append([place])
        return [self._group(line, group) for group in groups]

    def _group(self, line: KeyedLine, places: list[int]) -> str:
        first, last = line.questions[places[0]].number, line.questions[places[-1]].number
        numbers = str(first) if first == last else f"{first}-{last}"
        return f"{numbers}:{''.join(line.cells[place] or EMPTY for place in places)}"
