"""What somebody writes to our LINE account about a message to the office."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import current_app
from flask_babel import force_locale

from webapp.complaints import service
from webapp.complaints.by_line import words
from webapp.complaints.models import Complaint, LinePerson
from webapp.complaints.rules import codename
from webapp.complaints.rules.channels import ReplyBy
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.line_words import (
    LEAST_WORDS,
    Wish,
    kind_named,
    kind_numbered,
    receipt_in,
    wish_in,
)
from webapp.complaints.rules.states import Move, State, allowed, can_add
from webapp.complaints.service import line as people
from webapp.shared.languages import language_of
from webapp.shared.line import FILES, LineEvent
from webapp.shared.line.hearing import SILENCE
from webapp.shared.uploads.vault import site_vault

# Whom a message is told to by itself where its person sends the code here; the others have chosen.
_NOT_CHOSEN = frozenset({ReplyBy.PAGE, ReplyBy.LINE})


@dataclass(frozen=True)
class Heard:
    """One message of a person, and the note of it by which it is answered later."""

    person: LinePerson
    event: LineEvent
    hearing_id: int

    @property
    def text(self) -> str:
        return self.event.text.strip()

    @property
    def about(self) -> Complaint | None:
        """The message that the talk is about."""
        if self.person.about is None:
            return None
        return service.complaint_by_id(self.person.about)


def hear(event: LineEvent, hearing_id: int) -> str | None:
    """Take in what a person writes; what is answered, None where the menu is."""
    if event.kind != "message":
        return None
    has_words = any(letter.isalpha() for letter in event.text)
    # A receipt code is no English.
    tells = has_words and receipt_in(event.text) is None
    person = people.meet(event.user, language_of(event.text) if tells else "")
    heard = Heard(person, event, hearing_id)
    with force_locale(person.language or "th"):
        for listen in _IN_TURN:
            said = listen(heard)
            if said is not None:
                return said
    return None


def leave(user: str) -> None:
    """Forget a person who has blocked our account."""
    people.leave_line(user)


def language(user: str) -> str:
    """The language in which this person wrote last."""
    person = people.line_person(user)
    return person.language if person else ""


def menu(user: str, lang: str) -> str:
    """How one sends the office a message here."""
    person = people.line_person(user)
    with force_locale(lang):
        return words.menu(words_kept=bool(person and person.words))


def _wish(heard: Heard) -> str | None:
    """A single word that asks for something."""
    wish = wish_in(heard.text)
    return _WISHES[wish](heard) if wish else None


def _show_menu(heard: Heard) -> str | None:
    people.end_talk(heard.person)
    return None


def _end(heard: Heard) -> str | None:
    if heard.person.until is None:
        return None
    people.end_talk(heard.person)
    return words.ended_talk()


def _stop(heard: Heard) -> str:
    people.stop_telling(heard.person)
    return words.stopped()


def _tell_here(heard: Heard) -> str | None:
    complaint = heard.about
    if complaint is None:
        return None
    people.link(heard.person, complaint)
    return words.where(complaint, linked_now=True)


def _reopen(heard: Heard) -> str | None:
    complaint, why = heard.about, heard.person.words
    if complaint is None or not why or Move.REOPEN not in allowed(State(complaint.state)):
        return words.nothing_to_reopen()
    service.reopen(complaint.id, why)
    people.talk(heard.person, about=complaint.id)
    return words.reopened()


_WISHES: dict[Wish, Callable[[Heard], str | None]] = {
    Wish.MENU: _show_menu,
    Wish.END: _end,
    Wish.STOP: _stop,
    Wish.HEAR: _tell_here,
    Wish.REOPEN: _reopen,
}


def _codename(heard: Heard) -> str | None:
    """A codename: what it opens is nobody's, and stays so only where LINE does not carry it."""
    try:
        codename.parse(heard.text)
    except codename.CodenameMistyped:
        return None
    return words.codename_elsewhere()


def _code(heard: Heard) -> str | None:
    """A receipt code: where its message stands; what is written next is added to it."""
    code = receipt_in(heard.text)
    if code is None:
        return None
    if not people.may_try_code(heard.person):
        return words.too_many_codes()
    try:
        complaint = service.find_by_receipt(code, current_app.config["SECRET_KEY"])
    except service.UnknownReceipt:
        people.count_wrong_code(heard.person)
        return words.unknown_code(code)
    linked_now = _link(heard.person, complaint)
    people.talk(heard.person, about=complaint.id)
    # A code has no language; the message that it opens has one.
    heard.person.language = heard.person.language or complaint.language
    with force_locale(heard.person.language):
        return words.where(complaint, linked_now)


def _link(person: LinePerson, complaint: Complaint) -> bool:
    """Let who chose no other way hear here: the receipt page says that the code does it."""
    if complaint.reply_by not in _NOT_CHOSEN or people.is_linked(person, complaint):
        return False
    if people.told_by_line(complaint) is not None:
        return False
    people.link(person, complaint)
    return True


def _file(heard: Heard) -> str | None:
    """A picture, a sound, a video, a file: for the message of the talk, or the kind chosen."""
    if heard.event.form not in FILES:
        return None
    complaint = heard.about
    if complaint is not None and not can_add(State(complaint.state)):
        return words.too_late()
    if complaint is None and heard.person.kind is None:
        return words.kind_first()
    said = SILENCE
    if complaint is None:
        said = _take_in(heard, heard.person.kind, words.file_alone(heard.event.form))
    if heard.person.about is not None:
        name = heard.event.file_name or f"line-{heard.event.form}"
        people.await_file(heard.person.about, heard.event.message_id, name, heard.hearing_id)
    return said


def _further_words(heard: Heard) -> str | None:
    """Words to the message that the talk is about."""
    complaint = heard.about
    named = kind_named(heard.text)
    if complaint is None or not heard.text or (named and not named[1]):
        return None
    if can_add(State(complaint.state)):
        service.add_message(complaint.id, heard.text)
        people.talk(heard.person, about=complaint.id)
        return words.added()
    if Move.REOPEN not in allowed(State(complaint.state)):
        return words.too_late()
    people.talk(heard.person, about=complaint.id, words=heard.text)
    return words.ended()


def _chosen(heard: Heard) -> str | None:
    """A kind by its number or its name alone: what was written before is taken in as that."""
    named = kind_named(heard.text)
    kind = named[0] if named and not named[1] else kind_numbered(heard.text)
    if kind is None:
        return None
    kept = heard.person.words if heard.person.about is None else None
    if kept:
        return _take_in(heard, kind, kept)
    people.talk(heard.person, kind=kind)
    return words.chosen(kind)


def _begun(heard: Heard) -> str | None:
    """A message that says of what kind it is, or that of a kind chosen before."""
    named = kind_named(heard.text)
    kind = heard.person.kind or (named[0] if named else None)
    return _take_in(heard, kind, heard.text) if kind and heard.text else None


def _kept(heard: Heard) -> str | None:
    """Words without a kind are kept, so that nobody writes them twice; the menu asks for it."""
    if len(heard.text) >= LEAST_WORDS:
        people.talk(heard.person, words=heard.text)
    return None


def _take_in(heard: Heard, kind: Kind | None, text: str) -> str:
    if kind is None or people.files_too_much(heard.person):
        return words.too_many_messages()
    complaint, code = people.file_by_line(
        heard.person, kind, text, heard.event.key, heard.event.at, site_vault()
    )
    return words.filed(complaint, code)


_IN_TURN: tuple[Callable[[Heard], str | None], ...] = (
    _codename, _wish, _code, _file, _further_words, _chosen, _begun, _kept,
)  # fmt: skip
