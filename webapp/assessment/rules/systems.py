"""The systems that the self-assessment and its plan name, and where they are named."""

from dataclasses import dataclass
from enum import Enum

from webapp.assessment.rules.points import Level, Point
from webapp.shared.official_names import OfficialName

BASIC, ADVANCE, SIGNIFICANCE = Level
INFORMATION, SATISFACTION, INNOVATION, COMPLAINTS = Point


@dataclass(frozen=True)
class Named:
    """A system's name, the point that it belongs to, and the levels at which it is named there."""

    name: OfficialName
    point: Point
    levels: tuple[Level, ...]


class System(Enum):
    """What the office has, lacks, or was told by its assessors to build."""

    NEEDS = Named(
        OfficialName("ระบบรวบรวมความต้องการ ความคาดหวัง", "Register of needs"),
        INFORMATION,
        (SIGNIFICANCE,),
    )
    TRENDS = Named(
        OfficialName("การวิเคราะห์แนวโน้มเพื่อกำหนดนโยบายเชิงรุก", "From trends to policy"),
        INFORMATION,
        (SIGNIFICANCE,),
    )
    QUICK_ANSWERS = Named(
        OfficialName("การตอบกลับอย่างรวดเร็ว (chatbot)", "Quick answers"),
        INFORMATION,
        (SIGNIFICANCE,),
    )
    SURVEYS = Named(
        OfficialName(
            "การสำรวจความพึงพอใจ ไม่พึงพอใจ และความผูกพัน",
            "Surveys of satisfaction, dissatisfaction and engagement",
        ),
        SATISFACTION,
        (BASIC,),
    )
    IMPROVEMENT = Named(
        OfficialName(
            "แผนปรับปรุงคุณภาพการให้บริการตามลำดับความสำคัญเร่งด่วน", "Plan for improving services"
        ),
        SATISFACTION,
        (ADVANCE,),
    )
    OUTSIDE_DATA = Named(
        OfficialName("การบูรณาการข้อมูลกับหน่วยงานภายนอก", "Data from other agencies"),
        SATISFACTION,
        (SIGNIFICANCE,),
    )
    ALLOWANCES = Named(
        OfficialName(
            "การจ่ายเบี้ยประชุมผ่านระบบ KTB Corporate Online",
            "Meeting allowances through KTB Corporate Online",
        ),
        SATISFACTION,
        (SIGNIFICANCE,),
    )
    PETITIONS = Named(
        OfficialName("การรับเรื่องราวร้องทุกข์ (สำนักงานประธานวุฒิสภา)", "Citizens' petitions"),
        SATISFACTION,
        (BASIC,),
    )
    NETWORK = Named(
        OfficialName("เครือข่ายผู้นำนักประชาธิปไตยแบบมีส่วนร่วม", "The people's network"),
        SATISFACTION,
        (BASIC,),
    )
    CHANNELS = Named(
        OfficialName("ช่องทางการสื่อสาร 12 ช่องทาง", "Twelve channels of communication"),
        INNOVATION,
        (BASIC,),
    )
    STANDARDS = Named(
        OfficialName("มาตรฐานการให้บริการ คู่มือการปฏิบัติงาน", "Service standards and manuals"),
        INNOVATION,
        (BASIC,),
    )
    BILL_TRACKING = Named(
        OfficialName("ระบบติดตามการพิจารณาร่างพระราชบัญญัติ", "Tracking of bills"),
        INNOVATION,
        (ADVANCE,),
    )
    SEGMENTS = Named(
        OfficialName("Segmentation Service / Stakeholders profile", "Groups of users, profiles"),
        INNOVATION,
        (ADVANCE,),
    )
    SITE_FOR_THE_BLIND = Named(
        OfficialName("เว็บไซต์สำหรับผู้พิการทางสายตา", "Website for people who cannot see"),
        INNOVATION,
        (ADVANCE, SIGNIFICANCE),
    )
    AUDIO_BOOKS = Named(
        OfficialName("โครงการจัดทำหนังสือเสียง Read for the blind", "Audio books"),
        INNOVATION,
        (ADVANCE, SIGNIFICANCE),
    )
    BRAILLE_BOOKS = Named(
        OfficialName("หนังสืออักษรเบรลล์เกี่ยวกับวงงานรัฐสภา", "Braille books about Parliament"),
        INNOVATION,
        (SIGNIFICANCE,),
    )
    PERSONAL_SERVICE = Named(
        OfficialName("Personalized / Customized service", "Personal service"),
        INNOVATION,
        (SIGNIFICANCE,),
    )
    COMPLAINTS = Named(
        OfficialName(
            "การจัดการข้อร้องเรียน ข้อเสนอแนะ ข้อคิดเห็น และคำชมเชย",
            "Complaints, suggestions, comments and compliments",
        ),
        COMPLAINTS,
        (BASIC, ADVANCE, SIGNIFICANCE),
    )


def systems_of(point: Point) -> list[System]:
    """The systems that belong to a point, from the lowest level up."""
    return [system for system in System if system.value.point is point]
