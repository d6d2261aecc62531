"""News in a few lines, for LINE and for a browser's notification."""

from collections.abc import Mapping, Sequence

from flask_babel import force_locale, ngettext
from flask_babel import gettext as _

from webapp.following.messages.letters import extra, said_together
from webapp.following.rules.telling import Place, Telling
from webapp.following.rules.wishes import Form
from webapp.shared import line

# More is on the page; a notification that goes on for ever is not read.
MOST_ITEMS = 10
# In LINE's units; so one event, why it comes and where it is stopped always fit into one message.
_MOST_WORDS, _MOST_WHY = 3000, 600
_GAP = "\n\n"


def line_text(
    told: Sequence[Telling],
    lang: str,
    why: str,
    manage: str,
    form: Form,
    feed: str,
    together: bool = False,
) -> str:
    """A LINE message: for each event the name first, what changed, what comes, where there is more,
    and where it is in the form that was chosen.

    The whole is within what LINE takes: the last lines always come, and how many events found no
    room. `why` says what brought it, `manage` is the address at which it is changed or stopped,
    `feed` the key to the person's own files; `together`: all this was to come at once, each by
    itself.
    """
    with force_locale(lang):
        place = _line(Place(_("Change, pause or stop it:"), manage))
        footer = f"{_('Why this message:')} {line.fitting(why, _MOST_WHY)}\n{place}"
        if together:
            footer = f"{said_together(len(told))}\n{footer}"
        items = [_shortened(one, extra(one, form, feed)) for one in told[:MOST_ITEMS]]
        room = line.MOST_UNITS - line.units(_GAP + footer)
        if len(told) > 1:
            room -= line.units(_GAP + _and_more(len(told)))
        parts = _whole(items, room)
        if len(parts) < len(told):
            parts.append(_and_more(len(told) - len(parts)))
    return _GAP.join([*parts, footer])


def _and_more(count: int) -> str:
    return ngettext(
        "And %(num)d more: it is on your home, which the page below leads to.",
        "And %(num)d more: they are on your home, which the page below leads to.",
        count,
    )


def _whole(items: Sequence[str], room: int) -> list[str]:
    """As many of the first items as there is room for, each whole; one at least."""
    parts, used = [items[0]], line.units(items[0])
    for item in items[1:]:
        used += line.units(_GAP + item)
        if used > room:
            break
        parts.append(item)
    return parts


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


def _shortened(told: Telling, more: Sequence[Place]) -> str:
    """One event: its words, shortened where a law's text is long, and then where it all is."""
    words = "\n".join([told.name, told.what, *told.paragraphs])
    places = [_line(place) for place in (told.page, *more, *told.more)]
    return "\n".join([line.fitting(words, _MOST_WORDS), *places])


def _line(place: Place) -> str:
    return f"{place.what} {place.url}"
