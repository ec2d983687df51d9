"""Plain text, 76 cells wide: to be read anywhere, pasted into a chat, or printed on anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from quizapp.documents.text_width import width, wrapped
from quizapp.prints import wording

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.printing import PrintedForm, PrintedKey, PrintedPaper, PrintedQuestion, PrintedSection

WIDE = 76
_INDENT = 4
_RULE = "-" * WIDE


def write(paper: PrintedPaper, language: Language) -> bytes:
    """Return the paper as the bytes of a UTF-8 text file; a form feed begins every part on a page of its own."""
    parts = []
    for form in paper.forms:
        parts += [_paper(paper, form, language), _sheet(paper, form, language)]
    parts += [_key(paper, form, language) for form in paper.forms if form.keys]
    return "\n\f".join("\n".join(part) + "\n" for part in parts).encode("utf-8", "replace")


def _paper(paper: PrintedPaper, form: PrintedForm, language: Language) -> Iterator[str]:
    yield from _head(paper, form, language)
    yield language.say("print.notice")
    for number, line in enumerate(wording.notice(paper, language), 1):
        yield from _hung(f"{number}.", line)
    for section in form.sections:
        yield from _section_head(section, language)
        yield from _rules(section, language)
        for question in section.questions:
            yield ""
            yield from _question(question, section, language)


def _head(paper: PrintedPaper, form: PrintedForm, language: Language, what: str = "") -> Iterator[str]:
    yield from _centred(paper.course)
    yield from _centred(wording.title(paper, form, language))
    yield from _centred(what)
    facts = [*([] if what else wording.facts(paper, form, language)), language.say("print.digest", digest=form.digest)]
    yield from _centred("  ".join(facts))
    yield ""


def _who(form: PrintedForm, language: Language) -> Iterator[str]:
    id, name, unit = form.candidate
    given = (("name", name), ("id", id), ("unit", unit))
    fields = (f"{language.say(f'print.{field}')} {value or '_' * 12}" for field, value in given)
    yield from wrapped("    ".join(fields), WIDE)
    yield _RULE


def _section_head(section: PrintedSection, language: Language) -> Iterator[str]:
    yield ""
    yield from wrapped(section.title + wording.section_count(section, language), WIDE)


def _rules(section: PrintedSection, language: Language) -> list[str]:
    rules = wording.section_rules(section, language)
    return wrapped(rules, WIDE) if rules else []


def _question(question: PrintedQuestion, section: PrintedSection, language: Language) -> Iterator[str]:
    if question.stimulus:
        yield from wrapped(wording.case_lead(question, language), WIDE)
        yield from _hung("", question.stimulus, indent=2)
        yield ""
    stem = ("_" * 8).join(wording.stem_parts(question.stem))
    yield from _hung(f"{question.number}.", stem + wording.question_tail(question, section, language))
    for number, words in enumerate(question.left, 1):
        yield from _hung(f"{number}.", words, before=_INDENT)
    yield from _options(question)


def _options(question: PrintedQuestion) -> Iterator[str]:
    count = wording.columns(question, WIDE - _INDENT)
    if count == 1:
        for letter, words in question.options:
            yield from _hung(f"{letter}.", words, before=_INDENT)
        return
    wide = (WIDE - _INDENT) // count
    cells = [f"{letter}. {words}" for letter, words in question.options]
    for start in range(0, len(cells), count):
        row = (cell + " " * (wide - width(cell)) for cell in cells[start : start + count])
        yield (" " * _INDENT + "".join(row)).rstrip()


def _sheet(paper: PrintedPaper, form: PrintedForm, language: Language) -> Iterator[str]:
    yield from _head(paper, form, language, language.say("print.sheet"))
    yield from _who(form, language)
    for section in form.sections:
        yield from _section_head(section, language)
        for in_a_row, those in groupby(section.questions, key=lambda one: wording.IN_A_ROW.get(one.room.kind, 0)):
            questions = list(those)
            if in_a_row:
                yield from _boxes(questions, in_a_row)
            else:
                for question in questions:
                    yield from _room(question, section, language)


def _boxes(questions: Sequence[PrintedQuestion], in_a_row: int) -> Iterator[str]:
    """Give rows of numbers, each with room for its letters, parted after every fifth as they are keyed in."""
    room = "_" * (3 if in_a_row > wording.GROUP else 8)
    for start in range(0, len(questions), in_a_row):
        row = [f"{one.number:>3}{room}" for one in questions[start : start + in_a_row]]
        groups = [row[first : first + wording.GROUP] for first in range(0, len(row), wording.GROUP)]
        yield "   ".join(" ".join(group) for group in groups)


def _room(question: PrintedQuestion, section: PrintedSection, language: Language) -> Iterator[str]:
    room, lead = question.room, f"{question.number:>3} "
    match room.kind:
        case "blanks":
            yield from wrapped(lead + "  ".join(["_" * 16] * room.count), WIDE)
        case "order":
            yield lead + " ".join(["[  ]"] * room.count)
        case "pairs":
            yield from wrapped(lead + "  ".join(f"{place}[__]" for place in range(1, room.count + 1)), WIDE)
        case "number":
            yield lead + "_" * 16 + " " + room.unit
        case _:
            marks = language.say("print.marks", marks=question.marks) if section.each is None else ""
            yield (lead + marks).rstrip()
            for _ in range(room.count):
                yield ""
                yield "    " + "_" * (WIDE - _INDENT)


def _key(paper: PrintedPaper, form: PrintedForm, language: Language) -> Iterator[str]:
    yield from _head(paper, form, language, language.say("print.key"))
    for section in form.sections:
        yield from _section_head(section, language)
        groups = wording.key_groups(section, form.keys, language)
        if groups:
            yield from wrapped("   ".join(groups), WIDE)
        asked = {question.number for question in section.questions}
        for key in (key for key in form.keys if key.number in asked):
            yield from _one_key(key, language, is_grouped=bool(groups))


def _one_key(key: PrintedKey, language: Language, *, is_grouped: bool) -> Iterator[str]:
    notes = list(wording.key_notes(key, language))
    if is_grouped and not notes:
        return
    yield from _hung(f"{key.number}.", wording.key_answer(key, language))
    for note in notes:
        yield from _hung("", note)


def _hung(lead: str, words: str, *, before: int = 0, indent: int = _INDENT) -> Iterator[str]:
    """Give a text after its lead, every further line beneath its first."""
    wide = max(indent, width(lead) + (1 if lead else 0))
    first, *more = wrapped(words, WIDE - before - wide)
    yield (" " * before + lead + " " * (wide - width(lead)) + first).rstrip()
    yield from ((" " * (before + wide) + line).rstrip() for line in more)


def _centred(words: str) -> Iterator[str]:
    for line in wrapped(words, WIDE) if words else []:
        yield " " * ((WIDE - width(line)) // 2) + line
