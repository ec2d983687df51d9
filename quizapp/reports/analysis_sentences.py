"""One sentence for each item of an analysis, for screens, commands and reports alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.analysis.verdicts import NEED_A_PERSON, shown_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.domain.analysis.analysis import ItemStatistics
    from quizapp.language import Language


def place(item: ItemStatistics, language: Language) -> str:
    """Return what an item is called: by its number where all forms have it there."""
    asked = item.item
    if asked.number is None:
        return language.say("analysis.item", item=asked.item)
    return language.say("analysis.number", number=asked.number, item=asked.item)


def sentence(item: ItemStatistics, language: Language, *, with_options: bool) -> str:
    """Return what is to be said of an item; without its options where those may not be told."""
    values: dict[str, object] = {
        "count": item.candidates,
        "facility": decimals(item.facility),
        "discrimination": discrimination(item),
    }
    code = item.verdict
    if code == "suspect_key":
        return _suspicion(item, language, with_options=with_options)
    if code == "low_discrimination" and item.upper_lower is None:
        return language.say("analysis.no_discrimination")
    if code == "low_discrimination" and item.upper_lower is not None and item.upper_lower < 0:
        return language.say("analysis.negative_discrimination", **values)
    return language.say(f"analysis.{code}", **values)


def urgent(items: Sequence[ItemStatistics]) -> list[ItemStatistics]:
    """Return the items that somebody should look at, the most urgent first."""
    found = [item for item in items if item.verdict in NEED_A_PERSON]
    return sorted(found, key=lambda item: NEED_A_PERSON.index(item.verdict))


def letter_words(letter: str, language: Language) -> str:
    """Return an option's letter, or the word for right or wrong."""
    return language.say(f"word.{letter}") if letter in ("true", "false") else letter


def discrimination(item: ItemStatistics) -> str:
    """Return the discrimination as staff know it: the difference of two shares, from -1 to 1."""
    return decimals(None if item.upper_lower is None else item.upper_lower / 100)


def decimals(value: float | None, places: int = 2) -> str:
    """Return a number rounded, "" for none; a negative nothing is nothing."""
    if value is None:
        return ""
    text = f"{value:.{places}f}"
    return text.removeprefix("-") if not float(text) else text


def percent(share: float) -> str:
    """Return a share as whole per cent."""
    return f"{decimals(100 * share, 0)}%"


def _suspicion(item: ItemStatistics, language: Language, *, with_options: bool) -> str:
    found = item.suspicion
    if found is None or not with_options:
        return language.say("analysis.suspect_hidden")
    keys = (
        "".join(sorted(letter_words(shown_letter(item.item, one), language) for one in key)) for key in item.item.keys
    )
    code = "suspect_part" if any(len(key) > 1 for key in item.item.keys) else "suspect_key"
    return language.say(
        f"analysis.{code}",
        letter=letter_words(found.letter, language),
        strong=found.strong,
        key=language.say("word.comma").join(keys),
        with_key=found.strong_with_key,
    )
