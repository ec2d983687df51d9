"""What a reader finds wrong in one file, in the order it is found."""

from __future__ import annotations

from dataclasses import replace

from quizapp.domain.errors import Fault
from quizapp.domain.text import LONGEST_SHOWN


class Findings:
    """Collects the faults of one file."""

    __slots__ = ("errors", "faults", "file")

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.errors = 0
        """How many of them are errors."""

    def error(self, code: str, place: tuple[int, int] = (0, 0), **values: object) -> None:
        """Note an error at a line and column."""
        line, column = place
        self.errors += 1
        self.faults.append(Fault(file=self.file, line=line, column=column, code=code, values=_texts(values)))

    def warning(self, code: str, place: tuple[int, int] = (0, 0), **values: object) -> None:
        """Note a warning at a line and column."""
        line, column = place
        self.faults.append(
            Fault(
                file=self.file,
                line=line,
                column=column,
                severity="warning",
                code=code,
                values=_texts(values),
            )
        )

    def soften(self, since: int) -> None:
        """Make warnings of the errors found from that place on: what is still a draft may be unfinished."""
        softened = [replace(fault, severity="warning") for fault in self.faults[since:]]
        self.errors -= sum(fault.severity == "error" for fault in self.faults[since:])
        self.faults[since:] = softened

    @property
    def has_errors(self) -> bool:
        return self.errors > 0


def _texts(values: dict[str, object]) -> dict[str, str]:
    texts = {name: str(value) for name, value in values.items()}
    if len(texts.get("corrected", "")) > LONGEST_SHOWN:
        # Half a line would be copied as if it were all of it.
        texts["corrected"] = "…"
    return texts
