"""Captions: what is WebVTT with Thai words, what is not and in which line, and what it says."""

import pytest

from webapp.listening.rules.captions import CaptionsRefused, check_captions, transcript
from webapp.listening.rules.videos import VideoKind, video_kind

GOOD = """WEBVTT - ภาษามือ

NOTE ผู้แปล

STYLE
::cue { color: white }

1
00:01.000 --> 00:04.000 line:90%
<v ผู้แปล>ร่างพระราชบัญญัติ<b>สหกรณ์</b>

00:00:04.000 --> 00:00:06.500
มาตรา ๑ &amp;
มาตรา ๒

01:00:00.000 --> 01:00:01.000
มาตรา ๑ & มาตรา ๒
"""


def test_good_captions_are_taken_and_say_their_words_once():
    text = check_captions(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert transcript(text) == ["ร่างพระราชบัญญัติสหกรณ์", "มาตรา ๑ & มาตรา ๒"]


@pytest.mark.parametrize(
    ("data", "fault", "line"),
    [
        (b"", "not-webvtt", 1),
        (b"1\n00:00:01,000 --> 00:00:02,000\nx", "not-webvtt", 1),
        (b"WEBVTTX\n", "not-webvtt", 1),
        ("WEBVTT\n\n00:01 --> 00:02\nก".encode(), "timing", 3),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nก".encode(), "timing", 3),
        (
            "WEBVTT\n\n00:05.000 --> 00:06.000\nก\n\n00:01.000 --> 00:02.000\nข".encode(),
            "timing",
            6,
        ),
        ("WEBVTT\n\nคำที่ไม่มีเวลา".encode(), "timing", 4),
        (b"WEBVTT\n", "empty", 0),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nin English", "not-thai", 0),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nก".encode("utf-16"), "not-utf8", 0),
        (b"WEBVTT\n" + b"x" * 1_000_001, "too-large", 0),
    ],
)
def test_what_cannot_be_shown_is_refused_with_its_line(data, fault, line):
    with pytest.raises(CaptionsRefused) as refusal:
        check_captions(data)
    assert (refusal.value.fault, refusal.value.line) == (fault, line)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00", VideoKind.MP4),
        (b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00", VideoKind.MP4),
        (b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm", VideoKind.WEBM),
        (b"\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska", None),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", None),
        (b"<html><script>", None),
        (b"MZ\x90\x00", None),
        (b"", None),
    ],
)
def test_a_video_is_told_by_its_content(head, kind):
    assert video_kind(head) is kind
