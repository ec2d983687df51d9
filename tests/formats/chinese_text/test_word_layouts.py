"""Word files that are laid out: headings, tables of questions, text boxes, and numbers of several levels."""

from __future__ import annotations

from quizapp.formats.chinese_text import read
from quizapp.formats.source_format import SourceReading
from tests.formats.chinese_text.word_files import abstract, lines, numbered, paragraph, run, table, word_file


def _read(*blocks: str, styles: str = "", numbering: str = "") -> SourceReading:
    return read(word_file(*blocks, styles=styles, numbering=numbering), "试题.docx", "")


_HEADING = (
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="3"><w:basedOn w:val="2"/></w:style>'
)


def test_a_heading_of_word_closes_the_question_above_it() -> None:
    found = _read(
        lines("1. 请示应当一文一事。（  ）\n答案：√"),
        paragraph("接待工作", style="3"),
        lines("1. 报告可以夹带请示。（  ）\n答案：×"),
        styles=_HEADING,
    )
    assert [question.fields["key"] for question in found.questions] == ["对", "错"]
    assert not any(question.doubts for question in found.questions)
    assert [each.fate for each in found.lines] == ["question", "question", "heading", "question", "question"]


def test_a_paragraph_in_the_outline_is_a_heading_too() -> None:
    outlined = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>接待工作</w:t></w:r></w:p>'
    found = _read(lines("1. 收文要登记。（√）"), outlined, lines("2. 密件可以拍照。（×）"))
    assert [each.fate for each in found.lines] == ["question", "heading", "question"]


def test_a_stem_in_the_style_of_a_heading_is_a_stem() -> None:
    found = _read(
        paragraph("1. 收文先做什么？", style="2"), lines("A. 登记\nB. 传阅\n答案：A"),
        paragraph("2. 发文先做什么？", style="2"), lines("A. 登记\nB. 核稿\n答案：B"),
        styles=_HEADING,
    )  # fmt: skip
    assert [question.fields["key"] for question in found.questions] == ["A", "B"]


def test_a_table_may_have_a_question_in_each_row() -> None:
    found = _read(
        table(
            ("题号", "题型", "题目", "选项A", "选项B", "选项C", "答案", "解析"),
            ("1", "单选题", "收文先做什么？", "登记", "传阅", "归档", "A", "先登记后传阅。"),
            ("2", "多选题", "会前核对什么？", "席卡", "话筒", "天气", "AB", ""),
            ("3", "判断题", "密件可以拍照。", "", "", "", "错误", ""),
        )
    )
    assert [question.fields["type"] for question in found.questions] == [
        "single_choice",
        "multiple_choice",
        "true_false",
    ]
    assert [question.fields["key"] for question in found.questions] == ["A", "AB", "错"]
    assert found.questions[0].fields["options"] == {"A": "登记", "B": "传阅", "C": "归档"}
    assert found.questions[0].fields["rationale"] == "先登记后传阅。"
    assert not any(question.doubts for question in found.questions)
    assert found.line_counts.heading == 1
    assert found.line_counts.unread == 0


def test_the_options_of_a_row_may_stand_in_one_cell() -> None:
    (question,) = _read(
        table(("题干", "选项", "正确答案"), ("收文先做什么？", "A. 登记 B. 传阅 C. 归档", "A"))
    ).questions
    assert question.fields["options"] == {"A": "登记", "B": "传阅", "C": "归档"}
    assert question.fields["key"] == "A"


def test_a_picture_in_a_row_is_named() -> None:
    heads = "".join(f"<w:tc>{paragraph(head)}</w:tc>" for head in ("题目", "答案"))
    row = (
        "<w:tr><w:tc><w:p><w:r><w:t>图中有几个人？</w:t></w:r><w:r><w:drawing/></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>三个</w:t></w:r></w:p></w:tc></w:tr>"
    )
    (question,) = _read(f"<w:tbl><w:tr>{heads}</w:tr>{row}</w:tbl>").questions
    assert "import-picture" in [doubt.code for doubt in question.doubts]


def test_a_text_box_with_a_question_in_it_is_read() -> None:
    inner = "".join(paragraph(text) for text in ("1. 收文先做什么？", "A. 登记", "B. 传阅", "答案：A"))
    box = f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"
    found = _read(paragraph(run("办公室业务测验"), box), lines("2. 发文先做什么？\nA. 登记\nB. 核稿\n答案：B"))
    assert [question.fields["key"] for question in found.questions] == ["A", "B"]
    assert [remark.reason.code for remark in found.remarks] == ["import-heading"]


def test_numbers_of_several_levels_are_read() -> None:
    numbering = abstract(1, ("decimal", "%1"), ("decimal", "%1.%2"), ("upperLetter", "%3.")) + numbered(2, 1)
    blocks = [paragraph("办文", list="2", level=0)]
    for stem in ("收文先做什么？", "发文先做什么？", "归档先做什么？"):
        blocks.append(paragraph(stem, list="2", level=1))
        blocks += [paragraph(text, list="2", level=2) for text in ("登记", "传阅", "核稿")]
        blocks.append(paragraph("答案：A"))
    found = _read(*blocks, numbering=numbering)
    assert [question.fields.get("stem") for question in found.questions] == [
        "收文先做什么？",
        "发文先做什么？",
        "归档先做什么？",
    ]
    assert [question.fields["key"] for question in found.questions] == ["A"] * 3
    assert not any(question.doubts for question in found.questions)
