"""Which catalogues may have a code: each is loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from quizapp.language import loaders
from quizapp.language.loaders import Catalogue

_Load: TypeAlias = Callable[[], Catalogue]

BY_PREFIX: tuple[tuple[tuple[str, ...], tuple[_Load, ...]], ...] = (
    (
        ("command.",),
        (
            loaders.commands,
            loaders.deciding,
            loaders.importing,
            loaders.outside,
        ),
    ),
    (
        ("help.",),
        (loaders.help_pages, loaders.help_options, loaders.publications, loaders.collecting, loaders.rehearsal),
    ),
    (("doctor.",), (loaders.doctor,)),
    (("word.", "column."), (loaders.words,)),
    (("requests.", "take_over."), (loaders.requests,)),
    (("section.", "feedback.", "certainty."), (loaders.sitting,)),
    (("archive-", "xml-"), (loaders.archives,)),
    (("workbook.",), (loaders.score_workbook,)),
    (("workbook-", "cell-"), (loaders.workbooks,)),
    (("verify.collected-", "verify.altered-collected", "verify.forked"), (loaders.collecting,)),
    (("verify.", "seal.", "seal-", "receipts-", "photo-"), (loaders.evidence,)),
    (("result.",), (loaders.result,)),
    (("note.",), (loaders.notes,)),
    (("print.", "print-"), (loaders.prints,)),
    (("keying.", "keying-"), (loaders.keying,)),
    (("analysis.",), (loaders.analysis, loaders.analysis_screens)),
    (("debrief.",), (loaders.analysis_screens,)),
    (("report.", "report-"), (loaders.reporting, loaders.reporting_appendix)),
    (("marking.",), (loaders.marking,)),
    (("teach.",), (loaders.teaching,)),
    (("schema.",), (loaders.schema_notes,)),
    (("compose.", "compose-"), (loaders.composing,)),
    (("outside-", "weights-", "roster."), (loaders.outside,)),
    (("practice.",), (loaders.practice,)),
    (("committee.",), (loaders.committee, loaders.committee_steps)),
    (("correct.",), (loaders.correcting,)),
    (("enrol.",), (loaders.enrolling,)),
    (("class.", "role-", "settings-", "kept.", "kept-"), (loaders.classes,)),
    (("collect.", "pack.", "pack-", "copies-", "attempt-collected", "journal-contradicts"), (loaders.collecting,)),
    (("desk.",), (loaders.collecting_desk,)),
    (("replay.", "replay-"), (loaders.replaying,)),
    (("review.",), (loaders.review_sheet,)),
    (("rehearse.",), (loaders.rehearsal,)),
    (("receipt_code.",), (loaders.receipt_code,)),
    (("invigilate.", "paused.", "carry-"), (loaders.invigilating,)),
    (("publish.",), (loaders.publishing,)),
    (("publication.", "publication-", "publish-", "password-", "passwords-"), (loaders.publications,)),
)
"""The catalogues of codes that begin so."""
OF_SCREENS: tuple[_Load, ...] = (loaders.screens,)
"""Those of every other code with a dot."""
OF_FAULTS: tuple[_Load, ...] = (
    loaders.refusals,
    loaders.export_refusals,
    loaders.make_ups,
    loaders.machine,
    loaders.faults,
    loaders.marking,
    loaders.practice,
    loaders.requests,
    loaders.deciding,
    loaders.importing,
    loaders.teaching,
    loaders.import_moodle,
    loaders.committee_steps,
)
"""Those of codes of refusals and faults, which have none; what is asked for most stands first."""


def catalogues(code: str) -> Iterator[Catalogue]:
    """Give the catalogues that may have a code."""
    prefixed = (loads for prefixes, loads in BY_PREFIX if code.startswith(prefixes))
    for load in next(prefixed, OF_SCREENS if "." in code else OF_FAULTS):
        yield load()
