"""The loaders of the catalogues, each a statement that linters see; what is asked for is what is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

Catalogue: TypeAlias = Mapping[str, tuple[str, str]]
"""Code to its sentence in Chinese and in English, with places for values."""


def commands() -> Catalogue:
    from quizapp.language.command_line.results import COMMANDS

    return COMMANDS


def deciding() -> Catalogue:
    from quizapp.language.decisions.outcomes import DECIDING

    return DECIDING


def importing() -> Catalogue:
    from quizapp.language.exchange import IMPORTING

    return IMPORTING


def help_pages() -> Catalogue:
    from quizapp.language.command_line.help_pages import HELP_PAGES

    return HELP_PAGES


def help_options() -> Catalogue:
    from quizapp.language.command_line.help_options import HELP_OPTIONS

    return HELP_OPTIONS


def doctor() -> Catalogue:
    from quizapp.language.command_line.doctor import DOCTOR

    return DOCTOR


def words() -> Catalogue:
    from quizapp.language.words import WORDS

    return WORDS


def requests() -> Catalogue:
    from quizapp.language.sitting.invigilation import REQUESTS

    return REQUESTS


def sitting() -> Catalogue:
    from quizapp.language.sitting.questions import SITTING

    return SITTING


def archives() -> Catalogue:
    from quizapp.language.faults.files import ARCHIVES

    return ARCHIVES


def score_workbook() -> Catalogue:
    from quizapp.language.score_exports import SCORE_WORKBOOK

    return SCORE_WORKBOOK


def workbooks() -> Catalogue:
    from quizapp.language.faults.files import WORKBOOKS

    return WORKBOOKS


def evidence() -> Catalogue:
    from quizapp.language.evidence import EVIDENCE

    return EVIDENCE


def notes() -> Catalogue:
    from quizapp.language.score_exports import NOTES

    return NOTES


def prints() -> Catalogue:
    from quizapp.language.printing import PRINTS

    return PRINTS


def keying() -> Catalogue:
    from quizapp.language.marking import KEYING

    return KEYING


def analysis() -> Catalogue:
    from quizapp.language.analysis import ANALYSIS

    return ANALYSIS


def analysis_screens() -> Catalogue:
    from quizapp.language.analysis_screens import ANALYSIS_SCREENS

    return ANALYSIS_SCREENS


def reporting() -> Catalogue:
    from quizapp.language.class_report import REPORTING

    return REPORTING


def marking() -> Catalogue:
    from quizapp.language.marking import MARKING

    return MARKING


def teaching() -> Catalogue:
    from quizapp.language.banks import TEACHING

    return TEACHING


def schema_notes() -> Catalogue:
    from quizapp.language.faults.schema_notes import SCHEMA_NOTES

    return SCHEMA_NOTES


def composing() -> Catalogue:
    from quizapp.language.papers import COMPOSING

    return COMPOSING


def outside() -> Catalogue:
    from quizapp.language.decisions.external_marks import OUTSIDE

    return OUTSIDE


def practice() -> Catalogue:
    from quizapp.language.practice import PRACTICE

    return PRACTICE


def classes() -> Catalogue:
    from quizapp.language.classes import CLASSES

    return CLASSES


def screens() -> Catalogue:
    from quizapp.language.sitting.screens import SCREENS

    return SCREENS


def result() -> Catalogue:
    from quizapp.language.sitting.questions import RESULT

    return RESULT


def refusals() -> Catalogue:
    from quizapp.language.refusals import REFUSALS

    return REFUSALS


def make_ups() -> Catalogue:
    from quizapp.language.decisions.outcomes import MAKE_UPS

    return MAKE_UPS


def machine() -> Catalogue:
    from quizapp.language.refusals import MACHINE

    return MACHINE


def faults() -> Catalogue:
    from quizapp.language.faults.papers import FAULTS

    return FAULTS


def import_moodle() -> Catalogue:
    from quizapp.language.exchange import MOODLE

    return MOODLE


def replaying() -> Catalogue:
    from quizapp.language.replay import REPLAYING

    return REPLAYING


def review_sheet() -> Catalogue:
    from quizapp.language.replay import REVIEW_SHEET

    return REVIEW_SHEET


def publications() -> Catalogue:
    from quizapp.language.carrying.publications import PUBLICATIONS

    return PUBLICATIONS


def publishing() -> Catalogue:
    from quizapp.language.carrying.publishing import PUBLISHING

    return PUBLISHING


def rehearsal() -> Catalogue:
    from quizapp.language.carrying.rehearsal import REHEARSAL

    return REHEARSAL


def invigilating() -> Catalogue:
    from quizapp.language.sitting.invigilation import INVIGILATING

    return INVIGILATING


def collecting() -> Catalogue:
    from quizapp.language.carrying.packs import COLLECTING

    return COLLECTING


def collecting_desk() -> Catalogue:
    from quizapp.language.carrying.collecting_desk import COLLECTING_DESK

    return COLLECTING_DESK


def committee() -> Catalogue:
    from quizapp.language.committee_room import COMMITTEE

    return COMMITTEE


def committee_steps() -> Catalogue:
    from quizapp.language.decisions.steps import COMMITTEE_STEPS

    return COMMITTEE_STEPS


def correcting() -> Catalogue:
    from quizapp.language.decisions.corrections import CORRECTING

    return CORRECTING


def enrolling() -> Catalogue:
    from quizapp.language.classes import ENROLLING

    return ENROLLING


def export_refusals() -> Catalogue:
    from quizapp.language.score_exports import EXPORT_REFUSALS

    return EXPORT_REFUSALS


def reporting_appendix() -> Catalogue:
    from quizapp.language.class_report import REPORTING_APPENDIX

    return REPORTING_APPENDIX


def receipt_code() -> Catalogue:
    from quizapp.language.carrying.packs import RECEIPT_CODE

    return RECEIPT_CODE
