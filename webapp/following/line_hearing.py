"""What LINE users say to the part of the service that brings them news."""

from webapp.following import service
from webapp.following.messages import answers
from webapp.following.service import Channel, LinkOver
from webapp.shared.line import LineEvent


def hear(event: LineEvent, hearing_id: int) -> str | None:
    """Begin news where a code of ours was sent."""
    if event.kind != "message":
        return None
    try:
        return answers.joined(service.join_line(event.text, event.user))
    except LinkOver:
        return None


def leave(user: str) -> None:
    """Stop the news of a person who has blocked our account."""
    known = service.follower_of_line(user)
    if known is not None:
        service.leave(known, Channel.LINE)


def language(user: str) -> str:
    """The language in which news goes to this person."""
    known = service.follower_of_line(user)
    return known.language if known else ""


def menu(user: str, lang: str) -> str:
    """How one gets news here, or changes them."""
    return answers.help_of(service.follower_of_line(user), lang)
