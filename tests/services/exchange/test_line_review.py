"""The lines of a source that are looked at one by one, and a batch that is read again with what is said of them."""

from __future__ import annotations

from quizapp.reading.exchange.source_question import (
    GivenLine,
    LineFate,
    ReadingAid,
    Reason,
    SourceQuestion,
    SourceReading,
    SourceRemark,
)
from quizapp.services.exchange.import_batch import Batch
from quizapp.services.exchange.line_review import Neighbours, lines_to_review, neighbours, surroundings

ASKED = {"type": "true_false", "stem": "天是蓝的。", "key": "对"}
PAGE = Reason("import-page-line", {"text": "第 1 页", "count": "2"})
LINES = (
    LineFate(1, "heading", "测验"),
    LineFate(2, "question", "1. 天是蓝的。（对）", (0,), "stem"),
    LineFate(3, "noise", "第 1 页"),
    LineFate(4, "question", "2. 水是湿的。", (1,), "stem"),
    LineFate(5, "noise", "第 1 页"),
    LineFate(6, "unread", "供稿：综合处"),
    LineFate(2, "unread", "9. A", sheet="答案.txt"),
)


def reading(stem: str = "水是湿的。", lines: tuple[LineFate, ...] = LINES) -> SourceReading:
    questions = (
        SourceQuestion(2, "1. 天是蓝的。（对）", ASKED),
        SourceQuestion(4, f"2. {stem}", {**ASKED, "stem": stem}, doubts=(Reason("import-bare"),)),
    )
    remarks = (
        SourceRemark(0, Reason("import-keys-missing"), "答案.txt"),
        SourceRemark(2, Reason("import-radicals", {"replaced": "⼀ → 一"})),
        SourceRemark(3, PAGE),
        SourceRemark(6, Reason("import-unread", {"text": "供稿：综合处"})),
        SourceRemark(2, Reason("import-key-without-question"), "答案.txt"),
    )
    return SourceReading(questions, remarks, lines, Reason("import-shape-below", {"number": "1.", "option": "A."}))


def test_each_line_stands_under_its_kind_with_its_reasons() -> None:
    found = lines_to_review(reading(), Batch(reading(), "题.txt").doubted())
    assert [(each.line, each.sheet) for each in found["unread"]] == [(6, ""), (2, "答案.txt")]
    assert found["unread"][1].reasons == (Reason("import-key-without-question"),)
    assert [(each.line, each.reasons) for each in found["noise"]] == [(3, (PAGE,)), (5, (PAGE,))]
    assert [each.text for each in found["heading"]] == ["测验"]
    assert [(each.line, each.place) for each in found["doubt"]] == [(4, 1)]
    told = [(each.line, each.sheet, each.reasons[0].code) for each in found["told"]]
    assert told == [(0, "答案.txt", "import-keys-missing"), (2, "", "import-radicals")]


def test_what_stands_about_a_line_is_of_its_own_file() -> None:
    assert [each.line for each in surroundings(LINES, 3, "", 1)] == [2, 3, 4]
    assert [each.line for each in surroundings(LINES, 1, "", 2)] == [1, 2, 3]
    assert [each.text for each in surroundings(LINES, 2, "答案.txt", 3)] == ["9. A"]


def test_the_questions_about_a_line_are_the_nearest() -> None:
    assert neighbours(reading(), 1) == Neighbours(None, 0)
    assert neighbours(reading(), 3) == Neighbours(0, 1)
    assert neighbours(reading(), 6) == Neighbours(1, None)


def test_a_batch_is_read_again_and_keeps_what_was_mended_where_the_source_says_the_same() -> None:
    asked: list[ReadingAid] = []
    stems = iter(["水是湿的。", "水是干的。"])

    def again(aid: ReadingAid) -> SourceReading:
        asked.append(aid)
        return reading(next(stems))

    batch = Batch(reading(), "题.txt", "题.txt", read_again=again)
    assert batch.can_be_overruled
    batch.shown = 1
    batch.mend({**ASKED, "stem": "水是湿的！"})
    batch.shown = 0
    batch.leave_out()
    batch.shown = 1
    aid = ReadingAid(given=(GivenLine(6, "供稿：综合处", "before"),))
    same = batch.read_with(aid)
    assert asked == [aid]
    assert (same.mended, same.left_out, same.shown, same.aid) == (1, 1, 1, aid)
    assert same.wishes().said == {0: {**ASKED, "stem": "水是湿的。"}}
    other = same.read_with(ReadingAid())
    assert (other.mended, other.left_out, other.counts()["doubtful"]) == (0, 1, 1)
    assert other.is_touched


def test_what_nothing_was_learnt_of_cannot_be_said_otherwise() -> None:
    assert not Batch(reading()._replace(shape=None), "表.csv", read_again=lambda _: reading()).can_be_overruled
    assert not Batch(reading(), "题.txt").can_be_overruled
