"""Pages for officers: the queue, and one message with all that may be done with it."""

from collections.abc import Callable
from io import BytesIO

from flask import (
    Blueprint,
    abort,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    send_file,
    url_for,
)
from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import service, wording
from webapp.complaints.forms import AnswerForm, QueueForm, ReferralForm
from webapp.complaints.rules.attachments import TEXT, download_name, text_charset
from webapp.complaints.rules.states import State, allowed, may_see_person
from webapp.shared.pagination import page_number

bp = Blueprint("complaints_staff", __name__, url_prefix="/staff/complaints")
bp.before_request(accounts.require_staff)
# No id is larger; a longer number is an unknown page rather than a fault of the database.
NUMBER = "int(max=2147483647)"
FORMS: dict[str, type[FlaskForm]] = {
    "take_up": FlaskForm,
    "answer": AnswerForm,
    "refer": ReferralForm,
    "close": FlaskForm,
}
DONE: dict[str, LazyString] = {
    "take_up": _l("You have taken it up."),
    "answer": _l("The answer is kept; the citizen sees it now."),
    "refer": _l("It is sent on; the citizen sees it now."),
    "close": _l("It is closed."),
}


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording, "name_of": accounts.name_of}


@bp.get("")
def list_complaints() -> str:
    form = QueueForm(request.args)
    wanted = service.QueueFilter(_chosen(form, "state"), _chosen(form, "kind"))
    page = service.queue(wanted, page_number())
    left = service.days_left([complaint.due_on for complaint in page.items])
    return render_template("complaints_staff/list_complaints.html", form=form, page=page, left=left)


def _chosen(form: QueueForm, name: str) -> str:
    """The filter's value where it is one of the choices; a mistyped address shows the queue."""
    field = form[name]
    if field.data not in {choice.value for choice in field.choices}:
        field.data = ""
    return str(field.data)


@bp.route(f"/<{NUMBER}:complaint_id>", methods=["GET", "POST"])
def show_complaint(complaint_id: int) -> str | Response:
    deed = request.args.get("do", "")
    form = _form(deed) if request.method == "POST" else None
    if form is not None and form.validate() and _done(deed, complaint_id, form):
        flash(str(DONE[deed]))
        return redirect(url_for("complaints_staff.show_complaint", complaint_id=complaint_id))
    complaint = service.open_case(complaint_id, accounts.staff_id())
    forms = {name: kind(formdata=None, prefix=name) for name, kind in FORMS.items()}
    if form is not None:
        forms[deed] = form
    return render_template(
        "complaints_staff/show_complaint.html",
        complaint=complaint,
        form=form,
        forms=forms,
        moves={move.value for move in allowed(State(complaint.state))},
        is_mine=may_see_person(complaint.handler_id, accounts.staff_id()),
        left=service.days_left([complaint.due_on])[complaint.due_on],
    )


def _form(deed: str) -> FlaskForm:
    if deed not in FORMS:
        abort(400)
    return FORMS[deed](prefix=deed)


def _done(deed: str, complaint_id: int, form: FlaskForm) -> bool:
    """Do what the officer sent; False, with the reason in the form, where it cannot be done now."""
    officer = accounts.staff_id()
    deeds: dict[str, Callable[[], None]] = {
        "take_up": lambda: service.take_up(complaint_id, officer),
        "answer": lambda: service.answer(complaint_id, officer, form.text.data.strip()),
        "refer": lambda: service.refer(
            complaint_id, officer, form.to.data.strip(), form.text.data.strip()
        ),
        "close": lambda: service.close(complaint_id, officer),
    }
    try:
        deeds[deed]()
    except service.CaseWithAnother:
        form.form_errors.append(
            _("You do not have this message in hand: a colleague may have taken it over.")
        )
        return False
    except service.StepNotAllowed:
        form.form_errors.append(
            _("The state of this message has changed meanwhile. Look at it below first.")
        )
        return False
    return True


@bp.get(f"/<{NUMBER}:complaint_id>/attachments/<{NUMBER}:attachment_id>")
def download_attachment(complaint_id: int, attachment_id: int) -> Response:
    keys = current_app.extensions["field_keys"]
    vault = service.Vault(current_app.extensions["settings"].upload_dir, keys)
    file, content = service.attachment_content(
        complaint_id, attachment_id, accounts.staff_id(), vault
    )
    # Never opened inside the site: a citizen's file is not ours to run.
    response = send_file(
        BytesIO(content),
        mimetype="application/octet-stream",
        as_attachment=True,
        # Werkzeug writes a Thai name in ASCII (RFC 6266 filename*); a server refuses it raw.
        download_name=download_name(file.name, file.media_type),
    )
    charset = text_charset(content) if file.media_type == TEXT else None
    if charset:
        response.content_type = f"{TEXT}; charset={charset}"
    # Whatever the content looks like, a browser takes it for what it is called.
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    return response
