"""Radicals that look like characters, as a PDF's text has them: ⼯ (U+2F2F) is not 工, and is found by no search."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from quizapp.domain.item import Item
from quizapp.domain.quality.finding import Finding
from quizapp.domain.quality.wording import Wording

CODE = "radical-look-alike"

# Kangxi radicals, the supplement's, and the compatibility ideographs of other standards.
_LOOK_ALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
# Unicode folds the Kangxi radicals and hardly any of the supplement's, of which these look like whole characters.
_SUPPLEMENT = str.maketrans(
    dict(
        zip(
            "⺁⺅⺆⺉⺊⺎⺏⺐⺒⺓⺔⺕⺖⺘⺙⺛⺟⺠⺡⺢⺣⺦⺨⺫⺬⺭⺮⺯⺰⺲⺶⺹⺺⺻⺼⺽⺾⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
            "厂亻冂刂卜兀尣尢巳幺彑彐忄扌攵旡母民氵氺灬丬犭罒示礻竹糹纟罒羊耂肀聿月臼艹虎衤覀西见角讠贝车辶阝钅長镸长门阝雨青韦页风飞食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
            strict=True,
        )
    )
)


def without_radicals(text: str) -> str:
    """Return `text` with the characters that its look-alikes stand for."""
    return _LOOK_ALIKE.sub(lambda found: _meant(found[0]), text)


def look_alikes(item: Item, wording: Wording) -> Iterable[Finding]:  # noqa: ARG001  # as every check is called
    """Find the texts that have look-alikes in them, each with what was meant."""
    if not _LOOK_ALIKE.search(wording.whole):
        return ()
    found = []
    for path, text in wording.texts:
        meant = without_radicals(text)
        if meant != text:
            wrong = sorted({sign for sign in _LOOK_ALIKE.findall(text) if _meant(sign) != sign})
            pairs = "、".join(f"{sign}（{_meant(sign)}）" for sign in wrong)
            found.append(Finding(CODE, path, {"pairs": pairs, "corrected": " ".join(meant.splitlines())}))
    return found


def _meant(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign.translate(_SUPPLEMENT))
