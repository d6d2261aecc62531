"""Any two texts of one document, or of one bill, are chosen and compared, in every form."""

from datetime import date
from urllib.parse import urlencode

import pytest

from tests.support.records import LAW, keep_bill, keep_law
from thai_text.outline import parse
from webapp.documents import service
from webapp.documents.service import DocumentKind, Facts
from webapp.shared import outbox

SECOND = LAW.replace("ตามระเบียบ", "ตามกฎกระทรวง")
THIRD = SECOND + "\nมาตรา ๔ ให้ประธานวุฒิสภารักษาการตามพระราชบัญญัตินี้"
TEXTS = (LAW, SECOND, THIRD)


def keep_three() -> service.Document:
    """A law with three versions."""
    return [keep_law(text) for text in TEXTS][-1]


def keep_texts(number: int, **more) -> list[service.Document]:
    """The texts of one bill, each a document, a year apart."""
    bill = keep_bill()
    return [
        service.keep_document(
            Facts(
                f"text-{n}",
                DocumentKind.LAW,
                f"ร่างฉบับลำดับที่ {n}",
                dated=date(2020 + n, 1, 5),
                bills=(bill.id,),
                **more,
            ),
            parse(TEXTS[n], f"ร่างฉบับลำดับที่ {n}"),
        )[0]
        for n in range(number)
    ]


def chosen(shown) -> list[str]:
    return [option["value"] for option in shown.select("select option[selected]")]


def test_the_reading_page_proposes_the_first_version_with_the_last_and_leads_there(page):
    law = keep_three()

    for shown in page.both(f"/documents/{law.public_id}"):
        form = shown.select_one("form[action$='/compare']")
        assert form["method"] == "get"
        assert chosen(form) == ["1", "3"]
        names = [select["name"] for select in form.select("select")]
        there = f"{form['action']}?{urlencode(dict(zip(names, chosen(form), strict=True)))}"
        compared = page.get(there)
        assert page.path.removeprefix("/en") == f"/documents/{law.public_id}/v/3/compare/1"
        assert len(compared.select("h1")) == 1
        assert compared.find(id="c-s3")
        assert compared.find(id="c-s4")


def test_in_either_order_the_comparison_begins_with_the_older(page):
    law = keep_three()

    for query in ("one=3&two=1", "one=1&two=3", f"one={law.public_id}-v1&two={law.public_id}"):
        page.get(f"/documents/{law.public_id}/compare?{query}")
        assert page.path == f"/documents/{law.public_id}/v/3/compare/1"


def test_the_comparison_offers_another_pair_and_keeps_how_much_is_told(page):
    law = keep_three()

    for shown in page.both(f"/documents/{law.public_id}/v/3/compare/2?marking=all"):
        form = shown.select_one("form[action$='/compare']")
        assert chosen(form) == ["2", "3"]
        assert form.select_one("input[name=marking]")["value"] == "all"
    page.get(f"/documents/{law.public_id}/compare?one=1&two=3&marking=all")
    assert page.path == f"/documents/{law.public_id}/v/3/compare/1?marking=all"
    page.get(f"/documents/{law.public_id}/compare?one=1&two=3&marking=nonsense")
    assert page.path == f"/documents/{law.public_id}/v/3/compare/1"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("one=2&two=2", ("ฉบับเดียวกันทั้งสองช่อง", "one version twice")),
        ("one=9&two=2", ("ไม่มีฉบับนั้น", "not here")),
        ("one=2&two=", ("ไม่มีฉบับนั้น", "not here")),
        ("one=2&two=nonsense", ("ไม่มีฉบับนั้น", "not here")),
        ("one=2&two=d-99999999", ("ไม่มีฉบับนั้น", "not here")),
        ("one=2&two=99999999999999999999", ("ไม่มีฉบับนั้น", "not here")),
    ],
)
def test_a_wrong_choice_is_named_beside_its_list_and_the_other_choice_is_kept(page, query, said):
    law = keep_three()

    pages = page.both(f"/documents/{law.public_id}/compare?{query}", status=404)
    for shown, words in zip(pages, said, strict=True):
        link = shown.select_one(".error-summary a")
        assert words in link.text
        assert words in shown.find(id=f"{link['href'][1:]}-error").text
        assert "2" in chosen(shown)


@pytest.mark.parametrize(
    ("other", "said"), [("3", "ฉบับเดียวกันทั้งสองช่อง"), ("9", "ไม่มีฉบับนั้น"), ("d-7-v", "ไม่มีฉบับนั้น")]
)
def test_an_address_of_no_pair_says_why_and_offers_the_choice(page, other, said):
    law = keep_three()

    thai, _english = page.both(f"/documents/{law.public_id}/compare/{other}", status=404)
    assert said in thai.select_one(".error-summary").text
    assert chosen(thai) == ["1", "3"]


def test_a_document_of_one_version_says_that_there_is_nothing_to_compare(page):
    law = keep_law()

    for address, status in (("compare", 200), ("compare/1", 404), ("compare/4", 404)):
        for shown in page.both(f"/documents/{law.public_id}/{address}", status=status):
            assert not shown.select("select")
            assert shown.select_one(f"main p a[href$='/documents/{law.public_id}']")
    for shown in page.both(f"/documents/{law.public_id}"):
        assert not shown.select("form[action$='/compare']")


def test_the_page_of_a_bill_offers_its_first_text_with_its_last(page):
    first, _second, last = keep_texts(3)
    bill = service.bills_of_document(first)[0]

    said = ("เทียบฉบับแรกกับฉบับสุดท้าย", "The first text with the last")
    for shown, words in zip(page.both(f"/bills/b-{bill}"), said, strict=True):
        link = next(a for a in shown.select("main a[href*='/compare/']") if words in a.text)
        place = f"/documents/{last.public_id}/v/1/compare/{first.public_id}-v1"
        assert link["href"].removeprefix("/en") == place
        assert shown.select_one(f"main a[href$='/documents/{last.public_id}/compare']")
        compared = page.get(link["href"])
        assert compared.find(id="c-s4")
        assert chosen(compared.select_one("form[action$='/compare']")) == [
            f"{first.public_id}-v1",
            "1",
        ]


def test_two_texts_are_not_offered_twice_and_texts_that_explain_not_at_all(page):
    one, two = keep_texts(2)
    bill = service.bills_of_document(one)[0]

    for shown in page.both(f"/bills/b-{bill}"):
        assert len(shown.select("a[href*='/compare/']")) == 1
    keep_law(key="told", title="คำอธิบาย", bills=(bill,), written_for_service=True)
    keep_law(key="english", title="A bill", bills=(bill,), lang="en")
    assert [v.document_id for v in service.versions_to_choose(two)] == [one.id, two.id]


def test_texts_of_two_languages_do_not_hide_each_other(app):
    thai = keep_texts(2)
    bill = service.bills_of_document(thai[0])[0]
    english = [
        service.keep_document(
            Facts(
                f"en-{n}", DocumentKind.LAW, f"Text {n}", lang="en", bills=(bill,),
                dated=date(2020 + n, 6, 1),
            ),
            parse("Section 1 Short title", f"Text {n}"),
        )[0]
        for n in range(2)
    ]  # fmt: skip

    found = service.comparable_pairs([*thai, *english])
    assert {(a.id, b.id) for a, b in found} == {
        (thai[0].id, thai[1].id),
        (english[0].id, english[1].id),
    }


def test_a_bill_kept_as_one_document_offers_its_first_version_with_its_last(page):
    bill = keep_bill()
    law = [keep_law(text, bills=(bill.id,)) for text in TEXTS][-1]

    for shown in page.both(f"/bills/{bill.public_id}"):
        links = [a["href"].removeprefix("/en") for a in shown.select("a[href*='/compare/']")]
        assert links == [f"/documents/{law.public_id}/v/3/compare/1"]


def test_an_older_version_of_another_text_keeps_its_forms_apart_from_the_newest(page):
    first, last = keep_texts(2)
    service.keep_document(
        Facts(
            "text-0",
            DocumentKind.LAW,
            first.title,
            dated=first.dated,
            bills=tuple(service.bills_of_document(first)),
        ),
        parse(THIRD, first.title),
    )
    place = f"/documents/{last.public_id}/v/1/compare/{first.public_id}-v1"

    shown = page.get(place)
    assert all(a["href"].startswith(f"{place}/") for a in shown.select("#forms-title ~ ul a"))
    text = page.client.get(f"{place}/text.txt").get_data(as_text=True)
    assert "ตัดออก" in text
    assert "มาตรา ๔" not in text, "the older version has no section 4"


def test_an_older_version_is_offered_beside_the_newest(page):
    law = keep_three()

    for shown in page.both(f"/documents/{law.public_id}/v/2"):
        form = shown.select_one("form:has(#one)")
        chosen = [form.select_one(f"#{name} option[selected]")["value"] for name in ("one", "two")]
        assert chosen == ["2", "3"]


def test_braille_text_and_sound_are_made_of_any_two_versions(page):
    law = keep_three()
    place = f"/documents/{law.public_id}/v/3/compare/1"

    shown = page.get(place)
    sound = next(f for f in shown.select("form.post-form") if f.select_one("[value='mp3']"))
    assert sound["action"] == f"{place}/forms"
    page.post(sound["action"], {"kind": "mp3"}, form_page=place)
    outbox.drain()

    for told in page.both(place):
        assert "/v/3/compare/1/audio.mp3?marking=changes" in told.find("audio")["src"]
    for file in ("audio.mp3", "braille.brf", "text.txt"):
        answer = page.client.get(f"{place}/{file}")
        assert answer.status_code == 200, file
        assert len(answer.data) > 100, file
    assert "มาตรา ๔ เพิ่มใหม่" in " ".join(page.client.get(f"{place}/text.txt").text.split())
