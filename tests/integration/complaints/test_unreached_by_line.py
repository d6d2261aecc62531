"""People whom LINE does not reach, and who gave nothing else: officers see them and can go on."""

from dataclasses import replace

import pytest

from tests.support import line as fake
from tests.support.page_rules import words
from webapp.complaints import service
from webapp.complaints.rules.channels import ReplyBy
from webapp.complaints.service import line as people
from webapp.extensions import db
from webapp.shared.sending import Gone
from webapp.shared.transaction import transaction

CASE, ERRANDS = "/staff/complaints/1", "/staff/complaints/errands"


@pytest.fixture
def config(config):
    return replace(config, **fake.SETTINGS)


@pytest.fixture
def unreached(file, officer):
    """A message by LINE without a name, whose person LINE does not reach; the officer who has it."""
    file()
    with transaction():
        people.link(people.meet("U1", "en"), service.complaint_by_id(1))
    service.accept(1, 1)
    service.letter_given_up(1, Gone("no such user"))
    return officer


def test_who_has_no_name_can_be_left_to_the_page(unreached):
    thai, english = unreached.both(CASE)
    assert "ติดต่อทางใดก็ไม่ถึง: ให้ดูจากหน้าเว็บ" in words(thai.main)
    assert "Nothing reaches the person: leave it to the page" in words(english.main)
    unreached.post(f"/en{CASE}?do=leave_to_page", form_page=f"/en{CASE}")
    assert service.errands(None) == []
    db.session.expire_all()
    assert service.complaint_by_id(1).reply_by is ReplyBy.PAGE


def test_who_then_blocks_our_account_is_still_among_the_people_to_call(unreached):
    people.leave_line("U1")
    english = unreached.both(ERRANDS)[1]
    assert "Call or write: LINE does not reach the person" in words(english.main)
    unreached.both(CASE)
