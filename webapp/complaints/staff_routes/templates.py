"""Templates: kept by staff, and used for one message."""

from flask import flash, redirect, render_template, url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import service, wording
from webapp.complaints.forms import TemplateForm, fields_form
from webapp.complaints.rules.templates import Use, asked_fields, fill
from webapp.complaints.staff_routes.blueprint import NUMBER, bp
from webapp.complaints.staff_routes.messages import FORMS
from webapp.shared import clock
from webapp.shared.dates import day

_WORDS = ("name", "kind", "subject", "language", "text")


@bp.get("/templates")
def list_templates() -> str:
    return render_template(
        "complaints_staff/list_templates.html", templates=service.list_templates()
    )


@bp.route("/templates/new", methods=["GET", "POST"])
@bp.route(f"/templates/<{NUMBER}:template_id>", methods=["GET", "POST"])
def edit_template(template_id: int | None = None) -> str | Response:
    template = service.template_by_id(template_id) if template_id else None
    form = TemplateForm(obj=template.newest if template else None)
    if form.validate_on_submit():
        words = {name: (form[name].data or "").strip() for name in _WORDS}
        service.keep_template(
            template_id,
            service.TemplateWords(use=Use(form.use.data), **words),
            accounts.staff_id(),
        )
        flash(_("The template is kept. It is offered from now on."))
        return redirect(url_for("complaints_staff.list_templates"))
    return render_template("complaints_staff/edit_template.html", form=form, template=template)


@bp.post(f"/templates/<{NUMBER}:template_id>/retire")
def retire_template(template_id: int) -> Response:
    service.retire_template(template_id, accounts.staff_id())
    flash(_("The template is offered no more. Its versions are kept."))
    return redirect(url_for("complaints_staff.list_templates"))


@bp.route(f"/<{NUMBER}:complaint_id>/templates/<{NUMBER}:template_id>", methods=["GET", "POST"])
def use_template(complaint_id: int, template_id: int) -> str:
    """Fill a template in; its words stand in the box of the step that it is for, to be edited."""
    complaint = service.open_case(complaint_id, accounts.staff_id())
    template = service.offered_template(template_id, complaint)
    asked = asked_fields(template.text)
    form = fields_form(asked)
    deed_form = None
    if not asked or form.validate_on_submit():
        values = {name: form[f"field-{place}"].data for place, name in enumerate(asked)}
        deed_form = _deed_form(template, {**_case_values(complaint), **values})
    return render_template(
        "complaints_staff/use_template.html",
        complaint=complaint,
        template=template,
        form=form,
        asked=asked,
        deed_form=deed_form,
    )


def _deed_form(template: service.TemplateVersion, values: dict[str, str]) -> FlaskForm:
    """The form of the step that the template is for, as the message's own page has it."""
    use = template.use.value
    form = FORMS[use](formdata=None, prefix=use)
    form.text.data = fill(template.text, values)
    return form


def _case_values(complaint: service.Complaint) -> dict[str, str]:
    """What the fields of a message say, in the language of its sender."""
    with force_locale(complaint.language):
        return {
            "number": str(complaint.id),
            "subject": complaint.subject,
            "kind": str(wording.KIND[complaint.kind]),
            "received_on": day(complaint.received_at),
            "due_on": day(complaint.due_on),
            "bureau": wording.bureau_name(complaint.bureau),
            "today": day(clock.today()),
        }
