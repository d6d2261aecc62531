"""A bill, a law and a long law, kept through the services as records are."""

from datetime import date

from thai_text.outline import parse
from webapp.bills import service as bills
from webapp.documents import service as documents
from webapp.documents.service import DocumentKind, Facts

LAW = """พระราชบัญญัติ
ตัวอย่างสหกรณ์
พ.ศ. ๒๕๖๐
มาตรา ๑ พระราชบัญญัตินี้เรียกว่า “พระราชบัญญัติตัวอย่างสหกรณ์ พ.ศ. ๒๕๖๐”
หมวด ๑
บททั่วไป
มาตรา ๒ ในพระราชบัญญัตินี้
(๑) สมาชิกหมายความว่าสมาชิกสหกรณ์
(๒) กรรมการหมายความว่าผู้ที่สมาชิกเลือก
มาตรา ๓ ให้นายทะเบียนมีอำนาจตามพระราชบัญญัตินี้
การใช้อำนาจต้องเป็นไปตามระเบียบ"""


def keep_bill(name: str = "ร่างพระราชบัญญัติสหกรณ์ พ.ศ. ....") -> bills.Bill:
    """A cabinet's bill on the agenda of the House."""
    titles = (bills.TitleFacts(bills.TitleKind.DRAFT, name),)
    facts = bills.BillFacts(bills.BillKind.ORDINARY, bills.ProposerKind.CABINET, titles)
    bill = bills.add_bill(facts, None)
    for kind in (bills.StepKind.SUBMITTED_HOUSE, bills.StepKind.HOUSE_AGENDA_PLACED):
        bills.record_step(bill.public_id, bills.StepEntry(kind, date(2026, 1, 5)), None)
    return bill


def keep_law(
    text: str = LAW, key: str = "law-1", title: str = "พระราชบัญญัติตัวอย่างสหกรณ์ พ.ศ. 2560", **more
):
    """A law as a document."""
    facts = Facts(key, DocumentKind.LAW, title, dated=date(2017, 4, 6), year_be=2560, **more)
    return documents.keep_document(facts, parse(text, title))[0]


def long_law(sections: int = 400) -> str:
    """A law too long for one page, in two chapters."""
    half = sections // 2
    lines = ["พระราชบัญญัติ", "หมวด ๑", "บททั่วไป"]
    for number in range(1, sections + 1):
        if number == half:
            lines += ["หมวด ๒", "บทกำหนดโทษ"]
        lines.append(f"มาตรา {number} " + "ให้เป็นไปตามที่กำหนดในกฎกระทรวง " * 8)
    return "\n".join(lines)
