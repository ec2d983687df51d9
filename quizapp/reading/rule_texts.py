"""The rules of a paper as texts that are typed or chosen, and back.

Also lengths, instants and thresholds as an author writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, cast

from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.papers.delivery import ALL_SHOWN, Shown
from quizapp.domain.papers.paper import MarkRange, Paper, Shuffle, Threshold
from quizapp.domain.text import clean, clean_line
from quizapp.reading import values

_LENGTH = {"zh": ("分钟", "秒"), "en": ("m", "s")}


def length_text(length: timedelta, tongue: Literal["zh", "en"]) -> str:
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


def threshold(text: str) -> Threshold | None:
    """Return a share of the full score written in per cent, or a number of marks; None where a text is neither."""
    text = values.normal(text)
    if "%" in text:
        share = values.share(text)
        return None if share is None else Threshold(value=share, is_share=True)
    marks = values.decimal(text)
    return None if marks is None else Threshold(value=marks, is_share=False)


_AMOUNT = rf"(?:{values.PERCENT}|{values.DECIMAL}(?: ?(?:分|marks?))?)"
_TO = " ?(?:-|~|～|–|—|至|to) ?"
_BOUNDED = r"(?:at least|at most|至少|至多) ?"
MARK_RANGE = rf"(?:(?:{_BOUNDED})?{_AMOUNT}|{values.DECIMAL}(?: ?%| ?分)?{_TO}{_AMOUNT})"
"""Normal text of a range of marks, or of shares in per cent, which may be written behind the second number alone."""
_RANGE = re.compile(MARK_RANGE, re.IGNORECASE)


def mark_range(text: str) -> MarkRange | None:
    """Return a range of marks or of shares of the full score: 35-45%, 至少 2, at most 20, 5; None where it is none."""
    text = values.normal(text)
    if not _RANGE.fullmatch(text):
        return None
    numbers = [Fraction(number) for number in re.findall(r"[0-9.]+", text)]
    is_share = text.endswith("%")
    least, most = (number / 100 if is_share else number for number in (numbers[0], numbers[-1]))
    if least > most or ("%" in text) != is_share or ("分" in text and is_share) or (is_share and most > 1):
        return None
    return MarkRange(
        least=None if re.match("at most|至多", text, re.IGNORECASE) else least,
        most=None if re.match("at least|至少", text, re.IGNORECASE) else most,
        is_share=is_share,
    )


_LIMITS = {"zh": ("至少 ", "至多 "), "en": ("at least ", "at most ")}


def range_text(marks: MarkRange, tongue: Literal["zh", "en"]) -> str:
    """Return a range as an author writes it: 35-45%, 至少 2, 5."""
    unit, times = ("%", 100) if marks.is_share else ("", 1)
    least, most = (None if number is None else decimal_text(number * times) for number in (marks.least, marks.most))
    if least is None or most is None:
        return f"{_LIMITS[tongue][least is None]}{most if least is None else least}{unit}"
    return f"{least}{unit}" if least == most else f"{least}-{most}{unit}"


def _local(at: datetime, zone: tzinfo | None) -> datetime:
    try:
        return at.astimezone(zone)
    except OverflowError:
        return at


USUAL_GRADES = (("优秀", 90), ("良好", 80), ("合格", 60))
"""The grades that are offered, with the per cents they ask for."""


class Misread(NamedTuple):
    """A text that means nothing in its field."""

    code: str
    text: str


def texts_of(
    paper: Paper, zone: tzinfo | None, tongue: str = "zh", topics: Mapping[str, str] = MappingProxyType({})
) -> dict[str, str]:
    """Return the rules as texts; "" where there is none of a kind. `topics` has the topics' titles by their ids."""
    delivery = paper.delivery
    limit = delivery.time_limit
    said: Literal["zh", "en"] = "zh" if tongue == "zh" else "en"
    return {
        "coverage": "\n".join(
            f"{topics.get(topic, topic)}: {range_text(marks, said)}" for topic, marks in paper.coverage
        ),
        "title": paper.title,
        "use": paper.use,
        "instructions": paper.instructions,
        "time_limit": "" if limit is None else length_text(limit, said),
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


def paper_of(
    texts: Mapping[str, str], paper: Paper, zone: tzinfo | None, topics: Mapping[str, str] = MappingProxyType({})
) -> tuple[Paper, dict[str, Misread]]:
    """Return a paper with the rules that texts give, and what could not be read, by field.

    `topics` has the topics' titles by their ids; a topic that is none of them is not read. A rule whose text is as it
    was stays as it was, whatever it is.
    """
    reader = _Reader(texts, zone)
    before = texts_of(paper, zone)
    coverage = reader.coverage(paper, topics)
    limit = reader.value("time_limit", _time_limit, "not-a-duration")
    pass_mark = reader.value("pass_mark", threshold, "not-a-threshold")
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
        coverage=coverage,
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
    return values.decimal(text) or None


def _time_limit(text: str) -> timedelta | None:
    return values.duration(text) or None


class _Reader:
    def __init__(self, texts: Mapping[str, str], zone: tzinfo | None) -> None:
        self._texts = texts
        self._zone = zone
        self.misread: dict[str, Misread] = {}

    def value(self, name: str, parse: Callable[[str], object], code: str) -> object:
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

    def coverage(self, paper: Paper, topics: Mapping[str, str]) -> tuple[tuple[str, MarkRange], ...]:
        """Return the lines of coverage that a text has, each a topic's id or title, a colon and a range."""
        text = self._texts["coverage"]
        if text in (texts_of(paper, self._zone, tongue, topics)["coverage"] for tongue in _LENGTH):
            return paper.coverage
        found: dict[str, MarkRange] = {}
        for line in filter(None, map(clean_line, text.split("\n"))):
            wanted, _, said = (part.strip() for part in line.replace("：", ":").rpartition(":"))
            topic, marks = _topic(line[: len(wanted)], topics), mark_range(said)
            if topic is None:
                self.misread["coverage"] = Misread("compose.no_such_topic", wanted or line)
            elif marks is None:
                self.misread["coverage"] = Misread("not-a-coverage", said)
            else:
                found[topic] = marks
        return tuple(found.items())


def _topic(wanted: str, topics: Mapping[str, str]) -> str | None:
    """Return the id of a topic by id or by a title that only one has; any text where no topics are known."""
    if not topics or wanted in topics:
        return wanted or None
    titled = [id for id, title in topics.items() if title == wanted]
    return titled[0] if len(titled) == 1 else None


def _flag(value: bool) -> str:
    return "true" if value else "false"
