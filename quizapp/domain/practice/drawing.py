"""From what was chosen to the questions of one round: which, in which order, with their options shuffled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from quizapp.domain.drawing.chance import permutation, rank
from quizapp.domain.item import Item, Marking, Response
from quizapp.domain.paper import Question
from quizapp.domain.practice.choice import Choice, Entry, chosen
from quizapp.domain.practice.progress import Progress


def draw(
    entries: Iterable[Entry], choice: Choice, progress: Progress, *, seed: str, most: int | None
) -> tuple[Question, ...]:
    """Return one round of what was chosen: `most` questions, or all where that is None.

    What was answered least comes first, so that round after round all of it is met before anything comes twice; among
    equals the seed decides. A case that is begun is finished, and stands whole.
    """
    fitting = [entry.item for entry in chosen(entries, choice, progress)]
    fitting.sort(key=lambda item: (_done(item, progress), rank(seed, "item", item.id)))
    return tuple(_numbered(fitting, seed, most))


def share_of(question: Question, response: Response) -> Fraction | None:
    """Return the share a response earns; None where only a person can say."""
    return question.item.fraction(response, question.marking) if response else Fraction(0)


def _done(item: Item, progress: Progress) -> int:
    return min(progress.of(part.id).done for part in item.asked)


def _numbered(items: Iterable[Item], seed: str, most: int | None) -> Iterator[Question]:
    number = 0
    for item in items:
        if most is not None and number >= most:
            return
        for part in item.asked:
            number += 1
            yield Question(
                number=number,
                section=0,
                item=part,
                order=_order(part, seed),
                marking=Marking(scheme=part.scheme(""), marks=part.marks, option_marks=part.option_marks),
                case=item.id if item.parts else "",
                stimulus=item.stem if item.parts else "",
            )


def _order(item: Item, seed: str) -> tuple[int, ...]:
    """Return an order for its choices: options are shuffled, so that the answer is remembered and not its letter."""
    if item.keep_order and not item.ALWAYS_SHUFFLED:
        return ()
    order = permutation(seed, item.id, len(item.choices))
    gives_key_away = item.ALWAYS_SHUFFLED and order == tuple(range(len(order)))
    return (*order[1:], order[0]) if gives_key_away else order
