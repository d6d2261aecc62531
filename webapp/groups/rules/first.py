"""The groups with which the list begins; from then on officers keep it.

Sources: the Secretariat's self-assessment, PMQA 4.0 category 3, points 3.1 to 3.4, names members,
committees, citizens, blind people, the people's network, complainants, outside agencies and its own
staff; its plan, activity 2.1, asks for ผู้รับบริการที่พึงมีในอนาคต without naming any: those are our
proposal.
"""

import re
from collections.abc import Collection
from typing import NamedTuple

from webapp.shared.bureaux import Bureau

MOST_KEY = 36
# What addresses of profiles, and answers to surveys, say beside keys of groups.
_RESERVED = frozenset({"new", "table", "segments", "none", "all"})


class First(NamedTuple):
    """A group: its key in addresses, its names, the bureau that owns it, as which sort of people
    the register of needs knows it ("" for none), whether it is one of the future, and what a person
    of it says of herself in a survey, with the key under which answers keep that ("" for none)."""

    key: str
    th: str
    en: str
    owner: Bureau
    asks_as: str = ""
    is_future: bool = False
    said_as: str = ""
    member_th: str = ""
    member_en: str = ""


FIRST = (
    First(
        "citizens", "ประชาชนทั่วไป", "Citizens", Bureau.PUBLIC_RELATIONS, "citizen", False,
        "citizen", "ประชาชน", "Citizen",
    ),
    First(
        "blind-people", "คนตาบอดและคนพิการอื่น", "Blind people and others with disabilities",
        Bureau.PRINTING, "", False, "disabled", "คนพิการ", "Disabled person",
    ),
    First(
        "senators", "สมาชิกวุฒิสภา", "Senators", Bureau.MEETINGS, "senator", False,
        "senator", "สมาชิกวุฒิสภา", "Senator",
    ),
    First(
        "assistants", "ผู้ช่วยของสมาชิกวุฒิสภา", "Assistants of senators", Bureau.MEETINGS, "", False,
        "assistant", "ผู้ช่วยสมาชิกวุฒิสภา", "Assistant of a senator",
    ),
    First(
        "committees", "คณะกรรมาธิการ", "Committees", Bureau.COMMITTEES, "committee", False,
        "committee", "กรรมาธิการหรือฝ่ายเลขานุการ", "Member or secretary of a committee",
    ),
    First(
        "network", "เครือข่ายผู้นำนักประชาธิปไตยแบบมีส่วนร่วม", "The people's network",
        Bureau.PUBLIC_RELATIONS, "group", False,
        "network", "สมาชิกเครือข่ายประชาชน", "Member of the people's network",
    ),
    First(
        "agencies", "สภาผู้แทนราษฎรและหน่วยงานของรัฐ",
        "The House of Representatives and public agencies", Bureau.POLICY, "", False,
        "official", "เจ้าหน้าที่ของรัฐ", "Official of a public body",
    ),
    First(
        "complainants", "ผู้ร้องเรียนและผู้ร้องทุกข์", "People who complain or petition", Bureau.PRESIDENT,
    ),
    First("staff", "บุคลากรของสำนักงาน", "The office's own staff", Bureau.PERSONNEL, "officer"),
    First(
        "visitors", "ผู้เยี่ยมชม นักเรียน และสถานศึกษา", "Visitors, pupils and schools",
        Bureau.PUBLIC_RELATIONS,
    ),
    First(
        "young-people", "เยาวชนก่อนมีสิทธิเลือกตั้ง", "Young people before their first vote",
        Bureau.PUBLIC_RELATIONS, "", True,
    ),
    First(
        "deaf-people", "คนหูหนวกที่ใช้ภาษามือไทย", "Deaf people who use Thai Sign Language",
        Bureau.PRINTING, "", True,
    ),
    First(
        "offline-people", "ผู้ไม่ได้ใช้อินเทอร์เน็ต", "People without internet",
        Bureau.PUBLIC_RELATIONS, "", True,
    ),
    First("thais-abroad", "คนไทยในต่างประเทศ", "Thais abroad", Bureau.PUBLIC_RELATIONS, "", True),
    First(
        "data-users", "นักพัฒนาและผู้ใช้ข้อมูลเปิด", "Developers and users of open data",
        Bureau.TECHNOLOGY, "", True,
    ),
)  # fmt: skip


def new_key(english: str, taken: Collection[str]) -> str:
    """The key of a new group, made of its English name; it stays when the name changes."""
    letters = re.sub("[^a-z0-9]+", "-", english.lower()).strip("-")[:MOST_KEY].strip("-") or "group"
    numbered = (f"{letters}-{number}" for number in range(2, len(taken) + 3))
    return next(key for key in (letters, *numbered) if key not in taken and key not in _RESERVED)
