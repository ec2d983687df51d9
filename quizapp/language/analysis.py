"""What is said of a paper's analysis: the words that staff use first, the statisticians' in the appendix."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    "analysis.title": (
        "《{title}》（{paper}）题目分析：计入成绩的答卷 {count} 份，满分 {full} 分，平均 {mean} 分。",
        "“{title}” ({paper}), analysis: {count} counted attempt(s), full score {full}, mean {mean}.",
    ),
    "analysis.nothing": (
        "《{title}》（{paper}）还没有评完分、计入成绩的答卷：样本不足，暂不下结论。",
        "“{title}” ({paper}) has no marked attempt that counts: too few to say anything.",
    ),
    "analysis.small": (
        "不到 {least} 人，样本不足：只说疑似错答案、全对和全错的题，其余暂不下结论。",
        "Fewer than {least}: only suspected keys, all right and all wrong are told; the rest is left open.",
    ),
    "analysis.awaited": (
        "考试时间还没有结束，选项分析等结束以后再看：看了就知道答案。",
        "The window is still open; what was chosen tells the keys and is shown after it.",
    ),
    "analysis.sitting": (
        "有 {count} 题正有人在考，这几题的选项分析等交卷以后再看：看了就知道答案。",
        "{count} item(s) are being sat now; what was chosen there tells the keys and is shown afterwards.",
    ),
    "analysis.written": ("《{title}》的题目分析已写入 {file}。", "The analysis of “{title}” is in {file}."),
    # Parts of the page.
    "analysis.first": ("先看这几题", "Look at these first"),
    "analysis.items": ("各题", "The items"),
    "analysis.few": (
        "只有 {count} 份答卷，分析不出什么；满 {least} 份再看。",
        "With {count} attempt nothing can be said; look again with {least}.",
    ),
    "analysis.left_open": (
        "另有 {count} 题样本不足，暂不下结论。",
        "Of {count} more items too few have been sat to say anything.",
    ),
    "analysis.others": ("其余各题", "The others"),
    "analysis.measures": (
        "难度系数和区分度（括号里是 95% 的把握区间；区分度是前 27% 与后 27% 的人得分率之差）",
        "Facility and discrimination (in brackets the 95 % interval; the upper less the lower 27 %)",
    ),
    "analysis.options": ("选项分析（★ 是答案）", "Options (★ marks the key)"),
    "analysis.certainties": ("把握度与实际", "Certainty and truth"),
    "analysis.appendix": ("附录：统计量（与 Moodle 测验统计同一定义）", "Appendix: statistics as Moodle defines them"),
    "analysis.bank_letters": ("各套卷不同，字母是题库里的。", "Forms differ: letters are the bank's."),
    # What an item is called, and one sentence of each.
    "analysis.number": ("第 {number} 题（{item}）", "Question {number} ({item})"),
    "analysis.item": ("试题 {item}", "Item {item}"),
    "analysis.line": ("{place}：{said}", "{place}: {said}"),
    "analysis.suspect_key": (
        "疑似错答案，请核对：成绩好的人里，选 {letter} 的 {strong} 人，选答案 {key} 的只有 {with_key} 人。",
        "The key may be wrong: of the strong, {strong} chose {letter} and only {with_key} the key {key}.",
    ),
    "analysis.suspect_part": (
        "疑似错答案，请核对：成绩好的人里，选 {letter} 的 {strong} 人，答案 {key} 里却有一项只有 {with_key} 人选。",
        "The key may be wrong: of the strong, {strong} chose {letter}, and only {with_key} a letter of the key {key}.",
    ),
    "analysis.suspect_hidden": (
        "疑似错答案，请核对：成绩好的人里，选某个干扰项的比选答案的多。",
        "The key may be wrong: of the strong, more chose a distractor than the key.",
    ),
    "analysis.given_to_all": ("已更正为所有人给满分，不再分析。", "Full marks for everybody by a correction."),
    "analysis.all_right": ("全对：{count} 人都得满分。", "All right: all {count} have full marks."),
    "analysis.all_wrong": (
        "全错：{count} 人都没有得分，请核对题目和答案。",
        "All wrong: none of {count} has any marks; check item and key.",
    ),
    "analysis.too_few": ("样本不足（{count} 人），暂不下结论。", "Too few ({count}) to say anything."),
    "analysis.too_easy": ("太易：难度系数 {facility}，几乎人人都会。", "Too easy: facility {facility}."),
    "analysis.too_hard": ("太难：难度系数 {facility}，会的人很少。", "Too hard: facility {facility}."),
    "analysis.negative_discrimination": (
        "区分度为负：{discrimination}，成绩好的反而比差的答得差，请核对题目和答案。",
        "Negative discrimination: {discrimination}; the strong did worse than the weak. Check item and key.",
    ),
    "analysis.low_discrimination": (
        "区分度低：{discrimination}，成绩好的和差的答得差不多。",
        "Low discrimination: {discrimination}; strong and weak did much alike.",
    ),
    "analysis.no_discrimination": (
        "区分度低：所有人总分相同，看不出好坏。",
        "No discrimination: all totals are equal.",
    ),
    "analysis.good": (
        "正常：难度系数 {facility}，区分度 {discrimination}。",
        "Good: facility {facility}, discrimination {discrimination}.",
    ),
    # Heads of the tables.
    "analysis.head_number": ("题号", "number"),
    "analysis.head_item": ("试题", "item"),
    "analysis.head_candidates": ("人数", "candidates"),
    "analysis.head_facility": ("难度系数", "facility"),
    "analysis.head_facility_low": ("难度系数下限", "facility_low"),
    "analysis.head_facility_high": ("难度系数上限", "facility_high"),
    "analysis.head_discrimination": ("区分度", "discrimination"),
    "analysis.head_sd": ("标准差", "sd"),
    "analysis.head_random_guess_score": ("猜测得分率", "random_guess_score"),
    "analysis.head_intended_weight": ("设定权重(%)", "intended_weight"),
    "analysis.head_effective_weight": ("实际权重(%)", "effective_weight"),
    "analysis.head_discrimination_index": ("区分指数(%)", "discrimination_index"),
    "analysis.head_discriminative_efficiency": ("区分效率(%)", "discriminative_efficiency"),
    "analysis.head_upper_lower_27": ("高低分组差(%)", "upper_lower_27"),
    "analysis.head_point_biserial": ("点二列相关(%)", "point_biserial"),
    "analysis.head_median_seconds": ("用时中位数(秒)", "median_seconds"),
    "analysis.head_verdict": ("结论", "verdict"),
    "analysis.head_options": ("选项分析", "options"),
    "analysis.head_option": ("选项", "option"),
    "analysis.head_count": ("人数", "count"),
    "analysis.head_share": ("占比", "share"),
    "analysis.head_mean_score": ("平均总分", "mean score"),
    "analysis.head_certainty": ("把握度", "certainty"),
    "analysis.head_earned": ("得分率", "earned"),
    "analysis.head_statistic": ("统计量", "statistic"),
    "analysis.head_value": ("数值", "value"),
    "analysis.no_answer": ("未选", "none"),
    "analysis.option": ("{letter} {count} 人 {share}", "{letter} {count} {share}"),
    # The test as a whole.
    "analysis.test_candidates": ("答卷数", "attempts"),
    "analysis.test_mean": ("平均分", "mean"),
    "analysis.test_median": ("中位数", "median"),
    "analysis.test_sd": ("标准差", "standard deviation"),
    "analysis.test_skewness": ("偏度", "skewness"),
    "analysis.test_kurtosis": ("峰度", "kurtosis"),
    "analysis.test_alpha": ("信度：内部一致性系数（克隆巴赫系数，%）", "internal consistency (Cronbach's alpha, %)"),
    "analysis.test_alpha_interval": ("信度的 95% 区间（%）", "its 95 % interval (%)"),
    "analysis.test_error_ratio": ("误差比（%）", "error ratio (%)"),
    "analysis.test_standard_error": ("测量标准误（分）", "standard error (marks)"),
    "analysis.interval": ("{low} 至 {high}", "{low} to {high}"),
    "analysis.with_interval": ("{value}（{low} 至 {high}）", "{value} ({low} to {high})"),
    "analysis.unknown": ("无法计算", "cannot be computed"),
}
