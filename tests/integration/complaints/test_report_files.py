"""The PDF of an issued report is set once and kept for ever, as what it says never changes."""

import os
from datetime import date

import pytest

from tests.integration.complaints.test_reports import PAGE, issue
from tests.support.complaint_register import at, keep_case
from webapp.complaints.rules.states import State
from webapp.complaints.service import tallies
from webapp.extensions import db
from webapp.listening import service as listening
from webapp.shared import printing
from webapp.shared.settings import settings


def test_the_file_of_an_issued_report_is_set_once_and_kept_for_ever(app, clock, officer, page):
    if printing.unavailable():
        pytest.skip("print needs Pango")
    keep_case(at(date(2025, 10, 6)), [(State.WITHDRAWN, at(date(2025, 10, 7)))])
    db.session.commit()
    tallies.count_figures()
    issue(officer, analysis="", changes="")
    first = page.client.get(f"{PAGE}/1/report.pdf?lang=en").data
    assert first[:5] == b"%PDF-"
    [kept] = settings().forms_dir.rglob("*.pdf")
    os.utime(kept, (0, 0))
    listening.sweep()
    kept.write_bytes(b"the kept one")
    assert page.client.get(f"{PAGE}/1/report.pdf?lang=en").data == b"the kept one"
    assert page.client.get(f"{PAGE}/1/report.pdf?lang=th").data[:5] == b"%PDF-"
    assert len(list(settings().forms_dir.rglob("*.pdf"))) == 2
