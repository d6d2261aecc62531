"""What LINE users say to surveys: that they want to be asked now and then, or no longer."""

from flask import current_app
from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.shared.languages import language_of
from webapp.shared.line import LineEvent
from webapp.surveys import service

# What people write, in either language, spaces and capitals set aside.
JOIN = {"สำรวจ", "ร่วมสำรวจ", "survey"}
STOP = {"เลิกสำรวจ", "หยุดสำรวจ", "stopsurvey"}


def hear(event: LineEvent, hearing_id: int) -> str | None:
    """Begin or stop asking this person where that is what was written."""
    said = "".join(event.text.lower().split())
    if event.kind != "message" or said not in JOIN | STOP:
        return None
    lang = language_of(event.text)
    if said in JOIN:
        service.join_by_line(event.user, lang, _secret())
    else:
        service.leave_by_line(event.user, _secret())
    with force_locale(lang):
        if said in JOIN:
            return _(
                "Thank you. We ask you for your opinion here, at most once in 90 days. "
                "To stop it, write: stop survey"
            )
        return _("We do not ask you for your opinion here any more.")


def leave(user: str) -> None:
    """Forget a person who has blocked our account."""
    service.leave_by_line(user, _secret())


def language(user: str) -> str:
    """The language in which this person is asked."""
    return service.language_by_line(user, _secret())


def menu(user: str, lang: str) -> str:
    """How one lets oneself be asked here."""
    with force_locale(lang):
        return _("To be asked for your opinion here now and then, write: survey")


def _secret() -> str:
    return str(current_app.config["SECRET_KEY"])
