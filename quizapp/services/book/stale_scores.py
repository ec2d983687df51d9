"""Which attempts the score book has no longer as they are, and a score book that another hand changed.

Written to, decided about, come due or found again since. An altered book is kept as it was found, and named in the log
until a person takes note.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from quizapp.domain.attempt.receipt import receipt
from quizapp.domain.candidate import NumberSpelling, same_number
from quizapp.domain.errors import CalledWrongly, MachineRefused, QuizError
from quizapp.services.ports.port_values import AttemptName, Book, DecidedSoFar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime
    from typing import TypeAlias

    from quizapp.domain.attempt.decisions import Decision
    from quizapp.domain.decisions.rulings import Rulings
    from quizapp.domain.moment import Moment
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.port_values import Chain, LogLine

    Read: TypeAlias = Callable[[AttemptName], Chain]


ALTERED = frozenset({"file-altered", "form-altered", "journal-contradicts", "journal-not-understood", "unknown-form"})
"""What is refused about a file that is not as it was written, or gone: its paper is not marked by it, others are."""


@contextmanager
def refusing(paper: str, refused: dict[str, QuizError]) -> Iterator[None]:
    """Note against a paper that something it is marked by was altered; other troubles go their way."""
    try:
        yield
    except (MachineRefused, CalledWrongly) as trouble:
        if trouble.code not in ALTERED:
            raise
        refused.setdefault(paper, trouble)


def in_doubt(
    home: Home, book: Book, names: Iterable[AttemptName], reading: Moment, candidate: str = ""
) -> list[AttemptName]:
    """Return the attempts that the book lacks, or has under way while that may have changed; of one candidate or all.

    Whose an attempt is that the book lacks, only its journal tells.
    """
    under_way = {doc["attempt"]: doc["candidate"] for doc in book.scores if doc["status"] == "in_progress"}
    ended = {doc["attempt"] for doc in book.scores if doc["status"] != "in_progress"}
    return [
        name
        for name in names
        if name.attempt not in ended
        and not (candidate and same_number(under_way.get(name.attempt, candidate)) != same_number(candidate))
        and not _is_as_it_was(home, book, name, reading)
    ]


def _is_as_it_was(home: Home, book: Book, name: AttemptName, reading: Moment) -> bool:
    watched = book.watched.get(name.attempt)
    return watched is not None and watched.is_so(home.journals.stamp(name), reading)


def is_decided(home: Home, book: Book) -> bool:
    """Return whether the book has all that was decided."""
    return home.decisions.sizes() == {paper: known.size for paper, known in book.decided.items()}


def newly_parted(home: Home, book: Book, names: Iterable[AttemptName]) -> list[AttemptName]:
    """Return the attempts whose copies part ways of which the book does not know yet: a run was killed before that."""
    asides = home.collected.asides() if names else {}
    found = [name for name in names if name.attempt in asides]
    if not found:
        return []
    from quizapp.domain.decisions.rulings import rulings

    docs = {doc["attempt"]: doc for doc in book.scores}
    behind = []
    for name in found:
        with refusing(name.paper, {}):
            head = home.journals.read(name).head
            is_forked = rulings(home.decisions.read(name.paper)).is_forked(name.attempt, head, asides[name.attempt])
            doc = docs.get(name.attempt)
            if doc is not None and ((is_forked and doc["counts"]) or doc["receipt"] not in (None, receipt(head))):
                behind.append(name)
    return behind


def spelled_otherwise(book: Book, spelling: NumberSpelling) -> frozenset[AttemptName]:
    """Return the attempts of people whose number the book writes in more than one way, or not as the roster does.

    An older version took them for others.
    """
    writings: dict[tuple[bool, str], set[str]] = {}
    for doc in book.scores:
        writings.setdefault(spelling.key(doc["candidate"]), {spelling.shown(doc["candidate"])}).add(doc["candidate"])
    return frozenset(
        AttemptName(attempt=doc["attempt"], paper=doc["paper"])
        for doc in book.scores
        if len(writings[spelling.key(doc["candidate"])]) > 1
    )


def decided_since(
    home: Home, book: Book, refused: dict[str, QuizError]
) -> tuple[Mapping[str, DecidedSoFar], frozenset[AttemptName], frozenset[tuple[str, str]]]:
    """Return how far each paper's decisions go now, and the attempts that those concern which the book has not.

    And who was noted at which paper: their attempts at a make-up of it count as they stand there.
    """
    decided: dict[str, DecidedSoFar] = {}
    concerned: set[AttemptName] = set()
    noted: set[tuple[str, str]] = set()
    # The sizes are taken before anything is read: what is decided meanwhile shows at the next look.
    for paper, size in home.decisions.sizes().items():
        known = book.decided.get(paper, DecidedSoFar(size=0, decisions=0))
        if known.size == size:
            decided[paper] = known
            continue
        decisions: tuple[Decision, ...] = ()
        with refusing(paper, refused):
            decisions = home.decisions.read(paper)
        if paper in refused:
            continue
        from quizapp.domain.attempt.decisions import Noted, Regraded

        decided[paper] = DecidedSoFar(size=size, decisions=len(decisions))
        new = decisions[known.decisions :] if known.decisions <= len(decisions) else decisions
        attempts = {getattr(one, "attempt", "") for one in new}
        noted.update((paper, one.candidate) for one in new if isinstance(one, Noted))
        is_all = any(isinstance(one, Regraded) for one in new)
        concerned.update(name for name in home.journals.names(paper) if is_all or name.attempt in attempts)
    return decided, frozenset(concerned), frozenset(noted)


def with_siblings(
    home: Home,
    book: Book,
    changed: frozenset[AttemptName],
    noted: frozenset[tuple[str, str]],
    refused: dict[str, QuizError],
    read: Read,
    spelling: NumberSpelling,
) -> frozenset[AttemptName]:
    """Return the changed attempts with the others of whoever they are or were of, whose standing may change too.

    Among them are those at a make-up of the paper, and those of who was noted there. Of somebody whose number is
    written otherwise than it was those at other papers too: how it is shown may change.
    """
    from quizapp.domain.decisions.rulings import rulings

    decided: dict[str, Rulings] = {}
    shown = {spelling.key(doc["candidate"]): doc["candidate"] for doc in book.scores}
    was = {doc["attempt"]: doc["candidate"] for doc in book.scores}
    attempts = {name.attempt for name in changed}
    people = {(doc["paper"], spelling.key(doc["candidate"])) for doc in book.scores if doc["attempt"] in attempts}
    people |= {(paper, spelling.key(id)) for paper, id in noted}
    anywhere: set[tuple[bool, str]] = set()
    for name in changed:
        with refusing(name.paper, refused):
            if name.paper not in decided:
                decided[name.paper] = rulings(home.decisions.read(name.paper))
            owner = _owner(read(name), decided[name.paper])
            ids = {owner, was.get(name.attempt, owner)}
            people.add((name.paper, spelling.key(owner)))
            if any(id != shown.get(spelling.key(id), id) for id in ids) or len(ids) > 1:
                anywhere |= {spelling.key(id) for id in ids}
    for _ in {doc["paper"] for doc in book.scores if doc["make_up_for"]}:  # a make-up may have one of its own
        people |= {
            (doc["paper"], key)
            for doc in book.scores
            if (doc["make_up_for"], key := spelling.key(doc["candidate"])) in people
        }
    siblings = (
        AttemptName(attempt=doc["attempt"], paper=doc["paper"])
        for doc in book.scores
        if (key := spelling.key(doc["candidate"])) in anywhere or (doc["paper"], key) in people
    )
    return changed.union(siblings)


def _owner(chain: Chain, decided: Rulings) -> str:
    """Return whose an attempt is, which its start and what was decided say without the rest of it."""
    started = chain.events[0]
    to = decided.owners.get(getattr(started, "attempt", ""))
    return to.candidate if to is not None else str(getattr(started, "candidate", ""))


BOOK_ALTERED, BOOK_ACKNOWLEDGED = "book-altered", "book-acknowledged"
"""What the log calls the finding, and that a person has taken note of it."""
_MOST_NAMED = 20


def note_alteration(home: Home, odd: tuple[str, ...], now: datetime) -> None:
    """Set the file aside, and name it and what was changed in the log. Raises MachineRefused."""
    kept = home.book.set_aside()
    values = {"kept": kept, "count": str(len(odd)), "of": " ".join(odd[:_MOST_NAMED])}
    home.log.record(now, BOOK_ALTERED, "", values)


def acknowledge(home: Home, by: str, why: str, now: datetime) -> None:
    """Record that a person has taken note of every alteration found so far. Raises MachineRefused."""
    home.log.record(now, BOOK_ACKNOWLEDGED, by, {"why": why})


def unacknowledged(lines: Iterable[LogLine]) -> tuple[LogLine, ...]:
    """Return the alterations that the log names and nobody has taken note of since."""
    waiting: list[LogLine] = []
    for line in lines:
        if line.what == BOOK_ALTERED:
            waiting.append(line)
        elif line.what == BOOK_ACKNOWLEDGED:
            waiting = []
    return tuple(waiting)
