"""Which searches ask for the same thing."""

import pytest

from webapp.search.rules.same_wish import fingerprint, is_slip, sound_mark


def marks(*asked):
    return {fingerprint(one, "key") for one in asked}


@pytest.mark.parametrize(
    "asked",
    [
        ("หนังสือเสียง", "หนังสือ เสียง", "ขอหนังสือเสียงครับ", "เสียงหนังสือ", "หนังสือเสียงงงงงง"),
        ("พ.ร.บ. ดักแด้", "พระราชบัญญัติดักแด้"),
        ("Braille books", "the braille book"),
        ("แผนที่ ๒", "แผนที่ 2"),
    ],
)
def test_the_same_words_in_any_form_and_order_are_one_wish(asked):
    assert len(marks(*asked)) == 1


def test_other_words_are_another_wish():
    assert len(marks("หนังสือเสียง", "หนังสือเบรลล์", "เสียง", "บัตรคิวออนไลน์")) == 4


def test_words_that_say_nothing_stand_for_themselves_alone():
    assert len(marks("ขอ", "ด้วย")) == 2


def test_the_fingerprint_tells_nothing_without_the_key():
    assert fingerprint("หนังสือเสียง", "key") != fingerprint("หนังสือเสียง", "other")


def test_what_sounds_alike_has_one_mark_and_short_words_have_none():
    assert sound_mark("งบประมานแผ่นดิน", "key") == sound_mark("งบประมาณแผ่นดิน", "key")
    assert sound_mark("ข่าว", "key") is None


@pytest.mark.parametrize(
    ("asked", "known"),
    [("บัตรคิวออนไลน", "บัตรคิวออนไลน์"), ("บัตคิวออนไลน์", "บัตรคิวออนไลน์"), ("หนังสืเสียง", "หนังสือเสียง")],
)
def test_a_letter_lost_is_a_slip(asked, known):
    assert is_slip(asked, known)
    assert is_slip(known, asked)


@pytest.mark.parametrize(
    ("asked", "known"),
    [("กฎหมายแรงงาน", "กฎหมายโรงงาน"), ("ข่าว", "ข้าว"), ("หนังสือเสียง", "หนังสือเบรลล์"), ("ปลา", "ปา")],
)
def test_what_is_right_in_itself_is_no_slip_of_another(asked, known):
    assert not is_slip(asked, known)
