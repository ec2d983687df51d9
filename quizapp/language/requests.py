"""What is said about more time, forced hand-ins and attempts that are open elsewhere."""

from __future__ import annotations

REQUESTS: dict[str, tuple[str, str]] = {
    # The screens.
    "requests.extended": ("考试时间已延长 {more}：{why}（{by}）", "{more} more time: {why} ({by})"),
    "take_over.title": ("《{title}》正在另一个窗口作答", "“{title}” is open in another window"),
    "take_over.free_title": ("《{title}》可以接着作答", "“{title}” can be gone on with"),
    "take_over.where": (
        "那个窗口在主机 {host} 上（进程 {pid}），{since} 打开的。",
        "That window is on host {host} (process {pid}) and was opened at {since}.",
    ),
    "take_over.waiting": (
        "请回到那里接着答。那个窗口关掉以后，这里会出现“接着作答”；计时不停，答案都在。",
        "Go back there. Once that window is closed this one lets you go on; the clock runs, every answer is kept.",
    ),
    "take_over.free": (
        "那个窗口已经关掉了。接着作答：还是原来的题、原来的答案和原来的时间。",
        "That window is closed. Going on here keeps the questions, the answers and the clock.",
    ),
    "take_over.back": ("返回", "Back"),
    "take_over.go_on": ("接着作答", "Go on here"),
    # Refusals.
    "orderer-needed": (
        "请写明是谁决定的：--by 姓名，或在设置里写上工作人员。",
        "Say who decides: --by NAME, or staff in the settings.",
    ),
    "order-needs-password": (
        "{paper} 要有监考口令才能办，什么也没有改动。请在考生的屏幕上按 F8，或用命令 papers extend、scores close。",
        "{paper} asks for the invigilator's password; nothing was done without it. Press F8 where it is sat.",
    ),
    "order-wrong-password": (
        "监考口令不对，什么也没有改动。请核对后再来一次。",
        "That is not the invigilator's password; nothing was done. Check it and try again.",
    ),
    "extend-needs-whom": (
        "请写明给谁延长：--candidate 学号，或 --all（正在考这份试卷的所有人），二者选一。",
        "Say who gets more time: --candidate ID, or --all for everybody who sits the paper; one of the two.",
    ),
    "extension-too-long": (
        "一次最多延长 366 天。请核对 --more 后面写的时长。",
        "No extension is longer than 366 days. Check what --more says.",
    ),
    "nobody-sits": (
        "现在没有人在考 {paper}，没有可以延长的答卷。",
        "Nobody is sitting {paper} now; there is nothing to extend.",
    ),
    "candidate-sits-not": (
        "学号 {id} 没有在考 {paper}，没有可以延长的答卷。请核对学号。",
        "Candidate {id} is not sitting {paper}; there is nothing to extend. Check the number.",
    ),
    "candidate-handed-in": (
        "学号 {id} 的 {paper} 已于 {at} 交卷，不能再延长。",
        "Candidate {id} handed {paper} in at {at}; it can no longer be extended.",
    ),
    "close-handed-in": (
        "答卷 {attempt} 已于 {at} 交卷，不用再收。",
        "Attempt {attempt} was handed in at {at}; there is nothing to collect.",
    ),
    "request-unanswered": (
        "作答的窗口（主机 {host}，进程 {pid}）没有回应，这次没有记下。请看那里是否卡住了，再试一次。",
        "The window where it is sat (host {host}, process {pid}) did not answer; nothing was recorded. Try again.",
    ),
}
