"""Lines that repeat one thing as often as they have room for, by the kind of file that they stand in."""

from __future__ import annotations

from collections.abc import Callable

Make = Callable[[int], str]
"""Makes a file of so many repetitions."""

_ITEM = "bank: b\nitems:\n- {id: a, type: single_choice, stem: s, options: [a, b], key: A, "
_QUESTION = "1. 题目\nA. 甲\nB. 乙\n"

YAML: dict[str, Make] = {
    "aliases": lambda n: "bank: b\nitems: [" + "*x, " * n + "]\n",
    "anchors": lambda n: "bank: b\nitems: [" + "".join(f"&a{i} x, " for i in range(n)) + "]\n",
    "full-width colons": lambda n: "bank: b\nitems:\n- {" + "甲：乙, " * n + "}\n",
    "cut values": lambda n: "bank: b\nitems:\n- {id: 1" + ",000元" * n + "}\n",
    "a key again and again": lambda n: "bank: b\nitems:\n- {" + "id: a, " * n + "}\n",
    "unknown fields": lambda n: "bank: b\nitems:\n- {" + "".join(f"f{i}: a, " for i in range(n)) + "}\n",
    "a long field": lambda n: "bank: b\nitems:\n- {" + "f" * n + ": a}\n",
    "a long value": lambda n: "bank: b\nitems:\n- {id: a, type: " + "x" * 9 * n + ", stem: s}\n",
    "texts for maps": lambda n: "bank: b\nitems: [" + "x, " * n + "]\n",
    "lists for texts": lambda n: _ITEM + "tags: [" + "[a], " * n + "]}\n",
    "maps for texts": lambda n: _ITEM + "tags: [" + "{a: b}, " * n + "]}\n",
    "tabs": lambda n: "bank: b\nitems:\n- {id: " + "a:\t b, " * n + "}\n",
    "brackets": lambda n: "bank: b\nitems: " + "[" * n + "\n",
    "escapes": lambda n: 'bank: b\nitems: ["' + '\\"' * n + "\n",
    "blanks": lambda n: "bank: b\ntitle: " + " " * n + "x\nitems: []\n",
    "colons": lambda n: "bank: b\ntitle: " + "a: " * n + "\n",
    "dashes": lambda n: "bank: b\nitems:\n" + "- " * n + "a\n",
    "letters of a key": lambda n: (
        "bank: b\nitems:\n- {id: a, type: multiple_choice, stem: s, options: [a, b], key: " + "A" * n + "}\n"
    ),
    "blanks of a stem": lambda n: "bank: b\nitems:\n- {id: a, type: fill_blank, stem: " + "___ " * n + ", key: x}\n",
    "digits": lambda n: _ITEM + "marks: " + "9" * n + "}\n",
    "one id": lambda n: "bank: b\nitems:\n" + "- {id: a, type: true_false, stem: s, key: true}\n" * n,
    "marks on a letter": lambda n: "bank: b\ntitle: a" + "\u0301" * n + "\nitems: []\n",
    "comments": lambda n: "bank: b\nitems:\n" + "".join(f"- stem: a{i} # c\n" for i in range(n)),
}
"""Of banks."""

TEXT: dict[str, Make] = {
    "one key": lambda n: f"{_QUESTION}答案\n" + "1.A " * n,
    "keys of nobody": lambda n: f"{_QUESTION}答案\n" + " ".join(f"{i}.A" for i in range(n)),
    "ranges": lambda n: f"{_QUESTION}答案\n" + "1-5 " * n,
    "ranges with keys": lambda n: f"{_QUESTION}答案\n" + "1-5 ABCDA " * n,
    "numbered texts": lambda n: f"{_QUESTION}答案\n" + "1、甲 " * n,
    "numbers": lambda n: f"{_QUESTION}答案\n1、甲" + " 2" * n,
    "a table of keys": lambda n: f"{_QUESTION}答案\n题号|" + "1|" * n + "\n答案|" + "A|" * n,
    "lines of keys": lambda n: f"{_QUESTION}答案\n" + "1.A\n" * n,
    "options on a line": lambda n: "1. 题目\n" + "A. 甲 B. 乙 " * n,
    "signs of an option": lambda n: "1. 题目\nA. 甲" + " B." * n,
    "lines of one option": lambda n: "1. 题目\n" + "A. 甲\n" * n,
    "keys in a stem": lambda n: "1. 题目" + "（A）" * n + "\nA. 甲\nB. 乙\n",
    "brackets": lambda n: "1. 题目" + "（" * n + "\nA. 甲\nB. 乙\n",
    "blanks": lambda n: "1. 题目" + "___" * n + "\n答案：甲\n",
    "labels": lambda n: _QUESTION + "答案：A " * n,
    "rationales": lambda n: _QUESTION + "解析：" * n,
    "one number": lambda n: "1. 甲\n" * n,
    "numbers alone": lambda n: "".join(f"{i}. 甲\n" for i in range(n)),
    "points of an answer": lambda n: "1. 题目\n答案：甲\n" + "".join(f"{i}. 甲\n" for i in range(n)),
    "points in brackets": lambda n: "1. 题目\n" + "（1）甲\n" * n,
    "digits": lambda n: "1" * n + ". 甲\n",
    "sections": lambda n: "一、单选题\n" * n,
    "page numbers": lambda n: "第 3 页 共 20 页\n" * n,
    "nothing": lambda n: "题\n" * n,
    "blanks within": lambda n: "1. 题目" + " " * n + "甲\nA. 甲" + " " * n + "乙\nB. 乙\n答案：A" + " " * n + "甲\n",
    "lines to fill in": lambda n: "填空题\n1. 题目" + "___甲" * n + "\n",
    "options named in a stem": lambda n: "1. 题目" + "（B. 乙" * n + "\n",
    "strokes": lambda n: "1. 题目" + "-A:甲" * n + "\n",
    "ticks": lambda n: "1. 题目\nA. 甲" + "√ " * n + "\nB. 乙\n",
    "chapters": lambda n: "第一章\n1. 甲\nA. 一\nB. 二\n" * (n // 20) + "参考答案\n" + "第一章\n1. A\n" * (n // 20),
    "typed keys": lambda n: "一、单选题\n1. 甲\nA. 一\nB. 二\n" * (n // 20) + "单选题答案：1-1 A\n" * (n // 20),
    "other numbers": lambda n: "".join(f"题目{i}：甲（√）\n" for i in range(n)),
    "circled points": lambda n: "1. 题目\n" + "①甲\n" * n,
    "unnumbered": lambda n: "题\nA. 甲\nB. 乙\n答案：A\n" * (n // 10),
    "letters alone": lambda n: "1. 题目\n" + "A 甲\nB 乙\n" * n,
    "words for letters": lambda n: "1. 题目\n" + "true. 甲\nfalse. 乙\n" * n,
    "keys alone": lambda n: "1. 题目\n" + "A\n" * n,
    "lines of pages": lambda n: "".join(f"题库 第{i}页\n1. 甲（√）\n" for i in range(n // 5)),
    "a reason": lambda n: _QUESTION + "答案：A" + "，" * n + "甲\n",
    "words within a heading": lambda n: "第一章" + " " * n + "甲\n" + _QUESTION,
}
"""Of questions as people write them."""

GIFT: dict[str, Make] = {
    "answers": lambda n: "题目 {" + "=甲 " * n + "}\n",
    "shares": lambda n: "题目 {=甲 " + "~%50%乙 " * n + "}\n",
    "brackets": lambda n: "题目 " + "{" * n + "\n",
    "pairs": lambda n: "题目 {" + "=甲 -> 乙 " * n + "}\n",
    "feedback": lambda n: "题目 {=甲" + "#乙" * n + "}\n",
    "tags": lambda n: "[html]题目 " + "<b>" * n + " {=甲}\n",
}

AIKEN: dict[str, Make] = {
    "options": lambda n: "题目\n" + "A. 甲\n" * n + "ANSWER: A\n",
    "answers": lambda n: "题目\nA. 甲\nB. 乙\n" + "ANSWER: A\n" * n,
}

CSV: dict[str, Make] = {
    "columns": lambda n: ",".join(["题干"] * n) + "\n" + ",".join(["甲"] * n) + "\n",
    "options in a cell": lambda n: '题干,题型,答案,选项\n甲,单选,A,"' + "A. 甲 " * n + '"\n',
    "wrong rows": lambda n: "题干,题型,答案,选项A,选项B\n" + "甲,单选,Z,乙,丙\n" * n,
    "letters of a key": lambda n: "题干,题型,答案,选项A,选项B\n甲,多选," + "A、" * n + ",乙,丙\n",
}

KINDS: dict[str, dict[str, Make]] = {"native": YAML, "chinese_text": TEXT, "gift": GIFT, "aiken": AIKEN, "csv": CSV}
"""By the formats' names."""
CASES = [(kind, name) for kind, made in KINDS.items() for name in made]
