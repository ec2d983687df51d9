"""Three themes of our own: paper by day, by night, and in high contrast."""

from __future__ import annotations

from textual.theme import Theme

MUTED = "$foreground 70%"
"""Of parts of a line: `$text-muted` is made for a background, which a part does not know, and would come out white."""

FIELD, FIELD_TEXT = "field", "field-text"
"""What is typed into, which stands out from any ground it has by 3 to 1 (WCAG 2.2, 1.4.11), and what is typed."""
ANY_FIELD = {FIELD: "#767676", FIELD_TEXT: "#ffffff"}
"""The same in a theme of another's: grey that is as far from white as from black."""

DAY = Theme(
    name="quiz-light",
    primary="#1f5f8b",
    secondary="#8a8f98",
    accent="#0b5cad",
    warning="#8a5a00",
    error="#b3261e",
    success="#2e6b34",
    foreground="#1d2126",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e6e3dc",
    dark=False,
    variables={FIELD: "#86898e", FIELD_TEXT: "#16191d"},
)
NIGHT = Theme(
    name="quiz-dark",
    primary="#7fb4dd",
    secondary="#7d8590",
    accent="#8cc4f2",
    warning="#e3b341",
    error="#ff7b72",
    success="#8ddb8c",
    foreground="#e4e7eb",
    background="#14171b",
    surface="#1c2026",
    panel="#2a3038",
    dark=True,
    variables={FIELD: "#686d75", FIELD_TEXT: "#ffffff"},
)
CONTRAST = Theme(
    name="quiz-contrast",
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffff00",
    warning="#ffff00",
    error="#ff6060",
    success="#60ff60",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#303030",
    dark=True,
    text_alpha=1.0,
    variables={FIELD: "#626262", FIELD_TEXT: "#ffffff"},
)

OURS = (DAY, NIGHT, CONTRAST)
