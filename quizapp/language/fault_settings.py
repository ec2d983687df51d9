"""What can be wrong in a home's settings, in words."""

from __future__ import annotations

SETTINGS: dict[str, tuple[str, str]] = {
    "not-a-date": (
        "没有读懂日期“{text}”。请写 2026-09-01 或 2026年9月1日。",
        "“{text}” is not a date. Write it as 2026-09-01.",
    ),
    "class-ends-first": (
        "班次结束的日期早于开始的日期。请核对这两个日期。",
        "The class ends before it begins. Check both dates.",
    ),
    "weight-zero": (
        "权重是 0，等于不算。请写大于 0 的份额，或去掉这一行。",
        "A weight of 0 counts for nothing. Write a share above 0, or remove the line.",
    ),
    "weight-total": (
        "各项权重加起来是 {total}，应当正好是 100%。请改正其中的份额；三等分请写 1/3。",
        "The weights add up to {total} and should make 100%. Correct the shares; thirds are written 1/3.",
    ),
}
