"""`flask accounts …`."""

import click
from flask import current_app
from flask.cli import AppGroup

from webapp.accounts import service
from webapp.shared.errors import Refused

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
