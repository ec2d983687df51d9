"""quizapp scores correct: put a key right, or list what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quizapp.cli.decided_by import chosen_paper, decided_by, decider
from quizapp.cli.output_format import FORMAT
from quizapp.cli.parser import Command

if TYPE_CHECKING:
    from quizapp.cli.desk import Desk
    from quizapp.domain.essay_marks import Marker
    from quizapp.services.correcting import Wish
    from quizapp.services.correction_target import Target


@click.command("correct", cls=Command)
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
    from quizapp.services.correction_target import correction_target

    texts = {name: text for name, text in (("key", key), ("accept", accept)) if text is not None}
    ways = [*texts, *(["full"] if full else []), *(["drop"] if drop else [])]
    if len(ways) > 1:
        from quizapp.domain.errors import CalledWrongly

        raise CalledWrongly("correct-one-way")
    desk, about = chosen_paper(context, paper)
    target = correction_target(desk.workplace.home, about.id, question.strip(), (letter or "").strip())
    if not ways:
        from quizapp.cli.answer_list import show_answers

        return show_answers(desk, target, form)
    return _record(context, target, _wish(target, ways[0], texts), decider(context, who), form)


def _wish(target: Target, way: str, texts: dict[str, str]) -> Wish:
    """Return what is wanted, a key read as it is typed on the form, or in the bank's letters. Raises Refused."""
    from quizapp.services.correcting import Wish

    match way:
        case "key":
            return Wish(how="key", answer=target.response(texts["key"]))
        case "accept":
            return Wish(how="accept", answer=target.response(texts["accept"]))
        case "full":
            return Wish(how="full")
    return Wish(how="drop")


def _record(context: click.Context, target: Target, wish: Wish, decider: Marker, form: str) -> int:
    from quizapp.cli.correction_text import correction_lines, correction_to_json
    from quizapp.services import correcting
    from quizapp.services.correction_list import corrected_questions, pending_corrections

    desk: Desk = context.obj
    home = desk.workplace.home
    done = correcting.correct(desk.workplace, target, wish, decider)
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
