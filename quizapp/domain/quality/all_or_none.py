"""Options that speak of the others (以上都对, 都不对): shuffled, they stand anywhere, and half a thought finds them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp.domain.item import LETTERS, Item
from quizapp.domain.quality.finding import Finding
from quizapp.domain.quality.wording import Wording

CODE = "option-all-or-none"

_TYPES = ("single_choice", "multiple_choice")
_HINT = re.compile("以上|上述|前述|上面|前[面几二两三四五2-5]|都|均|皆|全|没有|无")
_MANY = "(?:全都|全部|都|均|皆|全|没有一[项个种]|没有|无一|无)"
_VERDICT = "(?:是|对|正确|错误|错|非|包括|包含|符合|属于|有|行|选|可以?|适用|成立)"
# A sentence about what is above, from its first character to its last: 以上级文件为准 is none.
_OTHERS = re.compile(
    "(?:以上|上述|前述|上面|前[面几二两三四五2-5])(?:的|所述)?(?:[各几两三四五]|所有|全部)?"
    "(?:选?项|说法|答案|内容|情况|情形|观点|表述|做法|者|[种个条点])?(?:选项|说法|答案|内容|情况|做法)?"
    f"(?:{_MANY}[不没]?{_VERDICT}|[不没]?(?:对|正确|错误|是)|全部|所有)(?:的|题意|要求)?"
)
_BARE = re.compile(
    "(?:全都|全部|都|均|皆|全)[不没]?(?:是|对|正确|错误|错|非|包括|符合|选)的?|(?:没有|无)正确的?(?:答案|选项|说法)?"
)
_ROUND = " 。，、；.,;“”（）()"


def all_or_none(item: Item, wording: Wording) -> Iterable[Finding]:  # noqa: ARG001  # as every check is called
    """Find the options that speak of all the others, where they may be shuffled."""
    if item.TYPE not in _TYPES or item.keep_order:
        return ()
    return [
        Finding(CODE, ("options", place), {"letter": LETTERS[place], "option": text.strip()})
        for place, text in enumerate(item.choices)
        if _HINT.search(text) and speaks_of_others(text)
    ]


def speaks_of_others(text: str) -> bool:
    """Return whether an option says nothing but whether the others are right."""
    bare = text.strip(_ROUND)
    return bool(_OTHERS.fullmatch(bare) or _BARE.fullmatch(bare))
