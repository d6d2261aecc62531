"""How long we know who somebody is on LINE: 90 days after the last of her messages has ended."""

import pytest

from tests.support.databases import both_databases
from webapp.accounts import service as accounts
from webapp.complaints import service
from webapp.complaints.models import LineLink, LinePerson
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.service import line as people
from webapp.extensions import db
from webapp.shared.transaction import transaction
from webapp.shared.uploads.vault import site_vault

pytestmark = both_databases


@pytest.fixture
def write(app, clock):
    """A person writes by LINE; gives the number of the message."""
    accounts.create_staff("officer@example.org", "test")

    def write(words):
        with transaction():
            person = people.meet("U1", "th")
            filed = people.file_by_line(person, Kind.COMPLAINT, words, words, clock(), site_vault())
            return filed[0].id

    return write


def end(number):
    """Answer a message and close it."""
    service.take_up(number, 1)
    service.answer(number, 1, "ซ่อมแล้ว")
    service.close(number, 1)


def linked():
    people.tidy_line()
    db.session.expire_all()
    return sorted(one.complaint_id for one in db.session.query(LineLink))


def test_one_link_is_not_cut_while_another_message_of_the_person_goes_on(write, clock):
    first, second = write("ลิฟต์เสีย"), write("ทางลาดปิด")
    end(first)
    clock.advance(days=100)
    assert linked() == [first, second]
    end(second)
    clock.advance(days=90)
    assert linked() == [first, second]
    clock.advance(days=1)
    assert linked() == []
    assert not db.session.query(LinePerson).count()


def test_what_was_taken_up_again_counts_from_its_last_end(write, clock):
    number = write("ลิฟต์เสีย")
    end(number)
    clock.advance(days=80)
    service.reopen(number, "ยังเสีย")
    clock.advance(days=20)
    end(number)
    assert linked() == [number]
    clock.advance(days=91)
    assert linked() == []


def test_what_was_taken_back_before_it_was_answered_is_forgotten_too(write, clock):
    service.withdraw(write("ลิฟต์เสีย"))
    clock.advance(days=91)
    assert linked() == []
