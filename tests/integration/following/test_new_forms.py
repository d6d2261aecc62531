"""New forms of a document: told to whoever wants them, those of some minutes together."""

import pytest

from tests.support.followers import follows, told
from tests.support.following import files_sent, text_of
from tests.support.records import LAW, keep_law
from webapp.documents import service as documents
from webapp.following.service import NewsKind
from webapp.listening import service as listening
from webapp.listening.events import form_ready
from webapp.shared import outbox
from webapp.shared.transaction import transaction

pytestmark = pytest.mark.usefixtures("clock")
LATER = LAW.replace("ให้นายทะเบียนมีอำนาจ", "ให้รัฐมนตรีและนายทะเบียนมีอำนาจร่วมกัน")


def made(version, form):
    with transaction():
        form_ready.send(
            "listening", document_id=version.document_id, version_id=version.id, form=form
        )
    outbox.drain()


def gathered(clock):
    """Some minutes pass, in which other forms of the same document may come."""
    clock.advance(minutes=5)
    outbox.drain()


def test_a_new_form_of_a_document_is_told_once_to_whoever_wants_it(app, clock):
    version = documents.newest_version(keep_law())
    outbox.drain()
    follows("nok@example.org", "documents", "law")
    follows("ple@example.org", "audio-books")
    follows("dam@example.org", "documents", "law", kinds=frozenset({NewsKind.NEW_DOCUMENT}))
    follows("lek@example.org", "search", typed="นายทะเบียน")

    made(version, "mp3")
    made(version, "mp3")
    assert told() == []
    gathered(clock)
    assert told() == [("new_form", "nok"), ("new_form", "ple"), ("new_form", "lek")]
    # Braille is no audio book, and not every file of a family is news.
    made(version, "brf")
    made(version, "mp3-light")
    made(version, "")
    gathered(clock)
    assert told()[3:] == [("new_form", "nok"), ("new_form", "lek")]
    assert "MP3" in text_of(files_sent()[0])


def test_the_forms_of_some_minutes_are_told_together(app, clock):
    version = documents.newest_version(keep_law())
    outbox.drain()
    follows("nok@example.org", "documents", "law")
    follows("ple@example.org", "audio-books")
    made(version, "brf")
    clock.advance(minutes=2)
    made(version, "mp3")
    made(version, "daisy")
    clock.advance(minutes=2)
    made(version, "large-print")
    gathered(clock)
    gathered(clock)
    made(version, "daisy")
    gathered(clock)
    assert told() == [("new_form", "nok"), ("new_form", "ple"), ("new_form", "nok")]
    together = text_of(files_sent()[0])
    for form in ("brf", "mp3", "daisy"):
        assert listening.kind_name(form) in together


def test_a_form_of_an_older_version_is_no_news(app, clock):
    old = documents.newest_version(keep_law())
    keep_law(LATER)
    outbox.drain()
    follows("nok@example.org", "documents", "law")
    made(old, "mp3")
    gathered(clock)
    assert told() == []
