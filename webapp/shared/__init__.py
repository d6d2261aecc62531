"""Plumbing that every feature may use; it knows no feature."""

from types import ModuleType

from cryptography.fernet import Fernet, MultiFernet
from flask import Flask
from jinja2 import StrictUndefined
from sqlalchemy import event
from sqlalchemy.engine import Engine

from webapp.config import PRODUCTION, Config
from webapp.extensions import db
from webapp.shared import (
    assets,
    backup,
    clock,
    compression,
    dates,
    error_pages,
    importing,
    jobs,
    languages,
    mail,
    pagination,
    security_headers,
)


def init_app(
    app: Flask, config: Config, job_modules: list[ModuleType], importer_modules: list[ModuleType]
) -> None:
    """Join the plumbing to `app`."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["page_url"] = pagination.page_url
    app.extensions["clock"] = clock.machine_clock
    app.extensions["settings"] = config
    app.extensions["field_keys"] = MultiFernet(
        [Fernet(key.strip()) for key in config.FIELD_KEYS.split(",")]
    )
    languages.init_app(app)
    dates.init_app(app)
    assets.init_app(app)
    error_pages.init_app(app)
    security_headers.init_app(app, config.SIANG_ENV == PRODUCTION)
    compression.init_app(app)
    mail.init_app(app, config)
    jobs.init_app(app, config, job_modules)
    importing.init_app(app, importer_modules)
    backup.init_app(app)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            event.listen(db.engine, "connect", prepare_sqlite)


def prepare_sqlite(connection: Engine, _record: object) -> None:
    """WAL lets pages read while the worker writes; foreign keys are off unless asked for."""
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in (
        "journal_mode=WAL",
        "foreign_keys=ON",
        "busy_timeout=10000",
        "synchronous=NORMAL",
        # What a person had erased is written over, not only let go of.
        "secure_delete=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
