"""An analysis as a page of text: what staff need first, what statisticians need in the appendix.

Also the files that an analysis can be written as.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from quizapp.documents.text_width import TextHeading, lay_out
from quizapp.domain.analysis.verdicts import SMALL_CLASS, is_small
from quizapp.domain.errors import CalledWrongly
from quizapp.reports.analysis_data import NUMBERS, test_to_json
from quizapp.reports.analysis_sentences import decimals, discrimination, letter_words, percent, place, sentence, urgent

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.domain.analysis.analysis import ItemStatistics
    from quizapp.domain.analysis.distribution import Interval
    from quizapp.language import Language
    from quizapp.services.analysis.paper_analysis import PaperAnalysis


KEY_SIGN = "★"
APPENDIX = (
    ("sd", 2),
    ("random_guess_score", 2),
    ("intended_weight", 2),
    ("effective_weight", 2),
    ("discrimination_index", 2),
    ("discriminative_efficiency", 2),
    ("point_biserial", 2),
    ("median_seconds", 0),
)
"""What stands of an item in the appendix, with how many decimals."""
_FEWEST = 2
"""People of whom anything can be said: one person's answers are no statistics."""


def analysis_lines(found: PaperAnalysis, language: Language) -> Iterator[str]:
    """Give the page's lines."""
    test = found.analysis.test
    if not test.candidates:
        yield language.say("analysis.nothing", title=found.title, paper=found.paper)
        return
    yield language.say(
        "analysis.title",
        title=found.title,
        paper=found.paper,
        count=test.candidates,
        full=found.full_score,
        mean=decimals(test.moments.mean),
    )
    if test.candidates < _FEWEST:
        yield language.say("analysis.few", count=test.candidates, least=SMALL_CLASS)
        return
    if is_small(test.candidates):
        yield language.say("analysis.small", least=SMALL_CLASS)
    for part in (_sentences, _measures, _options, _certainties, _appendix):
        lines = list(part(found, language))
        if lines:
            yield ""
            yield from lines


def _sentences(found: PaperAnalysis, language: Language) -> Iterator[str]:
    """Give a sentence for each item, those that need a person first."""
    items = found.analysis.items
    first = urgent(items)
    named = {item.item.item for item in first}
    others = [item for item in items if item.item.item not in named]
    if first:
        yield language.say("analysis.first")
        yield from _said(found, first, language)
    told = [item for item in others if item.verdict != "too_few"]
    if told:
        yield language.say("analysis.others" if first else "analysis.items")
        yield from _said(found, told, language)
    if len(told) < len(others):
        yield language.say("analysis.left_open", count=len(others) - len(told))


def _said(found: PaperAnalysis, items: Iterable[ItemStatistics], language: Language) -> Iterator[str]:
    for item in items:
        said = sentence(item, language, with_options=found.may_show_options(item))
        yield "  " + language.say("analysis.line", place=place(item, language), said=said)


def _measures(found: PaperAnalysis, language: Language) -> Iterator[str]:
    """Give the table of difficulty and discrimination; the latter means nothing for a handful of people."""
    yield language.say("analysis.measures")
    heads = _heads(language, ("number", "item"), ("candidates", "facility", "discrimination"))
    rows = [
        [
            *_place_cells(item),
            str(item.candidates),
            _with_interval(decimals(item.facility), item.facility_interval, language),
            "" if is_small(item.candidates) else discrimination(item),
        ]
        for item in found.analysis.items
    ]
    yield from _table(heads, rows)


def _options(found: PaperAnalysis, language: Language) -> Iterator[str]:
    """Give a table of the options of each item that has some, or why they are not shown."""
    shown = [item for item in found.analysis.items if item.options and found.may_show_options(item)]
    if shown:
        yield language.say("analysis.options")
    if any(item.item.number is None for item in shown):
        yield language.say("analysis.bank_letters")
    for item in shown:
        yield f"  {place(item, language)}"
        heads = _heads(language, ("option",), ("count", "share", "mean_score"))
        yield from _table(heads, [*_option_rows(item, language)])
    if found.is_awaited:
        yield language.say("analysis.awaited")
    elif not found.is_whole:
        hidden = sum(not found.may_show_options(item) for item in found.analysis.items)
        yield language.say("analysis.sitting", count=hidden)


def _option_rows(item: ItemStatistics, language: Language) -> Iterator[list[str]]:
    for one in item.options:
        sign = KEY_SIGN if one.is_key else ""
        letter = f"{letter_words(one.letter, language)}{sign}"
        yield [letter, str(one.count), percent(one.share), decimals(one.mean_score)]
    left = item.candidates - sum(one.count for one in item.options)
    if left > 0:
        yield [language.say("analysis.no_answer"), str(left), percent(left / item.candidates), ""]


def _certainties(found: PaperAnalysis, language: Language) -> Iterator[str]:
    """Give what was earned by certainty, where it was asked."""
    if not found.analysis.calibration:
        return
    yield language.say("analysis.certainties")
    yield from _table(_heads(language, ("certainty",), ("count", "earned")), [*certainty_rows(found, language)])


def certainty_rows(found: PaperAnalysis, language: Language) -> Iterator[list[str]]:
    """Give what was earned by certainty as texts: the certainty, how many answers, the share with its interval."""
    for one in found.analysis.calibration:
        earned = _with_interval(decimals(one.share), one.interval, language)
        yield [language.say(f"certainty.{one.certainty}"), str(one.count), earned]


def _appendix(found: PaperAnalysis, language: Language) -> Iterator[str]:
    yield language.say("analysis.appendix")
    yield from _table(_heads(language, ("statistic",), ("value",)), [*test_rows(found, language)])
    names = [name for name, _ in APPENDIX]
    yield from _table(
        _heads(language, ("number", "item"), names),
        [[*_place_cells(item), *appendix_cells(item)] for item in found.analysis.items],
    )


def test_rows(found: PaperAnalysis, language: Language) -> Iterator[list[str]]:
    """Give the statistics of the whole test as texts: what each is called, and its value."""
    for name, value in test_to_json(found.analysis.test).items():
        yield [language.say(f"analysis.test_{name}"), _value(value, language)]


def appendix_cells(item: ItemStatistics) -> Iterator[str]:
    """Give an item's statistics of the appendix as texts, "" for what cannot be computed."""
    for name, places in APPENDIX:
        yield decimals(NUMBERS[name](item), places)


def _value(value: object, language: Language) -> str:
    match value:
        case None:
            return language.say("analysis.unknown")
        case [float(low), float(high)]:
            return language.say("analysis.interval", low=decimals(low), high=decimals(high))
        case float():
            return decimals(value)
        case _:
            return str(value)


def _with_interval(value: str, interval: Interval | None, language: Language) -> str:
    if interval is None:
        return value
    low, high = interval
    return language.say("analysis.with_interval", value=value, low=decimals(low), high=decimals(high))


def _place_cells(item: ItemStatistics) -> list[str]:
    return ["" if item.item.number is None else str(item.item.number), item.item.item]


def _heads(language: Language, texts: Iterable[str], numbers: Iterable[str]) -> list[TextHeading]:
    return [
        *(TextHeading(language.say(f"analysis.head_{name}")) for name in texts),
        *(TextHeading(language.say(f"analysis.head_{name}"), is_number=True) for name in numbers),
    ]


def _table(heads: Sequence[TextHeading], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield from (f"  {line}" for line in lay_out(heads, rows))


ENDINGS = (".txt", ".json", ".csv")


def check_ending(path: Path) -> None:
    """Refuse what is no ending of an analysis's file. Raises CalledWrongly, naming the choices."""
    if path.suffix.lower() not in ENDINGS:
        choices = " ".join(ending.removeprefix(".") for ending in ENDINGS)
        raise CalledWrongly("unknown-report", wanted=path.suffix or str(path), choices=choices)


def analysis_bytes(found: PaperAnalysis, language: Language, ending: str) -> bytes:
    """Return an analysis as the bytes of a file with one of the endings."""
    match ending.lower():
        case ".json":
            import json

            from quizapp.reports.analysis_data import as_json

            return json.dumps(as_json(found), ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"
        case ".csv":
            from quizapp.reports.analysis_data import analysis_table
            from quizapp.reports.cells import csv_bytes

            return csv_bytes(analysis_table(found, language), language)
        case _:
            return "".join(f"{line}\n" for line in analysis_lines(found, language)).encode("utf-8", "replace")
