"""On paper: a survey to print, as a page and as a tagged PDF in two sizes; a notice to hang up."""

from io import BytesIO

from flask import Response, render_template, request, send_file
from flask_babel import force_locale

from webapp.shared import printing
from webapp.shared.errors import NotReady
from webapp.shared.languages import language
from webapp.surveys import paper, service
from webapp.surveys.models import Survey
from webapp.surveys.rules.questions import State
from webapp.surveys.staff_routes.blueprint import ONE, bp
from webapp.surveys.staff_routes.giving import address, point_asked, spoken_key

# Size of the letters in points. Documents in large print have 18 of them (`listening`); what is
# filled in by hand has more.
ORDINARY, LARGE = 14, 20


@bp.get(f"{ONE}/paper")
def show_paper(survey_id: int) -> str:
    survey = _given_out(survey_id)
    return render_template(
        "surveys_staff/show_paper.html",
        survey=survey,
        sheet=paper.sheet(survey, service.points_of(survey.service), language()),
        # The browser breaks the lines by itself.
        breaks=str,
        printable=printing.unavailable() is None,
    )


@bp.get(f"{ONE}/paper.pdf")
def download_paper(survey_id: int) -> Response:
    survey = _given_out(survey_id)
    if printing.unavailable():
        raise NotReady
    lang = "en" if request.args.get("lang") == "en" else "th"
    size = LARGE if request.args.get("print") == "large" else ORDINARY
    with force_locale(lang):
        html = render_template(
            "surveys_staff/_paper_print.html",
            sheet=paper.sheet(survey, service.points_of(survey.service), lang),
            breaks=printing.with_breaks,
            lang=lang,
        )
    file = BytesIO()
    printing.write_pdf(html, render_template("surveys_staff/_paper_print.css", size=size), file)
    file.seek(0)
    return send_file(
        file,
        mimetype="application/pdf",
        as_attachment=True,
        download_name=f"survey-{survey.key}-paper.pdf",
    )


@bp.get(f"{ONE}/notice")
def show_notice(survey_id: int) -> str:
    survey = _given_out(survey_id)
    return render_template(
        "surveys_staff/show_notice.html",
        survey=survey,
        point=point_asked(survey),
        address=address(survey, "link", None),
        spoken=spoken_key(survey),
    )


def _given_out(survey_id: int) -> Survey:
    """A survey that has been opened: a draft may still change. Raises `SurveyNotFound`."""
    survey = service.survey_by_id(survey_id)
    if survey.state == State.DRAFT:
        raise service.SurveyNotFound
    return survey
