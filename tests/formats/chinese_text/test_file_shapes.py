"""Whole files in the ways that people write them, each learnt from the file itself."""

from __future__ import annotations

import pytest

from quizapp.formats.chinese_text import read, read_aided
from quizapp.formats.source_format import ReadingAid, SourceReading
from quizapp.reading.exchange.source_question import LineCounts
from tests.formats.chinese_text.text_reading import reading

_ASKED = ("收文先做什么", "发文前做什么", "办会先做什么", "督查看什么")
_OPTIONS = "A. 登记\nB. 核稿\nC. 定场地\nD. 看落实\n"
_KEYS = "ABCD"


def _choices(number: str, key: str = "答案：{}\n", options: str = _OPTIONS) -> str:
    """Return four choices whose numbers are written in one way; `№` stands for each number."""
    parts = [
        number.replace("№", str(place)) + f"{stem}（  ）。\n" + options + key.format(letter)
        for place, (stem, letter) in enumerate(zip(_ASKED, _KEYS, strict=True), 1)
    ]
    return "".join(parts)


def _check(found: SourceReading) -> None:
    assert [question.doubts for question in found.questions] == [()] * 4
    assert [question.fields["stem"] for question in found.questions] == [f"{stem}（  ）。" for stem in _ASKED]
    assert [question.fields["key"] for question in found.questions] == list(_KEYS)
    assert all(question.fields["type"] == "single_choice" for question in found.questions)
    assert all(question.fields["options"] == _CHOSEN for question in found.questions)
    assert found.line_counts.unread == 0


_CHOSEN = {"A": "登记", "B": "核稿", "C": "定场地", "D": "看落实"}


@pytest.mark.parametrize(
    "number",
    [
        "№. ", "№、", "（№）", "第№题 ", "题目№：", "题目 № ", "试题№、", "Q№.", "Q№ ", "№\t", "№ ", "№：",
        "№，", "[№]", "【№】", "【第№题】", "**№. ", "1.№. ", "题目：", "【题目】", "[单选]", "【单选题】", "",
    ],
)  # fmt: skip
def test_numbers_are_read_in_every_writing(number: str) -> None:
    _check(reading(_choices(number).replace("**", ""), "试题.txt"))


def test_circled_numbers_are_read() -> None:
    text = _choices("№")
    for digit, sign in zip("1234", "①②③④", strict=True):
        text = text.replace(f"{digit}{_ASKED[int(digit) - 1]}", f"{sign}{_ASKED[int(digit) - 1]}")
    _check(reading(text))


@pytest.mark.parametrize("number", ["**№. ", "### 第 № 题 [单选题]\n\n**题目**：", "**Q№.** ", "> №. ", "#### №、"])
def test_numbers_are_read_in_markdown(number: str) -> None:
    options = "\n**选项**：\n\n- A. 登记\n- **B**. 核稿\n- C. 定场地\n- D. 看落实\n\n"
    text = _choices(number, "**答案**：{}\n\n---\n", options)
    if number.startswith("**№"):
        text = text.replace("（  ）。", "（  ）。**")
    _check(reading(text, "试题.md"))


@pytest.mark.parametrize(
    "options",
    [
        "A、登记\tB、核稿\tC、定场地\tD、看落实\n",
        "A. 登记  B. 核稿\nC. 定场地  D. 看落实\n",
        "&A. 登记\n&B. 核稿\n&C. 定场地\n&D. 看落实\n",
        "□ A. 登记\n□ B. 核稿\n□ C. 定场地\n□ D. 看落实\n",
        "A 登记\nB 核稿\nC 定场地\nD 看落实\n",
        "A登记\nB核稿\nC定场地\nD看落实\n",
        "【A】登记\n【B】核稿\n【C】定场地\n【D】看落实\n",
        "[A] 登记\n[B] 核稿\n[C] 定场地\n[D] 看落实\n",
        "A，登记\nB，核稿\nC，定场地\nD，看落实\n",
    ],
)
def test_options_are_read_in_every_writing(options: str) -> None:
    _check(reading(_choices("№. ", options=options)))


@pytest.mark.parametrize(
    "key",
    [
        "答案是：{}\n",
        "正确选项：{}\n",
        "我的答案：正确答案：{}\n",
        "正确答案为 {}\n",
        "答案选{}\n",
        "【参考答案】{}\n【点评】见讲义。\n",
        "{}\n",
        "答案：{}。因为讲义这样说。\n",
        "答案：{} — 见讲义\n",
    ],
)
def test_keys_are_read_in_every_writing(key: str) -> None:
    _check(reading(_choices("№. ", key)))


def test_a_key_behind_the_stem_is_read() -> None:
    text = _choices("№. ", "")
    for stem, letter in zip(_ASKED, _KEYS, strict=True):
        text = text.replace(f"{stem}（  ）。", f"{stem}（  ）。 {letter}")
    _check(reading(text))


def test_an_option_with_a_tick_is_the_key() -> None:
    parts = [
        f"{place}. {stem}（  ）。\n" + _OPTIONS.replace(_CHOSEN[key], f"{_CHOSEN[key]} √")
        for place, (stem, key) in enumerate(zip(_ASKED, _KEYS, strict=True), 1)
    ]
    _check(reading("".join(parts)))


def test_words_for_letters_are_options() -> None:
    text = "".join(f"{place}. {stem}。\ntrue. 正确\nfalse. 错误\n答案：{key}\n" for place, (stem, key) in enumerate(
        zip(_ASKED, ("true", "false", "✔", "错误"), strict=True), 1))  # fmt: skip
    found = reading(text)
    assert [question.fields["key"] for question in found.questions] == ["对", "错", "对", "错"]
    assert [question.fields["stem"] for question in found.questions] == [f"{stem}。" for stem in _ASKED]
    assert not any(question.doubts for question in found.questions)


def test_pairs_without_numbers_are_read() -> None:
    text = "".join(f"题目：{stem}要登记。^*^答案：{key}\n" for stem, key in zip(_ASKED, "对错对错", strict=True))
    found = reading(text)
    assert [question.fields["key"] for question in found.questions] == ["对", "错", "对", "错"]
    assert found.questions[0].fields["stem"] == "收文先做什么要登记。"
    assert not any(question.doubts for question in found.questions)


def test_brackets_for_the_answer_may_stand_before_the_number() -> None:
    text = "一、判断题\n" + "".join(f"（   ）{place}. {stem}要登记。\n" for place, stem in enumerate(_ASKED, 1))
    found = reading(text + "判断题参考答案（1-4）：\n1-4）（√）（×）（√）（×）")
    assert [question.fields["key"] for question in found.questions] == ["对", "错", "对", "错"]
    assert found.questions[0].fields["stem"] == "收文先做什么要登记。"
    assert not any(question.doubts for question in found.questions)


def test_numbers_of_another_writing_are_points_of_what_is_open() -> None:
    text = "简答题\n" + "".join(
        f"题目{place}：简述{stem}。\n答案：\n1. 先看来文。\n2. 再定先后。\n3. 后报领导。\n"
        for place, stem in enumerate(_ASKED, 1)
    )
    found = reading(text)
    assert [question.fields["stem"] for question in found.questions] == [f"简述{stem}。" for stem in _ASKED]
    assert {question.fields["model_answer"] for question in found.questions} == {
        "1. 先看来文。\n2. 再定先后。\n3. 后报领导。"
    }
    assert not any(question.doubts for question in found.questions)


def test_circled_points_of_stems_are_no_questions() -> None:
    text = _choices("№. ").replace("（  ）。\n", "（  ）。\n①先看来文\n②再定先后\n③后报领导\n")
    found = reading(text)
    assert [question.fields["key"] for question in found.questions] == list(_KEYS)
    assert "③后报领导" in str(found.questions[3].fields["stem"])


def test_a_file_may_change_its_writing_half_way() -> None:
    found = reading(_choices("№. ") + "二、多选题\n" + _choices("题目№："))
    assert [question.fields["key"] for question in found.questions] == list(_KEYS * 2)
    assert not any(question.doubts for question in found.questions)


@pytest.mark.parametrize(
    "heading", ["第二讲 办会", "第三章", "模块一 办文", "第2节　督查", "第二单元：接待", "专题三 值班"]
)
def test_a_chapter_closes_the_question_above_it(heading: str) -> None:
    text = f"1. 请示应当一文一事。（  ）\n答案：√\n\n{heading}\n1. 报告可以夹带请示。（  ）\n答案：×"
    found = reading(text)
    assert [question.fields["key"] for question in found.questions] == ["对", "错"]
    assert [question.fields["type"] for question in found.questions] == ["true_false"] * 2
    assert not any(question.doubts for question in found.questions)
    assert (found.lines[2].fate, found.lines[2].text) == ("heading", heading)


def test_a_truth_with_a_line_below_it_is_no_text_to_fill_in() -> None:
    first, second = reading(
        "1. 请示应当一文一事。（  ）\n答案：√\n办会\n2. 报告可以夹带请示。（  ）\n答案：×"
    ).questions
    assert (first.fields["type"], first.fields["key"]) == ("true_false", "对")
    assert [doubt.code for doubt in first.doubts] == ["import-leftover"]
    assert second.doubts == ()


def _pages(line: str) -> str:
    """Return twelve questions with a line between two pages now and then, at different places."""
    lines = []
    for place in range(1, 13):
        asked = [f"{place}. 第{place}件事先做什么（  ）。", "A. 登记", "B. 核稿", "C. 定场地", "D. 看落实", "答案：A"]
        if place % 3 == 0:
            asked.insert(place // 3, line.replace("#", str(place // 3)))
        lines += asked
    return "\n".join(lines)


@pytest.mark.parametrize(
    "line", ["办公室业务题库（内部资料）", "第 # 页 共 4 页", "#", "题库 第#页", "办公室 · # · 内部"]
)
def test_lines_of_pages_are_noise_and_told(line: str) -> None:
    found = reading(_pages(line))
    assert [question.doubts for question in found.questions] == [()] * 12
    assert found.questions[2].fields["options"] == _CHOSEN
    assert found.line_counts == LineCounts(question=72, noise=4)
    told = [remark.reason for remark in found.remarks if remark.reason.code in ("import-page-line", "import-noise")]
    assert told != []
    assert line.replace("#", "1") in [reason.values["text"] for reason in told]


def test_a_line_that_every_stem_has_is_no_noise() -> None:
    text = _choices("№. ").replace("（  ）。\n", "（  ）。\n请选最合适的一项。\n")
    assert all("请选最合适的一项。" in str(question.fields["stem"]) for question in reading(text).questions)


def test_somebody_who_knows_says_which_lines_are_noise_and_which_are_not() -> None:
    data = _pages("办公室业务题库（内部资料）").encode()
    kept = read_aided(data, "试题.txt", "", ReadingAid(kept=frozenset({"办公室业务题库（内部资料）"})))
    assert kept.line_counts.noise == 0
    once = _choices("№. ").replace("答案：B\n", "答案：B\n见内网\n").encode()
    assert "import-leftover" in [doubt.code for each in read(once, "试题.txt", "").questions for doubt in each.doubts]
    told = read_aided(once, "试题.txt", "", ReadingAid(noise=frozenset({"见内网"})))
    _check(told)
    assert told.line_counts.noise == 1


def test_somebody_who_knows_says_how_questions_are_numbered() -> None:
    text = "1：收文要登记。\n2：发文要核稿。"
    assert reading(text).line_counts.unread == 2
    found = read_aided(text.encode(), "试题.txt", "", ReadingAid(number="1："))
    assert [question.fields["stem"] for question in found.questions] == ["收文要登记。", "发文要核稿。"]


def test_keys_may_stand_in_another_file() -> None:
    keys = "参考答案\n一、单选题\n1-2 AB\n3. C\n4. D\n评阅须知".encode()
    found = read_aided(_choices("№. ", "").encode(), "试题.txt", "", ReadingAid(keys=(keys, "答案.txt")))
    _check(found._replace(lines=tuple(each for each in found.lines if not each.sheet)))
    assert [(each.line, each.text, each.sheet) for each in found.unread] == [(6, "评阅须知", "答案.txt")]
    told = [(remark.sheet, remark.line, remark.reason.code) for remark in found.remarks if remark.sheet]
    assert ("答案.txt", 6, "import-key-unread") in told


@pytest.mark.parametrize(
    ("text", "code", "number"),
    [
        (_choices("题目№："), "import-shape-below", "题目1："),
        (_choices("№、", "") + "参考答案\n1-4 ABCD", "import-shape-end", "1、"),
        ("判断题\n1. 收文要登记（√）。\n2. 密件可以拍照（×）。", "import-shape-stem", "1."),
        ("1. 简述办会。\n2. 简述督查。", "import-shape-none", "1."),
    ],
)
def test_the_shape_of_a_file_is_told(text: str, code: str, number: str) -> None:
    shape = reading(text).shape
    assert shape is not None
    assert (shape.code, shape.values["number"]) == (code, number)


def test_a_wrapped_word_for_a_type_is_no_section() -> None:
    text = "".join(
        f"{place}. 下列关于{stem}的\n判断\n正确的是（  ）。\n{_OPTIONS}答案：{key}\n"
        for place, (stem, key) in enumerate(zip(_ASKED, _KEYS, strict=True), 1)
    )
    found = reading(text)
    assert {question.fields["type"] for question in found.questions} == {"single_choice"}
    assert [question.fields["key"] for question in found.questions] == list(_KEYS)


def test_one_key_may_be_written_as_a_range() -> None:
    found = reading(_choices("№. ", "") + "参考答案\n1-1 A\n2-2 B\n3-3 C\n4-4 D")
    _check(found)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[判断][√]收文要登记。\n", "[判断][×]密件可以拍照。\n"),
        ("1. 收文要登记。√\n", "2. 密件可以拍照。×\n"),
        ("1. 收文要登记。（  ） 正确\n", "2. 密件可以拍照。（  ） 错误\n"),
        ("（√）1. 收文要登记。\n", "（×）2. 密件可以拍照。\n"),
        ("1. 收文要登记。\n答案：（√）\n", "2. 密件可以拍照。\n答案：（×）\n"),
        ("1. 收文要登记。\n答案：正确。有登记才查得到。\n", "2. 密件可以拍照。\n答案：错误，密件不拍照。\n"),
        ("判断1. 收文要登记。\n答案：√\n", "判断2. 密件可以拍照。\n答案：×\n"),
        ("1. 收文要登记。\nANSWER: T\n", "2. 密件可以拍照。\nANSWER: F\n"),
    ],
)
def test_truths_are_read_wherever_they_stand(first: str, second: str) -> None:
    found = reading((first + second) * 2)
    assert [question.fields["key"] for question in found.questions] == ["对", "错"] * 2
    assert [str(question.fields["stem"])[:5] for question in found.questions] == ["收文要登记", "密件可以拍"] * 2
    assert not any(question.doubts for question in found.questions)


def test_a_key_in_a_box_before_the_stem_is_read() -> None:
    text = _choices("[单选]", "")
    for stem, letter in zip(_ASKED, _KEYS, strict=True):
        text = text.replace(stem, f"[{letter}]{stem}")
    _check(reading(text))


@pytest.mark.parametrize(
    "one",
    [
        "№【单选题】{}（  ）。\nA. 登记\nB. 核稿\nC. 定场地\nD. 看落实\n我的答案：A\n正确答案：{}\n",
        "№\n{}（  ）。\nA. 登记\nB. 核稿\nC. 定场地\nD. 看落实\n答案：{}\n",
        "№.{}（  ）。A.登记 B.核稿 C.定场地 D.看落实 答案：{}\n",
        "№. {}（  ）。\nA. 登记\nB. 核稿\nC. 定场地\nD. 看落实\n（答案：{}）\n",
        "№. {}（  ）。\nA. 登记\nB. 核稿\nC. 定场地\nD. 看落实答案：{}\n",
        "单选№. {}（  ）。\nA. 登记\nB. 核稿\nC. 定场地\nD. 看落实\n答案：【{}】\n",
    ],
)
def test_pastes_of_platforms_and_one_line_questions_are_read(one: str) -> None:
    asked = zip(_ASKED, _KEYS, strict=True)
    found = reading("".join(one.replace("№", str(place)).format(*each) for place, each in enumerate(asked, 1)))
    _check(found)


def test_keys_above_their_questions_are_doubted() -> None:
    text = _choices("№. ", "")
    for place, key in enumerate(_KEYS, 1):
        text = text.replace(f"{place}. {_ASKED[place - 1]}", f"答案：{key}\n{place}. {_ASKED[place - 1]}")
    assert all("import-key-above" in [doubt.code for doubt in question.doubts] for question in reading(text).questions)


def test_points_in_brackets_number_no_questions_beside_others() -> None:
    text = "".join(f"{place}. 简述{stem}。\n（1）会前\n（2）会中\n（3）会后\n" for place, stem in enumerate(_ASKED, 1))
    found = reading(text)
    assert [question.fields["stem"] for question in found.questions] == [f"简述{stem}。" for stem in _ASKED]
    assert all(question.doubts for question in found.questions)
