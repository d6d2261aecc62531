"""Databases for tests: the schema is made once a session, each test gets a copy of its own.

@both_databases
def test_a_step_is_kept(app): ...     # once on SQLite, once on PostgreSQL
"""

import shutil
from pathlib import Path
from uuid import uuid4

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from webapp import create_app
from webapp.config import Config
from webapp.extensions import db

both_databases = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
FIELD_KEY = Fernet.generate_key().decode()


def settings(instance: Path, database_url: str = "") -> Config:
    """Return the settings of a site for tests, kept under `instance`; SQLite there by default.

    Jobs wait in memory until a test drains them, mail goes to `instance/mail`, nothing is rate-limited.
    """
    return Config(
        SECRET_KEY="test",
        FIELD_KEYS=FIELD_KEY,
        INSTANCE_DIR=instance,
        DATABASE_URL=database_url,
        BASE_URL="http://localhost",
        JOBS_URL="memory:",
        TESTING=True,
        RATE_LIMITS=False,
        # Only what a test asks for: making every form of every document takes seconds.
        FORMS_DISK_GB=0,
    )


def make_tables(config: Config) -> None:
    """Make every table in the empty database of `config`, and let go of it."""
    app = create_app(config)
    with app.app_context():
        db.create_all()
        db.session.remove()
        db.engine.dispose()


class SqliteCopies:
    """Copies of one empty SQLite database."""

    def __init__(self, folder: Path) -> None:
        config = settings(folder)
        make_tables(config)
        self.original = Path(make_url(config.database_url).database or "")

    def copy_to(self, file: Path) -> str:
        """Put a copy at `file`; return its URL."""
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(self.original, file)
        return f"sqlite:///{file}"


class PostgresCopies:
    """Copies of one empty database inside a private PostgreSQL."""

    def __init__(self, server_url: str, folder: Path) -> None:
        self.server_url = make_url(server_url)
        self.template = self.new()
        make_tables(settings(folder, self.template))

    def new(self, template: str = "template0") -> str:
        """Make a database like `template` (a name) and return its URL."""
        name = f"test_{uuid4().hex[:12]}"
        self.run(f'CREATE DATABASE {name} TEMPLATE "{template}"')
        return self.server_url.set(database=name).render_as_string(hide_password=False)

    def copy(self) -> str:
        """Make a database with every table; return its URL."""
        return self.new(make_url(self.template).database or "")

    def drop(self, url: str) -> None:
        """Remove a database, ending the connections to it."""
        self.run(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")

    def run(self, statement: str) -> None:
        engine = create_engine(self.server_url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()
