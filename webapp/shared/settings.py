"""The settings and keys of the present site, for services, which do not know Flask."""

from cryptography.fernet import MultiFernet
from flask import current_app

from webapp.config import Config


def settings() -> Config:
    """The settings that the site was made with."""
    found: Config = current_app.extensions["settings"]
    return found


def field_keys() -> MultiFernet:
    """The keys that encrypt at rest what identifies a person, the newest first."""
    found: MultiFernet = current_app.extensions["field_keys"]
    return found
