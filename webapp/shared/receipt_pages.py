"""What every feature that gives receipt codes shows: the code once, and the field that takes it."""

from collections.abc import Callable

from flask import Blueprint, flash, redirect, url_for
from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import StringField

from webapp.shared import receipt
from webapp.shared.languages import language
from webapp.shared.receipt_words import spoken
from webapp.shared.visit import Visit


class CodeForm(FlaskForm):
    """The receipt code as a person types it."""

    code = StringField(_l("Receipt code"))

    def refuse(self, mistyped: receipt.CodeMistyped) -> None:
        """Say at the field why it can be no code."""
        self.code.errors = [receipt_mistyped(mistyped)]


def receipt_mistyped(mistyped: receipt.CodeMistyped) -> str:
    """Why what was typed can be no receipt code, and what to do."""
    if isinstance(mistyped, receipt.WrongLength):
        if not mistyped.typed:
            return _("Type your receipt code.")
        return _(
            "A receipt code has 10 letters and digits. You typed %(count)s. "
            "Check it and try again.",
            count=mistyped.typed,
        )
    return _(
        "A receipt code has only digits and English letters, and never the letter U. "
        "Check it and try again."
    )


def told(code: str) -> dict[str, object]:
    """A code for a page that shows it: `code` in its groups, `spoken` in words."""
    return {"code": receipt.grouped(code), "spoken": spoken(code, language())}


def add_receipt_pages(
    bp: Blueprint,
    visit: Visit,
    show: Callable[[int, str], str],
    over: LazyString,
    *,
    track: str,
    home: str,
) -> None:
    """Add the pages `show_receipt` and `forget_receipt` to a feature.

    `show` renders the receipt of a case from its id and its code. Where it may not be shown any
    more, the page `track` says `over`; who closes it comes to the page `home`.
    """

    def show_receipt() -> str | Response:
        shown = visit.receipt()
        if shown is None:
            flash(str(over))
            return redirect(url_for(track))
        return show(*shown)

    def forget_receipt() -> Response:
        visit.forget_receipt()
        flash(_("The receipt is closed on this device."))
        return redirect(url_for(home))

    bp.add_url_rule("/receipt", view_func=show_receipt)
    bp.add_url_rule("/receipt/forget", view_func=forget_receipt, methods=["POST"])
