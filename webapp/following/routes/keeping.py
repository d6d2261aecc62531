"""What is kept of a person: notes, all of it as a file, new links, and forgetting."""

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.bills import service as bills
from webapp.following import service
from webapp.following.forms import NoteForm
from webapp.following.routes.blueprint import (
    bp,
    close_pages,
    open_pages_of,
    present_follower,
)
from webapp.shared.kept_forms import keep_typed


@bp.get("/notes")
def list_notes() -> str:
    follower = present_follower()
    notes = [(bills.bill_by_id(note.bill_id), note) for note in service.notes_of(follower)]
    return render_template("following/list_notes.html", notes=notes)


@bp.route("/notes/<public_id>", methods=["GET", "POST"])
def edit_note(public_id: str) -> str | Response:
    follower = present_follower()
    bill = bills.get_bill(public_id)
    form = NoteForm()
    if form.validate_on_submit():
        service.keep_note(follower, bill.id, form.text.data or "")
        flash(_("Your note is kept. Nobody else can read it."))
        return redirect(url_for("following.edit_note", public_id=public_id))
    if request.method == "GET":
        form.text.data = service.note_of(follower, bill.id)
    return render_template("following/edit_note.html", form=form, bill=bill)


def _again(message: str) -> str:
    form = NoteForm()
    form.validate()
    form.form_errors.append(message)
    bill = bills.get_bill(str((request.view_args or {})["public_id"]))
    return render_template("following/edit_note.html", form=form, bill=bill)


keep_typed(bp, {"following.edit_note": _again})


@bp.get("/export.json")
def export() -> Response:
    answer = jsonify(service.export(present_follower()))
    answer.headers["Content-Disposition"] = 'attachment; filename="following.json"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


@bp.route("/erase", methods=["GET", "POST"])
def erase() -> str | Response:
    follower = present_follower()
    if request.method == "POST":
        service.erase(follower)
        close_pages()
        flash(_("Everything is erased: your address, what you followed, and your notes."))
        return redirect(url_for("following.show_following"))
    return render_template("following/erase.html")


@bp.post("/new-links")
def revoke_links() -> Response:
    follower = present_follower()
    service.revoke_links(follower)
    open_pages_of(follower)
    flash(_("Every earlier link and feed address is void. The new feed addresses are below."))
    return redirect(url_for("following.show_following"))


@bp.post("/mail-again")
def resume_mail() -> Response:
    follower = present_follower()
    if follower.mail_stopped_at is not None:
        flash(_("Letters go to your address again."))
    service.resume_mail(follower)
    flash(_("What has not reached you is sent again: within 15 minutes, or at the hour you chose."))
    return redirect(url_for("following.show_following"))
