"""One person's line, read against the roster and the form it was answered on, as it is being typed."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain.candidate import Candidate, CandidateIndex, same_number
from quizapp.domain.errors import QuizError, Refused
from quizapp.domain.item import LETTERS
from quizapp.domain.marking.keying import missing, read_answers, written
from quizapp.domain.text import clean_line
from quizapp.services.classes.roster_check import unknown
from quizapp.services.papers.forms import form_as_it_would_be, letter_for

if TYPE_CHECKING:
    from quizapp.domain.papers.paper import Form, Paper, Question
    from quizapp.services.ports.port_values import ScoreDocument
    from quizapp.services.ports.workplace import Workplace


_FORM = re.compile(r"([A-Z])卷?")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyedLine:
    """What a line says."""

    text: str
    candidate: Candidate | None = None
    """Who it is; None while that cannot be told."""
    letter: str = ""
    questions: tuple[Question, ...] = ()
    """Of the form that was answered; nothing while that cannot be told."""
    cells: tuple[str, ...] = ()
    """Typed answers, as far as there are."""
    faults: tuple[tuple[int, QuizError], ...] = ()
    """What is wrong, each with the number of its question; 0 for the whole."""
    lacking: Refused | None = None
    """How many answers are missing, where nothing else is wrong."""

    @property
    def is_whole(self) -> bool:
        """Whether it can be taken as it is."""
        return self.candidate is not None and not self.faults and self.lacking is None

    @property
    def answers(self) -> str:
        """The answers of a whole line."""
        return written(self.cells, self.questions)


class LineReader:
    """Reads lines of one paper's answers. Forms are drawn once, the roster is looked up once."""

    def __init__(self, place: Workplace, paper: Paper, docs: Sequence[ScoreDocument]) -> None:
        """Make a reader; `docs` are the attempts at the paper that there are already."""
        self._place = place
        self._paper = paper
        self._before = Counter(same_number(doc["candidate"]) for doc in docs)
        self._taken = {same_number(doc["candidate"]) for doc in docs if doc["status"] != "void"}
        self._roster = CandidateIndex((one.id, one) for one in place.home.roster.roll().everybody)
        self._forms: dict[tuple[str, int], Form] = {}

    def read(self, text: str) -> KeyedLine:
        """Return what a line says. Raises nothing: what is wrong is in it."""
        text = clean_line(text)
        id, _, rest = text.partition(" ")
        if not id:
            return KeyedLine(text=text)
        candidate = self._roster.get(id) or Candidate(id=id, name="")
        if self._roster and id not in self._roster:
            return _wrong(text, None, unknown(id, self._roster))
        id = candidate.id
        if same_number(id) in self._taken:
            return _wrong(text, candidate, Refused("keying-entered-already", id=id))
        letter = ""
        if self._paper.forms > 1 and not self._paper.per_candidate:
            letter, rest = self._letter(rest)
            if not letter:
                last = LETTERS[self._paper.forms - 1]
                return _wrong(text, candidate, Refused("keying-form-needed", last=last))
        try:
            questions = self.form(id, letter).questions
        except QuizError as error:
            return _wrong(text, candidate, error)
        return _line(text, candidate, letter, questions, rest)

    def form(self, id: str, letter: str) -> Form:
        """Return the form that a candidate answered. Raises Refused where the banks cannot meet the paper."""
        shown = letter_for(self._paper, id) if self._paper.per_candidate else letter or "A"
        number = self._before[same_number(id)] + 1 if self._paper.per_candidate else 1
        key = (shown, number)
        if key not in self._forms:
            home, library = self._place.home, self._place.library
            self._forms[key] = form_as_it_would_be(home, library, self._paper, letter=shown, number=number)
        return self._forms[key]

    def _letter(self, rest: str) -> tuple[str, str]:
        word, _, answers = rest.partition(" ")
        found = _FORM.fullmatch(unicodedata.normalize("NFKC", word).upper())
        known = LETTERS[: self._paper.forms]
        return (found[1], answers) if found and found[1] in known else ("", rest)


def _line(text: str, candidate: Candidate, letter: str, questions: tuple[Question, ...], answers: str) -> KeyedLine:
    read = read_answers(answers, questions)
    return KeyedLine(
        text=text,
        candidate=candidate,
        letter=letter,
        questions=questions,
        cells=read.cells,
        faults=read.faults,
        lacking=missing(read, questions),
    )


def _wrong(text: str, candidate: Candidate | None, fault: QuizError) -> KeyedLine:
    return KeyedLine(text=text, candidate=candidate, faults=((0, fault),))
