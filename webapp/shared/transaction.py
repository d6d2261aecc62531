"""One commit per use case: a service inside a service joins the outer one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import current_app

from webapp.extensions import db


@contextmanager
def transaction() -> Iterator[None]:
    """Commit what was done inside, or nothing of it."""
    info = db.session.info
    if info.get("in_transaction"):
        yield
        return
    info["in_transaction"], info["after_commit"] = True, []
    try:
        _take_write_lock()
        yield
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise
    finally:
        del info["in_transaction"]
    for call in info.pop("after_commit"):
        try:
            call()
        except Exception:
            current_app.logger.exception("after a commit")


def after_commit(call: Callable[[], None]) -> None:
    """Do `call` once the present transaction has been committed; never if it is not."""
    db.session.info["after_commit"].append(call)


def _take_write_lock() -> None:
    """SQLite must be told at the start that a transaction writes.

    A transaction that read first and writes later fails at once when another has written in
    between; one that begins as a writer waits its turn.
    """
    connection = db.session.connection()
    if connection.dialect.name != "sqlite":
        return
    driver = connection.connection.dbapi_connection
    if driver is not None and not driver.in_transaction:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
