"""Beginning an attempt and going on with one: who sits, may they, on which form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quizapp.domain.attempt import interruptions, rules
from quizapp.domain.attempt.events import Event, Started
from quizapp.domain.attempt.receipt import attempt_id
from quizapp.domain.attempt.state import Attempt, begin, evolve
from quizapp.domain.attempt.terms import Terms
from quizapp.domain.candidate import LONGEST_NAME, Candidate, CandidateIndex, plain_name, same_number
from quizapp.domain.decisions.decision_rules import check_decider
from quizapp.domain.decisions.make_ups import FirstStanding, check_eligible
from quizapp.domain.errors import MachineRefused, Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.papers.delivery import tries
from quizapp.domain.papers.paper import Form, Paper
from quizapp.domain.text import clean_line
from quizapp.services.book.attempt_record import check_clock, folded, published
from quizapp.services.book.score_book import look_at
from quizapp.services.book.standings import as_try, first_standing
from quizapp.services.classes.roster_check import unknown
from quizapp.services.papers.forms import form_for, letter_for, paper_digest, will_be_trial
from quizapp.services.ports.home import Chance, Clock, Home, Library
from quizapp.services.ports.port_values import AttemptName, LockHolder, ScoreDocument, Sourced
from quizapp.services.sitting.invigilator import OrderKey
from quizapp.services.sitting.open_attempt import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingBefore:
    """How a candidate stands at a paper before they begin."""

    paper: Paper
    candidate: Candidate
    attempts: tuple[ScoreDocument, ...]
    """Their attempts' documents, by start."""
    first: FirstStanding | None = None
    """How they stand at the paper that a make-up stands for, where that was asked too."""
    made_at: datetime | None = None
    """When the paper was published, where it was carried here."""

    @property
    def under_way(self) -> AttemptName | None:
        """The attempt to go on with, where one is in progress."""
        open_ones = [doc for doc in self.attempts if doc["status"] == "in_progress"]
        return AttemptName(attempt=open_ones[-1]["attempt"], paper=self.paper.id) if open_ones else None

    @property
    def used(self) -> int:
        """How many tries are used; a void attempt frees its own."""
        return len(tries([as_try(doc) for doc in self.attempts]))

    @property
    def tries_left(self) -> int | None:
        """How many more times they may start; None is as often as they like."""
        allowed = self.paper.delivery.attempts
        return None if allowed is None else max(allowed - self.used, 0)

    def is_trial(self, home: Home) -> bool:
        """Return whether whoever has the banks can draw the form they are to sit.

        What cannot be read is said by the start, which cannot be made then.
        """
        try:
            return will_be_trial(home, self.paper, letter_for(self.paper, self.candidate.id), len(self.attempts) + 1)
        except MachineRefused:
            return False

    def check_start(self, now: datetime, order: Marker | None = None) -> None:
        """Refuse a start that the paper's rules do not allow, or a clock that cannot be right. Raises Refused.

        What the clock says counts for nothing where somebody orders the start; they have a name and a reason.
        """
        if order is not None:
            check_decider(order, self.candidate)
            rules.may_start_by_order(self.paper, self.used)
        else:
            if self.made_at is not None:
                check_clock(self.made_at, now)
            rules.may_start(self.paper, self.used, now)
        if self.first is not None:
            check_eligible(self.paper, self.first, now)


def identify(home: Home, candidate_id: str, name: str = "", *, may_have_left: bool = False) -> Candidate:
    """Return the person of that number: as the roster has them, or by number and name where there is no roster.

    However the number is typed it is theirs, as the roster writes it, else as it was first written here.
    Raises Refused where the roster has no such number, has it under another name, or a number or name is missing or too
    long; and for who left the class, unless what they sat before is the matter.
    """
    wanted = clean_line(candidate_id)[:64]
    if not wanted:
        raise Refused("candidate-needs-id")
    roll = home.roster.roll()
    if not roll.everybody:
        if not clean_line(name):
            raise Refused("candidate-needs-name", id=wanted)
        if len(clean_line(name)) > LONGEST_NAME:
            raise Refused("candidate-name-long", limit=LONGEST_NAME)
        return Candidate(id=_first_written(home, wanted), name=clean_line(name))
    found = CandidateIndex((one.id, one) for one in roll.everybody).get(wanted)
    if found is None:
        raise unknown(wanted, [one.id for one in roll.everybody])
    if found.id in roll.left and not may_have_left:
        raise Refused("candidate-left", id=found.id)
    if plain_name(name) and plain_name(name) != plain_name(found.name):
        raise Refused("candidate-name-differs", id=wanted, name=found.name, given=clean_line(name))
    return found


def _first_written(home: Home, wanted: str) -> str:
    book = home.book.read()
    return CandidateIndex((doc["candidate"], None) for doc in (book.scores if book else ())).writing(wanted) or wanted


def standing(
    home: Home,
    clock: Clock,
    paper: Paper,
    candidate: Candidate,
    class_id: str = "",
    library: Library | None = None,
) -> StandingBefore:
    """Return how a candidate stands at a paper now, what is past its closing handed in.

    With a library, of a make-up also how they stand at the paper that it stands for; `start` always asks that.
    """
    book = look_at(home, clock, candidate.id, class_id)
    book.check(paper.id)
    numbers = CandidateIndex((person["id"], None) for person in book.candidates)
    key = numbers.key(candidate.id)
    mine = [doc for doc in book.scores if doc["paper"] == paper.id and numbers.key(doc["candidate"]) == key]
    carried = published(home, paper.id)
    # Who may sit a make-up that was carried here was asked where it was published: the first paper was sat elsewhere.
    asks_first = library is not None and carried is None
    first = first_standing(home, library, book.scores, paper, candidate.id) if asks_first and library else None
    made_at = carried.made_at if carried else None
    return StandingBefore(paper=paper, candidate=candidate, attempts=tuple(mine), first=first, made_at=made_at)


def usable(sourced: Sourced) -> Paper:
    """Return the paper of a file that has no errors and may be sat. Raises Refused."""
    paper = sourced.paper
    if paper is None or sourced.has_errors:
        raise Refused("paper-faulty", paper=paper.title if paper else sourced.file)
    if paper.use == "practice":
        raise Refused("paper-for-practice", paper=paper.title)
    return paper


def start(
    home: Home,
    library: Library,
    clock: Clock,
    chance: Chance,
    before: StandingBefore,
    class_id: str = "",
    order: Marker | None = None,
    key: OrderKey | None = None,
) -> Sitting:
    """Begin an attempt: its form fixed, its start on disk. Raises Refused, AttemptBusy, MachineRefused.

    `order` is whose order it is to begin now, where the window is not open by this machine's clock, and why; `key` is
    what their password gave.

    Another window may have begun one since `before` was read: then that one is gone on with, and no try is used twice.
    """
    paper, candidate = before.paper, before.candidate
    with home.only_one(f"start {paper.id} {same_number(candidate.id)}"):
        stands = standing(home, clock, paper, candidate, class_id, library)
        if stands.under_way is not None:
            return resume(home, clock, stands.under_way)
        return _begun(home, library, clock, chance, stands, class_id, order, key)


def _begun(
    home: Home,
    library: Library,
    clock: Clock,
    chance: Chance,
    stands: StandingBefore,
    class_id: str,
    order: Marker | None,
    key: OrderKey | None,
) -> Sitting:
    paper, candidate, now = stands.paper, stands.candidate, clock.read()
    stands.check_start(now.at, order)
    number = len(stands.attempts) + 1
    digest, form = form_for(home, library, paper, candidate=candidate.id, number=number, now=now.at)
    started = Started(
        when=now,
        attempt=attempt_id(now.at, chance(7)),
        paper=paper.id,
        paper_digest=paper_digest(paper),
        form=digest,
        letter=letter_for(paper, candidate.id),
        number=number,
        candidate=candidate.id,
        name=candidate.name,
        unit=candidate.unit,
        items=tuple(question.item.id for question in form.questions),
        orders=tuple(question.order for question in form.questions),
        class_id=class_id,
        ordered_by=order.by if order else "",
        why=order.why if order else "",
    )
    if key is not None:
        started = key.proved_start(started)
    writer = home.journals.create(started)
    return Sitting(form=form, saved=begin(started), writer=writer, clock=clock)


def resume(home: Home, clock: Clock, name: AttemptName, took_over: LockHolder | None = None) -> Sitting:
    """Go on with an attempt: same questions, order, answers and clock. Raises AttemptBusy, Refused, MachineRefused.

    One whose closing has passed comes back handed in. `took_over` is the program that had it open a moment ago and is
    gone now, where the person asked to go on in its place: that becomes an event. Raises Refused for one that another
    machine writes and that was only collected here.
    """
    if name.attempt in home.collected.attempts():
        raise Refused("attempt-collected", attempt=name.attempt)
    writer, chain = home.journals.open(name)
    try:
        attempt = folded(chain)
        form: Form = home.forms.load(attempt.started.form)
        if attempt.has_ended:
            return Sitting(form=form, saved=attempt, writer=writer, clock=clock)
        events = _opened(attempt, Terms.of(form), clock, took_over)
        writer.append(events)
    except BaseException:
        writer.close()
        raise
    for event in events:
        attempt = evolve(attempt, event)
    return Sitting(form=form, saved=attempt, writer=writer, clock=clock)


def _opened(attempt: Attempt, terms: Terms, clock: Clock, took_over: LockHolder | None) -> tuple[Event, ...]:
    if took_over is None:
        return interruptions.resume(attempt, terms, clock.read())
    return interruptions.take_over(attempt, terms, clock.read(), **took_over._asdict())
