"""试题 in Word files: numbers as they are seen, blanks, answers that are only shown, and what is no text."""

from __future__ import annotations

import pytest

from quizapp.domain.errors import Refused
from quizapp.formats.chinese_text import read
from quizapp.formats.source_format import SourceReading
from tests.formats.chinese_text.text_reading import told
from tests.formats.chinese_text.word_files import abstract, lines, numbered, paragraph, run, table, word_file

_LISTS = (
    abstract(0, ("chineseCounting", "%1、"))
    + abstract(1, ("decimal", "%1．"), ("upperLetter", "%2."))
    + numbered(1, 0)
    + numbered(2, 1)
    + numbered(3, 1, start=1)
)
_RED, _BOLD, _UNDERLINE = '<w:color w:val="FF0000"/>', "<w:b/>", '<w:u w:val="single"/>'


def _read(*blocks: str, styles: str = "", numbering: str = "", others: dict[str, str] | None = None) -> SourceReading:
    return read(word_file(*blocks, styles=styles, numbering=numbering, others=others), "试题.docx", "")


def test_typed_numbers_and_letters_are_read() -> None:
    found = _read(lines("一、单选题（每题2分）\n1. 收文先做什么？\nA. 登记\tB. 传阅\n答案：A"))
    (question,) = found.questions
    assert question.verdict == "imported"
    assert question.line == 2
    assert question.fields["options"] == {"A": "登记", "B": "传阅"}
    assert question.fields["marks"] == "2"


def test_automatic_numbers_and_letters_are_read_as_seen() -> None:
    blocks = [paragraph("单选题", list="1")]
    for stem in ("收文先做什么？", "发文后做什么？"):
        blocks += [paragraph(stem, list="2", level=0)]
        blocks += [paragraph(text, list="2", level=1) for text in ("登记", "归档", "传阅")]
        blocks += [paragraph("答案：B")]
    found = _read(*blocks, numbering=_LISTS)
    assert [question.verdict for question in found.questions] == ["imported", "imported"]
    assert found.questions[1].text.splitlines()[0] == "2． 发文后做什么？"
    assert found.questions[1].fields["options"] == {"A": "登记", "B": "归档", "C": "传阅"}
    assert found.questions[1].fields["type"] == "single_choice"


def test_numbers_come_through_styles_that_are_based_on_others() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Asked"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="AskedToo"><w:basedOn w:val="Asked"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Choice"><w:basedOn w:val="Asked"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    blocks = [
        paragraph("收文先做什么？", style="AskedToo"),
        paragraph("登记", style="Choice"),
        paragraph("传阅", style="Choice"),
        paragraph("答案：A"),
    ]
    (question,) = _read(*blocks, styles=styles, numbering=_LISTS).questions
    assert question.verdict == "imported"
    assert question.fields["options"] == {"A": "登记", "B": "传阅"}


def test_a_style_named_by_a_level_has_that_level() -> None:
    level = '<w:lvl w:ilvl="{0}"><w:numFmt w:val="{1}"/><w:pStyle w:val="{2}"/><w:lvlText w:val="%{3}."/></w:lvl>'
    made = level.format(0, "decimal", "Asked", 1) + level.format(1, "upperLetter", "Choice", 2)
    numbering = f'<w:abstractNum w:abstractNumId="5">{made}</w:abstractNum>' + numbered(7, 5)
    style = (
        '<w:style w:type="paragraph" w:styleId="{0}"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    )
    blocks = [
        paragraph("办文看什么？", style="Asked"),
        paragraph("准", style="Choice"),
        paragraph("快", style="Choice"),
    ]
    (question,) = _read(*blocks, styles=style.format("Asked") + style.format("Choice"), numbering=numbering).questions
    assert question.text.splitlines() == ["1. 办文看什么？", "A. 准", "B. 快"]


def test_a_list_with_a_start_of_its_own_begins_anew() -> None:
    blocks = [
        paragraph("判断题", list="1"),
        paragraph("收文要登记。（√）", list="2", level=0),
        paragraph("判断题", list="1"),
        paragraph("密件可以拍照。（×）", list="3", level=0),
    ]
    found = _read(*blocks, numbering=_LISTS)
    assert [question.text for question in found.questions] == ["1． 收文要登记。（√）", "1． 密件可以拍照。（×）"]
    assert [question.fields["key"] for question in found.questions] == ["对", "错"]


def test_underlined_blanks_are_blanks_to_fill() -> None:
    stem = paragraph(
        run("1. 办文要做到"),
        run("  ", _UNDERLINE),
        run("   ", _UNDERLINE),
        run("、及时和"),
        run("\t", _UNDERLINE),
        run("。"),
    )
    (question,) = _read(lines("填空题"), stem, lines("答案：准确；周密")).questions
    assert question.verdict == "imported"
    assert question.fields["stem"] == "办文要做到___、及时和___。"
    assert question.fields["key"] == ["准确", "周密"]


@pytest.mark.parametrize("look", [_RED, _BOLD, _UNDERLINE, '<w:highlight w:val="yellow"/>'])
def test_an_answer_that_is_only_shown_is_read_and_doubted(look: str) -> None:
    blocks = [
        paragraph("1. 收文先做什么？"),
        paragraph("A. 传阅"),
        paragraph(run("B. 登记", look)),
        paragraph("C. 归档"),
    ]
    (question,) = _read(*blocks).questions
    assert question.fields["key"] == "B"
    assert [doubt.code for doubt in question.doubts] == ["import-key-by-look"]


def test_options_that_all_stand_out_are_no_answer() -> None:
    blocks = [paragraph("1. 收文先做什么？"), paragraph(run("A. 传阅", _BOLD)), paragraph(run("B. 登记", _BOLD))]
    (question,) = _read(*blocks).questions
    assert "key" not in question.fields
    assert [doubt.code for doubt in question.doubts] == ["import-no-key"]


def test_an_underlined_answer_in_a_stem_to_fill_is_read_and_doubted() -> None:
    stem = paragraph(run("1. 办文要做到"), run(" 准确 ", _UNDERLINE), run("、及时。"))
    (question,) = _read(lines("填空题"), stem).questions
    assert question.fields["stem"] == "办文要做到___、及时。"
    assert question.fields["key"] == ["准确"]
    assert [doubt.code for doubt in question.doubts] == ["import-key-by-look"]


@pytest.mark.parametrize(
    "keys",
    [
        table(("题号", "1", "2"), ("答案", "B", "A")),
        table(("题号", "答案"), ("1", "B"), ("2", "A")),
        table(("题号", "答案", "题号", "答案"), ("1", "B", "2", "A")),
        lines("参考答案") + table(("题号", "1", "2"), ("答案", "B", "A")),
    ],
)
def test_a_table_of_keys_is_read_and_doubted(keys: str) -> None:
    found = _read(lines("1. 收文先做什么？\nA. 传阅 B. 登记\n2. 发文先做什么？\nA. 核稿 B. 归档"), keys)
    assert [question.fields["key"] for question in found.questions] == ["B", "A"]
    assert [[doubt.code for doubt in each.doubts] for each in found.questions] == [["import-key-in-table"]] * 2


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (paragraph("<w:r><w:drawing/></w:r>"), "import-picture"),
        (paragraph("如式", "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"), "import-formula"),
        (table(("月份", "件数"), ("一月", "12")), "import-table"),
    ],
)
def test_what_is_no_text_is_named_and_doubted(block: str, code: str) -> None:
    (question,) = _read(lines("1. 看图说数。"), block, lines("A. 甲 B. 乙\n答案：A")).questions
    assert [doubt.code for doubt in question.doubts] == [code]
    assert question.fields["options"] == {"A": "甲", "B": "乙"}


def test_options_in_a_table_are_read_and_doubted() -> None:
    (question,) = _read(
        lines("1. 收文先做什么？"), table(("A. 登记", "B. 传阅"), ("C. 归档", "")), lines("答案：A")
    ).questions
    assert question.fields["options"] == {"A": "登记", "B": "传阅", "C": "归档"}
    assert [doubt.code for doubt in question.doubts] == ["import-table"]


def test_deleted_and_hidden_text_is_left_out_and_inserted_text_kept() -> None:
    deleted = "<w:del><w:r><w:delText>不</w:delText></w:r></w:del>"
    stem = paragraph("1. 急件要", deleted, f"<w:ins>{run('先')}</w:ins>", run("不", "<w:vanish/>"), run("办。（√）"))
    (question,) = _read(lines("判断题"), stem).questions
    assert question.fields["stem"] == "急件要先办。（  ）"


def test_line_breaks_part_lines_and_links_are_read_through() -> None:
    text = paragraph(
        run("1. 收文先做什么？\nA. 登记\nB. 传阅"), f"<w:hyperlink>{run('室')}</w:hyperlink>", run("\n答案：A")
    )
    (question,) = _read(text).questions
    assert question.fields["options"] == {"A": "登记", "B": "传阅室"}


def test_text_boxes_and_notes_are_told() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('旁注一句')}</w:txbxContent></w:pict></w:r>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = '<w:footnotes {W}><w:footnote w:id="2">' + paragraph("见讲义") + "</w:footnote></w:footnotes>"
    stem = paragraph(run("1. 简述办会流程。"), box, note)
    found = _read(stem, others={"word/footnotes.xml": notes})
    assert told(found) == [(1, "import-text-box"), (1, "import-footnote")]
    assert [remark.reason.values["text"] for remark in found.remarks] == ["旁注一句", "见讲义"]
    assert found.questions[0].verdict == "imported"


def test_what_is_there_twice_for_old_programs_is_read_once() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('旁注一句')}</w:txbxContent></w:pict></w:r>"
    inner = box.removeprefix("<w:r>").removesuffix("</w:r>")
    twice = "<mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>"
    found = _read(paragraph(run("1. 简述办会"), f"<w:r>{twice.format(inner)}</w:r>", twice.format(run("流程。"))))
    assert told(found) == [(1, "import-text-box")]
    assert found.questions[0].fields["stem"] == "简述办会流程。"


def test_an_archive_without_a_document_is_refused() -> None:
    import io
    import zipfile

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("notes.txt", "1. 甲")
    with pytest.raises(Refused) as refused:
        read(file.getvalue(), "试题.docx", "")
    assert refused.value.code == "import-not-word"


def test_a_text_named_docx_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read("1. 甲".encode(), "试题.docx", "")
    assert refused.value.code.startswith("archive-")
