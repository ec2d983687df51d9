"""What can be wrong in items that tell more than right from wrong: scores, orders, levels, a frame, stages."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    "score-not-a-share": (
        "没有读懂选项得分“{text}”。请写 -1 到 1 之间的数，例如 1、0.5、1/2、0 或 -1/2。",
        "The score “{text}” was not understood. Write one from -1 to 1, such as 1, 0.5, 0 or -1/2.",
    ),
    "scores-not-all": (
        "选项得分要给每个选项都写一个，现在写的是 {letters}。请从 A 写到 {last}。",
        "Every option from A to {last} needs a score; there are {letters}.",
    ),
    "scores-none-full": (
        "没有一个选项得满分。请把最好的那个写成 1。",
        "No option scores 1. Give 1 to the best.",
    ),
    "scores-too-few": (
        "得分大于 0 的选项不足 {fewest} 个。请核对选项得分；若只有一个，请把题型改成 单选题。",
        "Fewer than {fewest} options score above 0. Check the scores; with one only, make it single_choice.",
    ),
    "key-not-of-scores": (
        "答案写的是 {key}，按选项得分应是 {right}。请改一处；答案也可以不写。",
        "The key says {key}, the scores say {right}. Change one of them; the key may be left out.",
    ),
    "before-not-letters": (
        "没有读懂先后“{run}”。请写两个以上选项的字母，例如 ABD；选项只到 {last}。",
        "The order “{run}” was not understood. Write two letters or more, such as ABD; options end with {last}.",
    ),
    "before-not-kept": (
        "选项自己的次序不合先后“{run}”。选项要按一种对的次序写，请调整选项，或改这一条先后。",
        "The options as written do not keep “{run}”. Write them in an order that is right, or change this one.",
    ),
    "level-marks": (
        "没有读懂这一档的分值“{text}”。请写一个数，或从几到几，例如 4 或 2-3。",
        "The marks “{text}” of this level were not understood. Write a number, or from one to another, such as 2-3.",
    ),
    "level-twice": (
        "这一点里有两档同名。请改一个名字。",
        "Two levels of this point have the same name. Change one of them.",
    ),
    "levels-not-whole": (
        "各档要从高到低写，最高到 {marks} 分，最低从 0 分起，中间不缺不重。请核对各档的分值。",
        "Levels go from the highest down, from {marks} marks to 0, without a gap and without overlapping. Check them.",
    ),
    "deduction-most": (
        "每处扣 {each}，最多扣 {most}：最多要是每处的整数倍，都大于 0。请改一个。",
        "Each takes {each} off and {most} at most, which must be a multiple of it and above 0. Change one of them.",
    ),
    "frame-count": (
        "框架现在有 {count} 部分，请写 {fewest} 到 {most} 个。",
        "The frame has {count} parts. Write {fewest} to {most}.",
    ),
    "frame-part": (
        "框架里的“{part}”用不了：名称不能空、不能重，不能有“【”“】”和换行。请改一个名称。",
        "“{part}” cannot be a part of the frame: names are not empty, differ, and have no 【, 】 or line break.",
    ),
    "stages-beside": (
        "写了 阶段，就不再写 {chinese}（{field}）。请把它移进阶段里，或删掉。",
        "With stages there is no {field} ({chinese}) beside them. Move it into a stage, or delete it.",
    ),
    "stage-count": (
        "现在有 {count} 个阶段，请写 {fewest} 到 {most} 个。",
        "There are {count} stages. Write {fewest} to {most}.",
    ),
}
