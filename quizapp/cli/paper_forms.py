"""quizapp papers draw: a form as it was drawn, and several forms of a paper beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

import click

from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.item_text import body_lines, indented, key_texts
from quizapp.cli.frame.parser import FORMAT, LineCommand
from quizapp.cli.frame.tables import TextHeading
from quizapp.domain.errors import CalledWrongly
from quizapp.domain.exact_numbers import number
from quizapp.domain.item import LETTERS
from quizapp.domain.papers.forms import LEVELS, Forecast, FormComparison, facility_forecast
from quizapp.domain.papers.paper import Form, Paper, Question
from quizapp.domain.text import clean_line
from quizapp.language import Language
from quizapp.services.classes.roster_check import check_known
from quizapp.services.papers import forms
from quizapp.services.papers.forms import SAMPLE, compared, form_digest, letter_for, usable_paper
from quizapp.services.ports.workplace import Workplace
from quizapp.services.printing import check_not_sat


@click.command("draw", cls=LineCommand)
@click.argument("paper", metavar="paper")
@click.option("--seed", metavar="seed", help="seed")
@click.option("--form", "letter", metavar="form", help="form")
@click.option("--candidate", metavar="id", help="draw-candidate")
@click.option("--forms", metavar="forms", help="forms-compared")
@click.option("--with-key", is_flag=True, help="with-key")
@FORMAT
@click.pass_obj
def draw(
    desk: Desk,
    paper: str,
    seed: str | None,
    letter: str | None,
    candidate: str | None,
    forms: str | None,
    with_key: bool,
    form: str,
) -> int:
    """Draw a form and fix it; with a seed of one's own, or several forms beside each other, only show them."""
    place = desk.workplace
    rules = usable_paper(place, paper)
    if forms is not None:
        if letter or candidate or with_key:
            raise CalledWrongly("draw-forms-alone")
        return show_comparison(desk, rules, clean_line(forms), seed, form)
    wanted = wanted_letter(place, rules, clean_line(letter or "").upper(), clean_line(candidate or ""))
    drawn = _drawn(place, rules, wanted, seed, with_key=with_key)
    digest = form_digest(drawn)
    if form == "json":
        desk.show_json(form_to_json(drawn, digest, with_key=with_key))
        return 0
    for line in form_lines(drawn, digest, desk.language, with_key=with_key):
        desk.show(line)
    desk.note(desk.say("papers.only-shown" if seed is not None else "papers.fixed", form=digest[:12]))
    if drawn.is_trial:
        desk.note(desk.say("papers.drawn-trial"))
    return 0


def _drawn(place: Workplace, paper: Paper, letter: str, seed: str | None, *, with_key: bool) -> Form:
    """Return the form of a letter, fixed unless it is drawn by a seed of one's own.

    Raises Refused where its keys are asked for and may not be seen yet: then nothing is fixed.
    """
    home, library = place.home, place.library
    if seed is None:
        drawn = forms.form_as_it_would_be(home, library, paper, letter=letter)
    else:
        drawn = forms.draw(home, library, replace(paper, seed=seed), letter=letter)
    if with_key:
        check_not_sat(place, paper, [drawn])
    if seed is None:
        _, drawn = forms.fixed_form(home, library, paper, letter=letter, now=place.clock.read().at)
    return drawn


def wanted_letter(place: Workplace, paper: Paper, letter: str, candidate: str) -> str:
    """Return which form is meant. Raises CalledWrongly, and Refused for a candidate whom the roster does not have."""
    if candidate:
        check_known(place.home, candidate)
        return letter_for(paper, candidate)
    if paper.per_candidate:
        raise CalledWrongly("draw-needs-candidate", paper=paper.title)
    if letter and letter not in LETTERS[: paper.forms]:
        raise CalledWrongly(
            "draw-form-unknown", paper=paper.title, form=letter, forms="、".join(LETTERS[: paper.forms])
        )
    return letter or "A"


def form_to_json(form: Form, digest: str, *, with_key: bool) -> dict[str, Any]:
    """Return a form as the command-line contract has it."""
    return {
        "paper": form.paper.id,
        "form": form.letter,
        "digest": digest,
        "items": [_item(form, question, with_key=with_key) for question in form.questions],
    }


def _item(form: Form, question: Question, *, with_key: bool) -> dict[str, Any]:
    data: dict[str, Any] = {
        "number": question.number,
        "section": question.section + 1,
        "section_title": form.paper.sections[question.section].title,
        "item": question.item.id,
        "case": question.case or None,
        "stimulus": question.stimulus or None,
        "type": question.item.TYPE,
        "stem": question.item.stem,
        "marks": number(question.marking.marks),
        "marking": question.marking.scheme,
        "options": [
            {"letter": letter, "text": text} for letter, text in zip(LETTERS, question.shown_choices, strict=False)
        ],
        "left": [{"number": place, "text": text} for place, text in enumerate(question.item.left_side, 1)],
    }
    if question.item.exhibit:
        data["exhibit"] = list(question.item.exhibit)
    return {**data, "key": _key(question)} if with_key else data


def _key(question: Question) -> str | None:
    """Return the typed answer that earns full marks; None where only a person can say."""
    response = question.item.key_response() if question.item.has_key else None
    return None if response is None else question.item.describe(response, question.order)


def form_lines(form: Form, digest: str, language: Language, *, with_key: bool) -> Iterator[str]:
    """Give a form as a paper to read."""
    yield language.say("command.form.title", title=form.paper.title, form=form.letter, digest=digest[:12])
    section, case, told = -1, "", ""
    for question in form.questions:
        if question.section != section:
            section = question.section
            yield ""
            yield _section_title(form, section, language)
            case = ""
        told = told if question.case == case else ""
        if question.case and question.stimulus != told:
            yield ""
            yield from indented(
                language.say("command.form.case", stimulus=question.stimulus.removeprefix(told).strip())
            )
        case, told = question.case, question.stimulus
        yield ""
        yield from _question_lines(question, language, with_key=with_key)


def _question_lines(question: Question, language: Language, *, with_key: bool) -> Iterator[str]:
    first, *more = list(body_lines(question.item, question.shown_choices, language)) or [""]
    yield f"{question.number:>2}. {first.strip()}"
    yield from more
    if with_key:
        for text in key_texts(question.item, question.order, language):
            yield from indented(text)


def _section_title(form: Form, section: int, language: Language) -> str:
    questions = form.section_questions(section)
    marks = sum((question.marking.marks for question in questions), start=form.full_score * 0)
    title = form.paper.sections[section].title
    return language.say("command.form.section", title=title, count=len(questions), marks=marks)


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


def comparison_to_json(paper: Paper, found: FormComparison) -> dict[str, Any]:
    """Return forms beside each other as plain data: facilities and shares from 0 to 1, scores in marks."""
    shares = [overlap.share for overlap in found.overlaps]
    return {
        "paper": paper.id,
        "forms": [_compared_form(form, told) for form, told in found.forms],
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


def _compared_form(form: Form, told: Forecast) -> dict[str, Any]:
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


def _show(desk: Desk, paper: Paper, found: FormComparison) -> None:
    desk.show(desk.say("forms.title", title=paper.title, count=len(found.forms)))
    desk.show("")
    _show_forms(desk, found)
    desk.show("")
    desk.show(desk.say("forms.overlaps"))
    headings = [
        desk.heading("form"),
        TextHeading(desk.say("forms.shared"), True),
        TextHeading(desk.say("forms.share"), True),
    ]
    rows = [[_pair(desk, each.forms), each.shared, _percent(each.share)] for each in found.overlaps]
    desk.show_table(headings, rows)
    desk.show("")
    _show_largest(desk, found)
    desk.show(desk.say("forms.forecast", **{level: _facility(facility_forecast(level)) for level in LEVELS if level}))


def _show_forms(desk: Desk, found: FormComparison) -> None:
    """Show a row for each form; a column for questions without a difficulty only where there are any."""
    has_none = any(count for _, told in found.forms for level, count in told.levels if not level)
    levels = [level for level, _ in found.forms[0][1].levels if level or has_none]
    names = [desk.language.say(f"word.{level}") if level else desk.say("coverage.no-level") for level in levels]
    headings = [
        desk.heading("form"),
        desk.heading("questions", is_number=True),
        desk.heading("full_score", is_number=True),
        *(TextHeading(name, True) for name in names),
        TextHeading(desk.say("forms.facility"), True),
        TextHeading(desk.say("forms.expected-score"), True),
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


def _show_largest(desk: Desk, found: FormComparison) -> None:
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
