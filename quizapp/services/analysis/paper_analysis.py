"""What a paper's counted attempts say: its analysis, and the answers that were given to one question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain.analysis.analysis import Analysis, ItemStatistics, analyse
from quizapp.domain.analysis.attempt_rows import AnalysisSheet, AskedForm, asked, sheet
from quizapp.domain.analysis.class_answers import AnonymousAnswer, TopicShare, given_by_item, shares_of_topics
from quizapp.domain.attempt.story import times_on
from quizapp.domain.decisions.corrections import GivenAnswer, Reply, corrected, same_answers
from quizapp.domain.decisions.rulings import Rulings, rulings
from quizapp.domain.errors import Refused
from quizapp.domain.exact_numbers import number
from quizapp.reading.yaml.document import collector_off
from quizapp.services.banks.items_in_use import hidden_items
from quizapp.services.book.attempt_door import pending_corrections
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.book.marked_attempt import marked
from quizapp.services.book.score_book import look
from quizapp.services.decisions.correction_list import CorrectionTarget, QuestionPlace
from quizapp.services.ports.port_values import AttemptName, ScoreDocument

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from fractions import Fraction

    from quizapp.domain.papers.paper import Form, Question
    from quizapp.services.papers.exported_paper import ExportedPaper
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedAttempts:
    """The marked attempts of a paper that count, ready to be analysed."""

    sheets: tuple[AnalysisSheet, ...]
    forms: tuple[Form, ...]
    """As corrected, each once, the last attempt's last."""

    @property
    def questions(self) -> dict[str, Question]:
        """The questions by their items' ids, each as it was sat last."""
        return {question.item.id: question for form in self.forms for question in form.questions}

    @property
    def topics(self) -> dict[str, str]:
        """The topics' titles by their ids."""
        return {topic: title for form in self.forms for topic, title in form.topics}


def counted_docs(docs: Iterable[ScoreDocument], paper: str) -> list[ScoreDocument]:
    """Return the documents of a paper's attempts that are marked and count."""
    return [doc for doc in docs if doc["paper"] == paper and doc["status"] == "marked" and doc["counts"]]


def counted_attempts(home: Home, paper: str, docs: Iterable[ScoreDocument]) -> CountedAttempts:
    """Return some attempts at a paper, marked as of now; what was decided since the book was looked at is left out."""
    decided = rulings(home.decisions.read(paper))
    asks: dict[str, AskedForm] = {}
    forms: dict[str, Form] = {}
    sheets: list[AnalysisSheet] = []
    for doc in docs:
        one = marked(read_attempt(home, AttemptName(attempt=doc["attempt"], paper=paper), decided))
        if one.counting is None:
            continue
        attempt = one.recorded.attempt
        digest = attempt.started.form
        if digest not in asks:
            asks[digest] = asked(one.recorded.form)
        forms.pop(digest, None)
        forms[digest] = one.recorded.form
        times = {} if attempt.handed_in_by == "entered" else times_on(one.recorded.events)
        sheets.append(sheet(asks[digest], attempt, one.counting, times))
    return CountedAttempts(sheets=tuple(sheets), forms=tuple(forms.values()))


def topics_of(counted: CountedAttempts) -> tuple[TopicShare, ...]:
    """Return the topics of attempts that were read already."""
    topics = {item: question.item.topic for item, question in counted.questions.items()}
    return shares_of_topics(counted.sheets, topics, counted.topics)


def answers_to_question(place: Workplace, target: CorrectionTarget) -> tuple[GivenAnswer, ...]:
    """Return what the handed-in attempts that are not void gave.

    Raises Refused for an essay, and while somebody is sitting the same question.
    """
    item = target.first.item
    if item.NEEDS_PERSON:
        raise Refused("answers-of-essay", number=target.first.number)
    if item.id in hidden_items(place.home, place.clock, place.class_id):
        raise Refused("answers-hidden", item=item.id)
    return same_answers(_replies(place.home, target), target.order)


def _replies(home: Home, target: CorrectionTarget) -> Iterator[Reply]:
    decided = rulings(home.decisions.read(target.paper))
    questions = {where.known.digest: _both(where, decided) for where in target.places}
    for name in home.journals.names(target.paper):
        if name.attempt in decided.voided:
            continue
        attempt = read_attempt(home, name, decided).attempt
        both = questions.get(attempt.started.form)
        # One in progress cannot be among them: its items are not shown at all.
        if both is not None:
            now, later = both
            yield Reply(response=attempt.response(now.number), now=now, later=later)


def _both(where: QuestionPlace, decided: Rulings) -> tuple[Question, Question]:
    """Return a question as the corrections that hold have it, and as all of them do."""
    digest, place = where.known.digest, where.number - 1
    now = corrected(where.known.form, decided.corrections_of(digest))
    later = corrected(where.known.form, decided.corrections_of(digest, with_pending=True))
    return now.questions[place], later.questions[place]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAnalysis:
    """One paper's analysis, as of now."""

    paper: str
    title: str
    full_score: int | float | None
    """Of the last attempt's form."""
    analysis: Analysis
    sitting: frozenset[str]
    """Items that somebody is being examined on now, here or in another paper."""
    is_awaited: bool
    """Whether the paper's window is still open, so that others may yet sit it."""

    def may_show_options(self, item: ItemStatistics) -> bool:
        """Return whether what was chosen may be told: it tells the key."""
        return not self.is_awaited and item.item.item not in self.sitting

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is held back."""
        return all(self.may_show_options(item) for item in self.analysis.items)


def analyse_paper(place: Workplace, paper: ExportedPaper) -> PaperAnalysis:
    """Return a paper's analysis, what is past its closing handed in first. Raises MachineRefused."""
    book = look(place.home, place.clock, place.class_id)
    return analysed_attempts(place, paper, counted_attempts(place.home, paper.id, counted_docs(book.scores, paper.id)))


def analysed_attempts(place: Workplace, paper: ExportedPaper, counted: CountedAttempts) -> PaperAnalysis:
    """Return the analysis of attempts at a paper that were read already. Raises MachineRefused."""
    with collector_off():
        analysis = analyse(counted.sheets)
    return PaperAnalysis(
        paper=paper.id,
        title=paper.title,
        full_score=number(counted.forms[-1].full_score) if counted.forms else None,
        analysis=analysis,
        sitting=hidden_items(place.home, place.clock, place.class_id),
        is_awaited=paper.is_awaited(place.clock.read().at),
    )


UNMARKED = ("handed_in", "marking")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassAnswers:
    """What a class answered, without names."""

    analysed: PaperAnalysis
    form: Form | None
    """The last attempt's, as corrected; None where no attempt counts."""
    shares: tuple[Fraction, ...]
    """What each attempt scored of its form's full score."""
    passed: int
    """How many of them reached their form's pass mark."""
    topics: tuple[TopicShare, ...]
    questions: Mapping[str, Question]
    """By the item's id, as it was sat last."""
    given: Mapping[str, tuple[AnonymousAnswer, ...]]
    """The answers, by the item's id."""
    waiting: int = 0
    """Attempts that are handed in and not marked: they are not in it."""
    pending: int = 0
    """Corrections that no marking again has taken up: keys and marks are those from before them."""
    names: tuple[str, ...]
    """Of the people, only so that no text that is shown has one in it."""

    @property
    def shown(self) -> tuple[ItemStatistics, ...]:
        """The items whose keys may be told, from the one answered worst to the one answered best."""
        found = [item for item in self.analysed.analysis.items if self.analysed.may_show_options(item)]
        return tuple(sorted(found, key=lambda item: item.facility))


def class_answers(place: Workplace, paper: ExportedPaper) -> ClassAnswers:
    """Return a paper's answers, what is past its closing handed in first. Raises MachineRefused."""
    scores = look(place.home, place.clock, place.class_id).scores
    docs = counted_docs(scores, paper.id)
    counted = counted_attempts(place.home, paper.id, docs)
    full = [(sheet.score, sheet.form.full_score) for sheet in counted.sheets if sheet.form.full_score]
    with collector_off():
        return ClassAnswers(
            analysed=analysed_attempts(place, paper, counted),
            form=counted.forms[-1] if counted.forms else None,
            shares=tuple(score / of for score, of in full),
            passed=sum(bool(doc["passed"]) for doc in docs),
            topics=topics_of(counted),
            questions=counted.questions,
            given=given_by_item(counted.sheets),
            waiting=sum(doc["paper"] == paper.id and doc["status"] in UNMARKED for doc in scores),
            pending=pending_corrections(place.home, (paper.id,)).get(paper.id, 0),
            names=_names(place, docs),
        )


def _names(place: Workplace, docs: Sequence[ScoreDocument]) -> tuple[str, ...]:
    """Return the names of those who sat, and of the class's others: an answer may be about who was absent."""
    names = {one.name for one in place.home.roster.roll().everybody} | {str(doc["name"]) for doc in docs}
    return tuple(sorted(names))
