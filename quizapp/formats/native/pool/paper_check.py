"""What only the pool can say of a paper: whether what it asks for is there, and which paper a make-up stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from quizapp.domain.banks.bank import Course, ItemBank, is_within
from quizapp.domain.errors import Refused
from quizapp.domain.exact_numbers import shown
from quizapp.domain.item import Item, Path
from quizapp.domain.papers.forms import items_on_forms
from quizapp.domain.papers.paper import Draw, MakeUp, MarkRange, Paper, Section
from quizapp.domain.papers.selection import select
from quizapp.domain.papers.stock import CODE as DRAFTS
from quizapp.domain.papers.stock import drafts_left_out
from quizapp.formats.native.field_access import nearest
from quizapp.formats.native.read.files import PaperFile, Places
from quizapp.reading.findings import Findings
from quizapp.services.ports.port_values import Sourced


def named(wanted: str, titles: Mapping[str, str]) -> str | None:
    """Return the id that is wanted, by id without case or by a title that only one has; `titles` are by id."""
    folded = wanted.casefold()
    for id in titles:
        if id.casefold() == folded:
            return id
    titled = [id for id, title in titles.items() if title == wanted]
    return titled[0] if len(titled) == 1 else None


def stands_for_itself(paper: Paper, papers: Mapping[str, Paper]) -> bool:
    """Return whether a paper makes up for one that makes up for one … that makes up for it."""
    titles = {id: each.title for id, each in papers.items()}
    passed: list[str] = []
    following: Paper | None = paper
    while following is not None and following.make_up is not None:
        first = named(following.make_up.paper, titles)
        if first is None or first in passed:
            return False
        if first == paper.id:
            return True
        passed.append(first)
        following = papers[first]
    return False


def items_avoided(
    paper: Paper, resolved: Callable[[str], Paper | None], banks: tuple[ItemBank, ...]
) -> frozenset[str] | None:
    """Return the ids of what a paper's forms must not have, if those of its first paper were drawn today.

    `resolved` gives the paper of an id, None where it has errors of its own: then, and where its draws cannot be met,
    nobody can say, and None is returned.
    """
    if paper.make_up is None or not paper.make_up.exclude:
        return frozenset()
    first = resolved(paper.make_up.paper)
    if first is None or first.per_candidate:
        return None
    before = items_avoided(first, resolved, banks)
    if before is None:
        return None
    try:
        return items_on_forms(first, banks, before)
    except Refused:
        return None


_MOST_NAMED = 3
"""Drafts that a warning names."""


class PooledItems(NamedTuple):
    """What a paper may ask for."""

    banks: tuple[Sourced, ...]
    courses: tuple[Course, ...]
    papers: Mapping[str, Paper]
    """The pool's papers by id, banks, topics and items still named as their authors named them."""

    @property
    def usable(self) -> tuple[ItemBank, ...]:
        """The banks without errors, in the pool's order."""
        return tuple(each.bank for each in self.banks if each.bank is not None and not each.has_errors)


def check_paper(file: PaperFile, pooled: PooledItems) -> Sourced:
    """Return the paper with banks, topics and items by their ids, and with all its faults."""
    if file.paper is None:
        return Sourced(file=file.file, faults=file.faults)
    findings = Findings(file.file)
    checker = _Checker(findings, file.places, pooled)
    paper = checker.resolved(file.paper)
    if not findings.errors and not any(fault.severity == "error" for fault in file.faults):
        checker.check(paper)
    faults = sorted([*file.faults, *findings.faults], key=lambda fault: (fault.line, fault.column))
    return Sourced(file=file.file, faults=tuple(faults), paper=paper)


class _Checker:
    def __init__(self, findings: Findings, places: Places, pooled: PooledItems) -> None:
        self._findings = findings
        self._places = places
        self._pooled = pooled
        self._usable = pooled.usable
        self._items = {item.id.casefold(): (bank, item) for bank in self._usable for item in bank.items}
        self._cases = {part.id.casefold(): item for _, item in self._items.values() for part in item.parts}

    def resolved(self, paper: Paper) -> Paper:
        """Return the paper with everything it names by id, reporting what is nowhere."""
        sections = tuple(self._section(section, ("sections", index)) for index, section in enumerate(paper.sections))
        make_up = self._make_up(paper, paper.make_up) if paper.make_up is not None else None
        return replace(paper, sections=sections, make_up=make_up, coverage=self._coverage(paper))

    def check(self, paper: Paper) -> None:
        """Report what cannot be met or does not add up; the paper's ids are known to be right."""
        for index, section in enumerate(paper.sections):
            path: Path = ("sections", index)
            items = list(self._possible(section))
            asked = [each for item in items for each in item.asked]
            if section.draw is not None:
                self._check_topics(section.draw, path)
                self._check_sizes(section.draw, items, path)
                self._check_drafts(section, section.draw, path)
            # What a draw of anything but cases may have, its type says, which was looked at when it was read.
            if section.draw is None or len(asked) > len(items):
                self._check_fitting(section, asked, path)
            self._check_marks(section, asked, path)
        if self._findings.errors:
            return
        self._check_practised(paper)
        self._check_full_score(paper)
        if self._check_supply(paper):
            self._check_avoiding(paper)

    def _make_up(self, paper: Paper, make_up: MakeUp) -> MakeUp:
        titles = {id: each.title for id, each in self._pooled.papers.items()}
        id = named(make_up.paper, titles)
        if id is None:
            others = [known for known in titles if known != paper.id]
            self._error(
                ("make_up_for",), "unknown-first-paper", paper=make_up.paper, nearest=nearest(make_up.paper, others)
            )
        elif id == paper.id:
            self._error(("make_up_for",), "make-up-for-itself")
        elif stands_for_itself(paper, self._pooled.papers):
            self._error(("make_up_for",), "make-up-circle", first=titles[id])
        return replace(make_up, paper=id or make_up.paper)

    def _section(self, section: Section, path: Path) -> Section:
        draw = section.draw
        if draw is None:
            return replace(section, items=tuple(self._item(id, path, at) for at, id in enumerate(section.items)))
        place: Path = (*path, "draw", "topics")
        topics = [self._topic(name, (*place, at)) for at, name in enumerate(draw.topics)]
        counted = [(self._topic(name, (*place, at)), count) for at, (name, count) in enumerate(draw.topic_counts)]
        banks = [self._bank(name, path, at) for at, name in enumerate(draw.banks)]
        return replace(
            section, draw=replace(draw, banks=tuple(banks), topics=tuple(topics), topic_counts=tuple(counted))
        )

    def _bank(self, wanted: str, path: Path, at: int) -> str:
        titles = {each.bank.id: each.bank.title for each in self._pooled.banks if each.bank is not None}
        id = named(wanted, titles)
        place = (*path, "draw", "banks", at)
        if id is None:
            near = nearest(wanted, [*titles, *titles.values()])
            self._error(place, "unknown-bank-id", bank=wanted, nearest=near)
        elif id not in {bank.id for bank in self._usable}:
            self._error(place, "bank-faulty", bank=id)
        elif next(bank for bank in self._usable if bank.id == id).use == "practice":
            self._error(place, "bank-for-practice", bank=id)
        return id or wanted

    def _coverage(self, paper: Paper) -> tuple[tuple[str, MarkRange], ...]:
        found: dict[str, MarkRange] = {}
        for at, (name, marks) in enumerate(paper.coverage):
            topic = self._topic(name, ("coverage", at))
            if topic in found:
                self._error(("coverage", at), "coverage-twice", topic=name)
            found[topic] = marks
        return tuple(found.items())

    def _topic(self, wanted: str, place: Path) -> str:
        found = {topic.id for course in self._pooled.courses if (topic := course.topic(wanted)) is not None}
        if len(found) == 1:
            return found.pop()
        known = [name for course in self._pooled.courses for topic in course.topics for name in (topic.id, topic.title)]
        self._error(place, "unknown-topic-asked", topic=wanted, nearest=nearest(wanted, known))
        return wanted

    def _item(self, wanted: str, path: Path, at: int) -> str:
        place = (*path, "items", at)
        found = self._items.get(wanted.casefold())
        if found is None:
            case = self._cases.get(wanted.casefold())
            if case is not None:
                self._error(place, "fixed-item-of-case", id=wanted, case=case.id)
                return wanted
            near = nearest(wanted, [item.id for _, item in self._items.values()])
            self._error(place, "unknown-item", id=wanted, nearest=near)
            return wanted
        bank, item = found
        if item.status != "ready":
            self._error(place, "fixed-item-not-ready", id=item.id)
        elif bank.use == "practice":
            self._error(place, "fixed-item-for-practice", id=item.id, bank=bank.id)
        return item.id

    def _possible(self, section: Section) -> Iterator[Item]:
        """Give the items a section may have."""
        draw = section.draw
        if draw is None:
            yield from (self._items[id.casefold()][1] for id in section.items)
            return
        for bank in self._usable:
            if bank.use != "practice":
                yield from (item for item in bank.items if draw.accepts(bank, item))

    def _check_topics(self, draw: Draw, path: Path) -> None:
        for (index, (first, _)), (_, (second, _)) in combinations(enumerate(draw.topic_counts), 2):
            if is_within(first, second) or is_within(second, first):
                self._error((*path, "draw", "topics", index), "topics-overlap", first=first, second=second)

    def _check_sizes(self, draw: Draw, items: Sequence[Item], path: Path) -> None:
        """Report cases of several sizes, as the form would have as many questions as chance will."""
        sizes = sorted({len(item.parts) for item in items if item.parts})
        if draw.size is None and len(sizes) > 1:
            self._error((*path, "draw"), "case-sizes-differ", sizes=", ".join(map(str, sizes)))

    def _check_drafts(self, section: Section, draw: Draw, path: Path) -> None:
        drafts = drafts_left_out(draw, self._usable)
        if drafts:
            place = self._places.get((*path, "draw"), (1, 1))
            named = "、".join(item.id for item in drafts[:_MOST_NAMED]) + ("……" if drafts[_MOST_NAMED:] else "")
            self._findings.warning(DRAFTS, place, section=section.title, count=len(drafts), items=named)

    def _check_practised(self, paper: Paper) -> None:
        """Warn of an exam that may ask what anybody can practise: its questions are known beforehand."""
        if paper.use != "exam":
            return
        possible = {item.id for section in paper.sections for item in self._possible(section)}
        practised = {item.id for bank in self._usable if bank.use != "exam" for item in bank.items} & possible
        if practised:
            place = self._places.get(("use",), (1, 1))
            self._findings.warning("exam-may-be-practised", place, count=len(possible), practised=len(practised))

    def _check_fitting(self, section: Section, items: Sequence[Item], path: Path) -> None:
        known = {scheme.name: scheme.chinese for item in items for scheme in item.SCHEMES}
        if section.marking and section.marking not in known:
            choices = " ".join(known.values())
            self._error((*path, "marking"), "scheme-of-no-item", section=section.title, choices=choices)
        if section.penalty and not any(item.PENALISABLE for item in items):
            self._error((*path, "penalty"), "penalty-without-choices", section=section.title)

    def _check_marks(self, section: Section, items: Sequence[Item], path: Path) -> None:
        if section.marking == "per_option" and section.option_marks is None:
            concerned = [item for item in items if item.scheme("per_option") == "per_option"]
            if any(item.option_marks is None for item in concerned):
                self._error((*path, "marking"), "option-marks-missing")
        if section.draw is not None and section.marks is None and len({item.marks for item in items}) > 1:
            self._error((*path, "draw"), "marks-differ", section=section.title)

    def _check_full_score(self, paper: Paper) -> None:
        total = sum((self._score(section) for section in paper.sections), Fraction(0))
        if paper.full_score is not None and paper.full_score != total:
            said, real = f"{shown(paper.full_score):f}", f"{shown(total):f}"
            self._error(("full_score",), "full-score-differs", said=said, total=real)

    def _score(self, section: Section) -> Fraction:
        items = list(self._possible(section))
        if section.draw is not None:
            # All that may be drawn are worth the same, so that one stands for every one.
            items = items[:1] * section.draw.count
        asked = [each for item in items for each in item.asked]
        return sum((each.marks if section.marks is None else section.marks for each in asked), Fraction(0))

    def _check_supply(self, paper: Paper) -> bool:
        """Return whether the banks can meet the paper, reporting where they cannot."""
        refused = self._refusal(paper, frozenset())
        if refused is not None:
            self._error(self._place_of(paper, refused), refused.code, **refused.values)
        return refused is None

    def _check_avoiding(self, paper: Paper) -> None:
        """Report a make-up paper that cannot keep clear of the items of its first."""
        if paper.make_up is None or not paper.make_up.exclude:
            return
        first = self._pooled.papers[paper.make_up.paper]
        if first.per_candidate and not paper.per_candidate:
            self._error(("exclude",), "make-up-of-no-form", paper=paper.title, first=first.title)
            return
        avoided = items_avoided(paper, self._resolved_other, self._usable)
        refused = self._refusal(paper, avoided) if avoided is not None else None
        if refused is not None:
            code = "make-up-unmet" if refused.code == "draw-unmet" else refused.code
            self._error(self._place_of(paper, refused), code, first=first.title, **refused.values)

    def _refusal(self, paper: Paper, excluded: frozenset[str]) -> Refused | None:
        try:
            select(paper.sections, self._usable, paper.seed or paper.id, excluded, coverage=paper.coverage)
        except Refused as refused:
            return refused
        return None

    def _place_of(self, paper: Paper, refused: Refused) -> Path:
        """Return the path of what cannot be met: the coverage, the fixed item, else the section's draw or items."""
        if "topic" in refused.values:
            lines = [topic for topic, _ in paper.coverage]
            return "coverage", lines.index(str(refused.values["topic"]))
        if "section" not in refused.values:
            return ("coverage",) if paper.coverage else ("sections", 0)
        title, item = str(refused.values.get("section", "")), refused.values.get("item")
        index = next((at for at, section in enumerate(paper.sections) if section.title == title), 0)
        path: Path = ("sections", index)
        items = paper.sections[index].items
        at = items.index(item) if isinstance(item, str) and items.count(item) == 1 else 0
        choices: list[Path] = [(*path, "draw"), (*path, "items", at), (*path, "items"), path]
        return next((each for each in choices if each in self._places), path)

    def _resolved_other(self, id: str) -> Paper | None:
        """Return another paper of the pool with everything by its id; None where it names what is nowhere."""
        findings = Findings("")
        paper = _Checker(findings, {}, self._pooled).resolved(self._pooled.papers[id])
        return None if findings.errors else paper

    def _error(self, path: Path, code: str, **values: object) -> None:
        self._findings.error(code, self._places.get(path, (1, 1)), **values)
