"""The blueprint that every file of pages adds to, and the person whom a browser may show."""

from flask import Blueprint, after_this_request, flash, redirect, request, session, url_for
from flask_babel import gettext as _
from flask_login import current_user
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.following import service
from webapp.following.service import Follower
from webapp.shared.errors import NotFound
from webapp.shared.settings import settings
from webapp.shared.visit import Visit

Answer = str | Response | tuple[str, int]
# A link in a message opens the person's pages for an hour after their last use.
VISIT = Visit("following")
_LINKS = "following_links"
_SINCE = "following_since"
# What answers a form that was kept.
_SEE_OTHER = 302

bp = Blueprint("following", __name__, url_prefix="/following")


class NobodyKnown(NotFound):
    """This browser may show no person's pages: the link has not been opened here, or long ago."""


@bp.errorhandler(NobodyKnown)
def ask_for_link(_error: NobodyKnown) -> Response:
    """To the page that sends the link by which one's own pages open."""
    flash(
        _("This page is your own. Open it with the link in any message, or have a link sent here.")
    )
    return redirect(url_for("following.show_following"))


def secret() -> str:
    """What tokens are signed with."""
    return settings().SECRET_KEY


def open_pages_of(follower: Follower) -> None:
    """Let this browser show a person's pages, until the person's links are made void."""
    VISIT.open_case(follower.id)
    session[_LINKS] = follower.key_version
    session.pop(_SINCE, None)
    _bring_reading(follower)


def _bring_reading(follower: Follower) -> None:
    """Read here as the person reads elsewhere, where nothing else was chosen here; what was chosen
    here first is kept for elsewhere."""
    chosen = accounts.preferences().kept()
    if chosen and follower.preferences is None:
        service.keep_reading(follower, chosen)
    elif follower.preferences and not chosen:
        kept = accounts.read_preferences(follower.preferences)

        @after_this_request
        def keep(response: Response) -> Response:
            accounts.keep_in_browser(response, kept)
            return response


@bp.after_app_request
def keep_reading(response: Response) -> Response:
    """Keep reading preferences that were just chosen with the person whose pages are open here."""
    was_chosen = request.blueprint == "preferences" and request.method == "POST"
    if was_chosen and response.status_code == _SEE_OTHER and (follower := known_follower()):
        service.keep_reading(follower, accounts.preferences().kept())
    return response


def close_pages() -> None:
    """Show nobody's pages in this browser any more."""
    VISIT.leave_case()
    session.pop(_LINKS, None)
    session.pop(_SINCE, None)


def known_follower() -> Follower | None:
    """Whose pages this browser may show: of whoever opened a link here, or is signed in."""
    number = VISIT.opened_case()
    if number is not None:
        try:
            found = service.follower_by_id(number)
        except service.FollowerNotFound:
            return None
        return service.person(found) if session.get(_LINKS) == found.key_version else None
    if current_user.is_authenticated:
        return service.follower_of_account(current_user.id)
    return None


def present_follower() -> Follower:
    """As `known_follower`. Raises NobodyKnown where there is nobody."""
    found = known_follower()
    if found is None:
        raise NobodyKnown
    return found


def account_id() -> int | None:
    """The account that is signed in; None for nobody."""
    return current_user.id if current_user.is_authenticated else None


def _sealer() -> URLSafeSerializer:
    return URLSafeSerializer(secret(), salt="follow a complaint")


@bp.app_template_global()
def sealed_complaint(complaint_id: int) -> str:
    """A complaint's id for the address of the follow button: only its own page can give it."""
    return str(_sealer().dumps(complaint_id))


def opened_complaint(sealed: str) -> int:
    """The complaint that a sealed id names. Raises NotFound."""
    try:
        return int(_sealer().loads(sealed))
    except (BadSignature, ValueError):
        raise NotFound(sealed) from None
