"""Letters with news: put together once for all who get the same, then filled in for each.

Blanks: `why`, `manage`, `stop`, `feed` (the follower's own token) and `name` (the message's).
"""

from collections.abc import Sequence

from flask import render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.following.rules.telling import Place, Telling
from webapp.following.rules.wishes import Form
from webapp.following.service.telling import file_address
from webapp.shared import mail
from webapp.shared.mail import Attachment, Circular, Letter

# A mailbox of a citizen takes some ten megabytes; what is longer is linked.
MOST_ATTACHED_BYTES = 5_000_000
_LINKED = (Form.AUDIO_ATTACHED, Form.AUDIO_LINKED)


def news_letter(
    told: Sequence[Telling],
    form: Form,
    lang: str,
    sounds: Sequence[Attachment] = (),
    together: bool = False,
) -> Circular:
    """A letter about one event, or a digest of several, in one form; `together`: of several that
    were to come at once, each by itself.

    Plain text is written first and says all; the large type says the same in HTML.
    """
    with force_locale(lang):
        items = [(one, extra(one, form)) for one in told]
        subject = _subject(told)
        why_one = said_together(len(told)) if together else ""
        text = render_template("emails/following/news.txt", items=items, why_one=why_one)
        page = ""
        if form is Form.LARGE:
            page = render_template(
                "emails/following/news.html",
                items=items,
                why_one=why_one,
                subject=subject,
                language=lang,
            )
    return mail.circular(
        Letter(
            to="",
            subject=subject,
            text=text,
            language=lang,
            headers=_headers(told),
            html=page,
            attachments=tuple(sounds),
        )
    )


def _subject(told: Sequence[Telling]) -> str:
    if len(told) == 1:
        return told[0].title
    more = len(told) - 1
    return _("%(first)s and %(num)d more", first=told[0].name, num=more)


def said_together(count: int) -> str:
    """Why so many events come in one message to who hears at once, in the language in force."""
    return _(
        "You asked to hear of each event at once. These %(num)d come together in one message, so "
        "that not too many reach you at the same time.",
        num=count,
    )


def extra(told: Telling, form: Form, feed: str = "@@feed@@") -> tuple[Place, ...]:
    """Where the message itself is to be heard or read in braille, in the language in force; `feed`
    is the key to the person's own files, or the blank of a letter for it."""
    name = f"/feeds/{feed}/news/{told.news_id}-{told.language}"
    if form in _LINKED:
        return (Place(_("Hear this message (MP3):"), file_address(f"{name}.mp3")),)
    if form is Form.BRAILLE_LINKED:
        return (Place(_("This message in braille (BRF):"), file_address(f"{name}.brf")),)
    return ()


def _headers(told: Sequence[Telling]) -> dict[str, str]:
    threads = {one.thread for one in told}
    thread = threads.pop() if len(threads) == 1 else "digest"
    headers = {
        # The same letter sent again after a crash has the same name: programs show it once.
        "Message-ID": mail.message_id("@@name@@"),
        "List-Id": f"<{thread}.following.{mail.domain()}>",
        "List-Unsubscribe": "<@@stop@@>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    if thread != "digest":
        # Nothing ever had this name, but programs put together what refers to the same.
        headers["References"] = headers["In-Reply-To"] = mail.message_id(thread)
    return headers
