"""Writes a paper as YAML that reads back equal, and its rules as texts that are typed or chosen, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from fractions import Fraction
from typing import Any, NamedTuple, cast

from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.papers.delivery import ALL_SHOWN, Delivery, Shown
from quizapp.domain.papers.paper import Draw, MakeUp, Paper, Section, Shuffle, Threshold
from quizapp.domain.text import clean, clean_line
from quizapp.formats.native import field_declarations
from quizapp.formats.native.write.banks import Tongue, scalar
from quizapp.reading import native_words as words
from quizapp.reading import values
from quizapp.reading.native_words import Words

_ELIGIBLE = MakeUp(paper="").eligible
_USUAL = Delivery()
_LENGTH = {"zh": ("分钟", "秒"), "en": ("m", "s")}


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


def length_text(length: timedelta, tongue: Tongue) -> str:
    """Return a length of time as an author writes it: 90分钟, 1m30s."""
    minutes, seconds = divmod(length // timedelta(seconds=1), 60)
    said = zip((minutes, seconds), _LENGTH[tongue], strict=True)
    return "".join(f"{number}{unit}" for number, unit in said if number)


def instant_text(at: datetime, zone: tzinfo | None) -> str:
    """Return an instant as an author writes it, in `zone`, None for the machine's own."""
    local = _local(at, zone)
    said = f"{local:%Y-%m-%d %H:%M}" if not local.second else f"{local:%Y-%m-%d %H:%M:%S}"
    # Where a clock is put back an hour comes twice: then only the offset tells which is meant.
    return said if values.instant(said, zone) == at else f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S}Z"


def threshold_text(threshold: Threshold) -> str:
    """Return a threshold as an author writes it: 60%, or a number of marks."""
    return decimal_text(threshold.value * 100) + "%" if threshold.is_share else decimal_text(threshold.value)


def _local(at: datetime, zone: tzinfo | None) -> datetime:
    try:
        return at.astimezone(zone)
    except OverflowError:
        return at


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


USUAL_GRADES = (("优秀", 90), ("良好", 80), ("合格", 60))
"""The grades that are offered, with the per cents they ask for."""


class Misread(NamedTuple):
    """A text that means nothing in its field."""

    code: str
    text: str


def texts_of(paper: Paper, zone: tzinfo | None, tongue: str = "zh") -> dict[str, str]:
    """Return the rules as texts; "" where there is none of a kind."""
    delivery = paper.delivery
    limit = delivery.time_limit
    return {
        "title": paper.title,
        "use": paper.use,
        "instructions": paper.instructions,
        "time_limit": "" if limit is None else length_text(limit, "zh" if tongue == "zh" else "en"),
        "pass_mark": threshold_text(paper.pass_mark),
        "forms": "per_candidate" if paper.per_candidate else str(paper.forms),
        "shuffle_items": _flag(paper.shuffle.items),
        "shuffle_options": _flag(paper.shuffle.options),
        "attempts": "unlimited" if delivery.attempts is None else str(delivery.attempts),
        "counts": delivery.counts,
        "opens": "" if delivery.opens is None else instant_text(delivery.opens, zone),
        "closes": "" if delivery.closes is None else instant_text(delivery.closes, zone),
        "feedback": delivery.feedback,
        "show": ",".join(delivery.show),
        "navigation": delivery.navigation,
        "certainty": _flag(delivery.certainty),
        "grades": ",".join(f"{name} {threshold_text(asked)}" for name, asked in paper.grades),
    }


def paper_of(texts: Mapping[str, str], paper: Paper, zone: tzinfo | None) -> tuple[Paper, dict[str, Misread]]:
    """Return a paper with the rules that texts give, and what could not be read, by field.

    A rule whose text is as it was stays as it was, whatever it is.
    """
    reader = _Reader(texts, zone)
    before = texts_of(paper, zone)
    limit = reader.value("time_limit", field_declarations.TIME_LIMIT.parse, "not-a-duration")
    pass_mark = reader.value("pass_mark", field_declarations.THRESHOLD.parse, "not-a-threshold")
    delivery = replace(
        paper.delivery,
        time_limit=cast("timedelta | None", limit),
        opens=reader.instant("opens"),
        closes=reader.instant("closes"),
        attempts=None if texts["attempts"] == "unlimited" else int(texts["attempts"]),
        counts=cast(Any, texts["counts"]),
        feedback=cast(Any, texts["feedback"]),
        show=tuple(cast(Shown, each) for each in texts["show"].split(",")) if texts["show"] else ALL_SHOWN,
        navigation=cast(Any, texts["navigation"]),
        certainty=texts["certainty"] == "true",
    )
    is_single = texts["forms"] == "per_candidate"
    after = replace(
        paper,
        title=clean_line(texts["title"]),
        use=cast(Any, texts["use"]),
        instructions=clean(texts["instructions"]).strip(),
        delivery=delivery,
        pass_mark=cast(Threshold, pass_mark or paper.pass_mark),
        forms=1 if is_single else int(texts["forms"]),
        per_candidate=is_single,
        shuffle=Shuffle(items=texts["shuffle_items"] == "true", options=texts["shuffle_options"] == "true"),
        grades=paper.grades if texts["grades"] == before["grades"] else grades_of(texts["grades"]),
    )
    if not after.title:
        reader.misread["title"] = Misread("compose.no_title", "")
    return after, reader.misread


def grades_of(text: str) -> tuple[tuple[str, Threshold], ...]:
    """Return the grades that are offered, or none."""
    if not text:
        return ()
    return tuple((name, Threshold(value=Fraction(share, 100), is_share=True)) for name, share in USUAL_GRADES)


def usual_grades() -> str:
    """Return the grades that are offered, as a text."""
    return ",".join(f"{name} {share}%" for name, share in USUAL_GRADES)


def aim_of(text: str) -> Fraction | None:
    """Return the marks that are aimed at; None where a text is no such number."""
    return field_declarations.MARKS.parse(text)


def aim_text(aim: Fraction) -> str:
    """Return the marks that are aimed at, as a text."""
    return decimal_text(aim)


class _Reader:
    def __init__(self, texts: Mapping[str, str], zone: tzinfo | None) -> None:
        self._texts = texts
        self._zone = zone
        self.misread: dict[str, Misread] = {}

    def value(self, name: str, parse: Any, code: str) -> object:
        """Return what a text means; None where it is empty, or means nothing."""
        text = self._texts[name].strip()
        if not text:
            return None
        meant = parse(text)
        if meant is None:
            self.misread[name] = Misread(code, text)
        return meant

    def instant(self, name: str) -> datetime | None:
        """Return the instant that a text means."""
        return cast(
            "datetime | None", self.value(name, lambda text: values.instant(text, self._zone), "not-an-instant")
        )


def _flag(value: bool) -> str:
    return "true" if value else "false"
