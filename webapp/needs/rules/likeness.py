"""Which aspect a need is probably about, and which needs say the same. Plain Python.

Both only suggest: an officer decides. Words count by how rare they are in the register, so that
"ขอให้" and "ต้องการ", which stand in every need, decide nothing.
"""

from collections.abc import Collection, Mapping
from math import log

from webapp.needs.rules.lists import Aspect

# Needs that share this much of what they say are shown as like each other.
LIKE = 0.45
# Needs in a register from which on it is known how rare a word is.
YOUNG = 100
# The words of each aspect before anybody has sorted a need, each as if it had been met so often.
SEED_TIMES = 3
SEED_WORDS: dict[Aspect, str] = {
    Aspect.MANAGEMENT: "บริหาร ขั้นตอน ระเบียบ งบประมาณ จัดการ ห้องประชุม อาคาร ที่จอดรถ ลิฟต์ อาหาร เบี้ยประชุม",
    Aspect.LAW: (
        "กฎหมาย ร่าง พระราชบัญญัติ มาตรา วิชาการ วิเคราะห์ วิจัย เปรียบเทียบ ข้อมูล เอกสาร รายงาน กรรมาธิการ"
    ),
    Aspect.TECHNOLOGY: (
        "เว็บไซต์ ระบบ ฐานข้อมูล สารสนเทศ อินเทอร์เน็ต คอมพิวเตอร์ มือถือ แอป ค้นหา เสียง อักษรเบรลล์ ไฟล์ "
        "ดาวน์โหลด โปรแกรม สิ่งอำนวยความสะดวก คนพิการ ตาบอด"
    ),
    Aspect.PUBLICITY: "ประชาสัมพันธ์ ข่าว ถ่ายทอด วิทยุ โทรทัศน์ สื่อ เผยแพร่ ภาพลักษณ์ เฟซบุ๊ก แถลง",
    Aspect.STAFF: "เจ้าหน้าที่ บุคลากร อบรม ความรู้ ทักษะ สุภาพ บริการ ภาษา ผู้ช่วย",
    Aspect.NETWORKS: "เครือข่าย ประชาชน มีส่วนร่วม ชุมชน ความร่วมมือ โครงการ กิจกรรม รับฟัง เยาวชน",
}


def suggested_aspect(
    terms: Collection[str],
    counts: Mapping[Aspect, Mapping[str, int]],
    sorted_needs: Mapping[Aspect, int],
    seeds: Mapping[Aspect, Collection[str]],
) -> Aspect | None:
    """The aspect that these words speak for most; None where no word is known of any aspect.

    `counts`: in how many sorted needs of an aspect each term stands; `sorted_needs`: how many needs
    of it are sorted. Naive Bayes with add-one smoothing; the seed words count as sorted needs.
    """
    best: tuple[float, int] | None = None
    chosen = None
    for aspect in Aspect:
        seen = {
            term: counts.get(aspect, {}).get(term, 0) + SEED_TIMES * (term in seeds[aspect])
            for term in terms
        }
        if not any(seen.values()):
            continue
        total = sorted_needs.get(aspect, 0) + SEED_TIMES
        score = sum(log((times + 1) / (total + 2)) for times in seen.values())
        # More sorted needs make every word look rarer: compare what is said, not how much of it.
        rank = (score - len(terms) * log(1 / (total + 2)), -aspect.number)
        if best is None or rank > best:
            best, chosen = rank, aspect
    return chosen


def weight(needs: int, having: int) -> float:
    """How much a term says that stands in `having` of `needs` needs.

    A young register is weighed as one of 100: of two needs in all, what both say is not common.
    """
    return log((max(needs, YOUNG) + 1) / (having + 0.5))


def likeness(one: Collection[int], other: Collection[int], weights: Mapping[int, float]) -> float:
    """How much two needs say the same, 0 to 1: the cosine of their terms, weighted by rarity."""
    first, second, both = (
        sum(weights.get(term, 0.0) ** 2 for term in terms)
        for terms in (set(one), set(other), set(one) & set(other))
    )
    return float(both / (first * second) ** 0.5) if first and second else 0.0
