"""What a person says later to an officer: entered, taken up again or taken back for the person."""

from flask import flash, render_template, request
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import desk_wording, service
from webapp.complaints.forms import HeardForm, TakenBackForm
from webapp.complaints.rules.channels import Channel
from webapp.complaints.rules.states import State, may_see_person
from webapp.complaints.rules.wishes import Wish, wishes_of
from webapp.complaints.staff_routes.blueprint import NUMBER, bp, to_case
from webapp.shared.uploads import checking as attachments
from webapp.shared.uploads.vault import site_vault
from webapp.shared.uploads.wording import fault

HEAR = "complaints_staff.hear_person"


@bp.route(f"/<{NUMBER}:complaint_id>/heard", methods=["GET", "POST"])
def hear_person(complaint_id: int) -> str | Response:
    complaint = service.open_case(complaint_id, accounts.staff_id())
    form = HeardForm()
    if form.validate_on_submit() and _kept(complaint_id, form, Wish(form.wish.data)):
        return to_case(complaint_id)
    return hear_page(complaint, form)


@bp.route(f"/<{NUMBER}:complaint_id>/withdraw", methods=["GET", "POST"])
def withdraw_for_person(complaint_id: int) -> str | Response:
    complaint = service.open_case(complaint_id, accounts.staff_id())
    form = TakenBackForm()
    if form.validate_on_submit() and _kept(complaint_id, form, Wish.WITHDRAW):
        return to_case(complaint_id)
    return render_template(
        "complaints_staff/withdraw_for_person.html",
        complaint=complaint,
        form=form,
        may_hear=_may_hear(complaint),
        may_withdraw=Wish.WITHDRAW in wishes_of(State(complaint.state)),
    )


def _kept(complaint_id: int, form: HeardForm | TakenBackForm, wish: Wish) -> bool:
    """Keep what the person said; False, with the reason in the form, where it cannot be."""
    said = service.Heard(
        wish,
        (form.text.data or "").strip(),
        Channel(form.channel.data),
        form.received_at,
        form.uploads if isinstance(form, HeardForm) else (),
        form.token.data or "",
    )
    try:
        service.keep_heard(complaint_id, accounts.staff_id(), said, site_vault())
    except service.FileHarmful as refusal:
        _turn_away(form, refusal)
    except service.ReceivedInFuture:
        _refuse_day(form, _("This is later than now. Write when the office had it."))
    except service.SaidBeforeMessage:
        _refuse_day(form, _("This is before the message came. Write when the office had it."))
    except service.CaseWithAnother:
        form.form_errors.append(
            _("You do not have this message in hand: a colleague may have taken it over.")
        )
    except service.StepNotAllowed:
        form.form_errors.append(
            _("The state of this message has changed meanwhile. Look at it first, then send again.")
        )
    else:
        flash(str(desk_wording.WISH_DONE[wish]))
        return True
    if isinstance(form, HeardForm):
        form.ask_for_files_again()
    return False


def _turn_away(form: HeardForm | TakenBackForm, refusal: service.FileHarmful) -> None:
    if isinstance(form, HeardForm):
        form.turn_away(refusal)


def _refuse_day(form: HeardForm | TakenBackForm, reason: str) -> None:
    form.received_on.errors = [reason]


def hear_page(complaint: service.Complaint, form: HeardForm) -> str:
    """The form for what the person of a message said."""
    wishes = [one for one in wishes_of(State(complaint.state)) if one is not Wish.WITHDRAW]
    return render_template(
        "complaints_staff/hear_person.html",
        complaint=complaint,
        form=form.offer(wishes),
        may_hear=_may_hear(complaint),
        accept=attachments.ACCEPT,
    )


def _may_hear(complaint: service.Complaint) -> bool:
    is_mine = may_see_person(complaint.handler_id, accounts.staff_id())
    return is_mine and service.is_heard_by_officer(complaint)


def beside_large_files(typed: MultiDict[str, str]) -> str:
    """The form with what was typed, after files far too large."""
    form = HeardForm(formdata=typed)
    refusal = attachments.FileRefused(attachments.Fault.TOO_LARGE_TOGETHER)
    form.attachments.errors = [fault(refusal)]
    number = (request.view_args or {})["complaint_id"]
    return hear_page(service.open_case(number, accounts.staff_id()), form)
