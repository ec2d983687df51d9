"""Which errors of files a schema knows, and why it cannot know the others. A new code must be put into one of these."""

from __future__ import annotations

KNOWN = frozenset(
    [
        "list-at-top",
        "file-not-map",
        "unknown-kind",
        "unknown-field",
        "missing-field",
        "unknown-type",
        "unknown-value",
        "not-a-text",
        "not-a-map",
        "not-a-list",
        "not-a-number",
        "not-a-threshold",
        "not-a-duration",
        "not-an-instant",
        "not-an-attempt-count",
        "not-a-form-count",
        "id-malformed",
        "no-items",
        "items-not-listed",
        "option-marks-missing",
        "options-not-listed",
        "option-count",
        "option-not-text",
        "key-not-letters",
        "key-one-letter",
        "key-not-truth",
        "stem-without-blank",
        "key-not-texts",
        "key-not-number",
        "tolerance-not-number",
        "pairs-too-few",
        "rubric-without-marks",
        "case-in-case",
        "part-status",
        "no-sections",
        "sections-not-listed",
        "draw-or-items",
        "scheme-of-no-item",
        "penalty-without-choices",
        "after-close-without-close",
        "needs-make-up",
        "size-without-case",
        "file-empty",
    ]
)
"""The schema refuses what has one of these, read as texts."""

SOMETIMES = {
    "duplicate-key": "a field in both languages is known, the same word twice is the editor's own to tell",
    "not-a-share": "what is no number is known, a ratio beyond 1 is not",
    "not-a-count": "a count is known, a sum of counts that is 0 is not",
    "indicator-first": "a list or map in a text's place is known, a sign that YAML refuses the editor tells itself",
    "option-letters": "what is no letter is known, the order of a map's names is not",
    "feedback-letter": "what is no letter is known, the letters of the item's own options are not",
}

_SUMS = "a schema cannot add or compare"
_OTHERS = "a schema sees one file, and does not look things up in it"
_TEXT = "the text is gone by the time that a schema sees values"
_FILE = "that is of the file, not of what it holds"
_SETTINGS = "settings have no schema: they are one short file that is written already, each line explained"
_OPTIONS = "a schema cannot compare a key with the options, or options with one another"

NEVER = {
    **dict.fromkeys(
        [
            "file-missing",
            "file-no-permission",
            "file-unreadable",
            "file-is-folder",
            "file-is-pipe",
            "file-is-device",
            "file-is-socket",
            "file-too-big",
            "encoding-unknown",
            "control-character",
            "table-quotes",
        ],
        _FILE,
    ),
    **dict.fromkeys(
        [
            "yaml-syntax",
            "indent-uneven",
            "full-width-colon",
            "no-blank-after-colon",
            "text-after-quote",
            "colon-in-text",
            "comma-in-map",
            "map-entry-alone",
            "comment-after-text",
            "quote-not-closed",
            "bracket-not-closed",
            "escape-unknown",
            "tab",
            "tag",
            "merge-key",
            "key-empty",
            "key-not-scalar",
            "alias-not-scalar",
            "aliases-too-long",
            "nested-too-deep",
            "second-document",
        ],
        _TEXT,
    ),
    **dict.fromkeys(
        [
            "duplicate-id",
            "unknown-topic",
            "unknown-course",
            "topics-overlap",
            "unknown-topic-asked",
            "unknown-bank-id",
            "bank-faulty",
            "bank-for-practice",
            "unknown-item",
            "fixed-item-not-ready",
            "fixed-item-for-practice",
            "item-twice",
            "unknown-first-paper",
            "make-up-for-itself",
            "make-up-circle",
            "make-up-unmet",
            "case-sizes-differ",
            "fixed-item-of-case",
        ],
        _OTHERS,
    ),
    **dict.fromkeys(["options-equal", "key-beyond-options", "key-letter-twice"], _OPTIONS),
    **dict.fromkeys(
        [
            "key-blank-count",
            "key-answer-twice",
            "totals-differ",
            "marks-differ",
            "full-score-differs",
            "window-closes-first",
            "window-shorter-than-limit",
            "section-limits-beyond",
            "section-limits-beyond-window",
        ],
        _SUMS,
    ),
    **dict.fromkeys(["not-a-date", "class-ends-first", "weight-zero", "weight-total"], _SETTINGS),
    "key-is-invalid-answer": "it depends on how many blanks the stem has",
}
