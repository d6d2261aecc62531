"""`flask accounts …`."""

import click
from flask import current_app
from flask.cli import AppGroup

from webapp.accounts import service

commands = AppGroup("accounts", help="People who sign in.")


@commands.command("create-staff")
@click.argument("email")
def create_staff(email: str) -> None:
    """Make a staff account for EMAIL and print how to log in."""
    token = service.create_staff(email, current_app.config["SECRET_KEY"])
    base = current_app.extensions["settings"].BASE_URL
    click.echo("Open this address within 48 hours and choose a password:")
    click.echo(f"{base}/account/invitation/{token}")
    click.echo(f"Then sign in at {base}/account/sign-in")
