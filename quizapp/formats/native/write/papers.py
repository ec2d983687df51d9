"""Writes a paper as YAML that reads back equal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, tzinfo

from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.papers.delivery import ALL_SHOWN, Delivery
from quizapp.domain.papers.paper import Draw, MakeUp, Paper, Section
from quizapp.formats.native.write.banks import Tongue, scalar
from quizapp.reading import native_words as words
from quizapp.reading.native_words import Words
from quizapp.reading.rule_texts import instant_text, length_text, range_text, threshold_text

_ELIGIBLE = MakeUp(paper="").eligible
_USUAL = Delivery()


def write_paper(paper: Paper, tongue: Tongue = "zh", zone: tzinfo | None = None) -> bytes:
    """Return the paper as a file's bytes in UTF-8; what is as usual is left out, but for the rules people look for.

    Times stand as in `zone`, None for the machine's own.
    """
    return ("\n".join(_Writer(tongue, zone).paper(paper)) + "\n").encode()


class _Writer:
    def __init__(self, tongue: Tongue, zone: tzinfo | None) -> None:
        self._tongue = tongue
        self._zone = zone

    def paper(self, paper: Paper) -> Iterator[str]:
        """Give the lines of the file."""
        for name, value in self._fields(paper):
            yield f"{self._word(words.PAPER, name)}: {value}"
        yield f"{self._word(words.PAPER, 'sections')}:"
        for section in paper.sections:
            lead = "  - "
            for name, value in self._section(section):
                yield f"{lead}{self._word(words.SECTION, name)}: {value}"
                lead = "    "

    def _fields(self, paper: Paper) -> Iterator[tuple[str, str]]:
        yield "paper", scalar(paper.id)
        yield "title", scalar(paper.title)
        if paper.use != "any":
            yield "use", self._word(words.USE, paper.use)
        if paper.instructions:
            yield "instructions", _block(paper.instructions)
        if paper.delivery.time_limit is not None:
            yield "time_limit", self._length(paper.delivery.time_limit)
        yield "pass_mark", threshold_text(paper.pass_mark)
        if paper.full_score is not None:
            yield "full_score", decimal_text(paper.full_score)
        if paper.grades:
            yield "grades", _map((scalar(name), threshold_text(asked)) for name, asked in paper.grades)
        yield from self._delivery(paper.delivery)
        yield from self._forms(paper)
        yield from self._feedback(paper.delivery)
        if paper.make_up is not None:
            yield from self._make_up(paper.make_up)
        if paper.coverage:
            lines = ((scalar(topic), range_text(marks, self._tongue)) for topic, marks in paper.coverage)
            yield "coverage", _map(lines)

    def _delivery(self, delivery: Delivery) -> Iterator[tuple[str, str]]:
        window = [(name, getattr(delivery, name)) for name in ("opens", "closes")]
        said = [(self._word(words.WINDOW, name), self._instant(at)) for name, at in window if at is not None]
        if said:
            yield "window", _map(said)
        unlimited = self._word(words.UNLIMITED, "unlimited")
        yield "attempts", unlimited if delivery.attempts is None else str(delivery.attempts)
        if delivery.counts != _USUAL.counts:
            yield "counts", self._word(words.COUNTS, delivery.counts)
        if delivery.navigation != _USUAL.navigation:
            yield "navigation", self._word(words.NAVIGATION, delivery.navigation)
        if delivery.grace:
            yield "grace", self._length(delivery.grace)

    def _forms(self, paper: Paper) -> Iterator[tuple[str, str]]:
        if paper.per_candidate:
            yield "forms", self._word(words.PER_CANDIDATE, "per_candidate")
        elif paper.forms != 1:
            yield "forms", str(paper.forms)
        if paper.seed:
            yield "seed", scalar(paper.seed)
        shuffled = [name for name in ("items", "options") if getattr(paper.shuffle, name)]
        if shuffled:
            yield "shuffle", _map((self._word(words.SHUFFLE, name), self._flag()) for name in shuffled)

    def _feedback(self, delivery: Delivery) -> Iterator[tuple[str, str]]:
        if delivery.feedback != _USUAL.feedback:
            yield "feedback", self._word(words.FEEDBACK, delivery.feedback)
        if delivery.show != ALL_SHOWN:
            yield "show", _list(self._word(words.SHOWN, each) for each in delivery.show)
        if delivery.certainty:
            yield "certainty", self._flag()

    def _make_up(self, make_up: MakeUp) -> Iterator[tuple[str, str]]:
        yield "make_up_for", scalar(make_up.paper)
        if make_up.eligible != _ELIGIBLE:
            yield "eligible", _list(self._word(words.ELIGIBLE, each) for each in make_up.eligible)
        if make_up.exclude:
            yield "exclude", self._flag()
        if make_up.cap:
            yield "cap", self._word(words.CAP, "pass_mark")

    def _section(self, section: Section) -> Iterator[tuple[str, str]]:
        # A field without a value is a missing one, and a section's title is none to be missed.
        yield "title", scalar(section.title)
        if section.draw is not None:
            yield "draw", _map((self._word(words.DRAW, name), value) for name, value in self._draw(section.draw))
        else:
            yield "items", _list(map(scalar, section.items))
        if section.marks is not None:
            yield "marks", decimal_text(section.marks)
        if section.marking:
            yield "marking", self._scheme(section.marking)
        if section.penalty:
            yield "penalty", decimal_text(section.penalty)
        if section.option_marks is not None:
            yield "option_marks", decimal_text(section.option_marks)
        if section.time_limit is not None:
            yield "time_limit", self._length(section.time_limit)

    def _draw(self, draw: Draw) -> Iterator[tuple[str, str]]:
        yield "type", ITEM_TYPES[draw.type].NAMES[0] if self._tongue == "zh" else draw.type
        if not (draw.topic_counts or draw.difficulty_counts):
            yield "count", str(draw.count)
        if draw.size is not None:
            yield "size", str(draw.size)
        if draw.banks:
            yield "banks", _list(map(scalar, draw.banks))
        if draw.topic_counts:
            yield "topics", _map((scalar(topic), str(count)) for topic, count in draw.topic_counts)
        elif draw.topics:
            yield "topics", _list(map(scalar, draw.topics))
        if draw.tags:
            yield "tags", _list(map(scalar, draw.tags))
        if draw.difficulty_counts:
            counts = ((self._word(words.DIFFICULTY, level), str(count)) for level, count in draw.difficulty_counts)
            yield "difficulty", _map(counts)

    def _word(self, vocabulary: Words, name: str) -> str:
        return words.chinese(vocabulary, name) if self._tongue == "zh" else name

    def _flag(self) -> str:
        return "是" if self._tongue == "zh" else "true"

    def _scheme(self, name: str) -> str:
        return words.chinese(words.schemes(ITEM_TYPES.values()), name) if self._tongue == "zh" else name

    def _length(self, length: timedelta) -> str:
        return length_text(length, self._tongue)

    def _instant(self, at: datetime) -> str:
        return instant_text(at, self._zone)


def _block(text: str) -> str:
    """Return a text of several lines under its field where it can stand there as it is."""
    lines = text.split("\n")
    is_plain = all(line == line.strip() and line and line.isprintable() for line in lines)
    if len(lines) < 2 or not is_plain:
        return scalar(text)
    return "|\n" + "\n".join(f"  {line}" for line in lines)


def _list(entries: Iterable[str]) -> str:
    return f"[{', '.join(entries)}]"


def _map(pairs: Iterable[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in pairs) + "}"
