"""The interface for programs: file a message and see where it is, in JSON."""

from typing import Any

from flask import Blueprint, current_app, jsonify, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from webapp.complaints import service
from webapp.complaints.forms import ComplaintForm
from webapp.complaints.rules.channels import Channel
from webapp.complaints.rules.identity import Identity
from webapp.complaints.rules.kinds import Kind
from webapp.extensions import csrf, limiter
from webapp.shared import receipt
from webapp.shared.uploads.vault import site_vault

bp = Blueprint("complaints_api", __name__, url_prefix="/api/v1/complaints")
# There is no session to steal: who calls sends all that counts.
csrf.exempt(bp)
LANGUAGES = ("th", "en")
Answer = tuple[Response, int]


@bp.post("")
@limiter.limit("30 per hour")
def file_message() -> Answer:
    """Take a message in; answers with its receipt, which is told this once."""
    sent = _sent()
    form = ComplaintForm(formdata=MultiDict(sent), meta={"csrf": False})
    if not form.validate():
        return _refuse({name: str(errors[0]) for name, errors in form.errors.items()})
    language = sent.get("language", "th")
    if language not in LANGUAGES:
        return _refuse({"language": "th or en"})
    complaint, code = service.file_complaint(
        service.Filing(
            kind=Kind(form.kind.data),
            message=(form.message.data or "").strip(),
            language=language,
            subject=(form.subject.data or "").strip(),
            name=(form.name.data or "").strip(),
            email=(form.email.data or "").strip(),
            channel=Channel.API,
            token=form.token.data or "",
            identity=Identity(form.identity.data or Identity.CONFIDENTIAL),
        ),
        current_app.config["SECRET_KEY"],
        site_vault(),
    )
    if complaint.identity is Identity.ANONYMOUS:
        return jsonify({"codename": code, **_state(complaint)}), 201
    return jsonify({"receipt": receipt.grouped(code), **_state(complaint)}), 201


@bp.post("/track")
@limiter.limit("20 per 15 minutes")
def track_message() -> Answer:
    """Where the message of a receipt is, and what the office said."""
    try:
        found = service.find_by_receipt(
            _sent().get("receipt", ""), current_app.config["SECRET_KEY"]
        )
    except (service.CodeMistyped, service.UnknownReceipt):
        return jsonify({"errors": {"receipt": "no message has this receipt"}}), 404
    said = [
        {"at": message.at.isoformat(), "office": message.is_from_office, "text": message.text}
        for message in found.messages
    ]
    return jsonify({**_state(found), "messages": said}), 200


def _sent() -> dict[str, str]:
    """What was sent as a JSON object, its texts alone; nothing where it is none."""
    sent: Any = request.get_json(silent=True)
    if not isinstance(sent, dict):
        return {}
    return {str(name): value for name, value in sent.items() if isinstance(value, str)}


def _state(complaint: service.Complaint) -> dict[str, object]:
    still = complaint.stands_still and complaint.days_left is not None
    return {
        "state": complaint.state,
        "kind": complaint.kind,
        "bureau": complaint.bureau.value,
        "received_at": complaint.received_at.isoformat(),
        "due_on": None if still or not complaint.is_owed else complaint.due_on.isoformat(),
        "clock_stands_still": still,
        "course": [
            {"state": step.state, "at": step.at.isoformat(), "bureau": step.bureau.value}
            for step in complaint.steps
        ],
    }


def _refuse(errors: dict[str, str]) -> Answer:
    return jsonify({"errors": errors}), 422
