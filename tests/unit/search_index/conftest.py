"""Indexes of a few entries, one for each engine."""

import pytest

from search_index.engines import rebuild_index
from search_index.entry import Entry

ENTRIES = (
    Entry(
        "b-1",
        "bill",
        "/bills/b-1",
        "ร่างพระราชบัญญัติสหกรณ์ (ฉบับที่ ..) พ.ศ. ๒๕๖๕",
        short="ร่าง พ.ร.บ. สหกรณ์",
        facets={"year": "2565"},
    ),
    Entry("b-2", "bill", "/bills/b-2", "ร่างกฎหมายว่าด้วยข้าว", facets={"year": "2566"}),
    Entry(
        "d-1",
        "document",
        "/documents/d-1",
        "คู่มือสมาชิกวุฒิสภา",
        text="สมาชิกวุฒิสภามีหน้าที่กลั่นกรองกฎหมาย และเสนอข่าวแก่ประชาชน",
        facets={"year": "2565"},
    ),
    Entry(
        "d-1-s12",
        "section",
        "/documents/d-1#s12",
        "คู่มือสมาชิกวุฒิสภา",
        heading="มาตรา ๑๒",
        text="เสื้อขาวของกรรมาธิการ ระยะทาง 5 กม.",
        facets={"parent": "d-1", "year": "2565"},
    ),
    Entry(
        "d-2",
        "document",
        "/en/documents/d-2",
        "How the Senate works",
        text="Committees report to the Senate. A reading in 2022 came first.",
        lang="en",
    ),
    Entry(
        "d-3",
        "document",
        "/documents/d-3",
        "บันทึก",
        text="กฎหมายที่ต้องกลั่นกรอง มี 12 ฉบับ และการกฎหมายของกา",
        facets={"year": "2567"},
    ),
)


@pytest.fixture(params=["whoosh", "tantivy", "postgresql"])
def name(request):
    """Every test that asks for an engine is run with each."""
    return request.param


@pytest.fixture
def place(name, request, tmp_path):
    """Where the engine keeps its index: a folder, or a database of this test's own."""
    if name != "postgresql":
        yield tmp_path
        return
    copies = request.getfixturevalue("postgres_copies")
    url = copies.new()
    yield url.replace("+psycopg", "")
    copies.drop(url)


@pytest.fixture
def engine(name, place):
    """An open engine that holds ENTRIES."""
    opened = rebuild_index(name, place, ENTRIES)
    yield opened
    opened.close()
