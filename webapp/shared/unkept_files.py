"""Handing over a file that was made at the moment and is kept nowhere."""

from io import BytesIO

from flask import send_file
from werkzeug.wrappers import Response


def send_unkept(content: bytes, media_type: str, name: str) -> Response:
    """The file `name`, to be stored by the person alone: no cache on the way keeps it."""
    response = send_file(
        BytesIO(content), mimetype=media_type, as_attachment=True, download_name=name
    )
    response.headers["Cache-Control"] = "no-store"
    return response
