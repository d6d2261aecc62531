"""What is told of one question: how many chose each answer, as far as it may be, or an average."""

from flask_babel import gettext as _
from flask_babel import ngettext

from webapp.shared.figures import Part
from webapp.surveys import wording
from webapp.surveys.models import SurveyQuestion
from webapp.surveys.rows import Row, head
from webapp.surveys.service import PEOPLE, REST


def number_part(question: SurveyQuestion, counts: dict[int, int], language: str) -> Part:
    """The average of the numbers that people wrote."""
    people = counts[PEOPLE]
    total = sum(value * count for value, count in counts.items() if value >= 0)
    mean = f"{total / people:.1f}"
    average = _("Average: %(average)s", average=mean)
    rows = [Row(average, people, columns=2)]
    return _of_question(question, language, f"{_answered(people)} {average}", rows, 2)


def choices_part(
    question: SurveyQuestion, people: int, told: dict[int, int], language: str
) -> Part:
    """How many chose each answer, as far as it is told: `told`, see `Figures.choices`."""
    if not told:
        waits = _(
            "How many chose each answer is told once five people or more stand behind each, at the "
            "latest when the quarter is over."
        )
        rows = [Row(_("All"), people, columns=2)]
        return _of_question(question, language, f"{_answered(people)} {waits}", rows, 2)
    people, is_whole = told[PEOPLE], REST not in told
    rows = [
        Row(name, told.get(value, 0), 100 * told.get(value, 0) / people, columns=3)
        for value, name in wording.values(question, language)
        if is_whole or told.get(value)
    ]
    most = max(rows, key=lambda row: row.percent or 0, default=None)
    if not is_whole:
        rest = told[REST]
        share = 100 * rest / people if rest else None
        rows.append(Row(str(wording.FEW_CHOSE), rest or None, share, columns=3))
    said = _answered(people)
    if most and (most.people or 0) > told.get(REST, 0):
        chosen = _("Most often: %(name)s, %(percent)s percent.", name=most.name, percent=most.shown)
        said = f"{said} {chosen}"
    return _of_question(question, language, said, rows, 3)


def _answered(people: int) -> str:
    return ngettext("%(num)d person answered.", "%(num)d people answered.", people)


def _of_question(
    question: SurveyQuestion, language: str, said: str, rows: list[Row], columns: int
) -> Part:
    title = f"{question.place}. {question.text(language)}"
    return Part(f"question-{question.place}", title, said, head(columns), rows)
