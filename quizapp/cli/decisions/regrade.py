"""quizapp scores regrade: a paper marked again by its corrections, and what that changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from fractions import Fraction

import click

from quizapp.cli.decisions.corrections import correction_lines, correction_to_json
from quizapp.cli.frame.decider import chosen_paper, decided_by, decider
from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import FORMAT, LineCommand
from quizapp.domain.exact_numbers import number
from quizapp.services.banks.items_in_use import hidden_items
from quizapp.services.decisions import regrading
from quizapp.services.decisions.correction_list import CorrectedQuestion
from quizapp.services.decisions.regrading import CandidateOutcome, Regrade, RegradedCandidate, StandingOverride


@click.command("regrade", cls=LineCommand)
@click.argument("paper", metavar="paper")
@click.option("--dry-run", is_flag=True, help="regrade-dry-run")
@click.option("--from-bank", is_flag=True, help="from-bank")
@decided_by(needs_why=False)
@FORMAT
@click.pass_context
def regrade(context: click.Context, /, paper: str, dry_run: bool, from_bank: bool, form: str, **who: str | None) -> int:
    """Mark a paper again and show before and after; with --dry-run record nothing."""

    desk, about = chosen_paper(context, paper)
    if dry_run:
        found = regrading.preview(desk.workplace, about.id, from_bank=from_bank)
    else:
        found = regrading.regrade(desk.workplace, about.id, decider(context, who), from_bank=from_bank)
    return show_regrade(desk, found, form)


def show_regrade(desk: Desk, found: Regrade, form: str) -> int:
    """Show what marking again does or did; return the exit status."""
    place = desk.workplace
    hidden = hidden_items(place.home, place.clock, place.class_id)
    questions = found.questions
    if form == "json":
        desk.show_json(_as_json(found, questions, hidden))
        return 0
    if not questions:
        desk.show(desk.say("regrade.nothing", paper=found.title))
    else:
        _show(desk, found, correction_lines(desk, questions, hidden=hidden))
    for line in _left(desk, found):
        desk.show(line)
    if questions and not found.is_recorded:
        desk.note(desk.say("regrade.only-shown"))
    return 0


def _show(desk: Desk, found: Regrade, corrections: Iterable[str]) -> None:
    desk.show(desk.say("regrade.done" if found.is_recorded else "regrade.would", paper=found.title))
    for line in corrections:
        desk.show(f"  {line}")
    if found.changed:
        desk.show("")
        headings = [desk.heading("id"), desk.heading("name")]
        numbers = ("score_before", "score_after", "rank_before", "rank_after")
        headings += [desk.heading(name, is_number=True) for name in numbers]
        desk.show_table([*headings, desk.heading("pass_change")], [_cells(desk, one) for one in found.changed])
        desk.show("")
    for line in _sentences(desk, found):
        desk.show(line)


def _cells(desk: Desk, one: RegradedCandidate) -> list[object]:
    change = ""
    if one.newly_passes:
        change = desk.say("regrade.passes")
    elif one.no_longer_passes:
        change = desk.say("regrade.fails")
    before, after = one.before, one.after
    return [one.candidate.id, one.candidate.name, before.total, after.total, before.rank, after.rank, change]


def _sentences(desk: Desk, found: Regrade) -> Iterator[str]:
    """Give who crosses the pass mark, whose rank changes, and what stands as it was."""
    everybody = found.changed
    for code, those in (
        ("regrade.newly-pass", [one for one in everybody if one.newly_passes]),
        ("regrade.no-longer-pass", [one for one in everybody if one.no_longer_passes]),
        ("regrade.other-rank", [one for one in everybody if one.changes_rank]),
    ):
        if those:
            yield desk.say(code, count=len(those), people=_people(desk, those))
    for before, after in found.full_scores:
        yield desk.say("regrade.full-score", before=before, after=after)
    unchanged = len(found.standings) - len(everybody)
    if unchanged:
        yield desk.say("regrade.unchanged" if everybody else "regrade.all-unchanged", count=unchanged)
    for stands in found.stands:
        code = "regrade.dropped-too" if stands.is_dropped else "regrade.stands"
        yield desk.say(code, **_stands_values(stands))


def _people(desk: Desk, those: Iterable[RegradedCandidate]) -> str:
    return desk.language.say("word.comma").join(f"{one.candidate.id} {one.candidate.name}" for one in those)


def _stands_values(one: StandingOverride) -> dict[str, object]:
    return {"id": one.candidate.id, "name": one.candidate.name, "number": one.number, "marks": one.marks}


def _left(desk: Desk, found: Regrade) -> Iterator[str]:
    """Give the items whose key was not taken from today's bank, each once with its reason."""
    if found.left:
        yield desk.say("regrade.left")
    for item, reason in dict.fromkeys((one.item, one.reason) for one in found.left):
        numbers = dict.fromkeys(str(one.number) for one in found.left if one.item == item)
        why = desk.say(f"regrade.left-{reason}")
        yield desk.say("regrade.left-line", item=item, numbers=desk.language.say("word.comma").join(numbers), why=why)


def _as_json(found: Regrade, questions: Iterable[CorrectedQuestion], hidden: AbstractSet[str]) -> dict[str, object]:
    return {
        "paper": found.paper,
        "recorded": found.is_recorded,
        "corrections": [correction_to_json(one, hidden=hidden) for one in questions],
        "candidates": [
            {
                "id": one.candidate.id,
                "name": one.candidate.name,
                "changed": one.is_changed,
                "before": _outcome(one.before),
                "after": _outcome(one.after),
            }
            for one in found.standings
        ],
        "attempts": [
            {"attempt": one.attempt, "before": _marks(one.before), "after": _marks(one.after)} for one in found.changes
        ],
        "given_by_people": [
            {"attempt": one.attempt, "number": one.number, "marks": number(one.marks), "dropped": one.is_dropped}
            for one in found.stands
        ],
        "not_from_bank": [
            {"form": one.form, "number": one.number, "item": one.item, "reason": one.reason} for one in found.left
        ],
    }


def _outcome(one: CandidateOutcome) -> dict[str, object]:
    return {"score": _marks(one.total), "full_score": _marks(one.full), "passed": one.passed, "rank": one.rank}


def _marks(marks: Fraction | None) -> int | float | None:
    return None if marks is None else number(marks)
