"""What a correction says, in words and for machines; keys of what is being sat are not told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from quizapp.domain.items.fill_blank import FillBlank

if TYPE_CHECKING:
    from quizapp.cli.desk import Desk
    from quizapp.services.correction_list import CorrectedQuestion


def correction_lines(
    desk: Desk, questions: Iterable[CorrectedQuestion], *, hidden: AbstractSet[str] = frozenset()
) -> Iterator[str]:
    """Give a line for each corrected question."""
    for one in questions:
        what = desk.say("correction.hidden") if one.correction.item in hidden else _what(desk, one)
        source = desk.say("correction.from-bank") if one.correction.is_from_bank else ""
        yield desk.say("correction.line", place=_place(desk, one), what=what + source)


def correction_to_json(one: CorrectedQuestion, *, hidden: AbstractSet[str] = frozenset()) -> dict[str, object]:
    """Return a corrected question as plain data."""
    is_hidden = one.correction.item in hidden
    return {
        "item": one.correction.item,
        "how": one.correction.how,
        "answer": None if is_hidden else one.answer or None,
        "before": None if is_hidden else one.before or None,
        "from_bank": one.correction.is_from_bank,
        "places": [{"form": place.form, "number": place.question.number} for place in one.places],
    }


def _place(desk: Desk, one: CorrectedQuestion) -> str:
    letters = desk.language.say("word.comma").join(dict.fromkeys(place.form for place in one.places))
    if one.number is None:
        return desk.say("correction.item", item=one.correction.item, count=len(one.places))
    return desk.say("correction.number", number=one.number, item=one.correction.item, forms=letters)


def _what(desk: Desk, one: CorrectedQuestion) -> str:
    how = one.correction.how
    answer = _blanks(desk, one) if how == "accept" else one.answer
    return desk.say(f"correction.{how}", answer=answer, before=one.before)


def _blanks(desk: Desk, one: CorrectedQuestion) -> str:
    """Return an answer that is accepted besides, blank by blank where there are several."""
    item = one.correction.keyed
    if not isinstance(item, FillBlank) or item.blanks == 1:
        return one.answer
    texts = [(blank, text) for blank, text in enumerate(one.correction.answer, 1) if text.strip()]
    said = (desk.say("correction.blank", blank=blank, text=text) for blank, text in texts)
    return desk.language.say("word.comma").join(said)
