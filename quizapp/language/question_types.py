"""What is said of each question type: what it is called, how its key is written, and its fields in an editor."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

_LETTER = ("选项的字母，如 C", "The letter of an option, such as C")
_OPTIONS = (
    "2 到 26 个：{{A: 甲, B: 乙}}，或者一行一个“- 选项”；有半角逗号、冒号或 # 的要加引号",
    "2 to 26: {{A: one, B: two}}, or a line “- option” for each; quote those with a comma, a colon or a #",
)

SENTENCES: Catalogue = {
    "word.single_choice": ("单选题", "single choice"),
    "compose.part_single_choice": ("单项选择题", "single choice"),
    "compose.short_single_choice": ("单选", "single"),
    "teach.short_single_choice": ("单选", "sngl"),
    "correct.type_single_choice": ("写一个字母，如 C", "one letter, such as C"),
    "schema.single_choice.options": _OPTIONS,
    "schema.single_choice.key": _LETTER,
    "word.multiple_choice": ("多选题", "multiple choice"),
    "compose.part_multiple_choice": ("多项选择题", "multiple choice"),
    "compose.short_multiple_choice": ("多选", "multi"),
    "teach.short_multiple_choice": ("多选", "mult"),
    "correct.type_multiple_choice": ("写全所有对的字母，如 ACD", "all letters that are right, such as ACD"),
    "schema.multiple_choice.options": _OPTIONS,
    "schema.multiple_choice.key": ("各个对的选项的字母，如 ABD", "The letters of all right options, such as ABD"),
    **{
        f"schema.{kind}.option_scores": (
            "每个选项各得几成，-1 到 1：{{A: 1/2, B: 1, C: 0, D: -1/2}}；写了它，答案可以不写",
            "What each option earns, from -1 to 1: {{A: 1/2, B: 1, C: 0, D: -1/2}}; the key may then be left out",
        )
        for kind in ("single_choice", "multiple_choice")
    },
    "word.true_false": ("判断题", "true or false"),
    "compose.part_true_false": ("判断题", "true or false"),
    "compose.short_true_false": ("判断", "t/f"),
    "teach.short_true_false": ("判断", "t/f"),
    "correct.type_true_false": ("写 对 或 错", "true or false"),
    "schema.true_false.key": ("对 或 错", "true or false"),
    "word.fill_blank": ("填空题", "fill in the blanks"),
    "compose.part_fill_blank": ("填空题", "fill in the blanks"),
    "compose.short_fill_blank": ("填空", "fill"),
    "teach.short_fill_blank": ("填空", "fill"),
    "correct.type_fill_blank": (
        "几个空用分号隔开；不改的空不写，如 ；参谋",
        "blanks parted by semicolons; leave empty what stays, such as ;word",
    ),
    "schema.fill_blank.key": (
        "一个空写一个答案；几个空写成 [甲, 乙]；同一空有几种写法，放在里层括号里：[[快, 及时], 准]",
        "One text for one blank, [a, b] for several; what is right for one blank goes in inner brackets: [[a, b], c]",
    ),
    "schema.fill_blank.any_order": ("写“是”，几个空的答案可以互换", "true lets the blanks be filled in any order"),
    "word.numeric": ("数值题", "numeric"),
    "compose.part_numeric": ("数值题", "numeric"),
    "compose.short_numeric": ("数值", "num"),
    "teach.short_numeric": ("计算", "num"),
    "correct.type_numeric": ("写一个数，如 12.5", "a number, such as 12.5"),
    "schema.numeric.key": ("一个数，如 12.5", "A number such as 12.5"),
    "schema.numeric.tolerance": (
        "上下差多少也算对，默认 0；不能写百分数",
        "How far off is right, default 0; not per cent",
    ),
    "schema.numeric.unit": ("显示在答案后面，学员写不写都行", "Shown behind the answer, never required"),
    "word.ordering": ("排序题", "ordering"),
    "compose.part_ordering": ("排序题", "ordering"),
    "compose.short_ordering": ("排序", "order"),
    "teach.short_ordering": ("排序", "ordr"),
    "correct.type_ordering": ("按次序写字母，如 CABD", "the letters in order, such as CABD"),
    "schema.ordering.options": (
        "按正确的次序写，考试时自动打乱：[拟稿, 核稿, 签发]",
        "In the right order; shown in another",
    ),
    "schema.ordering.before": (
        "不止一种次序对时，只写必须守的先后：[ABD]",
        "Where more than one order is right, only what must be kept: [ABD, CD]",
    ),
    "word.matching": ("匹配题", "matching"),
    "compose.part_matching": ("匹配题", "matching"),
    "compose.short_matching": ("匹配", "match"),
    "teach.short_matching": ("匹配", "mtch"),
    "correct.type_matching": ("依次写各项配的字母，如 CAB", "the letter of each in turn, such as CAB"),
    "schema.matching.pairs": (
        "左边: 右边，至少两对；右边自动打乱",
        "left: right, two pairs at least; the right is shuffled",
    ),
    "schema.matching.distractors": (
        "右边多出来的干扰项：[甲, 乙]",
        "More for the right side that matches nothing: [a, b]",
    ),
    "word.classification": ("归类题", "classification"),
    "compose.part_classification": ("归类题", "classification"),
    "compose.short_classification": ("归类", "class"),
    "teach.short_classification": ("归类", "clas"),
    "correct.type_classification": (
        "写全每一条的字母，每栏一个，如 1AB 2CA",
        "all entries, a letter for each column, such as 1AB 2CA",
    ),
    "schema.classification.columns": (
        "一到四栏，每栏二到八个可选的值：{{缓急: [急件, 平件, 退回]}}",
        "One to four columns, each with two to eight values: {{Urgency: [urgent, usual, return]}}",
    ),
    "schema.classification.entries": ("要归类的条目，二到十二条", "What is to be classified, two to twelve"),
    "schema.classification.entries.text": ("这一条写的什么", "What the entry says"),
    "schema.classification.entries.key": (
        "每栏一个值，按栏目的次序：[急件, 综合科]；只有一栏时直接写",
        "A value for each column, in their order: [urgent, office]; just the value where there is one column",
    ),
    "word.text_correction": ("改错题", "text correction"),
    "compose.part_text_correction": ("改错题", "text correction"),
    "compose.short_text_correction": ("改错", "mend"),
    "teach.short_text_correction": ("改错", "mend"),
    "correct.type_text_correction": (
        "写出每个错处的序号和改法，如 2请示；4函",
        "each place that is wrong and what belongs there, such as 2word; 4word",
    ),
    "schema.text_correction.text": (
        "短文，要标序号的地方写在花括号里；要写花括号本身就写两遍；写多行用 |",
        "The document; what is numbered stands in braces, a brace itself is written twice; | for several lines",
    ),
    "schema.text_correction.faults": (
        "第几处错了，应当是什么；几种改法都对时写成列表：{{2: [请示, 报告]}}",
        "The number of each place that is wrong: what belongs there, or a list of what is right: {{2: [a, b]}}",
    ),
    "schema.text_correction.options": (
        "给学员挑选的改法；不写就由学员自己写",
        "Corrections to choose from; without them one writes one's own",
    ),
    "word.essay": ("简答题", "essay"),
    "compose.part_essay": ("简答题", "essay"),
    "compose.short_essay": ("简答", "essay"),
    "teach.short_essay": ("简答", "essy"),
    "schema.essay.rubric": (
        "每点写要点和分值；可以不写，阅卷时直接给分",
        "Each point has its text and marks; without it, marks are given directly",
    ),
    "schema.essay.rubric.point": ("答到什么给分", "What a good text has"),
    "schema.essay.rubric.marks": ("这一点几分", "What the point is worth"),
    "schema.essay.rubric.keywords": (
        "阅卷时提示用的词：[报告, 请示]",
        "Words that suggest the point to the marker: [a, b]",
    ),
    "schema.essay.rubric.levels": (
        "把这一点分成几档，从高到低：[{{档: 一档, 分值: 3-4, 说明: 齐全}}, {{档: 二档, 分值: 0-2}}]",
        "The point's levels, from the highest down: [{{level: good, marks: 3-4, looks: all of it}}, …]",
    ),
    "schema.essay.rubric.levels.level": ("这一档的名称", "What the level is called"),
    "schema.essay.rubric.levels.marks": ("几分，或从几分到几分：2-3", "Its marks, or from one to another: 2-3"),
    "schema.essay.rubric.levels.looks": ("这一档的答案是什么样", "What an answer of this level looks like"),
    "schema.essay.deductions": (
        "错别字、格式这类要扣的分：[{{要点: 错别字, 每处: 1/2, 最多: 2}}]",
        "What is taken off for faults: [{{point: spelling, each: 1/2, most: 2}}]",
    ),
    "schema.essay.deductions.point": ("扣什么", "What it is taken off for"),
    "schema.essay.deductions.each": ("每处扣几分", "What each one costs"),
    "schema.essay.deductions.most": ("最多扣几分，是每处的整数倍", "What is taken off at most, a multiple of each"),
    "schema.essay.frame": (
        "要写的公文分几部分，逐部分填写：[标题, 主送, 正文, 落款]",
        "The parts of the document to be written, each filled in by itself: [title, text]",
    ),
    "schema.essay.model_answer": ("一份好的答案，供阅卷和公布", "A good answer, for marking and for publishing"),
    "word.case": ("案例分析题", "case"),
    "compose.part_case": ("案例分析题", "case"),
    "compose.short_case": ("案例", "case"),
    "teach.short_case": ("案例", "case"),
    "schema.case.stimulus": ("各小题共用的材料；写多行用 |", "What the case's items are about; | for several lines"),
    "schema.case.items": ("材料后的小题，写法和别的题一样", "The case's items, written like any other"),
    "schema.case.stages": (
        "情况一步步展开时写阶段，代替材料和试题；前一阶段答定了才看到下一阶段",
        "In place of stimulus and items, where a case unfolds: a stage is seen once the one before is done with",
    ),
    "schema.case.stages.stimulus": ("这一阶段新来的情况", "What is told in this stage"),
    "schema.case.stages.items": ("这一阶段的小题", "The items of this stage"),
    "teach.field_before_note": (
        "不止一种次序对时写：一行一条必须守的先后，如 ACD",
        "Where more than one order is right: a line for each order that must be kept, as ACD",
    ),
    "teach.field_scores_note": (
        "一行一个：字母 | 得几成，如 B | -1/2；写了可不写答案",
        "One option a line: letter | what it earns, as A | 1 or B | -1/2; the key may then be left out",
    ),
    "teach.field_columns_note": ("一行一栏：缓急 | 急件 | 平件 | 退回", "One column a line: Urgency | urgent | usual"),
    "teach.field_entries_note": (
        "一行一条，后面依次写各栏的答案：内容 | 急件 | 综合科",
        "One entry a line, its values behind it: text | urgent | office",
    ),
    "teach.field_text_note": ("标序号的地方写在花括号里", "What is numbered stands in braces"),
    "teach.field_faults_note": (
        "一行一处，第几处和应当是什么：2 | 请示；几种都对再加一栏",
        "One place a line, its number and what belongs there: 2 | word; more where several are right",
    ),
    "teach.field_frame_note": (
        "要分部分填写时，一行一个部分，如 标题",
        "Where it is filled in part by part: one part a line, as title",
    ),
    "teach.field_deductions_note": (
        "一行一种：扣什么 | 每处扣几分 | 最多扣几分",
        "One kind a line: what for | what each costs | at most",
    ),
}
