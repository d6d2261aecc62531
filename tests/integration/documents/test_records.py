"""Documents from files of public records: twice without harm, nothing swallowed."""

import gzip
import json

import pytest

from webapp.documents import service
from webapp.shared.importing import import_folder, left_alone

GOOD = {
    "id": "ocs-1",
    "title": "พระราชบัญญัติหนึ่ง พ.ศ. 2560",
    "law_type": "พระราชบัญญัติ",
    "year_be": 2560,
    "gazette": {"raw": "เล่ม ๑", "date": "2017-01-01"},
    "text": "มาตรา ๑ ชื่อ\nมาตรา ๒ วันใช้บังคับ",
}


def write(folder, name, *lines):
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    (folder / name).write_text(text, encoding="utf-8")


def test_a_second_import_changes_nothing(app, tmp_path):
    write(tmp_path, "laws_full.jsonl", GOOD)

    first = import_folder(tmp_path, quiet=True)[0]
    second = import_folder(tmp_path, quiet=True)[0]

    assert (first.new, second.new, second.unchanged) == (1, 0, 1)
    assert service.count_published() == 1


def test_a_changed_row_makes_a_new_version(app, tmp_path):
    write(tmp_path, "laws_full.jsonl", GOOD)
    import_folder(tmp_path, quiet=True)
    write(tmp_path, "laws_full.jsonl", {**GOOD, "text": GOOD["text"] + "\nมาตรา ๓ รักษาการ"})

    report = import_folder(tmp_path, quiet=True)[0]

    assert report.changed == 1
    document = next(service.iter_published())
    assert [service.get_version(document, n).section_count for n in (1, 2)] == [2, 3]


def test_bad_lines_are_reported_with_line_and_reason_and_the_rest_is_taken(app, tmp_path):
    write(
        tmp_path,
        "laws_full.jsonl",
        '{"id": "broken", ',
        {**GOOD, "title": "  "},
        {**GOOD, "id": "ocs-2", "gazette": {"date": "2017-13-45"}},
        "[1, 2]",
        GOOD,
    )

    report = import_folder(tmp_path, quiet=True)[0]

    assert (report.read, report.new) == (5, 1)
    assert [line for line, _reason in report.refused] == [1, 4, 2, 3]
    reasons = dict(report.refused)
    assert "not valid JSON" in reasons[1]
    assert "'title'" in reasons[2]
    assert "YYYY-MM-DD" in reasons[3]


def test_compressed_files_are_read_and_others_are_named(app, tmp_path):
    with gzip.open(tmp_path / "laws_full.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(GOOD))
    write(tmp_path, "laws_small.jsonl", GOOD)
    write(tmp_path, "holiday-photos.txt", "…")

    assert import_folder(tmp_path, quiet=True)[0].new == 1
    assert dict(left_alone(tmp_path)) == {
        "laws_small.jsonl": "a part of laws_full.jsonl",
        "holiday-photos.txt": "no feature knows this file",
    }


def test_an_item_that_is_here_as_a_reply_keeps_its_kind(app, tmp_path):
    row = {"id": "cab-1", "title": "ผลการพิจารณา", "meeting_date": "2024-01-02", "text": "รับทราบ"}
    write(tmp_path, "senate_reports.jsonl", row)
    write(tmp_path, "cabinet_items.jsonl", row)

    import_folder(tmp_path, quiet=True)

    assert service.kept_kind("cab-1") is service.DocumentKind.REPORT_REPLY


def test_a_document_written_for_the_service_is_read_with_its_headings(app, tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir()
    front = "---\ntitle: คู่มือ\nlang: th\nkind: guide\nwritten_for_service: true\n---\n"
    (folder / "guide.th.md").write_text(front + "# คู่มือ\n\n## เริ่มต้น\n\nเปิดหน้าแรก\n")
    (folder / "bad.th.md").write_text("no front matter")

    report = next(r for r in import_folder(tmp_path, quiet=True) if r.name == "documents")

    assert (report.new, len(report.refused)) == (1, 1)
    document = next(service.iter_published())
    assert document.written_for_service
    assert document.work == "guide"
    headings = [b.heading for _d, b in service.outline_of(service.get_version(document)).walk()]
    assert "เริ่มต้น" in headings


@pytest.mark.parametrize("name", ["constitution_2560.json", "senate_reports.jsonl"])
def test_real_records_are_taken_whole(app, shared_data, tmp_path, name):
    (tmp_path / name).symlink_to(shared_data / name)

    report = import_folder(tmp_path, quiet=True)[0]

    assert report.read == report.new
    assert not report.refused
    if name.startswith("constitution"):
        assert service.get_version(next(service.iter_published())).section_count == 279
