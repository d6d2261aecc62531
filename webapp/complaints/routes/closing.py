"""Two questions after the end, on the tracking page or from the letter's link."""

from dataclasses import dataclass

from flask import current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.complaints import closing_wording, service
from webapp.complaints.forms import ClosingForm, WordsForm
from webapp.complaints.routes.blueprint import bp, visit
from webapp.complaints.routes.carrying import answers_carried, closed_meanwhile, words_carried
from webapp.complaints.rules.channels import ReplyBy
from webapp.complaints.rules.closing import Verdict
from webapp.complaints.rules.states import Move, State, allowed
from webapp.surveys import service as surveys

REOPEN = "reopen"
TELL, ANSWER = "complaints.tell_how_it_ended", "complaints.answer_questions"


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
        return _ask_for_code()
    return _questions_page(service.complaint_by_id(complaint_id), opened=True)


def _ask_for_code() -> str | Response:
    """The message is no longer open here; what is typed already is carried on to the next page."""
    if request.method == "POST":
        return _carried(closed_meanwhile())
    flash(_("Type your receipt code to open your message."))
    return redirect(url_for("complaints.track"))


def _carried(message: str) -> str:
    if request.args.get("do") == REOPEN:
        return words_carried(WordsForm(), message)
    return answers_carried(ClosingForm(), message)


def answers_again(message: str) -> str:
    """The questions, or why it is to be taken up again, with what was typed; `message` says why.

    Nothing is read of the message, which may be out of reach; where it is not open here any more,
    its code is asked for at once.
    """
    opened = request.endpoint == TELL
    if opened and visit.opened_case() is None:
        return _carried(message)
    reopening = request.args.get("do") == REOPEN
    form = WordsForm() if reopening else ClosingForm()
    form.form_errors.append(message)
    shown = {"open_now": not reopening, "last": None, "is_closed": True, "offered": reopening}
    return _render(None, opened, form, **shown)


@bp.route("/closing/<string(maxlength=200):token>", methods=["GET", "POST"])
def answer_questions(token: str) -> str | Response:
    """From the link in a letter: the questions are opened, and nothing of the message."""
    secret = current_app.config["SECRET_KEY"]
    complaint = service.opened_questions(token, secret)
    if person := service.asked_person(complaint):
        surveys.join_browser(person, secret)
    return _questions_page(complaint, opened=False)


def _questions_page(complaint: service.Complaint, opened: bool) -> str | Response:
    if request.method == "POST" and request.args.get("do") == REOPEN:
        words = WordsForm()
        if words.validate() and _reopened(complaint, words):
            there = "complaints.show_case" if opened else None
            return redirect(url_for(there) if there else request.path)
        return _page(complaint, opened, words)
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
    return _page(complaint, opened, WordsForm(formdata=None, text=said.why))


def _reopened(complaint: service.Complaint, words: WordsForm) -> bool:
    try:
        service.reopen(complaint.id, words.text.data.strip())
    except service.StepNotAllowed:
        words.text.errors = [_("The message has been taken up again already.")]
        return False
    flash(_("Your message is taken up again. The days are counted anew."))
    return True


def answers_page(complaint: service.Complaint, form: ClosingForm) -> str:
    """The questions about a message that is open here, with answers that are not sent yet."""
    flash(_("Look through your answers below, then send them."))
    return _page(complaint, True, form)


def _page(
    complaint: service.Complaint, opened: bool, form: ClosingForm | WordsForm | None = None
) -> str:
    state, last = State(complaint.state), service.last_answer(complaint.id)
    open_now = service.questions_about(complaint) is not None
    said_no = last is not None and (last.was_answered, last.was_solved) != (Verdict.YES,) * 2
    return _render(
        complaint,
        opened,
        form,
        open_now=open_now,
        last=last,
        is_closed=state is State.CLOSED,
        offered=Move.REOPEN in allowed(state) and said_no and not open_now,
    )


def _render(
    complaint: service.Complaint | None,
    opened: bool,
    form: ClosingForm | WordsForm | None,
    **more: object,
) -> str:
    """The page with what was typed in one of its two forms, the other one empty."""
    # Where a code opened the message just now, the page stands at another address than its form.
    address = url_for(TELL) if opened else request.script_root + request.path
    questions = form if isinstance(form, ClosingForm) else ClosingForm(formdata=None)
    return render_template(
        "complaints/answer_questions.html",
        complaint=complaint,
        opened=opened,
        form=form or questions,
        questions=questions,
        words=form if isinstance(form, WordsForm) else WordsForm(formdata=None),
        address=address,
        reopen=f"{address}?do={REOPEN}",
        **more,
    )
