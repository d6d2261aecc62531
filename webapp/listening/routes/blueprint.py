"""The blueprint that every file of pages adds its addresses to."""

from flask import Blueprint

bp = Blueprint("listening", __name__)
