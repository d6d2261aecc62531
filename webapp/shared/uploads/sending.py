"""Handing a kept file to an officer."""

from io import BytesIO

from flask import send_file
from werkzeug.wrappers import Response

from webapp.shared.uploads.checking import TEXT, download_name, text_charset
from webapp.shared.uploads.kept import KeptFile


def send_upload(file: KeptFile, content: bytes) -> Response:
    """The file as one that a browser stores and never opens inside the site."""
    # Never opened inside the site: a citizen's file is not ours to run.
    response = send_file(
        BytesIO(content),
        mimetype="application/octet-stream",
        as_attachment=True,
        # Werkzeug writes a Thai name in ASCII (RFC 6266 filename*); a server refuses it raw.
        download_name=download_name(file.name, file.media_type),
    )
    charset = text_charset(content) if file.media_type == TEXT else None
    if charset:
        response.content_type = f"{TEXT}; charset={charset}"
    # Whatever the content looks like, a browser takes it for what it is called.
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    return response
