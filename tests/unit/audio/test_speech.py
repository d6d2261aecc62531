"""Texts of any length, a sentence at a time."""

import pytest

from audio.pcm import Pcm
from audio.speech import MOST_LETTERS, say, sentences, stream
from thai_text.reading import spoken


class Listener:
    """A voice that remembers what it was given and makes a tenth of a second of nothing of it."""

    name, voice, version, rate = "listener", "ear", "1", 1000

    def __init__(self):
        self.given = []

    def speak(self, text, lang, speed):
        self.given.append((text, lang, speed))
        return Pcm(bytes(200), self.rate)


@pytest.fixture
def listener():
    return Listener()


def test_lines_and_full_stops_end_sentences():
    found = list(sentences("The first. The second!\nสวัสดี"))
    assert [one.text for one in found] == ["The first.", "The second!", "สวัสดี"]
    assert found[0].pause < found[1].pause


def test_lines_without_a_letter_are_left_out():
    assert [one.text for one in sentences("ก\n\n  \n---\n* *\nข")] == ["ก", "ข"]


def test_a_long_thai_line_is_cut_at_spaces_and_loses_nothing():
    line = " ".join(["ในกรณีที่มีปัญหา"] * 100)
    found = [one.text for one in sentences(line)]
    assert " ".join(found) == line
    assert all(len(one) <= MOST_LETTERS for one in found)
    assert len(found) > 5


@pytest.mark.parametrize(
    ("text", "lang", "printed"),
    [
        ("เปิดเวลา ๑๐.๓๐ น. วันจันทร์ พ.ศ. ๒๕๖๐", "th", ["เปิดเวลา ๑๐.๓๐ น. วันจันทร์ พ.ศ. ๒๕๖๐"]),
        (
            "Under s. 5 of the Act B.E. 2560, i.e. this. See No. 12. It ends",
            "en",
            ["Under s. 5 of the Act B.E. 2560, i.e. this.", "See No. 12.", "It ends"],
        ),
        ("แบ่งดังนี้: (๑) ....; ...", "th", ["แบ่งดังนี้:", "(๑) ....; ..."]),
    ],
)
def test_a_dot_ends_a_sentence_only_where_it_is_no_abbreviations(text, lang, printed):
    assert [one.text for one in sentences(text, lang)] == printed


SHORT_FORMS = (
    "The Senate, e.g. Dr. Somchai, Mr. Anan, Ms. Ploy and Gen. Prayut, sat (vol. 3, p. 12).",
    "Lt. Col. J. Smith and Prof. A. B. Jones met Capt. Lee, St. Louis, at 5 p.m. on Friday.",
    "Under s. 5, ss. 6-8, art. 7, Nos. 3 and 4, pp. IV to X, cf. Hon. Lee, i.e. all of them.",
    "Fruit, rice, etc. were sold to the U.S. Senate and to Acme Co. Ltd. by J.R. Lee.",
    "Roe v. Wade, Ph.D. work of Jan. 5, no. 12",
    "A. The President",
    "คำกล่าวของ Dr. Smith และ Mr. สมชาย vol. ๓ p. ๑๒ No. 5 e.g. สิ่งนี้ U.S. Senate",
)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("text", SHORT_FORMS)
def test_an_english_short_form_ends_no_sentence(text, lang):
    assert [one.text for one in sentences(text, lang)] == [text]


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize(
    "printed",
    [
        ["Fruit, rice, etc.", "The Senate sat.", "Nobody came."],
        ["He said no.", "No.", "I left at 5 p.m.", "Then it rained."],
        ["It is about modern art.", "Read vol. 3.", "“Vitamin C.", "It helps.”"],
        ["She lives in the U.S.", "He does not.", "It's John's.", "See www.senate.go.th.", "Bye."],
    ],
)
def test_what_may_be_a_short_form_ends_a_sentence_where_another_begins(printed, lang):
    assert [one.text for one in sentences(" ".join(printed), lang)] == printed


def test_the_voice_makes_no_pause_after_a_short_form_where_a_long_line_is_cut():
    first, _last = sentences(f"{'ก' * 150}Dr. {'ข' * 150}")
    assert first.text.endswith("Dr.")
    assert first.pause == 0


LAW_LINES = (
    "ตามมาตรา ๑๒ มาตรา ๑๓/๑ และมาตรา ๑๔/๒ " * 9,
    "ในวันหนึ่ง ๆ ของคนต่าง ๆ และบุคคลอื่น ๆ ซึ่งมีเงิน ๓,๕๐๐ ล้านบาท พ.ศ. ๒๕๖๐ " * 5,
    "จำนวน ๑ ๑/๒ และ ๓/๔ ของทั้งหมด ตั้งแต่ ๑ ม.ค. ๖๗ - ๓ ก.พ. ๖๗ เวลา ๑๐.๓๐ น. - ๑๒.๐๐ น. " * 5,
    "ติดต่อ โทร. ๐ ๒๘๓๑ ๙๓๓๓ - ๔ หรือ a@b.go.th ฯลฯ ต่อไป กรุงเทพฯ และ พ.ร.บ. ฉบับที่ .. พ.ศ. .... " * 5,
    "ก. แรก ข. สอง 12. สาม [1] " * 20,
)


@pytest.mark.parametrize("line", LAW_LINES)
def test_pieces_say_the_very_words_of_the_whole_line_and_print_all_of_it(line):
    found = list(sentences(line))
    assert len(found) > 1
    assert " ".join(one.said for one in found).split() == spoken(line).split()
    assert " ".join(one.text for one in found).split() == line.split()


def test_a_day_and_its_year_stay_together():
    line = "ให้ไว้ ณ วันที่ ๖ เมษายน พ.ศ. ๒๕๖๐ เป็นปีที่ ๒ ในรัชกาลปัจจุบัน " * 8
    for one in sentences(line):
        assert not one.text.startswith(("พ.ศ.", "๒"))


@pytest.mark.parametrize("words", range(26, 42))
def test_wherever_the_cut_falls_a_list_of_sections_is_read_as_one(words):
    """As read alone, 3/4 is three quarters; in a list of sections it is section 3 stroke 4."""
    line = "ให้ " * words + "ตามมาตรา ๑๒ และ ๓/๔ หรือ ๔/๕ ด้วย"
    said = " ".join(one.said for one in sentences(line))
    assert "สามทับสี่ หรือ สี่ทับห้า ด้วย" in said


def test_a_long_run_without_spaces_is_not_cut_inside_a_word():
    line = "การประชุม" * 60
    assert [one.text for one in sentences(f"{line} ต่อไป")] == [line, "ต่อไป"]


def test_the_voice_gets_numbers_and_abbreviations_in_words(listener):
    say("มาตรา ๑๓๓ พ.ร.บ.", "th", listener)
    text = " ".join(text for text, _, _ in listener.given)
    assert "หนึ่งร้อยสามสิบสาม" in text
    assert "พระราชบัญญัติ" in text


def test_the_english_voice_reads_the_numbers_of_an_english_text_itself(listener):
    say("Section 133 applies.", "en", listener)
    assert listener.given == [("Section 133 applies.", "en", 1.0)]


def test_pauses_shrink_with_speed(listener):
    usual, fast = (say("หนึ่ง\nสอง", "th", listener, speed).seconds for speed in (1.0, 2.0))
    assert usual - 0.2 == pytest.approx(2 * (fast - 0.2))


def test_sound_comes_while_the_rest_is_still_unread(listener):
    pieces = stream("ก\nข\nค", "th", listener)
    next(pieces)
    assert len(listener.given) == 1


def test_an_empty_text_is_no_sound(listener):
    assert say(" \n ", "th", listener).samples == b""


def test_the_default_voice_says_a_legal_sentence(voice, loudness):
    sound = say("มาตรา ๑๒/๑ ให้ใช้บังคับตั้งแต่วันที่ ๖ เมษายน พ.ศ. ๒๕๖๐ เป็นต้นไป", "th", voice)
    assert sound.seconds > 6
    assert loudness(sound) > 500


@pytest.mark.parametrize("unread", ["ฟรุ้งฟริ้งงง", "ซฺซ", "เ", "ฌฌ", "漢字", "Ω", "XYZ"])
def test_what_no_dictionary_knows_is_still_heard(unread, voice, loudness):
    assert loudness(say(unread, "th", voice)) > 100
