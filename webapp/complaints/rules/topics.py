"""What messages are about, and the bureau or committee whose matter each topic is.

The topics of the office's own work are here, with the bureau that sees to each: which bureau owns a
channel or receives petitions is of the self-assessment (PMQA 4.0 category 3, 3.2 and 3.4), the rest
is our reading of the bureaux' names. The standing committees' topics come from the register of
committees. `seeds` holds examples that the classifier starts from.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from webapp.shared.bureaux import Bureau
from webapp.shared.official_names import OfficialName

# A committee's topic has its public id: committee-3.
COMMITTEE_PREFIX = "committee-"


class OfficeTopic(StrEnum):
    """A part of the office's own work, by the key that tables keep."""

    WEBSITE = "website"
    BROADCASTS = "broadcasts"
    NEWS = "news"
    VISITS = "visits"
    CONDUCT = "conduct"
    JOBS = "jobs"
    BUILDING = "building"
    LETTERS = "letters"
    ACCESSIBLE_FORMS = "accessible_forms"
    BILLS = "bills"
    SITTINGS = "sittings"
    LIBRARY = "library"
    PURCHASING = "purchasing"
    PLANNING = "planning"
    PETITIONS = "petitions"


@dataclass(frozen=True)
class Topic:
    """What a message may be about: its name, and the bureau, or the committee, that sees to it."""

    key: str
    name: OfficialName
    bureau: Bureau
    committee: OfficialName | None = None


def _of(key: OfficeTopic, bureau: Bureau, th: str, en: str) -> Topic:
    return Topic(key.value, OfficialName(th, en), bureau)


OFFICE_TOPICS = (
    _of(
        OfficeTopic.WEBSITE,
        Bureau.TECHNOLOGY,
        "เว็บไซต์ แอป และระบบออนไลน์",
        "Website, apps and online services",
    ),
    _of(
        OfficeTopic.BROADCASTS,
        Bureau.PUBLIC_RELATIONS,
        "การถ่ายทอดสด วิทยุและโทรทัศน์รัฐสภา",
        "Live broadcasts, parliament radio and television",
    ),
    _of(
        OfficeTopic.NEWS,
        Bureau.PUBLIC_RELATIONS,
        "ข่าวสารและการขอข้อมูล",
        "News and asking for information",
    ),
    _of(
        OfficeTopic.VISITS,
        Bureau.PUBLIC_RELATIONS,
        "การเข้าเยี่ยมชมและศึกษาดูงาน",
        "Visits and study tours",
    ),
    _of(
        OfficeTopic.CONDUCT,
        Bureau.PERSONNEL,
        "การให้บริการและมารยาทของเจ้าหน้าที่",
        "Service and manners of staff",
    ),
    _of(OfficeTopic.JOBS, Bureau.PERSONNEL, "การรับสมัครงานและฝึกงาน", "Jobs and internships"),
    _of(
        OfficeTopic.BUILDING,
        Bureau.CENTRAL,
        "อาคาร สถานที่ และที่จอดรถ",
        "Building, grounds and parking",
    ),
    _of(OfficeTopic.LETTERS, Bureau.CENTRAL, "การรับส่งหนังสือและเอกสาร", "Letters and papers"),
    _of(
        OfficeTopic.ACCESSIBLE_FORMS,
        Bureau.PRINTING,
        "หนังสือเสียง อักษรเบรลล์ และสื่อเพื่อคนพิการ",
        "Audio books, braille and media for disabled people",
    ),
    _of(
        OfficeTopic.BILLS,
        Bureau.LAW,
        "ร่างกฎหมายและความเห็นต่อกฎหมาย",
        "Bills and opinions on laws",
    ),
    _of(
        OfficeTopic.SITTINGS,
        Bureau.MEETINGS,
        "การประชุมวุฒิสภา ระเบียบวาระ และการลงมติ",
        "Sittings, agendas and votes",
    ),
    _of(OfficeTopic.LIBRARY, Bureau.RESEARCH, "ห้องสมุดและงานวิชาการ", "Library and research"),
    _of(
        OfficeTopic.PURCHASING,
        Bureau.FINANCE,
        "การจัดซื้อจัดจ้างและการเงินของสำนักงาน",
        "The office's purchasing and finance",
    ),
    _of(
        OfficeTopic.PLANNING,
        Bureau.POLICY,
        "แผนงานและการประเมินของสำนักงาน",
        "The office's plans and assessments",
    ),
    _of(
        OfficeTopic.PETITIONS,
        Bureau.PRESIDENT,
        "เรื่องราวร้องทุกข์ถึงประธานวุฒิสภา",
        "Petitions to the President of the Senate",
    ),
)


# How the cabinet names a report: "…รายงานการพิจารณาศึกษา เรื่อง ก ของคณะกรรมาธิการ ข วุฒิสภา".
_REPORT = re.compile(
    r"^.*?รายงาน(?:.*?(?:เรื่อง|ประเด็น)|\S*)\s*(.+?)\s*ของ(คณะกรรมาธิการ.+?)\s*วุฒิสภา$"
)


def studied_in(title: str) -> tuple[str, str] | None:
    """What a committee of the Senate reported on, and the committee, from the title of the reply.

    None for another title.
    """
    found = _REPORT.match(title)
    return (found[1], found[2]) if found else None


def committee_topic(number: int, name: OfficialName) -> Topic:
    """The topic of a standing committee, `number` being its id in the register."""
    return Topic(f"{COMMITTEE_PREFIX}{number}", name, Bureau.COMMITTEES, name)
