"""The style sheet of the list: A4, the heads again on each page, room to sign at the end."""

from __future__ import annotations

from quizapp.documents.style import a4_style

STYLE = a4_style(
    "14mm 12mm",
    "9pt/1.4",
    """body, h1, p, table { margin: 0; padding: 0; }
h1, th { font-family: $hei; }
h1 { font-size: 15pt; text-align: center; margin-bottom: 2mm; overflow-wrap: anywhere; }
.facts { text-align: center; margin-bottom: 3mm; overflow-wrap: anywhere; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; border: .75pt solid #000; margin-bottom: 3mm; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: .35pt solid #000; padding: .7mm 1mm; overflow-wrap: anywhere; vertical-align: middle; }
th { font-weight: normal; font-size: 8pt; text-align: center; }
col.n { width: 8mm; }
col.id { width: 17mm; }
col.name { width: 17mm; }
col.status { width: 12mm; }
col.at { width: 23mm; }
col.receipt { width: 21mm; }
col.machine { width: 26mm; }
col.rehearsal { width: 13mm; }
col.notes { width: 20mm; }
td.n { text-align: right; }
td.status, td.at, td.rehearsal { text-align: center; }
td.at, td.receipt { white-space: nowrap; }
td.at, td.receipt, td.machine { font-size: 7.5pt; }
tr.missing .name, tr.missing .status { font-weight: bold; }
.total, .missing { margin-bottom: 1.5mm; overflow-wrap: anywhere; }
p.missing { font-weight: bold; }
.signed { display: flex; gap: 6mm; margin-top: 10mm; break-inside: avoid; }
.signed span { flex: 1; display: flex; align-items: flex-end; white-space: nowrap; }
.signed i { flex: 1; border-bottom: .75pt solid #000; margin-left: 2mm; height: 7mm; }
""",
)
