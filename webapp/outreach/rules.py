"""The twelve channels of communication, and what the office plans to do every year. Plain Python.

Source: the Secretariat's self-assessment, PMQA 4.0 category 3, point 3.3 Basic, and its plan for
fiscal year 2563, activities 2.3, 2.11 and 2.12. Names of pages and accounts are as found there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

from thai_text.dates import BE_OFFSET
from webapp.shared.official_names import OfficialName


@dataclass(frozen=True)
class Channel:
    """A channel of communication, and the pages or accounts that the source names on it."""

    name: OfficialName
    accounts: tuple[OfficialName, ...] = ()


def _same(name: str) -> OfficialName:
    return OfficialName(name, name)


CHANNELS = (
    Channel(_same("Call Center")),
    Channel(
        OfficialName("จัดประชุม/สัมมนา/เวทีแสดงความคิดเห็น", "Meetings, seminars and forums for opinions")
    ),
    Channel(_same("www.senate.go.th")),
    Channel(
        OfficialName(
            "Web board เครือข่ายผู้นำนักประชาธิปไตย",
            "Web board of the network of democratic leaders",
        )
    ),
    Channel(
        _same("Facebook"),
        (
            OfficialName("สภานิติบัญญัติแห่งชาติ", "National Legislative Assembly"),
            OfficialName("เครือข่ายผู้นำนักประชาธิปไตย", "Network of democratic leaders"),
        ),
    ),
    Channel(_same("Twitter"), (_same("NLA@Click_NLA"),)),
    Channel(
        _same("Application Line"),
        (
            _same("Line@ “NLA Formal”"),
            _same("Line@ “NLA Assistant”"),
            _same("Line@ “Secretariat–Senate”"),
            OfficialName("Line@ “ปชส. News”", "Line@ “Public Relations News”"),
        ),
    ),
    Channel(_same("NLA Channel")),
    Channel(_same("TV Parliament IPTV")),
    Channel(_same("NLA Radio")),
    Channel(
        OfficialName(
            "ผ่านการแชร์วิดีโอ “YouTube” / ผ่านแอพพลิเคชั่น จีนิวส์",
            "Videos on “YouTube” / the application GNews",
        )
    ),
    Channel(
        OfficialName("การสำรวจความพึงพอใจ / แบบสอบถาม", "Surveys of satisfaction / questionnaires")
    ),
)


class ActivityKind(StrEnum):
    """What an activity is for."""

    COMMUNICATION = "communication"
    RELATIONSHIP = "relationship"


# The least number of activities in a fiscal year (plan 2.3 and 2.12).
AT_LEAST = {ActivityKind.COMMUNICATION: 4, ActivityKind.RELATIONSHIP: 5}


class NamedActivity(Enum):
    """Activities with the public that the source names (points 3.1 and 3.2)."""

    LEADERS = OfficialName(
        "กิจกรรมการสร้างความพร้อมแก่ท้องถิ่น หลักสูตร “กระบวนการเสริมสร้างผู้นำนักประชาธิปไตยแบบมีส่วนร่วม”",
        "A course for local leaders in participatory democracy, held every year",
    )
    NETWORK = OfficialName("การสัมมนาเครือข่ายฯ", "Seminars of the network of its graduates")
    MODEL_PARLIAMENT = OfficialName(
        "โครงการเผยแพร่ความรู้เกี่ยวกับการเมืองการปกครองสู่เยาวชนในสถาบันการศึกษา (สภาจำลองสัญจร)",
        "A travelling model parliament for young people in schools and universities",
    )


def still_missing(held: Iterable[ActivityKind]) -> dict[ActivityKind, int]:
    """How many activities of each kind a fiscal year still lacks, never below 0."""
    done = list(held)
    return {kind: max(0, least - done.count(kind)) for kind, least in AT_LEAST.items()}


def review_due(fiscal_year_be: int) -> date:
    """The last day of a fiscal year's review of the channels.

    Plan 2.11: once in the year, from October to August.
    """
    return date(fiscal_year_be - BE_OFFSET, 8, 31)
