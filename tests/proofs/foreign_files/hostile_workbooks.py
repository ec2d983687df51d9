"""Workbooks of at most 1 MB that are made to take all the time or all the memory there is."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable, Mapping

from tests.instruments.xlsx_workbooks import MAIN, OFFICE, PACKAGE, ROOT_RELATIONS
from tests.instruments.zip_archives import archive

_TEXT = '<c r="{}1" t="inlineStr"><is><t>{}</t></is></c>'
_STYLED = '<row r="#"><c r="A#" s="1"><v>#.5</v></c></row>'
_EMPTY = '<c r="{}#" s="1"/>'
_NAMES = dict(zip("ABCDEFGHI", ("题干", "答案", "题型", *"ABCDEF"), strict=True))
_HEADS = f'<row r="1">{"".join(_TEXT.format(letter, name) for letter, name in _NAMES.items())}</row>'


def _book(
    sheet: str, *, before: str = "", behind: str = "", strings: str = "", formats: str = "General", sheets: int = 1
) -> bytes:
    listed = "".join(f'<sheet name="s{number}" r:id="{number}"/>' for number in range(sheets))
    related = [(str(number), "worksheet", f"{number}.xml") for number in range(sheets)]
    related += [("b", "sharedStrings", "strings.xml"), ("c", "styles", "styles.xml")]
    relations = "".join(
        f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>' for id, kind, target in related
    )
    number_formats = f'<numFmts><numFmt numFmtId="164" formatCode="{formats}"/></numFmts>'
    styles = f'{number_formats}<cellXfs><xf/><xf numFmtId="164"/></cellXfs>'
    whole = f'<worksheet xmlns="{MAIN}">{before}<sheetData>{_HEADS}{sheet}</sheetData>{behind}</worksheet>'
    return archive(
        ("_rels/.rels", ROOT_RELATIONS),
        ("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>'),
        *((f"xl/{number}.xml", whole) for number in range(sheets)),
        ("xl/strings.xml", f'<sst xmlns="{MAIN}">{strings}</sst>'),
        ("xl/styles.xml", f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'),
    )


def _rows(count: int, row: str) -> str:
    return "".join(row.replace("#", str(number)) for number in range(2, count + 2))


def _dense() -> bytes:
    """Honest questions, as many as go into 1 MB."""
    cell = '<c r="{0}#" t="inlineStr"><is><t>第#题的{0}（  ）</t></is></c>'
    cells = "".join(cell.format(letter) for letter in "ADEFGHI") + '<c r="B#" t="inlineStr"><is><t>A</t></is></c>'
    return _book(_rows(30_000, f'<row r="#">{cells}</row>'))


def _random_texts() -> bytes:
    """Honest questions in words that do not repeat."""
    chance = random.Random(1)
    row = (
        '<row r="#">'
        + "".join(f'<c r="{letter}#" t="inlineStr"><is><t>{{}}</t></is></c>' for letter in "ABC")
        + "</row>"
    )
    rows = []
    for number in range(2, 12_000):
        words = ("".join(chance.choices("办公室干部的五种角色会议通知文件处理", k=20)) for _ in "ABC")
        rows.append(row.replace("#", str(number)).format(*words))
    return _book("".join(rows))


def _many_sheets() -> bytes:
    return _book("<row><c><v>1</v></c></row>" * 9_000, sheets=100)


def _quoted() -> bytes:
    """Members stored as they are, one beside the other, each as short as can be."""
    return archive(*((f"xl/{number}.xml", "<a/>") for number in range(4_000)), method=zipfile.ZIP_STORED)


HOSTILE: Mapping[str, Callable[[], bytes]] = {
    "dense": _dense,
    "random-texts": _random_texts,
    "many-sheets": _many_sheets,
    "many-members": _quoted,
    "empty-rows": lambda: _book(_rows(390_000, '<row r="#" spans="1:9" s="1" customFormat="1" ht="14"/>')),
    "empty-cells": lambda: _book(_rows(120_000, f'<row r="#">{_EMPTY.format("A")}{_EMPTY.format("B")}</row>')),
    "cells-without-place": lambda: _book(_rows(400_000, "<row><c/><c/><c/></row>")),
    "wide": lambda: _book(_rows(60_000, '<row r="#"><c r="AMJ#"><v>1</v></c></row>')),
    "numbers": lambda: _book(_rows(130_000, '<row r="#"><c r="A#"><v>#</v></c></row>')),
    "one-text": lambda: _book(
        _rows(200_000, '<row r="#"><c r="A#" t="s"><v>0</v></c></row>'), strings=f"<si><t>{'甲' * 30_000}</t></si>"
    ),
    "days": lambda: _book(_rows(100_000, _STYLED), formats="yy-" * 84),
    "long-format": lambda: _book(_rows(130_000, _STYLED), formats="0" * 99_999),
    "merged": lambda: _book(
        _rows(5_000, '<row r="#"><c r="A#"><v>1</v></c></row>'),
        behind="".join(f'<mergeCell ref="C{number}:C1048576"/>' for number in range(2, 40_000)),
    ),
    "merged-texts": lambda: _book(
        _rows(20_000, '<row r="#"><c r="A#"><v>1</v></c><c r="C#"><v>1</v></c></row>'),
        behind="".join(f'<mergeCell ref="C{number}:C1048576"/>' for number in range(2, 20_000)),
    ),
    "few-rows": lambda: _book(_rows(59_000, '<row r="#"><c r="A#"><v>#</v></c></row>')),
    "hidden-columns": lambda: _book("", before='<col min="1" max="16384" hidden="1"/>' * 100_000),
    "attributes": lambda: _book("<row " + " ".join(f'a{number}="1"' for number in range(300_000)) + "/>"),
    "long-attribute": lambda: _book(f'<row a="{" r= " * 1_000_000}"/>'),
    "long-text": lambda: _book(f"<row r=\"2\"><c r=\"A2\" t=\"str\"><v>{'甲' * 1_300_000}</v></c></row>"),
    "texts": lambda: _book("", strings="<si><t/></si>" * 300_000),
    "relations": lambda: archive(("_rels/.rels", f"<a>{'<Relationship/>' * 270_000}</a>")),
    "lines": lambda: _book("\n" * 4_000_000),
}  # fmt: skip
"""By what is in them."""
