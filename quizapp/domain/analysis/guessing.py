"""What blind guessing earns."""

from __future__ import annotations

from fractions import Fraction

from quizapp.domain.item import LETTERS, Response
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse
from quizapp.domain.marking import mark_question
from quizapp.domain.paper import Form, Question


def random_guess(form: Form, question: Question) -> Fraction | None:
    """Return the random-guess score as a share of the question's marks; None but for single choice and true/false.

    The mean of what each choice earns, a penalty taken off: 1/k for one key of k options. Source: Moodle, Quiz report
    statistics, Random guess score.
    """
    choices = _choices(question)
    marks = question.marking.marks
    if not choices or not marks:
        return None
    earned = [mark_question(form, question, choice) for choice in choices]
    known = [each for each in earned if each is not None]
    if len(known) < len(earned):
        return None
    return sum(known, Fraction(0)) / (len(choices) * marks)


def _choices(question: Question) -> tuple[Response, ...]:
    match question.item:
        case SingleChoice():
            return tuple((letter,) for letter in LETTERS[: len(question.item.options)])
        case TrueFalse():
            return (("true",), ("false",))
        case _:
            return ()
