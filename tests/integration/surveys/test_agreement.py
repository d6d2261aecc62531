"""Whatever people answer: sentence, table, chart, CSV and PDF of a part say the same."""

import csv
import io
import re

from bs4 import BeautifulSoup
from flask import render_template_string
from flask_babel import force_locale
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from webapp.shared.figures import as_blocks, csv_text
from webapp.shared.quarters import Quarter
from webapp.surveys import report
from webapp.surveys.models import Survey, SurveyQuestion
from webapp.surveys.rules.questions import Aspect, Kind, Measure, SurveyKind
from webapp.surveys.rules.satisfaction import Attitude
from webapp.surveys.service import REST
from webapp.surveys.service.figures import Figures
from webapp.surveys.service.scores import of_questions, score

PART = '{% from "components/figure_part.html" import figure_part %}{{ figure_part(part) }}'
NUMBER = re.compile(r"\d+\.\d\d")
POINTS = st.fixed_dictionaries({point: st.integers(0, 400) for point in range(1, 6)})
ANSWERS = POINTS.filter(lambda counts: sum(counts.values()) >= 5).map(
    lambda counts: {**counts, -1: sum(counts.values())}
)


def figures(first: dict, second: dict, series: list) -> Figures:
    """The figures of a survey of two questions, as the service gives them."""
    questions = [
        SurveyQuestion(
            id=number, place=number, kind=Kind.SCALE, measure=Measure.SATISFACTION,
            aspect=aspect, th="พอใจไหม", en="Satisfied?", choices=[], is_required=True,
        )
        for number, aspect in ((1, Aspect.STAFF), (2, Aspect.RESULT))
    ]  # fmt: skip
    survey = Survey(kind=SurveyKind.SERVICE, title_th="ก", title_en="A", questions=questions)
    whole = of_questions([score(first), score(second)])
    low = of_questions([score(turned(first)), score(turned(second))])
    return Figures(
        survey,
        None,
        {1: first, 2: second},
        whole,
        {Attitude.SATISFIED: whole, Attitude.DISSATISFIED: low},
        {"staff": score(first), "result": score(second)},
        {"segment": {"citizen": score(first), "": score(second)}, "point": {}, "channel": {}},
        [(Quarter(2569, n), score(counts)) for n, counts in enumerate(series, 1)],
        {
            Attitude.DISSATISFIED: [
                (Quarter(2569, n), score(turned(counts))) for n, counts in enumerate(series, 1)
            ]
        },
        2,
        choices={1: first, 2: hiding(second)},
    )


def turned(counts: dict) -> dict:
    """The same with the scale turned round: who is dissatisfied stands at its upper end."""
    return {6 - value if value > 0 else value: count for value, count in counts.items()}


def hiding(counts: dict) -> dict:
    """The same with two answers hidden."""
    shown = {value: count for value, count in counts.items() if value not in (1, 2)}
    return {**shown, REST: counts[1] + counts[2]}


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ANSWERS, ANSWERS, st.lists(ANSWERS, min_size=1, max_size=4), st.sampled_from(["th", "en"]))
def test_sentence_table_chart_csv_and_pdf_always_agree(app, first, second, series, language):
    with app.test_request_context(), force_locale(language):
        parts = report.parts(figures(first, second, series), language)
        wanted = {"whole", "attitude", "trend", "trend-dissatisfied", "aspect", "segment"}
        assert {part.id for part in parts} >= {*wanted, "question-1"}
        file = csv_text(cells for part in parts for cells in part.table()).lstrip("\ufeff")
        rows = list(csv.reader(io.StringIO(file)))
        blocks = as_blocks(parts)
        for part, block in zip(parts, blocks, strict=True):
            shown = BeautifulSoup(render_template_string(PART, part=part), "html.parser")
            table = [
                [cell.get_text() for cell in row.select("th, td")]
                for row in shown.select("tbody tr")
            ]
            assert table == part.table()
            assert [list(row) for row in block.blocks[1].rows[1:]] == table
            own, rows = rows[: len(table)], rows[len(table) :]
            assert own == table
            drawn = [row for row in part.rows if row.shown]
            bars = shown.select("rect.bar-chart__bar")
            assert [bar["width"] for bar in bars] == [f"{3 * row.percent:.2f}" for row in drawn]
            labels = [text.get_text() for text in shown.select(".bar-chart__row")]
            assert all(row.shown in label for row, label in zip(drawn, labels, strict=True))
            told = shown.p.get_text()
            assert told == part.sentence == block.blocks[0].text
            known = {number for row in table for cell in row for number in NUMBER.findall(cell)}
            assert set(NUMBER.findall(told)) <= known
        assert rows == []
