"""A Document as an MP3 with chapters."""

import io
import json

import pytest
from mutagen.id3 import ID3
from mutagen.mp3 import MP3

from audio.book import estimate_duration, estimate_seconds, form_key, make_book
from audio.chapters import Chapter, book_tags
from audio.engines import VoiceUnavailable, engine
from audio.pcm import silence
from audio.script import passages
from thai_text.outline import Block, Document

SECTION = Block("s2", "section", "2", "", "ให้ใช้บังคับตั้งแต่วันถัดไป")
LAW = Document(
    "พระราชบัญญัติตัวอย่าง",
    "th",
    (
        Block("s1", "section", "1", "", "พระราชบัญญัตินี้เรียกว่า พระราชบัญญัติตัวอย่าง"),
        Block(
            "c1",
            "chapter",
            "หมวด 1",
            "บททั่วไป",
            blocks=(
                SECTION,
                Block(
                    "s3",
                    "section",
                    "3",
                    "",
                    "ในพระราชบัญญัตินี้",
                    blocks=(
                        Block("s3-i1", "item", "(1)", "", "สภา หมายความว่า วุฒิสภา"),
                        Block("s3-t1", "table", rows=(("ปี", "จำนวน"), ("2567", "200"))),
                    ),
                ),
            ),
        ),
    ),
)


class Silent:
    """A voice that is quick: as long as its text, and silent."""

    name, voice, version, rate = "silent", "nobody", "1", 22_050

    def speak(self, text, lang, speed):
        return silence(len(text) / 100, self.rate)


class Broken(Silent):
    """A voice that is lost in the middle of a book."""

    def speak(self, text, lang, speed):
        if "วันถัดไป" in text:
            raise VoiceUnavailable("The voice is gone.")
        return super().speak(text, lang, speed)


def test_title_chapters_and_sections_are_passages_in_reading_order():
    found = passages(LAW)
    assert [one.id for one in found] == ["title", "s1", "c1", "s2", "s3"]
    assert [one.title for one in found[1:4]] == ["มาตรา ๑", "หมวด ๑ บททั่วไป", "มาตรา ๒"]


def test_everything_in_the_document_is_said_once_and_a_cell_after_the_head_of_its_column():
    said = [line.spoken or line.text for one in passages(LAW) for line in one.lines]
    assert said[-3:] == ["ในพระราชบัญญัตินี้", "(๑) สภา หมายความว่า วุฒิสภา", "ปี 2567, จำนวน 200"]
    assert len(said) == len(set(said))
    for _, block in LAW.walk():
        assert not block.text or sum(block.text in line for line in said) == 1


def test_a_book_plays_as_long_as_it_says_and_can_be_moved_about_in(tmp_path, voice):
    path = tmp_path / "law.mp3"
    book = make_book(LAW, path, "mp3", voice)
    info = MP3(path).info
    assert info.length == pytest.approx(book.duration_seconds, abs=0.2)
    assert path.stat().st_size == book.bytes
    tags = ID3(path)
    assert tags.version == (2, 3, 0)
    assert tags["TIT2"].text == [LAW.title]
    assert tags["TLAN"].text == ["tha"]
    frames = sorted(tags.getall("CHAP"), key=lambda frame: frame.start_time)
    assert [frame.sub_frames["TIT2"].text[0] for frame in frames] == [
        one.title for one in book.chapters
    ]
    assert tags["CTOC:toc"].child_element_ids == ["title", "s1", "c1", "s2", "s3"]


def test_chapters_follow_each_other_without_a_gap_to_the_end(tmp_path):
    book = make_book(LAW, tmp_path / "law.mp3", "mp3", Silent())
    starts = [one.start for one in book.chapters]
    assert starts == sorted(starts)
    assert starts[0] == 0
    assert [one.end for one in book.chapters[:-1]] == starts[1:]
    assert book.chapters[-1].end == pytest.approx(book.duration_seconds)


def test_more_chapters_than_one_table_may_list_are_listed_in_tables_of_tables(tmp_path):
    sections = tuple(Block(f"s{n}", "section", str(n), "", "ให้") for n in range(1, 601))
    path = tmp_path / "code.mp3"
    make_book(Document("ประมวล", "th", sections), path, "mp3", Silent())
    tags = ID3(path)
    assert len(tags.getall("CHAP")) == 601
    tables = {frame.element_id: frame for frame in tags.getall("CTOC")}
    assert tables["toc"].child_element_ids == ["toc1", "toc2", "toc3"]
    listed = [one for name in ("toc1", "toc2", "toc3") for one in tables[name].child_element_ids]
    assert listed == ["title"] + [f"s{n}" for n in range(1, 601)]
    assert all(len(table.child_element_ids) <= 255 for table in tables.values())


def test_chapter_times_are_kept_in_milliseconds():
    tags = ID3(io.BytesIO(book_tags("T", "en", [Chapter("s1", "Section 1", 1.5, 2.25)])))
    (frame,) = tags.getall("CHAP")
    assert (frame.start_time, frame.end_time) == (1500, 2250)


def test_a_voice_lost_midway_leaves_neither_a_book_nor_a_part_of_one(tmp_path):
    path = tmp_path / "law.mp3"
    path.write_bytes(b"the former book")
    with pytest.raises(VoiceUnavailable):
        make_book(LAW, path, "mp3", Broken())
    assert [one.name for one in tmp_path.iterdir()] == ["law.mp3"]
    assert path.read_bytes() == b"the former book"


def test_a_book_can_be_read_by_the_web_server(tmp_path):
    make_book(LAW, tmp_path / "law.mp3", "mp3", Silent())
    assert (tmp_path / "law.mp3").stat().st_mode & 0o777 == 0o644


def test_progress_grows_to_the_whole(tmp_path):
    told = []
    make_book(LAW, tmp_path / "a.mp3", "mp3", Silent(), progress=lambda *both: told.append(both))
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert told[-1][0] == told[-1][1]
    assert len({total for _, total in told}) == 1


def test_the_estimate_of_the_length_is_near_the_length(tmp_path, voice):
    book = make_book(LAW, tmp_path / "law.mp3", "mp3", voice)
    assert estimate_duration(LAW) == pytest.approx(book.duration_seconds, rel=0.5)
    assert estimate_duration(LAW, speed=2.0) == estimate_duration(LAW) / 2


def test_making_a_longer_document_is_expected_to_take_longer():
    longer = Document(LAW.title, "th", LAW.blocks * 1)
    twice = Document(LAW.title, "th", (*LAW.blocks, Block("p1", "paragraph", "", "", "ก" * 9000)))
    assert estimate_seconds(LAW) == estimate_seconds(longer) < estimate_seconds(twice)


def test_equal_content_in_equal_sound_has_one_key(voice):
    again = Document.from_json(json.loads(json.dumps(LAW.to_json())))
    assert form_key(LAW, voice, "th", 1.0) == form_key(again, voice, "th", 1.0)
    assert len(form_key(LAW, voice, "th", 1.0)) == 64


def test_the_key_changes_with_content_all_that_changes_the_book(voice):
    other = Document("พระราชบัญญัติอื่น", "th", LAW.blocks)
    newer = Silent()
    newer.version = "2"
    keys = {
        form_key(LAW, voice, "th", 1.0),
        form_key(other, voice, "th", 1.0),
        form_key(LAW, engine("gtts"), "th", 1.0),
        form_key(LAW, voice, "google", 1.0),
        form_key(LAW, voice, "th", 1.25),
        form_key(LAW, Silent(), "th", 1.0),
        form_key(LAW, newer, "th", 1.0),
        form_key(LAW, voice, "th", 1.0, "daisy"),
        form_key(LAW, voice, "th", 1.0, "mp3", "read by people"),
    }
    assert len(keys) == 9
