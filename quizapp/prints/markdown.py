"""Markdown, for those who set papers with other programs: every text is escaped, so that it shows as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from quizapp.prints import wording

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.printing import PrintedForm, PrintedKey, PrintedPaper, PrintedQuestion, PrintedSection

_BLANK = "\\_" * 8
# Beside what Markdown takes for a sign anywhere: a list, a heading or a number where a line begins.
_SIGNS = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|~&$=^:@]")
_BREAK = "  \n"


def write(paper: PrintedPaper, language: Language) -> bytes:
    """Return the paper as the bytes of a UTF-8 Markdown file."""
    parts = []
    for form in paper.forms:
        parts += [_paper(paper, form, language), _sheet(paper, form, language)]
    parts += [_key(paper, form, language) for form in paper.forms if form.keys]
    return ("\n\n---\n\n".join("\n\n".join(part) for part in parts) + "\n").encode("utf-8", "replace")


def plain(text: str) -> str:
    """Return a text that Markdown shows as it is, its lines kept."""
    return _SIGNS.sub(lambda sign: "\\" + sign[0], text.expandtabs(4)).replace("\n", _BREAK)


def _paper(paper: PrintedPaper, form: PrintedForm, language: Language) -> Iterator[str]:
    yield from _head(paper, form, language)
    yield _table([*wording.ordinals(form, language), language.say("print.total")], language)
    notice = (f"{number}. {plain(line)}" for number, line in enumerate(wording.notice(paper, language), 1))
    yield f"**{language.say('print.notice')}**\n\n" + "\n".join(notice)
    for section in form.sections:
        yield _section_head(section, language)
        rules = wording.section_rules(section, language)
        if rules:
            yield plain(rules)
        for question in section.questions:
            yield from _question(question, section, language)


def _head(paper: PrintedPaper, form: PrintedForm, language: Language, what: str = "") -> Iterator[str]:
    if paper.course:
        yield plain(paper.course)
    yield f"# {plain(wording.title(paper, form, language))}" + (f" {what}" if what else "")
    facts = [*([] if what else wording.facts(paper, form, language)), language.say("print.digest", digest=form.digest)]
    yield plain("　".join(facts))


def _table(names: list[str], language: Language) -> str:
    rows = [[language.say("print.number"), *names], ["---"] * (len(names) + 1)]
    rows += [[language.say(f"print.{name}"), *[""] * len(names)] for name in ("score", "marker")]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _section_head(section: PrintedSection, language: Language) -> str:
    return f"## {plain(section.title + wording.section_count(section, language))}"


def _question(question: PrintedQuestion, section: PrintedSection, language: Language) -> Iterator[str]:
    if question.stimulus:
        yield f"*{plain(wording.case_lead(question, language))}*"
        yield "> " + plain(question.stimulus).replace("\n", "\n> ")
    stem = _BLANK.join(plain(part) for part in wording.stem_parts(question.stem))
    lines = [f"**{question.number}\\.** {stem}{plain(wording.question_tail(question, section, language))}"]
    lines += [f"{number}\\. {plain(words)}" for number, words in enumerate(question.left, 1)]
    lines += [f"{letter}\\. {plain(words)}" for letter, words in question.options]
    yield _BREAK.join(lines)


def _sheet(paper: PrintedPaper, form: PrintedForm, language: Language) -> Iterator[str]:
    yield from _head(paper, form, language, language.say("print.sheet"))
    id, name, unit = form.candidate
    given = (("name", name), ("id", id), ("unit", unit))
    yield "　".join(f"{language.say(f'print.{field}')} {plain(value) or _BLANK}" for field, value in given)
    for section in form.sections:
        yield _section_head(section, language)
        for in_a_row, those in groupby(section.questions, key=lambda one: wording.IN_A_ROW.get(one.room.kind, 0)):
            questions = list(those)
            if not in_a_row:
                yield from (_room(question, section, language) for question in questions)
                continue
            numbers = [str(question.number) for question in questions]
            yield from (_boxes(numbers[start : start + in_a_row]) for start in range(0, len(numbers), in_a_row))


def _boxes(numbers: list[str]) -> str:
    rows = (numbers, ["---"] * len(numbers), [" "] * len(numbers))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _room(question: PrintedQuestion, section: PrintedSection, language: Language) -> str:
    room, lead = question.room, f"**{question.number}\\.** "
    match room.kind:
        case "blanks":
            return lead + "　".join([_BLANK] * room.count)
        case "order":
            return lead + " ".join(["□"] * room.count)
        case "pairs":
            return lead + "　".join(f"{place} □" for place in range(1, room.count + 1))
        case "number":
            return f"{lead}{_BLANK} {plain(room.unit)}"
        case _:
            marks = plain(language.say("print.marks", marks=question.marks)) if section.each is None else ""
            return _BREAK.join([lead + marks, *[_BLANK * 5] * room.count])


def _key(paper: PrintedPaper, form: PrintedForm, language: Language) -> Iterator[str]:
    yield from _head(paper, form, language, language.say("print.key"))
    for section in form.sections:
        yield _section_head(section, language)
        groups = wording.key_groups(section, form.keys, language)
        if groups:
            yield plain("　".join(groups))
        asked = {question.number for question in section.questions}
        for key in (key for key in form.keys if key.number in asked):
            yield from _one_key(key, language, is_grouped=bool(groups))


def _one_key(key: PrintedKey, language: Language, *, is_grouped: bool) -> Iterator[str]:
    notes = [plain(note) for note in wording.key_notes(key, language)]
    if notes or not is_grouped:
        yield _BREAK.join([f"**{key.number}\\.** {plain(wording.key_answer(key, language))}", *notes])
