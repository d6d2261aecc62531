"""A message that is no longer open here: its code is asked for again, what was typed goes along.

On the page of the code nothing is read of any message, so it comes back from every fault.
"""

from flask import render_template
from flask_babel import gettext as _

from webapp.complaints.forms import ClosingForm, TrackForm, WordsForm


def closed_meanwhile() -> str:
    """That the message is no longer open here, and that nothing typed is lost."""
    return _("The page was open for too long. Type your receipt code again; your words are kept.")


def words_carried(form: WordsForm, message: str) -> str:
    """The words of the page of a message beside the code; `message` says why."""
    return _code_page(TrackForm(formdata=None, message=form.text.data), message)


def answers_carried(form: ClosingForm, message: str) -> str:
    """The answers to the questions after the end beside the code; `message` says why."""
    return _code_page(TrackForm(formdata=None, ended=form.carried, message=form.why.data), message)


def _code_page(form: TrackForm, message: str) -> str:
    form.form_errors.append(message)
    return render_template("complaints/track.html", form=form)
