"""Whether an MP3 that came over a network is whole: its frames are counted, not decoded.

A decoder plays what is there and says nothing of an end that is missing. Source: ISO/IEC 11172-3
and 13818-3, the header of a Layer III frame.
"""

_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
_KILOBITS = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_MPEG1, _LAYER3 = 3, 1
_HEADER = 4


def is_whole(data: bytes) -> bool:
    """Return whether `data` begins with MP3 frames and none of them is cut short."""
    at = _first_frame(data)
    frames = 0
    while length := _frame_length(data[at : at + _HEADER]):
        at += length
        frames += 1
    return frames > 0 and at <= len(data)


def _first_frame(data: bytes) -> int:
    """Where frames begin: after an ID3v2 tag, whose size is written in seven bits a byte."""
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    size = 0
    for byte in data[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size


def _frame_length(header: bytes) -> int:
    """The bytes of the frame that `header` opens; 0 where it opens none."""
    if len(header) < _HEADER or header[0] != 0xFF or header[1] & 0xE0 != 0xE0:
        return 0
    version, layer = header[1] >> 3 & 3, header[1] >> 1 & 3
    bits, rate = header[2] >> 4, header[2] >> 2 & 3
    if version not in _RATES or layer != _LAYER3 or bits in (0, 15) or rate > 2:
        return 0
    samples = 144 if version == _MPEG1 else 72  # a byte's share of the samples in a frame
    padding = header[2] >> 1 & 1
    kilobits = _KILOBITS[version == _MPEG1][bits]
    return samples * kilobits * 1000 // _RATES[version][rate] + padding
