"""Forms are made one after another, most urgent first, once each, and appear whole or not at all."""

import os
import threading
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from audio import book
from audio.engines import VoiceNotInstalled, VoiceUnavailable
from tests.support.databases import both_databases, settings
from tests.support.forms import form, make
from tests.support.records import keep_law
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening import service
from webapp.listening.large_print import LargePrintTooLong
from webapp.listening.models.forms import DocumentForm
from webapp.listening.service import Failure, FormKind, Urgency, Variant, makers
from webapp.listening.service.registry import shelves
from webapp.shared import outbox
from webapp.shared.importing import import_finished
from webapp.shared.printing import PrintUnavailable
from webapp.shared.transaction import transaction


@pytest.fixture
def config(tmp_path, database):
    return replace(settings(tmp_path / "instance", database), FORMS_DISK_GB=1)


@pytest.fixture
def made(app, monkeypatch) -> list[FormKind]:
    """The kinds that are made, in order; their files hold a line each."""
    order: list[FormKind] = []

    def write(task: makers.Task) -> makers.Made:
        order.append(task.kind)
        task.path.write_text(f"{task.outline.title} {task.kind}")
        return makers.Made({"seconds": 60.0, "narrated_seconds": 0.0, "starts": {}}, [])

    monkeypatch.setattr(makers, "make", write)
    return order


def newest(document) -> documents.DocumentVersion:
    return documents.get_version(document)


@both_databases
def test_every_form_of_a_new_version_is_made_without_anybodys_asking(made):
    law = keep_law()
    outbox.drain()
    assert sorted(made) == sorted(FormKind)
    assert all(one.ready for one in service.forms_of(newest(law)))

    made.clear()
    keep_law("พระราชบัญญัติ\nมาตรา ๑ ข้อความใหม่")
    outbox.drain()
    assert sorted(made) == sorted([*FormKind, FormKind.MP3, FormKind.MP3_LIGHT])  # of the change


def test_what_records_brought_is_made_in_the_background(made):
    facts = documents.Facts("quiet", documents.DocumentKind.LAW, "เงียบ")
    outline = documents.outline_of(newest(keep_law()))
    document, _outcome = documents.keep_document(facts, outline, announce=False)
    outbox.drain()
    assert not form(document, FormKind.MP3).ready

    with transaction():
        import_finished.send("test", files=[])
    outbox.drain()

    assert all(one.ready for one in service.forms_of(newest(document)))
    rows = db.session.scalars(
        select(DocumentForm.urgency).where(DocumentForm.version_id == newest(document).id)
    )
    assert set(rows) == {Urgency.BACKGROUND}


def test_where_the_disks_share_is_used_up_nothing_is_made_that_nobody_asked_for(app, made):
    keep_law()
    app.extensions["settings"] = replace(app.extensions["settings"], FORMS_DISK_GB=0)
    with transaction():
        import_finished.send("test", files=[])
    outbox.drain()
    assert made == []

    make(documents.get_document("d-1"), FormKind.MP3)
    assert made == [FormKind.MP3]


def test_what_a_visitor_waits_for_goes_first(made):
    version = newest(keep_law())
    service.request_form(version, FormKind.TEXT, urgency=Urgency.BACKGROUND)
    service.request_form(version, FormKind.MP3, urgency=Urgency.NEW)
    service.request_form(version, FormKind.DAISY)

    service.make_waiting()

    assert made == [FormKind.DAISY, FormKind.MP3, FormKind.TEXT]


def test_a_long_work_gives_way_to_a_visitor_and_goes_on_from_there(app, monkeypatch):
    version = newest(keep_law())
    service.request_form(version, FormKind.MP3, urgency=Urgency.BACKGROUND)
    spoken = []
    real = book.make_book

    def make_book(document, path, format, engine, **more):
        spoken.append(format)
        if format == "mp3" and spoken.count("mp3") == 1:
            service.request_form(version, FormKind.TEXT)
        return real(document, path, format, engine, **more)

    monkeypatch.setattr(book, "make_book", make_book)
    monkeypatch.setattr("webapp.listening.service.making._LOOK_EVERY", 0.0)

    service.make_waiting()

    assert spoken == ["mp3", "mp3"]
    order = select(DocumentForm.kind).order_by(DocumentForm.made_at)
    assert db.session.scalars(order).all() == [FormKind.TEXT, FormKind.MP3]


def test_asking_twice_makes_one_form_and_the_more_urgent_asking_counts(app):
    version = newest(keep_law())
    service.request_form(version, FormKind.MP3, urgency=Urgency.BACKGROUND)
    service.request_form(version, FormKind.MP3)

    assert db.session.scalars(select(DocumentForm.urgency)).all() == [Urgency.ASKED]


def test_two_makers_never_make_the_same_form(app, monkeypatch):
    app.extensions["settings"] = replace(app.extensions["settings"], FORMS_AT_ONCE=4)
    version = newest(keep_law())
    for kind in (FormKind.TEXT, FormKind.BRF, FormKind.PEF, FormKind.BRAILLE_TEXT):
        service.request_form(version, kind)
    real, made = makers.make, []

    def write(task):
        made.append(task.kind)
        threading.Event().wait(0.2)
        return real(task)

    monkeypatch.setattr(makers, "make", write)

    def work():
        with app.app_context():
            service.make_waiting()
            db.session.remove()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert len(made) == len(set(made)) == 4


def test_one_maker_at_a_time_leaves_the_other_workers_free(app, made):
    service.request_form(newest(keep_law()), FormKind.TEXT)

    with shelves().lock("maker-0") as mine:
        assert mine
        assert service.make_waiting() is None

    assert made == []


def test_the_same_text_in_two_documents_is_spoken_once(app, made):
    first, second = keep_law(), keep_law(key="law-2")
    make(first, FormKind.MP3)
    made.clear()
    make(second, FormKind.MP3)

    assert made == []
    assert form(second, FormKind.MP3).seconds == form(first, FormKind.MP3).seconds


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (VoiceNotInstalled("its weights are missing"), Failure.VOICE),
        (PrintUnavailable("no Pango"), Failure.PRINT),
        (LargePrintTooLong("a thousand pages"), Failure.LONG),
    ],
)
def test_what_cannot_be_made_here_says_why_and_can_be_asked_again(app, monkeypatch, error, failure):
    law = keep_law()

    def refuse(_task):
        raise error

    monkeypatch.setattr(makers, "make", refuse)
    make(law, FormKind.MP3)
    assert form(law, FormKind.MP3).failure is failure

    monkeypatch.undo()
    make(law, FormKind.MP3)
    assert form(law, FormKind.MP3).ready


def test_a_fault_is_tried_three_times_and_then_given_up(app, clock, monkeypatch):
    law = keep_law()
    tries = []

    def fail(task):
        tries.append(task.kind)
        raise OSError("No space left on device")

    monkeypatch.setattr(makers, "make", fail)
    make(law, FormKind.MP3)
    for _ in range(6):
        clock.advance(hours=1)
        outbox.drain()

    assert tries.count(FormKind.MP3) == 3
    assert form(law, FormKind.MP3).failure is Failure.DISK


def test_a_voice_that_is_away_leaves_the_work_to_the_one_that_is_there(app, monkeypatch):
    law = keep_law()
    real = makers.make

    def away(task):
        if task.variant.voice == "gtts":
            raise VoiceUnavailable("Google does not answer")
        return real(task)

    monkeypatch.setattr(makers, "make", away)
    google = Variant(voice="gtts", speed=100)
    make(law, FormKind.MP3, google)

    kept = form(law, FormKind.MP3, google)
    assert kept.ready
    assert kept.spoken_by == "espeak"


def test_a_form_of_an_older_recipe_is_made_anew_and_there_all_the_while(page, made):
    law = keep_law()
    outbox.drain()
    with transaction():
        row = db.session.scalars(select(DocumentForm).where(DocumentForm.kind == "mp3")).one()
        row.recipe = "older"
    made.clear()

    assert service.fill()
    assert form(law, FormKind.MP3).ready
    service.make_waiting()

    assert made == []  # the file of today's recipe was still there
    assert (
        db.session.scalars(select(DocumentForm.recipe).where(DocumentForm.kind == "mp3")).one()
        != "older"
    )


def test_a_form_whose_file_is_gone_can_be_made_again(app, config):
    law = keep_law()
    make(law, FormKind.MP3)
    for file in config.forms_dir.rglob("*.mp3"):
        file.unlink()
    assert not form(law, FormKind.MP3).ready

    make(law, FormKind.MP3)

    assert form(law, FormKind.MP3).ready


def test_a_withdrawn_document_gets_no_more_forms(app, made):
    law = keep_law()
    service.request_form(newest(law), FormKind.MP3)
    documents.withdraw_document(law.public_id)

    outbox.drain()

    assert made == []
    assert db.session.scalar(select(func.count(DocumentForm.id))) == 0


def test_files_that_belong_to_no_form_are_swept_after_two_days(app, config, made):
    law = keep_law()
    make(law, FormKind.MP3)
    kept = next(config.forms_dir.rglob("*.mp3"))
    for name in ("ab/orphan.mp3", "unfinished/half.mp3", "ab/new.mp3"):
        file = config.forms_dir / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("left behind")
    for old in (config.forms_dir / "ab/orphan.mp3", config.forms_dir / "unfinished/half.mp3", kept):
        os.utime(old, (0, 0))

    assert service.sweep() == 2

    assert kept.exists()
    assert (config.forms_dir / "ab/new.mp3").exists()
