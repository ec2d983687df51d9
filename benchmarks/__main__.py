"""Runs the measures named, or all, and prints their medians. It is a report: it ends with 0 whatever it says."""

from __future__ import annotations

import sys

from benchmarks.measures import MEASURES, find
from benchmarks.rows import Row

_HEAD = ("measure", "ours", "peer", "times", "at most", "", "beside")


def main(names: list[str]) -> None:
    """Print the table of these measures."""
    unknown = [name for name in names if name not in MEASURES]
    if unknown:
        sys.exit(f"no measure is called {unknown[0]}; there are: {', '.join(MEASURES)}")
    lines = [_HEAD, *(_cells(row) for name in names or MEASURES for row in find(name)(1.0))]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEAD))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _cells(row: Row) -> tuple[str, ...]:
    most = "" if row.at_most is None else f"{row.at_most:g}"
    ours, peer = f"{row.ours:.3f} {row.unit}", f"{row.peer:.3f} {row.unit}"
    return (row.name, ours, peer, f"{row.ratio:.3f}", most, row.verdict, row.peer_name)


if __name__ == "__main__":
    main(sys.argv[1:])
