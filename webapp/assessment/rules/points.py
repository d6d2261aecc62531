"""The four points of category 3 at three levels each, and how far the office says it came."""

from dataclasses import dataclass
from enum import Enum, IntEnum

from webapp.shared.official_names import OfficialName


class Level(IntEnum):
    """A level of PMQA 4.0, each building on the one below."""

    BASIC = 1
    ADVANCE = 2
    SIGNIFICANCE = 3


@dataclass(frozen=True)
class Criterion:
    """A point's number and name, what each level asks, and the highest level reached."""

    number: str
    name: OfficialName
    asks: tuple[OfficialName, OfficialName, OfficialName]
    reached: Level

    def asks_at(self, level: Level) -> OfficialName:
        """What the point asks at a level."""
        return self.asks[level - 1]

    def is_reached(self, level: Level) -> bool:
        """Whether the office's summary says that it came as far as `level`."""
        return level <= self.reached


class Point(Enum):
    """The points in their order; levels reached are those of the summary at the head."""

    INFORMATION = Criterion(
        "3.1",
        OfficialName(
            "ระบบข้อมูลและสารสนเทศด้านการบริการประชาชนที่ทันสมัย รวดเร็ว และเข้าถึงในทุกระดับ",
            "Data and information for serving people: up to date, quick, within everyone's reach",
        ),
        (
            OfficialName(
                "การใช้ข้อมูลและสารสนเทศของกลุ่มผู้รับบริการและผู้มีส่วนได้ส่วนเสียที่มีอยู่ในปัจจุบันเพื่อตอบสนองความต้องการที่แตกต่าง",
                "using what is known of users to meet their different needs",
            ),
            OfficialName(
                "การใช้ข้อมูลและเทคโนโลยีสารสนเทศ (รวมทั้งเทคโนโลยีดิจิทัล) เพื่อค้นหาความต้องการและความคาดหวัง",
                "using data and digital technology to find out needs and expectations",
            ),
            OfficialName(
                "การใช้ข้อมูลและเทคโนโลยีสารสนเทศทั้งภายในและภายนอก เพื่อวางนโยบายเชิงรุก",
                "using data from inside and outside to plan policy ahead of need",
            ),
        ),
        Level.SIGNIFICANCE,
    )
    SATISFACTION = Criterion(
        "3.2",
        OfficialName(
            "การประเมินผลความพึงพอใจ ความผูกพันของกลุ่มผู้รับบริการและผู้มีส่วนได้ส่วนเสีย เพื่อนำมาใช้ประโยชน์",
            "Measuring satisfaction and engagement, and using the results",
        ),
        (
            OfficialName(
                "การประเมินความพึงพอใจและความผูกพันเพื่อนำมาวิเคราะห์และปรับปรุงกระบวนการทำงาน",
                "measuring satisfaction and engagement to improve the work",
            ),
            OfficialName(
                "การใช้ผลการประเมินเพื่อนำมาวิเคราะห์ความต้องการ และแก้ปัญหาในเชิงรุก",
                "using the results to understand needs and solve problems early",
            ),
            OfficialName(
                "การบูรณาการข้อมูลการประเมินกับฐานข้อมูลจากแหล่งอื่น ๆ "
                "เพื่อการวางแผนยุทธศาสตร์และการสร้างนวัตกรรมในการให้บริการ",
                "joining the results with data from elsewhere, for strategy and new services",
            ),
        ),
        Level.ADVANCE,
    )
    INNOVATION = Criterion(
        "3.3",
        OfficialName(
            "การสร้างนวัตกรรมการบริการ ที่สร้างความแตกต่างและตอบสนองความต้องการเฉพาะกลุ่มและต่างความต้องการ",
            "New services that meet the needs of groups and different needs",
        ),
        (
            OfficialName(
                "การบริการที่ตอบสนองความต้องการและความคาดหวัง และการถ่ายทอดสู่การปฏิบัติในทุกหน่วยงานที่เกี่ยวข้อง",
                "services that meet needs, put into practice in every unit concerned",
            ),
            OfficialName(
                "การสร้างนวัตกรรมการบริการที่ตอบสนองความต้องการทั้งภาพรวมและเฉพาะกลุ่มได้อย่างมีประสิทธิผล",
                "new services for everybody's needs and for those of groups",
            ),
            OfficialName(
                "การสร้างนวัตกรรมการบริการที่สามารถให้บริการเฉพาะบุคคลที่สามารถออกแบบได้",
                "new services that each person can design",
            ),
        ),
        Level.BASIC,
    )
    COMPLAINTS = Criterion(
        "3.4",
        OfficialName(
            "กระบวนการแก้ไขข้อร้องเรียนที่รวดเร็ว และสร้างสรรค์เพื่อตอบสนองได้ทันความต้องการ",
            "Dealing with complaints quickly and in a constructive way",
        ),
        (
            OfficialName(
                "กระบวนการรับข้อร้องเรียนอย่างเป็นระบบ และมีมาตรฐานการจัดการข้อร้องเรียนได้อย่างมีประสิทธิผล",
                "a system for taking complaints, with a standard for dealing with them",
            ),
            OfficialName(
                "กระบวนการจัดการข้อร้องเรียนอย่างเป็นระบบ รวดเร็ว ทันการณ์ และตอบสนองอย่างมีประสิทธิผล",
                "complaints dealt with quickly, in time and to effect",
            ),
            OfficialName(
                "กระบวนการจัดการข้อร้องเรียนอย่างเป็นระบบและการใช้เทคโนโลยีการสื่อสาร "
                "มาเพื่อการตอบสนองอย่างมีประสิทธิผลและสร้างความพึงพอใจในการจัดการข้อร้องเรียน",
                "communication technology, and complainants who are satisfied",
            ),
        ),
        Level.SIGNIFICANCE,
    )
