"""A paper in one line: questions, full score, time, and when it may be sat."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.agenda import Standing
    from quizapp.services.history import Sat
    from quizapp.services.paper_list import PaperFacts


def paper_line(language: Language, paper: PaperFacts, standing: Standing, sat: Sat | None = None) -> str:
    """Return what a person needs to know of a paper before choosing it, in one line; `sat` is what they did of it."""
    facts = [language.say("paper.questions", count=paper.questions)]
    if paper.full_score:
        facts.append(language.say("paper.full_score", marks=paper.full_score))
    limit = paper.time_limit
    facts.append(language.say("paper.no_limit") if limit is None else language.duration(limit))
    if standing == "wrong_clock" and paper.made_at is not None:
        return language.say("home.wrong_clock_note", at=paper.made_at)
    if standing == "not_yet" and paper.opens is not None:
        facts.append(language.say("paper.opens", at=paper.opens))
    elif paper.closes is not None:
        facts.append(language.say("paper.closes", at=paper.closes))
    if paper.make_up_for:
        facts.insert(0, language.say("paper.make_up_for", first=paper.make_up_for))
    if sat is not None:
        facts.append(language.say("home.sat", count=sat.times))
        if sat.score is not None:
            facts.append(language.say("home.sat_score", score=sat.score))
    return " | ".join(facts)
