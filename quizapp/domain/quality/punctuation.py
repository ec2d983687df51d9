"""Half-width punctuation in Chinese text, where it stands surely for its full-width twin."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp.domain.item import Item
from quizapp.domain.quality.finding import Finding
from quizapp.domain.quality.wording import Wording

CODE = "punctuation-mixed"

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_NARROW = re.compile("[,;:?!()]")
# Behind a Chinese character they are Chinese, the blanks behind them being part of them there; before one, only those
# are that end neither a number (5!) nor a word in another tongue (OK? 9:30).
_SIGNS = re.compile(rf"(?<=[{_HAN}”’》）】])[,;:?!]+ *|(?<=[0-9A-Za-z%])[,;] *(?=[{_HAN}“《])")
_PAIR = re.compile(r"\(([^()（）\n]*)\)")
# A pair of two widths is wrong whatever it holds.
_HALF_OPEN = re.compile(r"\(([^()（）\n]*）)")
_HALF_CLOSED = re.compile(r"(（[^()（）\n]*)\)")
_CHINESE = re.compile(f"[{_HAN}]")
_FORMULA = re.compile("[0-9A-Za-z]")


def widened(text: str) -> str:
    """Return `text` with full-width punctuation where Chinese stands beside it: no numbers, formulas or addresses."""
    text = _HALF_CLOSED.sub(r"\1）", _HALF_OPEN.sub(r"（\1", text))
    text = _PAIR.sub(_pair, text)
    return _SIGNS.sub(lambda found: found[0].rstrip().translate(_WIDE), text)


def mixed_punctuation(item: Item, wording: Wording) -> Iterable[Finding]:  # noqa: ARG001  # as every check is called
    """Find the texts with half-width punctuation beside Chinese, each as it should be; keys are compared either way."""
    if not _NARROW.search(wording.whole):
        return ()
    found = []
    for path, text in wording.texts:
        if path[0] != "key" and (meant := widened(text)) != text:
            found.append(Finding(CODE, path, {"corrected": " ".join(meant.splitlines())}))
    return found


def _pair(found: re.Match[str]) -> str:
    """Return a pair of brackets widened where it holds Chinese, or nothing, after Chinese; `IF(…)` is a formula's."""
    before = found.string[: found.start()].rstrip(" ")[-1:]
    if _FORMULA.match(before):
        return found[0]
    is_chinese = _CHINESE.search(found[1]) or ((found[1].isspace() or not found[1]) and _CHINESE.match(before))
    return found[0].translate({40: "（", 41: "）"}) if is_chinese else found[0]
