"""Internal notes are read at the desk and nowhere else."""

import re

from sqlalchemy import text

from tests.support.page_rules import words
from webapp.complaints import service
from webapp.extensions import db
from webapp.shared import outbox

ONE = "/en/staff/complaints/1"
SECRET = "หมายเหตุลับสุดยอด"


def test_a_note_stands_on_the_desks_page_and_is_encrypted(officer, send):
    send()
    officer.post(f"{ONE}/notes", {"text": SECRET})
    assert SECRET in officer.get(ONE).main.text
    assert SECRET in officer.get(f"{ONE[3:]}/notes").main.text
    kept = db.session.execute(text("SELECT text FROM complaint_notes")).scalar_one()
    assert SECRET not in kept
    refused = officer.post(f"{ONE}/notes", {"text": " "})
    assert "Write your message." in words(refused.select_one(".error-summary"))


def test_no_page_letter_search_or_file_of_the_citizen_has_a_note(officer, page, send, app):
    code = send("/en", email="citizen@example.org", subject="Lift", publish="yes")
    officer.post(f"{ONE}?do=take_up", form_page=ONE)
    officer.post(f"{ONE}/notes", {"text": SECRET})
    service.answer(1, 1, "Answered.")
    case = service.publish_case(1, service.PublicWords("Lift", "Broken?", "Mended."), 1)
    outbox.drain()
    page.post("/en/complaints/track", {"code": code})
    seen = [page.get("/en/complaints/track/case").text]
    for path in ("/complaints", "/complaints/answered", f"/complaints/answered/{case.id}"):
        seen.append(page.get(path).text)
    for path in (f"/en/search?q={SECRET}", f"/en/staff/search?q={SECRET}"):
        shown = str((officer if "staff" in path else page).get(path).main)
        # The field and the heading say again what was typed.
        seen.append(re.sub(r"<input[^>]*>|<h1.*?</h1>", "", shown, flags=re.DOTALL))
    for path in ("/en/staff/audit", "/en/staff/complaints", "/en/staff/needs"):
        seen.append(officer.get(path).text)
    receipt = page.client.post("/api/v1/complaints/track", json={"receipt": code})
    seen.append(receipt.get_data(as_text=True))
    for file in app.extensions["settings"].upload_dir.parent.rglob("*.eml"):
        seen.append(file.read_bytes().decode("utf-8", "replace"))
    assert len(seen) > 9
    for one in seen:
        assert "ลับสุดยอด" not in one.replace(f"“{SECRET}”", "")
