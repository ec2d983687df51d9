"""Aiken: a stem, options with letters, and a line ANSWER:; one right option each, and nothing else.

What stands on lines that the format does not know is doubted where it can belong to a question, else refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from quizapp.domain.errors import Refused
from quizapp.domain.text import clean
from quizapp.formats.source_format import (
    LeftOut,
    Reason,
    SourceFormat,
    SourceQuestion,
    SourceReading,
    SourceRemark,
    WrittenBank,
)
from quizapp.reading.exchange.source_question import LineFate, QuestionPart, fields_without_place
from quizapp.reading.files import source_text

if TYPE_CHECKING:
    from quizapp.domain.banks.bank import ItemBank
    from quizapp.domain.item import Item, Value

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_OPTION = r"([A-Za-z])[.)．）]\s*(.*)"
_ANSWER = r"answer\s*[:：]\s*(.*)"
_KEY = r"([A-Za-z])(?:[.)．）]\s*(.*))?"
_FIELDS = (
    "topic", "difficulty", "rationale", "feedback", "marking", "option_marks", "tags", "apart",
    "source", "keep_order", "allow",
)  # fmt: skip


def looks_like(data: bytes) -> bool:
    """Return whether there is a line ANSWER: with a letter, in any encoding that keeps ASCII's letters."""
    return re.search(rb"^[ \t]*ANSWER:[ \t]*[A-Z]\b", data.replace(b"\x00", b""), re.M) is not None


def read(data: bytes, name: str, encoding: str) -> SourceReading:
    """Return the questions of an Aiken file. Raises Refused for what is no text, or has no line ANSWER:."""
    decoded = source_text(data, name, encoding)
    if re.search(rf"^[ \t]*{_ANSWER}", decoded.text.replace("\r", "\n"), re.I | re.M) is None:
        raise Refused("import-aiken-none", file=name)
    remarks = tuple(SourceRemark(fault.line, Reason(fault.code, fault.values)) for fault in decoded.warnings)
    reading = _read(decoded.text)
    return reading._replace(remarks=(*remarks, *reading.remarks))


def write(bank: ItemBank, tongue: Literal["zh", "en"]) -> WrittenBank:  # noqa: ARG001 Aiken has words of its own alone
    """Return a bank's single choices as Aiken in UTF-8, and what Aiken cannot carry, item by item."""
    texts: list[str] = []
    left_out: list[LeftOut] = []
    for item in bank.items:
        text = _text(item)
        if text is None or not _comes_back(item, text):
            reason = Reason("export-misread") if text else Reason("export-type", {"type": item.NAMES[0]})
            left_out.append(LeftOut(item.id, reason, is_whole=True))
        else:
            texts.append(text)
            left_out += _uncarried(item)
    return WrittenBank("\n".join(texts).encode(), tuple(left_out))


AIKEN = SourceFormat(name="aiken", suffixes=(".aiken", ".txt"), read=read, write=write, looks_like=looks_like)


def _read(text: str) -> SourceReading:
    reader = _Reader()
    cleaned_at = 0
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        cleaned = clean(line)
        cleaned_at = cleaned_at or (number if cleaned != line else 0)
        if line.strip() and not cleaned.strip():
            reader.fates.append(LineFate(number, "noise", line.strip()))
        reader.take(number, cleaned)
    reader.close()
    told = (SourceRemark(cleaned_at, Reason("text-cleaned")),) if cleaned_at else ()
    fates = sorted(reader.fates, key=lambda fate: fate.line)
    return SourceReading(tuple(reader.questions), told, tuple(fates))


class _Reader:
    """Takes the lines of a file one after another."""

    def __init__(self) -> None:
        self.questions: list[SourceQuestion] = []
        self.fates: list[LineFate] = []
        """What became of each line that is not blank: part of a question, be it refused."""
        self._begin()

    def _begin(self) -> None:
        self._first = 0
        self._lines: list[str] = []
        self._stem: list[str] = []
        self._options: list[list[str]] = []
        self._letters = ""
        self._is_parted = False
        self._doubts: list[Reason] = []

    def take(self, number: int, line: str) -> None:
        """Take one line, cleaned."""
        bare = line.strip()
        if not bare:
            self._is_parted = True
            return
        answer = re.fullmatch(_ANSWER, bare, re.I)
        option = re.fullmatch(_OPTION, bare)
        is_option = option is not None and (option[1].isupper() or option[1].upper() == self._expected)
        # Behind a blank line text begins a question, and what is open is left as it is.
        is_text = answer is None and not is_option
        if self._lines and is_text and (self._is_parted or not self._stem):
            self.close()
        self._is_parted = False
        self._first = self._first or number
        self._lines.append(line)
        part: QuestionPart = "key" if answer is not None else "option" if is_option or self._options else "stem"
        self.fates.append(LineFate(number, "question", bare, (len(self.questions),), part))
        if answer is not None:
            self._answered(answer[1].strip())
        elif option is not None and is_option:
            self._letters += option[1].upper()
            self._options.append([option[2]])
        else:
            self._go_on(bare)

    @property
    def _expected(self) -> str:
        return _LETTERS[len(self._options)] if self._stem and len(self._options) < len(_LETTERS) else ""

    def close(self) -> None:
        """End the question that is open, which has no line ANSWER:."""
        if self._options and self._stem:
            self._doubts.append(Reason("import-no-key"))
            self._keep({})
        elif self._lines:
            self._refuse("import-aiken-incomplete" if self._stem else "import-aiken-not-started")

    def _go_on(self, text: str) -> None:
        """Take a line that is neither option nor answer: Aiken gives each text one line."""
        if not self._stem:
            self._stem.append(text)
            return
        self._doubt("import-aiken-lines")
        if self._options:
            self._options[-1].append(text)
        else:
            self._stem.append(text)

    def _answered(self, answer: str) -> None:
        if not self._stem:
            self._refuse("import-aiken-not-started")
            return
        if not self._options:
            self._doubt("import-no-options")
        self._keep(self._key(answer))

    def _key(self, answer: str) -> dict[str, Value]:
        """Return the key that a line ANSWER: names; more than a letter is doubted, as Moodle reads the first alone."""
        found = re.fullmatch(_KEY, answer)
        if found is not None and found[2] in (None, "", *self._option_texts()):
            return {"key": found[1].upper()}
        letters = re.sub(r"[\s,，、;；/&]+|\band\b", "", answer)
        if letters.isascii() and letters.isalpha() and letters.isupper():
            self._doubt("import-aiken-several", answer=answer)
            return {"type": "multiple_choice", "key": letters}
        if answer:
            self._doubt("import-aiken-answer", answer=answer)
        else:
            self._doubt("import-no-key")
        return {}

    def _keep(self, fields: dict[str, Value]) -> None:
        if self._letters != _LETTERS[: len(self._letters)] and self._letters:
            self._doubt("import-aiken-letters", letters=" ".join(self._letters))
        own: dict[str, Value] = {"type": "single_choice", "stem": "\n".join(self._stem)}
        if self._options:
            own["options"] = [*self._option_texts()]
        text = "\n".join(self._lines)
        doubts = tuple(self._doubts)
        self.questions.append(SourceQuestion(line=self._first, text=text, fields={**own, **fields}, doubts=doubts))
        self._begin()

    def _option_texts(self) -> list[str]:
        return ["\n".join(lines) for lines in self._options]

    def _refuse(self, code: str) -> None:
        self.questions.append(SourceQuestion(line=self._first, text="\n".join(self._lines), refusal=Reason(code)))
        self._begin()

    def _doubt(self, code: str, **values: object) -> None:
        if all(each.code != code for each in self._doubts):
            self._doubts.append(Reason(code, values))


def _text(item: Item) -> str | None:
    """Return a single choice as Aiken, each text on one line; None for any other type."""
    if item.TYPE != "single_choice":
        return None
    options = [f"{letter}. {_on_one_line(text)}" for letter, text in zip(_LETTERS, item.choices, strict=False)]
    key = "".join(item.key_response() or ())
    return "\n".join([_on_one_line(item.stem), *options, f"ANSWER: {key}", ""])


def _on_one_line(text: str) -> str:
    return re.sub(r"\s*\n\s*", " ", text.strip())


def _comes_back(item: Item, text: str) -> bool:
    """Return whether a question is read as the item it was, but for its line breaks."""
    questions = _read(text).questions
    if len(questions) != 1 or questions[0].verdict != "imported":
        return False
    fields = questions[0].fields
    options = [_on_one_line(text) for text in item.choices]
    wanted = {"stem": _on_one_line(item.stem), "options": options, "key": "".join(item.key_response() or ())}
    return all(fields.get(name) == value for name, value in wanted.items())


def _uncarried(item: Item) -> list[LeftOut]:
    """Return what Aiken has no line for: all but stem, options and key."""
    names = [*(name for name in _FIELDS if getattr(item, name)), *fields_without_place(item)]
    names += ["marks"] if item.marks != 1 else []
    names += ["status"] if item.status != "ready" else []
    left_out = [LeftOut(item.id, Reason("export-field", {"field": name})) for name in names]
    is_broken = any("\n" in text.strip() for text in (item.stem, *item.choices))
    return [*left_out, LeftOut(item.id, Reason("export-lines"))] if is_broken else left_out
