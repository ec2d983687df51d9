"""Prints: papers on paper. What stands there is said once, in `paper`; `documents` writes it as each kind of file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.errors import CalledWrongly

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.printing import PrintedPaper


class Print(NamedTuple):
    """One way of printing a paper."""

    name: str
    suffixes: tuple[str, ...]

    def write(self, paper: PrintedPaper, language: Language) -> bytes:
        """Return the paper as the bytes of a file. Raises Refused where what that needs is not installed."""
        from quizapp.documents.writers import WRITERS
        from quizapp.prints.paper import paper_pages

        self.check()
        return WRITERS[self.name](paper_pages(paper, language))

    def check(self) -> None:
        """Refuse where what it needs is not installed. Raises Refused."""
        from quizapp.documents.writers import check_word

        if self.name == "docx":
            check_word("print-needs-word")


PRINTS: dict[str, Print] = {
    "html": Print("html", (".html", ".htm")),
    "docx": Print("docx", (".docx",)),
    "md": Print("md", (".md",)),
    "txt": Print("txt", (".txt",)),
}


def print_for(suffix: str) -> Print:
    """Return the print for a file's ending. Raises CalledWrongly, naming the choices."""
    for one in PRINTS.values():
        if suffix.lower() in one.suffixes:
            return one
    choices = " ".join(one.suffixes[0] for one in PRINTS.values())
    raise CalledWrongly("print-unknown", wanted=suffix or "?", choices=choices)
