"""`flask index …`."""

import click
from flask.cli import AppGroup

from webapp.search import sources

commands = AppGroup("index", help="The search index.")


@commands.command("rebuild")
def rebuild() -> None:
    """Build the index anew from the database."""
    click.echo(f"entries: {sources.rebuild(wait=True)}")
