"""What is wrong in a table of people or answers, row by row."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.domain.fault import Fault


class TableFaults:
    """Collects a table's faults; the item of each is the 学号 of its row."""

    def __init__(self, file: str, faults: Iterable[Fault] = ()) -> None:
        """Begin with what was found when the file was read."""
        self.file = file
        self._faults = list(faults)

    def error(self, code: str, place: tuple[int, int], item: str = "", **values: object) -> None:
        """Note an error at a line and column."""
        line, column = place
        self._faults.append(Fault(file=self.file, line=line, column=column, item=item, code=code, values=values))

    def warn(self, code: str, place: tuple[int, int], item: str = "", **values: object) -> None:
        """Note a warning at a line and column."""
        line, column = place
        fault = Fault(file=self.file, line=line, column=column, item=item, severity="warning", code=code, values=values)
        self._faults.append(fault)

    @property
    def has_errors(self) -> bool:
        return any(fault.severity == "error" for fault in self._faults)

    @property
    def count(self) -> int:
        return len(self._faults)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All of them, in order of line and column."""
        return tuple(sorted(self._faults, key=lambda fault: (fault.line, fault.column)))
