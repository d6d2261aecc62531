"""What a person wants erased is in no table, no index and no file afterwards; figures stay."""

import tarfile
import zlib
from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pytest
from sqlalchemy import JSON, Enum, LargeBinary, String, select

from tests.support.databases import both_databases
from tests.support.page_rules import words
from webapp.complaints import service
from webapp.complaints.models import Attachment, Complaint, InternalNote
from webapp.complaints.rules.closing import Verdict
from webapp.complaints.rules.keeping import KEPT_FOR
from webapp.complaints.rules.topics import OFFICE_TOPICS
from webapp.complaints.service import causes, topics
from webapp.complaints.service.erasing import hanging_on
from webapp.extensions import db
from webapp.shared import outbox
from webapp.shared.backup import write_backup
from webapp.staff.models import AuditEntry

# A word that stands nowhere else, in every place where a person or an officer writes.
MARK = "zyxqvar"
CASE, ERASE = "/en/complaints/track/case", "/en/complaints/track/erase"


@pytest.fixture
def vault(app):
    settings = app.extensions["settings"]
    return service.Vault(settings.upload_dir, app.extensions["field_keys"])


@pytest.fixture
def whole(app, page, officer, send, only_one):
    """A message that has been through everything, with the mark in every place; gives it."""
    code = send(
        "/en",
        kind="suggestion",
        message=f"{MARK} says that the ramp is closed",
        subject=f"{MARK} ramp",
        name=f"Ms {MARK}",
        email=f"{MARK}@example.org",
        publish="yes",
        attachments=(BytesIO(f"{MARK} in a file".encode()), f"{MARK}.txt"),
    )
    complaint = only_one()
    page.post("/en/complaints/track", {"code": code})
    adds = (BytesIO(f"{MARK} in a later file".encode()), f"{MARK} later.txt")
    page.post(CASE, {"text": f"{MARK} adds", "attachments": adds})
    service.take_up(complaint.id, 1)
    service.add_note(complaint.id, 1, f"{MARK} in a note")
    service.refer(complaint.id, 1, f"{MARK} agency", f"{MARK} is sent on")
    service.answer(complaint.id, 1, f"Dear {MARK}, it is open")
    write_of_it(complaint)
    service.publish_case(
        complaint.id, service.PublicWords(f"{MARK} title", f"{MARK} asked", f"{MARK} is told"), 1
    )
    follow = page.get(CASE).select_one("a[href*='of=complaint']")["href"]
    page.post(follow, {"email": f"{MARK}@example.org", "channel": "mail"}, form_page=follow)
    topics.decide_topic(complaint.id, OFFICE_TOPICS[0].key, 1)
    topics.train_topics()
    service.close(complaint.id, 1)
    service.answer_questions(
        complaint.id, service.Said(Verdict.NO, Verdict.NO, f"{MARK} is not content")
    )
    outbox.drain()
    return only_one()


def write_of_it(complaint):
    """What officers write beside a message: of its files, its cause, and a letter."""
    for file in complaint.attachments:
        service.write_transcript(complaint.id, file.id, f"{MARK} is heard", 1)
    cause = causes.add_cause("ทาง", "Ways", None, 1)
    causes.keep_finding(
        complaint.id, causes.Finding(cause.id, f"{MARK} slipped", f"At {MARK}", MARK), 1
    )
    wanted = service.NumberWanted(complaint.received_at.date(), "สว 0001/1")
    words = service.LetterWords(f"{MARK} ramp", f"Ms {MARK}", f"of {MARK}", f"Dear {MARK}", "Head")
    service.make_letter(complaint.id, wanted, words, 1)


def everything_said():
    """Every value of every table as the service reads it, opened where it is encrypted."""
    for table in db.metadata.sorted_tables:
        for row in db.session.execute(select(table)):
            for name, value in zip(table.c.keys(), row, strict=True):
                yield f"{table.name}.{name}", _words(value)


def _words(value):
    """What a value says; a classifier's words are in a zip archive, in UTF-32."""
    if not isinstance(value, bytes):
        return str(value)
    if not is_zipfile(BytesIO(value)):
        return value.decode("utf-8", "replace")
    with ZipFile(BytesIO(value)) as archive:
        return "".join(
            archive.read(name).decode("utf-32-le", "ignore") for name in archive.namelist()
        )


def places_of_the_mark():
    db.session.expire_all()
    return sorted({place for place, value in everything_said() if MARK in value.lower()})


def files_with_the_mark(app, keys):
    """Files under the instance with the mark, opened where they are encrypted; the letters that
    went out are not the office's to take back."""
    instance = app.extensions["settings"].INSTANCE_DIR
    found = []
    for file in instance.rglob("*"):
        if not file.is_file() or file.is_relative_to(instance / "mail"):
            continue
        if MARK in _opened(file, keys).lower():
            found.append(str(file.relative_to(instance)))
    return found


def _opened(file, keys):
    content = file.read_bytes()
    for opened in (keys.decrypt, zlib.decompress):
        try:
            content += opened(content)
        except Exception:  # noqa: S112 most files are neither
            continue
    return content.decode("utf-8", "replace")


@both_databases
def test_nothing_is_left_in_tables_index_files_or_the_next_backup(
    app, page, whole, tmp_path, only_one
):
    keys = app.extensions["field_keys"]
    before = places_of_the_mark()
    assert {
        "complaints.message",
        "complaint_attachments.transcript",
        "complaint_findings.changed",
        "complaint_findings.place",
        "complaint_findings.place_key",
        "complaint_letters.addressee",
        "complaint_notes.text",
        "complaint_topic_models.content",
        "followers.email",
        "needs.words",
        "published_case_words.word",
    } <= set(before)
    assert files_with_the_mark(app, keys)
    page.post(ERASE)
    assert page.path == "/en/complaints"
    outbox.drain()
    assert places_of_the_mark() == []
    db.session.remove()
    assert files_with_the_mark(app, keys) == []
    archive = tmp_path / "backup.tar.gz"
    write_backup(app.extensions["settings"], archive)
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            assert MARK not in member.name
            content = tar.extractfile(member)
            assert content is None or MARK.encode() not in content.read().lower()


def test_the_record_says_that_it_was_erased_and_not_what(officer, whole, vault):
    service.erase_at_request(whole.id, 1, vault)
    last = db.session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
    assert (last.action, last.subject) == ("complaints.erase", f"complaint {whole.id}")


def test_the_figures_stay_without_the_person(page, whole, only_one):
    page.post(ERASE)
    outbox.drain()
    kept = only_one()
    assert (kept.kind, kept.state, len(kept.steps) > 4) == ("suggestion", "closed", True)
    assert kept.erased_at is not None
    assert kept.name is kept.email is kept.contact is None


def test_the_receipt_opens_nothing_any_more(page, send, only_one):
    code = send("/en")
    page.post("/en/complaints/track", {"code": code})
    page.post(ERASE)
    refused = page.post("/en/complaints/track", {"code": code})
    assert "No message has the code" in words(refused.select_one(".error-summary"))


@pytest.mark.parametrize("start", ["", "/en"])
def test_the_consequence_is_said_before_and_an_answer_owed_is_taken_back(
    page, send, only_one, start
):
    page.post(f"{start}/complaints/track", {"code": send(start)})
    shown = page.get(f"{start}/complaints/track/erase")
    assert shown.select_one(".notice")
    page.post(f"{start}/complaints/track/erase")
    assert only_one().state == "withdrawn"


def test_an_officer_erases_at_request_only_what_is_in_hand(officer, send, only_one):
    send()
    path = f"/en/staff/complaints/{only_one().id}/erase"
    assert "Only the officer who has" in officer.get(path).main.text
    service.take_up(only_one().id, 1)
    officer.both(path.removeprefix("/en"))
    officer.post(path)
    assert only_one().erased_at is not None
    assert "was erased on" in officer.get(f"/en/staff/complaints/{only_one().id}").main.text


def test_what_is_over_for_the_published_time_is_erased_by_night_and_its_case_stays(
    officer, whole, only_one, clock, vault
):
    clock.advance(days=KEPT_FOR.days - 1)
    assert service.erase_old(vault) == 0
    clock.advance(days=1, minutes=1)
    assert service.erase_old(vault) == 1
    assert service.erase_old(vault) == 0
    assert only_one().message == ""
    assert service.case_of(whole.id).question == f"{MARK} asked"


def test_what_is_still_owed_is_never_erased_by_night(send, clock, vault):
    send()
    clock.advance(days=2 * KEPT_FOR.days)
    assert service.erase_old(vault) == 0


def test_a_file_that_no_row_names_is_swept_away_and_the_others_stay(send, vault, clock):
    send(attachments=(BytesIO(b"a file"), "a.txt"))
    vault.keep(b"of a filing that was killed")
    assert service.sweep_files(vault) == 0
    clock.advance(days=4000)
    assert service.sweep_files(vault) == 1
    kept = db.session.scalar(select(Attachment.stored_as))
    assert [file.name for file in vault.folder.iterdir()] == [kept]


def test_every_table_that_hangs_on_a_message_is_known_to_erasing():
    reached = {table.name for table, _rows in hanging_on(Complaint.__table__, 1)}
    assert InternalNote.__tablename__ in reached
    hanging = {
        table.name
        for table in db.metadata.tables.values()
        if any(key.column.table is Complaint.__table__ for key in table.foreign_keys)
    }
    assert hanging <= reached


# What the figures and the course say of every message: keys of lists and addresses of staff.
KEPT = ("alerts", "returned_alerts", "topic_decisions", "verdicts")
FIGURES = tuple(f"complaint_{name}." for name in KEPT)
# What `_erase` and `_unpublish` take out by name, or with its row.
TAKEN_OUT = {
    "complaint_attachments.stored_as",
    "complaint_codenames.selector",
    "complaint_codenames.verifier",
    "complaint_findings.place",
    "complaint_findings.place_key",
    "complaint_line_files.line_id",
    "complaint_mails.sender_hash",
    "complaint_mails.source_key",
    "complaint_messages.source_key",
    "complaints.receipt_fingerprint",
    "complaints.source_key",
    "published_case_words.word",
    "published_cases.answer",
    "published_cases.question",
    "published_cases.title",
}
# What stays: keys of lists, and the register's number.
STAYS = {
    "complaint_attachments.media_type",
    "complaint_correspondence.number",
    "complaint_improvements_told.state",
    "complaint_messages.state",
    "complaint_steps.cause",
    "complaint_steps.state",
    "complaints.kind",
    "complaints.language",
    "complaints.state",
    "complaints.topic",
    "published_cases.kind",
    "published_cases.language",
}


def test_what_hangs_on_a_message_and_is_not_encrypted_are_figures_and_public_words():
    """Erasing empties what is encrypted: a new column in clear has to say here what it is."""
    in_clear = {
        f"{table.name}.{column.name}"
        for table, _rows in hanging_on(Complaint.__table__, 1)
        for column in table.c
        if isinstance(column.type, (String, JSON, LargeBinary))
        and not isinstance(column.type, Enum)
    }
    assert {one for one in in_clear if not one.startswith(FIGURES)} == TAKEN_OUT | STAYS
