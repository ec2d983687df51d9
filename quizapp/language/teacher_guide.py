"""What F4 says in the teacher's room."""

from __future__ import annotations

from quizapp.language.guide import Part

TEACHER_GUIDE: dict[str, tuple[Part, Part]] = {
    "teacher_room": (
        Part(
            "题库（教师）",
            "上下键      移到上一行、下一行\n"
            "Enter       打开这个题库，或做这件事\n"
            "Esc         返回\n"
            "题库下面写着有几题、有几处要改。“要改”的改好才能用，“提醒”的可以看看。\n"
            "手头的题在 Word、Excel 或文本文件里，选“导入题目”。",
        ),
        Part(
            "Question banks",
            "Up, down    the row before, the next one\n"
            "Enter       open this bank, or do what the row says\n"
            "Esc         go back\n"
            "Beneath a bank stands how many questions it has and how many faults. What is to be mended cannot be used "
            "until it is; the rest is worth a look.\n"
            "Questions in Word, Excel or text files come in by the last row.",
        ),
    ),
    "shelf": (
        Part(
            "看题和改题",
            "上下键      上一题、下一题；PgUp、PgDn 翻一屏\n"
            "直接打字    查找：题干、选项、解析里有这些字的题（几个词用空格隔开）\n"
            "F3          按题型、难度、知识点、状态、问题筛选\n"
            "F5          看答案和解析，再按一次收起\n"
            "F8          跳到下一处问题\n"
            "Enter、F2   改这一题\n"
            "F6          写一道新题；在案例上按，可以给案例加小题\n"
            "F7          停用这一题，再按一次启用。停用的题留着，组卷不会抽到\n"
            "Ctrl+Z      撤销上一次保存，文件恢复原样\n"
            "Ctrl+上下键 题目太长时滚动\n"
            "Esc         先取消查找和筛选，再返回\n"
            "题目旁边写“改”的有错，改好才能用；写“提”的是提醒。文件在别的程序里一保存，这里马上跟着变；"
            "文件改坏了，这里会说坏在哪一行，先显示原来的样子。\n"
            "正在考试中的题不显示，考完才看得到。",
        ),
        Part(
            "Seeing and changing questions",
            "Up, down    the question before, the next one; PgUp, PgDn turn a screenful\n"
            "Type        search stems, options and rationales; blanks part several words\n"
            "F3          narrow down by type, level, topic, status or faults\n"
            "F5          show key and rationale, or hide them\n"
            "F8          go to the next fault\n"
            "Enter, F2   change this question\n"
            "F6          write a new question; on a case, one more of the case\n"
            "F7          retire this question, or put it back in use. It stays, but no paper draws it\n"
            "Ctrl+Z      take back the last save: the file is as it was\n"
            "Ctrl+arrows scroll a long question\n"
            "Esc         show everything again, then go back\n"
            "Two signs mark what is to be mended, one what is worth a look. When any program saves the file, it is "
            "shown at once; where it was broken the line is told, and what it was before stays on screen.\n"
            "Questions that are being sat are left out until that is over.",
        ),
    ),
    "item_form": (
        Part(
            "改一道题",
            "Tab         下一项，Shift+Tab 上一项；上下键也行\n"
            "Enter       在一行的项里去下一项，在多行的项里另起一行；在可选的项里打开列表\n"
            "左右键      可选的项换一个\n"
            "F5          看学员看到的样子，再按一次回到表单（宽屏幕上一直在右边）\n"
            "Ctrl+S      保存：文件里只改这一题的几行，别的题和注释原样不动\n"
            "Ctrl+Z      撤销刚才打的字\n"
            "Esc         不改了；改过的会先问一声\n"
            "要改的地方写在那一项下面，改好才存得下；一时改不好，把状态换成草稿就能先存。",
        ),
        Part(
            "Changing a question",
            "Tab         next field, Shift+Tab the one before; arrows too\n"
            "Enter       in one line the next field, in several a new line; in a choice its list\n"
            "Left, right another word of a choice\n"
            "F5          what the trainee will see, or the form again (a wide screen shows both)\n"
            "Ctrl+S      save: only this question's lines of the file change\n"
            "Ctrl+Z      take back what was typed\n"
            "Esc         leave it; what was changed is asked about first\n"
            "What is to be mended stands beneath its field. Until it is, the question can be saved as a draft.",
        ),
    ),
    "bring": (
        Part(
            "导入：选文件",
            "打字        输入文件的路径，下面列出对得上的\n"
            "Tab         补全路径\n"
            "上下键      在列表里选，Enter 打开；文件夹按 Enter 进去\n"
            "F6          不选文件，直接把题目粘贴进来；粘贴好按 F9\n"
            "Esc         返回\n"
            "可以是 Word（.docx）、Excel（.xlsx）、文本、CSV、GIFT 或题库文件。老的 .doc、.xls 请先另存为新格式。",
        ),
        Part(
            "Bringing along: the file",
            "Type        the path; what it may mean is listed below\n"
            "Tab         complete the path\n"
            "Up, down    choose from the list, Enter opens; Enter goes into a folder\n"
            "F6          paste the questions instead; F9 reads them\n"
            "Esc         go back\n"
            "Word (.docx), Excel (.xlsx), text, CSV, GIFT or bank files. Save old .doc and .xls in a new format first.",
        ),
    ),
    "bring_look": (
        Part(
            "导入：逐题核对",
            "左右键      前一题、后一题（PgUp、PgDn 也行）\n"
            "F2          跳到下一道存疑或未识别的\n"
            "Enter       改这一题；改好就不再存疑\n"
            "F7          这一题不导入，再按一次又要了\n"
            "上下键      太长时滚动\n"
            "F9          导入：选题库，看一眼会怎样，再确定\n"
            "Esc         返回；改过的会先问一声\n"
            "左边（上面）是原文，右边（下面）是读成的样子。存疑的也可以不改就导入，会记成草稿，疑点写在文件的注释里。",
        ),
        Part(
            "Bringing along: a look through",
            "Left, right the question before, the next one (PgUp, PgDn too)\n"
            "F2          the next that is doubted or refused\n"
            "Enter       mend this one; then it is doubted no more\n"
            "F7          leave this one out, or take it in again\n"
            "Up, down    scroll what is long\n"
            "F9          bring them in: choose the bank, see what would come, confirm\n"
            "Esc         go back; what was mended is asked about first\n"
            "Left (or above) stands the source, right (or below) how it was read. What is still doubted goes in as a "
            "draft, its doubts as comments in the file.",
        ),
    ),
}
