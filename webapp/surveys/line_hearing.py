"""What LINE users say to surveys: that they want to be asked now and then, or no longer, and to
which group they belong.

Who joins is asked for the group once, in the answer; "group 2" tells it or changes it at any time,
"group 0" takes it back. Who says nothing counts as not told.
"""

import re

from flask import current_app
from flask_babel import force_locale
from flask_babel import gettext as _

from webapp.shared.languages import language_of
from webapp.shared.line import LineEvent
from webapp.surveys import service, wording

# What people write, in either language, spaces and capitals set aside.
JOIN = {"สำรวจ", "ร่วมสำรวจ", "survey"}
STOP = {"เลิกสำรวจ", "หยุดสำรวจ", "stopsurvey"}
GROUP = re.compile(r"(?:กลุ่ม|group)(\d{1,2})")


def hear(event: LineEvent, hearing_id: int) -> str | None:
    """Begin or stop asking this person where that is what was written."""
    said = "".join(event.text.lower().split())
    if event.kind != "message":
        return None
    lang = language_of(event.text)
    if number := GROUP.fullmatch(said):
        return _hear_group(event.user, int(number[1]), lang)
    if said not in JOIN | STOP:
        return None
    if said in JOIN:
        service.join_by_line(event.user, lang, _secret())
    else:
        service.leave_by_line(event.user, _secret())
    with force_locale(lang):
        if said in JOIN:
            thanks = _(
                "Thank you. We ask you for your opinion here, at most once in 90 days. "
                "To stop it, write: stop survey"
            )
            return f"{thanks}\n\n{_which_group(lang)}"
        return _("We do not ask you for your opinion here any more.")


def _hear_group(user: str, number: int, lang: str) -> str | None:
    """Note the group of this number in the list that was sent, 0 for none; None for somebody who is
    not asked here."""
    groups = [(None, ""), *wording.segments_in(lang).items()]
    with force_locale(lang):
        if number >= len(groups):
            known = service.language_by_line(user, _secret())
            return _which_group(lang) if known else None
        segment, name = groups[number]
        if not service.tell_group_by_line(user, segment, _secret()):
            return None
        if segment is None:
            return _("Your group is not kept any more. You are asked all the same.")
        return _("Noted, and kept with your place on the list alone: %(group)s.", group=name)


def _which_group(lang: str) -> str:
    """The one question to who joins, with the numbers to answer it with."""
    groups = enumerate(wording.segments_in(lang).values(), 1)
    asked = _(
        "Which group do you belong to? You need not say. To say it or to change it, write the word "
        "group and its number, for example: group 1"
    )
    none = _("I would rather not say")
    return "\n".join([asked, *(f"{number}. {name}" for number, name in groups), f"0. {none}"])


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
