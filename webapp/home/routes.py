"""Pages of home."""

from flask import Blueprint, jsonify, render_template
from werkzeug.wrappers import Response

from webapp.home import service

bp = Blueprint("home", __name__)


@bp.get("/")
def show_home() -> str:
    return render_template("home/show_home.html")


@bp.get("/accessibility")
def show_accessibility() -> str:
    return render_template("home/show_accessibility.html")


@bp.get("/privacy")
def show_privacy() -> str:
    return render_template("home/show_privacy.html")


@bp.get("/health")
def show_health() -> Response:
    service.check_database()
    return jsonify(status="ok")
