"""Collecting: attempts that were carried here are checked, put in place and brought into the score book."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain.coding import receipt
from quizapp.domain.errors import QuizError
from quizapp.reading.document import collector_off
from quizapp.services.collecting.brought import Brought
from quizapp.services.collecting.run import Run
from quizapp.services.records import AttemptName
from quizapp.services.score_book import look, refresh
from quizapp.services.stale_scores import ALTERED

if TYPE_CHECKING:
    from quizapp.services.collecting.brought import Found
    from quizapp.services.collecting.run import Seen
    from quizapp.services.collecting.verdict import Verdict
    from quizapp.services.records import Book, Document
    from quizapp.services.workplace import Workplace

AT_ONCE = 64
"""Copies that are judged before any is written: one append records them all."""
BYTES_AT_ONCE = 8 * 2**20
"""Of their journals, at which no more are waited for: what people bring is a hundredth of that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """What a run did."""

    verdicts: tuple[Verdict, ...]
    """In the order of what was brought."""
    book: Book
    """As it stands after it."""

    @property
    def refused(self) -> tuple[Verdict, ...]:
        """What a person has to look at."""
        return tuple(one for one in self.verdicts if one.is_refused)

    @property
    def taken(self) -> tuple[Verdict, ...]:
        """What stands in the score book now and did not before."""
        return tuple(one for one in self.verdicts if one.is_taken)


def collect(
    place: Workplace, found: Iterable[Found], by: str, tell: Callable[[Verdict], None] = lambda _: None
) -> Collected:
    """Collect what was found, telling of each verdict once it holds, and bring the score book up to date.

    In any order, any number of times, the same copies give the same book. `by` is who collects. Raises MachineRefused
    where this machine cannot keep it: what was told of is kept, and the same files brought again give the rest.
    """
    verdicts: list[Verdict] = []
    with place.home.only_one("collecting"), collector_off():
        # What is past its closing is settled first: then only what is brought can make a difference.
        look(place.home, place.clock, place.class_id)
        run = Run(place, by)
        for part in _parts(found):
            for verdict in run.take(part):
                verdicts.append(verdict)
                tell(verdict)
        book = _settled(place, run)
        done = Collected(verdicts=tuple(verdicts), book=book)
        values = {"taken": str(len(done.taken)), "refused": str(len(done.refused)), "read": str(len(verdicts))}
        place.home.log.record(place.clock.read().at, "collected", by, values)
    return done


def _parts(found: Iterable[Found]) -> Iterator[list[Found]]:
    part: list[Found] = []
    size = 0
    for one in found:
        part.append(one)
        size += len(one.data) if isinstance(one, Brought) else 0
        if len(part) == AT_ONCE or size >= BYTES_AT_ONCE:
            yield part
            part, size = [], 0
    if part:
        yield part


def _settled(place: Workplace, run: Run) -> Book:
    """Return the book with all that was collected in it; one that was killed before it came so far is caught up."""
    home, now = place.home, place.clock.read().at
    book = home.book.read()
    docs = {AttemptName(doc["attempt"], doc["paper"]): doc for doc in book.scores} if book is not None else {}
    stale = {name for name, seen in run.seen.items() if _is_stale(docs.get(name), seen)}
    stale |= {name for name, doc in docs.items() if name.paper in run.keyed_papers and _waits(doc)}
    stale |= {name for name in run.seen if name.attempt in home.collected.asides()}
    if stale:
        try:
            return refresh(home, stale, place.class_id, now, run.read)
        except QuizError as trouble:
            # An altered paper keeps the scores it had; the others are up to date.
            if trouble.code not in ALTERED:
                raise
    return look(home, place.clock, place.class_id)


def _is_stale(doc: Document | None, seen: Seen) -> bool:
    return doc is None or not seen.has_ended or doc["receipt"] != receipt(seen.head) or _waits(doc)


def _waits(doc: Document) -> bool:
    return bool(doc["status"] == "handed_in")
