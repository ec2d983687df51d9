"""Makes docs/教师指南.md and what it shows anew: `python docs/make_teacher_guide.py`.

The prose is written in the guide itself. What its examples print and the table of codes are put into it here, the
pictures are the real screens, and the printed page is the paper of the guide as `papers print` writes it.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
import re
import shutil
import sys
import tempfile
import zipfile
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from docs.drawing import GONE, drawn, press, settled, shown, typed  # noqa: E402 - the checkout is put on the path first
from docs.page_drawing import digest_of, page_of  # noqa: E402
from docs.teacher_examples import Examples  # noqa: E402
from quizapp.language import Language  # noqa: E402
from quizapp.settings import Options, settle  # noqa: E402
from quizapp.tui.app import QuizApp  # noqa: E402
from quizapp.tui.frame.themes import DAY  # noqa: E402
from quizapp.wiring import workplace  # noqa: E402
from tests.samples.workplace import Chances, Remembered, StoppedClock  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from quizapp.services.ports.workplace import Workplace

GUIDE = ROOT / "docs" / "教师指南.md"
SAMPLE = ROOT / "docs" / "examples" / "旧题.docx"
PICTURES = ROOT / "docs" / "pictures"
PAGE = PICTURES / "teacher_page.png"
GROUPS = {
    "Files": "文件",
    "Workbooks": "表格",
    "YAML": "符号和写法",
    "Fields": "字段",
    "Banks": "题库和试题",
    "Quality": "题目质量",
    "Papers": "试卷",
    "Settings": "设置",
    "Tables": "名册、纸笔答卷和得分的表",
}
"""The parts of docs/codes.md as the guide names them."""
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


# The text


def guide(text: str, folder: Path) -> tuple[str, list[str]]:
    """Return the guide as it is now, its examples run in an empty folder, and what is not as it should be."""
    shutil.copy(SAMPLE, folder)
    examples = Examples(folder)
    text = examples.run(text)
    text = _between(text, "codes", lambda _: codes())
    return _between(text, "doubts", lambda codes: doubts(codes.split())), examples.unsound


def _between(text: str, name: str, made: Callable[[str], str]) -> str:
    """Return the text with what stands between two marks made anew."""
    mark = re.compile(rf"(<!-- {name}(?::([^>]*?))? -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    return mark.sub(lambda found: f"{found[1]}\n{made(found[2] or '')}\n{found[3]}", text)


def codes() -> str:
    """Return the tables of all codes, in the order of docs/codes.md."""
    parts = []
    for part in (ROOT / "docs" / "codes.md").read_text("utf-8").split("\n## ")[1:]:
        rows = [
            f"| {'错误' if severity == 'error' else '提醒'} | {_said(code)} | `{code}` |"
            for code, severity in re.findall(r"^\| `([a-z0-9-]+)` \| (error|warning) \|", part, re.MULTILINE)
        ]
        title = GROUPS[part.split("\n", 1)[0]]
        parts.append("\n".join([f"### {title}\n", "| | 程序怎么说，怎么办 | 代号 |", "|---|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def doubts(names: Iterable[str]) -> str:
    """Return the list of some doubts."""
    return "\n".join(f"- {_said(name)}" for name in names) + "\n"


def _said(code: str) -> str:
    """Return a sentence of the catalogue, an ellipsis for what it names."""
    language, values = Language("zh"), dict[str, str]()
    assert language.knows(code), code
    while True:
        try:
            sentence = language.say(code, **values)
        except KeyError as missing:
            values[missing.args[0]] = "…"
        else:
            return re.sub(r"[|*<]|___", lambda found: "".join(f"\\{sign}" for sign in found[0]), sentence)


# The sample


def sample(text: str) -> bytes:
    """Return the guide's old questions as a Word file: a paragraph for each line."""
    found = re.search(r"^```text 文件 旧题.txt\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert found is not None
    lines = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in found[1].splitlines()
    )
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_W}><w:body>{lines}</w:body></w:document>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, xml in members.items():
            # Stored, and of no day: the same bytes wherever it is made.
            archive.writestr(zipfile.ZipInfo(name), f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}')
    return file.getvalue()


# The pictures


async def pictures(folder: Path) -> dict[str, str]:
    """Return each picture's name and SVG: the way from the sample to a paper, in an empty folder."""
    made: dict[str, str] = {}
    app = QuizApp(_place(folder), Language("zh", timezone(timedelta(hours=8))))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for name, keys, text in steps(str(SAMPLE)):
            await press(pilot, keys)
            await shown(pilot, text)
            if name:
                made[name] = drawn(pilot, name)
    return made


def steps(path: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Give each picture with the keys that lead to it from the one before, and what it shows in the end.

    A picture without a name is not kept.
    """
    yield "", ("end", "up", "up", "enter"), "还可以"
    yield "", ("end", "up", "up", "up", "enter", "ctrl+a", typed(path), "enter"), "存疑 2"
    yield "teacher_doubt", ("f2",), "答案 E"
    yield "teacher_lines", ("f8",), "标题 6 行"
    # The cursor stands on the first doubt, which is the third question's.
    yield "", ("enter",), "第 3 题 / 共 9 题"
    yield "teacher_form", ("enter",), "1 处要改"
    yield "", ("ctrl+a", typed("A")), "没有问题"
    yield "", ("ctrl+s",), "存疑 1"
    yield "", ("f2", "enter", typed("A")), f"{GONE}要改"
    yield "", ("ctrl+s",), "存疑 0"
    # Going away and back takes away what was said for a moment.
    yield "", ("left", "right"), "第 4 题"
    yield "teacher_confirm", ("f9", "end", "enter", typed("办文办会"), "enter"), "新增 9"
    yield "", ("f9", "enter"), "9 / 9 题"
    yield "teacher_shelf", ("f8",), "办文办会-004"
    yield "", ("escape", "end", "up", "up", "enter"), "从哪里开始"
    yield "teacher_compose", ("enter",), "正好 100 分"
    yield "teacher_table", ("f3",), "F9 存成文件"


def _place(folder: Path) -> Workplace:
    """Return a teacher's workplace at nine on an exam day, the course's own banks beside the teacher's."""
    home = folder / "home"
    home.mkdir()
    (home / "settings.yaml").write_text("工作人员: 王老师\n", "utf-8")
    place = workplace(settle(Options(home=str(home)), {}))
    own = Remembered({"theme": DAY.name})
    return replace(place, clock=StoppedClock(), chance=Chances(), preferences=own)


# The printed page


def page_digest(folder: Path) -> str:
    """Return what the paper that the guide prints is known by."""
    return hashlib.sha256((folder / "小测.html").read_bytes()).hexdigest()


def page(folder: Path) -> bytes:
    """Return the first page as PNG, its paper's digest in it, drawn by Chromium and pdftoppm."""
    return page_of(folder / "小测.html", page_digest(folder))


def main() -> None:
    """Write the guide, its sample and its pictures."""
    PICTURES.mkdir(exist_ok=True)
    SAMPLE.parent.mkdir(exist_ok=True)
    text = GUIDE.read_text("utf-8")
    SAMPLE.write_bytes(sample(text))
    with tempfile.TemporaryDirectory() as place:
        (folder := Path(place) / "examples").mkdir()
        text, unsound = guide(text, folder)
        GUIDE.write_text(text, "utf-8")
        for one in unsound:
            sys.stderr.write(f"{one}\n")
        if not PAGE.exists() or digest_of(PAGE.read_bytes()) != page_digest(folder):
            PAGE.write_bytes(page(folder))
        for name, svg in asyncio.run(pictures(Path(place))).items():
            (PICTURES / f"{name}.svg").write_text(svg, "utf-8")


if __name__ == "__main__":
    main()
