"""HTML as text: headings, paragraphs, lists and tables; scripts, menus and the like left out."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

from office_files.faults import Fault, FileRefused
from office_files.pages import has_text
from office_files.plain import THAI_WINDOWS, decoded
from office_files.writing import HIDDEN, Writing

# Of a form only its controls: some programs put the whole page into one <form>.
_DROPPED = (
    "script", "style", "noscript", "template", "nav", "header", "footer", "aside", "button",
    "select", "datalist", "iframe", "math", "audio", "video",
)  # fmt: skip
# What a page may show a scan with; words inside stand there for programs that show no pictures.
_PICTURES = ("img", "svg", "canvas", "object", "embed")
_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_THAI_NAMES = {"tis-620", "tis620", "windows-874", "iso-8859-11", "cp874", "x-windows-874"}
_BLOCKS = {
    "p", "div", "section", "article", "main", "body", "blockquote", "pre", "address", "center",
    "figure", "figcaption", "dl", "dt", "dd", "details", "summary", "form", "fieldset", "legend",
    "hr",
}  # fmt: skip
_HEADING = re.compile("h[1-6]")
_HIDING = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)\b",
    re.IGNORECASE,
)
# Words that stand between these, beside their items and cells, are read by nobody.
_ROWS = ("ul", "ol", "table", "thead", "tbody", "tfoot", "tr")


def read_html(data: bytes) -> tuple[str, str]:
    """The title and the text of a page.

    Raises `FileRefused`: nested without end, or pictures of pages without text. Where words are
    hidden the text has `writing.HIDDEN` for them.
    """
    try:
        page = BeautifulSoup(_markup(data), "html.parser")
        _drop_unseen(page)
        pictures = page(_PICTURES)
        for picture in pictures:
            picture.decompose()
        title = page.title.get_text(" ", strip=True) if page.title else ""
        writing = Writing()
        _read(_body(page), writing)
    except RecursionError as error:
        raise FileRefused(Fault.BROKEN) from error
    text = writing.text()
    if pictures and not has_text(text):
        raise FileRefused(Fault.NO_TEXT)
    return title, text


def _drop_unseen(page: BeautifulSoup) -> None:
    for dropped in page(_DROPPED):
        # The heading of an article may stand in a <header> of its own.
        if dropped.name == "header" and dropped.find_parent(["main", "article"]):
            continue
        dropped.decompose()
    for hidden in page.select("[hidden], [style]"):
        # What scripts would show once the page is loaded is the page itself.
        if hidden.name not in ("html", "body") and not hidden.decomposed and _is_hidden(hidden):
            _leave_out(hidden)
    # Drawn signs, mostly: nobody is told of them.
    for sign in page.select('[aria-hidden="true"]'):
        sign.decompose()


def _is_hidden(tag: Tag) -> bool:
    return tag.has_attr("hidden") or bool(_HIDING.search(str(tag.get("style") or "")))


def _leave_out(tag: Tag) -> None:
    """Take a tag out, with a sign in its place where it held words."""
    if any(map(str.isalnum, tag.get_text())):
        place = tag
        while place.parent is not None and place.parent.name in _ROWS:
            place = place.parent
        place.insert_before(HIDDEN)
    tag.decompose()


def _body(page: BeautifulSoup) -> Tag:
    """Where the text stands: an article is all of it only where it is the one on its page."""
    articles = [found for found in page("article") if not found.find_parent("article")]
    found = page.find("main") or (articles[0] if len(articles) == 1 else page.body) or page
    return found if isinstance(found, Tag) else page


def _markup(data: bytes) -> str:
    declared = _DECLARED.search(data[:4096])
    name = declared[1].decode("ascii", "replace").lower() if declared else ""
    if name in _THAI_NAMES and not data.startswith(b"\xef\xbb\xbf"):
        return data.decode(THAI_WINDOWS, "replace")
    return decoded(data)


def _read(node: Tag, writing: Writing) -> None:
    for child in node.children:
        if isinstance(child, NavigableString):
            if not isinstance(child, PreformattedString):
                writing.add(str(child))
        elif isinstance(child, Tag):
            _read_tag(child, writing)


def _read_tag(tag: Tag, writing: Writing) -> None:
    if _HEADING.fullmatch(tag.name):
        writing.heading(int(tag.name[1]), tag.get_text(" "))
    elif tag.name in ("ul", "ol"):
        _read_list(tag, writing, 0)
    elif tag.name == "table":
        _read_table(tag, writing)
    elif tag.name == "br":
        writing.end()
    elif tag.name in _BLOCKS:
        writing.end()
        _read(tag, writing)
        writing.end()
    elif tag.name not in ("title", "head", "meta", "link"):
        _read(tag, writing)


def _read_list(tag: Tag, writing: Writing, depth: int) -> None:
    number = _start(tag)
    for item in tag.find_all("li", recursive=False):
        inner = item.find_all(["ul", "ol"])
        words = "".join(text for text in item.strings if not _inside(text, inner))
        writing.item(f"{number}." if tag.name == "ol" else "-", words, depth)
        number += 1
        for nested in item.find_all(["ul", "ol"], recursive=False):
            _read_list(nested, writing, depth + 1)


def _start(tag: Tag) -> int:
    start = str(tag.get("start") or "1")
    return int(start) if start.isascii() and start.isdigit() and len(start) < 5 else 1


def _inside(text: NavigableString, lists: list[Tag]) -> bool:
    return any(parent is found for parent in text.parents for found in lists)


def _read_table(tag: Tag, writing: Writing) -> None:
    if tag.caption:
        writing.paragraph(tag.caption.get_text(" "))
    for row in tag.find_all("tr"):
        if row.find_parent("table") is tag:
            cells = row.find_all(["th", "td"], recursive=False)
            writing.row([cell.get_text(" ") for cell in cells])
    writing.end()
