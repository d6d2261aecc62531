"""The six aspects of need, the eight channels, who asks, and where a need comes from. Plain Python.

Source of aspects and channels: the Secretariat's self-assessment, PMQA 4.0 category 3, point 3.1
Basic. English by us. Who asks and where from are this service's own lists.
"""

from enum import Enum, StrEnum

from webapp.shared.official_names import OfficialName


class Aspect(Enum):
    """What a need is about, in the office's order (strategic plan 4, B.E. 2560-2564)."""

    MANAGEMENT = OfficialName("ด้านการบริหารจัดการ", "Management")
    LAW = OfficialName("ด้านกฎหมายและวิชาการ", "Law and research")
    TECHNOLOGY = OfficialName(
        "ด้านการพัฒนาระบบฐานข้อมูลเทคโนโลยีสารสนเทศ และสิ่งอำนวยความสะดวก",
        "Databases, information technology and facilities",
    )
    PUBLICITY = OfficialName(
        "ด้านการประชาสัมพันธ์และการสร้างภาพลักษณ์องค์การ",
        "Public relations and the image of the organisation",
    )
    STAFF = OfficialName("ด้านความรู้ความสามารถของบุคลากร", "Knowledge and skill of the staff")
    NETWORKS = OfficialName(
        "ด้านการสร้างเครือข่ายความร่วมมือเพื่อสนับสนุนการดำเนินการด้านนิติบัญญัติ",
        "Networks of cooperation that support legislative work",
    )

    @property
    def number(self) -> int:
        """Its number in the strategic plan, 1 to 6."""
        return list(Aspect).index(self) + 1


class Channel(Enum):
    """Where the office hears needs, in its own order."""

    EXECUTIVES = OfficialName("ผู้บริหารโดยตรง", "The executives, directly")
    CALL_CENTER = OfficialName("Call Center", "Call Center")
    INTERNET = OfficialName("Internet (www.senate.go.th)", "Internet (www.senate.go.th)")
    STAFF = OfficialName("บุคลากร", "Members of staff")
    SURVEYS = OfficialName(
        "สำรวจความพึงพอใจ/ไม่พึงพอใจ", "Surveys of satisfaction and dissatisfaction"
    )
    BROADCASTS = OfficialName("วิทยุ/โทรทัศน์", "Radio and television")
    ACTIVITIES = OfficialName("กิจกรรม/โครงการต่าง ๆ", "Activities and projects")
    SOCIAL_MEDIA = OfficialName("สื่อสังคมออนไลน์ (Facebook, LINE)", "Social media (Facebook, LINE)")


class Who(StrEnum):
    """What sort of person or group asks."""

    SENATOR = "senator"
    COMMITTEE = "committee"
    OFFICER = "officer"
    GROUP = "group"
    CITIZEN = "citizen"
    UNKNOWN = "unknown"


# Needs of these are counted by name; a citizen's name is not asked for.
NAMED = (Who.SENATOR, Who.COMMITTEE, Who.OFFICER, Who.GROUP)


class Origin(StrEnum):
    """How a need came into the register."""

    STAFF = "staff"
    FORM = "form"
    COMPLAINT = "complaint"
    SURVEY = "survey"
    SEARCH = "search"
    ASSISTANT = "assistant"
    FORM_REQUEST = "form_request"


class Part(StrEnum):
    """What of a need the person whose it is can put right."""

    WORDS = "words"
    SUBJECT = "subject"
    ASPECT = "aspect"
    TRANSCRIPT = "transcript"


class Hears(StrEnum):
    """How the person whose need it is hears what the office writes about it."""

    LETTER = "letter"
    CODE = "code"
    OWN_PAGE = "own_page"
    # By the message that the need was taken from, and not here.
    MESSAGE = "message"


def aspect_of(key: str | None) -> Aspect | None:
    """The aspect kept under `key` ("LAW"); None where none is kept, or it is no aspect."""
    return Aspect.__members__.get(key or "")
