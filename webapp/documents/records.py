"""Documents from files of public records: laws, the Constitution, cabinet items, news, our own."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from thai_text.clean import clean
from thai_text.outline import Document, parse, parse_markup
from webapp.bills import service as bills
from webapp.documents import service
from webapp.documents.rules import DocumentKind
from webapp.documents.service import Facts
from webapp.shared.errors import NotFound
from webapp.shared.importing import Lines, Outcome, RecordFile, Row, RowRefused
from webapp.shared.record_fields import (
    address_of,
    count_of,
    day_or_none,
    object_of,
    text_of,
)

LAW_KINDS = {
    "รัฐธรรมนูญ": DocumentKind.CONSTITUTION,
    "ประมวลกฎหมาย": DocumentKind.CODE,
    "ประมวลรัษฎากร": DocumentKind.CODE,
    "พระราชกำหนด": DocumentKind.DECREE,
    "ประกาศ": DocumentKind.ANNOUNCEMENT,
}
Parse = Callable[[str, str], Document]


def date_of(row: Row, *names: str) -> date | None:
    """The first of the dates named that the row has, as YYYY-MM-DD. Raises `RowRefused`."""
    told = (day_or_none(row, name) for name in names)
    return next((day for day in told if day is not None), None)


def keep(row: Row, facts: Facts, reader: Parse, text: str) -> Outcome:
    """Take one record in, unless it is the one that we have."""
    row_hash = service.source_hash(row)
    if service.is_unchanged(facts.source_key, row_hash):
        return "unchanged"
    outline = reader(clean(text), facts.title)
    return service.keep_document(facts, outline, row_hash, announce=False)[1]


def read_law(text: str, title: str) -> Document:
    return parse(text, title)


def read_prose(text: str, title: str) -> Document:
    return parse_markup(text, title)


def take_law(row: Row) -> Outcome:
    """A whole law with its gazette reference."""
    title = clean(text_of(row, "title"))
    gazette = object_of(row, "gazette")
    facts = Facts(
        source_key=text_of(row, "id"),
        kind=LAW_KINDS.get(str(row.get("law_type")), DocumentKind.LAW),
        title=title,
        dated=date_of(gazette, "date"),
        year_be=count_of(row, "year_be"),
        source=clean(str(gazette.get("raw") or "")),
        source_url=address_of(row, "source_url"),
        bills=tuple(bills.bills_enacted_as(title)),
    )
    return keep(row, facts, read_law, text_of(row, "text"))


def take_prose(kind: DocumentKind, source: str) -> Callable[[Row], Outcome]:
    """A taker of records that are a title, a date and some text."""

    def take(row: Row) -> Outcome:
        dated = date_of(row, "date", "meeting_date")
        facts = Facts(
            source_key=text_of(row, "id"),
            kind=kind,
            title=clean(text_of(row, "title")),
            dated=dated,
            year_be=dated.year + 543 if dated else None,
            source=source,
            source_url=address_of(row, "source_url"),
        )
        return keep(row, facts, read_prose, text_of(row, "text"))

    return take


def constitution_rows(file: Path) -> Lines:
    """The Constitution's one JSON object as one row in the form of a law."""
    data = json.loads(file.read_text(encoding="utf-8"))
    lines: list[str] = []
    chapter = part = None
    for section in data["sections"]:
        if section["chapter"] != chapter:
            chapter, part = section["chapter"], None
            lines.append(chapter)
        if section["part"] and section["part"] != part:
            part = section["part"]
            lines.append(part)
        first, *rest = section["paras"]
        lines += [f"มาตรา {section['no_th']} {first}", *rest]
    yield (
        1,
        {
            "id": "constitution-2560",
            "title": data["title"],
            "law_type": "รัฐธรรมนูญ",
            "year_be": 2560,
            "gazette": {"raw": data["gazette"], "date": "2017-04-06"},
            "text": "\n".join(lines),
        },
    )


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The `name: value` lines between two `---` lines, and the text after them."""
    if not text.startswith("---\n"):
        raise ValueError("the file does not begin with '---'")
    head, _line, body = text[4:].partition("\n---\n")
    pairs = (line.partition(":") for line in head.splitlines() if line.strip())
    return {name.strip(): value.strip().strip('"') for name, _colon, value in pairs}, body


def own_rows(folder: Path) -> Iterator[tuple[int, Row | str]]:
    """Each Markdown file of a folder of documents written for the service.

    `name.th.v1.md` and `name.th.v2.md` are the versions 1 and 2 of the document `name.th`.
    """
    for number, file in enumerate(sorted(folder.glob("*.md")), 1):
        try:
            facts, body = front_matter(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            yield number, f"{file.name}: {error}"
            continue
        key, _dot, edition = file.stem.partition(".v")
        yield number, {**facts, "id": key, "text": body, "edition": edition or None}


def bill_id(source_key: str) -> int:
    """The database id of a bill by its id in the records. Raises `RowRefused`."""
    try:
        return bills.bill_by_source(source_key).id
    except NotFound:
        raise RowRefused(f"'about' names {source_key!r}, and no such bill is here") from None


def take_own(row: Row) -> Outcome:
    """A document that was written for this service."""
    kind = str(row.get("kind"))
    edition = str(row.get("edition") or "")
    if edition.isdigit() and service.has_later_version(text_of(row, "id"), int(edition)):
        return "unchanged"
    if kind not in list(DocumentKind):
        raise RowRefused(f"'kind' is {kind!r}; use one of {', '.join(DocumentKind)}")
    about = [name.strip(" []\"'") for name in str(row.get("about") or "").split(",")]
    dated = date_of(row, "date")
    facts = Facts(
        source_key=text_of(row, "id"),
        kind=DocumentKind(kind),
        title=text_of(row, "title"),
        lang=str(row.get("lang") or "th"),
        dated=dated,
        year_be=dated.year + 543 if dated else None,
        work=text_of(row, "id").rpartition(".")[0] or None,
        written_for_service=str(row.get("written_for_service")).lower() == "true",
        bills=tuple(bill_id(name) for name in about if name),
    )
    return keep(
        row, facts, lambda text, title: parse_markup(text, title, facts.lang), text_of(row, "text")
    )


def take_cabinet_item(row: Row) -> Outcome:
    """An item of a cabinet meeting, unless it is here already as a draft or as a reply."""
    kept = service.kept_kind(text_of(row, "id"))
    if kept in (DocumentKind.CABINET_DRAFT, DocumentKind.REPORT_REPLY):
        return "unchanged"
    return take_any_item(row)


CABINET = "มติคณะรัฐมนตรี"
take_any_item = take_prose(DocumentKind.CABINET_ITEM, CABINET)
IMPORTERS = [
    RecordFile("constitution_2560.json", take_law, constitution_rows),
    RecordFile("laws_full.jsonl", take_law),
    RecordFile("cabinet_bills.jsonl", take_prose(DocumentKind.CABINET_DRAFT, CABINET)),
    RecordFile("senate_reports.jsonl", take_prose(DocumentKind.REPORT_REPLY, CABINET)),
    RecordFile("cabinet_items.jsonl", take_cabinet_item),
    RecordFile("gov_news.jsonl", take_prose(DocumentKind.NEWS, "รัฐบาลไทย")),
    RecordFile("documents", take_own, own_rows),
]
