"""What the committee's room says of papers: how many stand how, and what needs a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.language import Language
    from quizapp.services.paper_counts import PaperCounts

ALWAYS = ("handed_in", "in_progress", "absent")
"""Told even of nobody."""
MORE = ("awaited", "deferred", "exempt", "misconduct", "left", "void")


def numbers(language: Language, one: PaperCounts) -> str:
    """Return how many people stand how at a paper, and how many attempts wait to be marked."""
    shown = [name for name in ALWAYS if name != "absent" or not one.people.get("awaited")]
    parts = [_part(language, name, one.people.get(name, 0)) for name in shown]
    parts += [_part(language, name, one.people[name]) for name in MORE if one.people.get(name)]
    if one.waiting:
        parts.append(_part(language, "marking", one.waiting))
    if one.roster:
        parts.append(_part(language, "roster", one.roster))
    return " | ".join(parts)


def need(language: Language, one: PaperCounts) -> str:
    """Return what of a paper needs a person, in one line; "" for nothing."""
    if one.refused is not None:
        return language.say("committee.need_refused")
    found = (
        ("waiting", one.waiting),
        ("differing", one.differing),
        ("beyond", one.beyond),
        ("ineligible", one.ineligible),
        ("absent", one.people.get("absent", 0)),
        ("strangers", one.strangers),
    )
    said = [language.say(f"committee.need_{name}", count=count) for name, count in found if count]
    return language.say("committee.between").join(said)


def needs(language: Language, papers: Sequence[PaperCounts]) -> str:
    """Return the sentence that comes first where something needs a person; "" where nothing does."""
    wanting = sum(one.needs_person for one in papers)
    sentences = [language.error(one.refused) for one in papers if one.refused is not None]
    if wanting:
        sentences.append(language.say("committee.needs", count=wanting))
    return "\n".join(sentences)


def _part(language: Language, name: str, count: int) -> str:
    return language.say(f"committee.count_{name}", count=count)
