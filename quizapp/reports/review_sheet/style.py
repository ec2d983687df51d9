"""The style sheet of a review sheet: one page of A4, sixty questions or more on it."""

from __future__ import annotations

from quizapp.documents.style import a4_style

STYLE = a4_style(
    "12mm 13mm",
    "9pt/1.35",
    """body, h1, h2, p, dl, dd, ul, table { margin: 0; padding: 0; }
h1, h2, dt, th { font-family: $hei; }
h1 { font-size: 14pt; text-align: center; margin-bottom: 2.5mm; max-height: 14mm; overflow: hidden;
  overflow-wrap: anywhere; }
h2 { font-size: 9pt; }
.warning { border: 1pt solid #000; padding: .8mm 2mm; margin-bottom: 2mm; font-weight: bold; }
dl { display: grid; gap: .6mm 4mm; margin-bottom: 2mm; }
dl div { display: flex; min-width: 0; }
dt { flex: none; margin-right: 2mm; font-weight: normal; color: #000; }
dd { flex: 1; min-width: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.facts { grid-template-columns: 1fr 1fr; }
.facts dt { width: 18mm; }
.facts div:last-child dd { font-weight: bold; }
.sections { grid-template-columns: repeat(3, 1fr); border-top: .5pt solid #000; padding-top: 1mm; }
.sections div { justify-content: space-between; }
.sections dt { flex: 0 1 auto; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.sections dd { flex: none; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; border: .75pt solid #000; margin-bottom: 2mm; }
.of-1 { width: 34%; }
.of-2 { width: 67%; }
th, td { border: .35pt solid #000; padding: 0 .8mm; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
th { font-weight: normal; font-size: 7.5pt; }
.roomy td, .roomy th { height: 4.9mm; font-size: 8.5pt; }
.roomy th { font-size: 7.5pt; }
.close td, .close th { height: 3.9mm; line-height: 3.4mm; font-size: 7.5pt; }
td.n, td.marks, td.time, td.changes { text-align: right; }
th.n, td.n { border-left: .75pt solid #000; }
col.n { width: 7mm; }
col.marks { width: 11.5mm; }
col.time { width: 10.5mm; }
col.changes { width: 6.5mm; }
th.marks, th.time, th.changes, th.n { padding: 0; text-align: center; text-overflow: clip; }
td.response.lost, td.marks.lost { font-weight: bold; }
.note { font-size: 7.5pt; margin: -1mm 0 2mm; }
.told { margin-bottom: 1.5mm; }
.told ul { list-style: none; }
.told li { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden;
  overflow-wrap: anywhere; padding-left: 2em; text-indent: -2em; }
.texts ul { display: grid; grid-template-columns: 1fr 1fr; gap: 0 4mm; }
.signed { display: flex; gap: 6mm; margin: 7mm 0 2mm; break-inside: avoid; }
.signed span { flex: 1; display: flex; align-items: flex-end; white-space: nowrap; }
.signed i { flex: 1; border-bottom: .75pt solid #000; margin-left: 2mm; height: 6mm; }
.foot { font-size: 7.5pt; overflow: hidden; white-space: nowrap; }
""",
)
