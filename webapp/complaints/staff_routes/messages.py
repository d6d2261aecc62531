"""The queue, and one message with all that may be done with it."""

from collections.abc import Callable

from flask import abort, flash, render_template, request
from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import learning_wording as learned
from webapp.complaints import service
from webapp.complaints.forms import (
    AnswerForm,
    BulkForm,
    ConsentForm,
    DeclineForm,
    HandOverForm,
    KindForm,
    QuestionForm,
    QueueForm,
    ReferralForm,
    TellForm,
)
from webapp.complaints.rules.channels import TellBy
from webapp.complaints.rules.consent import consent_of
from webapp.complaints.rules.identity import name_is_open
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.states import Move, State, can_add, may_see_person, within_reach
from webapp.complaints.rules.wishes import wishes_of
from webapp.complaints.service import topics
from webapp.complaints.staff_routes.blueprint import NUMBER, bp, to_case
from webapp.shared.bureaux import Bureau
from webapp.shared.filters import chosen
from webapp.shared.pagination import page_number
from webapp.shared.receipt_pages import told
from webapp.shared.uploads.sending import send_upload
from webapp.shared.uploads.vault import site_vault

FORMS: dict[str, type[FlaskForm]] = {
    "take_up": FlaskForm,
    "accept": FlaskForm,
    "examine": FlaskForm,
    "ask": QuestionForm,
    "go_on": FlaskForm,
    "answer": AnswerForm,
    "refer": ReferralForm,
    "ask_others": FlaskForm,
    "decline": DeclineForm,
    "hand_over": HandOverForm,
    "change_kind": KindForm,
    "close": FlaskForm,
    "tell": TellForm,
    "leave_to_page": FlaskForm,
    "unpublish": FlaskForm,
    "ask_to_publish": FlaskForm,
    "note_consent": ConsentForm,
}
DONE: dict[str, LazyString] = {
    "take_up": _l("You have taken it up."),
    "accept": _l("It is accepted; the citizen sees it now."),
    "examine": _l("It is being examined; the citizen sees it now."),
    "ask": _l("The question is sent. The clock stands still until the citizen writes."),
    "go_on": _l("You go on without an answer. The clock runs again."),
    "answer": _l("The answer is kept; the citizen sees it now."),
    "refer": _l("It is sent on; the citizen sees it now."),
    "ask_others": _l("It is noted that you asked them; the citizen sees it now."),
    "decline": _l("The citizen sees now that it is for others, and where to turn."),
    "hand_over": _l("The bureau that you chose has it now."),
    "change_kind": _l("The kind is changed."),
    "close": _l("It is closed."),
    "tell": _l("It is noted that the person has been told."),
    "leave_to_page": _l("From now on the page alone tells this person."),
    "unpublish": _l("It is taken back; nobody reads it any more."),
    "ask_to_publish": _l("The person is asked whether it may be published."),
    "note_consent": _l("What the person said to publishing is noted."),
}


@bp.get("")
def list_complaints() -> str:
    names = {key: learned.topic_name(topic) for key, topic in topics.topics().items()}
    form = QueueForm(request.args).offer(names)
    for day in (form.since, form.until):
        day.validate(form)
    show = chosen(form, "show")
    hands = {"mine": str(accounts.staff_id()), "nobody": service.NOBODY}
    wanted = service.QueueFilter(
        state=chosen(form, "state"),
        kind=chosen(form, "kind"),
        bureau=chosen(form, "bureau"),
        channel=chosen(form, "channel"),
        hand=hands.get(show, ""),
        late=show == "late",
        to_tell=show == "to_tell",
        seen_by=accounts.staff_id(),
        topic=chosen(form, "topic"),
        since=form.since.day,
        until=form.until.day,
    )
    page = service.queue(wanted, page_number())
    left = service.days_left([complaint.limit_on for complaint in page.items])
    return render_template(
        "complaints_staff/list_complaints.html",
        form=form,
        page=page,
        left=left,
        bulk=BulkForm(None),
        handed=service.new_by_hand_over([complaint.id for complaint in page.items]),
        untold=service.late_errands(accounts.staff_id()),
        unreached_staff=service.unreached_addresses(accounts.staff_id()),
    )


@bp.route(f"/<{NUMBER}:complaint_id>", methods=["GET", "POST"])
def show_complaint(complaint_id: int) -> str | Response:
    deed = request.args.get("do", "")
    form = _form(deed) if request.method == "POST" else None
    if form is not None and form.validate() and _done(deed, complaint_id, form):
        flash(str(DONE[deed]))
        return to_case(complaint_id)
    complaint = service.open_case(complaint_id, accounts.staff_id())
    forms = {name: kind(formdata=None, prefix=name) for name, kind in FORMS.items()}
    forms["change_kind"].ask(complaint.kind)
    forms["hand_over"].bureau.data = complaint.bureau.value
    forms["refer"].to.data = learned.committee_of(complaint, topics.topics())
    case = service.case_of(complaint_id)
    if form is not None:
        forms[deed] = form
    is_mine = may_see_person(complaint.handler_id, accounts.staff_id())
    beside = service.beside(complaint)
    return render_template(
        "complaints_staff/show_complaint.html",
        complaint=complaint,
        form=form,
        forms=forms,
        case=case,
        consent=_consent(complaint),
        # What follows another message takes its steps.
        moves=set() if beside.follows else _moves(complaint),
        is_mine=is_mine,
        name_is_open=name_is_open(complaint.identity, is_mine),
        beside=beside,
        notes=service.notes_of(complaint_id),
        to_tell=_to_tell(complaint) if is_mine else None,
        hears=_hears(complaint) if is_mine else None,
        left=service.days_left([complaint.limit_on])[complaint.limit_on],
    )


def _to_tell(complaint: service.Complaint) -> dict[str, object] | None:
    """What an officer has to tell the person now: the newest step, the code where it is not known
    yet, what the office wrote since; None where nothing is to be told by hand."""
    steps = service.untold_steps(complaint.id)
    if not steps or service.told_now_by(complaint) is not TellBy.OFFICER:
        return None
    code = complaint.receipt_sealed
    wrote = [said for said in complaint.messages if said.is_from_office]
    return {
        "step": steps[-1],
        "receipt": told(code) if code else None,
        "wrote": [said for said in wrote if said.at >= steps[0].at],
        "may_add": can_add(State(complaint.state)),
    }


def _hears(complaint: service.Complaint) -> dict[str, object] | None:
    """What an officer may enter that the person said; None where the person writes alone."""
    if not service.is_heard_by_officer(complaint):
        return None
    return {
        "wishes": wishes_of(State(complaint.state)),
        "questions": service.questions_about(complaint),
    }


def _consent(complaint: service.Complaint) -> dict[str, bool]:
    """What an officer may do about the sender's consent to publishing."""
    return {
        "to_be_asked": service.is_to_be_asked(complaint),
        "spoken_for": service.is_spoken_for(complaint),
    }


def _moves(complaint: service.Complaint) -> set[str]:
    return {move.value for move in within_reach(State(complaint.state)) - {Move.WITHDRAW}}


def _form(deed: str) -> FlaskForm:
    if deed not in FORMS:
        abort(400)
    return FORMS[deed](prefix=deed)


def _done(deed: str, complaint_id: int, form: FlaskForm) -> bool:
    """Do what the officer sent; False, with the reason in the form, where it cannot be done now."""
    officer = accounts.staff_id()

    def typed(name: str) -> str:
        return str(form[name].data or "").strip()

    deeds: dict[str, Callable[[], object]] = {
        "take_up": lambda: service.take_up(complaint_id, officer),
        "accept": lambda: service.accept(complaint_id, officer),
        "examine": lambda: service.examine(complaint_id, officer),
        "ask": lambda: service.ask(complaint_id, officer, typed("text")),
        "go_on": lambda: service.go_on(complaint_id, officer),
        "answer": lambda: service.answer(complaint_id, officer, typed("text")),
        "refer": lambda: service.refer(complaint_id, officer, typed("to"), typed("text")),
        "ask_others": lambda: service.ask_others(complaint_id, officer),
        "decline": lambda: service.decline(complaint_id, officer, typed("to"), typed("text")),
        "hand_over": lambda: service.hand_over(complaint_id, officer, Bureau(typed("bureau"))),
        "change_kind": lambda: service.change_kind(complaint_id, officer, Kind(typed("kind"))),
        "close": lambda: service.close(complaint_id, officer),
        "tell": lambda: service.told_by_officer(
            complaint_id, officer, typed("said"), typed("token")
        ),
        "leave_to_page": lambda: service.leave_to_page(complaint_id, officer),
        "unpublish": lambda: service.unpublish_case(complaint_id, officer),
        "ask_to_publish": lambda: service.ask_to_publish(complaint_id, officer),
        "note_consent": lambda: service.note_consent(
            complaint_id, officer, bool(consent_of(typed("publish")))
        ),
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
    file, content = service.attachment_content(
        complaint_id, attachment_id, accounts.staff_id(), site_vault()
    )
    return send_upload(file, content)
