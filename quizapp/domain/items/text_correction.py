"""改错题: a short document with numbered places, some of them wrong; one marks these and gives what belongs there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import ClassVar, NamedTuple

from quizapp.domain.answer_key import AnswerTable, KeyParts
from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import (
    INVALID,
    LETTERS,
    Fields,
    Item,
    ItemField,
    Marking,
    Path,
    Report,
    Response,
    Scheme,
    Value,
    trimmed,
)
from quizapp.domain.items.choices import (
    FEWEST_OPTIONS,
    by_text,
    lettered,
    moved,
    placed,
    read_options,
    to_bank,
    to_shown,
)
from quizapp.domain.text import folded

FEWEST_PLACES, MOST_PLACES = 2, 30

MARKED = "×"
"""A place that is marked as wrong where nothing is given for it."""

_BRACE = re.compile(r"\{\{|\}\}|\{|\}")
_DIGIT = "[0-9０-９]"
_SEPARATOR = "[.．:：、]"
# 2请示, 2.请示, 2：请示 and 2 请示 say the same.
_GIVEN = re.compile(rf"\s*({_DIGIT}+)\s*{_SEPARATOR}?\s*(.*)", re.DOTALL)
_NEEDS_COLON = re.compile(rf"{_DIGIT}|{_SEPARATOR}|\s")
_NEXT = re.compile("[;；]")
_CHOSEN = re.compile(r"(\d+)\s*[.:、]?\s*([A-Z])?", re.ASCII)
_PARTING = re.compile(r"[\s,、;]+")


class _Document(NamedTuple):
    """A document taken apart at its places."""

    passages: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextCorrection(Item):
    """A document with places. A response has for each place "" as it stands, `×`, or what belongs there.

    What belongs there is a text, or with options the bank's letter of one.
    """

    passages: tuple[str, ...]
    """The text between the places, one more than there are places."""
    places: tuple[str, ...]
    """What stands at each of them."""
    options: tuple[str, ...] = ()
    """What to choose from; () where one writes it."""
    key: tuple[tuple[str, ...], ...] = ()
    """For each place the texts that are right, or the one letter; () where it is right as it stands."""
    author_order: tuple[int, ...] = ()
    """Where the author's options stand now, in the author's order; () where they stand so."""

    TYPE: ClassVar = "text_correction"
    NAMES: ClassVar = ("改错", "改错题")
    SCHEMES: ClassVar = (
        Scheme("found_and_mended", "找错改错各半"),
        Scheme("mended", "改对得分"),
        Scheme("all_or_nothing", "全对得分"),
    )
    FIELDS: ClassVar[tuple[ItemField, ...]] = (
        ItemField("text", "正文", "text", required=True),
        ItemField("faults", "错处", "text_lists", required=True, least=1),
        ItemField("options", "选项", "options", least=FEWEST_OPTIONS),
    )
    SECRETS: ClassVar = ("key", "author_order", "rationale", "feedback")
    ALWAYS_SHUFFLED: ClassVar = True
    ROOM: ClassVar = "places"

    @classmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:  # noqa: ARG003
        document = _read_document(str(fields["text"]), report)
        options: tuple[str, ...] | None = ()
        if fields.get("options"):
            options = read_options(fields["options"], report)
        if document is None or options is None:
            return None
        key = _read_faults(fields["faults"], document.places, options, report)
        if key is None:
            return None
        return {"passages": document.passages, "places": document.places, "options": options, "key": key}

    def written(self) -> dict[str, Value]:
        text = _braced(self.passages[0])
        for place, passage in zip(self.places, self.passages[1:], strict=True):
            text += "{" + _braced(place) + "}" + _braced(passage)
        faults: dict[str, Value] = {}
        for number, right in enumerate(self.key, 1):
            texts: list[Value] = [self.text_of(each) for each in right]
            if texts:
                faults[str(number)] = texts[0] if len(texts) == 1 else texts
        return {"text": text, "faults": faults, **({"options": lettered(self.options)} if self.options else {})}

    @property
    def choices(self) -> tuple[str, ...]:
        return self.options

    @property
    def authored(self) -> tuple[int, ...]:
        return self.author_order

    def laid_out(self) -> TextCorrection:
        if not self.options:
            return self
        places = by_text(self.options)
        return replace(
            self,
            options=tuple(self.options[place] for place in places),
            key=tuple(moved(right, places) for right in self.key),
            author_order=placed(places),
            feedback=tuple((moved((letter,), places)[0], text) for letter, text in self.feedback),
        )

    @property
    def exhibit(self) -> tuple[str, ...]:
        """The document, its places in brackets with their numbers."""
        text = self.passages[0]
        for number, (place, passage) in enumerate(zip(self.places, self.passages[1:], strict=True), 1):
            text += f"[{number} {place}]{passage}"
        return (text,)

    @property
    def answer_table(self) -> AnswerTable:
        return AnswerTable(rows=self.places)

    def right_cells(self, response: Response) -> tuple[bool, ...]:
        given = (*response, *[""] * len(self.key))
        return tuple(
            _is_mended(text, right, self.options) if right else not text.strip()
            for text, right in zip(given, self.key, strict=False)
        )

    @property
    def is_in_signs(self) -> bool:
        # 4 12 is not 412
        return False

    def own_texts(self) -> Iterator[tuple[Path, str]]:
        # What stands at a place may be wrong on purpose.
        for passage in self.passages:
            yield ("text",), passage
        for number, right in enumerate(self.key, 1):
            for text in () if self.options else right:
                yield ("faults", str(number)), text

    @property
    def has_key(self) -> bool:
        return bool(self.key)

    def could_be_given(self, response: Response) -> bool:
        if response == INVALID:
            return True
        known = {"", MARKED, *LETTERS[: len(self.options)]}
        return len(response) <= len(self.places) and (not self.options or set(response) <= known)

    def fraction(self, response: Response, marking: Marking) -> Fraction:
        if response == INVALID:
            return Fraction(0)
        found = mended = wrongly = 0
        for text, right in zip(response, self.key, strict=False):
            if text.strip():
                found += bool(right)
                mended += _is_mended(text, right, self.options)
                wrongly += not right
        faults = sum(map(bool, self.key))
        match marking.scheme:
            case "found_and_mended":
                return max(Fraction(0), Fraction(found + mended - wrongly, 2 * faults))
            case "mended":
                return max(Fraction(0), Fraction(2 * mended - wrongly, 2 * faults))
            case _:
                return Fraction(mended == faults and not wrongly)

    def key_response(self) -> Response:
        return _as_given(trimmed(tuple(right[0] if right else "" for right in self.key)))

    def key_parts(self, order: tuple[int, ...]) -> KeyParts:
        if not self.key:
            return KeyParts()
        answer = self.describe(self.key_response(), order)
        if all(len(right) <= 1 for right in self.key):
            return KeyParts(answer=answer)
        return KeyParts(answer=answer, whole=self.describe(tuple("/".join(right) for right in self.key), order))

    def keyed(self, response: Response) -> TextCorrection | None:
        """Return it with what a response gives as the only faults; None where a place has no text, or none is given."""
        return self._with_key(response, tuple((text,) if text else () for text in self._filled(response)))

    def accepting(self, response: Response) -> TextCorrection | None:
        """Return it with what a response gives as the only faults, what was right at these places still right there."""
        given = zip(self._filled(response), self.key, strict=False)
        return self._with_key(response, tuple(self._right_too(text, right) if text else () for text, right in given))

    def _right_too(self, text: str, right: tuple[str, ...]) -> tuple[str, ...]:
        if _is_mended(text, right, self.options):
            return right
        return (text,) if self.options else (*right, text)

    def _with_key(self, response: Response, key: tuple[tuple[str, ...], ...]) -> TextCorrection | None:
        given = [(text, place) for text, place in zip(response, self.places, strict=False) if text]
        is_sound = given and all(text != MARKED and folded(text) not in ("", folded(place)) for text, place in given)
        fits = len(key) == len(self.places) and response != INVALID and self.could_be_given(response)
        return replace(self, key=key) if is_sound and fits else None

    def parse(self, text: str, order: tuple[int, ...]) -> Response:
        if text.strip() in ("?", "？"):
            return INVALID
        given = self._chosen(text, order) if self.options else self._written(text)
        texts = [""] * len(self.places)
        for digits, mend in given:
            place = int(digits) - 1 if len(digits) <= len(str(MOST_PLACES)) else -1
            if not 0 <= place < len(self.places):
                raise InvalidAnswer("answer-place-unknown", number=digits, last=len(self.places))
            if texts[place]:
                raise InvalidAnswer("answer-place-twice", number=place + 1)
            texts[place] = mend or MARKED
        return self.given(texts)

    def describe(self, response: Response, order: tuple[int, ...]) -> str:
        if response == INVALID:
            return "?"
        marked = [(number, text) for number, text in enumerate(response, 1) if text]
        if self.options:
            shown = ("" if text == MARKED else to_shown(text, order) for _, text in marked)
            return " ".join(f"{number}{letter}" for (number, _), letter in zip(marked, shown, strict=True))
        return "；".join(_described(number, text) for number, text in marked)

    def given(self, texts: Sequence[str]) -> Response:
        """Return the response that has these texts at the places: none empty at its end, and never `?` alone."""
        return _as_given(trimmed(tuple(text.strip() for text in texts)))

    def text_of(self, mend: str) -> str:
        """Return what a response gives for a place as people read it: a text, the text of an option, or `×`."""
        letters = LETTERS[: len(self.options)]
        return self.options[letters.index(mend)] if mend and mend in letters else mend

    def _filled(self, response: Response) -> Response:
        return (*response, *[""] * (len(self.places) - len(response)))

    def _written(self, text: str) -> Iterator[tuple[str, str]]:
        """Give each number that was typed, with the text behind it."""
        for part in _NEXT.split(text):
            if part.strip():
                found = _GIVEN.fullmatch(part)
                if found is None:
                    raise InvalidAnswer("answer-without-place", answer=part.strip())
                yield found[1], found[2].strip()

    def _chosen(self, text: str, order: tuple[int, ...]) -> Iterator[tuple[str, str]]:
        """Give each number that was typed, with the bank's letter behind it."""
        normal = unicodedata.normalize("NFKC", text).upper()
        if _PARTING.sub("", _CHOSEN.sub("", normal)):
            raise InvalidAnswer("answer-not-places", answer=normal.strip())
        for digits, letter in _CHOSEN.findall(normal):
            if letter and letter not in LETTERS[: len(self.options)]:
                raise InvalidAnswer("answer-letter-unknown", letter=letter, last=LETTERS[len(self.options) - 1])
            yield digits, to_bank(letter, order) if letter else ""


def _as_given(texts: Response) -> Response:
    """Return a response that cannot be taken for the invalid answer: a question mark may well belong to a place."""
    return ("？",) if texts == INVALID else texts


def _is_mended(text: str, right: tuple[str, ...], options: tuple[str, ...]) -> bool:
    return text in right if options else folded(text) in map(folded, right)


def _described(number: int, text: str) -> str:
    if text == MARKED:
        return str(number)
    return f"{number}:{text}" if _NEEDS_COLON.match(text) else f"{number}{text}"


def _braced(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _read_document(text: str, report: Report) -> _Document | None:
    """Return a text taken apart at its braces, or None with faults reported."""
    pieces, is_open, behind = [""], False, 0
    for found in _BRACE.finditer(text):
        pieces[-1] += text[behind : found.start()]
        behind, sign = found.end(), found[0]
        if len(sign) > 1:
            pieces[-1] += sign[0]
        elif is_open is (sign == "{"):
            report(("text",), "place-unpaired", sign=sign, near=" ".join(text[: found.end()][-12:].split()))
            return None
        else:
            is_open = not is_open
            pieces.append("")
    pieces[-1] += text[behind:].rstrip()
    if is_open:
        report(("text",), "place-unpaired", sign="{", near=" ".join(pieces[-1][:12].split()))
        return None
    document = _Document(tuple(pieces[::2]), tuple(pieces[1::2]))
    return document if _are_places(document.places, report) else None


def _are_places(places: tuple[str, ...], report: Report) -> bool:
    if not FEWEST_PLACES <= len(places) <= MOST_PLACES:
        report(("text",), "places-count", count=len(places), fewest=FEWEST_PLACES, most=MOST_PLACES)
        return False
    for number, place in enumerate(places, 1):
        if not folded(place) and not place.strip():
            report(("text",), "place-empty", number=number)
            return False
        if "\n" in place:
            report(("text",), "place-broken", number=number)
            return False
    return True


def _read_faults(
    value: Value, places: tuple[str, ...], options: tuple[str, ...], report: Report
) -> tuple[tuple[str, ...], ...] | None:
    """Return what is right at each place, or None with faults reported."""
    if not isinstance(value, dict) or not value:
        report(("faults",), "faults-none")
        return None
    key: dict[int, tuple[str, ...]] = {}
    for written, texts in value.items():
        number = _number(written, len(places))
        if number is None:
            report(("faults", written), "fault-place-unknown", number=written, last=len(places))
        elif number in key:
            report(("faults", written), "fault-place-twice", number=number)
        else:
            path: Path = ("faults", written)
            key[number] = _read_right(path, number, texts, places[number - 1], options, report)
    if len(key) != len(value) or not all(key.values()):
        return None
    if len(key) == len(places):
        report(("faults",), "faults-everywhere", places=len(places))
        return None
    return tuple(key.get(number, ()) for number, _ in enumerate(places, 1))


def _number(written: str, last: int) -> int | None:
    digits = unicodedata.normalize("NFKC", written).strip()
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= len(str(MOST_PLACES))
    return int(digits) if is_number and 1 <= int(digits) <= last else None


def _read_right(
    path: Path, number: int, value: Value, place: str, options: tuple[str, ...], report: Report
) -> tuple[str, ...]:
    """Return what is right at one place; () with faults reported."""
    values: list[Value] = value if isinstance(value, list) else [value]
    texts = tuple(text.strip() for text in values if isinstance(text, str) and text.strip())
    if not texts or len(texts) != len(values) or MARKED in texts:
        report(path, "fault-not-texts", number=number)
        return ()
    if any(folded(text) == folded(place) for text in texts):
        report(path, "fault-as-it-stands", number=number, place=place)
        return ()
    if options:
        return _read_chosen(path, number, texts, options, report)
    for text in texts:
        if _NEXT.search(text):
            report(path, "key-has-semicolon", warning=True, key=text)
    return texts


def _read_chosen(
    path: Path, number: int, texts: tuple[str, ...], options: tuple[str, ...], report: Report
) -> tuple[str, ...]:
    """Return the letter of the one option that is right at a place; () with faults reported."""
    if len(texts) > 1 or texts[0] not in options:
        report(path, "fault-not-option", number=number, given=" / ".join(texts), choices=" / ".join(options))
        return ()
    return (LETTERS[options.index(texts[0])],)
