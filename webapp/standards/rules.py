"""The published standard of service, its channels with their bureaux, the work processes.

Source: the Secretariat's self-assessment, PMQA 4.0 category 3: points 3.4 Basic and Advance for the
channels, 3.3 Basic for the processes. The English is ours. Plain Python.
"""

from dataclasses import dataclass

from webapp.shared.bureaux import Bureau
from webapp.shared.official_names import OfficialName


@dataclass(frozen=True)
class ComplaintChannel:
    """A way for a complaint to come in, and the bureau that owns it."""

    name: OfficialName
    owner: Bureau


COMPLAINT_CHANNELS = (
    ComplaintChannel(
        OfficialName("ผู้บริหารสำนักงานเลขาธิการวุฒิสภาโดยตรง", "The executives of the office, directly"),
        Bureau.CENTRAL,
    ),
    ComplaintChannel(OfficialName("Call Center", "Call Center"), Bureau.PUBLIC_RELATIONS),
    ComplaintChannel(OfficialName("ระบบ Internet", "The Internet"), Bureau.TECHNOLOGY),
    ComplaintChannel(
        OfficialName("บุคลากรของสำนักงานเลขาธิการวุฒิสภา", "Members of the office's staff"),
        Bureau.CENTRAL,
    ),
    ComplaintChannel(
        OfficialName("Facebook หรือ Application Line", "Facebook or LINE"), Bureau.PUBLIC_RELATIONS
    ),
)


@dataclass(frozen=True)
class Process:
    """A work process that is reviewed with users' needs, and the examples that the source gives."""

    name: OfficialName
    examples: tuple[OfficialName, ...] = ()


PROCESSES = (
    Process(
        OfficialName("กระบวนการสนับสนุนการตราพระราชบัญญัติ", "Support for the making of Acts"),
        (
            OfficialName(
                "การจัดทำเอกสารประกอบการพิจารณาร่างกฎหมาย", "papers for the consideration of bills"
            ),
            OfficialName(
                "การจัดทำความเห็นทางกฎหมายเพื่อสนับสนุนการพิจารณาร่างกฎหมาย",
                "legal opinions for the consideration of bills",
            ),
            OfficialName("การจัดทำบทความวิชาการ", "research articles"),
        ),
    ),
    Process(
        OfficialName(
            "กระบวนการสนับสนุนงานด้านการควบคุม และตรวจสอบการบริหารราชการแผ่นดิน",
            "Support for overseeing the administration of the state",
        ),
        (OfficialName("การรับเรื่องราวร้องทุกข์", "receiving citizens' petitions"),),
    ),
    Process(
        OfficialName(
            "กระบวนการเสริมสร้างความรู้ความเข้าใจในบทบาทหน้าที่การดำเนินงานด้านนิติบัญญัติแก่สาธารณชน",
            "Helping the public to know and understand legislative work",
        ),
        (
            OfficialName(
                "การเผยแพร่ผลการดำเนินงานของวุฒิสภาสู่สาธารณชน",
                "making the Senate's work known to the public",
            ),
        ),
    ),
    Process(
        OfficialName(
            "กระบวนการบริหารและพัฒนาทรัพยากรบุคคล", "Management and development of human resources"
        )
    ),
    Process(OfficialName("กระบวนการด้านการคลังและงบประมาณ", "Finance and budget")),
    Process(
        OfficialName(
            "กระบวนการพัฒนาฐานข้อมูลและระบบเทคโนโลยีสารสนเทศ",
            "Development of databases and information technology",
        )
    ),
    Process(
        OfficialName(
            "กระบวนการจัดทำแผนยุทธศาสตร์แปลงสู่การปฏิบัติราชการและติดตามประเมินผล",
            "Strategic planning, putting plans into practice, and evaluation",
        )
    ),
    Process(
        OfficialName(
            "กระบวนการผลิตสื่อสิ่งพิมพ์เพื่อสนับสนุนงานนิติบัญญัติ",
            "Printed matter in support of legislative work",
        )
    ),
)


def channels_of(bureau: Bureau) -> tuple[ComplaintChannel, ...]:
    """The channels that a bureau answers for, in the source's order."""
    return tuple(channel for channel in COMPLAINT_CHANNELS if channel.owner is bureau)
