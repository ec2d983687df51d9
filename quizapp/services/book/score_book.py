"""The score book kept true to the journals: one candidate at a time, or made again as a whole."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.candidate import NumberSpelling, same_number
from quizapp.domain.errors import QuizError
from quizapp.services.book.stale_scores import (
    decided_since,
    in_doubt,
    is_decided,
    newly_parted,
    refusing,
    spelled_otherwise,
    with_siblings,
)
from quizapp.services.ports.port_values import (
    NOT_YET,
    AttemptName,
    Book,
    PersonDocument,
    ScoreDocument,
    Stamp,
    WatchedAttempt,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime
    from typing import TypeAlias

    from quizapp.domain.decisions.rulings import Rulings
    from quizapp.services.book.attempt_record import RecordedAttempt
    from quizapp.services.book.marked_attempt import MarkedAttempt
    from quizapp.services.ports.home import Clock, Home
    from quizapp.services.ports.port_values import Chain

    Read: TypeAlias = Callable[[AttemptName], Chain]


class _Read(NamedTuple):
    """What attempts come to."""

    documents: tuple[ScoreDocument, ...] = ()
    watched: Mapping[str, WatchedAttempt] = MappingProxyType({})
    """Of those under way, by id."""
    odd: frozenset[str] = frozenset()
    """Those that cannot have been as they say, or write a number otherwise than it is shown."""


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
    # A class that was named only after its first paper is in all of its scores from then on.
    is_unnamed = bool(class_id) and not all(doc.get("class") for doc in book.scores)
    if book.is_foreign or is_unnamed:
        return rebuild(home, class_id, reading.at)
    doubtful = in_doubt(home, book, names, reading)
    _end_overdue(home, clock, doubtful)
    doubtful += newly_parted(home, book, names)
    there = {name.attempt for name in names}
    doubtful += [name for name in spelled_otherwise(book, NumberSpelling(_ids(home))) if name.attempt in there]
    is_whole = not doubtful and all(doc["attempt"] in there for doc in book.scores if doc["status"] == "in_progress")
    if is_whole and is_decided(home, book) and book.candidates == _candidates(home):
        return book
    return _refreshed(home, frozenset(doubtful), class_id, reading.at)


def _altered(book: Book, told: Book) -> tuple[str, ...]:
    """Return the attempts and numbers of which a book says what no record does, and nothing but time explains.

    An attempt that it has under way may have been handed in since; a paper that is refused keeps what it had.
    """
    known = {doc["attempt"]: doc for doc in told.scores}
    settled = [
        doc for doc in book.scores if doc.get("status") != "in_progress" and doc.get("paper") not in told.refused
    ]
    scores = [str(doc.get("attempt")) for doc in settled if not _says_the_same(known.get(doc.get("attempt", "")), doc)]
    people = {one["id"]: one for one in told.candidates}
    return (*scores, *(str(one.get("id")) for one in book.candidates if people.get(one.get("id", "")) != one))


def _says_the_same(told: ScoreDocument | None, doc: ScoreDocument) -> bool:
    """Return whether documents differ at most in how they write a number: that goes by which attempt was read first."""
    if told is None:
        return False
    both = [str(one.get("candidate")) for one in (told, doc)]
    return {**told, "candidate": ""} == {**doc, "candidate": ""} and same_number(both[0]) == same_number(both[1])


def look_at(home: Home, clock: Clock, candidate: str, class_id: str = "") -> Book:
    """Return the book as of now as far as it tells of one candidate, whose attempts past their closing are handed in.

    Other people's attempts under way are left to whoever looks at all of them, and the book is not written: what this
    costs does not hang on how many there are. Papers are refused as in `look`.
    """
    book = home.book.read()
    if book is None or book.is_foreign:
        return look(home, clock, class_id)
    reading = clock.read()
    names = home.journals.names()
    doubtful = in_doubt(home, book, names, reading, candidate)
    _end_overdue(home, clock, doubtful)
    mine = {doc["attempt"] for doc in book.scores if same_number(doc["candidate"]) == same_number(candidate)}
    doubtful += newly_parted(home, book, [name for name in names if name.attempt in mine])
    if not doubtful and is_decided(home, book):
        return book
    return _merged(home, book, frozenset(doubtful), class_id, reading.at)


def refresh(home: Home, changed: Iterable[AttemptName], class_id: str, now: datetime, read: Read | None = None) -> Book:
    """Bring the changed attempts' candidates up to date in the book, and whatever was decided since it was written.

    `now` is the time by which what was collected is past its closing. `read` gives what the journals hold for who has
    read them already.
    Raises MachineRefused, the old book standing, or the old scores of a changed attempt's paper that was altered.
    """
    changed = frozenset(changed)
    book = _refreshed(home, changed, class_id, now, read)
    for name in sorted(changed):
        book.check(name.paper)
    return book


def _refreshed(
    home: Home, changed: frozenset[AttemptName], class_id: str, now: datetime, read: Read | None = None
) -> Book:
    def merged(book: Book | None) -> Book:
        if book is None or book.is_foreign:
            return _made_again(home, book, class_id, now, read)
        return _merged(home, replace(book, odd=_odd(home, book, read)), changed, class_id, now, read)

    return home.book.change(merged)


def _merged(
    home: Home,
    book: Book,
    changed: frozenset[AttemptName],
    class_id: str,
    now: datetime,
    read: Read | None = None,
) -> Book:
    """Return a book with the changed attempts' candidates, and what was decided since, brought up to date."""
    refused: dict[str, QuizError] = {}
    decided, concerned, noted = decided_since(home, book, refused)
    there = frozenset(home.journals.names())
    roster, reading = _ids(home), read or home.journals.read
    concerned |= changed | spelled_otherwise(book, NumberSpelling(roster))
    concerned = with_siblings(home, book, concerned & there, noted, refused, reading, NumberSpelling(roster)) & there
    others = [doc for doc in book.scores if AttemptName(doc["attempt"], doc["paper"]) not in concerned]
    spelling = NumberSpelling(roster, (doc["candidate"] for doc in others))
    fresh = _documents(home, concerned, class_id, refused, now, read, spelling, _spelled(others, spelling))
    renewed = {doc["attempt"] for doc in fresh.documents}
    # A score whose journal is gone stays: it may be all that is left to show that there was one. An attempt under
    # way without its journal is nothing that anybody could go on with.
    going_on = {doc["attempt"] for doc in book.scores if doc["status"] == "in_progress"}
    lost = going_on - {name.attempt for name in there}
    kept = [doc for doc in book.scores if doc["attempt"] not in renewed | lost]
    still = {attempt: known for attempt, known in book.watched.items() if attempt in going_on - renewed - lost}
    return Book(
        candidates=_candidates(home),
        scores=_sorted([*_spelled(kept, spelling), *fresh.documents]),
        decided=decided,
        watched={**still, **fresh.watched},
        odd=None if book.odd is None else fresh.odd | book.odd - renewed,
        refused=refused,
    )


def _spelled(docs: Iterable[ScoreDocument], spelling: NumberSpelling) -> list[ScoreDocument]:
    return [{**doc, "candidate": spelling.shown(doc["candidate"])} for doc in docs]


def _odd(home: Home, book: Book, read: Read | None) -> frozenset[str]:
    """Return the odd attempts as the book knows them; what is kept beside it may be gone, or an older version's."""
    if book.odd is not None:
        return book.odd
    from quizapp.services.book.attempt_record import counting

    odd = set()
    for name in home.journals.names():
        with refusing(name.paper, {}):
            chain = (read or home.journals.read)(name)
            form = home.forms.load(getattr(chain.events[0], "form", ""))
            odd |= {name.attempt} if counting(chain, form).irregularities else set()
    return frozenset(odd)


def rebuild(home: Home, class_id: str, now: datetime) -> Book:
    """Make the book again from the journals, the forms and the roster alone, as of `now`.

    A paper that cannot be marked keeps the scores it had, and is named in `Book.refused`.
    """
    return home.book.change(lambda before: _made_again(home, before, class_id, now))


def _made_again(home: Home, before: Book | None, class_id: str, now: datetime, read: Read | None = None) -> Book:
    """Return the book made again; where another hand changed the one before, that is set aside and the log says so.

    It is asked while nobody else writes, and in this order: killed in between, whoever looks next finds it once more.
    Raises MachineRefused.
    """
    told = whole(home, class_id, now, read)
    if before is None:
        return told
    if before.is_foreign and (odd := _altered(before, told)):
        from quizapp.services.book.stale_scores import note_alteration

        note_alteration(home, odd, now)
    kept = [doc for doc in before.scores if doc["paper"] in told.refused]
    return replace(told, scores=_sorted([*told.scores, *kept]))


def whole(home: Home, class_id: str = "", now: datetime | None = None, read: Read | None = None) -> Book:
    """Return the book as the journals, the forms and the roster alone tell it as of `now`, writing nothing."""
    refused: dict[str, QuizError] = {}
    decided, *_ = decided_since(home, Book(), refused)
    found = _documents(home, home.journals.names(), class_id, refused, now, read, NumberSpelling(_ids(home)))
    return Book(
        candidates=_candidates(home),
        scores=found.documents,
        decided=decided,
        watched=found.watched,
        odd=found.odd,
        refused=refused,
    )


def _end_overdue(home: Home, clock: Clock, names: Iterable[AttemptName]) -> None:
    for name in names:
        from quizapp.services.book.attempt_record import hand_in_overdue

        # What stops it is told when the attempt is to be marked.
        with refusing(name.paper, {}):
            hand_in_overdue(home, clock, name)


def _ids(home: Home) -> tuple[str, ...]:
    return tuple(one.id for one in home.roster.roll().everybody)


def _documents(
    home: Home,
    names: Iterable[AttemptName],
    class_id: str,
    refused: dict[str, QuizError],
    now: datetime | None,
    read: Read | None,
    spelling: NumberSpelling,
    known: Iterable[ScoreDocument] = (),
) -> _Read:
    """Return these attempts' documents, those of papers that are refused or turn out to be so left out.

    `known` are the documents of all others. What is to be known of those under way is not told to who has read them
    already: that may be a while ago.
    """
    names = sorted(names)
    if not names:
        return _Read()  # an empty home is looked at without loading what marks
    from quizapp.domain.decisions.rulings import rulings
    from quizapp.services.book.attempt_record import recorded
    from quizapp.services.book.marked_attempt import marked
    from quizapp.services.book.score_documents import documents_of_people

    people: dict[tuple[str, tuple[bool, str]], list[MarkedAttempt]] = {}
    decided: dict[str, Rulings] = {}
    watched: dict[str, WatchedAttempt] = {}
    for name in names:
        if name.paper in refused:
            continue
        with refusing(name.paper, refused):
            if name.paper not in decided:
                decided[name.paper] = rulings(home.decisions.read(name.paper))
            # Taken before it is read: what is written meanwhile shows at the next look.
            stamp = home.journals.stamp(name)
            one = marked(recorded(home, (read or home.journals.read)(name), decided[name.paper], now=now or NOT_YET))
            if one.recorded.id == name.attempt:  # else a copy of another's file, which counts once
                people.setdefault((name.paper, spelling.key(one.recorded.candidate.id)), []).append(one)
                if read is None and stamp is not None and not one.recorded.attempt.has_ended:
                    watched[name.attempt] = _watched(home, one.recorded, stamp)
    whole_ones = {of: attempts for of, attempts in people.items() if of[0] not in refused}
    every = sorted((one.recorded for several in whole_ones.values() for one in several), key=lambda one: one.id)
    for one_of in every:
        spelling.learn(one_of.candidate.id)
    odd = frozenset(one.id for one in every if one.irregularities or _is_spelled_otherwise(one, spelling))
    docs = documents_of_people(home, whole_ones, spelling, known, class_id)
    return _Read(_sorted(docs), watched, odd)


def _is_spelled_otherwise(one: RecordedAttempt, spelling: NumberSpelling) -> bool:
    """Return whether an attempt writes its number otherwise than it is shown, and no roster says that it may."""
    id = one.candidate.id
    return not spelling.is_listed(id) and spelling.shown(id) != id


def _watched(home: Home, one: RecordedAttempt, stamp: Stamp) -> WatchedAttempt:
    from quizapp.domain.attempt.terms import Terms, next_due

    is_ours = one.id not in home.collected.attempts()
    return WatchedAttempt(stamp, next_due(one.attempt, Terms.of(one.form)), one.attempt.last if is_ours else None)


def _sorted(docs: Iterable[ScoreDocument]) -> tuple[ScoreDocument, ...]:
    return tuple(sorted(docs, key=lambda doc: (doc["attempt"], doc["paper"])))


def _candidates(home: Home) -> tuple[PersonDocument, ...]:
    return tuple(
        {"id": one.id, "name": one.name, "unit": one.unit, "post": one.post, "group": one.group}
        for one in home.roster.roll().everybody
    )
