"""How Alembic runs the migrations: on the site's own database, with plain column types."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from alembic import context
from flask import current_app
from sqlalchemy import Connection
from sqlalchemy.types import TypeDecorator

from webapp.extensions import db


def render_item(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write our own column types as what the database holds: a migration outlives our classes."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


@contextmanager
def tables_replaced(connection: Connection) -> Iterator[None]:
    """SQLite changes a column by a new table in place of the old one, to which rows of other tables
    may point meanwhile: they are looked at when all is done (https://sqlite.org/lang_altertable)."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = connection.connection.cursor()
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
        broken = driver.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise RuntimeError(f"rows point to what is not there: {broken[:3]}")
    finally:
        driver.execute("PRAGMA foreign_keys=ON")
        driver.close()


def run() -> None:
    settings = current_app.extensions["migrate"].configure_args
    with db.engine.connect() as connection, tables_replaced(connection):
        context.configure(
            connection=connection,
            target_metadata=db.metadata,
            render_item=render_item,
            **settings,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
