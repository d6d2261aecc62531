"""How fast results of surveys are shown with many answers, on PostgreSQL.

`python -m bench.surveys`: 200,000 answers of 40,000 people to 13 surveys of five questions, over
eight quarters, let out by the service itself; then each page through the site, without a network.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import quantiles

from flask import Flask
from sqlalchemy import insert

from tests.support.databases import make_tables, settings
from tests.support.postgres import private_postgres
from webapp import create_app
from webapp.accounts import service as accounts
from webapp.extensions import db
from webapp.groups.rules.first import FIRST
from webapp.shared.quarters import quarter_of
from webapp.shared.transaction import transaction
from webapp.surveys import service
from webapp.surveys.models import Survey, SurveyAnswer, SurveyQuestion, SurveyResponse
from webapp.surveys.rules.questions import Channel, Kind, SurveyKind
from webapp.surveys.rules.themes import Theme

SURVEYS = 13
QUESTIONS = 5
QUARTERS = [quarter_of(date(2024 + n // 4, 2 + 3 * (n % 4), 1)) for n in range(8)]
REQUESTS = 25
ADDRESS, PASSWORD = "officer@example.org", "a long password"


def make_survey(number: int) -> Survey:
    """An open survey of a service with four points: four scales and a question for words."""
    listed = service.list_service(f"งาน {number}", f"Service {number}", None)
    for point in range(4):
        service.list_point(listed.id, f"จุด {point}", f"Point {point}", None)
    facts = service.Facts(
        SurveyKind.SERVICE, f"แบบสำรวจ {number}", f"Survey {number}", "ถาม", "Asking", listed.id
    )
    survey = service.make_survey(facts, None)
    ready = service.ready_questions(SurveyKind.SERVICE)
    for asked in [q for q in ready if q.kind == Kind.SCALE][: QUESTIONS - 1] + ready[-2:-1]:
        service.add_question(survey.id, asked, None)
    service.open_survey(survey.id, None)
    return survey


def answer(survey: Survey, people: int, drawn: random.Random) -> None:
    """Have people answer, the eight quarters through, and let out what may be."""
    questions = list(survey.questions)
    points = [point.id for point in service.points_of(survey.service)]
    for quarter in QUARTERS:
        with transaction():
            rows = [
                {
                    "survey_id": survey.id,
                    "channel": drawn.choice([Channel.LINK, Channel.QR, Channel.TASK, Channel.MAIL]),
                    "point_id": drawn.choice([None, *points]),
                    "segment": drawn.choice([None, *(one.said_as for one in FIRST if one.said_as)]),
                    "begun_on": quarter.first_day,
                    "finished_on": quarter.first_day,
                    "year_be": quarter.year_be,
                    "quarter": quarter.number,
                }
                for _person in range(people // len(QUARTERS))
            ]
            made = insert(SurveyResponse).returning(SurveyResponse.id)
            ids = db.session.scalars(made, rows).all()
            db.session.execute(
                insert(SurveyAnswer),
                [_said(response, question, drawn) for response in ids for question in questions],
            )
        service.release(survey.id)


def _said(response_id: int, question: SurveyQuestion, drawn: random.Random) -> dict[str, object]:
    is_text = question.kind == Kind.TEXT
    return {
        "response_id": response_id,
        "question_id": question.id,
        "value": drawn.randrange(len(Theme)) if is_text else drawn.choice([1, 2, 3, 4, 4, 4, 5, 5]),
        "words": "รอนานมาก อยากให้เร็วขึ้น" if is_text else None,
    }


def timed(open_page: Callable[[], object], requests: int) -> list[float]:
    """Milliseconds of each of the requests, after three that nobody counts."""
    took = []
    for _turn in range(requests + 3):
        began = time.perf_counter()
        open_page()
        took.append(1000 * (time.perf_counter() - began))
    return took[3:]


def measure(app: Flask, survey: Survey, requests: int) -> None:
    """Print the median and the 95th percentile of each page."""
    client = app.test_client()
    secret = app.config["SECRET_KEY"]
    accounts.accept_invitation(accounts.create_staff(ADDRESS, secret), secret, PASSWORD)
    client.post("/en/account/sign-in", data={"email": ADDRESS, "password": PASSWORD})
    results = f"/surveys/{survey.key}/results"
    desk = f"/staff/surveys/{survey.id}"
    pages = [
        "/surveys", "/surveys/results", f"/surveys/results?quarter={QUARTERS[3].key}",
        "/surveys/results.csv", results, f"{results}?quarter={QUARTERS[3].key}", f"/en{results}",
        f"{results}.csv", desk, f"{desk}/words", f"{desk}/words/{Theme.SPEED}",
        f"{desk}/words/{Theme.SPEED}?page=5", f"{desk}/notes", f"{desk}/paper", "/staff/surveys",
    ]  # fmt: skip
    files = [
        f"{results}.pdf", f"{results}.pdf?quarter={QUARTERS[3].key}", "/surveys/results.pdf",
        f"{desk}/paper.pdf", f"{desk}/paper.pdf?print=large",
    ]  # fmt: skip
    for page in pages + files:

        def open_page(address: str = page) -> None:
            answer = client.get(address)
            if answer.status_code != 200:
                raise RuntimeError(f"{address}: {answer.status}")

        took = timed(open_page, requests)
        told = page.replace(survey.key, "KEY").replace(f"/{survey.id}", "/ID", 1)
        print(
            f"{told}: p50 {quantiles(took, n=20)[9]:.0f} ms, p95 {quantiles(took, n=20)[18]:.0f} ms"
        )


def main() -> None:
    """Read the arguments, fill a private PostgreSQL, measure."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--answers", type=int, default=200_000)
    arguments.add_argument("--requests", type=int, default=REQUESTS, help="of each page")
    asked = arguments.parse_args()
    people = asked.answers // QUESTIONS // SURVEYS
    try:
        with private_postgres() as url, tempfile.TemporaryDirectory() as folder:
            config = settings(Path(folder), url)
            make_tables(config)
            app = create_app(config)
            app.config["WTF_CSRF_ENABLED"] = False
            with app.app_context():
                drawn = random.Random(1)  # noqa: S311 (what is answered, no secret)
                surveys = [make_survey(number) for number in range(SURVEYS)]
                began = time.perf_counter()
                for survey in surveys:
                    answer(survey, people, drawn)
                count = db.session.query(SurveyAnswer).count()
                print(f"{count:,} answers kept and let out in {time.perf_counter() - began:.0f} s")
                measure(app, surveys[0], asked.requests)
                db.session.remove()
                db.engine.dispose()
    except LookupError as missing:
        print(f"surveys: {missing}")
        sys.exit(0)


if __name__ == "__main__":
    main()
