"""The pages' common ground: the blueprint, its addresses, the offer at the end of a task."""

from flask import Blueprint, Response, current_app, request

from webapp.surveys import browser, service, wording
from webapp.surveys.models import Survey
from webapp.surveys.rules.questions import Task

bp = Blueprint("surveys", __name__, url_prefix="/surveys")
SURVEY = "/<string(length=6):key>"
# Where the files of documents are handed out: the end of the task of who takes one along.
DOWNLOADS = "listening.send_form"


def secret() -> str:
    """What keyed hashes and signed links are made with."""
    return str(current_app.config["SECRET_KEY"])


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording}


@bp.app_context_processor
def offers() -> dict[str, object]:
    """`survey_offer("answer")`: the survey to offer after a task, which then counts as asked."""
    return {"survey_offer": _offer}


def _offer(task: str) -> Survey | None:
    kept = browser.present()
    if task == Task.DOWNLOAD and not browser.has_taken_along():
        return None
    asked_on = service.last_asked(kept)
    survey = service.survey_at_end_of(Task(task), asked_on, kept.people, secret())
    if survey:
        service.note_asked(kept)
    return survey


@bp.after_app_request
def note_download(response: Response) -> Response:
    """Have a browser remember for an hour that it took a file along, while a survey asks for it."""
    if request.endpoint == DOWNLOADS and response.status_code in (200, 206, 304):
        kept = browser.present()
        asked_on = service.last_asked(kept)
        if service.survey_at_end_of(Task.DOWNLOAD, asked_on, kept.people, secret()):
            browser.note_taken_along(response)
    return response
