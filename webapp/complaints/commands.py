"""`flask complaints …`."""

import sys

import click
from flask import current_app
from flask.cli import AppGroup
from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy.exc import OperationalError

from webapp.complaints import service
from webapp.complaints.rules.incoming_mail import IncomingMail, MailRefused, read_mail
from webapp.complaints.service import topics
from webapp.shared.languages import language_of
from webapp.shared.uploads.vault import site_vault

# What a mail server makes of the exit status (sysexits.h): give up, or try again later.
EX_DATAERR, EX_TEMPFAIL = 65, 75

commands = AppGroup("complaints", help="Messages of citizens.")


@commands.command("receive")
def receive() -> None:
    """Take in one e-mail, read from standard input as the mail server has it (RFC 5322)."""
    try:
        mail = read_mail(sys.stdin.buffer.read())
    except MailRefused as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(EX_DATAERR)
    secret = current_app.config["SECRET_KEY"]
    try:
        taken = service.receive_mail(mail, _words(mail), secret, site_vault())
    except (OperationalError, OSError) as away:
        click.echo(f"not now: {away}", err=True)
        sys.exit(EX_TEMPFAIL)
    click.echo(taken.value)


@commands.command("learn")
def learn() -> None:
    """Train the classifier of topics now, instead of tonight."""
    made = topics.train_topics()
    if made is None:
        click.echo("nothing new to learn")
    else:
        click.echo(f"version {made.version}: {made.examples} examples, {made.decisions} decisions")


def _words(mail: IncomingMail) -> str:
    """The text of a letter, with a line that names the files that could not be taken."""
    with force_locale(language_of(f"{mail.subject} {mail.text}")):
        text = mail.text or mail.subject or _("(a letter without words)")
        if mail.untaken:
            names = ", ".join(mail.untaken)
            text += "\n\n" + _("[Files that could not be taken: %(names)s]", names=names)
    return text
