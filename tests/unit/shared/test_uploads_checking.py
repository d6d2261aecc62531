"""Files are told by their content."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.shared.uploads.checking import (
    DOCX,
    MAX_BYTES,
    TEXT,
    Fault,
    FileRefused,
    check_file,
    check_files,
    clean_name,
    download_name,
    media_type,
    text_charset,
)

PDF = b"%PDF-1.7\n1 0 obj\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(20)


def archive(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return file.getvalue()


DOCUMENT = archive("[Content_Types].xml", "_rels/.rels", "word/document.xml")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, "application/pdf"),
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0" + bytes(30), "image/jpeg"),
        (b"ID3\x04" + bytes(30), "audio/mpeg"),
        (b"OggS" + bytes(30), "audio/ogg"),
        (DOCUMENT, DOCX),
        ("เรียนเจ้าหน้าที่\r\n".encode(), TEXT),
        ("เรียนเจ้าหน้าที่".encode("cp874"), TEXT),
        ("\ufeffเรียนเจ้าหน้าที่".encode(), TEXT),
    ],
)
def test_what_a_phone_or_an_office_makes_is_taken(content, kind):
    assert media_type(content) == kind


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\x00" + bytes(60),
        archive("evil.exe"),
        archive("word/document.xml", "word/vbaProject.bin"),
        b"GIF89a" + bytes(30),
        b"\x00\x01\x02 text with control signs",
        PDF[:0] + b"\x7fELF" + bytes(60),
        b"PK\x05\x06",
        b"<script>alert(1)</script>" + DOCUMENT,
        "เรียนเจ้าหน้าที่".encode("utf-16"),
    ],
)
def test_anything_else_is_refused_whatever_its_name(content):
    with pytest.raises(FileRefused) as refused:
        check_file("letter.pdf", content)
    assert refused.value.fault is Fault.WRONG_KIND
    assert refused.value.name == "letter.pdf"


@pytest.mark.parametrize("start", ["", "\ufeff", " \r\n\t\f", "\ufeff\n"])
@pytest.mark.parametrize(
    "markup",
    [
        "<!DOCTYPE html><script>alert(1)</script>",
        "<html><body onload=alert(1)>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "<?xml version='1.0'?><svg/>",
        "<Script>alert('ภัย')</Script>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "letter.txt"])
def test_what_a_browser_runs_is_refused_even_under_the_name_of_a_text(
    start, markup, encoding, name
):
    content = (start + markup).encode(encoding, "ignore")
    with pytest.raises(FileRefused) as refused:
        check_file(name, content)
    assert refused.value.fault is Fault.WRONG_KIND


@pytest.mark.parametrize("name", ["จดหมาย.txt", "LETTER.TXT", "รายการ.csv"])
def test_a_text_is_taken_under_the_name_of_a_text(name):
    assert check_file(name, "รายการ,จำนวน\n1 < 2,3\n".encode()).media_type == TEXT


@pytest.mark.parametrize(
    "name", ["page.html", "drawing.svg", "run.bat", "letter", "txt", "a.txt.js"]
)
def test_a_text_under_any_other_name_is_refused(name):
    with pytest.raises(FileRefused) as refused:
        check_file(name, "เรียนเจ้าหน้าที่".encode())
    assert refused.value.fault is Fault.WRONG_KIND


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        ("เรียน".encode(), "utf-8"),
        ("เรียน".encode("cp874"), "windows-874"),
        ("เรียน\0".encode(), None),
        (b"\xff\xfe<\0", None),
        (b"<svg/>", None),
    ],
)
def test_a_text_has_the_charset_in_which_it_can_be_read(content, charset):
    assert text_charset(content) == charset


@pytest.mark.parametrize(
    ("name", "kind", "given_as"),
    [
        ("จดหมาย.txt", TEXT, "จดหมาย.txt"),
        ("รายการ.csv", TEXT, "รายการ.csv.txt"),
        ("page.html", "application/pdf", "page.html.pdf"),
        ("PHOTO.JPEG", "image/jpeg", "PHOTO.JPEG"),
        ("voice", "audio/mp4", "voice.m4a"),
        ("letter.docx", DOCX, "letter.docx"),
    ],
)
def test_a_file_is_given_under_the_ending_of_its_kind(name, kind, given_as):
    assert download_name(name, kind) == given_as


@given(st.binary(min_size=1, max_size=300))
def test_any_content_is_judged_without_a_crash(content):
    assert media_type(content) is None or "/" in media_type(content)


def test_sizes_and_numbers_have_their_limits():
    assert check_file("a.txt", b"a" * MAX_BYTES).media_type == TEXT
    for files, fault in [
        ([("a.pdf", PDF + bytes(MAX_BYTES))], Fault.TOO_LARGE),
        ([("a.pdf", b"")], Fault.EMPTY),
        ([("a.pdf", PDF)] * 4, Fault.TOO_MANY),
        ([("a.pdf", PDF + bytes(9_000_000))] * 3, Fault.TOO_LARGE_TOGETHER),
    ]:
        with pytest.raises(FileRefused) as refused:
            check_files(files)
        assert refused.value.fault is fault


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\รูป.jpg", "รูป.jpg"),
        ("a\x00b\n.pdf", "ab.pdf"),
        ("", "file"),
        ("..", "file"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_a_name_keeps_its_last_part_only(name, clean):
    assert clean_name(name) == clean
