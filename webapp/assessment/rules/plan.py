"""The office's plan for fiscal year 2563 as found, and where it disagrees with itself.

Source: the draft plan for category 3 of September 2562, pages 2 to 6. The English is ours.
"""

from dataclasses import dataclass

from webapp.shared.official_names import OfficialName

APRIL, MAY, AUGUST, SEPTEMBER, OCTOBER, DECEMBER = 4, 5, 8, 9, 10, 12


@dataclass(frozen=True)
class Activity:
    """One line of the plan: its number, its name, the months stated, its first and last month.

    `months` is how long it takes in the plan's own words; 0 for all three where none are given.
    """

    number: str
    name: OfficialName
    months: int = 0
    first: int = 0
    last: int = 0

    @property
    def has_dates(self) -> bool:
        return bool(self.first and self.last)

    @property
    def spans(self) -> int:
        """Months from the first to the last, both counted; 0 without dates."""
        return (self.last - self.first) % 12 + 1 if self.has_dates else 0


def _line(
    number: str, th: str, en: str, months: int = 0, first: int = 0, last: int = 0
) -> Activity:
    return Activity(number, OfficialName(th, en), months, first, last)


PLAN = (
    _line(
        "1",
        "ประชุมครั้งที่ 1/2561 เพื่อพิจารณาแผนการดำเนินงาน",
        "Meeting 1/2561, on the plan",
        3,
        OCTOBER,
        DECEMBER,
    ),
    _line("2.1", "ทบทวนกลุ่มผู้รับบริการและผู้มีส่วนได้ส่วนเสีย", "Review who is served", 3, OCTOBER, DECEMBER),
    _line("2.2", "ทบทวนช่องทางและวิธีการรับฟัง", "Review the listening channels", 3, OCTOBER, DECEMBER),
    _line("2.3", "ทบทวนแนวทางการสื่อสาร", "Review how to communicate", 9, DECEMBER, AUGUST),
    _line("2.4", "จัดทำ Customer Profile", "Customer profiles", 9, DECEMBER, SEPTEMBER),
    _line(
        "2.5",
        "ศึกษาแนวทางการนำเทคโนโลยีมารวบรวมและวิเคราะห์ความต้องการ (chatbot)",
        "Study a chatbot",
        11,
        OCTOBER,
        DECEMBER,
    ),
    _line(
        "2.6",
        "ดำเนินการสำรวจความพึงพอใจและไม่พึงพอใจ ความผูกพัน",
        "Run the surveys",
        12,
        OCTOBER,
        SEPTEMBER,
    ),
    _line(
        "2.7",
        "ทบทวนและดำเนินการจัดทำระบบติดตามคุณภาพการให้บริการ",
        "Follow the quality of services",
        11,
        OCTOBER,
        AUGUST,
    ),
    _line(
        "2.8",
        "พิจารณาผลสำรวจและนำไปปรับปรุงการให้บริการ",
        "Improve services by the surveys",
        11,
        OCTOBER,
        AUGUST,
    ),
    _line(
        "2.9",
        "ทบทวนการจัดทำระบบสารสนเทศของผู้รับบริการ",
        "Review the information system on users",
        11,
        OCTOBER,
        AUGUST,
    ),
    _line("2.10", "จัดทำระบบรวบรวมความต้องการความคาดหวัง", "Register of needs"),
    _line("2.11", "ทบทวนและดำเนินการสื่อสารกับผู้รับบริการ", "Communicate with users", 11, OCTOBER, AUGUST),
    _line(
        "2.12",
        "ทบทวนกิจกรรมการสร้างเครือข่าย",
        "Review activities that build networks",
        11,
        OCTOBER,
        AUGUST,
    ),
    _line(
        "2.13",
        "ทบทวนกระบวนงานที่มีการจัดทำมาตรฐาน คู่มือ",
        "Review processes and manuals",
        11,
        DECEMBER,
        AUGUST,
    ),
    _line(
        "2.14",
        "ทบทวนกระบวนการจัดการข้อร้องเรียน",
        "Review how complaints are dealt with",
        9,
        DECEMBER,
        AUGUST,
    ),
    _line("2.15", "พิจารณาการรายงานผลหมวด 7", "Results for category 7", 1, SEPTEMBER, SEPTEMBER),
    _line("3", "ประชุมครั้งที่ 2/2563", "Meeting 2/2563", 2, APRIL, MAY),
    _line("4", "การประชุมครั้งที่ 3/2563", "Meeting 3/2563", 1, SEPTEMBER, SEPTEMBER),
    _line(
        "5",
        "รายงานผลการดำเนินการต่อคณะกรรมการติดตามและกำกับดูแล",
        "Report on the year",
        1,
        SEPTEMBER,
        SEPTEMBER,
    ),
)


def in_disagreement() -> list[Activity]:
    """The lines whose stated number of months is not that of their first to last month."""
    return [line for line in PLAN if line.has_dates and line.months != line.spans]
