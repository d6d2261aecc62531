"""The settings of the present site, for services, which do not know Flask."""

from flask import current_app

from webapp.config import Config


def settings() -> Config:
    """The settings that the site was made with."""
    found: Config = current_app.extensions["settings"]
    return found
