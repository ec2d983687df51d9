"""A question while its lines are gathered, as written."""

from __future__ import annotations

from quizapp.domain.item import LETTERS
from quizapp.formats.chinese_text.lines import Line
from quizapp.formats.chinese_text.sections import Section
from quizapp.reading.source_question import Reason


class RawQuestion:
    """What the lines of one question say, part by part. It grows until the next one begins."""

    __slots__ = (
        "_has_two_keys",
        "doubts", "expected", "is_case", "labels", "lines", "number", "open", "options", "parts", "section", "stem",
        "stressed", "stressed_stem",
    )  # fmt: skip

    def __init__(self, number: int, section: Section, line: Line, is_case: bool = False) -> None:
        """Make one that begins on a line; its stem is open."""
        self.number = number
        self.section = section
        self.is_case = is_case
        self.lines: list[Line] = [line]
        self.stem: list[str] = []
        self.options: dict[str, list[str]] = {}
        self.expected = 0
        """The place of the letter that runs on from those read."""
        self.labels: dict[str, list[str]] = {}
        self.doubts: list[Reason] = list(line.doubts)
        self._has_two_keys = False
        self.parts: list[RawQuestion] = []
        self.stressed = ""
        """Letters of options that stand out as answers do in Word."""
        self.stressed_stem: list[str] = []
        """Parts of the stem that stand out so."""
        self.open: list[str] = self.stem
        """The part that a line without a class goes on."""

    def add_line(self, line: Line) -> None:
        """Keep a line as one of the question's."""
        self.lines.append(line)
        if line.doubts:
            self.doubts += line.doubts

    def add_option(self, letter: str, text: str) -> None:
        """Open an option."""
        self.open = self.options[letter] = [text]
        self.expected = LETTERS.index(letter) + 1

    def add_label(self, name: str, text: str) -> None:
        """Open a labelled part; one that was there already is doubted where it says something else."""
        known = self.labels.get(name)
        if known is None:
            self.open = self.labels[name] = [text]
            return
        if name == "key" and text and any(known) and not self._has_two_keys:
            first = "\n".join(known).strip()
            # Doubted once: a line may repeat a label as often as it has room for.
            self._has_two_keys = text != first
            if self._has_two_keys:
                self.doubts.append(Reason("import-key-twice", {"first": first, "second": text}))
        known.append(text)
        self.open = known

    def label(self, name: str) -> str:
        """Return what a label says; "" where there is none."""
        parts = self.labels.get(name)
        return "" if parts is None else parts[0] if len(parts) == 1 else "\n".join(parts).strip()

    @property
    def is_bare(self) -> bool:
        """Whether nothing but its stem was read."""
        return not (self.options or self.labels)

    @property
    def is_open_at_prose(self) -> bool:
        """Whether a rationale or a model answer is open, which may count its points with numbers."""
        return self.open is self.labels.get("rationale") or (self.open is self.labels.get("key") and not self.options)
