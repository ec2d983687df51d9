"""The strip at a page's left that is folded and sealed: who it is, and the line beyond which nothing is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.documents.page import element, text

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.printed_paper import PrintedForm


def strip(form: PrintedForm, language: Language) -> str:
    """Return the strip; who it is stands there already where the form is one candidate's own."""
    id, name, unit = form.candidate
    given = (("name", name), ("id", id), ("unit", unit))
    fields = [
        element("span", text(language.say(f"print.{field}")), "label") + element("span", text(value), "field")
        for field, value in given
    ]
    who = element("div", "".join(fields), "who")
    seal = element("div", element("span", text(language.say("print.seal"))), "seal")
    return element("aside", element("div", who + seal, "turned"), "strip")
