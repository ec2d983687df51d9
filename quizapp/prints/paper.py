"""A paper on paper: for each form what the candidate reads and the answer sheet, then the keys, apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from quizapp.documents import page
from quizapp.documents.text_width import GROUP
from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.item import BY_SCORES, LETTERS
from quizapp.domain.items.choices import to_shown
from quizapp.domain.items.fill_blank import BLANK
from quizapp.language.words import chinese_numeral

if TYPE_CHECKING:
    from quizapp.documents.page import Block
    from quizapp.domain.item import Room
    from quizapp.domain.papers.paper import Form, Question, Section
    from quizapp.language import Language
    from quizapp.services.printing import PrintedForm, PrintedPaper

_IN_A_ROW: dict[Room, int] = {"letter": 10, "truth": 10, "letters": 5}
"""Kinds of room that are one box, and how many stand in a row of an answer sheet."""
_WORTH_SAYING = frozenset({"letters", "order", "pairs", "cells", "places", "blanks"})
"""Kinds of room whose answers may be right in part."""
FEWEST_LINES, MOST_LINES = 5, 22
"""Lines to write a text on: one for each mark, within these."""
FEWEST_PART_LINES = 2
"""Lines for one part of a document."""
_PLACE = re.compile(r"[（(]\s*[）)]")


def paper_pages(paper: PrintedPaper, language: Language) -> page.Pages:
    """Return what stands on the pages of a paper's forms, and of their keys where those were asked for."""
    forms = [_FormPages(paper, form, language) for form in paper.forms]
    chapters = [one.chapter() for one in forms]
    if paper.with_key:
        chapters += [one.key_chapter() for one in forms]
    foot = language.say("print.page", page=page.PAGE)
    return page.Pages(
        title=paper.paper.title,
        look="paper",
        tongue=language.tongue,
        chapters=tuple(chapters),
        # A program counts the pages of the whole file: how many there are is said where all are one form's.
        foot=language.say("print.pages", page=page.PAGE, pages=page.PAGES) if len(chapters) == 1 else foot,
        chapter_foot=foot,
    )


class _PartOfForm(NamedTuple):
    """A section with its questions in one form."""

    section: Section
    questions: tuple[Question, ...]
    each: Fraction | None
    """What every question is worth; None where they differ."""

    @property
    def schemes(self) -> set[str]:
        """The marking schemes of those questions that can be answered in part."""
        told = ((question.marking.scheme, question.item) for question in self.questions)
        return {scheme for scheme, item in told if len(item.SCHEMES) > 1 or scheme == BY_SCORES.name}


def _parts(form: Form) -> Iterator[_PartOfForm]:
    """Give the sections that have questions."""
    for place, section in enumerate(form.paper.sections):
        questions = form.section_questions(place)
        marks = {question.marking.marks for question in questions}
        if questions:
            yield _PartOfForm(section, questions, marks.pop() if len(marks) == 1 else None)


class _FormPages:
    """One form's pages."""

    def __init__(self, printed: PrintedPaper, form: PrintedForm, language: Language) -> None:
        self._paper = printed.paper
        self._course = printed.course
        self._form = form
        self._language = language
        self._say = language.say
        self._parts = list(_parts(form.form))

    def chapter(self) -> page.PageChapter:
        """Return what the candidate reads, then the answer sheet."""
        letter = self._form.letter
        read = (self._head(self._strip(is_needed=False)), *self._read())
        sheet = (self._head(self._strip(is_needed=True), "sheet"), *self._sheet())
        sections = (page.PageSection(read, "paper sealed"), page.PageSection(sheet, "sheet sealed", begins_page=True))
        name = self._say("print.form_short", letter=letter) if letter else ""
        return page.PageChapter(sections, f"form form-{letter or 'A'}", name)

    def key_chapter(self) -> page.PageChapter:
        """Return what the markers read."""
        blocks = (self._head(None, "key"), *(block for part in self._parts for block in self._key(part)))
        return page.PageChapter((page.PageSection(blocks, "answers"),), "form key", self._say("print.key"))

    def _strip(self, *, is_needed: bool) -> page.SealedStrip:
        """Return the strip; who it is stands there already where the form is one candidate's own."""
        id, name, unit = self._form.candidate
        fields = ((self._say("print.name"), name), (self._say("print.id"), id), (self._say("print.unit"), unit))
        return page.SealedStrip(fields, self._say("print.seal"), is_needed)

    def _head(self, strip: page.SealedStrip | None, part: str = "") -> page.PageHead:
        say, letter = self._say, self._form.letter
        title = self._paper.title + (say("print.form", letter=letter) if letter else "")
        facts = (*(() if part else self._facts()), say("print.digest", digest=self._form.digest))
        return page.PageHead(title, self._course, say(f"print.{part}") if part else "", facts, strip)

    def _facts(self) -> Iterator[str]:
        """Give that it is a trial where it is one, time, full score and pass mark."""
        if self._form.form.is_trial:
            yield self._say("print.trial")
        if limit := self._paper.delivery.time_limit:
            yield self._say("print.time", time=_time(limit, self._language))
        yield self._say("print.full", marks=self._form.form.full_score)
        yield self._say("print.pass", marks=self._form.form.pass_marks)

    def _read(self) -> Iterator[Block]:
        say, numeral = self._say, chinese_numeral if self._language.tongue == "zh" else str
        numbers = (numeral(number) for number, _ in enumerate(self._parts, 1))
        rows = tuple(say(f"print.{row}") for row in ("number", "score", "marker"))
        yield page.ScoreBox((*numbers, say("print.total")), rows)
        notice = (*self._paper.instructions.splitlines(), say("print.use_sheet"))
        yield page.CandidateNotice(say("print.notice"), notice)
        for part in self._parts:
            yield page.PageSection((self._heading(part), *self._questions(part)), "part-of-paper")

    def _heading(self, part: _PartOfForm) -> page.Heading:
        """Return a section's title with what it is worth: 共 20 题，每题 2 分，共 40 分."""
        each = {} if part.each is None else {"each": part.each}
        marks = sum((question.marking.marks for question in part.questions), Fraction(0))
        code = "print.section_each" if each else "print.section"
        return page.Heading(part.section.title, beside=self._say(code, count=len(part.questions), marks=marks, **each))

    def _questions(self, part: _PartOfForm) -> Iterator[Block]:
        if rules := self._rules(part):
            yield page.TextBlock(rules, "rules")
        for case, those in groupby(part.questions, key=lambda question: question.case):
            told = ""
            for stage, asked in groupby(those, key=lambda question: question.stage):
                first, *others = asked
                if case and first.stimulus:
                    last = (others or [first])[-1]
                    yield from self._material(first, last, stage, told)
                    told = first.stimulus
                yield from (self._question(one, part) for one in (first, *others))

    def _material(self, first: Question, last: Question, stage: int, told: str) -> Iterator[Block]:
        """Give the material of a case, or of one of its stages what is told anew; `told` is what was before."""
        say = self._say
        code = "print.case" if first is not last else "print.case_one"
        title = say(code, first=first.number, last=last.number)
        if stage or self._unfolds(first.case):
            numeral = chinese_numeral if self._language.tongue == "zh" else str
            title = say("print.stage", stage=numeral(stage + 1)) + title
        if told:
            yield page.TextBlock(say("print.stage_next"), "rules")
        yield page.CaseMaterial(title, first.stimulus.removeprefix(told).strip("\n"))

    def _unfolds(self, case: str) -> bool:
        return any(question.stage for question in self._form.form.questions if question.case == case)

    def _question(self, question: Question, part: _PartOfForm) -> page.AskedQuestion:
        item = question.item
        unit = self._say("print.unit_given", unit=item.unit_asked) if item.unit_asked else ""
        stem = tuple(BLANK.split(_with_place(item.stem, is_needed=item.ROOM in _IN_A_ROW)))
        options = tuple(zip(LETTERS, question.shown_choices, strict=False))
        tail = unit + self._worth(question, part)
        return page.AskedQuestion(question.number, stem, tail, options, item.left_side, item.exhibit)

    def _rules(self, part: _PartOfForm) -> str:
        """Return how a section is marked, where that is not plain, and its own time."""
        says = BY_SCORES.name in part.schemes or any(one.item.ROOM in _WORTH_SAYING for one in part.questions)
        said = [self._say(f"print.scheme.{scheme}") for scheme in part.schemes if says and len(part.schemes) == 1]
        if part.section.penalty:
            said.append(self._say("print.penalty", share=f"{part.section.penalty}"))
        if part.section.time_limit:
            said.append(self._say("print.limit", time=_time(part.section.time_limit, self._language)))
        return ("" if self._language.tongue == "zh" else " ").join(said)

    def _worth(self, question: Question, part: _PartOfForm) -> str:
        """Return a question's marks where they differ in the section."""
        return self._say("print.marks", marks=question.marking.marks) if part.each is None else ""

    def _sheet(self) -> Iterator[Block]:
        for part in self._parts:
            yield page.PageSection((self._heading(part), *self._rooms(part)), "part-of-sheet")

    def _rooms(self, part: _PartOfForm) -> Iterator[Block]:
        for in_a_row, those in groupby(part.questions, key=lambda one: _IN_A_ROW.get(one.item.ROOM, 0)):
            if in_a_row:
                yield page.AnswerBoxes(tuple(question.number for question in those), in_a_row)
            else:
                yield from (space for question in those for space in self._spaces(question, part))

    def _spaces(self, question: Question, part: _PartOfForm) -> Iterator[page.AnswerSpace]:
        """Give the room for an answer; for a document that for each of its parts, behind its name."""
        frame, whole = question.item.frame_asked, self._space(question, part)
        for place, name in enumerate(frame):
            lines = max(FEWEST_PART_LINES, whole.places // len(frame))
            yield page.AnswerSpace(question.number, "lines", lines, ("" if place else whole.tail) + f"【{name}】")
        if not frame:
            yield whole

    def _space(self, question: Question, part: _PartOfForm) -> page.AnswerSpace:
        """Return how much room a question's answer needs."""
        item, number = question.item, question.number
        match item.ROOM:
            case "blanks":
                return page.AnswerSpace(number, "blanks", item.blanks)
            case "order":
                return page.AnswerSpace(number, "order", len(item.choices))
            case "pairs":
                return page.AnswerSpace(number, "pairs", len(item.left_side))
            case "cells" | "places" if table := item.answer_table:
                if item.ROOM == "places" and item.choices:
                    return page.AnswerSpace(number, "pairs", len(table.rows))
                return page.AnswerSpace(number, item.ROOM, len(table.rows), columns=table.columns)
            case "number":
                return page.AnswerSpace(number, "number", 1, item.unit_asked)
            case _:
                lines = max(FEWEST_LINES, min(MOST_LINES, -(-question.marking.marks // 1)))
                return page.AnswerSpace(number, "lines", lines, self._worth(question, part))

    def _key(self, part: _PartOfForm) -> Iterator[Block]:
        """Give a section's key, in groups of five where letters alone say it: `1-5 BCADC`; then what else there is."""
        yield self._heading(part)
        is_grouped = all(question.item.IS_SIGN for question in part.questions)
        if is_grouped:
            starts = range(0, len(part.questions), GROUP)
            groups = (self._group(part.questions[start : start + GROUP]) for start in starts)
            yield page.ShortTexts(tuple(groups), "groups")
        for question in part.questions:
            notes = tuple(self._notes(question))
            if notes or not is_grouped:
                yield page.KeyNotes(question.number, self._answer(question), notes)

    def _group(self, questions: Sequence[Question]) -> str:
        first, last = questions[0].number, questions[-1].number
        signs = [self._answer(question) for question in questions]
        together = ("" if all(len(sign) == 1 for sign in signs) else " ").join(signs)
        return f"{first}-{last} {together}" if last > first else f"{first} {together}"

    def _answer(self, question: Question) -> str:
        """Return the answer itself; that a person marks it, where there is none."""
        answer = question.item.key_parts(question.order).answer
        truth = {"对": "word.true", "错": "word.false"}.get(answer) if question.item.IS_SIGN else None
        return self._say(truth) if truth else answer or self._say("print.by_person")

    def _notes(self, question: Question) -> Iterator[str]:
        """Give what stands under an answer: what else is right, the rubric, why."""
        say, item, order = self._say, question.item, question.order
        parts = item.key_parts(order)
        if parts.whole:
            yield say("print.key_whole", key=parts.whole)
        for place, texts in enumerate(parts.alternatives, 1):
            if len(texts) > 1:
                yield say("print.also", blank=place, texts=" / ".join(texts))
        if parts.runs:
            yield say("print.order_asked", runs=parts.order_asked)
        if parts.tolerance:
            yield say("print.tolerance", tolerance=parts.tolerance)
        if parts.model_answer:
            yield say("print.model_answer", answer=parts.model_answer)
        for number, one in enumerate(parts.points, 1):
            words = say("word.comma").join(one.keywords)
            said = say("print.point", number=number, marks=one.marks, point=one.point)
            yield said + (say("print.keywords", words=words) if words else "")
            yield from (say("print.level", level=each.level, marks=each.marks, looks=each.looks) for each in one.levels)
        for off in parts.deductions:
            yield say("print.deduction", point=off.point, each=off.each, most=off.most)
        if item.rationale:
            yield say("print.rationale", rationale=item.rationale)
        shown = {to_shown(letter, order) if letter in LETTERS else letter: text for letter, text in item.feedback}
        for letter, score in parts.scores:
            yield say("print.option_score", letter=letter, score=decimal_text(score)) + shown.pop(letter, "")
        for letter, text in sorted(shown.items()):
            yield say("print.feedback", letter=letter, text=text)


def _with_place(stem: str, *, is_needed: bool) -> str:
    """Return a stem with the place for its letter, whatever blanks its author left within the brackets."""
    if _PLACE.search(stem):
        return _PLACE.sub(page.PLACE, stem)
    return stem + page.PLACE if is_needed and not BLANK.search(stem) else stem


def _time(limit: timedelta, language: Language) -> str:
    """Return a time in minutes, as papers have it; one of odd seconds in words."""
    minutes, rest = divmod(limit, timedelta(minutes=1))
    return language.duration(limit) if rest else language.say("print.minutes", minutes=minutes)
