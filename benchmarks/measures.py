"""The measures, by the name of their module; each is loaded when it runs, so that none slows another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from benchmarks.rows import Line

MEASURES: tuple[str, ...] = (
    "starting",
    "keys",
    "ticking",
    "long_papers",
    "begun",
    "recording",
    "loading",
    "checking",
    "drawing",
    "commands",
    "room",
    "proofs",
    "faults",
    "importing",
    "analysing",
    "score_table",
    "collecting",
    "exporting",
)


def find(name: str) -> Callable[[float], Sequence[Line]]:
    """Return the measure of that name: it takes a strength, 1.0 being the usual number of samples."""
    measure: Callable[[float], Sequence[Line]] = import_module(f"benchmarks.{name}").measure
    return measure
