"""What the appendix of a class report says: each statistic's name and what it means."""

from __future__ import annotations

REPORTING_APPENDIX: dict[str, tuple[str, str]] = {
    "report.appendix": ("附录：统计量", "Appendix: statistics"),
    "report.small_test": (
        "只有 {count} 份答卷，样本不足，暂不下结论：下面的数只供参考。",
        "With {count} attempts, too few to say anything firm: the numbers below are only a hint.",
    ),
    "report.by_attempt": (
        "下面按每份答卷的卷面得分算，所以平均分和总体情况里的不同：那里一人只算一个得分，补考按上限计。",
        "These are of the attempts as they were marked; above, a person has one score, and a make-up at most its cap.",
    ),
    "report.head_statistic": ("统计量", "Statistic"),
    "report.head_value": ("数值", "Value"),
    "report.meaning": ("说明", "What it means"),
    "report.test_candidates": ("答卷数", "Attempts"),
    "report.test_mean": ("平均分", "Mean"),
    "report.test_median": ("中位数", "Median"),
    "report.test_sd": ("标准差", "Standard deviation"),
    "report.test_skewness": ("偏度", "Skewness"),
    "report.test_kurtosis": ("峰度", "Kurtosis"),
    "report.test_alpha": ("信度（%）", "Reliability (%)"),
    "report.test_alpha_interval": ("信度的区间（%）", "Its interval (%)"),
    "report.test_error_ratio": ("误差比（%）", "Error ratio (%)"),
    "report.test_standard_error": ("测量标准误（分）", "Standard error (marks)"),
    "report.means_candidates": ("评完分、计入成绩的答卷。", "Attempts that are marked and count."),
    "report.means_mean": ("各份得分之和除以份数。", "The sum of the scores by their number."),
    "report.means_median": ("从高到低排在正中的得分。", "The score in the middle of all."),
    "report.means_sd": ("得分离平均分有多远，越大越分散。", "How far scores lie from the mean."),
    "report.means_skewness": (
        "小于 0 是高分居多，大于 0 是低分居多。",
        "Below 0, most scores are high; above 0, most are low.",
    ),
    "report.means_kurtosis": (
        "大于 0 是得分比正态分布更集中、两端更长。",
        "Above 0, scores are closer together, with longer tails, than a normal distribution's.",
    ),
    "report.means_alpha": (
        "各题是否在考同一种本领（克隆巴赫系数），70 以上可以依靠。",
        "Whether the questions ask for one ability (Cronbach's alpha); from 70 on it can be relied on.",
    ),
    "report.means_alpha_interval": (
        "换一批人来考，信度多半在这个范围里（95% 的把握）。",
        "With other people the reliability most likely lies in it (95%).",
    ),
    "report.means_error_ratio": (
        "得分的差别里有多少出于偶然，越小越好。",
        "How much of the differences between scores is chance; the smaller, the better.",
    ),
    "report.means_standard_error": (
        "同一个人重考一次，得分多半变动在这么多分以内。",
        "Sitting it again, a person's score would mostly change by no more than this.",
    ),
}
