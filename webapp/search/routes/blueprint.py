"""The blueprint that the pages of search share."""

from flask import Blueprint

bp = Blueprint("search", __name__)
