"""What is said of attempts that are carried: packed, collected, refused, to be decided; and of a receipt's code."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    # Help.
    "help.scores.pack": (
        (
            "导出答卷：把这台机器上的答卷做成一个文件，带去收卷；不写试卷就是全部。\n"
            "里面有作答记录和卷面，没有答案。正在作答的也在内。"
        ),
        (
            "Write attempts into one file to carry to where they are collected; without a paper all of them.\n"
            "It holds what was answered and what was shown, and no keys. Attempts under way are in it too."
        ),
    ),
    "help.scores.collect": (
        (
            "收卷：逐份检查带回来的答卷，把新的和更全的收进成绩册。\n"
            "可以写文件、文件夹或优盘，不论次序，重复收也不会错。改动过的、别的班次的、别的版本的不收，逐份说明原因。"
        ),
        (
            "Check attempts that were carried here one by one, and take what is new or goes further.\n"
            "Name files, folders or drives, in any order, as often as you like. What was altered, or is of another "
            "class or version, is refused with its reason."
        ),
    ),
    "help.option.pack-to": ("写到哪个文件，以 .zip 结尾", "the file to write; it ends in .zip"),
    # Packing.
    "collect.packed": ("已导出 {count} 份答卷，写到 {file}。", "{count} attempt(s) written to {file}."),
    "pack-ending": ("导出的文件名要以 {suffix} 结尾，不是 {to}。", "A pack's name ends in {suffix}, not {to}."),
    "pack-over-other": (
        "{path} 已经有了，里面不全是这次要导出的答卷，没有覆盖。请换一个文件名。",
        "{path} is there already and holds more than these attempts; it was not overwritten. Use another name.",
    ),
    "pack-empty": ("这里没有可以导出的答卷。", "There is no attempt to pack here."),
    "pack-blank": (
        "这是个空文件，可能优盘拔早了。请从原来的机器上重新导出。",
        "This file is empty: the stick may have been pulled out too early. Pack it again on its own machine.",
    ),
    "pack-broken": (
        "这个文件损坏了或没有拷完，可能优盘拔早了。请从原来的机器上重新导出。",
        "This file is damaged or cut short: the stick may have been pulled out too early. Pack it again.",
    ),
    "pack-foreign": (
        "这不是程序导出的答卷包，或用别的软件改过、重新压缩过。请从原来的机器上重新导出。",
        "This is no pack as the program writes it, or something else saved it anew. Pack it again on its own machine.",
    ),
    "pack-huge": (
        "这个文件展开后大得不像答卷包，没有读取。请从原来的机器上重新导出；不要使用来历不明的文件。",
        "Unpacked, this is larger than any pack; it was not read. Pack it again, and trust no file of unknown origin.",
    ),
    "pack-altered": (
        "答卷 {attempt} 的记录被改动过，或卷面不在，没有导出。请不要再动这台机器，交给班委会检查（scores verify）。",
        "Attempt {attempt} was altered here, or its form is gone; it was not packed. Have it checked (scores verify).",
    ),
    "pack-no-place": (
        "这台机器上没有找到可以存放的位置。请插上优盘再按一次。",
        "No place to write to was found here. Plug in a stick and press again.",
    ),
    "pack-nowhere": (
        "答卷没有导出：{trouble} 请换一个优盘再按一次；答卷在这台机器上是完整的。",
        "The answers were not written out: {trouble} Try another stick; they are whole on this machine.",
    ),
    "pack-not-read-back": (
        "写到 {file} 的内容读回来不一样，这个盘可能坏了。",
        "What was written to {file} reads back otherwise; that drive may be broken.",
    ),
    # Verdicts: their kinds, then each.
    "collect.kind.taken": ("已收", "taken"),
    "collect.kind.known": ("已有", "known"),
    "collect.kind.doubtful": ("另存，待裁定", "kept, to be decided"),
    "collect.kind.foreign": ("无关", "not one"),
    "collect.kind.refused": ("不收", "refused"),
    "collect.line": ("{kind}  {who}：{text}（{file}）", "{kind}  {who}: {text} ({file})"),
    "collect.line-file": ("{kind}  {file}：{text}", "{kind}  {file}: {text}"),
    "collect.new": ("新收，{lines} 条记录。", "new, {lines} records."),
    "collect.longer": (
        "比已收的更全，从 {was} 条到 {lines} 条。",
        "goes further than before: {was} to {lines} records.",
    ),
    "collect.went-on": (
        "在这里开考，换机后接着答完，从 {was} 条到 {lines} 条。",
        "begun here and gone on with on another machine: {was} to {lines} records.",
    ),
    "collect.same": ("已经收过。", "here already."),
    "collect.shorter": ("已收的更全，不变。", "what is here goes further; it stays."),
    "collect.own": ("就是这台机器上的答卷，不变。", "this machine's own; it stays."),
    "collect.not-pack": ("不是答卷包，没有动它。", "no pack of attempts; it was left alone."),
    "collect.odd-name": ("答卷编号或试卷编号不对。", "the attempt's or the paper's id is none."),
    "collect.altered": ("作答记录被改动过，从第 {line} 条起不对。", "its record was altered from line {line} on."),
    "collect.nothing-whole": ("作答记录不完整，一条也读不出。", "nothing of its record is whole."),
    "collect.unknown-kind": (
        "有这个版本不认得的记录（{kind}）。请用最新版的程序收卷。",
        "it has records that this version does not know ({kind}). Collect with the newest version.",
    ),
    "collect.altered-start": (
        "开头的记录和答卷编号不符，被改动过。",
        "its first record is not of that attempt; it was altered.",
    ),
    "collect.altered-pack": (
        "和答卷包里登记的条数、回执号不符：被截断或改动过。请从原来的机器上重新导出。",
        "it is not as the pack says it is: cut off or altered. Pack it again on its own machine.",
    ),
    "collect.other-class": (
        "是别的班次的：{theirs}；这里是 {ours}。",
        "it is of another class, {theirs}; this is {ours}.",
    ),
    "collect.other-version": (
        "考的是《{title}》的另一个版本，题目或大题不同。请核对是不是拿错了试卷。",
        "it was sat by another version of “{title}”. Check whether a wrong paper was handed out.",
    ),
    "collect.form-missing": (
        "答卷包里没有它的卷面。请从原来的机器上重新导出。",
        "its form is missing. Pack it again on its own machine.",
    ),
    "collect.form-altered": ("它的卷面被改动过。", "its form was altered."),
    "collect.contradicts": (
        "第 {line} 条记录和卷面对不上，不可能这样作答。",
        "record {line} cannot have happened on its form.",
    ),
    "collect.id-taken": ("这里已有同一编号、别的试卷的答卷。", "an attempt of that id is here at another paper."),
    "collect.here-altered": (
        "这里已收的那份被改动过，没有替换。请先用 scores verify 检查。",
        "the one that is here was altered; nothing was replaced. Run scores verify first.",
    ),
    "collect.fork-own": (
        "和这台机器上的答卷从第 {line} 条起不同，没有换机记录；两份都留着，裁定以前都不计。",
        (
            "it differs from this machine's own from record {line} on, and was not carried over; both are kept, "
            "and neither counts until somebody decides."
        ),
    ),
    "collect.own-open": (
        "这份答卷正在这台机器上打开着。请先关掉那个窗口，再收一次。",
        "it is open on this machine. Close that window and collect again.",
    ),
    "collect.fork-aside": (
        "和已收的从第 {line} 条起不同，同一份答卷有了不同的副本；都留着，裁定以前都不计。",
        "its copies part ways at record {line}; all are kept, and none counts until somebody decides.",
    ),
    "collect.fork-stands": (
        "和先前收的从第 {line} 条起不同，同一份答卷有了不同的副本；都留着，裁定以前都不计。",
        "its copies part ways at record {line}; all are kept, and none counts until somebody decides.",
    ),
    "collect.fork-known": (
        "这个副本以前收过，从第 {line} 条起和另一个不同，还没有裁定，都不计。",
        "this copy came before; it parts from another at record {line}, nobody has decided, and neither counts.",
    ),
    "collect.fork-decided": (
        "这个副本以前收过，{by} 已裁定不采用。",
        "this copy came before; {by} decided against it.",
    ),
    "collect.unreadable": ("打不开：{trouble}", "cannot be read: {trouble}"),
    "collect.too-deep": (
        "压缩包里的压缩包里还有压缩包，没有再往里读。请把里面的答卷包直接放在优盘上。",
        "this is an archive in an archive in an archive; it was not read. Put the packs themselves on the stick.",
    ),
    "collect.too-many": ("里面的答卷超过 {limit} 份，不收。", "it has more than {limit} attempts."),
    "collect.too-long": ("作答记录大得不像真的，不收。", "its record is larger than any real one."),
    "collect.gone": (
        "答卷包里登记了这份答卷，可是没有它的记录。请从原来的机器上重新导出。",
        "the pack names it, and its record is not there. Pack it again on its own machine.",
    ),
    # What came of it all.
    "collect.nothing": ("没有找到答卷包。", "No pack of attempts was found."),
    "collect.done": (
        "收卷完毕：新收 {taken} 份，已有 {known} 份，不收 {refused} 份。",
        "Collected: {taken} taken, {known} known, {refused} refused.",
    ),
    "collect.done-doubtful": (
        "有 {count} 个副本和别的不同，都留着，裁定以前不计：见待处理。",
        "{count} of them part ways with other copies: kept, and not counted until somebody decides.",
    ),
    "collect.done-foreign": (
        "另有 {count} 个文件不是答卷包，没有动。",
        "{count} other file(s) are no packs and were left alone.",
    ),
    "collect.copy": (
        "副本 {head}：{lines} 条记录，{end}，答了 {answered} 题，来自 {where}",
        "copy {head}: {lines} records, {end}, {answered} answered, from {where}",
    ),
    "collect.copy.parts": ("{copy}；从第 {line} 条起不同", "{copy}; other from record {line} on"),
    "collect.copy.not-kept": (
        "副本 {head}：{lines} 条记录，这里没有留下，请再收一次 {where}",
        "copy {head}: {lines} records, not kept here; collect {where} again",
    ),
    "collect.copy.sat-here": ("这台机器", "this machine"),
    "collect.copy.handed-in": ("{at} 交卷", "handed in at {at}"),
    "collect.copy.last": ("到 {at}，没有交卷", "up to {at}, not handed in"),
    "collect.unmarked": (
        "其中 {count} 份暂记“已交卷”，因为这里没有那份卷的答案。把题库和试卷放好后再收一次就会评分。",
        "{count} of them stay handed in: the keys of their form are not here. Bring them here and collect again.",
    ),
    "collect.decide": ("待处理 {count} 件：", "To be decided: {count}"),
    "collect.decide.line": ("  {number}. {text}", "  {number}. {text}"),
    "collect.decide.forked": (
        "{id} {name} 的《{title}》答卷 {attempt} 有不同的副本，都不计。核对后裁定（scores choose）：",
        "{id} {name}: copies of “{title}” {attempt} part ways; none counts. Choose one (scores choose):",
    ),
    "collect.decide.irregular": (
        "{id} {name} 的《{title}》答卷 {attempt} 时间不可信：{what}。核对后作废（scores void），或照此计分并写明备注。",
        "{id} {name}: the times of “{title}” {attempt} cannot be: {what}. Void it, or let it stand and note why.",
    ),
    "collect.decide.spelling": (
        "学号 {id} 和 {other} 只是写法不同，算一个人：{name}《{title}》{attempt}。不是就改归属（scores reassign）。",
        "{id} and {other} differ in writing alone and count as one: {name}, “{title}” {attempt}. Else reassign it.",
    ),
    "collect.decide.beyond": (
        "{id} {name} 考《{title}》超过规定次数：最先开考的算数，答卷 {attempt} 不计。要改就作废别的（scores void）。",
        "{id} {name} sat “{title}” more often than allowed: the first counts, {attempt} does not. Else void others.",
    ),
    "collect.decide.ineligible": (
        (
            "{id} {name} 不在补考《{title}》的对象之内，答卷 {attempt} 先不计：{reason}"
            "要算就准予补考（scores note --as admitted），不算就作废。"
        ),
        (
            "{id} {name}: “{title}” is not for them, so {attempt} does not count: {reason} "
            "Admit them (scores note --as admitted), or void it."
        ),
    ),
    "collect.decide.overlap": (
        "{id} {name} 的《{title}》答卷 {attempt} 和《{other_title}》答卷 {other} 时间重叠。核对后作废或改归属。",
        "{id} {name}: “{title}” {attempt} and “{other_title}” {other} overlap in time. Void one, or reassign it.",
    ),
    "collect.decide.order": (
        "{id} {name} 的《{title}》答卷 {attempt}：{what}。请向监考人员核对，不是监考人员办的就作废（scores void）。",
        "{id} {name}, “{title}” {attempt}: {what}. Ask the invigilators; else void it (scores void).",
    ),
    "collect.decide.stranger": (
        "学号 {id}（{name}）不在名册里：《{title}》答卷 {attempt}。核对后改归属（scores reassign），或补进名册。",
        "{id} ({name}) is not on the roster: “{title}” {attempt}. Reassign it, or add them to the roster.",
    ),
    "collect.decide.marks": (
        "{id} {name} 的《{title}》答卷 {attempt} 第 {number} 题双评不一致：{given}。裁定一个分数（scores override）。",
        "{id} {name}: “{title}” {attempt}, question {number}: markers differ: {given}. Decide with scores override.",
    ),
    "collect.decide.sat_here": (
        "这份还在这台机器上作答：先收卷（scores close）。",
        " It is being sat here: close it first.",
    ),
    "collect.decide.name": (
        "学号 {id} 在名册里是{known}，《{title}》答卷 {attempt} 上是{name}。核对后改归属（scores reassign）或改名册。",
        "{id} is {known} on the roster and {name} on “{title}” {attempt}. Reassign it, or mend the roster.",
    ),
    # Choosing between copies.
    "help.scores.choose": (
        (
            "裁定副本：同一份答卷收来了不同的副本，选定以哪一个为准，写明理由。\n"
            "别的副本仍留着。副本编号写开头几位就行，scores list 会列出来。"
        ),
        (
            "Choose which of an attempt's copies counts, where they part ways, and say why.\n"
            "The others stay kept. The beginning of a copy's number will do; scores list names them."
        ),
    ),
    "help.option.choose-copy": (
        "以哪个副本为准：它的编号，或开头几位",
        "the copy that counts: its number, or its beginning",
    ),
    "copies-one": (
        "答卷 {attempt} 没有需要裁定的副本。",
        "There is nothing to choose: no copies of attempt {attempt} part ways.",
    ),
    "copies-which": (
        "答卷 {attempt} 没有副本 {given}。请从这些里选：{heads}。",
        "Attempt {attempt} has no copy {given}. Choose one of these: {heads}.",
    ),
    "collect.chosen": (
        "已裁定：{id} {name} 的答卷 {attempt} 以副本 {head} 为准，现在计入。",
        "Chosen: of attempt {attempt} of {id} {name} the copy {head} counts from now on.",
    ),
    # What verifying finds of what was collected.
    "verify.forked": (
        "{file} 有不同的副本（{heads}），还没有裁定以哪个为准，都不计（scores choose）。",
        "copies of {file} part ways ({heads}) and nobody has decided; none counts (scores choose).",
    ),
    "verify.collected-unfinished": (
        "{file} 收到一半中断了，{journal} 还没有放好；再收一次就行。",
        "collecting {file} was stopped halfway and {journal} is not in place; collect it again.",
    ),
    "verify.collected-missing": (
        "{journal} 收过（{file}），现在不见了；有原来的文件，再收一次就补回来。",
        "{journal} was collected ({file}) and is gone; collecting that file again brings it back.",
    ),
    "verify.collected-older": (
        "{journal} 比收来时（{file}）旧，没有收完，或换回了旧版；有原来的文件，再收一次就补全。",
        "{journal} is older than what was collected ({file}); collecting that file again brings it up to date.",
    ),
    "verify.collected-other": (
        "{journal} 和收来时（{file}）不一样，收来以后被替换过。",
        "{journal} is not what was collected ({file}): it was replaced since.",
    ),
    "verify.altered-collected": (
        "{file} 从第 {line} 行起与写入时不一致，收过哪些答卷的记录被改动过；收来的答卷不能据此核对。",
        "{file} is not as written from line {line} on: what was collected was altered, and cannot be compared with.",
    ),
    # Refusals elsewhere.
    "attempt-collected": (
        "答卷 {attempt} 是从别的机器收来的，这里不能接着答，也不能改动它的记录。",
        "Attempt {attempt} was collected from another machine: it cannot be gone on with or written to here.",
    ),
    "journal-contradicts": (
        "答卷 {attempt} 的记录自相矛盾，被改动过。请用 scores verify 检查。",
        "The record of attempt {attempt} contradicts itself; it was altered. Run scores verify.",
    ),
    # The result screen.
    "pack.hint": (
        "请按 F6 导出答卷，交给监考人员。",
        "Press F6 to write your answers out, and hand them to the invigilator.",
    ),
    "pack.key_out_first": ("{key} 导出答卷", "{key} Hand out"),
    "pack.key_out_again": ("{key} 再导出一次", "{key} Hand out again"),
    "pack.title": ("答卷已导出", "Your answers were written out"),
    "pack.done": ("答卷已导出：{file}", "Your answers are in {file}"),
    "pack.where": ("位置：{file}", "Where: {file}"),
    "pack.on_stick": (
        "在优盘上。请等指示灯不闪了再拔，交给监考人员。",
        "It is on the stick. Wait until its light is still, then hand it to the invigilator.",
    ),
    "pack.on_machine": (
        "没有找到优盘，存在了这台机器上。请告诉监考人员；插上优盘后可以再导出一次。",
        "No stick was found: it is on this machine. Tell the invigilator; plug one in and hand it out again.",
    ),
    "pack.not_on_stick": (
        "优盘没有写成，存在了这台机器上：{trouble} 请告诉监考人员；换一个优盘后可以再导出一次。",
        "The stick did not take it, so it is on this machine: {trouble} Tell the invigilator, and try another stick.",
    ),
    "receipt_code.title": (
        "请用手机拍下这个二维码 | 学号 {candidate} | 回执号 {receipt}",
        "Photograph this code | {candidate} | receipt {receipt}",
    ),
    "receipt_code.key_save": ("{key} 存成图片", "{key} saves a picture"),
    "receipt_code.saved": ("二维码已存成图片：{file}", "The code is saved as a picture: {file}"),
    "receipt_code.no_room": (
        "这个窗口画不下二维码，已经改存成图片。窗口有 {columns} 列 {lines} 行时再按 F7，就能画出来。",
        "No room for the code here: it is saved as a picture. At {columns} columns by {lines} lines F7 shows it.",
    ),
    "receipt_code.no_colours": (
        "这个终端不显示颜色，画不出二维码，已经改存成图片。",
        "This terminal shows no colours, and so no code: it is saved as a picture.",
    ),
}
