"""The sound of a document in pieces that are kept: what is made once is not made again."""

import json
import os
import re
import signal
import subprocess
import sys
import time

import numpy as np
import pytest
import soundfile
from mutagen.mp3 import MP3

from audio import tracks as tracks_module
from audio.engines import VoiceUnavailable
from audio.mp3 import LIGHT_KILOBITS
from audio.pcm import Pcm, silence
from audio.script import passages
from audio.tracks import NarratedPassage, Said, make_tracks
from audio.whole_files import sweep, whole_file
from thai_text.outline import Block, Document, parse

LAW = parse(
    "หมวด ๑\nบททั่วไป\nมาตรา ๑ พระราชบัญญัตินี้เรียกว่า พ.ร.บ. น้ำ พ.ศ. ๒๕๖๐\n"
    "มาตรา ๒ ให้ทำดังนี้\n(๑) น้ำต่าง ๆ\n(๒) .... * *\nวรรคสอง\nหมวด ๒\nบทกำหนดโทษ\nมาตรา ๓ ปรับ",
    "พระราชบัญญัติน้ำ",
)
TABLE = Block("t1", "table", heading="งบ", rows=(("ปี", "บาท"), ("๒๕๖๗", "๑๐"), ("๒๕๖๘", "")))


class Counting:
    """A silent voice as long as its text that counts what it says."""

    name, voice, version, rate = "counting", "nobody", "1", 22_050

    def __init__(self):
        self.said = []

    def speak(self, text, lang, speed):
        self.said.append(text)
        return silence(len(text) / 50, self.rate)


class Lost(Counting):
    def speak(self, text, lang, speed):
        if "ปรับ" in text:
            raise VoiceUnavailable("The voice is gone.")
        return super().speak(text, lang, speed)


class People:
    """Somebody has read one section, at another rate."""

    def __init__(self, key="1", wanted="s2"):
        self.key, self.wanted, self.credits = key, wanted, ()

    def track(self, passage):
        if passage.id != self.wanted:
            return None
        first = passage.lines[0]
        pieces = [silence(2.0, 44_100), silence(2.0, 44_100)]
        return NarratedPassage(iter(pieces), (Said(first.block, first.text, 0.5, 4.0),))


@pytest.fixture
def counting():
    return Counting()


def words(document):
    """What stands in print, word by word, each with its block and row; what has no sound left out."""
    lines = [line for passage in passages(document) for line in passage.lines]
    return [(one.block, one.row, word) for one in lines for word in one.text.split()]


def test_every_word_of_every_block_is_said_once_and_in_order_with_times_that_grow(
    tmp_path, counting
):
    document = Document(LAW.title, "th", (*LAW.blocks, TABLE))
    made = make_tracks(document, tmp_path, counting)
    said = [(one.block, one.row, word) for t in made for one in t.said for word in one.text.split()]
    assert said == words(document)
    for track in made:
        times = [time for one in track.said for time in (one.start, one.end)]
        assert times == sorted(times)
        assert times[0] >= 0
        assert times[-1] <= track.seconds + 0.05


def test_a_passage_is_a_track_with_its_anchor_title_and_depth(tmp_path, counting):
    made = make_tracks(LAW, tmp_path, counting)
    assert [(one.id, one.title, one.depth) for one in made] == [
        ("title", "พระราชบัญญัติน้ำ", 0),
        ("c1", "หมวด ๑ บททั่วไป", 0),
        ("s1", "มาตรา ๑", 1),
        ("s2", "มาตรา ๒", 1),
        ("c2", "หมวด ๒ บทกำหนดโทษ", 0),
        ("s3", "มาตรา ๓", 1),
    ]
    for track in made:
        assert MP3(track.path).info.length == pytest.approx(track.seconds, abs=0.01)
        assert track.path.stat().st_size == track.bytes


def test_the_first_thing_said_after_the_title_is_who_reads(tmp_path, counting):
    title = make_tracks(LAW, tmp_path, counting)[0]
    assert "คอมพิวเตอร์" in title.said[1].text
    both = make_tracks(LAW, tmp_path, counting, narration=People())[0]
    assert "เสียงคน" in both.said[1].text


def test_sentences_stand_where_they_are_heard(tmp_path):
    class Beeping(Counting):
        def speak(self, text, lang, speed):
            tone = 12_000 * np.sin(np.arange(2205) * 2 * np.pi * 800 / self.rate)
            rest = np.zeros(22_050)
            return Pcm(np.concatenate([tone, rest]).astype("<i2").tobytes(), self.rate)

    (_, track) = make_tracks(
        Document("ก", "th", (Block("s1", "section", "1", "", "หนึ่ง: สอง: สาม"),)),
        tmp_path,
        Beeping(),
    )
    sound, rate = soundfile.read(track.path)
    loud = np.flatnonzero(np.abs(sound) > 0.1)
    heard = loud[np.flatnonzero(np.diff(loud, prepend=-rate) > rate / 2)] / rate
    assert [one.start for one in track.said] == pytest.approx(list(heard), abs=0.03)


def test_what_was_made_is_not_made_again(tmp_path, counting):
    first = make_tracks(LAW, tmp_path, counting)
    before = {one.path: (one.path.stat().st_ino, one.path.stat().st_mtime_ns) for one in first}
    counting.said.clear()
    assert make_tracks(LAW, tmp_path, counting) == first
    assert counting.said == []
    assert {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in before} == before


def test_a_new_version_of_a_text_speaks_only_what_is_new(tmp_path, counting):
    make_tracks(LAW, tmp_path, counting)
    counting.said.clear()
    changed = parse(LAW.plain_text().replace("ปรับ", "จำคุก").split("\n", 1)[1], LAW.title)
    make_tracks(changed, tmp_path, counting)
    assert counting.said == ["มาตรา สาม", "จำคุก"]


def test_speed_kind_of_mp3_voice_and_narration_have_tracks_of_their_own(tmp_path, counting):
    other = Counting()
    other.version = "2"
    paths = [
        make_tracks(LAW, tmp_path, counting)[3].path,
        make_tracks(LAW, tmp_path, counting, speed=1.5)[3].path,
        make_tracks(LAW, tmp_path, counting, kilobits=LIGHT_KILOBITS)[3].path,
        make_tracks(LAW, tmp_path, other)[3].path,
        make_tracks(LAW, tmp_path, counting, narration=People("1"))[3].path,
        make_tracks(LAW, tmp_path, counting, narration=People("2"))[3].path,
    ]
    assert len(set(paths)) == len(paths)


def test_people_are_heard_where_they_have_read_and_the_voice_elsewhere(tmp_path, counting):
    made = make_tracks(LAW, tmp_path, counting, narration=People())
    assert [one.id for one in made if one.narrated] == ["s2"]
    narrated = made[3]
    assert narrated.seconds == pytest.approx(4.0, abs=0.2)
    assert narrated.said[0].end == pytest.approx(4.05, abs=0.01)
    assert not any("น้ำต่าง" in text for text in counting.said)
    # All are to be joined into one MP3.
    assert len({MP3(one.path).info.sample_rate for one in made}) == 1


@pytest.mark.parametrize("damage", ["cut", "no times", "broken times"])
def test_a_track_that_is_not_whole_is_made_again(tmp_path, counting, damage):
    track = make_tracks(LAW, tmp_path, counting)[3]
    times = track.path.with_suffix(".json")
    if damage == "cut":
        track.path.write_bytes(track.path.read_bytes()[:-100])
    elif damage == "no times":
        times.unlink()
    else:
        times.write_text("{")
    counting.said.clear()
    assert make_tracks(LAW, tmp_path, counting)[3] == track
    assert "มาตรา สอง" in counting.said


def test_a_voice_that_is_lost_keeps_what_was_made_until_then(tmp_path):
    with pytest.raises(VoiceUnavailable):
        make_tracks(LAW, tmp_path, Lost())
    found_again = Counting()
    make_tracks(LAW, tmp_path, found_again)
    assert found_again.said == ["มาตรา สาม", "ปรับ"]


def test_a_very_long_passage_is_cut_and_loses_nothing(tmp_path, counting, monkeypatch):
    monkeypatch.setattr(tracks_module, "MOST_LETTERS", 400)
    text = " ".join(f"ข้อความที่ {n} ของวรรคนี้" for n in range(60))
    paragraphs = tuple(Block(f"s1-p{n}", "paragraph", text=text) for n in range(3))
    document = Document("ก", "th", (Block("s1", "section", "1", blocks=paragraphs),))
    made = make_tracks(document, tmp_path, counting)
    assert [one.part for one in made if one.id == "s1"] == list(range(1, len(made)))
    assert len(made) > 8
    said = [(one.block, one.row, word) for t in made for one in t.said for word in one.text.split()]
    assert said == words(document)


def test_progress_is_told_after_each_track_up_to_the_whole(tmp_path, counting):
    told = []
    made = make_tracks(LAW, tmp_path, counting, progress=lambda *both: told.append(both))
    assert len(told) == len(made)
    assert told[-1][0] == told[-1][1]


def test_a_section_without_any_words_still_is_a_place(tmp_path, counting):
    made = make_tracks(Document("ก", "th", (Block("c1", "chapter"),)), tmp_path, counting)
    assert made[1].title == "ก"
    assert made[1].seconds > 0.4
    assert made[1].said[0].end == made[1].seconds


WORKER = """
import json, sys, time
from pathlib import Path
from audio.book import make_book
from audio.pcm import silence
from thai_text.outline import Document

class Slow:
    name, voice, version, rate = "slow", "nobody", "1", 22_050
    def speak(self, text, lang, speed):
        time.sleep(0.02)
        return silence(3.0, self.rate)

document = Document.from_json(json.loads(Path(sys.argv[1]).read_text()))
make_book(document, Path(sys.argv[2]), sys.argv[3], Slow(), tracks=Path(sys.argv[4]))
"""
HEX = re.compile("[0-9a-f]{64}")


def whole_tracks(folder):
    """The tracks that are there under their own names, each with its inode and time."""
    found = {}
    for times in folder.rglob("*.json"):
        if HEX.fullmatch(times.stem):
            sound = times.with_suffix(".mp3")
            data = json.loads(times.read_text())
            assert sound.stat().st_size == data["bytes"]
            found[sound.name] = (sound.stat().st_ino, sound.stat().st_mtime_ns)
    return found


def test_a_worker_killed_again_and_again_leaves_nothing_half_and_goes_on_where_it_was(tmp_path):
    sections = tuple(Block(f"s{n}", "section", str(n), "", "ก") for n in range(1, 41))
    document = tmp_path / "document.json"
    document.write_text(json.dumps(Document("ก", "th", sections).to_json()))
    book, tracks = tmp_path / "out" / "book.epub", tmp_path / "tracks"
    book.parent.mkdir()
    command = [sys.executable, "-c", WORKER, str(document), str(book), "epub", str(tracks)]
    before: dict[str, tuple[int, int]] = {}
    for _ in range(3):
        worker = subprocess.Popen(command)
        target = len(before) + 5
        while worker.poll() is None and len(list(tracks.rglob("*.json"))) < target:
            time.sleep(0.01)
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()
        assert not book.exists()
        now = whole_tracks(tracks)
        assert before.items() <= now.items()
        assert target <= len(now) < len(sections) + 1
        before = now
    subprocess.run(command, check=True)
    after = whole_tracks(tracks)
    assert before.items() <= after.items()
    assert len(after) == len(sections) + 1
    assert book.exists()


def test_a_file_has_its_name_when_all_of_it_is_there(tmp_path):
    path = tmp_path / "a.mp3"
    with whole_file(path) as file:
        file.write(b"half")
        file.flush()
        assert not path.exists()
        file.write(b" and half")
    assert path.read_bytes() == b"half and half"
    assert path.stat().st_mode & 0o777 == 0o644


def test_what_a_killed_program_left_is_swept_after_a_day(tmp_path):
    old, new = tmp_path / "ab/.x.mp3.1.part", tmp_path / "ab/.y.mp3.2.part"
    old.parent.mkdir()
    for one in (old, new):
        one.write_bytes(b"half")
    os.utime(old, (time.time() - 2 * 86_400,) * 2)
    assert sweep(tmp_path) == 1
    assert [one.name for one in old.parent.iterdir()] == [new.name]
