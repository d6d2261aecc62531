"""`flask complaints …`."""

import sys

import click
from flask.cli import AppGroup
from sqlalchemy.exc import OperationalError

from webapp.complaints.mail_reading import take_in
from webapp.complaints.rules.incoming_mail import MailRefused
from webapp.complaints.service import Taken, topics

# What a mail server makes of the exit status (sysexits.h): give up, or try again later.
EX_DATAERR, EX_TEMPFAIL = 65, 75

commands = AppGroup("complaints", help="Messages of citizens.")


@commands.command("receive")
def receive() -> None:
    """Take in one e-mail, read from standard input as the mail server has it (RFC 5322)."""
    try:
        taken = take_in(sys.stdin.buffer.read())
    except MailRefused as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(EX_DATAERR)
    except (OperationalError, OSError) as away:
        click.echo(f"not now: {away}", err=True)
        sys.exit(EX_TEMPFAIL)
    click.echo(taken.value)
    if taken is Taken.PUT_OFF:
        sys.exit(EX_TEMPFAIL)


@commands.command("learn")
def learn() -> None:
    """Train the classifier of topics now, instead of tonight."""
    made = topics.train_topics()
    if made is None:
        click.echo("nothing new to learn")
    else:
        click.echo(f"version {made.version}: {made.examples} examples, {made.decisions} decisions")
