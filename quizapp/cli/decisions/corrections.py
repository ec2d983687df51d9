"""quizapp scores correct: a key put right, what a correction says, and the answers that were given to a question.

Keys of what is being sat are not shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from fractions import Fraction

import click

from quizapp.cli.frame.decider import chosen_paper, decided_by, decider
from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import FORMAT, LineCommand
from quizapp.cli.frame.tables import shortened
from quizapp.domain.decisions.corrections import GivenAnswer
from quizapp.domain.errors import CalledWrongly
from quizapp.domain.marking.essay_marks import Marker
from quizapp.services.analysis.paper_analysis import answers_to_question
from quizapp.services.book.attempt_door import pending_corrections
from quizapp.services.decisions import correction
from quizapp.services.decisions.correction import CorrectionWish
from quizapp.services.decisions.correction_list import (
    CorrectedQuestion,
    CorrectionTarget,
    accepted_text,
    corrected_questions,
    correction_target,
)


@click.command("correct", cls=LineCommand)
@click.argument("paper", metavar="paper")
@click.argument("question", metavar="question")
@click.option("--form", "letter", metavar="form", help="correct-form")
@click.option("--key", metavar="key", help="key")
@click.option("--accept", metavar="key", help="accept")
@click.option("--full", is_flag=True, help="full")
@click.option("--drop", is_flag=True, help="drop")
@decided_by(needs_why=False)
@FORMAT
@click.pass_context
def correct(
    context: click.Context,
    /,
    paper: str,
    question: str,
    letter: str | None,
    key: str | None,
    accept: str | None,
    full: bool,
    drop: bool,
    form: str,
    **who: str | None,
) -> int:
    """Record a correction of a question's key; without one, list the answers that were given."""
    texts = {name: text for name, text in (("key", key), ("accept", accept)) if text is not None}
    ways = [*texts, *(["full"] if full else []), *(["drop"] if drop else [])]
    if len(ways) > 1:
        raise CalledWrongly("correct-one-way")
    desk, about = chosen_paper(context, paper)
    target = correction_target(desk.workplace.home, about.id, question.strip(), (letter or "").strip())
    if not ways:
        return show_answers(desk, target, form)
    return _record(context, target, _wish(target, ways[0], texts), decider(context, who), form)


def _wish(target: CorrectionTarget, way: str, texts: dict[str, str]) -> CorrectionWish:
    """Return what is wanted, a key read as it is typed on the form, or in the bank's letters. Raises Refused."""
    match way:
        case "key":
            return CorrectionWish(how="key", answer=target.response(texts["key"]))
        case "accept":
            return CorrectionWish(how="accept", answer=target.response(texts["accept"]))
        case "full":
            return CorrectionWish(how="full")
    return CorrectionWish(how="drop")


def _record(context: click.Context, target: CorrectionTarget, wish: CorrectionWish, decider: Marker, form: str) -> int:
    desk: Desk = context.obj
    home = desk.workplace.home
    done = correction.correct(desk.workplace, target, wish, decider)
    questions = corrected_questions(home, target.paper, done)
    if form == "json":
        desk.show_json([correction_to_json(one) for one in questions])
    else:
        for line in correction_lines(desk, questions):
            desk.show(line)
    # Somebody else may have marked the paper again a moment after.
    pending = pending_corrections(home, (target.paper,)).get(target.paper)
    if pending:
        desk.note(desk.say("correct.then", count=pending, paper=target.paper))
    return 0


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
    how, keyed = one.correction.how, one.correction.keyed
    answer = one.answer
    if how == "accept" and keyed is not None:
        answer = accepted_text(desk.language, keyed, one.correction.answer, one.order)
    return desk.say(f"correction.{how}", answer=answer, before=one.before)


_WIDE = 50


def show_answers(desk: Desk, target: CorrectionTarget, form: str) -> int:
    """Show what was answered; return the exit status. Raises Refused where that may not be shown."""
    answers = answers_to_question(desk.workplace, target)
    if form == "json":
        desk.show_json(_answers_json(target, answers))
        return 0
    desk.show(desk.say("answers.title", item=target.first.item.id, stem=shortened(target.first.item.stem, _WIDE)))
    has_blanks = any(one.blank > 1 for one in answers)
    headings = [desk.heading("blank", is_number=True)] if has_blanks else []
    headings += [desk.heading("response"), desk.heading("people", is_number=True), desk.heading("verdict")]
    desk.show_table(headings, [_cells(desk, one, has_blanks=has_blanks) for one in answers])
    if not target.is_by_number and target.first.item.choices:
        desk.note(desk.say("answers.bank-letters"))
    desk.note(desk.say("answers.how"))
    return 0


def _cells(desk: Desk, one: GivenAnswer, *, has_blanks: bool) -> list[object]:
    verdict = _verdict(desk, one.share)
    if one.pending != one.share:
        verdict = desk.say("answers.pending", now=verdict, later=_verdict(desk, one.pending))
    text = one.text or desk.language.say("result.no_response")
    return [*([one.blank] if has_blanks else []), text, one.count, verdict]


def _verdict(desk: Desk, share: Fraction | None) -> str:
    if share is None:
        return desk.say("answers.not-counted")
    if share == 1:
        return desk.language.say("result.right")
    return desk.language.say("result.partly" if share else "result.wrong")


def _answers_json(target: CorrectionTarget, answers: tuple[GivenAnswer, ...]) -> dict[str, object]:
    return {
        "paper": target.paper,
        "item": target.first.item.id,
        "places": [{"form": place.known.form.letter, "number": place.number} for place in target.places],
        "answers": [
            {
                "blank": one.blank or None,
                "text": one.text,
                "count": one.count,
                "share": _number(one.share),
                "pending_share": _number(one.pending),
            }
            for one in answers
        ],
    }


def _number(share: Fraction | None) -> float | None:
    return None if share is None else round(float(share), 4)
