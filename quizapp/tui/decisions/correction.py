"""Correcting a key: which question, how, what that changes, and by whom it is decided."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.errors import QuizError
from quizapp.services.decisions import correction, regrading
from quizapp.services.decisions.correction import CorrectionWish, correctable_paper
from quizapp.services.decisions.correction_list import accepted_text
from quizapp.tui.decisions import correct_key as words
from quizapp.tui.decisions.correct_key import CorrectKey
from quizapp.tui.decisions.regrade import regrade
from quizapp.tui.frame.dialogs.decision_form import BY, CHECKED_BY, WHY, DecisionField, DecisionQuestion, settle
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.frame.titles import clipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeVar

    from quizapp.domain.attempt.decisions import Correction, KeyCorrected
    from quizapp.language import Language
    from quizapp.services.decisions.correction import Correctable, CorrectablePaper, ShownForm
    from quizapp.services.decisions.regrading import Regrade, RegradedCandidate
    from quizapp.services.ports.workplace import Workplace
    from quizapp.tui.frame.dialogs.decision_form import FilledDecision
    from quizapp.tui.shell import Shell

    Read = TypeVar("Read")


ANSWER = "answer"
FOR_ALL: tuple[Correction, ...] = ("full", "drop")
WAYS: tuple[Correction, ...] = ("key", "accept", *FOR_ALL)
_TITLE = 40
_NOTE = 64
"""Cells of a line of the form."""
_WAYS = 54
"""Cells of a line above the ways."""
_PEOPLE = 4
"""Of those who cross the pass mark, so many are named; all of them stand in what marking again shows."""


class Corrected(NamedTuple):
    """What was recorded."""

    told: str
    who: Mapping[str, str]
    """Who decided and why, as the form has it."""


async def put_right(app: Shell, paper: str, one: Correctable) -> Corrected | None:
    """Have a question of a paper of that title corrected; None where the person went back."""
    way = await _way(app, one)
    if way is None:
        return None
    who: dict[str, str] = {}
    told = await settle(app, asked_of(app.workplace, app.language, paper, one, way, who))
    return Corrected(told, who) if told else None


def asked_of(
    place: Workplace, language: Language, paper: str, one: Correctable, way: Correction, who: dict[str, str]
) -> DecisionQuestion:
    """Return what is asked about a question as it stands; whoever decides and why are put into `who`."""

    def will(filled: FilledDecision) -> Sequence[str]:
        wish = _wish(one, way, filled.values)
        new = correction.proposed(place, one.target, wish, filled.marker)
        found = regrading.preview(place, one.target.paper, from_bank=False, more=new)
        return [*_what(language, paper, one, new), *_effect(language, found, len(found.corrections) - len(new))]

    def do(filled: FilledDecision) -> str:
        correction.correct(place, one.target, _wish(one, way, filled.values), filled.marker, one.seen)
        who.update({name: filled.values[name] for name in (BY, CHECKED_BY, WHY)})
        return language.say("correct.done", name=words.name(language, one))

    def renew() -> DecisionQuestion:
        found = correctable_paper(place, one.target.paper)
        now = found.find(one.question.item.id, one.number, one.target.order)
        return asked_of(place, language, paper, now, way, who)

    return DecisionQuestion(
        title=language.say(
            "correct.form_title", name=words.name(language, one), way=language.say(f"correct.way_{way}")
        ),
        notes=[_notes(language, one, way)],
        fields=() if way in FOR_ALL else (DecisionField(ANSWER),),
        step=language.say("correct.step"),
        will=will,
        do=do,
        renew=renew,
        needs_checker=place.two_persons,
    )


async def _way(app: Shell, one: Correctable) -> Correction | None:
    """Ask how; an essay has no key."""
    say = app.language.say
    ways = FOR_ALL if one.question.item.NEEDS_PERSON else WAYS
    rows = [f"{say(f'correct.way_{way}')}\n{say(f'correct.way_{way}_note')}" for way in ways]
    stem, told = words.stem(app.language, one), _standing(app.language, one)
    about = (clipped(stem, 2 * _WAYS), words.choices(one, _WAYS), clipped(told, _WAYS))
    title = "\n".join(filter(None, (say("correct.which_way", name=words.name(app.language, one)), *about)))
    chosen = await app.push_screen_wait(Pick(title, rows))
    return None if chosen is None else ways[chosen]


def _wish(one: Correctable, way: Correction, values: Mapping[str, str]) -> CorrectionWish:
    """Return what is wanted, a key read as the form's letters say. Raises InvalidAnswer."""
    return CorrectionWish(how=way, answer=() if way in FOR_ALL else one.target.response(values[ANSWER]))


def _notes(language: Language, one: Correctable, way: Correction) -> str:
    """Return what stands above the fields, a line each: what letters mean, what was answered, how to type a key."""
    lines = [words.choices(one, _NOTE) or words.stem(language, one), _standing(language, one)]
    if way not in FOR_ALL:
        lines.append(_how(language, one))
    return "\n".join(clipped(line, _NOTE) for line in lines if line)


def _standing(language: Language, one: Correctable) -> str:
    """Return the key as it stands and what was answered."""
    return " | ".join(filter(None, (words.now(language, one), words.answers(language, one))))


def _how(language: Language, one: Correctable) -> str:
    item, letter = one.question.item, one.letters[0]
    parts = [language.say(f"correct.type_{item.TYPE}")]
    if item.choices and one.number is None:
        parts.append(language.say("correct.letters_bank"))
    elif item.choices and len(one.letters) > 1:
        parts.append(language.say("correct.letters_form", form=letter))
    return " | ".join(parts)


def _what(language: Language, paper: str, one: Correctable, new: Sequence[KeyCorrected]) -> Iterator[str]:
    """Give what is corrected: the question, and on which forms."""
    first, order = new[0], one.target.order
    values = {"paper": clipped(paper, _TITLE), "name": words.name(language, one)}
    code = f"correct.will_{first.how}"
    if first.keyed is not None:
        is_key = first.how == "key"
        after = (
            first.keyed.key_parts(order).line if is_key else accepted_text(language, first.keyed, first.answer, order)
        )
        values |= {"before": clipped(words.key(language, one), _TITLE), "after": clipped(after, _TITLE)}
        code += "_hidden" if is_key and one.is_hidden else ""
    yield language.say(code, **values)
    if one.number is None and len(one.letters) > 1:
        yield language.say("correct.on_all_forms", count=len(one.letters))
    elif len(one.letters) > 1:
        yield language.say("correct.on_forms", forms=language.say("word.comma").join(sorted(one.letters)))


def _effect(language: Language, found: Regrade, others: int) -> Iterator[str]:
    """Give what marking again would change, for how many, and who would cross the pass mark."""
    say, changed = language.say, found.changed
    if not changed:
        yield say("correct.changes_none")
    else:
        same = len(found.standings) - len(changed)
        yield say("correct.changes" if same else "correct.changes_all", changed=len(changed), same=same)
        crossing = [
            ("passes", [one for one in changed if one.newly_passes]),
            ("fails", [one for one in changed if one.no_longer_passes]),
        ]
        yield from (_crossing(language, code, those) for code, those in crossing if those)
        if not any(those for _, those in crossing):
            yield say("correct.crosses_none")
    unmarked = sum(one.after.total is None for one in found.standings)
    if unmarked:
        yield say("correct.unmarked", count=unmarked)
    for before, after in found.full_scores:
        yield say("command.regrade.full-score", before=before, after=after)
    if others:
        yield say("correct.with_others", count=others)
    yield say("correct.not_yet")


def _crossing(language: Language, code: str, those: Sequence[RegradedCandidate]) -> str:
    people = (f"{one.candidate.id} {clipped(one.candidate.name, 12)}" for one in those[:_PEOPLE])
    named = language.say("word.comma").join(people)
    if len(those) > _PEOPLE:
        named = language.say("correct.and_others", people=named)
    return language.say(f"correct.{code}", count=len(those), people=named)


async def correct(app: Shell, paper: str) -> str:
    """Have keys of a paper corrected, one after another, until it is marked again; return what was done."""
    found = await _read(app, lambda: correctable_paper(app.workplace, paper))
    if found is None:
        return ""
    chosen = await _form(app, found)
    told, place = "", 0
    while chosen is not None:
        # Read again after each: what was corrected is told as it stands now.
        form = found.forms[chosen] if chosen < len(found.forms) else None
        questions = await asyncio.to_thread(found.questions, form)
        at = await app.push_screen_wait(CorrectKey(_about(app, found, form), questions, place))
        if at is None:
            break
        done = await put_right(app, found.title, questions[at])
        if done is not None:
            told, goes_on = await _then(app, paper, done, offers_another=True)
            if not goes_on:
                break
        again = await _read(app, lambda: correctable_paper(app.workplace, paper))
        if again is None:
            break
        found, place = again, at
    return told


async def correct_item(app: Shell, paper: str, item: str, number: int | None, order: tuple[int, ...]) -> str:
    """Have one item corrected as it is told elsewhere: by its number and letters, or by the bank's; return the same."""

    def read() -> tuple[str, Correctable]:
        found = correctable_paper(app.workplace, paper)
        return found.title, found.find(item, number, order)

    found = await _read(app, read)
    done = None if found is None else await put_right(app, *found)
    if done is None:
        return ""
    told, _ = await _then(app, paper, done, offers_another=False)
    return told


async def _form(app: Shell, found: CorrectablePaper) -> int | None:
    """Return the place of the form to look at, the first where there is nothing to choose; None to go back."""
    say = app.language.say
    if len(found.forms) < 2:
        return 0
    rows = [say("correct.form", form=form.letter, count=form.attempts) for form in found.forms]
    return await app.push_screen_wait(Pick(say("correct.which_form"), rows))


def _about(app: Shell, found: CorrectablePaper, form: ShownForm | None) -> str:
    say = app.language.say
    parts = [clipped(found.title, _TITLE)]
    if form is None:
        parts.append(say("correct.by_item"))
    elif len(found.forms) > 1:
        parts.append(say("correct.form_name", form=form.letter))
    return " | ".join(parts)


async def _then(app: Shell, paper: str, done: Corrected, *, offers_another: bool) -> tuple[str, bool]:
    """Offer to mark again at once; return what is to be told, and whether another question is to be corrected."""
    say = app.language.say
    ways = ("regrade", "another", "later") if offers_another else ("regrade", "later")
    rows = [f"{say(f'correct.then_{way}')}\n{say(f'correct.then_{way}_note')}" for way in ways]
    chosen = await app.push_screen_wait(Pick(say("correct.then", told=done.told), rows))
    way = "later" if chosen is None else ways[chosen]
    if way == "regrade":
        marked = await regrade(app, paper, done.who)
        if marked:
            return marked, False
    return say("correct.told_later", told=done.told), way == "another"


async def _read(app: Shell, read: Callable[[], Read]) -> Read | None:
    """Read off the event loop; None after saying why that cannot be."""
    say = app.language.say
    try:
        return await asyncio.to_thread(read)
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return None
