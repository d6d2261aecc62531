"""A document is found by the forms that it can be had in, as soon as each is made."""

from tests.integration.search.conftest import results
from tests.support.records import keep_law
from webapp.extensions import db
from webapp.listening.events import form_ready
from webapp.listening.models import DocumentForm
from webapp.listening.service import FormKind, FormState
from webapp.shared import outbox
from webapp.shared.outbox import OutboxRow
from webapp.shared.transaction import transaction


def test_a_form_that_is_ready_becomes_a_filter_of_its_document_at_once(app, page, build):
    law = keep_law()
    build()
    ids = {"document_id": law.id, "version_id": law.versions[-1].id}
    assert not results(page.get("/search?q=สหกรณ์&form=sound"))
    with transaction():
        for kind in (FormKind.MP3, FormKind.MP3_LIGHT):
            form = DocumentForm(version_id=ids["version_id"], kind=kind, state=FormState.READY)
            form.asked_at, form.key = app.extensions["clock"](), "a file"
            db.session.add(form)
            form_ready.send("listening", **ids, form=str(kind))
    waiting = db.session.query(OutboxRow).filter_by(name="search.index_document", done_at=None)
    assert [row.payload for row in waiting] == [{"document_id": law.id}]
    outbox.drain()
    assert results(page.get("/search?q=สหกรณ์&form=sound"))
    assert results(page.get("/search?q=สหกรณ์&form=braille"))
    assert not results(page.get("/search?q=สหกรณ์&form=large-print"))
