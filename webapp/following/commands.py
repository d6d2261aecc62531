"""`flask following …`."""

import sys

import click
from flask.cli import AppGroup

from webapp.following import service

commands = AppGroup("following", help="News for those who follow something.")


@commands.command("check")
def check() -> None:
    """Fail where an event older than 15 minutes has messages that have not gone, but for those that
    the other side puts off for a few people."""
    late = service.late()
    click.echo(
        f"work not done: {late.work}; events without their followers: {late.unmatched}; "
        f"messages not sent: {late.unsent}, of which put off by the other side: {late.put_off} "
        f"(people: {late.people})"
    )
    if late.is_outage:
        click.echo("so many are put off that it is a provider's trouble, or ours")
    if late.is_late:
        sys.exit(1)
