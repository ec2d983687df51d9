"""Small items, papers and forms for the tests to say only what matters to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from hypothesis import settings

from quizapp.domain.item import Item, Marking, Path
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse
from quizapp.domain.papers.paper import Form, Paper, Question, Section

unhurried = settings(deadline=None)
"""For Hypothesis: a busy machine must not make a test fail."""

FIVE = ("跟班", "秀才", "耳目", "参谋", "管家")


def single(key: str = "C", options: tuple[str, ...] = FIVE) -> SingleChoice:
    return SingleChoice(id="s-1", stem="排在第三的是（  ）。", options=options, key=key)


def multiple(key: str = "ABD", options: tuple[str, ...] = FIVE) -> MultipleChoice:
    return MultipleChoice(id="m-1", stem="包括（  ）。", options=options, key=tuple(key))


def true_false(key: bool = True) -> TrueFalse:
    return TrueFalse(id="t-1", stem="办公室是参谋部。", key=key)


def blanks(*key: str | tuple[str, ...], any_order: bool = False) -> FillBlank:
    """Return a fill_blank item with one blank for each entry of the key."""
    entries = tuple((entry,) if isinstance(entry, str) else entry for entry in key)
    return FillBlank(id="f-1", stem="、".join(["___"] * len(entries)), key=entries, any_order=any_order)


def marking(scheme: str, marks: Fraction | int = 1, option_marks: Fraction | None = None) -> Marking:
    return Marking(scheme=scheme, marks=Fraction(marks), option_marks=option_marks)


def asked(item: Item, marks: Fraction | int = 1, scheme: str = "", option_marks: Fraction | None = None) -> Question:
    """Return a question that asks an item; `form` gives it its number and section."""
    return Question(number=1, section=0, item=item, marking=marking(item.scheme(scheme), marks, option_marks))


def form(*sections: Sequence[Question], penalties: Sequence[Fraction] = (), paper: Paper | None = None) -> Form:
    """Return a form of these sections, its questions numbered through all of them."""
    kept = paper or Paper(id="final", title="结业考试")
    shares = [*penalties, *[Fraction(0)] * (len(sections) - len(penalties))]
    parts = tuple(Section(title=f"第{place + 1}大题", penalty=share) for place, share in enumerate(shares))
    questions: list[Question] = []
    for place, asks in enumerate(sections):
        for question in asks:
            questions.append(
                Question(
                    number=len(questions) + 1,
                    section=place,
                    item=question.item,
                    order=question.order,
                    marking=question.marking,
                )
            )
    return Form(
        paper=Paper(id=kept.id, title=kept.title, grades=kept.grades, pass_mark=kept.pass_mark, sections=parts),
        questions=tuple(questions),
    )


@dataclass
class Findings:
    """Takes what a reader reports, so that a test can look at it: a Report that remembers."""

    found: list[tuple[Path, str, dict[str, object]]] = field(default_factory=list)

    def __call__(self, path: Path, code: str, **values: object) -> None:
        self.found.append((path, code, values))

    @property
    def codes(self) -> list[str]:
        return [code for _, code, _ in self.found]
