"""Made-up needs that show what trends and segments look like. Plain Python.

Nobody said any of them, and no person in them exists.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import pi, sin
from random import Random

YEARS = 2
# Each year around these weeks of the year people ask for the budget, as they do in the Senate.
_BUDGET_WEEK, _WEEKS = 27, 52
PEOPLE = 80


@dataclass(frozen=True)
class MadeUp:
    """A need heard `weeks_ago` (1 is the last whole week), on a day of that week from 0.

    `aspect` and `channel` are the register's keys; `person` numbers somebody made up, 0 is nobody.
    """

    weeks_ago: int
    day: int
    words: str
    aspect: str
    channel: str
    person: int = 0


_USUAL = (
    ("ขอเอกสารประกอบการพิจารณาร่างกฎหมายล่วงหน้า", "LAW", "INTERNET"),
    ("อยากให้แจ้งเตือนก่อนการประชุมหนึ่งวัน", "MANAGEMENT", "STAFF"),
    ("ขอให้เว็บไซต์ค้นหามาตราได้เร็วขึ้น", "TECHNOLOGY", "INTERNET"),
    ("อยากเห็นผลงานของคณะกรรมาธิการในโทรทัศน์", "PUBLICITY", "BROADCASTS"),
    ("ขอให้เจ้าหน้าที่อธิบายขั้นตอนด้วยภาษาง่าย", "STAFF", "CALL_CENTER"),
    ("ขอจัดกิจกรรมร่วมกับเครือข่ายในจังหวัด", "NETWORKS", "ACTIVITIES"),
)
_SEASONAL = ("ขอสรุปร่างงบประมาณรายจ่ายประจำปี", "LAW", "EXECUTIVES")
_RISING = ("ขอหนังสือเสียงของร่างกฎหมายในวันที่ประกาศ", "TECHNOLOGY", "SOCIAL_MEDIA")


def made_up(week_of_year: int, seed: int = 1) -> Iterator[MadeUp]:
    """Needs of two years up to the last whole week, `week_of_year` (1 to 53): usual ones, one
    that comes each year, and one that has risen for three weeks."""
    draw = Random(seed)  # noqa: S311 (nothing secret is drawn)
    for weeks_ago in range(1, YEARS * _WEEKS + 1):
        place = (week_of_year - weeks_ago) % _WEEKS
        season = max(0.0, sin(2 * pi * (place - _BUDGET_WEEK + 13) / _WEEKS)) ** 8
        heard = [draw.choice(_USUAL) for _ in range(draw.randint(3, 6))]
        heard += [_SEASONAL] * round(6 * season)
        heard += [_RISING] * (draw.randint(8, 11) if weeks_ago <= 3 else draw.random() < 0.3)
        for words, aspect, channel in heard:
            yield MadeUp(weeks_ago, draw.randrange(7), words, aspect, channel)
    for person in range(1, PEOPLE + 1):
        words, aspect, channel = _USUAL[0] if person % 2 else _USUAL[4]
        yield MadeUp(20 + person, person % 7, words, aspect, channel, person)
