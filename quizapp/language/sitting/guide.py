"""The trainee's guide: what F4 says on each screen, and docs/考生指南.md as a whole, from one text."""

from __future__ import annotations

from quizapp.language.entries import Guide, GuidePage

GUIDE: Guide = {
    "home": (
        GuidePage(
            "首页：选试卷",
            "上下键      选择试卷\n"
            "{choose}  打开试卷：先确认考生，再看考试说明，不会马上计时\n"
            "{look_back}  以往成绩；确认过考生以后不用再输学号\n"
            "{practise}  练习：不计时，不计成绩\n"
            "{manage}  成绩管理（班委会的机器上才有）\n"
            "{open_quiz}  打开试卷包：优盘上或桌面上的 .quiz 文件\n"
            "{palette}  换配色、换语言\n"
            "{ctrl+q}  退出程序\n"
            "正在进行的考试排在最前面。断电、死机、关了窗口，都从这里接着答：题目、答案和剩余时间都不变。"
            "试卷在另一个窗口打开时会提示，那边关掉后可在这里接着答。"
            "还没到时间和已经截止的试卷也列在这里，写明时间，但打不开。\n"
            "教师和班委会的机器，在设置文件 settings.yaml 里写上“角色”（教师或班委），这里就多出题库和成绩管理。",
        ),
        GuidePage(
            "Home: choose a paper",
            "Up, down    choose a paper\n"
            "{choose}  open it: who sits, then the rules; the clock does not start yet\n"
            "{look_back}  earlier results; who was confirmed already is not asked again\n"
            "{practise}  practise: no clock, no score\n"
            "{manage}  the committee's room, on its machines\n"
            "{open_quiz}  open a publication: a .quiz file on a stick or the desktop\n"
            "{palette}  theme, language\n"
            "{ctrl+q}  quit\n"
            "What is under way stands first: after a crash or a closed window go on with it from here, with the same "
            "questions, answers and time. Where it is open in another window that is said: close it there, go on here. "
            "Papers that are not open yet, or closed, are listed with their times.\n"
            "On a teacher's or the committee's machine, name its role in settings.yaml: their rooms stand here then.",
        ),
    ),
    "carrying.publication": (
        GuidePage(
            "打开试卷包",
            "试卷包是监考老师给的一个 .quiz 文件，在优盘上。插好优盘，在首页选“打开试卷包”，列出来的就是；"
            "没有列出来的，选最后一行，写明文件在哪里。\n"
            "Enter       打开这个试卷包\n"
            "Esc         返回\n"
            "要输口令的，听监考老师当众公布以后再输；输错了可以重来。打开以后试卷就存在这台电脑上，优盘可以拔走，再打开一次也不要紧。\n"
            "写着“不完整或者被改动过”的，请监考老师重新拷一份。写着“时钟不对”的，请举手，先把电脑的日期和时间调准。",
        ),
        GuidePage(
            "Opening a publication",
            "A publication is a .quiz file on the invigilator's stick. Plug it in and choose to open a publication on "
            "home: what is found is listed; the last line is for a file that is elsewhere.\n"
            "Enter       open it\n"
            "Esc         back\n"
            "Where it asks for a password, type what is said aloud in the room; a wrong one can be typed again. "
            "Afterwards the paper is on this machine and the stick can go; opening it twice changes nothing.\n"
            "What is not whole has to be copied again. Where the clock is called wrong, tell the invigilator.",
        ),
    ),
    "carrying.rehearsal": (
        GuidePage(
            "试机",
            "{space}  跳过没有反应的键\n"
            "{leave}  完成\n"
            "{again}  再试一次\n"
            "{ctrl+q}  试按键时用：不试了，返回\n"
            "考试前在要用的机器上试两分钟：按键、输入法、画面、时钟；程序自己试存盘、断电以后接着考、往优盘上写文件。"
            "最后说“试机通过”，或者一项一项写明该怎么办。试机不计成绩，可以试很多次，以最后一次为准。"
            "结果写在优盘上的“试机_学号_姓名.zip”里，交给老师；没有优盘时，交卷导出时一起带走。",
        ),
        GuidePage(
            "Rehearsal",
            "{space}  skip a key that does nothing\n"
            "{leave}  end\n"
            "{again}  once more\n"
            "{ctrl+q}  while keys are tried: leave\n"
            "Two minutes before the day on the machine that will be used: keys, input method, drawing, clock; the "
            "program itself tries saving, a power cut and the stick. It ends in a pass, or in what to do for each. "
            "It is no score and may be done often; the last time counts. It leaves a file on the stick for the "
            "committee; without a stick it goes along with the answers.",
        ),
    ),
    "sitting.who": (
        GuidePage(
            "确认考生",
            "输入学号，或姓名里的一两个字，名单随输入缩小；没有名册时，学号和姓名都要输入。\n"
            "{move.on}  到名单里选\n"
            "{go_on}  下一步；还会再确认一次姓名和单位，再按 Enter 就是本人，按 Esc 重新输入\n"
            "{leave}  返回\n"
            "成绩登记在这里确认的人名下，请看清楚再按“是我”。确认过一次，下次直接问是不是本人；正式考试交卷以后换下一位。",
        ),
        GuidePage(
            "Who sits",
            "Type the number, or part of the name, and the list narrows; without a roster type both.\n"
            "{move.on}  into the list\n"
            "{go_on}  goes on; name and unit are confirmed once more: Enter is yes, Esc types again\n"
            "{leave}  back\n"
            "The score is kept under the person confirmed here. Once confirmed they are offered at once the next time; "
            "after an exam it is the next one's turn.",
        ),
    ),
    "sitting.cover": (
        GuidePage(
            "考试说明",
            "前面有叹号的几行要特别留意：限时多久、还能考几次。\n"
            "{space}  勾选“承诺诚信应考”\n"
            "{start}  勾选以后按下，开始计时\n"
            "{leave}  返回，不计时，也不占用考试次数\n"
            "{hand_out}  交过卷、还没有收走的，再导出一次\n"
            "{invigilate}  监考老师用：电脑时钟不对、打不开考试的，输入监考口令后可以现在开考",
        ),
        GuidePage(
            "The cover",
            "The lines with an exclamation mark bite: the time limit, the tries left.\n"
            "{space}  ticks the promise\n"
            "{start}  starts the clock, once it is ticked\n"
            "{leave}  goes back; no try is used\n"
            "{hand_out}  writes out again what was handed in here and not collected yet\n"
            "{invigilate}  for the invigilator, with a password: begin now though this machine's clock is wrong",
        ),
    ),
    "sitting.question_screen": (
        GuidePage(
            "答题",
            "1-9、A-Z    选择选项；多选题再按一次取消；判断题 1 对 2 错\n"
            "{move}  在选项间移动，再按空格或 Enter 选中；也可以用鼠标点\n"
            "{turn}  上一题、下一题\n"
            "填空、数值  直接输入，Enter 到下一空或下一题；{page} 翻题；Esc 离开输入框\n"
            "排序题      按先后依次按字母或数字，排好的排到上面；再按一次取消，退格键取消最后一项；"
            "上下键选中一行，用 Ctrl+上下键移动它\n"
            "匹配题      先按数字（或上下键）选左边，再按字母选右边；Enter 到右边用上下键选；退格键取消；"
            "也可以用鼠标先点左边再点右边\n"
            "归类题      用方向键或鼠标到一格，按字母就填上；空格换一个，退格键清空；PgUp、PgDn 翻题\n"
            "改错题      用方向键、数字或鼠标选一处；直接写应当怎样，或按选项的字母；空格只标错、再按取消；"
            "PgUp、PgDn 翻题\n"
            "简答题      直接书写，Enter 换行，Tab 到下一题，Ctrl+PgUp、Ctrl+PgDn 翻题；边写边保存，分数由阅卷人评定；"
            "要写成公文的，一部分一个框，Tab 到下一部分\n"
            "案例题      材料在题目上方或左侧：Ctrl+上下键滚动（也可以用滚轮），{fold} 收起或展开；"
            "分阶段的案例，翻到下一阶段时会先问：展开以后，前面的答案能看不能改\n"
            "{flag}  标记本题，回头再看\n"
            "{sheet}  答题卡（Ctrl+G 也行）\n"
            "{fix}  确认答案（逐题公布答案的试卷才有）：马上显示对错、答案和解析，确认以后不能再改\n"
            "{be_certain}  把握度（要填把握度的试卷才有）：有把握、较有把握、没把握，按一次换一个；不填也不扣分\n"
            "{invigilate}  监考老师用：输入监考口令后延时、暂停、强制收卷\n"
            "{hand_in}  交卷，会先问一次\n"
            "{undo}  撤回本题上一次改动\n"
            "{leave}  暂时离开；时间不停，答案都在\n"
            "不用手动保存：右下角写着“已保存”，就已经写进磁盘；打字时写“输入中”，停一下就存。"
            "写着“未保存”时，上一行会说原因，程序一直在重试，请举手告诉监考人员。\n"
            "按字母没反应、提示“当前是中文输入法”时，按 Shift 切换，或者直接按数字键。\n"
            "右上角是剩余时间，剩 10 分钟、5 分钟、1 分钟时提醒；到时自动交卷，已答的全部算数。\n"
            "有的大题单独计时：进去以前会先问，说明题数和时间，按 → 开始，从这时起计时，自己不能暂停，关窗也不停表。"
            "右上角改为“本大题剩余”，全卷的剩余时间写在第二行。离开这一大题（会先问）或者时间到，就不能再回来，已答的都算数。\n"
            "不可回看的试卷只能往后答：按 → 到下一题，没有答完的题离开以前会先问；答题卡只看不跳。"
            "如果又是逐题公布答案，第一次按 → 先确认并显示答案，再按一次到下一题。",
        ),
        GuidePage(
            "Answering",
            "1-9, A-Z    choose; in multiple choice again unticks; 1 is true, 2 is false\n"
            "{move}  move among the options, then Space or Enter chooses; so does the mouse\n"
            "{turn} previous question, next question\n"
            "Blanks      type; Enter goes to the next blank, PgUp and PgDn turn, Esc leaves the field; "
            "so with numbers\n"
            "Ordering    press the letters or digits in order; what is placed goes to the top; again takes it out, "
            "Backspace the last; arrows to a line and Ctrl with an arrow moves it\n"
            "Matching    a digit (or the arrows) picks the left, a letter its right; Enter goes to the right side; "
            "Backspace opens it again; or click left, then right\n"
            "Tables      arrows or a click go to a cell, a letter fills it, Space changes it, Backspace empties it; "
            "PgUp and PgDn turn\n"
            "Mending     arrows, a digit or a click pick a place; type what it should say, or press an option's "
            "letter; Space only marks it; PgUp and PgDn turn\n"
            "Essays      write; Enter is a new line, Tab goes on, Ctrl+PgUp and Ctrl+PgDn turn; "
            "saved as it is written, marked by a person; a document has a field for each part, Tab goes on\n"
            "Cases       the material stands above or at the left: Ctrl with an arrow or the wheel scrolls, "
            "{fold} folds; where a case goes on in stages it asks first: answers before are final then\n"
            "{flag}  flag for review\n"
            "{sheet}  answer sheet (Ctrl+G too)\n"
            "{fix}  fix the answer, where feedback comes after each item: right or wrong, the key and why are "
            "shown at once, and it cannot be changed any more\n"
            "{be_certain}  how sure one is, where the paper asks: sure, fairly sure, not sure in turn; leaving it out "
            "costs nothing\n"
            "{invigilate}  for the invigilator, with a password: more time, a pause, collecting\n"
            "{hand_in}  hand in; it asks first\n"
            "{undo}  take back the last change of this question's answer\n"
            "{leave}  leave; the clock goes on, every answer is kept\n"
            "Nothing has to be saved: “saved” means on disk; while text is typed it says typing, and saves it in the "
            "next pause. Where it says NOT SAVED the line above tells why, and it is tried again all the time; tell "
            "the invigilator.\n"
            "The time left stands at the top right; at its end the paper is handed in with all that was answered.\n"
            "Some sections have a clock of their own: a dialog tells how many questions and how long, and → begins it, "
            "without a pause, also when the window is closed. The time at the top right is the section's then, the "
            "paper's stands on the second line. Once a section is left (it asks first), or its time is over, there is "
            "no way back; what was answered counts.\n"
            "Where a paper goes forward only, → leads on, a question not answered in full asks before it is left, and "
            "the sheet shows but does not jump. With feedback after each item the first → fixes and shows, the second "
            "goes on.",
        ),
    ),
    "sitting.paused": (
        GuidePage(
            "考试暂停",
            "监考老师暂停了考试：题目遮住，时间停着，答案都已保存。请在座位上等候，按别的键不起作用。\n"
            "{invigilate}  监考老师用：输入监考口令后恢复、延时、强制收卷\n"
            "{leave}  暂时离开；回来后仍是暂停\n"
            "断电、死机、关了窗口，回来后也仍是暂停。暂停的时间不算在考试时间里，也不算在哪道题上；"
            "恢复以后回到原来的题，剩余时间和暂停时一样。",
        ),
        GuidePage(
            "A pause",
            "The invigilator has paused the paper: the question is covered, the clock stands, every answer is kept.\n"
            "{invigilate}  for the invigilator, with a password: go on, more time, collecting\n"
            "{leave}  leave; it is still paused when opened again\n"
            "After a crash or a closed window it is still paused. The pause takes nothing from the time; afterwards "
            "the same question is back, with the same time left.",
        ),
    ),
    "sitting.sheet": (
        GuidePage(
            "答题卡",
            "[12]        已答\n"
            " 12         未答\n"
            "*           有标记\n"
            "大题名后面写着单独计时多久、正在计时、已结束；已结束的大题不能再去。\n"
            "方向键      移到某一题；直接输入题号也可以\n"
            "{go}  到这一题去\n"
            "{flag}  标记，或取消标记\n"
            "{hand_in}  交卷，会先问一次\n"
            "{leave}  暂时离开\n"
            "{back} 或 {back[1]}  回到正在答的题",
        ),
        GuidePage(
            "The answer sheet",
            "[12]        answered\n"
            " 12         empty\n"
            "*           flagged\n"
            "Behind a section's title: its own clock, whether that runs, or that it is closed and cannot be gone to.\n"
            "Arrows      move; so does typing a number\n"
            "{go}  go to that question\n"
            "{flag}  flag, or take the flag away\n"
            "{hand_in}  hand in; it asks first\n"
            "{leave}  leave\n"
            "{back} or {back[1]}  back to the question",
        ),
    ),
    "sitting.result": (
        GuidePage(
            "成绩",
            "{turn}  逐题查看作答、答案和解析（试卷允许时）；看题时 Enter 也是下一题，Esc 回到成绩\n"
            "{only_wrong}  只看失分的题\n"
            "{hand_out}  导出答卷：写到优盘，没有优盘就写到桌面，写在哪里会说明；交给监考人员，收卷以前可以再导出\n"
            "{show_code}  回执二维码：用手机拍下来，就是一份答案副本；在那里按 F6 存成图片，窗口画不下的会自动存\n"
            "{scroll}  滚动\n"
            "{go_on}、{back}  在成绩页结束；正式考试以后换下一位\n"
            "回执号请抄下来：班委会可以凭它核对这份答卷没有被改动。正式考试的分数是机判初步成绩，以班委会公布的为准。",
        ),
        GuidePage(
            "The result",
            "{turn}  go through the questions, as far as the paper allows; there Enter goes on, Esc to the score\n"
            "{only_wrong}  only what was missed\n"
            "{hand_out}  write the answers onto a stick, else the desktop, for the invigilator; again until collected\n"
            "{show_code}  the receipt as a code to photograph: a second copy of the answers; F6 there saves "
            "a picture, "
            "as happens by itself where it does not fit\n"
            "{scroll}  scroll\n"
            "{go_on}, {back}  on the score: end; after an exam the next person\n"
            "Write the receipt down: with it the committee can show that the attempt was not touched. Of a formal "
            "paper this is the machine's preliminary score; the committee's stands.",
        ),
    ),
    "practice.visit": (
        GuidePage(
            "练习：练什么",
            "上下键      选择\n"
            "{enter}  在“全部题目”“错题本”“收藏”上按下，马上开始；在下面几行上按下，缩小范围\n"
            "{leave}  返回\n"
            "练习不计时，不计成绩，也不占用考试次数。没练过的先出。答错的题自动收进错题本，连着答对两次就移出。"
            "错题本和收藏按学号记，换一次程序、断电都还在。只供考试的题不在练习里；有人正在考的卷子，上面的题先不出现。\n"
            "练完有小结：{again} 再练一组，{range} 换范围，{back.on}回到题目，{end} 或 {end[1]} 结束。",
        ),
        GuidePage(
            "Practice: what",
            "Up, down    choose\n"
            "{enter}  on all questions, mistakes or starred: begin; on the lines below: narrow it down\n"
            "{leave}  back\n"
            "No clock, no score, and no try is used. What was practised least comes first. What is answered wrong "
            "goes into the mistakes book by itself, and two right answers in a row take it out. Mistakes and stars are "
            "kept by the number, whatever happens to the program. Items for exams are never practised, and those of a "
            "paper that is being sat are left out meanwhile.\n"
            "A round ends with a summary: {again} another round, {range} choose again, {back.on} the questions, "
            "{end} or {end[1]} ends.",
        ),
    ),
    "practice.question_screen": (
        GuidePage(
            "练习：答题",
            "1-9、A-Z    选择选项；单选题、判断题一选就算作答，马上看对错\n"
            "{confirm}  其他题型：选好、填好以后确认；也可以用下键移到“确认答案”再按 Enter\n"
            "{choose}  填空、数值：下一空，最后一空以后确认；看过答案以后：下一题\n"
            "{turn}  上一题、下一题；没答就翻过去算跳过，可以再回来\n"
            "{star}  收藏这道题，再按一次取消\n"
            "{move}  在选项间移动；看过答案以后，滚动解析\n"
            "{step_back}  离开；答过的都已存好\n"
            "不会的题按两次 {confirm}，看答案和解析，按答错记，收进错题本。简答题写不写都行，按 {confirm} 对照参考"
            "答案，自己判断：1 要点答到了，2 没答到。部分正确按答错记。",
        ),
        GuidePage(
            "Practice: answering",
            "1-9, A-Z    choose; where one option is right, to choose is to answer\n"
            "{confirm}  all other types: confirm the answer; or go down to that line and press Enter\n"
            "{choose}  blanks and numbers: next field, the last one confirms; once the key shows: next question\n"
            "{turn} previous question, next one; what is left unanswered is skipped, and can be come back to\n"
            "{star}  star this question, or take its star away\n"
            "{move}  move among the options; once the key shows, scroll\n"
            "{step_back}  leave; what was answered is kept\n"
            "{confirm} twice without an answer shows the key, and counts as wrong. An essay need not be written: "
            "{confirm} shows the "
            "model answer, and 1 says that its points were met, 2 that they were not. Partly right counts as wrong.",
        ),
    ),
    "sitting.past": (
        GuidePage(
            "以往成绩",
            "上下键      选择\n{enter}  查看；能看到什么由试卷的规定决定\n{leave}  返回",
        ),
        GuidePage("Earlier results", "Up, down    choose\n{enter}  see it, as far as its paper allows\n{leave}  back"),
    ),
}
