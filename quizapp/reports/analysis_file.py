"""An analysis as a file: a page of text, a table for spreadsheets, or plain data, told by the ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.errors import CalledWrongly

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.language import Language
    from quizapp.services.analysing import PaperAnalysis

ENDINGS = (".txt", ".json", ".csv")


def check_ending(path: Path) -> None:
    """Refuse what is no ending of an analysis's file. Raises CalledWrongly, naming the choices."""
    if path.suffix.lower() not in ENDINGS:
        choices = " ".join(ending.removeprefix(".") for ending in ENDINGS)
        raise CalledWrongly("unknown-report", wanted=path.suffix or str(path), choices=choices)


def analysis_bytes(found: PaperAnalysis, language: Language, ending: str) -> bytes:
    """Return an analysis as the bytes of a file with one of the endings."""
    match ending.lower():
        case ".json":
            import json

            from quizapp.reports.analysis_json import as_json

            return json.dumps(as_json(found), ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"
        case ".csv":
            from quizapp.reports.analysis_table import analysis_table
            from quizapp.reports.csv_report import write

            return write(analysis_table(found, language), language)
        case _:
            from quizapp.reports.analysis_text import analysis_lines

            return "".join(f"{line}\n" for line in analysis_lines(found, language)).encode("utf-8", "replace")
