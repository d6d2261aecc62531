"""What the nightly look finds, keeps, and warns of."""

from datetime import timedelta

import pytest

from tests.support.complaint_register import keep_case
from tests.support.databases import both_databases
from tests.support.letters import letters_in
from webapp.extensions import db
from webapp.needs import service as needs
from webapp.needs.models import Need
from webapp.shared import outbox
from webapp.shared.bureaux import Bureau
from webapp.shared.transaction import transaction
from webapp.trends import service
from webapp.trends.models import FastRise, HeardAgain, TrendReading
from webapp.trends.rules.seasons import Basis, Verdict
from webapp.trends.rules.subjects import Way


def reading(way=Way.ASPECT, key="LAW"):
    return service.reading_of(way, key)


def rising():
    return [one for one in service.list_readings() if one.verdict is Verdict.RISING]


@both_databases
def test_a_rise_above_its_season_is_found_with_what_it_is_made_of(app, hear, a_year_ago):
    a_year_ago()
    for back in range(16):
        hear(12 if back < 4 else 5, back)
    service.look()
    found = reading()
    assert (found.verdict, found.now, found.usual, found.basis) == (
        Verdict.RISING,
        48,
        2000,
        Basis.SEASON,
    )
    assert found.weeks[-1] == [12, 5.0]
    assert len(service.evidence_of(found, None).needs) == 48


def test_what_came_last_year_in_the_same_weeks_is_no_rise(app, hear, a_year_ago):
    a_year_ago(now=12)
    for back in range(16):
        hear(12 if back < 4 else 5, back)
    service.look()
    assert (reading().verdict, reading().usual) == (Verdict.USUAL, 4800)
    assert rising() == []


def test_of_few_it_is_said_that_they_are_few(app, hear):
    hear(4)
    service.look()
    assert reading().verdict is Verdict.TOO_FEW
    assert reading(key="STAFF").verdict is Verdict.TOO_FEW


def test_a_new_subject_is_found_by_its_words_though_they_are_encrypted(app, hear, a_year_ago):
    a_year_ago()
    for back in range(16):
        hear(5, back)
        hear(3 if back < 4 else 0, back, words="ขอลิฟต์ที่พูดได้")
    service.look()
    found = [one for one in rising() if one.way is Way.WORDS]
    assert len(found) == 1
    assert "ลิฟต์" in found[0].words
    assert len(service.evidence_of(found[0], None).needs) == 12
    kept = db.session.execute(db.text("SELECT words FROM trend_readings")).scalars()
    assert not any("ลิฟต์" in words for words in kept)


def test_what_one_person_says_often_is_no_subject(app, hear):
    for back in range(16):
        hear(2, back)
        hear(5 if back < 2 else 0, back, words="ขอลิฟต์ที่พูดได้", name="Senator One", aspect=None)
    service.look()
    assert [one.words for one in service.list_readings() if "ลิฟต์" in one.words] == []


def test_a_search_without_result_counts_each_time_that_it_is_made(app, hear, last, clock):
    secret = app.config["SECRET_KEY"]
    hearing = needs.Hearing("รถเมล์", "th", heard_at=clock() - timedelta(days=200))
    clock.moment -= timedelta(days=9)
    for times in range(3, 40):
        needs.note_need(needs.Origin.SEARCH, "7", hearing, secret, times)
    outbox.drain()
    clock.moment += timedelta(days=9)
    assert db.session.query(HeardAgain).count() == 36
    service.look()
    found = [one for one in rising() if one.way is Way.WORDS]
    assert [one.now for one in found] == [36]
    assert "รถเมล์" in found[0].words.replace(" ", "")
    [need] = service.evidence_of(found[0], None).needs
    assert needs.need_by_id(need).words == "รถเมล์", "what shows it is named, though it is old"


def test_messages_are_counted_by_topic(app, clock):
    for week in range(14):
        for _ in range(8 if week < 4 else 1):
            keep_case(clock.moment - timedelta(weeks=week, days=1)).topic = "website"
    db.session.commit()
    service.look()
    found = reading(Way.TOPIC, "website")
    assert (found.verdict, found.basis) == (Verdict.RISING, Basis.RECENT)
    assert len(service.evidence_of(found, None).messages) == 32


def test_looking_twice_finds_the_same_under_the_same_address(app, hear):
    hear(12)
    service.look()
    before = {(one.way, one.key): (one.id, one.chance) for one in service.list_readings()}
    service.look()
    assert {(one.way, one.key): (one.id, one.chance) for one in service.list_readings()} == before


def test_it_is_looked_at_night_and_when_workers_start(app):
    job = app.extensions["jobs"].registry["trends.look"]
    assert job.nightly
    assert job.at_start


@pytest.fixture
def fast_rise(app, hear, a_year_ago, officer):
    a_year_ago()
    for back in range(16):
        hear(30 if back < 2 else 5, back)
    service.look()


def letters(app):
    return letters_in(app.extensions["settings"].INSTANCE_DIR)


def test_a_fast_rise_is_warned_of_once_by_letter_without_anybodys_words(app, fast_rise, clock):
    outbox.drain()
    assert [letter["To"] for letter in letters(app)] == ["officer@example.org"]
    assert "/staff/trends" in letters(app)[0].get_content()
    assert "ขอเอกสาร" not in letters(app)[0].get_content()
    for _ in range(2):
        clock.moment += timedelta(days=1)
        service.look()
        outbox.drain()
    assert len(letters(app)) == 1
    assert [one.way for one in service.open_rises()].count(Way.ASPECT) == 1


def test_a_rise_that_has_come_to_rest_is_over_and_a_new_one_is_warned_of_again(
    app, fast_rise, clock, hear
):
    for _ in range(8):
        clock.moment += timedelta(weeks=1)
        hear(5, 0)
        service.look()
    assert service.open_rises() == []
    assert db.session.query(FastRise).filter_by(way=Way.ASPECT).count() == 1


def test_a_small_rise_is_warned_of_by_nobody(app, hear, a_year_ago, officer):
    a_year_ago()
    for back in range(16):
        hear(8 if back < 2 else 5, back)
    service.look()
    assert service.open_rises() == []


def test_what_is_no_longer_found_goes(app, hear):
    hear(12, words="ขอลิฟต์")
    service.look()
    number = db.session.query(TrendReading).filter_by(way=Way.WORDS).one().id
    db.session.execute(db.text("DELETE FROM need_terms"))
    service.look()
    with pytest.raises(service.TrendNotFound):
        service.reading_by_id(number)


def test_everybody_behind_a_trend_leads_to_the_improvement_however_many(app, hear):
    hear(203)
    with transaction():
        merged, lead = db.session.query(Need).limit(2)
        merged.merged_into_id = lead.id
    service.look()
    assert len(service.evidence_of(reading(), None).needs) == 200, "as many as a page names"
    facts = service.NoteFacts("ขอเอกสาร", "มาก", "", "ทำ", Bureau.CENTRAL, None)
    note = service.write_note(facts, reading(), None)
    made = service.make_improvement(note.id, 1, 1, None)
    assert len({one.ref for one in made.sources}) == 203
