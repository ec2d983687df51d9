"""The commands: whose each is, and where, so that it is loaded when it is called and by nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import click

from quizapp.domain.roles import Area, offers

COMMANDS: Mapping[str, tuple[Area, str]] = {
    "take": ("sitting", "sitting.take"),
    "practice": ("sitting", "sitting.practice"),
    "banks list": ("sitting", "banks.list_banks"),
    "banks check": ("teaching", "banks.check"),
    "banks show": ("teaching", "banks.show"),
    "banks coverage": ("teaching", "banks.show_coverage"),
    "banks format": ("teaching", "bank_files.format_files"),
    "banks import": ("teaching", "exchange.import_questions"),
    "banks export": ("teaching", "exchange.export_bank"),
    "banks new": ("teaching", "bank_files.new_bank"),
    "banks schema": ("teaching", "bank_files.show_schema"),
    "papers list": ("sitting", "papers.list_papers"),
    "papers check": ("teaching", "papers.check"),
    "papers draw": ("teaching", "paper_forms.draw"),
    "papers print": ("teaching", "printing.print_paper"),
    "papers extend": ("committee", "orders.extend"),
    "papers publish": ("teaching", "carrying.publish"),
    "candidates list": ("committee", "roster.list_candidates"),
    "candidates import": ("committee", "roster.import_candidates"),
    "candidates export": ("committee", "roster.export_candidates"),
    "candidates leave": ("committee", "roster.leave_class"),
    "scores list": ("sitting", "score_list.list_scores"),
    "scores export": ("committee", "score_export.export"),
    "scores enter": ("committee", "marking.enter"),
    "scores add": ("committee", "decisions.attempts.add"),
    "scores pack": ("sitting", "carrying.pack"),
    "scores collect": ("committee", "carrying.collect"),
    "scores mark": ("teaching", "marking.mark"),
    "scores rebuild": ("sitting", "score_list.rebuild"),
    "scores analyse": ("teaching", "analysis.analyse"),
    "scores override": ("committee", "decisions.attempts.override"),
    "scores correct": ("committee", "decisions.corrections.correct"),
    "scores regrade": ("committee", "decisions.regrade.regrade"),
    "scores void": ("committee", "decisions.attempts.void"),
    "scores reassign": ("committee", "decisions.attempts.reassign"),
    "scores choose": ("committee", "decisions.attempts.choose"),
    "scores close": ("committee", "orders.close"),
    "scores note": ("committee", "decisions.attempts.note"),
    "scores verify": ("committee", "evidence.verify"),
    "scores seal": ("committee", "evidence.seal"),
    "scores archive": ("committee", "evidence.archive"),
    "class new": ("committee", "classes.new"),
    "rehearse": ("sitting", "sitting.rehearse"),
    "doctor": ("sitting", "doctor.doctor"),
}
"""Commands as people call them, each with its area and its place in `quizapp.cli`, in the order of the help."""


FOR_ALL = "take"
"""The command that needs no role: whoever has an attempt under way gets to it, whatever the settings say."""


def names(group: str) -> list[str]:
    """Return the commands and groups of a group, or of the whole where it is ""."""
    depth = len(group.split())
    return list(dict.fromkeys(path.split()[depth] for path in COMMANDS if path.startswith(f"{group} ".lstrip())))


def load(command: str) -> click.Command:
    """Return a command of the table."""
    _, place = COMMANDS[command]
    file, _, name = place.rpartition(".")
    found = getattr(import_module(f"quizapp.cli.{file}"), name)
    assert isinstance(found, click.Command), place
    return found


def area(command: str) -> Area:
    """Return the area of a command; what is in none is the committee's."""
    return COMMANDS[command][0] if command in COMMANDS else "committee"


def is_offered(role: str, command: str) -> bool:
    """Return whether a machine of that role has a command, or a group: that is there where any command of it is."""
    of_group = [one for one in COMMANDS if one.startswith(f"{command} ")]
    return any(offers(role, area(one)) for one in of_group or [command])
