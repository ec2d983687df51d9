"""Classed lines to questions as written: what begins one, what goes on, what is told and is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from quizapp.domain.item import LETTERS
from quizapp.formats.chinese_text.line_classes import (
    ClassedLine,
    SectionHeading,
    has_answer,
    labels_of,
    letter_of,
    name_of,
    number_of,
)
from quizapp.formats.chinese_text.line_options import is_one
from quizapp.formats.chinese_text.lines import TextLine
from quizapp.formats.chinese_text.question_parts import add_line_of_options, fill_stem, go_on, open_labels
from quizapp.formats.chinese_text.raw_question import (
    ANSWERED,
    RawQuestion,
    begins_stimulus,
    tells_case,
)
from quizapp.reading.exchange.source_question import Fate, LineFate, Reason, SourceRemark

_NUMBER_JOINED = re.compile(r"(\d{1,4})\.\d")
_WEAK_NOISE = re.compile(
    r"(?:姓名|学号|班级|单位名称|座位号)\s?[:_]|\d{1,4}\s?/\s?\d{1,4}$|(?:作答|考试|答题|开始|截止)时间|返回$"
)
"""Noise that may be a piece of what is asked, such as a form in a stem."""
_MOST_HEADINGS = 8
"""Lines that may head questions, one after another: a title, and what is said to who sits it."""
_LONGEST_HEADING = 60
_FATES: Mapping[str, Fate] = MappingProxyType(
    {"import-noise": "noise", "import-heading": "heading", "import-unread": "unread"}
)
_LOOKED_AHEAD = 60
"""Lines in which a number that comes again is looked for."""
_WRAPPED = 4
"""Lines that an option may be wrapped over before the next one is looked for."""
_WIDEST_GAP = 3
"""Letters that may be missing before an option, which is doubted; beyond, a letter begins a text."""


class QuestionGatherer:
    """Takes the lines of questions one by one."""

    def __init__(
        self,
        is_chapter_outer: bool = False,
        repeated: frozenset[str] = frozenset(),
        own: frozenset[int] = frozenset(),
    ) -> None:
        """`is_chapter_outer` says that chapters have sections in them: what a section says ends with its chapter.

        `repeated` are lines of pages, which are told once elsewhere, `own` the numbers of lines that somebody says
        begin a question: one without a number takes none from the others, whose keys go by theirs.
        """
        self._own = own
        self._repeated = repeated
        self._is_chapter_outer = is_chapter_outer
        self.groups: list[tuple[SectionHeading, list[RawQuestion]]] = [(SectionHeading(), [])]
        """The questions by their sections, in their order; those of cases among them."""
        self.questions: list[RawQuestion] = []
        """What stands by itself, cases whole."""
        self.remarks: list[SourceRemark] = []
        self.has_key_before = False
        """Whether a key stands where no question is open: each may be that of the question below it."""
        self.fates: list[LineFate] = []
        """Of the lines that are part of no question."""
        self._lines: Sequence[ClassedLine] = ()
        self._place = 0
        self._question: RawQuestion | None = None
        self._case: RawQuestion | None = None
        self._last_of_case = 0
        """The number that a stimulus says its last question has; 0 where it does not say."""
        self._is_in_brackets = False
        """Whether the section's own questions are numbered （1）."""
        self._last = 0
        self._outside = 0
        """Lines in a row that no question is open for."""
        self._counted = 0
        """How far points of an answer were counted with numbers."""

    def begin_section(self, section: SectionHeading) -> None:
        """Open a section: its numbers may start over."""
        self.groups.append((section, []))
        self._close()
        self._last = 0
        self._is_in_brackets = False

    def take(self, lines: Sequence[ClassedLine]) -> None:
        """Take the lines of one section."""
        self._lines = lines
        for place, one in enumerate(lines):
            self._place = place
            _TAKE[one.kind](self, one)

    @property
    def _section(self) -> SectionHeading:
        return self.groups[-1][0]

    def _close(self) -> None:
        self._question = self._case = None
        self._outside = 0
        self._last_of_case = self._counted = 0

    def _take_number(self, one: ClassedLine) -> None:
        assert one.found is not None  # a number was found
        number, style = number_of(one.found)
        if not number:
            counted = 0 if one.line.number in self._own else self._last + 1
            self._begin(counted, False, one.line, one.found, is_told=False)
            return
        is_boxed = style == "brackets"
        if is_boxed and self._is_point():
            self._go_on(one.line)
            return
        if not is_boxed and self._question is not None and self._is_counted(number):
            self._go_on(one.line)
            return
        self._begin(number, is_boxed, one.line, one.found)

    def _is_point(self) -> bool:
        """Return whether （1） is a point of the open question: neither a question of its own nor one of a case."""
        if self._question is None or self._is_in_brackets:
            return False
        if self._case is not None:
            return self._last_of_case > 0 and not self._question.is_case
        if not self._question.options and "key" not in self._question.labels and tells_case(self._question):
            self._case = self._question
            self._case.is_case = True
            self.groups[-1][1].pop()
            return False
        return True

    def _is_counted(self, number: int) -> bool:
        """Return whether a number counts the points of a rationale or an answer; what is unclear is doubted later."""
        question = self._question
        assert question is not None  # asked only where one is open
        if not question.is_open_at_prose:
            return False
        expected = self._counted + 1
        if number != expected or (number == 1 and self._last == 0):
            return False
        if self._is_asked_ahead() or (number == self._last + 1 and not self._comes_again(number)):
            return False
        self._counted = number
        return True

    def _is_asked_ahead(self) -> bool:
        """Return whether what follows up to the next number has options or a key, as a question has."""
        for one in self._lines[self._place + 1 : self._place + 1 + _LOOKED_AHEAD]:
            if one.kind == "number":
                return False
            if one.kind in ("option", "label"):
                return True
        return False

    def _comes_again(self, number: int) -> bool:
        """Return whether the same number stands again soon, so that it is a point here and a question there."""
        ahead = self._lines[self._place + 1 : self._place + 1 + _LOOKED_AHEAD]
        return any(number_of(one.found)[0] == number for one in ahead if one.kind == "number" and one.found)

    def _begin(
        self, number: int, is_boxed: bool, line: TextLine, found: re.Match[str], *, is_told: bool = True
    ) -> None:
        is_part = self._belongs_to_case(number, is_boxed)
        if not is_part:
            self._case = None
            self._last_of_case = 0
        question = RawQuestion(number, self._section, line)
        if is_told:
            self._doubt_number(question, number, is_boxed)
        if is_part and self._case is not None:
            self._case.parts.append(question)
        else:
            self.questions.append(question)
        if not is_boxed or not is_part:
            self._is_in_brackets = is_boxed
            self._last = number or self._last
        self._counted = 0
        self._take_numbered(question, found)
        self.groups[-1][1].append(question)
        self._question = question
        fill_stem(question, line, found.end())

    def _take_numbered(self, question: RawQuestion, found: re.Match[str]) -> None:
        """Take a type or a key that is written with the number: 单选1. and （A）1."""
        told = found.groupdict()
        if kind := told.get("kind"):
            question.labels["type"] = [kind]
        if key := told.get("key"):
            question.labels["key"] = [key]

    def _belongs_to_case(self, number: int, is_boxed: bool) -> bool:
        if self._case is None:
            return False
        if self._last_of_case:
            return number <= self._last_of_case
        return is_boxed or not self._case.number

    def _doubt_number(self, question: RawQuestion, number: int, is_boxed: bool) -> None:
        """Doubt a number that may be one of the points before it, or starts over where nothing told of it."""
        before = self._question
        if before is None or is_boxed:
            return
        is_next_point = self._counted and number == self._counted + 1
        is_open = before.is_bare and not has_answer(before.lines[-1].copy)
        is_behind_one = is_open and any(doubt.code == "import-number-unclear" for doubt in before.doubts)
        is_over = number == 1 and self._last > 0 and is_open and self._case is None
        if is_over or ((is_next_point or is_behind_one) and not self._is_asked_ahead()):
            question.doubts.append(Reason("import-number-unclear", {"number": str(number)}))

    def _take_option(self, one: ClassedLine) -> None:
        question, line, found = self._question, one.line, one.found
        assert found is not None  # a letter was found
        if question is None or question.is_case:
            self._take_text(one)
            return
        letter = letter_of(one)
        place, expected = LETTERS.index(letter), question.expected
        if place == expected or self._is_behind_gap(question, found, place):
            question.add_line(line, "option")
            if place != expected:
                question.doubts.append(Reason("import-letter-missing", {"letter": LETTERS[expected]}))
            if is_one(line, found.end()):
                question.add_option(letter, line.behind(found.end()))
            else:
                add_line_of_options(question, line, found, letter, self._is_next_below(place))
            return
        if letter in found.groupdict().values() and not question.is_open_at_prose:
            question.doubts.append(Reason("import-option-run", {"letter": letter}))
        self._go_on(line)

    def _is_next_below(self, place: int) -> bool:
        """Return whether the letter behind an option's has a line of its own below."""
        below = self._lines[self._place + 1 : self._place + 1 + _WRAPPED]
        following = next((one for one in below if one.kind != "text"), None)
        return (
            following is not None
            and following.kind == "option"
            and letter_of(following) == LETTERS[place + 1 : place + 2]
        )

    def _is_behind_gap(self, question: RawQuestion, found: re.Match[str], place: int) -> bool:
        """Return whether a letter is an option's though some before it are missing; a small one begins a text."""
        is_small = str(found[found.lastgroup or 0]).islower()
        return not is_small and question.expected < place <= question.expected + _WIDEST_GAP

    def _take_label(self, one: ClassedLine) -> None:
        if self._question is None:
            assert one.found is not None  # a label was found
            self.has_key_before |= name_of(one.found) == "key"
            self._tell_outside(one.line)
            return
        assert one.found is not None  # a label was found
        labels = labels_of(one.line, one.found)
        self._question.add_line(one.line, "key" if labels[0][0] == "key" else "label")
        open_labels(self._question, labels)
        self._counted = 0

    def _take_empty_label(self, one: ClassedLine) -> None:
        """Take a line 答案 that heads no keys: what follows it is the open question's answer."""
        if self._question is None:
            self._tell_outside(one.line)
            return
        name = "rationale" if "解析" in one.line.copy and "答案解析" in one.line.copy else "key"
        self._question.add_line(one.line, "key" if name == "key" else "label")
        self._question.add_label(name, "")
        self._counted = 0

    def _take_text(self, one: ClassedLine) -> None:
        line = one.line
        if begins_stimulus(line.copy) or (self._question is None and self._section.kind == "case"):
            self._begin_stimulus(line)
        elif self._question is None:
            self._tell_outside(line)
        else:
            self._doubt_joined_number(self._question, line)
            self._go_on(line)

    def _begin_stimulus(self, line: TextLine) -> None:
        self._close()
        case = RawQuestion(0, self._section, line, is_case=True)
        case.stem.append(line.text)
        answered = ANSWERED.search(line.copy)
        self._last_of_case = int(answered[1]) if answered is not None else 0
        self._case = self._question = case
        self.questions.append(case)

    def _doubt_joined_number(self, question: RawQuestion, line: TextLine) -> None:
        """Doubt a question that 2.2024年… goes on: it may well be the next one."""
        joined = _NUMBER_JOINED.match(line.copy)
        if joined is not None and int(joined[1]) == self._last + 1:
            question.doubts.append(Reason("import-number-unclear", {"number": joined[1]}))

    def _go_on(self, line: TextLine) -> None:
        """Add a line to what is open of the open question."""
        assert self._question is not None  # asked only where one is open
        if go_on(self._question, line):
            self._counted = 0

    def _tell_outside(self, line: TextLine) -> None:
        """Tell a line where no question is open: a few short ones head what follows, the rest is not read."""
        self._outside += 1
        is_heading = self._outside <= _MOST_HEADINGS and len(line.copy) <= _LONGEST_HEADING
        self._tell("import-heading" if is_heading else "import-unread", line)

    def _take_heading(self, one: ClassedLine) -> None:
        """Close what is open: what stands below a chapter's heading is of no question above it."""
        told = SectionHeading() if self._is_chapter_outer or "题" in one.line.copy else self._section
        self.groups.append((SectionHeading(one.line.copy, *told[1:]), []))
        self._close()
        self._last = 0
        self._is_in_brackets = False
        self._tell("import-heading", one.line)

    def _take_key(self, one: ClassedLine) -> None:
        """Take a line that is a key and nothing else."""
        if self._question is None:
            self._tell_outside(one.line)
            return
        self._question.add_line(one.line, "key")
        self._question.add_label("key", one.line.text.rstrip('”" '))

    def _take_noise(self, one: ClassedLine) -> None:
        question = self._question
        if question is not None and question.part in ("stem", "option") and _WEAK_NOISE.match(one.line.copy):
            question.doubts.append(Reason("import-noise-within", {"text": one.line.source.strip()}))
        if one.line.text in self._repeated:
            self.fates.append(LineFate(one.line.number, "noise", one.line.source.strip()))
        else:
            self._tell("import-noise", one.line)

    def _tell(self, code: str, line: TextLine) -> None:
        self.fates.append(LineFate(line.number, _FATES[code], line.source.strip()))
        self.remarks.append(SourceRemark(line.number, Reason(code, {"text": line.source.strip()})))


_TAKE: dict[str, Callable[[QuestionGatherer, ClassedLine], None]] = {
    "number": QuestionGatherer._take_number,
    "option": QuestionGatherer._take_option,
    "label": QuestionGatherer._take_label,
    "text": QuestionGatherer._take_text,
    "heading": QuestionGatherer._take_heading,
    "key": QuestionGatherer._take_key,
    "noise": QuestionGatherer._take_noise,
    "keys": QuestionGatherer._take_empty_label,
}
