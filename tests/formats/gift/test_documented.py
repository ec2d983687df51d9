"""Every construct of GIFT's documentation, in samples of our own."""

from __future__ import annotations

import pytest

from tests.formats.gift.gift_reading import doubts, fields, only, reading, remarks


def test_one_right_answer_of_several_is_a_single_choice() -> None:
    assert fields("办公室的门朝哪边开？{~东 =南 ~西}") == {
        "type": "single_choice",
        "stem": "办公室的门朝哪边开？",
        "options": ["东", "南", "西"],
        "key": "B",
    }


def test_answers_may_stand_on_lines_of_their_own_with_blanks_before_them() -> None:
    text = "门朝哪边开？ {\n\t~ 东\n    = 南\r\n\t~西\n}"
    assert fields(text)["options"] == ["东", "南", "西"]


def test_answers_amid_the_text_stand_for_the_missing_word() -> None:
    assert fields("门朝{~东 =南}开。")["stem"] == "门朝___开。"
    assert fields("门朝{=南}开。") == {"type": "fill_blank", "stem": "门朝___开。", "key": ["南"]}
    assert fields("今年是 {T} 闰年。")["stem"] == "今年是 ___ 闰年。"


def test_answers_before_the_closing_sign_leave_a_blank_too() -> None:
    assert fields("门朝哪边开{=南}？")["stem"] == "门朝哪边开___？"


def test_texts_to_type_are_the_alternatives_of_a_blank() -> None:
    assert fields("二加二等于几？{=四 =4 =肆}") == {
        "type": "fill_blank",
        "stem": "二加二等于几？___",
        "key": [["四", "4", "肆"]],
    }


def test_a_blank_that_is_there_already_is_not_written_twice() -> None:
    assert fields("二加二等于____。{=四}")["stem"] == "二加二等于____。"


@pytest.mark.parametrize(("written", "key"), [("T", "对"), ("TRUE", "对"), ("F", "错"), ("FALSE", "错")])
def test_truths_are_judged(written: str, key: str) -> None:
    assert fields(f"太阳从东边出来。{{ {written} }}") == {
        "type": "true_false",
        "stem": "太阳从东边出来。",
        "key": key,
    }


def test_what_a_truth_says_when_wrong_and_when_right_goes_to_its_rationale_and_is_told() -> None:
    text = "太阳从西边出来。{F#不对，再想想#对了####看东边。}"
    assert fields(text)["rationale"] == "看东边。\n不对，再想想\n对了"
    assert remarks(text) == [(1, "import-gift-feedback")]


def test_pairs_are_matched_and_a_right_side_alone_is_a_distractor() -> None:
    assert fields("配一配。{\n=猫 -> 鱼\n=狗->骨头\n=兔 -> 草\n= -> 石头\n}") == {
        "type": "matching",
        "stem": "配一配。",
        "pairs": {"猫": "鱼", "狗": "骨头", "兔": "草"},
        "distractors": ["石头"],
    }


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("#1949", {"key": "1949"}),
        ("#3.14:0.005", {"key": "3.14", "tolerance": "0.005"}),
        ("# 3.14 : 0.005", {"key": "3.14", "tolerance": "0.005"}),
        ("#3.141..3.142", {"key": "3.1415", "tolerance": "0.0005"}),
        ("#-5..5", {"key": "0", "tolerance": "5"}),
        ("#=12.5:0.1", {"key": "12.5", "tolerance": "0.1"}),
        ("#=%100%12.5:0.1#好", {"key": "12.5", "tolerance": "0.1", "rationale": "好"}),
        ("#1.5e3:2E1", {"key": "1500", "tolerance": "20"}),
        ("#7#对了####七天。", {"key": "7", "rationale": "七天。\n对了"}),
        ("#\n=7:0#对了\n~#不是七\n", {"key": "7", "rationale": "不是七\n对了"}),
    ],
)
def test_numbers_have_what_they_may_be_off_or_a_range(written: str, wanted: dict[str, str]) -> None:
    assert fields(f"是多少？{{{written}}}") == {"type": "numeric", "stem": "是多少？", **wanted}


def test_several_numbers_are_doubted_and_the_first_whole_one_is_taken() -> None:
    question = only("哪年？{#\n\t=1949:0\n\t=%50%1949:2\n}")
    assert (question.fields["key"], doubts("哪年？{#=1949:0 =%50%1949:2}")) == ("1949", ["import-gift-weights"])
    assert doubts("哪年？{#=1949 =1950}") == ["import-gift-several-numbers"]


def test_empty_braces_are_an_essay() -> None:
    assert fields("谈谈体会。{}") == {"type": "essay", "stem": "谈谈体会。"}
    assert fields("谈谈体会。{####三点。}") == {"type": "essay", "stem": "谈谈体会。", "rationale": "三点。"}


def test_a_text_without_braces_is_a_description_and_refused_as_no_question() -> None:
    first, second = reading("下面是说明。\n\n太阳。{T}").questions
    assert (first.verdict, first.refusal and first.refusal.code) == ("refused", "import-gift-description")
    assert (second.line, second.verdict) == (3, "imported")


def test_feedback_of_answers_is_kept_by_their_letters() -> None:
    text = "门？{=南 # 对了 ~北#\n错了\n~西}"
    assert fields(text)["feedback"] == {"A": "对了", "B": "错了"}


def test_general_feedback_is_the_rationale() -> None:
    assert fields("门？{=南#好 ~北 ####坐北朝南。}")["rationale"] == "坐北朝南。"


def test_weights_that_are_a_scheme_are_that_scheme() -> None:
    wrong_ruins = "哪些？{~%50%甲 ~%50%乙 ~%-100%丙}"
    wrong_costs = "哪些？{~%33.333%甲 ~%33.333%乙 ~%33.333%丙 ~%-33.333%丁}"
    assert fields(wrong_ruins) == {
        "type": "multiple_choice",
        "stem": "哪些？",
        "options": ["甲", "乙", "丙"],
        "key": "AB",
        "marking": "partial",
    }
    assert (fields(wrong_costs)["key"], fields(wrong_costs)["marking"]) == ("ABC", "right_minus_wrong")


@pytest.mark.parametrize(
    ("answers", "kind", "scores"),
    [
        ("~%50%甲 ~%50%乙 ~丙", "multiple_choice", ["1", "1", "0"]),
        ("~%50%甲 ~%50%乙 ~%-25%丙", "multiple_choice", ["1", "1", "-0.5"]),
        ("~%66.66667%甲 ~%33.33333%乙 ~%-33.33333%丙", "multiple_choice", ["1", "0.5", "-0.5"]),
        ("~%75%甲 ~%25%乙 ~丙", "multiple_choice", ["1", "1/3", "0"]),
        ("=甲 ~%50%乙 ~丙", "single_choice", ["1", "0.5", "0"]),
        ("~%33.33333%甲 =乙 ~%100%丙", "single_choice", ["1/3", "1", "1"]),
        ("=甲 ~%-20%乙", "single_choice", ["1", "-0.2"]),
        ("=甲 ~%43.21%乙", "single_choice", ["1", "0.4321"]),
    ],
)
def test_weights_that_are_no_scheme_are_the_options_scores(answers: str, kind: str, scores: list[str]) -> None:
    question = fields(f"哪些？{{{answers}}}")
    assert (question["type"], question["option_scores"]) == (kind, dict(zip("ABC", scores, strict=False)))
    assert "marking" not in question


@pytest.mark.parametrize(
    "answers",
    ["~%60%甲 ~%40%乙 ~%-100%丙", "~%30%甲 ~%30%乙 ~丙", "=甲 ~%-120%乙", "~%100%甲 ~%-50%乙"],
)
def test_weights_that_no_scores_could_be_are_doubted_and_named(answers: str) -> None:
    (doubt,) = only(f"哪些？{{{answers}}}").doubts
    assert doubt.code == "import-gift-weights"
    assert "%" in str(doubt.values["weights"])


def test_partial_credit_for_a_text_is_doubted_and_not_taken_for_right() -> None:
    question = only("首都？{=北京 =%50%北平 =%0%*#不对}")
    assert (question.fields["key"], [each.code for each in question.doubts]) == (["北京"], ["import-gift-weights"])
    assert question.fields["rationale"] == "不对"


def test_a_text_for_whatever_else_is_typed_is_no_weight() -> None:
    assert fields("首都？{=%100%北京#对 =%0%*#不对}")["key"] == ["北京"]


def test_comments_are_no_part_of_a_question() -> None:
    text = "// 第一章\n门？{\n  // 这一行也是\n  =南\n  ~北 // 这不是注释\n}"
    assert fields(text)["options"] == ["南", "北 // 这不是注释"]
    assert only(text).line == 2


def test_a_comment_by_itself_is_told() -> None:
    assert remarks("// 第一章\n// 作者\n\n太阳。{T}") == [(1, "import-gift-comment"), (2, "import-gift-comment")]


def test_ids_and_tags_stand_in_comments() -> None:
    given = fields("// 旧题 [id:q-7] [tag:重点] [tag: 带\\]括号 ] [tag:重点]\n太阳。{T}")
    assert (given["id"], given["tags"]) == ("q-7", ["重点", "带]括号"])


def test_tags_that_say_a_field_are_that_field() -> None:
    given = fields("// [tag:难度：易] [tag:marks: 2] [tag:出处：国办发[2020\\]1号] [tag:难度：没有这种]\n太阳。{T}")
    assert {name: given[name] for name in ("difficulty", "marks", "source", "tags")} == {
        "difficulty": "easy",
        "marks": "2",
        "source": "国办发[2020]1号",
        "tags": ["难度：没有这种"],
    }


def test_a_title_is_no_part_of_the_stem_and_told_where_it_says_something() -> None:
    assert fields("::第 1 题 \\: 门:: 门朝哪边开？{~东 =南}")["stem"] == "门朝哪边开？"
    assert remarks("::门的方向::门朝哪边开？{~东 =南}\n\n::太阳从...::太阳从东边出来。{T}") == [
        (1, "import-gift-titles")
    ]
    assert remarks("// [id:q-1]\n::q-1::太阳。{T}") == []


def test_a_category_is_the_topic_of_what_follows() -> None:
    text = "$CATEGORY: $course$/top/办文/收文//发文\n\n门？{T}\n\n$CATEGORY: $module$/top\n\n窗？{T}"
    first, second = reading(text).questions
    assert (first.fields["topic"], "topic" in second.fields) == ("收文/发文", False)
    assert remarks(text) == [(1, "import-gift-category"), (5, "import-gift-no-category")]


def test_a_category_without_a_blank_line_behind_it_swallows_nothing() -> None:
    text = "// 换分类\n$CATEGORY: tom/dick/harry\n门？{T}"
    question = only(text)
    assert (question.line, question.fields["topic"], question.fields["stem"]) == (3, "harry", "门？")
    assert remarks(text) == [(1, "import-gift-comment"), (2, "import-gift-category")]


@pytest.mark.parametrize("sign", list("~=#{}:"))
def test_a_sign_behind_a_backslash_means_itself(sign: str) -> None:
    given = fields(f"算 1\\{sign}1。{{=\\{sign}甲#乙\\{sign} ~丙####丁\\{sign}\\{sign}}}")
    assert (given["stem"], given["options"]) == (f"算 1{sign}1。", [f"{sign}甲", "丙"])
    assert (given["feedback"], given["rationale"]) == ({"A": f"乙{sign}"}, f"丁{sign}{sign}")


def test_a_backslash_and_n_is_a_new_line_and_two_backslashes_are_one() -> None:
    assert fields("第一行\\n第二行 C:\\\\new \\d{T}")["stem"] == "第一行\n第二行 C:\\new \\d"


@pytest.mark.parametrize("form", ["moodle", "plain", "markdown"])
def test_a_format_is_named_in_front_of_a_text(form: str) -> None:
    assert fields(f"::甲::[{form}] 太阳。{{=是 ~[{form}]否 ####[{form}]当然}}") == {
        "type": "single_choice",
        "stem": "太阳。",
        "options": ["是", "否"],
        "key": "A",
        "rationale": "当然",
    }


def test_what_only_looks_like_a_format_is_text() -> None:
    assert fields("[1] 太阳。{=[甲] ~[HTML]乙}")["options"] == ["[甲]", "[HTML]乙"]


def test_simple_html_becomes_plain_text() -> None:
    stem = '[html]<p dir\\="ltr">甲&nbsp;&lt;&\\#20057;</p>\n<p><b>丙</b>,<br/><i>丁</i>\n戊</p>'
    given = fields(f"{stem}{{=<p>是</p> ~<strong>否</strong>}}")
    assert given["stem"] == "甲 <乙\n丙,\n丁 戊"
    assert given["options"] == ["是", "否"]


def test_plain_text_is_taken_as_it_stands() -> None:
    assert fields("[plain]<b>甲</b> &amp; $$x$$ @@PLUGINFILE@@{T}")["stem"] == "<b>甲</b> &amp; $$x$$ @@PLUGINFILE@@"


def test_a_comparison_is_no_tag() -> None:
    assert fields("若 a < b 且 c > d，则 a<1，2>c。{T}")["stem"] == "若 a < b 且 c > d，则 a<1，2>c。"


@pytest.mark.parametrize(
    ("stem", "code", "named"),
    [
        ('[html]看图<img src\\="@@PLUGINFILE@@/图 1.png">', "import-gift-picture", "图"),
        ("[html]看附件 @@PLUGINFILE@@/a.pdf", "import-gift-picture", "a.pdf"),
        ("[html]x<sup>2</sup>", "import-gift-html", "sup"),
        ("若 a<b 且 c>d", "import-gift-html", "b"),
        ("若 a<b>c", "import-gift-html", "b"),
        ("表：<table><tr><td>1</td></tr></table>", "import-gift-html", "table、tr、td"),
        ("算 $$x^2$$", "import-gift-formula", "$$x^2$$"),
        ("算 \\(x\\)", "import-gift-formula", "\\(x\\)"),
    ],
)
def test_what_plain_text_cannot_say_is_doubted_and_stays(stem: str, code: str, named: str) -> None:
    question = only(f"{stem}{{T}}")
    assert [doubt.code for doubt in question.doubts] == [code]
    assert named in "".join(map(str, question.doubts[0].values.values()))
    assert str(question.fields["stem"]) in stem.removeprefix("[html]").replace("\\=", "=")


def test_markdown_with_signs_of_its_own_is_doubted() -> None:
    assert doubts("[markdown]**甲**的意思{T}") == ["import-gift-markdown"]
    assert fields("[markdown]甲___乙{=丙}")["stem"] == "甲___乙"
