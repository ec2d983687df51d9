"""The measures, by the name of their module; each is loaded when it runs, so that none slows another."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from benchmarks.rows import Row

MEASURES: tuple[str, ...] = (
    "starting",
    "keys",
    "long_papers",
    "recording",
    "loading",
    "commands",
    "proofs",
)


def find(name: str) -> Callable[[float], list[Row]]:
    """Return the measure of that name: it takes a strength, 1.0 being the usual number of samples."""
    measure: Callable[[float], list[Row]] = import_module(f"benchmarks.{name}").measure
    return measure
