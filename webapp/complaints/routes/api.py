"""The interface for programs: file a message and see where it is, in JSON."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Blueprint, current_app, jsonify, request
from flask_babel import force_locale
from flask_babel import gettext as _
from flask_limiter.errors import RateLimitExceeded
from sqlalchemy.exc import OperationalError
from werkzeug.datastructures import CombinedMultiDict, MultiDict
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from webapp.complaints import api_answers, service
from webapp.complaints.forms import ComplaintForm
from webapp.complaints.forms.codenames import codename_mistyped
from webapp.complaints.routes import codenames
from webapp.complaints.routes.filing import filing_of
from webapp.complaints.rules.channels import Channel
from webapp.complaints.rules.codename import is_meant
from webapp.complaints.rules.consent import MayPublish
from webapp.complaints.rules.identity import Identity
from webapp.complaints.rules.kinds import Kind
from webapp.extensions import csrf, limiter
from webapp.shared import receipt
from webapp.shared.languages import LANGUAGES
from webapp.shared.receipt_pages import receipt_mistyped
from webapp.shared.uploads.checking import MAX_REQUEST, Fault, FileRefused
from webapp.shared.uploads.vault import site_vault
from webapp.shared.uploads.wording import fault

bp = Blueprint("complaints_api", __name__, url_prefix="/api/v1/complaints")
# There is no session to steal: who calls sends all that counts.
csrf.exempt(bp)
Answer = tuple[Response, int]
# What a field takes, where a fixed word is wanted: a program cannot see the choices of a page.
_CHOICES = {
    "kind": tuple(Kind),
    "identity": tuple(Identity),
    "language": LANGUAGES,
    "publish": tuple(MayPublish),
}


@bp.url_value_preprocessor
def read_large_requests(asked: str | None, _values: object) -> None:
    """Files may come along with a message; those too large are refused in words."""
    if asked == f"{bp.name}.{file_message.__name__}":
        request.max_content_length = MAX_REQUEST


@bp.post("")
@limiter.limit("30 per hour")
def file_message() -> Answer:
    """Take a message in; answers with its receipt or codename, which is told this once."""
    with _in_its_language():
        form = ComplaintForm(formdata=_sent(), meta={"csrf": False})
        errors = _errors(form)
        if errors:
            return _refuse(errors)
        try:
            complaint, code = service.file_complaint(
                filing_of(form, _language(), channel=Channel.API),
                current_app.config["SECRET_KEY"],
                site_vault(),
            )
        except service.FileHarmful as refusal:
            form.turn_away(refusal)
            return _refuse(_errors_of(form))
        is_anonymous = complaint.identity is Identity.ANONYMOUS
        told = {"codename": code} if is_anonymous else {"receipt": receipt.grouped(code)}
        return jsonify({**told, **api_answers.where(complaint)}), 201


@bp.post("/track")
@limiter.limit("20 per 15 minutes")
def track_message() -> Answer:
    """Where the message of a receipt or a codename is, and what was said."""
    with _in_its_language():
        name = "codename" if _text("codename") else "receipt"
        try:
            found = _found(name, _text(name))
        except (service.CodeMistyped, service.CodenameMistyped, service.UnknownReceipt,
                service.UnknownCodename) as refusal:  # fmt: skip
            return _refuse({name: _unknown(refusal)}, 404)
        except service.GuessedTooOften as held:
            return _refuse({name: codenames.held_up(held)}, 429)
        except service.WaitFirst:
            told = {name: codenames.wait_first()}
            return jsonify({"errors": told, "ticket": codenames.new_ticket()}), 429
        said = api_answers.conversation(found)
        return jsonify({**api_answers.where(found), "messages": said}), 200


def _found(name: str, typed: str) -> service.Complaint:
    if name == "codename":
        return codenames.opened(typed, _text("ticket"))
    return service.find_by_receipt(typed, current_app.config["SECRET_KEY"])


def _unknown(refusal: Exception) -> str:
    """Why a code opens nothing, and what to do."""
    if isinstance(refusal, service.UnknownCodename):
        return codenames.no_such_codename()
    if isinstance(refusal, service.CodenameMistyped):
        return codename_mistyped(refusal)
    if is_meant(_text("receipt")):
        return _("This is a codename. Send it as “codename” in the place of “receipt”.")
    if isinstance(refusal, service.UnknownReceipt):
        return _(
            "No message has the code %(code)s. Compare it with what you wrote down, sign by sign, "
            "and try again.",
            code=refusal.code,
        )
    return receipt_mistyped(refusal) if isinstance(refusal, service.CodeMistyped) else ""


@bp.errorhandler(RateLimitExceeded)
def refuse_too_many(_error: RateLimitExceeded) -> Answer:
    with _in_its_language():
        if request.path.endswith("/track"):
            said = _(
                "Too many codes were tried, so that nobody can guess one. Try again in an hour."
            )
        else:
            said = _(
                "Too many messages came from your network. Wait some minutes, then send again."
            )
        return _refuse({"request": said}, 429)


@bp.errorhandler(RequestEntityTooLarge)
def refuse_large_files(_error: RequestEntityTooLarge) -> Answer:
    with force_locale("th"):
        return _refuse({"attachments": fault(FileRefused(Fault.TOO_LARGE_TOGETHER))}, 413)


@bp.errorhandler(OperationalError)
def refuse_while_database_is_away(error: OperationalError) -> Answer:
    current_app.logger.error("what a program sent could not be kept: %s", error.orig)
    with _in_its_language():
        said = _("We could not keep your message just now. Wait some minutes, then send again.")
        return _refuse({"request": said}, 503)


def _sent() -> MultiDict[str, Any]:
    """What was sent: a form with files, or a JSON object, of which its texts; else nothing."""
    if request.mimetype == "multipart/form-data":
        parts: list[MultiDict[str, Any]] = [request.files, request.form]
        return CombinedMultiDict(parts)
    sent: Any = request.get_json(silent=True)
    texts = sent if isinstance(sent, dict) else {}
    return MultiDict({str(key): value for key, value in texts.items() if isinstance(value, str)})


def _text(name: str) -> str:
    return str(_sent().get(name) or "").strip()


def _language() -> str:
    asked = _text("language")
    return asked if asked in LANGUAGES else "th"


@contextmanager
def _in_its_language() -> Iterator[None]:
    """Errors and words in the language that the program names, else in Thai."""
    with force_locale(_language()):
        yield


def _errors(form: ComplaintForm) -> dict[str, str]:
    """What is wrong by field, with the words that a field takes."""
    form.validate()
    errors = _errors_of(form)
    if _text("language") not in ("", *LANGUAGES):
        errors["language"] = _("Choose the language.")
    for name in errors.keys() & _CHOICES.keys():
        errors[name] += " " + _("It is one of: %(words)s.", words=", ".join(_CHOICES[name]))
    if errors and not _sent():
        errors["request"] = _("Send a JSON object, or a form with files (multipart/form-data).")
    return errors


def _errors_of(form: ComplaintForm) -> dict[str, str]:
    return {str(name): str(errors[0]) for name, errors in form.errors.items() if errors}


def _refuse(errors: dict[str, str], status: int = 422) -> Answer:
    return jsonify({"errors": errors}), status
