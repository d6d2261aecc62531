"""Pages for officers: the register of needs, one need, entering one, who asks for what."""

from collections.abc import Callable

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.needs import service, wording
from webapp.needs.forms import HeardForm, MergeForm, PeriodForm, RegisterForm, ReplyForm, SortForm
from webapp.needs.rules.lists import Aspect, Channel, Who, aspect_of
from webapp.shared.bureaux import Bureau
from webapp.shared.clock import start_of_day
from webapp.shared.languages import language, marked
from webapp.shared.pagination import page_number

bp = Blueprint("needs_staff", __name__, url_prefix="/staff/needs")
bp.before_request(accounts.require_staff)
NUMBER = "int(max=2147483647)"
FORMS: dict[str, type[FlaskForm]] = {
    "sort": SortForm,
    "reply": ReplyForm,
    "merge": MergeForm,
    "take_apart": FlaskForm,
    "void_links": FlaskForm,
}
DONE: dict[str, LazyString] = {
    "sort": _l("It is sorted."),
    "reply": _l("Your words are kept; the person sees them now."),
    "merge": _l("It now stands under the other need."),
    "take_apart": _l("It stands by itself again."),
    "void_links": _l("The links to this person's page are void. A new one is below."),
}


@bp.before_request
def refuse_barred() -> None:
    """A need taken from a message about the officer is none to this person. Raises `NotFound`."""
    need_id = (request.view_args or {}).get("need_id")
    if need_id is not None and need_id in service.hidden_needs(accounts.staff_id()):
        raise service.NeedNotFound


@bp.context_processor
def words() -> dict[str, object]:
    return {"wording": wording, "name_of": marked(accounts.name_of)}


def secret() -> str:
    return str(current_app.config["SECRET_KEY"])


@bp.get("")
def list_needs() -> str:
    form = RegisterForm(request.args)
    form.validate()
    person = request.args.get("person", "")
    wanted = service.NeedFilter(
        words=form.words.data or "",
        since=form.since.day,
        until=form.until.day,
        seen_by=accounts.staff_id(),
        person_id=int(person)
        if person.isascii() and person.isdigit() and len(person) < 10
        else None,
        **{name: _chosen(form, name) for name in ("aspect", "channel", "who", "origin", "bureau")},
    )
    page = service.list_needs(wanted, page_number(), secret())
    return render_template("needs_staff/list_needs.html", form=form, page=page, filtered=wanted)


def _chosen(form: RegisterForm, name: str) -> str:
    """The filter's value where it is one of the choices; a mistyped address shows all."""
    field = form[name]
    if field.data not in {choice.value for choice in field.choices}:
        field.data = ""
    return str(field.data)


@bp.route("/new", methods=["GET", "POST"])
def enter_need() -> str | Response:
    form = HeardForm()
    if not form.validate_on_submit():
        return render_template("needs_staff/enter_need.html", form=form)
    day = form.heard_on.day
    hearing = service.Hearing(
        words=(form.words.data or "").strip(),
        language=language(),
        channel=Channel[form.channel.data],
        subject=(form.subject.data or "").strip(),
        who=Who(form.who.data),
        name=(form.name.data or "").strip(),
        aspect=aspect_of(form.aspect.data),
        bureau=_bureau(form),
        heard_at=start_of_day(day) if day else None,
    )
    need = service.enter_need(hearing, accounts.staff_id(), secret())
    flash(_("The need is in the register."))
    return redirect(url_for("needs_staff.show_need", need_id=need.id))


@bp.route(f"/<{NUMBER}:need_id>", methods=["GET", "POST"])
def show_need(need_id: int) -> str | Response:
    deed = request.args.get("do", "")
    form = _form(deed) if request.method == "POST" else None
    if form is not None and form.validate() and _done(deed, need_id, form):
        flash(str(DONE[deed]))
        return redirect(url_for("needs_staff.show_need", need_id=need_id))
    need = service.open_need(need_id, accounts.staff_id())
    hidden = service.hidden_needs(accounts.staff_id())
    aspect = need.aspect or need.suggested or ""
    forms: dict[str, FlaskForm] = {
        "sort": SortForm(formdata=None, prefix="sort", aspect=aspect, bureau=need.bureau or ""),
        "reply": ReplyForm(formdata=None, prefix="reply"),
        "merge": MergeForm(formdata=None, prefix="merge"),
    }
    if form is not None:
        forms[deed] = form
    return render_template(
        "needs_staff/show_need.html",
        need=need,
        form=form,
        forms=forms,
        merged=[other for other in service.merged_into(need_id) if other.id not in hidden],
        alike=[
            (other, likeness)
            for other, likeness in (service.alike(need) if need.merged_into_id is None else [])
            if other.id not in hidden
        ],
        own_url=_own_url(need),
    )


def _own_url(need: object) -> str:
    person = getattr(need, "person", None)
    if person is None:
        return ""
    base = current_app.extensions["settings"].BASE_URL
    return f"{base}{url_for('needs.show_own', token=service.own_token(person, secret()))}"


def _form(deed: str) -> FlaskForm:
    if deed not in FORMS:
        abort(400)
    return FORMS[deed](prefix=deed)


def _done(deed: str, need_id: int, form: FlaskForm) -> bool:
    """Do what the officer sent; False, with the reason in the form, where it cannot be done."""
    officer = accounts.staff_id()
    deeds: dict[str, Callable[[], None]] = {
        "sort": lambda: service.sort_need(
            need_id, officer, aspect_of(form.aspect.data), _bureau(form)
        ),
        "reply": lambda: service.answer_need(need_id, officer, form.text.data.strip()),
        "merge": lambda: service.merge(need_id, int(form.into.data), officer),
        "take_apart": lambda: service.take_apart(need_id, officer),
        "void_links": lambda: service.void_links(
            service.need_by_id(need_id).person_id or 0, officer
        ),
    }
    try:
        deeds[deed]()
    except (service.MergeRefused, service.NeedNotFound):
        if deed != "merge":
            raise
        form.into.errors = [
            _("There is no such need to put this one under. Look up its number in the register.")
        ]
        return False
    return True


def _bureau(form: FlaskForm) -> Bureau | None:
    return Bureau(form.bureau.data) if form.bureau.data else None


@bp.get("/askings")
def show_askings() -> str:
    form = PeriodForm(request.args)
    form.validate()
    return render_template(
        "needs_staff/show_askings.html",
        form=form,
        askings=service.askings(form.since.day, form.until.day),
        aspects=list(Aspect),
    )
