"""Damaged files and fields of the wrong type: each refused with a reason, and the rest taken."""

import gzip
import json

import pytest

from tests.support.record_files import give, reasons
from webapp.bills import service
from webapp.shared.importing import import_folder

BILL = {
    "id": "lw-0001",
    "title": "ร่างพระราชบัญญัติโคนม (ฉบับที่ ..) พ.ศ. ....",
    "kind": "bill",
    "proposer_type": "cabinet",
    "stage": "house_r2",
}
OTHER = {**BILL, "id": "lw-0002"}
VOTE = {
    "id": "v-1",
    "title": "โคนม",
    "date": "2022-02-02",
    "chamber": "house",
    "documents": [{"url": "javascript:alert(1)"}],
}
LAW = {"id": "ocs-1", "title": "พระราชบัญญัติหนึ่ง พ.ศ. 2560", "text": "มาตรา ๑ ชื่อ"}


def in_bytes(row):
    return json.dumps(row, ensure_ascii=False).encode()


def test_a_byte_that_is_not_utf_8_is_refused_alone_with_its_line(app, tmp_path):
    lines = [in_bytes(BILL), b'{"id": "lw-\xff"}', b"[" * 200_000, in_bytes(OTHER)]
    (tmp_path / "bills.jsonl").write_bytes(b"\n".join(lines))

    (report,) = import_folder(tmp_path, quiet=True)

    assert (report.read, report.new) == (4, 2)
    assert [line for line, _why in report.refused] == [2, 3]
    assert reasons(report)[0] == "not valid UTF-8: invalid start byte at byte 12"
    assert "not valid JSON" in reasons(report)[1]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("sessions.json.gz", b'{"sessions": []}'),
        ("sessions.json.gz", gzip.compress(b'{"sessions": []}' * 99, mtime=0)[:-12]),
        ("vote_events.jsonl.gz", b"{}"),
        ("constitution_2560.json", b'{"title": 1}'),
        ("constitution_2560.json", b"\xff"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_refusal_and_the_next_file_is_taken(
    app, tmp_path, name, content
):
    (tmp_path / name).write_bytes(content)
    (tmp_path / "bills.jsonl").write_bytes(in_bytes(BILL))

    told = {report.name: report for report in import_folder(tmp_path, quiet=True)}

    (reason,) = reasons(told[name])
    assert reason.startswith("cannot be read: ")
    assert told["bills.jsonl"].new == 1


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"gazette": "x"}, "'gazette' is 'x'; use an object"),
        ({"gazette": []}, "'gazette' is []; use an object"),
        ({"signatures": "many"}, "'signatures' is 'many'; use a whole number"),
        ({"signatures": True}, "'signatures' is True"),
        ({"signatures": -1}, "'signatures' is -1"),
        ({"proposed_on": 20200101}, "'proposed_on' is 20200101; write a date as YYYY-MM-DD"),
        ({"proposed_on": "20200101"}, "write a date as YYYY-MM-DD"),
        ({"proposed_on": 0}, "write a date as YYYY-MM-DD"),
        ({"document_url": "javascript:alert(1)"}, "'document_url' is 'javascript:alert(1)'"),
        ({"titles": [1]}, "a field has the wrong type: AttributeError"),
        ({"steps": 7}, "a field has the wrong type: TypeError"),
        ({"signatures": 10**30}, "a field has the wrong type: OverflowError"),
    ],
)
def test_a_bill_with_a_wrong_value_is_refused_and_the_next_is_taken(app, tmp_path, wrong, told):
    report = give(tmp_path, "bills.jsonl", [{**BILL, **wrong}, OTHER])

    assert report.new == 1
    (reason,) = reasons(report)
    assert told in reason
    with pytest.raises(service.BillNotFound):
        service.bill_by_source("lw-0001")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"gazette": "x"}, "'gazette' is 'x'"),
        ({"gazette": {"date": 20200101}}, "'date' is 20200101"),
        ({"year_be": "2560"}, "'year_be' is '2560'"),
        ({"source_url": "ftp://example.org"}, "begins with http:// or https://"),
    ],
)
def test_a_law_with_a_wrong_value_is_refused_and_the_next_is_taken(app, tmp_path, wrong, told):
    report = give(tmp_path, "laws_full.jsonl", [{**LAW, **wrong}, {**LAW, "id": "ocs-2"}])

    assert report.new == 1
    (reason,) = reasons(report)
    assert told in reason


def test_a_vote_whose_sheet_is_no_web_address_is_refused(app, tmp_path):
    report = give(tmp_path, "vote_events.jsonl", [VOTE, {**VOTE, "id": "v-2", "documents": []}])

    assert report.new == 1
    assert "begins with http:// or https://" in reasons(report)[0]


def test_a_wrong_type_is_logged_with_where_it_came_from(app, tmp_path, caplog):
    give(tmp_path, "bills.jsonl", [{**BILL, "steps": 7}])

    (record,) = caplog.records
    assert record.getMessage() == "bills.jsonl line 1: a field has the wrong type"
    assert record.exc_info is not None
