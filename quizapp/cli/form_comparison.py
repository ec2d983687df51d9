"""Forms of one paper beside each other: how hard they should be and what they have in common."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from quizapp.cli.desk import Desk
from quizapp.cli.tables import Heading
from quizapp.domain.errors import CalledWrongly
from quizapp.domain.forecast import LEVELS, Comparison, Forecast, facility_forecast
from quizapp.domain.item import LETTERS
from quizapp.domain.paper import Form, Paper
from quizapp.services.comparing import SAMPLE, compared
from quizapp.services.form_files import form_digest
from quizapp.services.scoring import number

FEWEST = 2


def show_comparison(desk: Desk, paper: Paper, asked: str, seed: str | None, form: str) -> int:
    """Show as many forms of a paper as were asked for beside each other; return the exit status.

    Raises CalledWrongly for a number of forms that cannot be.
    """
    count = int(asked) if asked.isascii() and asked.isdigit() else 0
    if not FEWEST <= count <= len(LETTERS):
        raise CalledWrongly("draw-forms-count", given=asked, fewest=FEWEST, most=len(LETTERS))
    place = desk.workplace
    found = compared(place.home, place.library, paper, count=count, seed=seed)
    if form == "json":
        desk.show_json(comparison_to_json(paper, found))
    else:
        _show(desk, paper, found)
    desk.note(desk.say("papers.only-shown"))
    return 0


def comparison_to_json(paper: Paper, found: Comparison) -> dict[str, Any]:
    """Return forms beside each other as plain data: facilities and shares from 0 to 1, scores in marks."""
    shares = [overlap.share for overlap in found.overlaps]
    return {
        "paper": paper.id,
        "forms": [_form(form, told) for form, told in found.forms],
        "overlaps": [
            {"forms": list(overlap.forms), "shared": overlap.shared, "share": _rounded(overlap.share)}
            for overlap in found.overlaps
        ],
        "largest": {
            "facility_difference": _rounded(found.facility_difference),
            "score_difference": None if found.score_difference is None else number(found.score_difference),
            "shared": max(overlap.shared for overlap in found.overlaps),
            "share": _rounded(max(shares)),
        },
    }


def _form(form: Form, told: Forecast) -> dict[str, Any]:
    return {
        "form": form.letter,
        "digest": form_digest(form),
        "questions": len(form.questions),
        "full_score": number(form.full_score),
        "difficulties": {level or "none": count for level, count in told.levels},
        "facility": _rounded(told.facility),
        "expected_score": None if told.expected_score is None else number(told.expected_score),
    }


def _rounded(share: Fraction | None) -> float | None:
    return None if share is None else round(float(share), 4)


def _show(desk: Desk, paper: Paper, found: Comparison) -> None:
    desk.show(desk.say("forms.title", title=paper.title, count=len(found.forms)))
    desk.show("")
    _show_forms(desk, found)
    desk.show("")
    desk.show(desk.say("forms.overlaps"))
    headings = [desk.heading("form"), Heading(desk.say("forms.shared"), True), Heading(desk.say("forms.share"), True)]
    rows = [[_pair(desk, each.forms), each.shared, _percent(each.share)] for each in found.overlaps]
    desk.show_table(headings, rows)
    desk.show("")
    _show_largest(desk, found)
    desk.show(desk.say("forms.forecast", **{level: _facility(facility_forecast(level)) for level in LEVELS if level}))


def _show_forms(desk: Desk, found: Comparison) -> None:
    """Show a row for each form; a column for questions without a difficulty only where there are any."""
    has_none = any(count for _, told in found.forms for level, count in told.levels if not level)
    levels = [level for level, _ in found.forms[0][1].levels if level or has_none]
    names = [desk.language.say(f"word.{level}") if level else desk.say("coverage.no-level") for level in levels]
    headings = [
        desk.heading("form"),
        desk.heading("questions", is_number=True),
        desk.heading("full_score", is_number=True),
        *(Heading(name, True) for name in names),
        Heading(desk.say("forms.facility"), True),
        Heading(desk.say("forms.expected-score"), True),
    ]
    rows = [
        [
            _name(desk, form.letter),
            len(form.questions),
            form.full_score,
            *(dict(told.levels)[level] for level in levels),
            _facility(told.facility),
            told.expected_score,
        ]
        for form, told in found.forms
    ]
    desk.show_table(headings, rows)


def _show_largest(desk: Desk, found: Comparison) -> None:
    most = max(found.overlaps, key=lambda overlap: overlap.shared)
    if found.facility_difference is None or found.score_difference is None:
        desk.show(desk.say("forms.no-forecast"))
    else:
        facility, score = _facility(found.facility_difference), desk.language.value(found.score_difference)
        desk.show(desk.say("forms.difference", facility=facility, score=score))
    forms, share = _pair(desk, most.forms), _percent(most.share)
    desk.show(desk.say("forms.most-shared", count=most.shared, share=share, forms=forms))


def _pair(desk: Desk, forms: tuple[str, str]) -> str:
    return desk.language.say("word.comma").join(_name(desk, form) for form in forms)


def _name(desk: Desk, letter: str) -> str:
    """Return a form's letter, or which sample it is of where each candidate has their own."""
    is_sample = letter.startswith(SAMPLE)
    return desk.say("forms.sample", number=letter.removeprefix(SAMPLE)) if is_sample else letter


def _facility(share: Fraction | None) -> str:
    """Return a facility as people write it, such as 0.625."""
    return "" if share is None else f"{float(share):.3f}"


def _percent(share: Fraction) -> str:
    return f"{float(100 * share):.0f}%"
