"""A printed .docx, read back."""

from __future__ import annotations

import importlib.util
import io
from dataclasses import replace

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm

from quizapp.domain.errors import Refused
from quizapp.language import Language
from quizapp.prints import PRINTS
from tests.samples.printed_paper import HOSTILE, PAPER, printed


def read_back(*letters: str, with_key: bool = False, **changes: object) -> WordDocument:
    data = PRINTS["docx"].write(printed(*letters, with_key=with_key, **changes), Language())
    return Document(io.BytesIO(data))


def texts(document: WordDocument) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_it_is_a4_and_counts_its_pages() -> None:
    (section,) = read_back().sections
    # Word counts in twentieths of a point.
    sides = (section.page_width or 0, section.page_height or 0)
    assert [round(side / Mm(1), 1) for side in sides] == [210, 297]
    foot = section.footer.paragraphs[0]._p
    assert [field.get(qn("w:instr")) for field in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_every_form_and_every_key_is_a_part_that_begins_with_page_one() -> None:
    document = read_back("A", "B", with_key=True, forms=2)
    feet = [section.footer.paragraphs[0].text for section in document.sections]
    assert [foot.split("　")[0] for foot in feet] == ["A 卷", "B 卷", "参考答案与解析", "参考答案与解析"]
    starts = [section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for section in document.sections]
    assert starts == ["1"] * 4


def test_chinese_has_its_own_fonts() -> None:
    styles = read_back().styles
    fonts = [styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) for name in ("Normal", "Title", "Heading 2")]
    assert fonts == ["宋体", "黑体", "黑体"]


def test_a_question_stays_on_one_page_and_its_options_stand_at_tabs() -> None:
    document = read_back()
    stem = next(place for place, text in enumerate(texts(document)) if "第1道单选题" in text)
    asking, options = document.paragraphs[stem], document.paragraphs[stem + 1]
    assert asking.paragraph_format.keep_with_next
    assert asking.paragraph_format.keep_together
    assert options.text.count("\t") == 3
    assert len(options.paragraph_format.tab_stops) == 3
    assert not options.paragraph_format.keep_with_next


def test_hostile_text_stands_there_as_it_was_written_and_nobody_is_named() -> None:
    document = read_back()
    assert any(HOSTILE in text for text in texts(document))
    assert (document.core_properties.author, document.core_properties.comments) == ("", "")


def test_what_xml_cannot_say_leaves_a_sign() -> None:
    document = read_back(title="题\ufffe\x00目\uffff", sections=(replace(PAPER.sections[0], title="一\x0b、题"),))
    assert "题\ufffd\ufffd目\ufffd" in texts(document)
    assert any(text.startswith("一\ufffd、题") for text in texts(document))


def test_the_answer_sheet_has_a_box_for_every_letter_and_lines_for_a_text() -> None:
    tables = read_back().tables
    scores, singles, *others = tables
    assert [cell.text for cell in singles.rows[0].cells] == [str(number) for number in range(1, 10)]
    assert scores.rows[0].cells[-1].text == "总分"
    assert [len(table.rows) for table in others if len(table.columns) == 1 and len(table.rows) > 2] == [10, 6]


def test_where_python_docx_is_missing_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr("quizapp.documents.writers.find_spec", lambda name: None if name == "docx" else real(name))
    with pytest.raises(Refused) as caught:
        PRINTS["docx"].check()
    assert "quizapp[word]" in Language().error(caught.value)
