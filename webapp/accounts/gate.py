"""The gate of the staff pages, and what becomes of a form that does not get through it.

A form that was open for too long comes back with all that was typed; what is sent after the session
has ended is kept until the officer has signed in again. Both ask the gate, or the officer's mark on
the form, first: nothing that an outsider typed is kept or shown.
"""

import threading
from typing import Any

from flask import Blueprint, current_app, flash, g, redirect, request, session, url_for
from flask_babel import gettext as _
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response

from webapp.accounts import unsent
from webapp.shared import audit, error_pages
from webapp.shared.errors import NotAllowed, NotSignedIn, ServiceError
from webapp.shared.kept_forms import pass_the_doors
from webapp.shared.settings import settings
from webapp.shared.transaction import transaction

Answer = tuple[str, int] | Response
# Hidden fields: the officer's mark, and the number of what is opened again.
MARK, UNSENT = "made_for", "unsent"
# How the form of components/open_again.html is sent.
_OPENED_AS = "application/x-www-form-urlencoded"


def require_staff() -> None:
    """Guard a staff page. Raises `NotSignedIn` or `NotAllowed`."""
    if not current_user.is_authenticated:
        raise NotSignedIn
    if not current_user.is_staff:
        raise NotAllowed


def guard_staff_pages(bp: Blueprint) -> None:
    """Open the pages of `bp` to staff alone, and let their forms outlive token and session."""
    bp.before_request(require_staff)
    bp.before_request(note_opened)
    bp.register_error_handler(CSRFError, show_form_again)
    bp.register_error_handler(NotSignedIn, keep_until_signed_in)


def note_opened() -> None:
    """Note that a form which waited for its officer stands in the browser again."""
    if request.method != "POST" or request.mimetype != _OPENED_AS:
        return
    try:
        opened = request.form.get(UNSENT, "")
    except RequestEntityTooLarge:
        # Asked as it was refused: see shared/large_forms.py.
        return
    if opened.isascii() and opened.isdigit() and len(opened) < 10:
        unsent.unsent_opened(int(opened), current_user.id)


def made_for() -> str:
    """The mark of the officer in a form of a staff page; "" on all other pages."""
    doors = current_app.before_request_funcs.get(request.blueprint or "", ())
    if require_staff not in doors or not current_user.is_authenticated:
        return ""
    if "made_for" not in g:
        g.made_for = unsent.mark_of(current_user, settings().SECRET_KEY)
    return str(g.made_for)


def keep_until_signed_in(error: NotSignedIn) -> Answer:
    """Ask to sign in; what was typed into a form that was made for an officer waits for it."""
    officer = None
    if request.method == "POST":
        officer = unsent.marked_officer(request.form.get(MARK, ""), settings().SECRET_KEY)
    typed = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in error_pages.NOT_TYPED and "password" not in name
    ]
    if officer is None or not any(value.strip() for _name, value in typed):
        return error_pages.refuse(error)
    address = request.script_root + request.full_path.rstrip("?")
    number = unsent.keep_unsent(officer, address, typed)
    flash(_("Your session has ended. What you typed is kept: sign in, and it is there again."))
    there = url_for("unsent.show_unsent", unsent_id=number)
    return redirect(url_for("accounts.sign_in", next=there))


def show_form_again(error: CSRFError) -> Answer:
    """The form with all that was typed, for who may open it; nothing is done."""
    try:
        pass_the_doors(request.blueprint)
        page = _page_alone()
    except ServiceError as refusal:
        answer: Answer = current_app.handle_user_exception(refusal)  # type: ignore[assignment]
        return answer
    if page is None:
        return error_pages.show_expired_form(error)
    return page, 400


class _Undone(Exception):
    """Ends a transaction of which nothing is to stay."""


def _page_alone() -> str | None:
    """What the view shows of a form whose token it refuses; None where it shows none.

    Whatever the view does is undone, for a view that should not ask for the token. That the page
    was read is audited all the same.
    """
    rule, view_args = request.url_rule, request.view_args or {}
    if rule is None or "GET" not in (rule.methods or ()):
        # A deed without a page of its own: nothing is typed there.
        return None
    shown: list[Any] = []
    read: list[dict[str, Any]] = []
    kept, here = dict(session), threading.get_ident()

    def note(_sender: object, **deed: Any) -> None:
        if threading.get_ident() == here:
            read.append(deed)

    try:
        with audit.staff_acted.connected_to(note), transaction():
            shown.append(current_app.view_functions[rule.endpoint](**view_args))
            raise _Undone
    except _Undone:
        pass
    if not isinstance(shown[0], str):
        session.clear()
        session.update(kept)
        return None
    with transaction():
        for deed in read:
            audit.record(**deed)
    return shown[0]
