"""A paper as its author wrote it: what each section draws, and a form with its items fixed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from fractions import Fraction
from typing import ClassVar

from quizapp.domain.banks.bank import ItemBank, Use, is_within
from quizapp.domain.exact_numbers import exact_sum
from quizapp.domain.item import Difficulty, Item, Marking
from quizapp.domain.papers.delivery import Delivery


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """A recipe for a section's items. Ids are resolved: banks and topics stand by id, never by title."""

    type: str
    count: int
    banks: tuple[str, ...] = ()
    """Ids of the banks drawn from; empty is every bank of the pool."""
    topics: tuple[str, ...] = ()
    """Topics that items must be within; empty is any."""
    topic_counts: tuple[tuple[str, int], ...] = ()
    """How many of each topic; the counts add up to `count` and no topic stands within another."""
    tags: tuple[str, ...] = ()
    """All of which an item must have."""
    difficulty_counts: tuple[tuple[Difficulty, int], ...] = ()
    size: int | None = None
    """How many items each drawn case has."""

    def accepts(self, bank: ItemBank, item: Item) -> bool:
        """Return whether an item may be drawn at all, whatever has been drawn already."""
        return (
            self.type == item.TYPE
            and item.status == "ready"
            and (not self.banks or bank.id in self.banks)
            and self._is_on_topic(item)
            and all(tag in item.tags for tag in self.tags)
            and self.difficulty_cell(item) is not None
            and (self.size is None or len(item.parts) == self.size)
        )

    def topic_cell(self, item: Item) -> str | None:
        """Return the counted topic an item falls under, "" where topics are not counted, None where it fits none."""
        if not self.topic_counts:
            return ""
        return next((topic for topic, _ in self.topic_counts if is_within(item.topic, topic)), None)

    def difficulty_cell(self, item: Item) -> Difficulty | None:
        """Return the item's difficulty where difficulties are counted, "" where not, None where it is not asked for."""
        if not self.difficulty_counts:
            return ""
        return next((level for level, _ in self.difficulty_counts if level == item.difficulty), None)

    def _is_on_topic(self, item: Item) -> bool:
        if self.topics and not any(is_within(item.topic, topic) for topic in self.topics):
            return False
        return self.topic_cell(item) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A number of marks, or a share of the full score."""

    value: Fraction
    is_share: bool

    def of(self, full_score: Fraction) -> Fraction:
        """Return the threshold in marks."""
        return self.value * full_score if self.is_share else self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRange:
    """From how many marks to how many, or from which share of the full score to which."""

    least: Fraction | None = None
    """None is no limit, as below."""
    most: Fraction | None = None
    is_share: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of a paper: fixed items, or a draw."""

    title: str
    draw: Draw | None = None
    items: tuple[str, ...] = ()
    """Ids of fixed items, in order, where there is no draw."""
    marks: Fraction | None = None
    """Marks of each question; None leaves each item its own."""
    marking: str = ""
    penalty: Fraction = Fraction(0)
    """The share of its marks that a wrong response costs."""
    option_marks: Fraction | None = None
    time_limit: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shuffle:
    """What a form puts in an order of its own."""

    items: bool = False
    options: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeUp:
    """Which paper a make-up stands for, who may sit it, and what it can count."""

    paper: str
    eligible: tuple[str, ...] = ("failed", "absent", "deferred")
    exclude: bool = False
    """Whether the items of the first paper are kept out."""
    cap: bool = False
    """Whether it counts at most the pass mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The whole of a paper's rules."""

    id: str
    title: str
    use: Use = "any"
    instructions: str = ""
    delivery: Delivery = Delivery()
    pass_mark: Threshold = Threshold(value=Fraction(3, 5), is_share=True)
    full_score: Fraction | None = None
    """What the author says the sections add up to, where they say it."""
    grades: tuple[tuple[str, Threshold], ...] = ()
    """Grades with what each asks for, the highest first."""
    forms: int = 1
    """How many forms A, B, … are drawn, where there is not one for each candidate."""
    per_candidate: bool = False
    seed: str = ""
    """Empty is the class's secret and the paper's id; in a home without a class the id alone."""
    shuffle: Shuffle = Shuffle()
    make_up: MakeUp | None = None
    sections: tuple[Section, ...] = ()
    coverage: tuple[tuple[str, MarkRange], ...] = ()
    """How many marks of a form are of a topic or of those under it, in the author's order; by topics' ids."""

    LATER: ClassVar[tuple[str, ...]] = ("coverage",)

    @property
    def is_formal(self) -> bool:
        """Whether its scores are an exam's: for exams only, or one try within a window (exam-rules)."""
        within = self.delivery.opens is not None or self.delivery.closes is not None
        return self.use == "exam" or (self.delivery.attempts == 1 and within)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One numbered place on a form."""

    LATER: ClassVar[tuple[str, ...]] = ("stage",)
    """What forms did not always have: left out where it says nothing."""
    number: int
    """From 1, through all sections."""
    section: int
    """From 0: the place of its section in the paper."""
    item: Item
    order: tuple[int, ...] = ()
    """The bank's positions of the choices in the order shown; () is the bank's own order."""
    marking: Marking
    case: str = ""
    """The id of the case it is of; "" for one that stands alone."""
    stimulus: str = ""
    """The case's, which is shown beside each of its questions; of one that unfolds all that is told by then."""
    stage: int = 0
    """From 0: the stage of its case that it belongs to."""
    also: tuple[Item, ...] = ()
    """The same item with other keys that count too, where a correction accepts them; never on a form as it is fixed."""

    @property
    def shown_choices(self) -> tuple[str, ...]:
        """The choices as the form shows them."""
        choices = self.item.choices
        return tuple(choices[position] for position in self.order) if self.order else choices

    @property
    def holds_together(self) -> bool:
        """Whether its order and its key name choices that are there, each once, and the key earns all of its marks."""
        places, key = range(len(self.item.choices)), self.item.key_response() if self.item.has_key else None
        return (not self.order or sorted(self.order) == list(places)) and (
            key is None or (self.item.keyed(key) is not None and self.item.fraction(key, self.marking) == 1)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A paper's rules with its questions, drawn and in order, and the keys where known."""

    paper: Paper
    letter: str = "A"
    """A, B, …; the candidate's id where each has a form of their own."""
    questions: tuple[Question, ...]
    topics: tuple[tuple[str, str], ...] = field(default=())
    """Ids and titles of the topics its questions have, so that a result can name them without the course."""
    is_trial: bool = False
    """Whether anybody with the banks can draw the same: it went by the paper's id alone, in a home without a class."""

    LATER: ClassVar = ("is_trial",)

    @property
    def full_score(self) -> Fraction:
        return exact_sum(question.marking.marks for question in self.questions)

    @property
    def pass_marks(self) -> Fraction:
        """The pass mark in marks."""
        return self.paper.pass_mark.of(self.full_score)

    def grade(self, total: Fraction) -> str:
        """Return the highest grade that a total reaches, "" where the paper has none or it reaches none."""
        full = self.full_score
        for name, threshold in sorted(self.paper.grades, key=lambda entry: entry[1].of(full), reverse=True):
            if total >= threshold.of(full):
                return name
        return ""

    @property
    def has_keys(self) -> bool:
        return all(question.item.has_key for question in self.questions)

    def bare(self) -> Form:
        """Return the same without its authors' notes, which forms fixed by an earlier version still have."""
        return replace(self, questions=tuple(replace(one, item=one.item.bare()) for one in self.questions))

    @property
    def holds_together(self) -> bool:
        """Whether every number and letter in it points at something in it, which what was read from elsewhere need not.

        Its questions are numbered from 1 and stand in its sections' order. What no form could be raises LookupError,
        ValueError, TypeError or ArithmeticError.
        """
        sections = [question.section for question in self.questions]
        return (
            [question.number for question in self.questions] == list(range(1, len(sections) + 1))
            and sections == sorted(sections)
            and set(sections) <= set(range(max(len(self.paper.sections), 1)))
            and all(question.holds_together for question in self.questions)
        )

    def section_questions(self, section: int) -> tuple[Question, ...]:
        """The questions of a section, in order."""
        return tuple(question for question in self.questions if question.section == section)
