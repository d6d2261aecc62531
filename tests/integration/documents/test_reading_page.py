"""The reading page: a text that reads from top to bottom, by heading, with permanent links."""

from urllib.parse import unquote

import pytest

from tests.support.records import LAW, keep_bill, keep_law, long_law
from webapp.documents import service


def test_each_section_is_a_heading_that_is_its_own_permanent_link(page):
    law = keep_law()

    shown = page.get(f"/documents/{law.public_id}")

    heading = shown.find(id="s3")
    assert heading.name in {"h2", "h3"}
    assert heading.text.strip() == "มาตรา ๓"
    assert heading.a["href"] == f"/documents/{law.public_id}/s/s3"
    assert shown.find(id="s3-p2").text == "การใช้อำนาจต้องเป็นไปตามระเบียบ"


def test_items_are_a_list_with_their_own_numbers(page):
    law = keep_law()

    items = page.get(f"/documents/{law.public_id}").select("ul.items > li")

    assert [item.get_text(" ", strip=True)[:3] for item in items] == ["(๑)", "(๒)"]


def test_a_permanent_link_leads_to_the_section(page):
    law = keep_law()

    page.get(f"/documents/{law.public_id}/s/s3", status=302)

    assert page.response.location == f"/documents/{law.public_id}#s3"


@pytest.mark.parametrize("asked", ["๓", "3", "มาตรา 3", " ๓ "])
def test_a_section_is_found_by_its_number_in_either_digits(page, asked):
    law = keep_law()

    page.get(f"/documents/{law.public_id}/find-section?section={asked}", status=302)

    assert page.response.location.endswith("#s3")


@pytest.mark.parametrize(("asked", "said"), [("99", "99"), ("", "๑๒")])
def test_an_unknown_section_is_refused_with_what_to_do_and_kept(page, asked, said):
    law = keep_law()

    for shown in page.both(f"/documents/{law.public_id}/find-section?section={asked}", status=404):
        assert shown.select_one("#section-error")
        assert shown.select_one("#section")["value"] == asked
    thai = page.get(f"/documents/{law.public_id}/find-section?section={asked}", status=404)
    assert said in thai.select_one("#section-error").text


def test_a_long_law_is_cut_into_pages_that_lead_on(page):
    law = keep_law(long_law())

    first = page.get(f"/documents/{law.public_id}")
    assert len(first.select(".document h3, .document h4")) < 300
    following = first.select_one("a[rel=next]")["href"]
    second = page.get(following.partition("#")[0])

    assert second.select_one("a[rel=prev]")
    seen = {h["id"] for shown in (first, second) for h in shown.select(".document [id^=s]")}
    assert len(seen) > 100


def test_no_section_of_a_long_law_is_lost_between_its_pages(app):
    law = keep_law(long_law())
    version = service.get_version(law)

    anchors = [u.block.id for u in service.all_units(version) if u.block.kind == "section"]

    assert anchors == [f"s{number}" for number in range(1, 401)]
    assert version.part_count > 2
    for number in (1, 200, 400):
        part, anchor = service.find_anchor(version, f"s{number}")
        assert anchor in {u.block.id for u in service.get_part(version, part)[1].units}


def test_the_whole_text_is_one_page_too(page):
    law = keep_law(long_law())

    whole = page.get(f"/documents/{law.public_id}/whole")

    assert len([h for h in whole.select("h2, h3, h4") if h.get("id", "").startswith("s")]) == 400


def test_a_thai_law_is_marked_as_thai_on_the_english_page(page):
    law = keep_law()

    english = page.get(f"/en/documents/{law.public_id}")

    assert english.h1["lang"] == "th"
    assert english.select_one("article")["lang"] == "th"


def test_an_older_version_says_that_it_is_not_the_newest(page):
    law = keep_law()
    keep_law(LAW + "\nมาตรา ๔ ให้ใช้บังคับทันที")

    old = page.get(f"/documents/{law.public_id}/v/1")
    new = page.get(f"/documents/{law.public_id}")

    assert old.select_one(f'.notice a[href="/documents/{law.public_id}"]')
    assert new.find(id="s4")
    assert not old.find(id="s4")


def test_the_links_of_an_older_version_stay_in_it(page):
    law = keep_law(f"{LAW}\nมาตรา ๔ ให้ใช้บังคับทันที")
    keep_law()
    place = f"/documents/{law.public_id}/v/1"

    for address in (place, f"{place}/whole"):
        for shown in page.both(address):
            link = shown.find(id="s4").a["href"]
            assert link.removeprefix("/en") == f"{place}/s/s4"
            page.get(link, status=302)
            assert page.response.location == link.replace("/s/s4", "#s4")
    page.get(f"/documents/{law.public_id}/s/s4", status=404)
    whole = page.get(f"{place}/whole")
    assert whole.select_one(f'.breadcrumbs a[href="{place}"]')


def test_a_section_is_looked_for_in_the_version_that_is_read(page):
    law = keep_law(long_law())
    keep_law()
    place = f"/documents/{law.public_id}/v/1"

    for shown in page.both(place):
        action = shown.select_one("form:has(#section)")["action"]
        assert action.removeprefix("/en") == f"{place}/find-section"
        page.get(f"{action}?section=400", status=302)
        found = page.response.location
        assert found.removeprefix("/en").startswith(f"{place}/part/")
        assert page.get(found.partition("#")[0]).find(id="s400")
    for shown in page.both(f"{place}/find-section?section=9999", status=404):
        assert shown.select_one("#section")["value"] == "9999"
        assert shown.select_one(f'.breadcrumbs a[href$="{place}"]')


@pytest.mark.parametrize("path", ["v/2/s/s3", "v/2/find-section?section=3", "v/1/s/s99"])
def test_a_place_in_a_version_that_is_not_there_is_not_found(page, path):
    law = keep_law()

    page.both(f"/documents/{law.public_id}/{path}", status=404)


@pytest.mark.parametrize(
    "path", ["/documents/d-9999", "/documents/x", "/documents/d-99999999999999999999"]
)
def test_an_unknown_document_is_a_page_not_found(page, path):
    page.both(path, status=404)


def test_a_withdrawn_document_is_gone_from_page_and_list(page):
    law = keep_law()
    service.withdraw_document(law.public_id)

    page.get(f"/documents/{law.public_id}", status=404)
    assert "ตัวอย่างสหกรณ์" not in page.get("/documents").text


def test_a_document_names_the_bill_that_it_is_about(page):
    bill = keep_bill()
    law = keep_law(bills=(bill.id,))

    assert page.get(f"/documents/{law.public_id}").select(
        f'main a[href^="/bills/{bill.public_id}"]'
    )
    assert page.get(f"/bills/{bill.public_id}").select(f'a[href="/documents/{law.public_id}"]')


def test_the_list_is_filtered_by_kind_and_by_words(page):
    keep_law()
    keep_law(key="law-2", title="พระราชบัญญัติป่าชุมชน พ.ศ. 2562")

    found = page.get("/documents?words=ป่าชุมชน&kind=law").select(".plain-list a")
    assert [link.text for link in found] == ["พระราชบัญญัติป่าชุมชน พ.ศ. 2562"]
    thai, english = page.both("/documents?words=ไม่มีคำนี้")
    assert not thai.select(".plain-list a")
    assert "Use fewer words" in english.text


def test_words_of_the_list_are_followed_wherever_they_stand_as_the_button_says(page):
    keep_law()
    for path, asked in (
        ("/documents?words=สหกรณ์", "q=สหกรณ์&kind=document"),
        ("/documents?words=สหกรณ์&kind=law", "q=สหกรณ์&kind=document&document_kind=law"),
    ):
        thai, english = page.both(path)
        button = english.find("a", string="Follow these words, wherever they stand in documents")
        assert unquote(button["href"]).endswith(asked)
        assert not thai.find("a", string="ติดตามเอกสารประเภทนี้")
