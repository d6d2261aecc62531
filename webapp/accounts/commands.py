"""`flask accounts …`."""

import click
from flask import current_app
from flask.cli import AppGroup

from webapp.accounts import service
from webapp.accounts.rules import signing_in
from webapp.shared.errors import NotFound, Refused

commands = AppGroup("accounts", help="People who sign in.")


@commands.command("create-staff")
@click.argument("email")
@click.option("--name", default="", help="First name and surname, in Thai: who is named in a "
              "complaint is kept away from it.")  # fmt: skip
def create_staff(email: str, name: str) -> None:
    """Make a staff account for EMAIL, or name one, and print how to log in."""
    try:
        token = service.create_staff(email, current_app.config["SECRET_KEY"], name.strip())
    except Refused as reason:
        raise click.ClickException(str(reason)) from None
    base = current_app.extensions["settings"].BASE_URL
    click.echo("Open this address within 48 hours and choose a password:")
    click.echo(f"{base}/account/invitation/{token}")
    click.echo(f"Then sign in at {base}/account/sign-in")


@commands.command("board")
@click.argument("email")
@click.option("--off", is_flag=True, help="Take off the board.")
def board(email: str, off: bool) -> None:
    """Put the member of staff who signs in as EMAIL on the board for service improvement.

    The board ranks, decides and closes improvements; the rest of the staff proposes them and writes
    the follow-ups. Whoever is on it puts others on it at /staff/improvements/board.
    """
    try:
        service.keep_on_board_by_email(signing_in.normal_email(email), not off)
    except NotFound as reason:
        raise click.ClickException(str(reason)) from None
    except service.LastOfBoard:
        raise click.ClickException("the board needs one member: put another on it first") from None
    click.echo("Off the board." if off else "On the board.")
