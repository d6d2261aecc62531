"""Notes of policy: the list, writing one, one as page and tagged PDF, an improvement of it."""

from flask import Response, flash, redirect, render_template, request, url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Answer

from thai_text.outline import Document
from thai_text.outline.tree import Block
from webapp.accounts import service as accounts
from webapp.improvement import service as improvement
from webapp.listening import service as listening
from webapp.shared import dates, printing
from webapp.shared.errors import NotReady
from webapp.trends import service, wording
from webapp.trends.forms import NoteForm, PlanForm
from webapp.trends.models import PolicyNote, TrendReading
from webapp.trends.staff_routes.blueprint import NUMBER, bp
from webapp.trends.staff_routes.rising import register_address

ONE = f"/notes/<{NUMBER}:note_id>"


@bp.get("/notes")
def list_notes() -> str:
    return render_template("trends_staff/list_notes.html", notes=service.list_notes())


@bp.route("/notes/new", methods=["GET", "POST"])
def write_note() -> str | Answer:
    asked = request.args.get("trend", "")
    known = asked.isascii() and asked.isdigit() and len(asked) < 10
    reading = service.reading_by_id(int(asked)) if known else None
    form = NoteForm()
    if form.validate_on_submit():
        note = service.write_note(form.facts, reading, accounts.staff_id())
        flash(_("The note is kept."))
        return redirect(url_for("trends_staff.show_note", note_id=note.id))
    if reading is not None and not form.is_submitted():
        form.issue.data = _("More people than usual ask for: %(what)s", what=_name(reading))
        form.evidence.data = _evidence(reading)
    return render_template("trends_staff/write_note.html", form=form, reading=reading)


def _name(reading: TrendReading) -> str:
    return wording.name(reading, wording.topic_names())


def _evidence(reading: TrendReading) -> str:
    days = _("%(first)s to %(last)s", first=dates.day(reading.since), last=dates.day(reading.until))
    return f"{_name(reading)}, {days}\n{wording.said(reading)}\n{register_address(reading)}"


@bp.route(ONE, methods=["GET", "POST"])
def show_note(note_id: int) -> str | Answer:
    note = service.note_by_id(note_id)
    plans = request.args.get("do") == "plan"
    form, plan = _forms(note, plans)
    if plans and plan.validate_on_submit():
        return _planned(note, plan)
    if not plans and form.validate_on_submit():
        service.change_note(note_id, form.facts, accounts.staff_id())
        flash(_("The note is kept."))
        return redirect(url_for("trends_staff.show_note", note_id=note_id))
    made = improvement.get_improvement(f"i-{note.improvement_id}") if note.improvement_id else None
    return render_template(
        "trends_staff/show_note.html",
        note=note,
        note_form=form,
        plan=plan,
        form=plan if plans else form,
        made=made,
        printable=printing.unavailable() is None,
    )


def _forms(note: PolicyNote, plans: bool) -> tuple[NoteForm, PlanForm]:
    day = dates.day(note.decided_on)
    sent = request.method == "POST"
    form = NoteForm() if sent and not plans else NoteForm(formdata=None, obj=note, decided_on=day)
    if not sent or plans:
        form.decided_on.data = f"{note.decided_on:%d/%m/%Y}" if note.decided_on else ""
    return form, PlanForm(prefix="plan") if plans else PlanForm(formdata=None, prefix="plan")


def _planned(note: PolicyNote, plan: PlanForm) -> Answer:
    urgent, important = int(plan.urgent.data), int(plan.important.data)
    made = service.make_improvement(note.id, urgent, important, accounts.staff_id())
    flash(_("The improvement is proposed."))
    return redirect(url_for("improvement_staff.show_plan_item", public_id=made.public_id))


@bp.get(f"{ONE}.pdf")
def print_note(note_id: int) -> Response:
    note = service.note_by_id(note_id)
    if printing.unavailable():
        raise NotReady
    lang = "en" if request.args.get("lang") == "en" else "th"
    with force_locale(lang):
        content = listening.pdf_of(_document(note, lang), is_secret=True)
    headers = {"Content-Disposition": f"attachment; filename=policy-note-{note_id}.pdf"}
    response = Response(content, mimetype="application/pdf", headers=headers)
    response.headers["Cache-Control"] = "no-store"
    return response


def _document(note: PolicyNote, lang: str) -> Document:
    decided = dates.day(note.decided_on) or _("Not decided yet")
    told = {
        "issue": (_("The issue"), note.issue),
        "evidence": (_("What shows it"), note.evidence),
        "options": (_("What could be done"), note.options),
        "decision": (_("What was decided"), note.decision),
        "owner": (_("Bureau that owns it"), wording.bureau_name(note.owner)),
        "day": (_("Day of the decision"), decided),
    }
    chapters = tuple(
        Block(key, "chapter", heading=title, blocks=_paragraphs(key, text))
        for key, (title, text) in told.items()
        if text
    )
    return Document(
        title=_("Note of policy %(number)s", number=note.id), lang=lang, blocks=chapters
    )


def _paragraphs(key: str, text: str) -> tuple[Block, ...]:
    return tuple(
        Block(f"{key}-{place}", "paragraph", text=line)
        for place, line in enumerate(text.splitlines())
        if line.strip()
    )
