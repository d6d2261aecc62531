"""How Alembic runs the migrations: on the site's own database, with plain column types."""

from typing import Any, Literal

from alembic import context
from flask import current_app
from sqlalchemy.types import TypeDecorator

from webapp.extensions import db


def render_item(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write our own column types as what the database holds: a migration outlives our classes."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


def run() -> None:
    settings = current_app.extensions["migrate"].configure_args
    with db.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            render_item=render_item,
            **settings,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
