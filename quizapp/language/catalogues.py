"""Which catalogues may have a code: each is loaded when it is first asked for, by a statement that linters see."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

Catalogue: TypeAlias = Mapping[str, tuple[str, str]]
"""Code to its sentence in Chinese and in English, with places for values."""


def _commands() -> Catalogue:
    from quizapp.language.commands import COMMANDS

    return COMMANDS


def _deciding() -> Catalogue:
    from quizapp.language.deciding import DECIDING

    return DECIDING


def _importing() -> Catalogue:
    from quizapp.language.importing import IMPORTING

    return IMPORTING


def _help_pages() -> Catalogue:
    from quizapp.language.help_pages import HELP_PAGES

    return HELP_PAGES


def _help_options() -> Catalogue:
    from quizapp.language.help_options import HELP_OPTIONS

    return HELP_OPTIONS


def _doctor() -> Catalogue:
    from quizapp.language.doctor import DOCTOR

    return DOCTOR


def _words() -> Catalogue:
    from quizapp.language.words import WORDS

    return WORDS


def _requests() -> Catalogue:
    from quizapp.language.requests import REQUESTS

    return REQUESTS


def _sitting() -> Catalogue:
    from quizapp.language.sitting import SITTING

    return SITTING


def _archives() -> Catalogue:
    from quizapp.language.archives import ARCHIVES

    return ARCHIVES


def _score_workbook() -> Catalogue:
    from quizapp.language.score_workbook import SCORE_WORKBOOK

    return SCORE_WORKBOOK


def _workbooks() -> Catalogue:
    from quizapp.language.workbooks import WORKBOOKS

    return WORKBOOKS


def _evidence() -> Catalogue:
    from quizapp.language.evidence import EVIDENCE

    return EVIDENCE


def _notes() -> Catalogue:
    from quizapp.language.notes import NOTES

    return NOTES


def _prints() -> Catalogue:
    from quizapp.language.prints import PRINTS

    return PRINTS


def _keying() -> Catalogue:
    from quizapp.language.keying import KEYING

    return KEYING


def _analysis() -> Catalogue:
    from quizapp.language.analysis import ANALYSIS

    return ANALYSIS


def _analysis_screens() -> Catalogue:
    from quizapp.language.analysis_screens import ANALYSIS_SCREENS

    return ANALYSIS_SCREENS


def _reporting() -> Catalogue:
    from quizapp.language.reporting import REPORTING

    return REPORTING


def _marking() -> Catalogue:
    from quizapp.language.marking import MARKING

    return MARKING


def _teaching() -> Catalogue:
    from quizapp.language.teaching import TEACHING

    return TEACHING


def _schema_notes() -> Catalogue:
    from quizapp.language.schema_notes import SCHEMA_NOTES

    return SCHEMA_NOTES


def _composing() -> Catalogue:
    from quizapp.language.composing import COMPOSING

    return COMPOSING


def _outside() -> Catalogue:
    from quizapp.language.outside import OUTSIDE

    return OUTSIDE


def _practice() -> Catalogue:
    from quizapp.language.practice import PRACTICE

    return PRACTICE


def _classes() -> Catalogue:
    from quizapp.language.classes import CLASSES

    return CLASSES


def _screens() -> Catalogue:
    from quizapp.language.screens import SCREENS

    return SCREENS


def _refusals() -> Catalogue:
    from quizapp.language.refusals import REFUSALS

    return REFUSALS


def _make_ups() -> Catalogue:
    from quizapp.language.make_ups import MAKE_UPS

    return MAKE_UPS


def _machine() -> Catalogue:
    from quizapp.language.machine import MACHINE

    return MACHINE


def _faults() -> Catalogue:
    from quizapp.language.faults import FAULTS

    return FAULTS


def _import_moodle() -> Catalogue:
    from quizapp.language.import_moodle import MOODLE

    return MOODLE


def _replaying() -> Catalogue:
    from quizapp.language.replaying import REPLAYING

    return REPLAYING


def _review_sheet() -> Catalogue:
    from quizapp.language.review_sheet import REVIEW_SHEET

    return REVIEW_SHEET


def _publications() -> Catalogue:
    from quizapp.language.publications import PUBLICATIONS

    return PUBLICATIONS


def _publishing() -> Catalogue:
    from quizapp.language.publishing import PUBLISHING

    return PUBLISHING


def _rehearsal() -> Catalogue:
    from quizapp.language.rehearsal import REHEARSAL

    return REHEARSAL


def _invigilating() -> Catalogue:
    from quizapp.language.invigilating import INVIGILATING

    return INVIGILATING


def _collecting() -> Catalogue:
    from quizapp.language.collecting import COLLECTING

    return COLLECTING


def _collecting_desk() -> Catalogue:
    from quizapp.language.collecting_desk import COLLECTING_DESK

    return COLLECTING_DESK


def _committee() -> Catalogue:
    from quizapp.language.committee import COMMITTEE

    return COMMITTEE


def _committee_steps() -> Catalogue:
    from quizapp.language.committee_steps import COMMITTEE_STEPS

    return COMMITTEE_STEPS


def _correcting() -> Catalogue:
    from quizapp.language.correcting import CORRECTING

    return CORRECTING


def _enrolling() -> Catalogue:
    from quizapp.language.enrolling import ENROLLING

    return ENROLLING


_Load: TypeAlias = Callable[[], Catalogue]

BY_PREFIX: tuple[tuple[tuple[str, ...], tuple[_Load, ...]], ...] = (
    (
        ("command.",),
        (
            _commands,
            _deciding,
            _importing,
            _outside,
        ),
    ),
    (("help.",), (_help_pages, _help_options, _publications, _collecting, _rehearsal)),
    (("doctor.",), (_doctor,)),
    (("word.", "column."), (_words,)),
    (("requests.", "take_over."), (_requests,)),
    (("section.", "feedback.", "certainty."), (_sitting,)),
    (("archive-", "xml-"), (_archives,)),
    (("workbook.",), (_score_workbook,)),
    (("workbook-", "cell-"), (_workbooks,)),
    (("verify.collected-", "verify.altered-collected"), (_collecting,)),
    (("verify.", "seal.", "seal-", "receipts-", "photo-", "kept.", "kept-"), (_evidence,)),
    (("note.",), (_notes,)),
    (("print.", "print-"), (_prints,)),
    (("keying.", "keying-"), (_keying,)),
    (("analysis.",), (_analysis, _analysis_screens)),
    (("debrief.",), (_analysis_screens,)),
    (("report.", "report-"), (_reporting,)),
    (("marking.",), (_marking,)),
    (("teach.",), (_teaching,)),
    (("schema.",), (_schema_notes,)),
    (("compose.", "compose-"), (_composing,)),
    (("outside-", "weights-", "roster."), (_outside,)),
    (("practice.",), (_practice,)),
    (("committee.",), (_committee, _committee_steps)),
    (("correct.",), (_correcting,)),
    (("enrol.",), (_enrolling,)),
    (("class.", "role-", "settings-"), (_classes,)),
    (("collect.", "pack.", "pack-", "attempt-collected", "journal-contradicts"), (_collecting,)),
    (("desk.",), (_collecting_desk,)),
    (("replay.", "replay-"), (_replaying,)),
    (("review.",), (_review_sheet,)),
    (("rehearse.",), (_rehearsal,)),
    (("invigilate.", "paused.", "carry-"), (_invigilating,)),
    (("publish.",), (_publishing,)),
    (("publication.", "publication-", "publish-", "password-", "passwords-"), (_publications,)),
)
"""The catalogues of codes that begin so."""
OF_SCREENS: tuple[_Load, ...] = (_screens,)
"""Those of every other code with a dot."""
OF_FAULTS: tuple[_Load, ...] = (
    _refusals,
    _make_ups,
    _machine,
    _faults,
    _marking,
    _practice,
    _requests,
    _deciding,
    _importing,
    _teaching,
    _import_moodle,
    _committee_steps,
)
"""Those of codes of refusals and faults, which have none; what is asked for most stands first."""


def catalogues(code: str) -> Iterator[Catalogue]:
    """Give the catalogues that may have a code."""
    prefixed = (loads for prefixes, loads in BY_PREFIX if code.startswith(prefixes))
    for load in next(prefixed, OF_SCREENS if "." in code else OF_FAULTS):
        yield load()
