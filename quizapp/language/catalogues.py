"""Which file has a code, by how the code begins: each file is loaded when one of its codes is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from quizapp.language.entries import Catalogue, Guide, GuidePage

PREFIXES: Mapping[str, tuple[str, ...]] = {
    "analysis": ("analysis.",),
    "analysis_screens": ("analysis.", "debrief."),
    "banks": ("teach.", "item-changed-", "bank-name-"),
    "carrying.collecting_desk": ("desk.",),
    "carrying.packs": (
        *("collect.", "pack.", "pack-", "copies-", "receipt_code.", "attempt-collected", "journal-contradicts"),
        *("verify.collected-", "verify.altered-collected", "verify.forked"),
        *("help.scores.pack", "help.scores.collect", "help.scores.choose"),
        *("help.option.pack-", "help.option.choose-"),
    ),
    "carrying.publications": (
        *("publication.", "publication-", "publish-", "password-", "passwords-"),
        *("help.papers.publish", "help.option.publish-", "help.option.order-password-"),
    ),
    "carrying.publishing": ("publish.",),
    "carrying.rehearsal": ("rehearse.", "help.rehearse"),
    "class_report": ("report.", "report-"),
    "classes": ("class.", "role-", "settings-", "kept.", "kept-", "enrol.", "roster.", "roster-"),
    "command_line.doctor": ("doctor.",),
    "command_line.help_options": ("help.option.", "help.metavar."),
    "command_line.help_pages": ("help.",),
    "command_line.results": ("command.", "usage-"),
    "committee_room": ("committee.",),
    "decisions.corrections": ("correct.",),
    "decisions.external_marks": ("outside-", "weights-", "command.add."),
    "decisions.outcomes": (
        *("command.answers.", "command.correct", "command.note.", "command.override.", "command.reassign."),
        *("command.regrade.", "command.void.", "answers-hidden", "answers-of-essay", "attempt-ambiguous", "copy-"),
        *("correct-", "decided-", "decider-", "entered-not-", "journal-since", "make-up-", "note-", "override-"),
        *("reassign-", "regrade-", "since-", "void-", "why-"),
    ),
    "decisions.steps": ("committee.", "more-"),
    "evidence": ("verify.", "seal.", "seal-", "receipts-", "photo-"),
    "exchange.importing": ("command.banks.import-", "teach.merge_"),
    "exchange.moodle": ("import-gift-", "import-aiken-", "export-gift-", "export-lines"),
    "exchange.questions": (
        *("import-", "export-", "edit-", "bank-changed-", "unknown-encoding", "unknown-question-"),
        *("command.banks.export", "command.banks.new-", "command.banks.schema-"),
    ),
    "exchange.reading_aids": ("teach.aid_", "teach.lines_"),
    "exchange.sheets": ("import-sheet-", "import-foreign-"),
    "marking": ("marking.", "marking-", "mark-", "marks-", "marker-", "checker-", "keying.", "keying-"),
    "papers": ("compose.", "compose-", "draw-undecided", "apart-unmet", "coverage-unmet", "fixed-items-apart"),
    "practice": ("practice.", "practice-", "topic-not-"),
    "printing": ("print.", "print-"),
    "replay": ("replay.", "replay-", "review."),
    "score_exports": ("note.", "workbook.", "export-", "cannot-write-", "unknown-report"),
    "sitting.invigilation": (
        *("invigilate.", "paused.", "requests.", "take_over.", "candidate-handed-", "candidate-sits-", "carry-"),
        *("close-", "extend-", "extension-too-", "nobody-", "order-", "orderer-", "request-"),
    ),
    "sitting.questions": ("section.", "stage.", "feedback.", "certainty.", "result."),
    "sitting.screens": (
        *("room.", "dialog.", "key.", "keyboard.", "palette.", "theme.", "home.", "paper.", "past.", "who."),
        *("cover.", "sitting.", "unsaved.", "case.", "sheet.", "hand_in.", "leave."),
    ),
    "words": ("word.", "column."),
    "refusals": ("", "make-up-", "stage-"),
    "faults.files": ("", "archive-", "xml-", "workbook-", "cell-"),
    "faults.items": ("",),
    "faults.judgement": (
        *("", "before-", "deduction-", "frame-", "level-", "levels-", "score-", "scores-", "stage-", "stages-"),
    ),
    "faults.papers": ("", "make-up-", "marks-differ"),
    "faults.schema_notes": ("schema.",),
    "question_types": ("word.", "compose.", "teach.", "correct.", "schema."),
}
"""The files of sentences, each with what its codes begin with: the longest that fits counts.

Where several files have the same, those above are looked into first; the empty one fits what no other does.
"""
GUIDES: tuple[tuple[str, ...], ...] = (
    ("sitting.guide",),
    ("banks", "exchange.reading_aids", "exchange.importing", "papers", "carrying.publishing"),
    ("committee_room", "marking", "carrying.collecting_desk", "replay", "analysis_screens"),
)
"""The files of the guides of trainees, teachers and the committee, in the order of their pages."""


def _files_by_prefix() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for file, prefixes in PREFIXES.items():
        for prefix in prefixes:
            found.setdefault(prefix, []).append(file)
    return found


_FILES: Mapping[str, list[str]] = _files_by_prefix()


def files(code: str) -> list[str]:
    """Return the files that may have a code, by the longest prefix of it that is in the table."""
    return next(_FILES[code[:end]] for end in range(len(code), -1, -1) if code[:end] in _FILES)


def catalogues(code: str) -> Iterator[Catalogue]:
    """Give the catalogues that may have a code."""
    return map(sentences, files(code))


def sentences(file: str) -> Catalogue:
    """Return what a file of this package says."""
    found: Catalogue = import_module(f"quizapp.language.{file}").SENTENCES
    return found


def guide(screen: str) -> Guide:
    """Return the guide that treats a screen; a trainee's screen loads no other than theirs. Raises KeyError."""
    for parts in GUIDES:
        pages: dict[str, tuple[GuidePage, GuidePage]] = {}
        for file in parts:
            pages |= import_module(f"quizapp.language.{file}").GUIDE
        if screen in pages:
            return pages
    raise KeyError(screen)
