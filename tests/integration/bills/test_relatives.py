"""Bills that belong together are linked with each other on their pages."""

from datetime import date

from tests.support.records import keep_bill
from webapp.bills import service
from webapp.bills.models import Bill
from webapp.extensions import db


def keep(name: str, began: date) -> Bill:
    bill = keep_bill(name)
    bill.began_on = began
    db.session.commit()
    return bill


def headings(shown) -> dict[str, list[str]]:
    """The lists of bills on a page, by their headings."""
    return {
        title.get_text(strip=True): [
            a["href"].removeprefix("/en") for a in title.find_next("ul").select("a")
        ]
        for title in shown.select("h3")
    }


def test_a_bill_proposed_again_and_the_one_before_it_lead_to_each_other(page):
    lapsed = keep("ร่างพระราชบัญญัติอากาศสะอาด พ.ศ. ....", date(2020, 1, 5))
    again = keep("ร่างพระราชบัญญัติอากาศสะอาด (ฉบับที่ ..) พ.ศ. ....", date(2024, 1, 5))

    shown = headings(page.get(f"/bills/{lapsed.public_id}"))
    assert shown["ร่างหลังจากนี้ของกฎหมายเดียวกัน"] == [f"/bills/{again.public_id}"]
    shown = headings(page.get(f"/en/bills/{again.public_id}"))
    assert shown["Earlier bills on the same law"] == [f"/bills/{lapsed.public_id}"]


def test_bills_merged_into_one_lead_to_it_and_to_each_other(page):
    main = keep("ร่างพระราชบัญญัติน้ำ พ.ศ. ....", date(2020, 1, 5))
    parts = [keep(f"ร่างพระราชบัญญัติน้ำส่วนที่ {n} พ.ศ. ....", date(2020, 1, 5)) for n in (1, 2)]
    for part in parts:
        part.merged_into_id = main.id
    db.session.commit()

    into = page.get(f"/bills/{parts[0].public_id}")
    assert into.select_one(f"main a[href='/bills/{main.public_id}']")
    assert headings(into)["ร่างอื่นที่รวมเข้ากับร่างเดียวกัน"] == [f"/bills/{parts[1].public_id}"]
    whole = page.get(f"/en/bills/{main.public_id}")
    assert headings(whole)["Merged into this bill"] == [
        f"/bills/{part.public_id}" for part in parts
    ]


def test_a_successor_by_record_is_linked_back_though_its_name_is_another(page):
    first = keep("ร่างพระราชบัญญัติข้าว พ.ศ. ....", date(2020, 1, 5))
    second = keep("ร่างพระราชบัญญัติชาวนา พ.ศ. ....", date(2021, 1, 5))
    second.predecessor_id = first.id
    db.session.commit()

    assert [bill.id for bill in service.relatives_of(first).later] == [second.id]
    assert service.relatives_of(second).earlier == []
    shown = headings(page.get(f"/en/bills/{first.public_id}"))
    assert shown["Later bills on the same law"] == [f"/bills/{second.public_id}"]


def test_a_bill_without_relatives_names_none(page):
    bill = keep("ร่างพระราชบัญญัติเดียวดาย พ.ศ. ....", date(2020, 1, 5))

    for shown in page.both(f"/bills/{bill.public_id}"):
        assert not shown.find("h3", string=lambda text: text and "same law" in text)
    assert service.relatives_of(bill) == service.Relatives()
