"""From a paper to its forms: items chosen, ordered, numbered; and how hard and how alike forms are expected to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from quizapp.domain.banks.bank import ItemBank, is_within
from quizapp.domain.item import LETTERS, Difficulty, Item, Marking
from quizapp.domain.papers.chance import form_seed, is_trial, level_seed, permutation, rank
from quizapp.domain.papers.paper import Form, Paper, Question, Section
from quizapp.domain.papers.selection import select


def form(
    paper: Paper,
    banks: tuple[ItemBank, ...],
    *,
    letter: str = "A",
    candidate: str = "",
    number: int = 1,
    topics: Mapping[str, str] = {},
    excluded: frozenset[str] = frozenset(),
    secret: str = "",
) -> Form:
    """Return the paper's form of a letter, or a candidate's own for the attempt of that number.

    `banks` is the whole pool in its order, `topics` has the titles by topic id, `excluded` the ids of items kept out,
    `secret` is the class's: without one, and without a seed of the paper's own, the form is a trial's.
    Raises Refused where a draw cannot be met or a fixed item may not stand.
    """
    seed = form_seed(paper, letter, candidate, number, secret)
    levels = level_seed(paper, candidate, number, secret)
    selected = select(paper.sections, banks, seed, excluded, levels, paper.coverage)
    chosen = _in_order(paper, banks, selected, seed)
    return Form(
        paper=paper,
        letter=candidate if paper.per_candidate else letter,
        questions=tuple(_questions(paper, chosen, seed)),
        topics=_titled(topics, {part.topic for items in chosen for item in items for part in item.asked}),
        is_trial=is_trial(paper, secret),
    )


def _in_order(paper: Paper, banks: Sequence[ItemBank], chosen: Sequence[Sequence[Item]], seed: str) -> list[list[Item]]:
    """Return each section's items as they stand: shuffled, else drawn ones as in the pool and fixed ones as written."""
    if paper.shuffle.items:
        return [sorted(items, key=lambda item: rank(seed, "item", item.id)) for items in chosen]
    ids = {item.id for items in chosen for item in items}
    pool = [item.id for bank in banks for item in bank.items if item.id in ids]
    position = {id: index for index, id in enumerate(pool)}
    return [
        sorted(items, key=lambda item: position[item.id]) if section.draw else list(items)
        for section, items in zip(paper.sections, chosen, strict=True)
    ]


def _questions(paper: Paper, chosen: Sequence[Sequence[Item]], seed: str) -> Iterator[Question]:
    number = 0
    for index, (section, items) in enumerate(zip(paper.sections, chosen, strict=True)):
        for item in items:
            for place, asked in enumerate(item.asked):
                part = _on_form(asked, paper)
                number += 1
                yield Question(
                    number=number,
                    section=index,
                    item=part,
                    order=_order(part, paper, seed),
                    marking=_marking(part, section),
                    case=item.id if item.parts else "",
                    stimulus=item.material_for(place),
                    stage=item.stage_of(place),
                )


def _on_form(item: Item, paper: Paper) -> Item:
    """Return an item as a form has it: what is shown in another order stands in none of its author's."""
    return (item.laid_out() if _is_shuffled(item, paper) else item).bare()


def _is_shuffled(item: Item, paper: Paper) -> bool:
    return item.ALWAYS_SHUFFLED or (paper.shuffle.options and not item.keep_order)


def _order(item: Item, paper: Paper, seed: str) -> tuple[int, ...]:
    """Return the order of an item's choices: what is always shuffled never stands in its author's order, the key."""
    if item.ALWAYS_SHUFFLED and item.choices:
        order = permutation(seed, item.id, len(item.choices))
        return (*order[1:], order[0]) if order == (item.authored or tuple(range(len(order)))) else order
    return permutation(seed, item.id, len(item.choices)) if _is_shuffled(item, paper) else ()


def _marking(item: Item, section: Section) -> Marking:
    """Return how an item is marked in a section, whose own words override the item's; 0 is a number, not an absence."""
    return Marking(
        scheme=item.scheme(section.marking),
        marks=item.marks if section.marks is None else section.marks,
        option_marks=item.option_marks if section.option_marks is None else section.option_marks,
    )


def _titled(topics: Mapping[str, str], used: set[str]) -> tuple[tuple[str, str], ...]:
    """Return the used topics that have titles, and those above them, in the course's order."""
    return tuple((id, title) for id, title in topics.items() if any(is_within(each, id) for each in used))


def items_on_forms(paper: Paper, banks: tuple[ItemBank, ...], excluded: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the ids of the items and cases on a paper's forms A, B, … as they would be drawn.

    Raises Refused where a draw cannot be met.
    """
    levels = level_seed(paper, "", 1)
    drawn = [
        select(paper.sections, banks, form_seed(paper, letter, "", 1), excluded, levels, paper.coverage)
        for letter in LETTERS[: paper.forms]
    ]
    return frozenset(item.id for chosen in drawn for items in chosen for item in items)


LEVELS: tuple[Difficulty, ...] = ("easy", "medium", "hard", "")
"""The difficulties in the order they are told, those without one last."""


def facility_forecast(difficulty: Difficulty) -> Fraction | None:
    """Return the share that is expected to know an item, from 0 to 1; None where its author forecast nothing.

    An author's difficulty forecasts a range (the course's guide to writing items, 13): easy is at least 3/4, medium
    1/2 to 3/4, hard less than 1/2. The middle of the range stands for it.
    """
    match difficulty:
        case "easy":
            return Fraction(7, 8)
        case "medium":
            return Fraction(5, 8)
        case "hard":
            return Fraction(1, 4)
        case _:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What is expected of one form."""

    levels: tuple[tuple[Difficulty, int], ...]
    """How many questions there are of each difficulty, in the order of `LEVELS`."""
    facility: Fraction | None
    """The mean facility of its questions, weighed by their marks; of those that have a difficulty, None without any."""
    expected_score: Fraction | None
    """The mean score in marks, where those without a difficulty are taken to be as hard as the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """What two forms have in common."""

    forms: tuple[str, str]
    shared: int
    """How many items stand on both."""
    share: Fraction
    """Of the questions of the first, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormComparison:
    """Forms of one paper beside each other."""

    forms: tuple[tuple[Form, Forecast], ...]
    overlaps: tuple[Overlap, ...]
    """Of every two of them, in their order."""
    facility_difference: Fraction | None
    """Between the easiest and the hardest; None where nothing is expected of any."""
    score_difference: Fraction | None
    """Between the highest and the lowest expected score, in marks."""


def forecast(form: Form) -> Forecast:
    """Return what is expected of a form."""
    counts = Counter(question.item.difficulty for question in form.questions)
    known = [
        (question.marking.marks, share)
        for question in form.questions
        if (share := facility_forecast(question.item.difficulty)) is not None
    ]
    marks = sum((mark for mark, _ in known), Fraction(0))
    facility = sum((mark * share for mark, share in known), Fraction(0)) / marks if marks else None
    return Forecast(
        levels=tuple((level, counts[level]) for level in LEVELS),
        facility=facility,
        expected_score=None if facility is None else facility * form.full_score,
    )


def compare(forms: Sequence[Form]) -> FormComparison:
    """Return forms of one paper beside each other."""
    told = tuple((form, forecast(form)) for form in forms)
    return FormComparison(
        forms=told,
        overlaps=tuple(_overlap(one, other) for one, other in combinations(forms, 2)),
        facility_difference=_difference(each.facility for _, each in told),
        score_difference=_difference(each.expected_score for _, each in told),
    )


def _overlap(one: Form, other: Form) -> Overlap:
    shared = len(_ids(one.questions) & _ids(other.questions))
    return Overlap(forms=(one.letter, other.letter), shared=shared, share=Fraction(shared, len(one.questions) or 1))


def _ids(questions: Iterable[Question]) -> frozenset[str]:
    return frozenset(question.item.id for question in questions)


def _difference(numbers: Iterable[Fraction | None]) -> Fraction | None:
    known = [number for number in numbers if number is not None]
    return max(known) - min(known) if known else None
