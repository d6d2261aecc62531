"""Pages travel compressed: an old telephone pays for every kilobyte."""

from flask import Flask, Response, request
from flask_compress import Compress

from webapp.shared.security_headers import PRIVATE

SETTINGS = {
    "COMPRESS_ALGORITHM": ["gzip"],
    "COMPRESS_LEVEL": 5,
    "COMPRESS_REGISTER": False,
    "COMPRESS_MIMETYPES": [
        "text/html",
        "text/css",
        "text/plain",
        "text/calendar",
        "application/atom+xml",
        "application/json",
        "image/svg+xml",
    ],
}


def init_app(app: Flask) -> None:
    """Compress what is public.

    Pages with a person's own words are left as they are: beside text that an attacker chooses,
    the compressed length of a secret can tell it (BREACH).
    """
    app.config.update(SETTINGS)
    compress = Compress(app)

    @app.after_request
    def shrink(response: Response) -> Response:
        # Files are sent as they are: sounds are compressed already, and ranges count their bytes.
        if request.path.startswith(PRIVATE) or response.direct_passthrough:
            return response
        shrunk: Response = compress.after_request(response)
        return shrunk
