"""What the class report says of a paper's scores, its four lines for a chat, and the appendix of statistics."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    # Between and around sentences.
    "report.next": ("，", ", "),
    "report.and": ("，", "; "),
    "report.and_then": ("", " "),
    "report.sentence": ("{said}。", "{said}."),
    "report.numbered": ("{number}、{title}", "{number}. {title}"),
    "report.numbered_sub": ("（{number}）{title}", "({number}) {title}"),
    "report.page": ("第 {page} 页", "Page {page}"),
    # The head.
    "report.title": ("《{title}》成绩报告", "{title}: score report"),
    "report.title_public": ("《{title}》成绩公示", "{title}: results"),
    "report.all_title": ("各科成绩报告", "Score report of all papers"),
    "report.all_title_public": ("各科成绩公示", "Results of all papers"),
    "report.day": ("{year}年{month}月{day}日", "{day} {month} {year}"),
    "report.sat": ("考试时间：{period}", "Held {period}"),
    "report.entered": ("纸笔答卷补录：{period}", "Answers given on paper keyed in: {period}"),
    "report.entered_alone": (
        "考试时间没有记录；纸笔答卷补录：{period}",
        "When it was sat is not recorded; answers given on paper keyed in: {period}",
    ),
    "report.from_to": ("{begins} 至 {ends}", "from {begins} to {ends}"),
    "report.within_day": ("{day} {begins} 至 {ends}", "{day}, {begins} to {ends}"),
    "report.since": ("{from} 起", "from {from}"),
    "report.until": ("截至 {to}", "until {to}"),
    "report.preliminary": ("机判初步成绩", "Preliminary scores, as marked by the program"),
    # The class in sentences.
    "report.class": ("总体情况", "The class"),
    "report.count_expected": ("应考 {count} 人", "Expected {count}"),
    "report.count_sat": ("实考 {count} 人", "sat {count}"),
    "report.count_absent": ("缺考 {count} 人", "absent {count}"),
    "report.count_deferred": ("缓考 {count} 人", "deferred {count}"),
    "report.count_exempt": ("免考 {count} 人", "exempt {count}"),
    "report.count_left": ("退班 {count} 人", "left {count}"),
    "report.besides": ("另有{said}", "besides these: {said}"),
    "report.count_misconduct": ("违纪 {count} 人", "misconduct {count}"),
    "report.misconduct": (
        "已有答卷的人中，记为违纪 {count} 人，成绩没有作废。",
        "Of those with attempts, {count} are noted for misconduct; no score of theirs is void.",
    ),
    "report.misconduct_void": (
        "已有答卷的人中，记为违纪 {count} 人，其中成绩作废 {void} 人。",
        "Of those with attempts, {count} are noted for misconduct, of whom {void} have no score that stands.",
    ),
    "report.void_misconduct": ("成绩作废（违纪）", "void (misconduct)"),
    "report.count_void": ("成绩作废 {count} 人", "void {count}"),
    "report.count_awaited": ("尚未参加 {count} 人", "not yet come {count}"),
    "report.no_scores": ("还没有评完分的答卷。", "Nothing is marked yet."),
    "report.one_score": (
        "评完分的只有 1 人，得 {mean} 分（满分 {full} 分）。",
        "One person is marked, with {mean} of {full} marks.",
    ),
    "report.equal_scores": (
        "评完分的 {count} 人得分相同，都是 {mean} 分（满分 {full} 分）。",
        "All {count} that are marked have the same score: {mean} of {full} marks.",
    ),
    "report.scores": (
        (
            "评完分的 {count} 人，最高 {highest} 分，最低 {lowest} 分，"
            "平均 {mean} 分，中位数 {median} 分（满分 {full} 分）。"
        ),
        (
            "Of {count} marked, the highest has {highest}, the lowest {lowest}; "
            "the mean is {mean} and the median {median}, of {full} marks."
        ),
    ),
    "report.means": (
        "评完分的 {count} 人，平均 {mean} 分，中位数 {median} 分（满分 {full} 分）。",
        "Of {count} marked, the mean is {mean} and the median {median}, of {full} marks.",
    ),
    "report.one_passed": ("这个人及格。", "This person passed."),
    "report.one_failed": ("这个人不及格。", "This person did not pass."),
    "report.passed_some": ("{of} 人中 {count} 人及格", "{count} of {of} passed"),
    "report.passed_all": ("{of} 人全部及格", "All of {of} passed"),
    "report.passed_none": ("{of} 人中没有人及格", "None of {of} passed"),
    "report.passed_share": ("及格率 {share}", "pass rate {share}"),
    "report.excellent_some": ("{of} 人中 {count} 人优秀", "{count} of {of} were excellent"),
    "report.excellent_all": ("{of} 人全部优秀", "All of {of} were excellent"),
    "report.excellent_none": ("{of} 人中没有人优秀", "None of {of} was excellent"),
    "report.excellent_share": ("优秀率 {share}", "excellent rate {share}"),
    "report.sure": ("{said}（把握区间{range}）。", "{said} (likely range {range})."),
    "report.between": (" {low} 至 {high}", "{low} to {high}"),
    "report.at_least": ("不低于 {low}", "not below {low}"),
    "report.at_most": ("不高于 {high}", "not above {high}"),
    "report.how_sure": (
        "括号里是说：人数不多，同样水平的学员换一批人来考，这个比率多半落在这个范围里（95% 的把握）。",
        (
            "The range says: so few people leave doubt; "
            "the rate of other people as well prepared most likely lies in it (95%)."
        ),
    ),
    "report.too_few_for_rates": ("人数太少，不算比率。", "Too few for rates."),
    "report.open": (
        "还有{what}，以上数字还会变。",
        "Still open: {what}. The numbers above may change.",
    ),
    "report.open_marking": (" {count} 份待阅卷", "{count} being marked"),
    "report.open_handed_in": (" {count} 份已交卷待判分", "{count} handed in and not marked"),
    "report.open_in_progress": (" {count} 人正在作答", "{count} in progress"),
    "report.closes": (
        "考试到 {at} 截止，在此之前还可能有人参加。",
        "The paper closes on {at}; others may sit it until then.",
    ),
    "report.no_close": ("考试没有截止时间，还可能有人参加。", "The paper has no closing time; others may yet sit it."),
    # The spread.
    "report.spread": ("成绩分布", "Spread of scores"),
    "report.spread_title": ("《{title}》各分数段人数", "{title}: people by score"),
    "report.spread_too_few": (
        "评完分的不到 {least} 人，不画分布图。",
        "Fewer than {least} are marked: too few to draw.",
    ),
    "report.spread_most": (
        "人数最多的是 {low} 到 {high} 分这一段，有 {count} 人。",
        "Most lie from {low} to {high} marks: {count}.",
    ),
    "report.spread_note": (
        "每段含下限、不含上限，满分归最高一段；实心的各段都够及格线。",
        "Each bar has its lower bound and not its upper, the highest both; solid bars lie at or above the pass mark.",
    ),
    "report.bar": ("{low} 到 {high} 分 {count} 人", "{low} to {high}: {count}"),
    "report.bounds": ("{low}～{high}", "{low}–{high}"),
    "report.head_bounds": ("分数段", "Marks"),
    "report.head_people": ("人数", "People"),
    # Everybody.
    "report.head_rank": ("名次", "Rank"),
    "report.head_id": ("学号", "Number"),
    "report.head_name": ("姓名", "Name"),
    "report.head_unit": ("单位", "Unit"),
    "report.head_group": ("组别", "Group"),
    "report.head_attempt": ("考次", "Attempt"),
    "report.head_score": ("得分", "Score"),
    "report.head_grade": ("等次", "Grade"),
    "report.head_status": ("状态", "Status"),
    "report.people": ("成绩表", "Scores"),
    "report.people_bands": ("各等次人员", "People by grade"),
    "report.people_public": ("合格人员", "People who passed"),
    "report.nobody": ("还没有名册，也没有答卷。", "There is neither a roster nor an attempt."),
    "report.nobody_there": ("没有人。", "Nobody."),
    "report.nobody_put_up": ("还没有可以公示的成绩。", "There is no result to put up yet."),
    "report.put_up": (
        "下面是合格人员，不按成绩排列，学号隐去一部分。",
        "These people passed; they are not in order of their scores, and part of each number is hidden.",
    ),
    "report.review": (
        "对成绩有疑问的，可以向班委会申请复核。",
        "Whoever doubts a result can ask the class committee to look at it again.",
    ),
    "report.band": ("{band}（{count} 人）", "{band} ({count})"),
    "report.with_id": ("{name}（{id}）", "{name} ({id})"),
    "report.passed": ("及格", "Passed"),
    "report.failed": ("不及格", "Not passed"),
    "report.no_grade": ("未达到等次", "No grade reached"),
    "report.not_counted": ("未计", "not counted"),
    "report.to_come": ("尚未参加", "not yet come"),
    # Topics.
    "report.topics": ("知识点掌握情况", "Topics"),
    "report.weakest": (
        "最需要补的是“{topic}”：{count} 题，得分率 {share}。",
        "Weakest: {topic}, with {share} earned (questions: {count}).",
    ),
    "report.strongest": (
        "掌握最好的是“{topic}”：{count} 题，得分率 {share}。",
        "Strongest: {topic}, with {share} earned (questions: {count}).",
    ),
    "report.lowest_topic": (
        "得分率最低的是“{topic}”：{count} 题，{share}。",
        "Lowest share: {topic}, with {share} earned (questions: {count}).",
    ),
    "report.highest_topic": (
        "得分率最高的是“{topic}”：{count} 题，{share}。",
        "Highest share: {topic}, with {share} earned (questions: {count}).",
    ),
    "report.small_topics": (
        "只有 {count} 人的答卷，样本不足，暂不下结论：强弱只是这一次的情况。",
        "With the papers of {count} only, too few to say anything firm: this is how it was this time.",
    ),
    "report.thin_topics": (
        "有 {count} 个知识点不到 {least} 题，题太少，得分率只供参考。",
        "Topics with fewer than {least} questions: {count}. Their shares are only a hint.",
    ),
    "report.all_thin": (
        "{count} 个知识点都不到 {least} 题，题太少，得分率只供参考，不分强弱。",
        "All topics ({count}) have fewer than {least} questions: their shares are only a hint.",
    ),
    "report.head_topic": ("知识点", "Topic"),
    "report.thin": ("题少，仅供参考", "few questions"),
    "report.questions": ("题数", "Questions"),
    "report.responses": ("作答人次", "Responses"),
    "report.earned": ("得分率", "Earned"),
    # Units.
    "report.units": ("各单位情况", "Units"),
    "report.highest_unit": (
        "平均分最高的是{unit}：{count} 人，{mean} 分。",
        "Highest mean: {unit}, with {mean} marks (people: {count}).",
    ),
    "report.lowest_unit": (
        "平均分最低的是{unit}：{count} 人，{mean} 分。",
        "Lowest mean: {unit}, with {mean} marks (people: {count}).",
    ),
    "report.units_differ": (
        "各单位人数不多，一两个人就能改变平均分，差几分说明不了什么。",
        "Units are small: one or two people move a mean, and a few marks between two say little.",
    ),
    "report.few_in_unit": (
        "有 {count} 个单位评完分的不到 {least} 人，不比平均分。",
        "Units with fewer than {least} marked: {count}. Their means are not compared.",
    ),
    "report.all_few": (
        "{count} 个单位评完分的都不到 {least} 人，不比平均分。",
        "All units ({count}) have fewer than {least} marked: means are not compared.",
    ),
    "report.no_unit": ("未填单位", "no unit"),
    "report.expected": ("应考", "Expected"),
    "report.sat_head": ("实考", "Sat"),
    "report.marked": ("评完分", "Marked"),
    "report.mean": ("平均分", "Mean"),
    "report.passing": ("及格", "Passed"),
    "report.pass_rate": ("及格率", "Pass rate"),
    # Items.
    "report.items": ("需要看一看的试题", "Questions to look at"),
    "report.no_items": ("没有需要核对的题。", "No question needs a second look."),
    # Corrections.
    "report.corrections": ("更正答案与重新判分", "Corrected keys and marking again"),
    "report.correction": ("{place}：{what}。{who}；理由：{why}。", "{place}: {what}. {who}; why: {why}."),
    "report.decided": ("经办 {by}", "Decided by {by}"),
    "report.decided_both": ("经办 {by}，复核 {checked}", "Decided by {by}, checked by {checked}"),
    "report.regraded": (
        "{at} 重新判分，{count} 人的得分有变。{who}；理由：{why}。",
        "Marked again {at}: {count} have another score. {who}; why: {why}.",
    ),
    "report.regraded_nobody": (
        "{at} 重新判分，没有人的得分因此改变。{who}；理由：{why}。",
        "Marked again {at}: no score changed. {who}; why: {why}.",
    ),
    "report.not_regraded": (
        "以上更正还没有重新判分，得分是更正以前的。",
        "The paper was not marked again since: scores are from before these corrections.",
    ),
    # Several papers.
    "report.papers": ("各科情况", "Papers"),
    "report.head_paper": ("试卷", "Paper"),
    "report.day_of": ("考试日期", "Date"),
    "report.totals": ("总成绩", "Totals"),
    "report.total": ("总评", "Total"),
    "report.made_up": ("{share}（补考）", "{share} (make-up)"),
    "report.missing": ("缺项", "missing"),
    "report.weight": ("{title} {share}", "{title} {share}"),
    "report.weights": (
        "总评满分 100 分，按权重合成：{weights}。各列是得分率（%），缺一项的没有总评。",
        "The total is of 100, by weights: {weights}. Columns are per cent; who misses one has no total.",
    ),
    "report.no_weights": (
        "还没有设权重，不算总评。各列是得分率（%）。",
        "No weights are set, so there is no total. Columns are per cent.",
    ),
    # Whose names are put beneath it.
    "report.made_by": ("制表", "Made by"),
    "report.checked_by": ("复核", "Checked by"),
    "report.date": ("日期", "Date"),
    "report.field": ("{name}：", "{name}: "),
    # The four lines.
    "report.chat_title": ("{title}（{facts}）", "{title} ({facts})"),
    "report.chat_scores": (
        "平均 {mean} 分，最高 {highest} 分，及格率 {passed}，优秀率 {excellent}。",
        "Mean {mean}, highest {highest}, pass rate {passed}, excellent rate {excellent}.",
    ),
    "report.chat_means": (
        "平均 {mean} 分，及格率 {passed}，优秀率 {excellent}。",
        "Mean {mean}, pass rate {passed}, excellent rate {excellent}.",
    ),
    "report.chat_small": ("人数不到 {least}，比率仅供参考。", "Of fewer than {least}, rates are only a hint."),
    "report.chat_few": (
        "评完分的 {count} 人，人数太少，不发平均分和比率。",
        "Marked: {count}, too few to send means and rates.",
    ),
    "report.chat_nothing_left": ("没有待办。", "Nothing is left to do."),
    "report.chat_all_marked": ("已全部评完。", "Everything is marked."),
    "report.chat_done": (
        "已全部评完：及格 {passed} 人，其中优秀 {excellent} 人。",
        "Everything is marked: {passed} passed, {excellent} of them excellent.",
    ),
    # What writing refuses.
    "report-needs-word": (
        (
            "写成 {suffix} 要先装上 python-docx：pip install 'quizapp[word]'；"
            "也可以写成网页：文件名以 .html 结尾，用浏览器打印。"
        ),
        (
            "Writing {suffix} needs python-docx: pip install 'quizapp[word]'. "
            "Or write to a name that ends in .html and print that from a browser."
        ),
    ),
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
