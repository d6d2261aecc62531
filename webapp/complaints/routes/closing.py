"""Two questions after the end, on the tracking page or from the letter's link."""

from dataclasses import dataclass

from flask import current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.complaints import closing_wording, service
from webapp.complaints.forms import ClosingForm, WordsForm
from webapp.complaints.routes.blueprint import bp, visit
from webapp.complaints.rules.channels import ReplyBy
from webapp.complaints.rules.closing import Verdict
from webapp.complaints.rules.states import Move, State, allowed
from webapp.surveys import service as surveys

REOPEN = "reopen"


@dataclass(frozen=True)
class Put:
    """The questions on the page of a message: put there, or only a link to them."""

    form: ClosingForm
    asked: bool


@bp.context_processor
def questions() -> dict[str, object]:
    return {"closing_of": _closing_of, "closing_wording": closing_wording}


def _closing_of(complaint: service.Complaint) -> Put | None:
    """The questions about a message, which count as asked where they are put.

    Who gave no address is known to the browser alone, which keeps the day on which it was asked.
    """
    open_now = service.questions_about(complaint)
    if open_now is None:
        return None
    asked = open_now.asked
    if not asked and complaint.reply_by is ReplyBy.PAGE:
        asked = surveys.claim_browser()
        if asked:
            service.ask_on_page(open_now)
    return Put(ClosingForm(formdata=None), asked)


@bp.route("/track/closing", methods=["GET", "POST"])
def tell_how_it_ended() -> str | Response:
    complaint_id = visit.opened_case()
    if complaint_id is None:
        flash(_("Type your receipt code to open your message."))
        return redirect(url_for("complaints.track"))
    return _questions_page(service.complaint_by_id(complaint_id), opened=True)


@bp.route("/closing/<string(maxlength=200):token>", methods=["GET", "POST"])
def answer_questions(token: str) -> str | Response:
    """From the link in a letter: the questions are opened, and nothing of the message."""
    secret = current_app.config["SECRET_KEY"]
    complaint = service.opened_questions(token, secret)
    if person := service.asked_person(complaint):
        surveys.join_browser(person, secret)
    return _questions_page(complaint, opened=False)


def _questions_page(complaint: service.Complaint, opened: bool) -> str | Response:
    words = WordsForm(formdata=None)
    if request.method == "POST" and request.args.get("do") == REOPEN:
        words = WordsForm()
        if words.validate() and _reopened(complaint, words):
            there = "complaints.show_case" if opened else None
            return redirect(url_for(there) if there else request.path)
        return _page(complaint, opened, words=words)
    form = ClosingForm()
    if form.validate_on_submit():
        said = service.Said(
            Verdict(form.was_answered.data),
            Verdict(form.was_solved.data),
            (form.why.data or "").strip(),
        )
        return _answered(complaint, said, opened)
    return _page(complaint, opened, form)


def _answered(complaint: service.Complaint, said: service.Said, opened: bool) -> str | Response:
    try:
        service.answer_questions(complaint.id, said)
    except service.StepNotAllowed:
        flash(_("You have answered already, or the message has been taken up again."))
        return redirect(request.path)
    if not said.says_no:
        flash(_("Thank you. Your answers are kept."))
        return redirect(url_for("complaints.show_case") if opened else request.path)
    # What was typed stands ready as the reason for taking it up again.
    return _page(complaint, opened, words=WordsForm(formdata=None, text=said.why))


def _reopened(complaint: service.Complaint, words: WordsForm) -> bool:
    try:
        service.reopen(complaint.id, words.text.data.strip())
    except service.StepNotAllowed:
        words.text.errors = [_("The message has been taken up again already.")]
        return False
    flash(_("Your message is taken up again. The days are counted anew."))
    return True


def _page(
    complaint: service.Complaint,
    opened: bool,
    form: ClosingForm | None = None,
    words: WordsForm | None = None,
) -> str:
    state = State(complaint.state)
    return render_template(
        "complaints/answer_questions.html",
        complaint=complaint,
        opened=opened,
        form=form or ClosingForm(formdata=None),
        words=words or WordsForm(formdata=None),
        open_now=service.questions_about(complaint),
        last=service.last_answer(complaint.id),
        is_closed=state is State.CLOSED,
        may_reopen=Move.REOPEN in allowed(state),
        reopen=f"{request.script_root}{request.path}?do={REOPEN}",
    )
