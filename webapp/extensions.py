"""Flask extensions, made once and unbound. Imports nothing else from webapp."""

from flask import Flask, request
from flask_babel import Babel
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

READS = frozenset({"GET", "HEAD", "OPTIONS"})


class Base(DeclarativeBase):
    # Named constraints, so that SQLite's and PostgreSQL's migrations can speak of them.
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


babel = Babel()
csrf = CSRFProtect()
db = SQLAlchemy(model_class=Base)
# Every write is limited; a page that needs another limit says so itself.
limiter = Limiter(
    get_remote_address,
    default_limits=["60 per minute"],
    default_limits_exempt_when=lambda: request.method in READS,
)
login_manager = LoginManager()
migrate = Migrate(directory="webapp/migrations", render_as_batch=True, compare_type=True)


def init_app(app: Flask) -> None:
    """Bind every extension to `app`; languages are bound by `shared.languages`."""
    db.init_app(app)
    migrate.init_app(app, db)
    for extension in (csrf, login_manager, limiter):
        extension.init_app(app)
