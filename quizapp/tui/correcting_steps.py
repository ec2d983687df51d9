"""One question's correction: how, what is typed and by whom, what it would change, then it is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.items.fill_blank import FillBlank
from quizapp.services import correcting, regrading
from quizapp.services.correctable import correctable_paper
from quizapp.services.correcting import Wish
from quizapp.services.told_key import told_key
from quizapp.tui.asked_decision import Asked, Field, settle
from quizapp.tui.dialogs.decision_form import BY, CHECKED_BY, WHY
from quizapp.tui.screens import correcting_words as words
from quizapp.tui.widgets.clipped import clipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizapp.domain.decisions import Correction, KeyCorrected
    from quizapp.domain.item import Item, Response
    from quizapp.language import Language
    from quizapp.services.correctable import Correctable
    from quizapp.services.regrading import Regrade, Standing
    from quizapp.services.workplace import Workplace
    from quizapp.tui.dialogs.decision_form import Filled
    from quizapp.tui.shell import Shell

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
) -> Asked:
    """Return what is asked about a question as it stands; whoever decides and why are put into `who`."""

    def will(filled: Filled) -> Sequence[str]:
        wish = _wish(one, way, filled.values)
        new = correcting.proposed(place, one.target, wish, filled.marker)
        found = regrading.preview(place, one.target.paper, from_bank=False, more=new)
        return [*_what(language, paper, one, new), *_effect(language, found, len(found.corrections) - len(new))]

    def do(filled: Filled) -> str:
        correcting.correct(place, one.target, _wish(one, way, filled.values), filled.marker, one.seen)
        who.update({name: filled.values[name] for name in (BY, CHECKED_BY, WHY)})
        return language.say("correct.done", name=words.name(language, one))

    def renew() -> Asked:
        found = correctable_paper(place, one.target.paper)
        now = found.find(one.question.item.id, one.number, one.target.order)
        return asked_of(place, language, paper, now, way, who)

    return Asked(
        title=language.say(
            "correct.form_title", name=words.name(language, one), way=language.say(f"correct.way_{way}")
        ),
        notes=[_notes(language, one, way)],
        fields=() if way in FOR_ALL else (Field(ANSWER),),
        step=language.say("correct.step"),
        will=will,
        do=do,
        renew=renew,
        needs_checker=place.two_persons,
    )


async def _way(app: Shell, one: Correctable) -> Correction | None:
    """Ask how; an essay has no key."""
    from quizapp.tui.dialogs.pick import Pick

    say = app.language.say
    ways = FOR_ALL if one.question.item.NEEDS_PERSON else WAYS
    rows = [f"{say(f'correct.way_{way}')}\n{say(f'correct.way_{way}_note')}" for way in ways]
    stem, told = words.stem(app.language, one), _standing(app.language, one)
    about = (clipped(stem, 2 * _WAYS), words.choices(one, _WAYS), clipped(told, _WAYS))
    title = "\n".join(filter(None, (say("correct.which_way", name=words.name(app.language, one)), *about)))
    chosen = await app.push_screen_wait(Pick(title, rows))
    return None if chosen is None else ways[chosen]


def _wish(one: Correctable, way: Correction, values: Mapping[str, str]) -> Wish:
    """Return what is wanted, a key read as the form's letters say. Raises InvalidAnswer."""
    return Wish(how=way, answer=() if way in FOR_ALL else one.target.response(values[ANSWER]))


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
        after = told_key(first.keyed, order) if is_key else _accepted(language, first.keyed, first.answer, order)
        values |= {"before": clipped(words.key(language, one), _TITLE), "after": clipped(after, _TITLE)}
        code += "_hidden" if is_key and one.is_hidden else ""
    yield language.say(code, **values)
    if one.number is None and len(one.letters) > 1:
        yield language.say("correct.on_all_forms", count=len(one.letters))
    elif len(one.letters) > 1:
        yield language.say("correct.on_forms", forms=language.say("word.comma").join(sorted(one.letters)))


def _accepted(language: Language, item: Item, answer: Response, order: tuple[int, ...]) -> str:
    """Return what counts besides, blank by blank where there are several."""
    if not isinstance(item, FillBlank) or item.blanks == 1:
        return item.describe(answer, order)
    texts = [(blank, text) for blank, text in enumerate(answer, 1) if text.strip()]
    told = (language.say("command.correction.blank", blank=blank, text=text) for blank, text in texts)
    return language.say("word.comma").join(told)


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


def _crossing(language: Language, code: str, those: Sequence[Standing]) -> str:
    people = (f"{one.candidate.id} {clipped(one.candidate.name, 12)}" for one in those[:_PEOPLE])
    named = language.say("word.comma").join(people)
    if len(those) > _PEOPLE:
        named = language.say("correct.and_others", people=named)
    return language.say(f"correct.{code}", count=len(those), people=named)
