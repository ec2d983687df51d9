"""A paper with every question type, and hostile text in it, ready to be printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.paper import Paper, Section, Shuffle
from quizapp.services.papers.forms import form_digest
from quizapp.services.ports.workplace import Workplace
from quizapp.services.printing import PrintedPaper, print_paper
from tests.samples.item_examples import CASE, EXAMPLES
from tests.samples.workplace import Shelf, workplace

HOSTILE = "</p><script>alert(1)</script> **粗** _斜_ # 题 <b>[链](x)</b> `码` & | \\ ]]> ${x} =1+1"
OTHERS = tuple(
    SingleChoice(
        id=f"s-{number}",
        stem=f"第{number}道单选题，问的是（  ）。",
        options=("甲", "乙", "丙", "丁"),
        key="ABCD"[number % 4],
    )
    for number in range(1, 7)
)
LONG = SingleChoice(
    id="s-long",
    stem="办公室接到一份没有写明时限的来文，应当先做什么？",
    options=(
        "先登记，再问清时限，按轻重缓急送有关领导批示",
        "先放在一边，等来文单位再催的时候一并办理，免得多跑一趟",
        "直接答复",
        "退回",
    ),
    key="A",
    feedback=(("B", "等人来催，事情就误了。"),),
)
HALF = SingleChoice(
    id="s-half",
    stem=HOSTILE,
    options=("先请示再办理", "先办理再报告", "边办理边请示", "不办理不报告"),
    key="B",
)
BANK = ItemBank(
    id="every",
    title="各种题型",
    items=(*OTHERS, LONG, HALF, CASE, *(example.item for example in EXAMPLES.values())),
)
PAPER = Paper(
    id="every-type",
    title="结业考试样卷",
    instructions="请独立作答。\n字迹要工整。",
    delivery=Delivery(time_limit=timedelta(minutes=60)),
    shuffle=Shuffle(options=True),
    sections=(
        Section(
            title="一、单项选择题",
            items=("fr-001", *(item.id for item in OTHERS), "s-long", "s-half"),
            marks=Fraction(2),
            penalty=Fraction(1, 3),
        ),
        Section(title="二、多项选择题", items=("fr-002",), marks=Fraction(3), marking="half"),
        Section(title="三、判断题", items=("fr-003",), marks=Fraction(1)),
        Section(title="四、填空题与数值题", items=("fr-004", "fr-005")),
        Section(title="五、排序题与匹配题", items=("fr-006", "fr-007"), marks=Fraction(4)),
        Section(title="六、简答题", items=("fr-008",), marks=Fraction(10), time_limit=timedelta(minutes=20)),
        Section(title="七、案例分析题", items=("case",), marks=Fraction(6)),
        Section(title="八、归类题与改错题", items=("fr-011", "fr-012"), marks=Fraction(6)),
    ),
)


def place_with_every_type(**changes: object) -> Workplace:
    """Return a workplace in memory whose one paper has every question type; its rules may be others."""
    # The case asks two of the items that stand alone too: under other ids, for no item stands twice in a form.
    parts = tuple(replace(item, id=f"case-{item.id}") for item in CASE.items)
    bank = replace(BANK, items=(*(one for one in BANK.items if one is not CASE), replace(CASE, id="case", items=parts)))
    paper = replace(PAPER, **changes)  # type: ignore[arg-type]  # named by tests
    return replace(workplace(Shelf(shelf_papers=(paper,), shelf_banks=(bank,))), class_title="办公室主任培训班")


def printed(*letters: str, with_key: bool = False, **changes: object) -> PrintedPaper:
    """Return that paper as it is printed."""
    place = place_with_every_type(**changes)
    paper = place.library.papers()[0].paper
    assert paper is not None
    return _as_a_class_has_it(print_paper(place, paper, letters or ("A",), with_key=with_key))


def _as_a_class_has_it(paper: PrintedPaper) -> PrintedPaper:
    """Return a paper that was printed in memory, in no class, without what says that it is a trial."""
    forms = [replace(one.form, is_trial=False) for one in paper.forms]
    told = [form_digest(form)[: len(one.digest)] for form, one in zip(forms, paper.forms, strict=True)]
    both = zip(paper.forms, forms, told, strict=True)
    return replace(paper, forms=tuple(replace(one, form=form, digest=digest) for one, form, digest in both))
