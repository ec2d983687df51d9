"""Makes docs/班委会指南.md and its pictures anew: `python docs/make_committee_guide.py`.

The prose is written in the guide itself. What its examples print is put into it here; the screens are drawn on copies
of the class as it stood, and the pages are the files that the guide's commands write.
"""

from __future__ import annotations

import asyncio
import hashlib
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from docs.committee_examples import CommitteeExamples  # noqa: E402 - the checkout is put on the path first
from docs.committee_pictures import pictures  # noqa: E402
from docs.page_drawing import digest_of, page_of  # noqa: E402

GUIDE = ROOT / "docs" / "班委会指南.md"
PICTURES = ROOT / "docs" / "pictures"
PAGES = {
    "committee_sheet": "复核单.html",
    "committee_book": "成绩册.xlsx",
    "committee_report": "成绩报告.html",
    "committee_public": "公示.html",
}
"""Each picture of a page with the file that the guide has written."""
DOTS = 72


def guide(text: str, folder: Path) -> tuple[str, list[str]]:
    """Return the guide as it is now, its examples run in an empty folder, and what is not as it should be."""
    examples = CommitteeExamples(folder)
    return examples.run(text), examples.unsound


def page_digest(name: str, folder: Path) -> str:
    """Return what the file of a page is known by: its bytes, a workbook its sheets, which no packing changes."""
    path = folder / PAGES[name]
    if path.suffix != ".xlsx":
        return hashlib.sha256(path.read_bytes()).hexdigest()
    with zipfile.ZipFile(path) as book:
        parts = sorted(one for one in book.namelist() if one.startswith(("xl/worksheets/sheet", "xl/sharedStrings")))
        return hashlib.sha256(b"".join(map(book.read, parts))).hexdigest()


def main() -> None:
    """Write the guide and its pictures."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        text, unsound = guide(GUIDE.read_text("utf-8"), folder)
        GUIDE.write_text(text, "utf-8")
        for one in unsound:
            sys.stderr.write(f"{one}\n")
        for name, file in PAGES.items():
            picture, digest = PICTURES / f"{name}.png", page_digest(name, folder)
            if not picture.exists() or digest_of(picture.read_bytes()) != digest:
                picture.write_bytes(page_of(folder / file, digest, DOTS))
        for name, svg in asyncio.run(pictures(folder)).items():
            (PICTURES / f"{name}.svg").write_text(svg, "utf-8")


if __name__ == "__main__":
    main()
