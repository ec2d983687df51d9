"""What a handed-in attempt may show, and no more; and a candidate's earlier attempts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Literal

from quizapp.domain.attempt.decisions import KeyCorrected
from quizapp.domain.attempt.terms import seconds_used
from quizapp.domain.candidate import Candidate, same_number
from quizapp.domain.decisions.corrections import is_dropped
from quizapp.domain.item import Response
from quizapp.domain.marking.marks import mark, mark_question, waiting
from quizapp.domain.moment import Moment
from quizapp.domain.papers.paper import Form, Question
from quizapp.domain.practice import Practised
from quizapp.services.book.attempt_record import RecordedAttempt, read_attempt
from quizapp.services.book.score_book import look
from quizapp.services.ports.home import Clock, Home
from quizapp.services.ports.port_values import AttemptName, ScoreDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What was earned of what could be, under a title: a section or a topic."""

    title: str
    earned: Fraction
    full: Fraction

    @property
    def share(self) -> Fraction:
        """Within [0, 1]."""
        return max(self.earned, Fraction(0)) / self.full if self.full else Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedQuestion:
    """A question with what was given; the rest is None where the paper does not show it (yet)."""

    question: Question
    response: Response
    marks: Fraction | None
    key: Response | None
    rationale: str | None
    corrections: tuple[KeyCorrected, ...] = ()
    """What was corrected of it since it was sat, as far as it still holds."""

    @property
    def is_dropped(self) -> bool:
        """Whether it was taken out of the total: it is neither right nor wrong."""
        return is_dropped(self.question)

    @property
    def is_right(self) -> bool | None:
        """Whether it earned full marks; None where marks are not shown, or not counted."""
        return None if self.marks is None or self.is_dropped else self.marks == self.question.marking.marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A result as its reader may see it now."""

    title: str
    candidate: str
    name: str
    receipt: str
    is_formal: bool
    is_trial: bool
    """Whether it was sat on a trial's form, which whoever has the banks could draw."""
    handed_in_by: str
    handed_in_at: datetime
    seconds: int | None
    waits_for_marking: bool
    """Whether it is not marked yet: keys are elsewhere, or a person must mark (`essays_waiting` says which)."""
    essays_waiting: tuple[int, ...]
    """Numbers of the questions that wait for a person's marks; () where this machine has not even the keys."""
    opens_at: datetime | None
    """When more will be shown, where the paper publishes after its closing."""
    full: Fraction
    is_void: bool = False
    """Whether the committee annulled it: then nothing else of its marks, keys or questions is shown."""
    score: Fraction | None = None
    counted: Fraction | None = None
    """What counts of the score, where a make-up's cap makes that less."""
    passed: bool | None = None
    grade: str = ""
    sections: tuple[Share, ...] = ()
    topics: tuple[Share, ...] = ()
    """Weakest first."""
    questions: tuple[ReviewedQuestion, ...] = ()


def result(recorded: RecordedAttempt, now: datetime) -> Result:
    """Return what an attempt that was handed in shows at `now`. Source: exam-rules, Navigation and feedback."""
    attempt, form, delivery = recorded.attempt, recorded.form, recorded.delivery
    assert attempt.handed_in_at is not None
    if recorded.is_void:
        return _void(recorded, attempt.handed_in_at)
    score = mark(form, attempt.responses, recorded.given)
    shows_score = score is not None and delivery.shows("score", now)
    shows_marks = score is not None and delivery.shows("marks", now)
    later = delivery.feedback == "after_close" and delivery.closes is not None and now < delivery.closes
    return Result(
        title=form.paper.title,
        candidate=recorded.candidate.id,
        name=recorded.candidate.name,
        receipt=recorded.receipt or "",
        is_formal=form.paper.is_formal,
        is_trial=form.is_trial,
        handed_in_by=attempt.handed_in_by or "",
        handed_in_at=attempt.handed_in_at,
        seconds=seconds_used(attempt),
        waits_for_marking=score is None,
        essays_waiting=waiting(form, attempt.responses, recorded.given) if form.has_keys else (),
        opens_at=delivery.closes if later else None,
        full=form.full_score,
        score=score.total if score and shows_score else None,
        counted=_counted(recorded, score.total) if score and shows_score else None,
        passed=score.total >= form.pass_marks if score and shows_score else None,
        grade=form.grade(score.total) if score and shows_score else "",
        sections=_sections(recorded, score.sections) if score and shows_score else (),
        topics=_topics(recorded, score.questions) if score and shows_score else (),
        questions=_questions(recorded, score.questions if score and shows_marks else None, now),
    )


def _void(recorded: RecordedAttempt, handed_in_at: datetime) -> Result:
    """Return a result that says no more than that it is void: its try is free, and its questions may come again."""
    return Result(
        title=recorded.form.paper.title,
        candidate=recorded.candidate.id,
        name=recorded.candidate.name,
        receipt=recorded.receipt or "",
        is_formal=recorded.form.paper.is_formal,
        is_trial=recorded.form.is_trial,
        handed_in_by=recorded.attempt.handed_in_by or "",
        handed_in_at=handed_in_at,
        seconds=seconds_used(recorded.attempt),
        waits_for_marking=False,
        essays_waiting=(),
        opens_at=None,
        full=recorded.form.full_score,
        is_void=True,
    )


def _counted(recorded: RecordedAttempt, total: Fraction) -> Fraction | None:
    """Return what a total counts as, where that is less and this machine can tell."""
    counts = recorded.as_counted(total)
    return counts if counts < total and not recorded.is_carried else None


def _sections(recorded: RecordedAttempt, earned: Iterable[Fraction]) -> tuple[Share, ...]:
    form = recorded.form
    return tuple(
        Share(title=section.title, earned=marks, full=_full(form.section_questions(place)))
        for place, (section, marks) in enumerate(zip(form.paper.sections, earned, strict=True))
    )


def _topics(recorded: RecordedAttempt, earned: tuple[Fraction, ...]) -> tuple[Share, ...]:
    form, titles = recorded.form, dict(recorded.form.topics)
    level = _level({question.item.topic for question in form.questions if question.item.topic})
    topics: dict[str, list[Question]] = {}
    for question in form.questions:
        if question.item.topic:
            topics.setdefault(_above(question.item.topic, level), []).append(question)
    shares = []
    for topic, about in sorted(topics.items()):
        marks = sum((earned[question.number - 1] for question in about), Fraction(0))
        if _full(about):  # a topic whose questions are all dropped says nothing
            shares.append(Share(title=titles.get(topic, topic), earned=marks, full=_full(about)))
    return tuple(sorted(shares, key=lambda share: share.share))


def _level(topics: Collection[str]) -> int:
    """Return how deep in the course the topics of one level are told: the first at which there are several."""
    depths = range(1, max((topic.count(".") for topic in topics), default=0) + 1)
    return next((depth for depth in depths if len({_above(topic, depth) for topic in topics}) > 1), len(depths) + 1)


def _above(topic: str, level: int) -> str:
    return ".".join(topic.split(".")[:level])


def _full(questions: Iterable[Question]) -> Fraction:
    return sum((question.marking.marks for question in questions), Fraction(0))


def _questions(
    recorded: RecordedAttempt, earned: tuple[Fraction, ...] | None, now: datetime
) -> tuple[ReviewedQuestion, ...]:
    """Return the questions as far as they may be shown: none where neither marks nor keys are."""
    form, delivery = recorded.form, recorded.delivery
    shows_key = form.has_keys and delivery.shows("key", now)
    if earned is None and not shows_key:
        return ()
    shows_rationale = form.has_keys and delivery.shows("rationale", now)
    return tuple(
        ReviewedQuestion(
            question=question,
            response=response,
            marks=earned[question.number - 1] if earned is not None else None,
            key=question.item.key_response() if shows_key else None,
            rationale=question.item.rationale if shows_rationale else None,
            corrections=recorded.corrections_of(question.number),
        )
        for question, response in zip(form.questions, recorded.attempt.responses, strict=True)
    )


Verdict = Literal["right", "partly", "wrong", "by_person"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFeedback:
    """An answer that is fixed, with what its paper shows of it."""

    reviewed: ReviewedQuestion
    verdict: Verdict | None
    """Whether it is right, where marks or keys are shown; None where neither is, or the keys are elsewhere."""
    shows_key: bool


def item_feedback(form: Form, question: Question, response: Response, now: datetime) -> ItemFeedback:
    """Return what may be told of a fixed answer at `now`. Source: exam-rules, Navigation and feedback."""
    delivery, item = form.paper.delivery, question.item
    shows_key = form.has_keys and delivery.shows("key", now)
    shows_marks = form.has_keys and delivery.shows("marks", now)
    marks = mark_question(form, question, response) if shows_key or shows_marks else None
    return ItemFeedback(
        reviewed=ReviewedQuestion(
            question=question,
            response=response,
            marks=marks if shows_marks and not item.NEEDS_PERSON else None,
            key=item.key_response() if shows_key else None,
            rationale=item.rationale if form.has_keys and delivery.shows("rationale", now) else None,
        ),
        verdict=_verdict(question, marks) if shows_key or shows_marks else None,
        shows_key=shows_key,
    )


def _verdict(question: Question, marks: Fraction | None) -> Verdict:
    if marks is None or question.item.NEEDS_PERSON:
        return "by_person"
    if marks == question.marking.marks:
        return "right"
    return "wrong" if marks <= 0 else "partly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sat:
    """How often somebody has sat a paper, and what the last time came to, where the paper shows it."""

    times: int
    score: Fraction | None


def history(home: Home, clock: Clock, candidate: Candidate, class_id: str = "") -> tuple[ScoreDocument, ...]:
    """Return the documents of what a candidate has handed in, the latest first."""
    book = look(home, clock, class_id)
    mine = [
        doc
        for doc in book.scores
        if same_number(doc["candidate"]) == same_number(candidate.id) and doc["status"] != "in_progress"
    ]
    return tuple(reversed(mine))


def name_of(document: ScoreDocument) -> AttemptName:
    """Return where a document's attempt is found."""
    return AttemptName(attempt=document["attempt"], paper=document["paper"])


def sat_papers(home: Home, clock: Clock, candidate: Candidate, class_id: str = "") -> Mapping[str, Sat]:
    """Return the papers that a candidate has handed in, by id."""
    docs = history(home, clock, candidate, class_id)
    now = clock.read().at
    latest = {doc["paper"]: name_of(doc) for doc in reversed(docs)}
    return {
        paper: Sat(times=sum(doc["paper"] == paper for doc in docs), score=result(read_attempt(home, name), now).score)
        for paper, name in latest.items()
    }


def missed(home: Home, clock: Clock, candidate: Candidate, class_id: str = "") -> tuple[Practised, ...]:
    """Return what a candidate got wrong in papers, each as an answer in practice, as far as keys are shown to them now.

    Nothing of it is kept: a key corrected since, or a result that is void, counts as it stands.
    """
    if not home.journals.names():
        return ()
    now = clock.read().at
    wrong = []
    for doc in history(home, clock, candidate, class_id):
        found = result(read_attempt(home, name_of(doc)), now)
        when = Moment(at=found.handed_in_at)
        wrong += [
            Practised(when=when, item=one.question.item.id, response=one.response, share=Fraction(0))
            for one in found.questions
            if one.key is not None and one.is_right is False
        ]
    return tuple(wrong)
