"""The register of needs, entering one, who asks for what."""

from flask import redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.needs import service
from webapp.needs.forms import HeardForm, PeriodForm, RegisterForm, chosen_bureau
from webapp.needs.rules.lists import Aspect, Channel, Who, aspect_of
from webapp.needs.staff_routes.blueprint import bp, handed_on, secret
from webapp.shared.clock import start_of_day
from webapp.shared.filters import chosen
from webapp.shared.languages import language_of
from webapp.shared.large_forms import take_large_files
from webapp.shared.pagination import page_number
from webapp.shared.uploads.checking import ACCEPT, MAX_REQUEST, Fault, FileRefused
from webapp.shared.uploads.errors import FileHarmful
from webapp.shared.uploads.vault import site_vault
from webapp.shared.uploads.wording import fault

_FILTERS = (
    "words",
    "aspect",
    "channel",
    "who",
    "origin",
    "bureau",
    "group",
    "since",
    "until",
    "person",
    "checked",
)


# Of an aspect: those that are only suggested, or both these and those decided.
_CHECKED = {"no": False, "any": None}


def _number(name: str) -> int | None:
    """A number in the address; None for what is none."""
    typed = request.args.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else None


@bp.get("")
def list_needs() -> str:
    form = RegisterForm(request.args)
    form.validate()
    wanted = service.NeedFilter(
        words=form.words.data or "",
        since=form.since.day,
        until=form.until.day,
        seen_by=accounts.staff_id(),
        is_checked=_CHECKED.get(request.args.get("checked", ""), True),
        person_id=_number("person"),
        before=_number("before"),
        **{
            name: chosen(form, name)
            for name in ("aspect", "channel", "who", "origin", "bureau", "group")
        },
    )
    page = service.list_needs(wanted, page_number(), secret())
    return render_template(
        "needs_staff/list_needs.html",
        form=form,
        page=page,
        filtered=wanted,
        unchecked=service.count_unchecked(wanted, secret()),
        asked={name: request.args[name] for name in _FILTERS if name in request.args},
    )


@bp.route("/new", methods=["GET", "POST"])
def enter_need() -> str | Response:
    form = HeardForm()
    if not form.validate_on_submit():
        return _form_page(form)
    day = form.heard_on.day
    words = (form.words.data or "").strip()
    hearing = service.Hearing(
        words=words,
        # The person's language and not the officer's; what was only spoken does not tell it.
        language=language_of(words) if words else "",
        channel=Channel[form.channel.data],
        subject=(form.subject.data or "").strip(),
        who=Who(form.who.data),
        name=(form.name.data or "").strip(),
        aspect=aspect_of(form.aspect.data),
        bureau=chosen_bureau(form),
        group=form.group.data,
        heard_at=start_of_day(day) if day else None,
        email=(form.email.data or "").strip(),
        uploads=form.uploads,
    )
    try:
        need, code = service.enter_need(hearing, accounts.staff_id(), secret(), site_vault())
    except FileHarmful as refusal:
        form.turn_away(refusal)
        return _form_page(form)
    handed_on.give_receipt(need.id, code)
    return redirect(url_for("needs_staff.show_need", need_id=need.id))


def _form_page(form: HeardForm) -> str:
    return render_template("needs_staff/enter_need.html", form=form, accept=ACCEPT)


def _beside_large_files(typed: MultiDict[str, str]) -> str:
    form = HeardForm(formdata=typed)
    form.attachments.errors = [fault(FileRefused(Fault.TOO_LARGE_TOGETHER))]
    return _form_page(form)


take_large_files(bp, lambda: MAX_REQUEST, {"needs_staff.enter_need": _beside_large_files})


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
