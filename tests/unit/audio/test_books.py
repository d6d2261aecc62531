"""Books as ZIP, DAISY 2.02 and EPUB 3: whole, in step, and the same for the same text."""

import io
import zipfile
from datetime import date

import pytest
from lxml import etree
from mutagen.id3 import ID3
from mutagen.mp3 import MP3

from audio.book import FORMATS, make_book
from audio.pcm import silence
from audio.tracks import NarratedPassage
from tests.support import daisy
from tests.support.books import DOCUMENTS, LAW, Silent
from tests.support.form_checks import (
    mp3_findings,
    overlay_findings,
    said_findings,
    zip_findings,
)
from thai_text.outline import Block, Document

DAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Every document in every format: {(name, format): (path, book)}."""
    folder = tmp_path_factory.mktemp("books")
    return {
        (name, format): (path, make_book(document, path, format, Silent(), 1.0, folder, made=DAY))
        for name, document in DOCUMENTS.items()
        for format in FORMATS
        for path in [folder / f"{name}.{format}"]
    }


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_format_of_every_document_is_as_its_standard_asks(made, name):
    document = DOCUMENTS[name]
    for format, light in (("mp3", False), ("mp3-light", True)):
        path, book = made[name, format]
        assert said_findings(document, book) == []
        assert mp3_findings(path, book, document, light=light) == []
    for format, light in (("mp3-zip", False), ("mp3-zip-light", True)):
        assert zip_findings(*made[name, format], light=light) == []
    assert daisy.findings(made[name, "daisy"][0]) == []
    assert overlay_findings(made[name, "epub"][0]) == []


def test_the_same_text_gives_the_same_bytes(made, tmp_path):
    for format in FORMATS:
        path = tmp_path / f"again.{format}"
        make_book(LAW, path, format, Silent(), made=DAY)
        assert path.read_bytes() == made["law", format][0].read_bytes(), format


def test_a_zip_of_sections_has_names_and_tags_that_people_can_read(made):
    with zipfile.ZipFile(made["law", "mp3-zip"][0]) as packed:
        names = packed.namelist()
        assert names[0] == "พระราชบัญญัติน้ำ ทดสอบ/01 พระราชบัญญัติน้ำ ทดสอบ.mp3"
        assert names[2] == "พระราชบัญญัติน้ำ ทดสอบ/03 มาตรา ๑.mp3"
        tags = ID3(io.BytesIO(packed.read(names[2])))
    assert tags["TIT2"].text == ["มาตรา ๑"]
    assert tags["TALB"].text == [LAW.title]
    assert tags["TRCK"].text == [f"3/{len(names)}"]


def test_an_epub_begins_with_its_type_as_it_is(made):
    data = made["law", "epub"][0].read_bytes()
    assert data[30:58] == b"mimetypeapplication/epub+zip"


def package(path):
    with zipfile.ZipFile(path) as packed:
        return etree.fromstring(packed.read("EPUB/package.opf"))


def meta(tree, name):
    found = tree.findall(f".//{{*}}meta[@property='{name}']")
    return [one.text for one in found]


def test_an_epub_says_how_it_can_be_read_and_who_reads(made):
    tree = package(made["guide", "epub"][0])
    assert set(meta(tree, "schema:accessMode")) == {"textual", "auditory"}
    assert "synchronizedAudioText" in meta(tree, "schema:accessibilityFeature")
    assert meta(tree, "schema:accessibilityHazard") == ["none"]
    assert meta(tree, "media:narrator") == ["Computer voice silent (nobody)"]
    assert "no person has certified it" in meta(tree, "schema:accessibilitySummary")[0]
    # Nobody has certified these books: no claim of conformance is made.
    assert meta(tree, "dcterms:conformsTo") == []
    total, *parts = (float(one[:-1]) for one in meta(tree, "media:duration"))
    assert total == pytest.approx(sum(parts), abs=0.01)
    assert total == pytest.approx(made["guide", "epub"][1].duration_seconds, abs=0.05)


def test_words_of_another_language_are_marked(made):
    with zipfile.ZipFile(made["law", "epub"][0]) as packed:
        law = packed.read("EPUB/text002.xhtml").decode()
    with zipfile.ZipFile(made["guide", "epub"][0]) as packed:
        guide = packed.read("EPUB/text001.xhtml").decode()
    assert '<span lang="en" xml:lang="en">Clean Water Act</span>' in law
    assert '<span lang="th" xml:lang="th">วุฒิสภา</span>' in guide


class People:
    key = "1"

    def __init__(self, *credits):
        self.credits = credits

    def track(self, passage):
        if passage.id == "title":
            return None
        return NarratedPassage([silence(1.0, 44_100)])


def test_what_people_read_is_said_to_be_theirs(tmp_path):
    path = tmp_path / "a.epub"
    book = make_book(LAW, path, "epub", Silent(), narration=People(), made=DAY)
    assert book.narrated_seconds == pytest.approx(len(book.chapters) - 1, abs=1)
    assert "บางตอนเป็นเสียงคน" in meta(package(path), "media:narrator")[0]
    with zipfile.ZipFile(path) as packed:
        text = packed.read("EPUB/text002.xhtml").decode()
    assert text.count("ตอนนี้อ่านโดยคน") == text.count('<div class="passage">')
    daisy_path = tmp_path / "a.zip"
    make_book(LAW, daisy_path, "daisy", Silent(), narration=People(), made=DAY)
    left = [one for one in daisy.findings(daisy_path) if not one.startswith("Not said")]
    assert left == []


def test_who_gave_a_name_is_told_in_the_metadata_and_on_the_title_page(tmp_path):
    people = People("สมหญิง", "A. & B. Reader")
    epub, talking = tmp_path / "a.epub", tmp_path / "a.zip"
    make_book(LAW, epub, "epub", Silent(), narration=people, made=DAY)
    make_book(LAW, talking, "daisy", Silent(), narration=people, made=DAY)
    assert "ผู้อ่าน: สมหญิง, A. & B. Reader" in meta(package(epub), "media:narrator")[0]
    with zipfile.ZipFile(epub) as packed:
        first, second = (packed.read(f"EPUB/text00{n}.xhtml").decode() for n in (1, 2))
    line = '<p class="credit">ผู้อ่าน: สมหญิง, A. &amp; B. Reader</p>'
    assert line in first
    assert "สมหญิง" not in second
    with zipfile.ZipFile(talking) as packed:
        assert line in packed.read("text001.html").decode()
        assert "สมหญิง" in packed.read("ncc.html").decode()
    assert overlay_findings(epub) == []
    assert all(one.startswith("Not said") for one in daisy.findings(talking))


def test_a_light_mp3_is_for_old_telephones(made):
    info = MP3(made["law", "mp3-light"][0]).info
    assert info.bitrate <= 24_100
    assert info.sample_rate == 16_000


def test_a_long_document_has_pages_that_an_old_telephone_can_show(tmp_path):
    sections = tuple(Block(f"s{n}", "section", str(n), text="คำ " * 700) for n in range(1, 41))
    path = tmp_path / "long.epub"
    make_book(Document("ยาว", "th", sections), path, "epub", Silent(), made=DAY)
    with zipfile.ZipFile(path) as packed:
        pages = [one for one in packed.infolist() if one.filename.endswith(".xhtml")]
    assert len(pages) > 3
    assert max(one.file_size for one in pages) < 250_000


def test_a_format_that_is_none_is_refused(tmp_path):
    with pytest.raises(ValueError, match="mp3-light"):
        make_book(LAW, tmp_path / "a", "m4b", Silent())
    assert list(tmp_path.iterdir()) == []
