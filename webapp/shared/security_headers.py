"""Headers that keep a page to itself: no third party, no inline script, no frame."""

from flask import Flask, Response, request

CSP = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def init_app(app: Flask, production: bool) -> None:
    """Set the headers on every answer; HSTS only in production, where TLS is certain."""

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if production:
            response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        if response.mimetype == "text/html" and request.path.startswith(PRIVATE):
            response.headers["Cache-Control"] = "no-store"
        return response


# Pages with a person's own words or a receipt: never kept by a shared computer's browser.
PRIVATE = (
    "/staff",
    "/account",
    "/complaints/track",
    "/complaints/receipt",
    "/complaints/draft",
    "/complaints/new/questions",
    "/following",
    "/forms/request",
    "/narrate",
)
