"""Runs the measures named, or all, and prints their tables. It is a report: it ends with 0 whatever it says."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import groupby

from benchmarks.measures import MEASURES, find


def main(names: list[str]) -> None:
    """Print a table for each kind of result."""
    unknown = [name for name in names if name not in MEASURES]
    if unknown:
        sys.exit(f"no measure is called {unknown[0]}; there are: {', '.join(MEASURES)}")
    rows = [row for name in names or MEASURES for row in find(name)(1.0)]
    for head, lines in groupby(rows, key=lambda row: row.HEAD):
        _print((head, *(line.cells for line in lines)))


def _print(lines: Iterable[tuple[str, ...]]) -> None:
    lines = tuple(lines)
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


if __name__ == "__main__":
    main(sys.argv[1:])
