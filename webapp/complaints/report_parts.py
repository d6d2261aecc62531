"""The parts of a quarterly report beside the figures: root causes, and what people said after."""

from dataclasses import asdict, dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.complaints import closing_wording, learning_wording
from webapp.complaints.figure_rows import TOO_FEW, id_of, percent_said, titled
from webapp.complaints.rules.closing import AskedAt, Verdict
from webapp.complaints.rules.figures import Register, register_of
from webapp.complaints.rules.repeats import rate
from webapp.complaints.service import causes, closing_figures, shown_causes
from webapp.shared.disclosure import FEWEST, REMAINDER, groups_of, protected
from webapp.shared.figures import Part
from webapp.shared.quarters import Quarter

# By when people were asked, by the question, how many gave each answer.
ClosingCounts = dict[str, dict[str, dict[str, int]]]
# Beside the questions, where five or more who were asked did not answer: how many.
SILENT = "silent"
# How many messages can be compared, and how many repeat an earlier one; empty where not told.
RepeatCounts = dict[str, int]
QUESTIONS = {
    "was_answered": _l("Was your message answered?"),
    "was_solved": _l("Is what it was about solved?"),
}
_YES = {
    "was_answered": _l("%(percent)s percent of them say that their message was answered."),
    "was_solved": _l("%(percent)s percent say that what it was about is solved."),
}
_YES_HIDDEN = {
    "was_answered": _l("How many say that it was answered cannot be told: too few differ."),
    "was_solved": _l("How many say that it is solved cannot be told: too few differ."),
}


@dataclass(frozen=True)
class FrozenRow:
    """A row of a part as it was when the report was issued; `shown` its percentage, "" for none.

    Words may stand before the number: that it is the least.
    """

    name: str
    others: tuple[str, ...]
    shown: str
    range: str = ""

    @property
    def percent(self) -> float | None:
        """What the chart draws."""
        return float(self.shown.split()[-1]) if self.shown else None

    def cells(self) -> list[str]:
        """What its line of the table has."""
        return [self.name, *self.others]


def causes_part(
    quarter: Quarter, repeats: RepeatCounts, register: Register = Register.OFFICE
) -> Part:
    """Why messages of a register came, as far as officers have written it down."""
    shown = shown_causes.shown_causes(quarter, register)
    rows = []
    for key, count in shown_causes.cause_counts(shown):
        name = learning_wording.cause_name(causes.cause_by_id(int(key))) if key else TOO_FEW
        percent = percent_said(100 * count / len(shown))
        rows.append(FrozenRow(str(name), (f"{count:,}", percent), percent))
    said = _("No cause can be told: of fewer than 5 messages a root cause was written down.")
    if rows:
        said = _(
            "Of %(count)s messages the root cause was written down; most often: %(name)s, "
            "%(percent)s percent.",
            count=f"{len(shown):,}", name=rows[0].name, percent=rows[0].shown,
        ) + f" {_repeats_said(repeats)}"  # fmt: skip
    head = [_("Root cause"), _("Messages"), _("Percent")]
    return Part(id_of(register, "causes"), titled(register, _("Root causes")), said, head, rows)


def _repeats_said(repeats: RepeatCounts) -> str:
    if not repeats:
        return _(
            "How many of them repeat an earlier message is not told: it would be of fewer than 5 "
            "messages."
        )
    compared, repeated = repeats["compared"], repeats["repeated"]
    return _(
        "%(repeats)s of the %(compared)s that say their topic and place repeat an earlier message: "
        "%(rate)s percent.",
        repeats=f"{repeated:,}",
        compared=f"{compared:,}",
        rate=percent_said(rate(repeated, compared)),
    )


def repeat_counts(quarter: Quarter, register: Register) -> RepeatCounts:
    """How many messages of a register repeat an earlier one; nothing where it cannot be told."""
    told = shown_causes.shown_repeats(quarter, register)
    return asdict(told) if told else {}


def closing_counts(quarter: Quarter, register: Register = Register.OFFICE) -> ClosingCounts:
    """What people answered in a quarter about messages of a register, where five or more did at
    one of the two times; answers that too few gave stand together under REMAINDER
    (shared.disclosure)."""
    said = [
        one
        for one in closing_figures.closing_answers(quarter.first_day, quarter.last_day)
        if register_of(one.kind) is register
    ]
    counts: ClosingCounts = {}
    for time in AskedAt:
        of_time = [one for one in said if one.time is time]
        if len(of_time) >= FEWEST:
            lot = {
                question: groups_of(
                    {n: getattr(one, question).value for n, one in enumerate(of_time)}
                )
                for question in QUESTIONS
            }
            counts[time.value] = {
                question: {answer: len(people) for answer, people in groups.items()}
                for question, groups in protected(lot).items()
            }
            silent = _silent(quarter, register, time)
            if silent >= FEWEST:
                counts[time.value][SILENT] = {SILENT: silent}
    return counts


def _silent(quarter: Quarter, register: Register, time: AskedAt) -> int:
    """How many were asked, and had not answered when the time for it was over."""
    over = closing_figures.unanswered(quarter.first_day, quarter.last_day)
    return sum(of is time and register_of(kind) is register for of, kind in over)


def closing_parts(said: ClosingCounts, register: Register = Register.OFFICE) -> list[Part]:
    """What people answered to the two questions, at each of the two times."""
    return [_closing_part(time, said.get(time.value), register) for time in AskedAt]


def _closing_part(
    time: AskedAt, counts: dict[str, dict[str, int]] | None, register: Register
) -> Part:
    title = titled(
        register,
        _("What people said when their message was closed")
        if time is AskedAt.CLOSING
        else _("What people said four weeks later"),
    )
    part_id = id_of(register, f"said-{time.value}")
    if counts is None:
        return Part(part_id, title, _("Nothing can be told: fewer than 5 people answered."), [], [])
    rows = [
        _answer_row(f"{question} {name}", count, sum(counts[key].values()))
        for key, question in QUESTIONS.items()
        for name, count in _answers(counts[key])
    ]
    said = _("%(people)s people answered.", people=f"{sum(counts['was_answered'].values()):,}")
    if SILENT in counts:
        silent = f"{counts[SILENT][SILENT]:,}"
        said += " " + _("%(people)s more were asked and did not answer.", people=silent)
    said = " ".join([said, *(_yes_said(key, counts[key]) for key in QUESTIONS)])
    head = [_("Question and answer"), _("People"), _("Percent")]
    return Part(part_id, title, said, head, rows)


def _answers(counts: dict[str, int]) -> list[tuple[str, int]]:
    """Each answer and how many gave it; those of too few together, and then none by name."""
    shown = [one for one in Verdict if REMAINDER not in counts or one.value in counts]
    named = [(str(closing_wording.VERDICT[one]), counts.get(one.value, 0)) for one in shown]
    if REMAINDER not in counts:
        return named
    return [
        *named,
        (_("Answers of fewer than 5 people, together with others"), counts[REMAINDER]),
    ]


def _yes_said(question: str, counts: dict[str, int]) -> str:
    """How many say yes to a question, in a sentence, where that may be told."""
    if REMAINDER in counts and Verdict.YES.value not in counts:
        return str(_YES_HIDDEN[question])
    share = 100 * counts.get(Verdict.YES.value, 0) / sum(counts.values())
    return str(_YES[question]) % {"percent": percent_said(share)}


def _answer_row(name: str, count: int, total: int) -> FrozenRow:
    percent = percent_said(100 * count / total)
    return FrozenRow(name, (f"{count:,}", percent), percent)
