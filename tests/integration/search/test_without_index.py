"""While there is no index, names alone are looked through, by the same rules as the index's."""

import pytest

from tests.integration.search.conftest import results
from tests.support.records import keep_bill, keep_law
from webapp.bills import service as bills
from webapp.search import service
from webapp.search.index import current_index


@pytest.fixture
def records(app, build, config):
    """A bill with a nickname, another bill and a law, and no index any more."""
    titles = (
        bills.TitleFacts(bills.TitleKind.DRAFT, "ร่างพระราชบัญญัติสหกรณ์การเกษตร พ.ศ. ๒๕๖๕"),
        bills.TitleFacts(bills.TitleKind.NICKNAME, "สหกรณ์ชาวนา"),
        bills.TitleFacts(bills.TitleKind.NICKNAME, "กฎหมายยุ้งฉาง"),
    )
    facts = bills.BillFacts(bills.BillKind.ORDINARY, bills.ProposerKind.CABINET, titles)
    farmers = bills.add_bill(facts, None)
    fishers = keep_bill("ร่างพระราชบัญญัติประมงและสหกรณ์ พ.ศ. ....")
    law = keep_law()
    build()
    current_index().forget()
    for file in config.search_dir.rglob("*"):
        if file.is_file():
            file.unlink()
    return {"farmers": farmers.public_id, "fishers": fishers.public_id, "law": law.public_id}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("สหกรณ์", {"farmers", "fishers", "law"}),
        ("สหกรณ์ -ประมง", {"farmers", "law"}),
        ("สหกรณ์ NOT ประมง NOT ตัวอย่าง", {"farmers"}),
        ("ประมง OR ตัวอย่าง", {"fishers", "law"}),
        ('"สหกรณ์การเกษตร"', {"farmers"}),
        ('"การเกษตรสหกรณ์"', set()),
        ('สหกรณ์ -"และสหกรณ์"', {"farmers", "law"}),
        ("ยุ้งฉาง", {"farmers"}),
        ("กฎหมายยุ้งฉาง", {"farmers"}),
        ("ยุ้งฉาง OR ประมง", {"farmers", "fishers"}),
        ("พ.ร.บ.สหกรณ์ 2565", {"farmers"}),
        ("ชุมนุมออม", {"farmers", "fishers", "law"}),
        ("ชุมนุมออม -ประมง", {"farmers", "law"}),
        ("สหกรณ์&kind=document", {"law"}),
        ("สหกรณ์&kind=bill&proposer=cabinet", {"farmers", "fishers"}),
        ("สหกรณ์&kind=bill&stage=house", {"fishers"}),
        ("สหกรณ์&year=2560", {"law"}),
        ("สหกรณ์&kind=vote", set()),
    ],
)
def test_names_are_found_by_all_the_rules_of_a_search(page, records, words, found):
    service.add_synonym("ชุมนุมออม", "สหกรณ์", None)
    kind = {"law": "documents"}
    wanted = {f"/{kind.get(name, 'bills')}/{records[name]}" for name in found}
    for shown in page.both(f"/search?q={words}"):
        assert {address.removeprefix("/en") for address in results(shown)} == wanted
        assert shown.select_one(".notice--warning")


def test_sections_are_looked_for_inside_one_document(page, records):
    inside = results(page.get(f"/search?q=ตัวอย่าง มาตรา 3&parent={records['law']}"))
    assert inside == [f"/documents/{records['law']}/s/s3"]


def test_the_name_as_a_whole_comes_first_and_the_newest_by_date(page, records):
    assert results(page.get("/search?q=สหกรณ์ชาวนา"))[0] == f"/bills/{records['farmers']}"
    dated = results(page.get("/search?q=สหกรณ์&sort=date"))
    fishers, farmers = (f"/bills/{records[name]}" for name in ("fishers", "farmers"))
    assert dated == [fishers, f"/documents/{records['law']}", farmers]


def test_the_page_says_that_less_is_found_and_so_do_programs(app, page, records):
    thai, english = page.both("/search?q=สหกรณ์")
    assert "less is found" in english.select_one(".notice--warning").text
    assert "น้อยกว่าปกติ" in thai.select_one(".notice--warning").text
    assert app.test_client().get("/search.json?q=สหกรณ์").json["names_only"] is True
