"""Choosing what a section draws from: its type, topics, levels, banks, size and marking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.domain.banks.bank import is_within
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.papers.draft import LEVELS, levelled, new_section, shared, spread, topical, type_of, with_draw
from quizapp.domain.papers.paper import Draw
from quizapp.domain.papers.stock import within
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.papers.tally import MARKED, Manner, TallyDialog, TallyEntry

if TYPE_CHECKING:
    from quizapp.domain.papers.draft import PaperDraft
    from quizapp.domain.papers.paper import Section
    from quizapp.services.papers.composing import Composing
    from quizapp.tui.frame.room import AnyRoom
    from quizapp.tui.papers.section_rows import ComposeWords, Field

USUAL_LEVELS = (4, 4, 2)
"""Easy, medium and hard items as F5 fills them in."""


class FieldChooser:
    """Asks for one field's value over a screen, and hands on the section as it is then."""

    def __init__(self, room: AnyRoom, words: ComposeWords, composing: Composing) -> None:
        self._room = room
        self._words = words
        self._composing = composing

    def add(self, draft: PaperDraft, take: Callable[[Section], None]) -> None:
        """Ask for the type of a new section."""
        self._pick_type("compose.pick_type", "", draft, lambda type: take(self._new(type, draft)))

    def choose(self, field: Field, section: Section, draft: PaperDraft, take: Callable[[Section], None]) -> None:
        """Ask for a field of a section that draws."""
        draw = section.draw
        if draw is None:
            return
        match field:
            case "type":
                self._pick_type(
                    "compose.change_type", draw.type, draft, lambda type: take(self._retyped(section, type, draft))
                )
            case "topics":
                self._tally_topics(draw, draft, lambda after: take(replace(section, draw=after)))
            case "levels":
                self._tally_levels(draw, draft, lambda after: take(replace(section, draw=after)))
            case "banks":
                self._tally_banks(draw, draft, lambda after: take(replace(section, draw=after)))
            case "size":
                self._pick_size(draw, draft, lambda after: take(replace(section, draw=after)))
            case "marking":
                self._pick_scheme(section, take)

    def _new(self, type: str, draft: PaperDraft) -> Section:
        return new_section(type, self._composing.stock(draft), self._composing.tops)

    def _retyped(self, section: Section, type: str, draft: PaperDraft) -> Section:
        new = self._new(type, draft)
        if type == type_of(section) or new.draw is None:
            return section
        return replace(with_draw(section, new.draw), marks=new.marks)

    def _pick_type(self, title: str, before: str, draft: PaperDraft, take: Callable[[str], None]) -> None:
        have = self._composing.stock(draft).types()
        types = [type for type in ITEM_TYPES if have[type]]
        texts = [self._option(self._say(f"compose.part_{type}"), have[type]) for type in types]
        self._pick(title, types, texts, types.index(before) if before in types else 0, take)

    def _pick_scheme(self, section: Section, take: Callable[[Section], None]) -> None:
        kind = ITEM_TYPES[type_of(section)]
        # What an option is worth beside is asked nowhere here: a section that has it keeps it.
        names = [each.name for each in kind.SCHEMES if each.name != "per_option" or section.option_marks is not None]
        now = section.marking or names[0]
        texts = [self._words.scheme_name(name) for name in names]

        def picked(name: str) -> None:
            take(replace(section, marking="" if name == kind.SCHEMES[0].name else name))

        self._pick("compose.pick_scheme", names, texts, names.index(now) if now in names else 0, picked)

    def _pick_size(self, draw: Draw, draft: PaperDraft, take: Callable[[Draw], None]) -> None:
        have = self._composing.stock(draft).sizes(draw)
        sizes = sorted(have)
        texts = [self._say("compose.size_option", size=size, count=have[size]) for size in sizes]
        at = sizes.index(draw.size) if draw.size in sizes else 0
        self._pick(
            "compose.pick_size",
            [str(size) for size in sizes],
            texts,
            at,
            lambda size: take(replace(draw, size=int(size))),
        )

    def _tally_topics(self, draw: Draw, draft: PaperDraft, take: Callable[[Draw], None]) -> None:
        stock = self._composing.stock(draft)
        have = stock.by_topic(replace(draw, difficulty_counts=()))
        ids = self._topics(draw, [id for id in self._composing.topics if within(have, id)])
        counts = dict(draw.topic_counts)
        entries = [
            TallyEntry("  " * id.count(".") + self._words.topic(id), self._words.supply(within(have, id))) for id in ids
        ]

        def usual() -> list[int]:
            spread_counts = dict(spread(draw, stock, self._composing.tops).topic_counts)
            return [spread_counts.get(id, 0) for id in ids]

        def foot(values: Sequence[int]) -> str:
            if MARKED in values:
                chosen = [id for id, value in zip(ids, values, strict=True) if value]
                count = stock.count(replace(draw, topics=tuple(chosen), topic_counts=(), difficulty_counts=()))
                return self._say("compose.topics_some", count=count)
            return (
                self._say("compose.topics_counted", sum=sum(values))
                if any(values)
                else self._say("compose.topics_free")
            )

        def taken(values: tuple[int, ...]) -> None:
            marked = [id for id, value in zip(ids, values, strict=True) if value == MARKED]
            counted = [(id, value) for id, value in zip(ids, values, strict=True) if value > 0]
            take(topical(draw, marked, counted))

        values = [counts.get(id, MARKED if id in draw.topics else 0) for id in ids]
        manner = Manner(excludes=lambda place: _related(ids, place), usual=usual)
        self._tally("compose.pick_topics", "compose.keys_topics", entries, values, manner, foot, taken)

    def _topics(self, draw: Draw, known: list[str]) -> list[str]:
        """Return the topics that may be asked for, those that are asked for though there is nothing among them."""
        asked = [*draw.topics, *(topic for topic, _ in draw.topic_counts)]
        return [*known, *(topic for topic in asked if topic not in known)]

    def _tally_levels(self, draw: Draw, draft: PaperDraft, take: Callable[[Draw], None]) -> None:
        have = self._composing.stock(draft).levels(draw)
        counts = dict(draw.difficulty_counts)
        entries = [TallyEntry(self._say(f"word.{level}"), self._words.supply(have[level])) for level in LEVELS]

        def foot(values: Sequence[int]) -> str:
            return (
                self._say("compose.levels_counted", sum=sum(values))
                if any(values)
                else self._say("compose.levels_free")
            )

        manner = Manner(has_marks=False, usual=lambda: shared(draw.count, USUAL_LEVELS))
        values = [counts.get(level, 0) for level in LEVELS]
        self._tally(
            "compose.pick_levels",
            "compose.keys_levels",
            entries,
            values,
            manner,
            foot,
            lambda found: take(levelled(draw, found, self._composing.stock(draft), self._composing.tops)),
        )

    def _tally_banks(self, draw: Draw, draft: PaperDraft, take: Callable[[Draw], None]) -> None:
        have = self._composing.stock(draft).by_bank(replace(draw, difficulty_counts=()))
        ids = [bank.id for bank in self._composing.banks]
        entries = [TallyEntry(self._words.bank(id), self._words.supply(have[id])) for id in ids]

        def foot(values: Sequence[int]) -> str:
            count = sum(bool(value) for value in values)
            return self._say("compose.banks_some", count=count) if count else self._say("compose.banks_free")

        def taken(values: tuple[int, ...]) -> None:
            take(replace(draw, banks=tuple(id for id, value in zip(ids, values, strict=True) if value)))

        values = [MARKED if id in draw.banks else 0 for id in ids]
        self._tally("compose.pick_banks", "compose.keys_banks", entries, values, Manner(has_numbers=False), foot, taken)

    def _pick(
        self, title: str, names: Sequence[str], texts: Sequence[str], at: int, take: Callable[[str], None]
    ) -> None:
        def picked(place: int | None) -> None:
            if place is not None:
                take(names[place])

        self._room.app.push_screen(Pick(self._say(title), texts, at), picked)

    def _tally(
        self,
        title: str,
        keys: str,
        entries: Sequence[TallyEntry],
        values: Sequence[int],
        manner: Manner,
        foot: Callable[[Sequence[int]], str],
        take: Callable[[tuple[int, ...]], None],
    ) -> None:
        def taken(found: tuple[int, ...] | None) -> None:
            if found is not None and list(found) != list(values):
                take(found)

        dialog = TallyDialog(self._say(title), entries, values, manner, foot=foot, keys=self._say(keys))
        self._room.app.push_screen(dialog, taken)

    def _option(self, name: str, count: int) -> str:
        return self._say("compose.option", name=name, count=count)

    def _say(self, code: str, **values: object) -> str:
        return self._words.say(code, **values)


def _related(ids: Sequence[str], place: int) -> frozenset[int]:
    """Return the places of the topics above one and under it: counted ones may not contain one another."""
    own = ids[place]
    return frozenset(
        other for other, id in enumerate(ids) if other != place and (is_within(id, own) or is_within(own, id))
    )
