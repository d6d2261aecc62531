"""What officers alone read: what people wrote, the notes of interviews and what they came to."""

from flask import abort, render_template

from webapp.accounts import service as accounts
from webapp.shared.languages import language
from webapp.shared.pagination import page_number
from webapp.surveys import report, service, wording
from webapp.surveys.rules.satisfaction import MEMBERS_INTERVIEWED
from webapp.surveys.rules.themes import Theme
from webapp.surveys.staff_routes.blueprint import ONE, bp


@bp.get(f"{ONE}/words")
def show_words(survey_id: int) -> str:
    survey = service.survey_by_id(survey_id)
    return render_template(
        "surveys_staff/show_words.html", survey=survey, themes=service.texts_by_theme(survey)
    )


@bp.get(f"{ONE}/words/<theme>")
def show_theme(survey_id: int, theme: str) -> str:
    survey = service.survey_by_id(survey_id)
    try:
        page = service.texts_of_theme(survey, Theme(theme), page_number())
    except ValueError:
        abort(404)
    return render_template(
        "surveys_staff/show_theme.html", survey=survey, theme=Theme(theme), page=page
    )


@bp.get(f"{ONE}/results")
def show_results(survey_id: int) -> str:
    survey = service.survey_by_id(survey_id)
    return render_template(
        "surveys_staff/show_results.html",
        survey=survey,
        parts=report.parts(service.figures(survey), language()),
        how_computed=report.how_computed(),
    )


@bp.get(f"{ONE}/notes")
def show_notes(survey_id: int) -> str:
    survey, year = service.survey_by_id(survey_id), service.present_quarter().year_be
    return render_template(
        "surveys_staff/show_notes.html",
        survey=survey,
        years=[
            (noted, notes, [wording.THEME[theme] for theme, _n in service.common_themes(notes)])
            for noted, notes in service.interview_notes(survey, accounts.staff_id()).items()
        ],
        year=year,
        held=service.interviews_held(year),
        members=MEMBERS_INTERVIEWED,
    )
