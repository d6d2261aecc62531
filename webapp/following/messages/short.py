"""News in a few lines, for LINE and for a browser's notification."""

from collections.abc import Mapping, Sequence

from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.following.messages.letters import extra
from webapp.following.rules.telling import Place, Telling
from webapp.following.rules.wishes import Form

# More is on the page; a notification that goes on for ever is not read.
MOST_ITEMS = 10


def line_text(
    told: Sequence[Telling], lang: str, why: str, manage: str, form: Form, feed: str
) -> str:
    """A LINE message: for each event the name first, what changed, what comes, where there is more,
    and where it is in the form that was chosen.

    `why` says what brought it, `manage` is the address at which it is changed or stopped, `feed`
    the key to the person's own files.
    """
    with force_locale(lang):
        parts = [_item(one, extra(one, form, feed)) for one in told[:MOST_ITEMS]]
        if len(told) > MOST_ITEMS:
            parts.append(_("And %(count)d more.", count=len(told) - MOST_ITEMS))
        footer = Place(_("Change, pause or stop it:"), manage)
        parts.append(f"{_('Why this message:')} {why}\n{_line(footer)}")
    return "\n\n".join(parts)


def push_text(told: Sequence[Telling], lang: str) -> tuple[str, str]:
    """The title and the body of a notification."""
    first = told[0]
    body = "\n".join([first.what, *first.paragraphs])
    if len(told) > 1:
        with force_locale(lang):
            body = "\n".join([*(one.title for one in told[:MOST_ITEMS])])
            return _("%(count)d news", count=len(told)), body
    return first.name, body


def push_places(
    told: Sequence[Telling], lang: str, manage: str, form: Form, feed: str
) -> Mapping[str, tuple[str, str]]:
    """The buttons of a notification, each with its words and its address: the form that was chosen,
    where there is one event to tell of, and where all is changed or stopped. Browsers show two."""
    with force_locale(lang):
        found = {"manage": (_("Change or stop"), manage)}
        for place in extra(told[0], form, feed) if len(told) == 1 else ():
            words = _("Braille") if form is Form.BRAILLE_LINKED else _("Listen")
            found = {"form": (words, place.url), **found}
    return found


def _item(told: Telling, more: Sequence[Place]) -> str:
    lines = [told.name, told.what, *told.paragraphs, _line(told.page)]
    return "\n".join([*lines, *(_line(place) for place in (*more, *told.more))])


def _line(place: Place) -> str:
    return f"{place.what} {place.url}"
