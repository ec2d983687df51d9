"""A paper on paper: for each form what the candidate reads and the answer sheet, then the keys, apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from quizapp.documents import page
from quizapp.documents.line_layout import GROUP
from quizapp.domain.items.fill_blank import BLANK
from quizapp.language.words import chinese_numeral

if TYPE_CHECKING:
    from quizapp.documents.page import Block, SpaceKind
    from quizapp.domain.item import Room
    from quizapp.language import Language
    from quizapp.services.printing import PrintedForm, PrintedKey, PrintedPaper, PrintedQuestion, PrintedSection

_IN_A_ROW: dict[Room, int] = {"letter": 10, "truth": 10, "letters": 5}
"""Kinds of room that are one box, and how many stand in a row of an answer sheet."""
_SPACES: dict[Room, SpaceKind] = {"blanks": "blanks", "order": "order", "pairs": "pairs", "number": "number"}
"""Kinds of room that are less than lines to write on."""
_WORTH_SAYING = frozenset({"letters", "order", "pairs", "blanks"})


def paper_pages(paper: PrintedPaper, language: Language) -> page.Pages:
    """Return what stands on the pages of a paper's forms, and of their keys where they are there."""
    forms = [_Form(paper, form, language) for form in paper.forms]
    chapters = [*(one.chapter() for one in forms), *(one.key_chapter() for one in forms if one.form.keys)]
    foot = language.say("print.page", page=page.PAGE)
    return page.Pages(
        title=paper.title,
        look="paper",
        tongue=language.tongue,
        chapters=tuple(chapters),
        # A program counts the pages of the whole file: how many there are is said where all are one form's.
        foot=language.say("print.pages", page=page.PAGE, pages=page.PAGES) if len(chapters) == 1 else foot,
        chapter_foot=foot,
    )


class _Form:
    """One form's pages."""

    def __init__(self, paper: PrintedPaper, form: PrintedForm, language: Language) -> None:
        self._paper = paper
        self.form = form
        self._language = language
        self._say = language.say

    def chapter(self) -> page.PageChapter:
        """Return what the candidate reads, then the answer sheet."""
        letter = self.form.letter
        read = page.PageSection((self._head(self._strip(is_needed=False)), *self._read()), "paper sealed")
        sheet = page.PageSection(
            (self._head(self._strip(is_needed=True), "sheet"), *self._sheet()), "sheet sealed", begins_page=True
        )
        name = self._say("print.form_short", letter=letter) if letter else ""
        return page.PageChapter((read, sheet), f"form form-{letter or 'A'}", name)

    def key_chapter(self) -> page.PageChapter:
        """Return what the markers read."""
        blocks = (self._head(None, "key"), *(block for one in self.form.sections for block in self._key_section(one)))
        return page.PageChapter((page.PageSection(blocks, "answers"),), "form key", self._say("print.key"))

    def _strip(self, *, is_needed: bool) -> page.SealedStrip:
        """Return the strip; who it is stands there already where the form is one candidate's own."""
        id, name, unit = self.form.candidate
        fields = ((self._say("print.name"), name), (self._say("print.id"), id), (self._say("print.unit"), unit))
        return page.SealedStrip(fields, self._say("print.seal"), is_needed)

    def _head(self, strip: page.SealedStrip | None, part: str = "") -> page.PageHead:
        say, form = self._say, self.form
        title = self._paper.title + (say("print.form", letter=form.letter) if form.letter else "")
        facts = [] if part else [*self._facts()]
        facts.append(say("print.digest", digest=form.digest))
        return page.PageHead(title, self._paper.course, say(f"print.{part}") if part else "", tuple(facts), strip)

    def _facts(self) -> Iterator[str]:
        """Give time, full score and pass mark."""
        if self._paper.time_limit:
            yield self._say("print.time", time=_time(self._paper.time_limit, self._language))
        yield self._say("print.full", marks=self.form.full_score)
        yield self._say("print.pass", marks=self.form.pass_marks)

    def _read(self) -> Iterator[Block]:
        say, numeral = self._say, chinese_numeral if self._language.tongue == "zh" else str
        numbers = (numeral(number) for number, _ in enumerate(self.form.sections, 1))
        rows = tuple(say(f"print.{row}") for row in ("number", "score", "marker"))
        yield page.ScoreBox((*numbers, say("print.total")), rows)
        yield page.CandidateNotice(
            say("print.notice"), (*self._paper.instructions.splitlines(), say("print.use_sheet"))
        )
        for section in self.form.sections:
            yield page.PageSection((self._heading(section), *self._questions(section)), "part-of-paper")

    def _heading(self, section: PrintedSection) -> page.Heading:
        """Return a section's title with what it is worth: 共 20 题，每题 2 分，共 40 分."""
        each = {} if section.each is None else {"each": section.each}
        code = "print.section_each" if each else "print.section"
        beside = self._say(code, count=len(section.questions), marks=section.marks, **each)
        return page.Heading(section.title, beside=beside)

    def _questions(self, section: PrintedSection) -> Iterator[Block]:
        if rules := self._rules(section):
            yield page.TextBlock(rules, "rules")
        for question in section.questions:
            if question.stimulus:
                code = "print.case_one" if question.case_last == question.number else "print.case"
                lead = self._say(code, first=question.number, last=question.case_last)
                yield page.CaseMaterial(lead, question.stimulus)
            unit = self._say("print.unit_given", unit=question.room.unit) if question.room.unit else ""
            stem = tuple(BLANK.split(question.stem))
            tail = unit + self._worth(question, section)
            yield page.AskedQuestion(question.number, stem, tail, question.options, question.left)

    def _rules(self, section: PrintedSection) -> str:
        """Return how a section is marked, where that is not plain, and its own time."""
        says = any(question.room.kind in _WORTH_SAYING for question in section.questions)
        said = [self._say(f"print.scheme.{section.schemes[0]}")] if says and len(section.schemes) == 1 else []
        if section.penalty:
            said.append(self._say("print.penalty", share=f"{section.penalty}"))
        if section.time_limit:
            said.append(self._say("print.limit", time=_time(section.time_limit, self._language)))
        return ("" if self._language.tongue == "zh" else " ").join(said)

    def _worth(self, question: PrintedQuestion, section: PrintedSection) -> str:
        """Return a question's marks where they differ in the section."""
        return self._say("print.marks", marks=question.marks) if section.each is None else ""

    def _sheet(self) -> Iterator[Block]:
        for section in self.form.sections:
            yield page.PageSection((self._heading(section), *self._room(section)), "part-of-sheet")

    def _room(self, section: PrintedSection) -> Iterator[Block]:
        for in_a_row, those in groupby(section.questions, key=lambda one: _IN_A_ROW.get(one.room.kind, 0)):
            if in_a_row:
                yield page.AnswerBoxes(tuple(question.number for question in those), in_a_row)
                continue
            for question in those:
                room = question.room
                kind = _SPACES.get(room.kind, "lines")
                tail = self._worth(question, section) if kind == "lines" else room.unit
                yield page.AnswerSpace(question.number, kind, room.count, tail)

    def _key_section(self, section: PrintedSection) -> Iterator[Block]:
        """Give a section's key, in groups of five where letters alone say it: `1-5 BCADC`; then what else there is."""
        asked = {question.number for question in section.questions}
        keys = [key for key in self.form.keys if key.number in asked]
        yield self._heading(section)
        is_grouped = bool(keys) and all(key.is_sign for key in keys)
        if is_grouped:
            groups = (self._group(keys[start : start + GROUP]) for start in range(0, len(keys), GROUP))
            yield page.ShortTexts(tuple(groups), "groups")
        for key in keys:
            notes = tuple(self._notes(key))
            if notes or not is_grouped:
                yield page.KeyNotes(key.number, self._answer(key), notes)

    def _group(self, keys: Sequence[PrintedKey]) -> str:
        numbers = f"{keys[0].number}-{keys[-1].number}" if len(keys) > 1 else str(keys[0].number)
        signs = [self._answer(key) for key in keys]
        return f"{numbers} {('' if all(len(sign) == 1 for sign in signs) else ' ').join(signs)}"

    def _answer(self, key: PrintedKey) -> str:
        """Return the answer itself; that a person marks it, where there is none."""
        truth = {"对": "word.true", "错": "word.false"}.get(key.answer) if key.is_sign else None
        return self._say(truth) if truth else key.answer or self._say("print.by_person")

    def _notes(self, key: PrintedKey) -> Iterator[str]:
        """Give what stands under an answer: what else is right, the rubric, why."""
        say = self._say
        for also in key.also:
            blank, _, texts = also.partition(": ")
            yield say("print.also", blank=blank, texts=texts)
        if key.tolerance:
            yield say("print.tolerance", tolerance=key.tolerance)
        if key.model_answer:
            yield say("print.model_answer", answer=key.model_answer)
        for number, (point, marks, keywords) in enumerate(key.points, 1):
            words = say("word.comma").join(keywords)
            said = say("print.point", number=number, marks=marks, point=point)
            yield said + (say("print.keywords", words=words) if words else "")
        if key.rationale:
            yield say("print.rationale", rationale=key.rationale)
        for letter, text in key.feedback:
            yield say("print.feedback", letter=letter, text=text)


def _time(limit: timedelta, language: Language) -> str:
    """Return a time in minutes, as papers have it; one of odd seconds in words."""
    minutes, rest = divmod(limit, timedelta(minutes=1))
    return language.duration(limit) if rest else language.say("print.minutes", minutes=minutes)
