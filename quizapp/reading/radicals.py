"""Radicals that look like characters, as PDF and some fonts leave them behind: ⼯ for 工, ⻔ for 门."""

from __future__ import annotations

import re
import unicodedata

# The Kangxi block decomposes by itself; of the supplement Unicode says nothing but in EquivalentUnifiedIdeograph.txt.
_SUPPLEMENT = (
    "⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇几 ⺈刀 ⺉刂 ⺊卜 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑尣 ⺒巳 ⺓幺 ⺔彑 ⺕彐 "
    "⺖忄 ⺗㣺 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 "
    "⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺶羊 ⺷羊 ⺹耂 ⺺肀 ⺻聿 ⺼月 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 "
    "⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 ⻖阝 "
    "⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞食 ⻟飠 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 "
    "⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟"
)
_CHARACTERS = {
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    **{pair[0]: pair[1] for pair in _SUPPLEMENT.split()},
}
_RADICAL = re.compile("[\u2e80-\u2fd5]")


def without_radicals(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text with each radical replaced by the character it looks like, and the radicals that were."""
    found = tuple(dict.fromkeys(sign for sign in _RADICAL.findall(text) if sign in _CHARACTERS))
    return (_RADICAL.sub(lambda one: _CHARACTERS.get(one[0], one[0]), text), found) if found else (text, ())


def meant(radical: str) -> str:
    """Return the character that a radical looks like; itself for what is none."""
    return _CHARACTERS.get(radical, radical)
