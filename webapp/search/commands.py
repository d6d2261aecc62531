"""`flask index …`."""

import click
from flask.cli import AppGroup

from webapp.search import service, sources

commands = AppGroup("index", help="The search index.")


@commands.command("rebuild")
def rebuild() -> None:
    """Build the index anew from the database."""
    sources.refresh_all()
    count = service.build_index()
    click.echo(f"entries: {count}")
