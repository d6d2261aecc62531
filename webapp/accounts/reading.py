"""The reading preferences of whoever asks: from the account, or from a signed cookie."""

from flask import current_app, g, has_request_context, request
from flask_login import current_user
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.wrappers import Response

from webapp.accounts.rules.preferences import Preferences, read_preferences
from webapp.shared.languages import page_language

COOKIE = "preferences"
# Browsers keep no cookie longer than 400 days (RFC 6265bis).
KEEP_SECONDS = 400 * 24 * 3600


def preferences() -> Preferences:
    """What the person who asks for the present page prefers; the usual outside of a request."""
    if not has_request_context():
        return Preferences()
    if "preferences" not in g:
        g.preferences = _of_account() or _of_cookie()
    found: Preferences = g.preferences
    return found


def _of_account() -> Preferences | None:
    if not current_user.is_authenticated or current_user.preferences is None:
        return None
    return read_preferences(current_user.preferences)


def _of_cookie() -> Preferences:
    try:
        kept = _signer().loads(request.cookies.get(COOKIE, ""))
    except BadSignature:
        return Preferences()
    return read_preferences(kept) if isinstance(kept, dict) else Preferences()


def keep_in_browser(response: Response, chosen: Preferences) -> None:
    """Let the browser keep what was chosen; nothing where all is as usual."""
    g.preferences = chosen
    if not chosen.kept():
        response.delete_cookie(COOKIE)
        return
    response.set_cookie(
        COOKIE,
        str(_signer().dumps(chosen.kept())),
        max_age=KEEP_SECONDS,
        httponly=True,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        samesite="Lax",
    )


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="reading preferences")


def attributes() -> dict[str, str]:
    """What the page's root element says of the preferences, for the style sheet."""
    chosen = preferences().kept()
    looks = ("text_size", "spacing", "colours", "face", "view")
    return {f"data-{name.replace('_', '-')}": str(chosen[name]) for name in looks if name in chosen}


def wanted_elsewhere() -> bool:
    """Whether the person arrives from outside at a page in the language that they did not choose.

    Whoever comes from a page of this site has just used the link between the languages.
    """
    wanted = str(preferences().language)
    if wanted in ("any", page_language()):
        return False
    origin = request.headers.get("Sec-Fetch-Site")
    if origin is not None:
        return origin not in ("same-origin", "same-site")
    return not (request.referrer or "").startswith(request.host_url)
