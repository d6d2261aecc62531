"""The groups and their profiles, the table of needs by group, and the segments."""

from flask import Response, flash, redirect, render_template, request, url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Answer

from webapp.accounts import service as accounts
from webapp.groups import service as groups
from webapp.listening import service as listening
from webapp.profiles import report, service, wording
from webapp.profiles.forms import REVIEW, ProfileForm
from webapp.profiles.rules.groups import Part
from webapp.profiles.service.groups import by_urgency
from webapp.profiles.staff_routes.blueprint import bp
from webapp.shared import printing
from webapp.shared.errors import NotReady
from webapp.shared.figures import Part as Figures
from webapp.shared.figures import as_document, csv_text
from webapp.shared.languages import language


@bp.get("")
def list_profiles() -> str:
    profiles = service.list_profiles()
    due = [one for one in by_urgency(profiles) if one.standing in ("never", "overdue", "soon")]
    return render_template(
        "profiles_staff/list_profiles.html",
        profiles=profiles,
        due=due,
        retired=[one for one in groups.all_groups() if one.is_over],
    )


@bp.route("/<key>", methods=["GET", "POST"])
def show_profile(key: str) -> str | Answer:
    profile = service.get_profile(key)
    form = ProfileForm()
    if form.validate_on_submit():
        is_review = form.kind.data == REVIEW
        service.keep_profile(key, form.words, is_review, accounts.staff_id())
        flash(_("The profile is kept."))
        return redirect(url_for("profiles_staff.show_profile", key=key))
    if not form.is_submitted():
        for part in Part:
            form[part.value].data = profile.says(part, language())
        form.owner.data = profile.owner.value
    return render_template(
        "profiles_staff/show_profile.html",
        profile=profile,
        history=service.history_of(key),
        form=form,
        parts=list(Part),
    )


@bp.get("/table")
def show_table() -> str:
    return render_template(
        "profiles_staff/show_table.html",
        parts=_parts(language()),
        printable=printing.unavailable() is None,
    )


def _parts(lang: str) -> list[Figures]:
    return report.parts(service.list_profiles(), service.asked_by_group(), lang)


def _file_language() -> str:
    return "en" if request.args.get("lang") == "en" else "th"


@bp.get("/table.csv")
def download_table() -> Response:
    lang = _file_language()
    with force_locale(lang):
        lines = [
            [part.title, *cells] for part in _parts(lang) for cells in [part.head, *part.table()]
        ]
    headers = {"Content-Disposition": "attachment; filename=needs-by-group.csv"}
    return Response(csv_text(lines), mimetype="text/csv", headers=headers)


@bp.get("/table.pdf")
def print_table() -> Response:
    if printing.unavailable():
        raise NotReady
    lang = _file_language()
    with force_locale(lang):
        title = _("Needs and expectations by group")
        table = as_document(title, wording.table_said(), _parts(lang), lang)
        content = listening.pdf_of(table)
    headers = {"Content-Disposition": "attachment; filename=needs-by-group.pdf"}
    return Response(content, mimetype="application/pdf", headers=headers)


@bp.get("/segments")
def show_segments() -> str:
    findings = service.list_findings()
    return render_template(
        "profiles_staff/show_segments.html",
        findings=[(one, service.segments_of(one)) for one in findings],
    )
