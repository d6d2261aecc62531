"""What came of surveys: the page, the CSV and the tagged PDF of one survey and of all services."""

from collections.abc import Sequence

from flask import Response, abort, render_template, request
from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.extensions import limiter
from webapp.listening import service as listening
from webapp.shared import dates, printing
from webapp.shared.figures import Part, as_document, csv_text
from webapp.shared.languages import language
from webapp.shared.pagination import page_number
from webapp.surveys import report, service
from webapp.surveys.routes.blueprint import SURVEY, bp
from webapp.surveys.rules import satisfaction


@bp.get("")
def show_surveys() -> str:
    now, before = service.public_surveys(page_number())
    return render_template(
        "surveys/show_surveys.html",
        published=satisfaction.PUBLISHED,
        services=satisfaction.SERVICES_SURVEYED,
        listed=service.surveyed_services(),
        members=satisfaction.MEMBERS_INTERVIEWED,
        quarter=service.present_quarter(),
        now=now,
        before=before,
    )


@bp.get("/results")
def show_all_results() -> str:
    figures = _overall()
    return render_template(
        "surveys/show_all_results.html",
        quarters=figures.quarters,
        quarter=figures.quarter,
        is_empty=figures.whole is None,
        parts=report.overall_parts(figures, language()),
        how_computed=report.how_computed(),
    )


@bp.get("/results.csv")
def download_all_csv() -> Response:
    figures = _overall()
    with force_locale(_file_language()):
        return _csv(report.overall_parts(figures, _file_language()), "surveys")


@bp.get("/results.pdf")
@limiter.limit("20 per minute")
def download_all_pdf() -> Response:
    figures = _overall()
    with force_locale(_file_language()):
        parts = report.overall_parts(figures, _file_language())
        return _pdf(_("Satisfaction with all services"), figures.quarter, parts, "surveys")


@bp.get(f"{SURVEY}/results")
def show_results(key: str) -> str:
    survey = service.survey_by_key(key)
    quarters = service.quarters_of(survey)
    quarter = _quarter(quarters)
    figures = service.figures(survey, quarter)
    return render_template(
        "surveys/show_results.html",
        survey=survey,
        quarters=quarters,
        quarter=quarter,
        is_empty=not figures.by_question,
        parts=report.parts(figures, language()),
        how_computed=report.how_computed(),
    )


@bp.get(f"{SURVEY}/results.csv")
def download_csv(key: str) -> Response:
    survey = service.survey_by_key(key)
    figures = service.figures(survey, _quarter(service.quarters_of(survey)))
    with force_locale(_file_language()):
        return _csv(report.parts(figures, _file_language()), f"survey-{survey.key}")


@bp.get(f"{SURVEY}/results.pdf")
@limiter.limit("20 per minute")
def download_pdf(key: str) -> Response:
    survey = service.survey_by_key(key)
    figures = service.figures(survey, _quarter(service.quarters_of(survey)))
    lang = _file_language()
    with force_locale(lang):
        title = _("Results: %(title)s", title=survey.title(lang))
        return _pdf(title, figures.quarter, report.parts(figures, lang), f"survey-{survey.key}")


def _overall() -> service.Overall:
    """All services in the quarter that the address names; in all quarters where it names none that
    has figures."""
    year, _dash, number = request.args.get("quarter", "").partition("-")
    if not (year.isdecimal() and len(year) == 4 and number in ("1", "2", "3", "4")):
        return service.overall()
    figures = service.overall(service.Quarter(int(year), int(number)))
    return figures if figures.quarter in figures.quarters else service.overall()


def _quarter(quarters: Sequence[service.Quarter]) -> service.Quarter | None:
    wanted = request.args.get("quarter", "")
    return next((quarter for quarter in quarters if quarter.key == wanted), None)


def _file_language() -> str:
    return "en" if request.args.get("lang") == "en" else "th"


def _csv(parts: Sequence[Part], name: str) -> Response:
    titles = [_("Part"), *report.head()]
    lines = [[part.title, *cells] for part in parts for cells in part.table()]
    text = csv_text([titles, *(line + [""] * (len(titles) - len(line)) for line in lines)])
    headers = {"Content-Disposition": f"attachment; filename={name}.csv"}
    return Response(text, mimetype="text/csv", headers=headers)


def _pdf(title: str, quarter: service.Quarter | None, parts: Sequence[Part], name: str) -> Response:
    """Results as on the page: of which quarter first, how they are computed last."""
    if printing.unavailable():
        abort(503)
    together = _("Of all quarters together.")
    of = _("Of %(quarter)s.", quarter=dates.quarter(quarter)) if quarter else together
    last = Part("computed", _("How this is computed"), report.how_computed(), [], [])
    content = listening.pdf_of(as_document(title, of, [*parts, last], _file_language()))
    headers = {"Content-Disposition": f"attachment; filename={name}.pdf"}
    return Response(content, mimetype="application/pdf", headers=headers)
