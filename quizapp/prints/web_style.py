"""The style sheet of a paper in HTML: A4, the type and the measures of a school's printed paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.documents.page import with_fonts

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.printing import PrintedPaper

_STYLE = """@page { size: A4; margin: 15mm 15mm 17mm 7mm; }
* { box-sizing: border-box; }
html { font: 10.5pt/1.65 $song; color: #000; background: #fff; -webkit-print-color-adjust: exact; }
body, h1, h2, p, ol, table { margin: 0; padding: 0; }
.form { break-before: page; }
.form:first-child { break-before: auto; }
.sheet { break-before: page; }
.sealed { position: relative; padding-left: 25mm; }
.answers { padding-left: 10mm; }
header { text-align: center; margin-bottom: 3mm; }
h1 { font: bold 16pt/1.4 $hei; }
h2 { font: bold 11pt/1.6 $hei;
  margin: 4mm 0 1.5mm; break-after: avoid; }
h2.part { font-size: 13pt; margin: 0; }
.count { font: 10.5pt/1.6 FangSong, "仿宋", STFangsong, SimSun, "宋体", "Songti SC", "Noto Serif CJK SC",
  "AR PL UMing CN", serif; }
.course, .facts, .rules, .case-lead { font-family: FangSong, "仿宋", STFangsong, SimSun, "宋体", "Songti SC",
  "Noto Serif CJK SC", "AR PL UMing CN", serif; }
.course { font-size: 12pt; }
.rules { margin-bottom: 1mm; break-after: avoid; }
table { border-collapse: collapse; }
.scores { width: 100%; table-layout: fixed; margin-bottom: 3mm; text-align: center; }
.scores th, .scores td { border: .75pt solid #000; height: 8mm; font-weight: normal; }
.scores th { width: 18mm; }
.notice { border: .75pt solid #000; padding: 1.5mm 3mm; margin-bottom: 2mm; }
.notice ol { padding-left: 6mm; }
.q, .answer { display: flex; margin: 1.6mm 0; break-inside: avoid; }
.n { flex: none; min-width: 8mm; }
.body { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.stem { text-align: justify; }
.place { white-space: nowrap; }
.blank { display: inline-block; width: 24mm; border-bottom: .75pt solid #000; height: 1.1em; vertical-align: -.15em;
  margin: 0 1mm; }
.long.blank { width: 44mm; height: 1.5em; margin: 0 3mm 1.5mm 0; }
.options { display: grid; gap: 0 3mm; }
.in-4 { grid-template-columns: repeat(4, 1fr); }
.in-2 { grid-template-columns: repeat(2, 1fr); }
.o { display: flex; break-inside: avoid; }
.l { flex: none; min-width: 6.5mm; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0 8mm; }
.case-lead { margin-top: 2mm; break-after: avoid; }
.case { border-left: 1.5pt solid #000; padding: 0 0 0 3mm; margin: 1mm 0 2mm; text-align: justify; text-indent: 2em;
  font-family: KaiTi, "楷体", STKaiti, "Kaiti SC", SimSun, "AR PL UKai CN", "AR PL UMing CN", serif;
  break-after: avoid; }
.boxes { margin: 1.5mm 0 2.5mm; break-inside: avoid; text-align: center; }
.boxes th { width: 13.2mm; height: 6mm; font: 9pt/1 serif; border: .75pt solid #000; }
.boxes td { height: 9mm; border: .75pt solid #000; }
.boxes.of-5 th { width: 26mm; }
.boxes .gap { border-left: 2.25pt solid #000; }
.box { display: inline-block; width: 10mm; height: 9mm; border: .75pt solid #000; vertical-align: middle;
  margin-right: 2mm; }
.pair { display: inline-block; margin: 0 5mm 1mm 0; white-space: nowrap; }
.pair .box { margin-left: 1.5mm; }
.before-lines { margin-top: 2mm; break-after: avoid; }
.line { height: 8.5mm; border-bottom: .5pt solid #000; break-inside: avoid; }
.groups span { display: inline-block; min-width: 34mm; white-space: pre; }
.strip { position: absolute; left: 0; top: 0; width: 19mm; height: 262mm; overflow: hidden; }
.turned { width: 262mm; height: 19mm; transform-origin: 0 0; transform: translateY(262mm) rotate(-90deg); }
.who { display: flex; height: 11mm; align-items: flex-end; justify-content: space-evenly; }
.field { display: inline-block; min-width: 52mm; border-bottom: .75pt solid #000; margin-left: 2mm; text-align: center;
  line-height: 1.3; }
.who > span { white-space: nowrap; }
.seal { height: 8mm; position: relative; text-align: center; }
.seal::before { content: ""; position: absolute; left: 0; right: 0; top: 4mm; border-top: 1pt dashed #000; }
.seal span { position: relative; background: #fff; padding: 0 4mm; font-size: 9pt; line-height: 8mm; white-space: pre; }
@media screen {
  html { background: #ddd; }
  .paper, .sheet, .answers { width: 210mm; min-height: 297mm; margin: 8mm auto; padding: 15mm 15mm 17mm 32mm;
    background: #fff; }
  .strip { left: 7mm; top: 15mm; }
}
"""


def style(paper: PrintedPaper, language: Language) -> str:
    """Return the style sheet with the words at the foot of every page.

    How many pages there are is said only where all are one form's: a browser counts those of the whole file.
    """
    is_single = len(paper.forms) == 1 and not paper.forms[0].keys
    rules = [_foot("", "", "print.pages" if is_single else "print.page", language)]
    for form in paper.forms:
        if form.letter:
            lead = language.say("print.form_short", letter=form.letter) + "　"
            rules.append(f".form-{form.letter} {{ page: form-{form.letter}; }}\n")
            rules.append(_foot(f"form-{form.letter}", lead, "print.page", language))
    if any(form.keys for form in paper.forms):
        rules.append(".key { page: key; }\n" + _foot("key", language.say("print.key") + "　", "print.page", language))
    return with_fonts(_STYLE) + "".join(rules)


def _foot(page: str, lead: str, code: str, language: Language) -> str:
    """Return what stands at the foot of the pages of that name: the catalogue's words and a letter, no other text."""
    said = language.say(code, page="\0page\0", pages="\0pages\0")
    counter = f"counter-increment: {page}; " if page else ""
    said = said.replace("\0page\0", f"\0{page or 'page'}\0")
    parts = [f"counter({part})" if place % 2 else f'"{part}"' for place, part in enumerate(said.split("\0"))]
    return f'@page {page} {{ {counter}@bottom-center {{ content: "{lead}" {" ".join(parts)}; font: 9pt serif; }} }}\n'
