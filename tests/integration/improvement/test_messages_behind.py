"""The messages behind an improvement are found however many needs led to it."""

from sqlalchemy import event

from tests.integration.improvement.test_telling import file
from webapp.extensions import db
from webapp.improvement import service
from webapp.improvement.rules import Source
from webapp.needs import service as needs
from webapp.shared import outbox


def test_messages_behind_any_number_of_needs_are_asked_for_at_once(
    app, officer, propose, clock, monkeypatch
):
    numbers = [file(app), file(app, "ลิฟต์ค้าง"), file(app, "ลิฟต์ช้า")]
    outbox.drain()
    needs.merge(3, 2, None)
    asked: list[str] = []

    def note(_connection, _cursor, statement, *_more) -> None:
        asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    assert needs.messages_behind([1]) == {numbers[0]}
    few = len(asked)
    assert needs.messages_behind([1, 3, 99]) == set(numbers)
    event.remove(db.engine, "before_cursor_execute", note)
    assert len(asked) == 2 * few
    assert not [one for one in asked if "words" in one], "nothing that people said is read"
    monkeypatch.setattr("webapp.needs.service.behind._AT_ONCE", 1)
    assert needs.messages_behind([1, 2]) == set(numbers)
    propose("?need=1")
    service.add_source(1, Source.NEED, 2, 1)
    assert service.complaints_behind(1) == numbers
