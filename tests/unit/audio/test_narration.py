"""A recording in step with its text. The "person" is the default voice in disguise: another throat,
another pace in every sentence, breaths of any length, noise; so the true borders are known."""

import numpy as np
import pytest

from audio.engines import engine
from audio.narration import align
from audio.pcm import Pcm
from audio.script import Line, Passage, Unit
from audio.stretch import stretched
from audio.tracks import said_together
from thai_text.outline import Block

RATE = 22_050
TEXT = """มาตรา ๑ พระราชบัญญัตินี้เรียกว่า พระราชบัญญัติสหกรณ์ พ.ศ. ๒๕๔๒
พระราชบัญญัตินี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศในราชกิจจานุเบกษาเป็นต้นไป
สหกรณ์ หมายความว่า คณะบุคคลซึ่งร่วมกันดำเนินกิจการเพื่อประโยชน์ทางเศรษฐกิจและสังคม
สมาชิก หมายความว่า สมาชิกสหกรณ์หรือสมาชิกกลุ่มเกษตรกร
ให้รัฐมนตรีว่าการกระทรวงเกษตรและสหกรณ์รักษาการตามพระราชบัญญัตินี้
นายทะเบียนสหกรณ์มีอำนาจออกคำสั่งเป็นหนังสือให้คณะกรรมการชี้แจงข้อเท็จจริง
ผู้ใดฝ่าฝืนต้องระวางโทษจำคุกไม่เกินหกเดือน หรือปรับไม่เกินหนึ่งหมื่นบาท หรือทั้งจำทั้งปรับ"""
OTHER = """การประชุมวุฒิสภาต้องมีสมาชิกมาประชุมไม่น้อยกว่ากึ่งหนึ่ง
ประธานวุฒิสภามีหน้าที่รักษาความสงบเรียบร้อยในที่ประชุม
ญัตติที่เสนอต้องทำเป็นหนังสือและมีผู้รับรองไม่น้อยกว่าสิบคน
การลงมติให้ถือเสียงข้างมากเป็นประมาณ เว้นแต่ที่รัฐธรรมนูญบัญญัติไว้เป็นอย่างอื่น
กรรมาธิการคนหนึ่งพ้นจากตำแหน่งเมื่อตาย ลาออก หรือวุฒิสภามีมติให้พ้น
ห้องสมุดรัฐสภาเปิดให้ประชาชนเข้าใช้ทุกวันทำการ ตั้งแต่แปดนาฬิกาสามสิบนาที
ผู้ร้องเรียนมีสิทธิขอทราบผลการดำเนินการภายในสามวันทำการ"""


def passage(text: str) -> Passage:
    block = Block("s1", "section", "1", "", text)
    lines = [Line("s1", line) for line in text.splitlines()]
    return Passage("s1", "มาตรา ๑", 0, [Unit(block, 0, lines)])


class Person:
    """A reader; `throat` is how much shorter it is than the voice's, which lifts every pitch."""

    def __init__(self, throat: float, noise: float = 60.0) -> None:
        self.throat, self.noise = throat, noise
        self.chance = np.random.default_rng(7)
        self.wave: list[np.ndarray] = []

    def read(self, text: str) -> tuple[Pcm, list[float]]:
        """The recording, and the seconds at which its sentences begin."""
        starts = []
        self.rest(0.8)
        for _line, sentences in said_together(passage(text).lines, "th"):
            starts.append(sum(map(len, self.wave)) / RATE)
            for sentence in sentences:
                self.say(sentence.said)
                self.rest(self.chance.uniform(0.3, 1.6))
        wave = np.concatenate(self.wave)
        wave = wave + self.chance.normal(0, self.noise, len(wave))
        return Pcm(np.clip(wave, -32768, 32767).astype("<i2").tobytes(), RATE), starts

    def say(self, words: str) -> None:
        pace = self.chance.uniform(0.75, 1.2)
        sound = stretched(engine("espeak").speak(words, "th", 1.0), pace / self.throat)
        wave = np.frombuffer(sound.samples, dtype="<i2").astype(float)
        places = np.arange(int(len(wave) / self.throat)) * self.throat
        self.wave.append(np.interp(places, np.arange(len(wave)), wave))

    def rest(self, seconds: float) -> None:
        self.wave.append(np.zeros(int(seconds * RATE)))


def errors(found, starts: list[float]) -> np.ndarray:
    return np.abs(np.array([one.start for one in found.said[1:]]) - np.array(starts[1:]))


@pytest.mark.parametrize(("throat", "noise"), [(0.88, 60.0), (1.0, 300.0), (1.18, 60.0)])
def test_the_sentences_of_another_reader_are_found(throat, noise):
    recording, starts = Person(throat, noise).read(TEXT)
    found = align(recording, passage(TEXT), "th")
    assert found.trusted
    assert len(found.said) == len(starts)
    missed = errors(found, starts)
    assert np.median(missed) < 0.3
    assert np.max(missed) < 1.0


def test_times_begin_at_nought_end_with_the_recording_and_never_run_back():
    recording, _starts = Person(1.1).read(TEXT)
    said = align(recording, passage(TEXT), "th").said
    assert said[0].start == 0
    assert said[-1].end == pytest.approx(recording.seconds, abs=0.01)
    for one, following in zip(said, said[1:], strict=False):
        assert one.start <= one.end == following.start
    assert [one.text for one in said][1] == TEXT.splitlines()[1]


def test_a_recording_of_another_text_is_not_trusted_and_divided_in_proportion():
    recording, _starts = Person(1.1).read(OTHER)
    found = align(recording, passage(TEXT), "th")
    assert not found.trusted
    assert found.doubtful == tuple(range(len(found.said)))
    lengths = [one.end - one.start for one in found.said]
    assert min(lengths) > 0.5


def test_a_sentence_that_the_reader_left_out_is_doubted():
    lines = TEXT.splitlines()
    recording, _starts = Person(1.0).read("\n".join(lines[:3] + lines[4:]))
    found = align(recording, passage(TEXT), "th")
    assert found.trusted
    assert 3 in found.doubtful


@pytest.mark.parametrize("rate", [16_000, 44_100])
def test_a_recording_of_any_rate_is_understood(rate):
    recording, starts = Person(1.0).read(TEXT)
    wave = np.frombuffer(recording.samples, dtype="<i2").astype(float)
    places = np.arange(int(len(wave) * rate / RATE)) * RATE / rate
    other = Pcm(np.interp(places, np.arange(len(wave)), wave).astype("<i2").tobytes(), rate)
    assert np.median(errors(align(other, passage(TEXT), "th"), starts)) < 0.3


def test_silence_and_a_passage_without_words_are_told_apart_from_a_reading():
    with pytest.raises(ValueError, match="nothing to align"):
        align(Pcm(b"", RATE), passage(TEXT), "th")
    with pytest.raises(ValueError, match="nothing to align"):
        align(Pcm(bytes(2 * RATE), RATE), passage(" "), "th")
    assert not align(Pcm(bytes(2 * RATE * 5), RATE), passage(TEXT), "th").trusted
