"""`flask trends …`."""

import click
from flask.cli import AppGroup

from webapp.shared.errors import Refused
from webapp.trends import service

commands = AppGroup("trends", help="What people ask for more often.")


@commands.command("look")
def look() -> None:
    """Look now for what rises, not tonight."""
    service.look()
    click.echo(f"rising: {service.count_rising()}")


@commands.command("demonstrate")
def demonstrate() -> None:
    """Fill an empty register of needs with made-up ones of two years, and look at them."""
    try:
        count = service.demonstrate()
    except Refused as refusal:
        raise click.ClickException(str(refusal)) from None
    click.echo(f"made-up needs: {count}, rising: {service.count_rising()}")
