"""To whom a make-up paper is not open, and why, in words."""

from __future__ import annotations

MAKE_UPS: dict[str, tuple[str, str]] = {
    "make-up-passed": (
        "《{first}》已经及格，不用参加补考《{paper}》。对成绩有疑问请联系班委会。",
        "“{first}” was passed, so “{paper}” need not be sat. Ask the class committee about the score.",
    ),
    "make-up-marking": (
        "《{first}》的答卷还没有评完，成绩公布后再看要不要参加补考《{paper}》。",
        "The answers to “{first}” are still being marked; see whether “{paper}” is due once the score is out.",
    ),
    "make-up-sitting": (
        "《{first}》还在作答中，请先交卷。成绩公布后再看要不要参加补考《{paper}》。",
        "“{first}” is still being sat: hand it in first. See whether “{paper}” is due once the score is out.",
    ),
    "make-up-not-due": (
        "《{first}》还没有截止，请先参加《{first}》，不用等补考《{paper}》。确实来不了的，请向班委会申请缓考。",
        "“{first}” has not closed yet: sit that rather than “{paper}”. Who cannot come asks the committee to defer.",
    ),
    "make-up-exempt": (
        "《{first}》已经免考，不用参加补考《{paper}》。",
        "“{first}” was waived, so “{paper}” need not be sat.",
    ),
    "make-up-misconduct": (
        "《{first}》记为违纪，不能参加补考《{paper}》。有疑问请联系班委会。",
        "Misconduct was noted at “{first}”, so “{paper}” cannot be sat. Ask the class committee.",
    ),
    "make-up-not-for-failed": (
        "补考《{paper}》不对《{first}》不及格的人开放。有疑问请联系班委会。",
        "“{paper}” is not open to who failed “{first}”. Ask the class committee.",
    ),
    "make-up-not-for-absent": (
        "补考《{paper}》不对《{first}》缺考的人开放。确有原因的，请向班委会申请记为缓考。",
        "“{paper}” is not open to who was absent from “{first}”. With good reason, ask the committee to defer.",
    ),
    "make-up-not-for-deferred": (
        "补考《{paper}》不对《{first}》缓考的人开放。有疑问请联系班委会。",
        "“{paper}” is not open to who was deferred at “{first}”. Ask the class committee.",
    ),
    "entered-not-eligible": (
        (
            "学号 {id} 已录入，但按补考资格不该参加：{reason}这份先不计成绩："
            "要算，请记为准予补考（scores note --as admitted）；录错了，请作废。"
        ),
        (
            "Candidate {id} is entered, though the make-up is not for them: {reason} "
            "It does not count: admit them (scores note --as admitted), or void it."
        ),
    ),
}
