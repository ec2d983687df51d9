"""The score book kept true to the journals: one candidate at a time, or made again as a whole."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.domain.errors import CalledWrongly, MachineRefused, QuizError
from quizapp.services.as_of import NOT_YET
from quizapp.services.records import AttemptName, Book, Decided, Document, Stamp, Watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime
    from typing import TypeAlias

    from quizapp.domain.attempt.moment import Moment
    from quizapp.domain.decisions import Decision
    from quizapp.domain.rulings import Rulings
    from quizapp.services.ports import Clock, Home
    from quizapp.services.recorded import RecordedAttempt
    from quizapp.services.records import Chain
    from quizapp.services.scoring import MarkedAttempt

    Read: TypeAlias = Callable[[AttemptName], Chain]

ALTERED = frozenset({"file-altered", "form-altered", "journal-contradicts", "journal-not-understood", "unknown-form"})
"""What is refused about a file that is not as it was written, or gone: its paper is not marked by it, others are."""


def look(home: Home, clock: Clock, class_id: str = "") -> Book:
    """Return the book as of now: what is past its closing handed in, what another program left out brought in.

    Where nothing has changed nothing is written, and no attempt is read. A paper whose decisions or forms were altered
    keeps the scores it had and is named in `Book.refused`: whoever goes by a paper's scores calls `Book.check`.
    """
    book = home.book.read()
    names = home.journals.names()
    reading = clock.read()
    if book is None:
        _end_overdue(home, clock, names)
        return rebuild(home, class_id, reading.at)
    if find_alteration(home, book, class_id, reading.at):
        return _made_again(home, class_id, reading.at)
    doubtful = _doubtful(home, book, names, reading)
    _end_overdue(home, clock, doubtful)
    there = {name.attempt for name in names}
    is_whole = not doubtful and all(doc["attempt"] in there for doc in book.scores if doc["status"] == "in_progress")
    if is_whole and _is_decided(home, book) and book.candidates == _candidates(home):
        return book
    return _refreshed(home, frozenset(doubtful), class_id, reading.at)


def find_alteration(home: Home, book: Book | None, class_id: str, now: datetime) -> bool:
    """Return whether another hand changed the book; then it is set aside, and the log says so. Raises MachineRefused.

    In this order: killed in between, whoever looks next finds it once more. It is still to be made again.
    """
    if book is None or not book.is_foreign:
        return False
    odd = _altered(home, book, class_id, now)
    if odd:
        from quizapp.services.altered_book import note_alteration

        note_alteration(home, odd, now)
    return bool(odd)


def _altered(home: Home, book: Book, class_id: str, now: datetime) -> tuple[str, ...]:
    """Return the attempts and numbers of which a book says what no record does, and nothing but time explains.

    An attempt that it has under way may have been handed in since; a paper that is refused keeps what it had.
    """
    told = whole(home, class_id, now)
    known = {doc["attempt"]: doc for doc in told.scores}
    settled = [
        doc for doc in book.scores if doc.get("status") != "in_progress" and doc.get("paper") not in told.refused
    ]
    scores = [str(doc.get("attempt")) for doc in settled if known.get(doc.get("attempt", "")) != doc]
    people = {one["id"]: one for one in told.candidates}
    return (*scores, *(str(one.get("id")) for one in book.candidates if people.get(one.get("id", "")) != one))


def look_at(home: Home, clock: Clock, candidate: str, class_id: str = "") -> Book:
    """Return the book as of now as far as it tells of one candidate, whose attempts past their closing are handed in.

    Other people's attempts under way are left to whoever looks at all of them, and the book is not written: what this
    costs does not hang on how many there are. Papers are refused as in `look`.
    """
    book = home.book.read()
    if book is None or book.is_foreign:
        return look(home, clock, class_id)
    reading = clock.read()
    doubtful = _doubtful(home, book, home.journals.names(), reading, candidate)
    _end_overdue(home, clock, doubtful)
    if not doubtful and _is_decided(home, book):
        return book
    return _merged(home, book, frozenset(doubtful), class_id, reading.at)


def _doubtful(
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
        and not (candidate and under_way.get(name.attempt, candidate) != candidate)
        and not _is_as_it_was(home, book, name, reading)
    ]


def _is_as_it_was(home: Home, book: Book, name: AttemptName, reading: Moment) -> bool:
    watched = book.watched.get(name.attempt)
    return watched is not None and watched.is_so(home.journals.stamp(name), reading)


def _is_decided(home: Home, book: Book) -> bool:
    """Return whether the book has all that was decided."""
    return home.decisions.sizes() == {paper: known.size for paper, known in book.decided.items()}


def refresh(
    home: Home,
    changed: Iterable[AttemptName],
    class_id: str = "",
    now: datetime | None = None,
    read: Read | None = None,
) -> Book:
    """Bring the changed attempts' candidates up to date in the book, and whatever was decided since it was written.

    `now` is the time by which what was collected is past its closing; None leaves that to the next look. `read` gives
    what the journals hold for who has read them already.
    Raises MachineRefused, the old book standing, or the old scores of a changed attempt's paper that was altered.
    """
    changed = frozenset(changed)
    if now is not None and find_alteration(home, home.book.read(), class_id, now):
        _made_again(home, class_id, now)
    book = _refreshed(home, changed, class_id, now, read)
    for name in sorted(changed):
        book.check(name.paper)
    return book


def _refreshed(
    home: Home, changed: frozenset[AttemptName], class_id: str, now: datetime | None, read: Read | None = None
) -> Book:
    return home.book.change(
        lambda book: (
            whole(home, class_id, now, read)
            if book is None or book.is_foreign
            else _merged(home, book, changed, class_id, now, read)
        )
    )


def _merged(
    home: Home,
    book: Book,
    changed: frozenset[AttemptName],
    class_id: str,
    now: datetime | None,
    read: Read | None = None,
) -> Book:
    """Return a book with the changed attempts' candidates, and what was decided since, brought up to date."""
    refused: dict[str, QuizError] = {}
    decided, concerned, noted = _decided_since(home, book, refused)
    there = frozenset(home.journals.names())
    reading = read or home.journals.read
    concerned = _with_siblings(home, book, (changed | concerned) & there, noted, refused, reading) & there
    others = [doc for doc in book.scores if AttemptName(doc["attempt"], doc["paper"]) not in concerned]
    fresh, watched = _documents(home, concerned, class_id, refused, now, read, others)
    renewed = {doc["attempt"] for doc in fresh}
    # A score whose journal is gone stays: it may be all that is left to show that there was one. An attempt under
    # way without its journal is nothing that anybody could go on with.
    going_on = {doc["attempt"] for doc in book.scores if doc["status"] == "in_progress"}
    lost = going_on - {name.attempt for name in there}
    kept = [doc for doc in book.scores if doc["attempt"] not in renewed | lost]
    still = {attempt: known for attempt, known in book.watched.items() if attempt in going_on - renewed - lost}
    return Book(
        candidates=_candidates(home),
        scores=_sorted([*kept, *fresh]),
        decided=decided,
        watched=still | watched,
        refused=refused,
    )


def rebuild(home: Home, class_id: str = "", now: datetime | None = None) -> Book:
    """Make the book again from the journals, the forms and the roster alone, as of `now`.

    A paper that cannot be marked keeps the scores it had, and is named in `Book.refused`.
    """
    if now is not None:
        find_alteration(home, home.book.read(), class_id, now)
    return _made_again(home, class_id, now)


def _made_again(home: Home, class_id: str, now: datetime | None) -> Book:
    def made(before: Book | None) -> Book:
        book = whole(home, class_id, now)
        old = () if before is None else before.scores
        kept = [doc for doc in old if doc["paper"] in book.refused]
        return replace(book, scores=_sorted([*book.scores, *kept]))

    return home.book.change(made)


def whole(home: Home, class_id: str = "", now: datetime | None = None, read: Read | None = None) -> Book:
    """Return the book as the journals, the forms and the roster alone tell it as of `now`, writing nothing."""
    refused: dict[str, QuizError] = {}
    decided, *_ = _decided_since(home, Book(), refused)
    names = home.journals.names()
    scores, watched = _documents(home, names, class_id, refused, now, read)
    return Book(candidates=_candidates(home), scores=scores, decided=decided, watched=watched, refused=refused)


@contextmanager
def _refusing(paper: str, refused: dict[str, QuizError]) -> Iterator[None]:
    """Note against a paper that something it is marked by was altered; other troubles go their way."""
    try:
        yield
    except (MachineRefused, CalledWrongly) as trouble:
        if trouble.code not in ALTERED:
            raise
        refused.setdefault(paper, trouble)


def _decided_since(
    home: Home, book: Book, refused: dict[str, QuizError]
) -> tuple[Mapping[str, Decided], frozenset[AttemptName], frozenset[tuple[str, str]]]:
    """Return how far each paper's decisions go now, and the attempts that those concern which the book has not.

    And who was noted at which paper: their attempts at a make-up of it count as they stand there.
    """
    from quizapp.domain.decisions import Noted, Regraded

    decided: dict[str, Decided] = {}
    concerned: set[AttemptName] = set()
    noted: set[tuple[str, str]] = set()
    # The sizes are taken before anything is read: what is decided meanwhile shows at the next look.
    for paper, size in home.decisions.sizes().items():
        known = book.decided.get(paper, Decided(size=0, decisions=0))
        if known.size == size:
            decided[paper] = known
            continue
        decisions: tuple[Decision, ...] = ()
        with _refusing(paper, refused):
            decisions = home.decisions.read(paper)
        if paper in refused:
            continue
        decided[paper] = Decided(size=size, decisions=len(decisions))
        new = decisions[known.decisions :] if known.decisions <= len(decisions) else decisions
        attempts = {getattr(one, "attempt", "") for one in new}
        noted.update((paper, one.candidate) for one in new if isinstance(one, Noted))
        is_all = any(isinstance(one, Regraded) for one in new)
        concerned.update(name for name in home.journals.names(paper) if is_all or name.attempt in attempts)
    return decided, frozenset(concerned), frozenset(noted)


def _end_overdue(home: Home, clock: Clock, names: Iterable[AttemptName]) -> None:
    for name in names:
        from quizapp.services.overdue import hand_in_overdue

        # What stops it is told when the attempt is to be marked.
        with _refusing(name.paper, {}):
            hand_in_overdue(home, clock, name)


def _with_siblings(
    home: Home,
    book: Book,
    changed: frozenset[AttemptName],
    noted: frozenset[tuple[str, str]],
    refused: dict[str, QuizError],
    read: Read,
) -> frozenset[AttemptName]:
    """Return the changed attempts with the others of whoever they are or were of, whose standing may change too.

    Among them are those at a make-up of the paper, and those of who was noted there.
    """
    from quizapp.domain.rulings import rulings

    decided: dict[str, Rulings] = {}
    attempts = {name.attempt for name in changed}
    people = {(doc["paper"], doc["candidate"]) for doc in book.scores if doc["attempt"] in attempts} | noted
    for name in changed:
        with _refusing(name.paper, refused):
            if name.paper not in decided:
                decided[name.paper] = rulings(home.decisions.read(name.paper))
            people.add((name.paper, _owner(read(name), decided[name.paper])))
    for _ in {doc["paper"] for doc in book.scores if doc["make_up_for"]}:  # a make-up may have one of its own
        people |= {
            (doc["paper"], doc["candidate"]) for doc in book.scores if (doc["make_up_for"], doc["candidate"]) in people
        }
    siblings = (
        AttemptName(attempt=doc["attempt"], paper=doc["paper"])
        for doc in book.scores
        if (doc["paper"], doc["candidate"]) in people
    )
    return changed.union(siblings)


def _owner(chain: Chain, decided: Rulings) -> str:
    """Return whose an attempt is, which its start and what was decided say without the rest of it."""
    started = chain.events[0]
    to = decided.owners.get(getattr(started, "attempt", ""))
    return to.candidate if to is not None else str(getattr(started, "candidate", ""))


def _documents(
    home: Home,
    names: Iterable[AttemptName],
    class_id: str,
    refused: dict[str, QuizError],
    now: datetime | None,
    read: Read | None,
    known: Iterable[Document] = (),
) -> tuple[tuple[Document, ...], dict[str, Watched]]:
    """Return these attempts' documents, those of papers that are refused or turn out to be so left out.

    `known` are the documents of all others. Beside them what is to be known of those under way, but for who has read
    them already: that may be a while ago.
    """
    names = sorted(names)
    if not names:
        return (), {}  # an empty home is looked at without loading what marks
    from quizapp.domain.rulings import rulings
    from quizapp.services.recorded import recorded
    from quizapp.services.scoring import documents_of_people, marked

    people: dict[tuple[str, str], list[MarkedAttempt]] = {}
    decided: dict[str, Rulings] = {}
    watched: dict[str, Watched] = {}
    for name in names:
        if name.paper in refused:
            continue
        with _refusing(name.paper, refused):
            if name.paper not in decided:
                decided[name.paper] = rulings(home.decisions.read(name.paper))
            # Taken before it is read: what is written meanwhile shows at the next look.
            stamp = home.journals.stamp(name)
            one = marked(recorded(home, (read or home.journals.read)(name), decided[name.paper], now=now or NOT_YET))
            if one.recorded.id == name.attempt:  # else a copy of another's file, which counts once
                people.setdefault((name.paper, one.recorded.candidate.id), []).append(one)
                if read is None and stamp is not None and not one.recorded.attempt.has_ended:
                    watched[name.attempt] = _watched(home, one.recorded, stamp)
    whole_ones = {of: attempts for of, attempts in people.items() if of[0] not in refused}
    return _sorted(documents_of_people(home, whole_ones, known, class_id)), watched


def _watched(home: Home, one: RecordedAttempt, stamp: Stamp) -> Watched:
    from quizapp.domain.attempt.due import next_due
    from quizapp.domain.attempt.terms import Terms

    is_ours = one.id not in home.collected.attempts()
    return Watched(stamp, next_due(one.attempt, Terms.of(one.form)), one.attempt.last if is_ours else None)


def _sorted(docs: Iterable[Document]) -> tuple[Document, ...]:
    return tuple(sorted(docs, key=lambda doc: (doc["attempt"], doc["paper"])))


def _candidates(home: Home) -> tuple[Document, ...]:
    return tuple(
        {"id": one.id, "name": one.name, "unit": one.unit, "post": one.post, "group": one.group}
        for one in home.roster.roll().everybody
    )
