"""What every page of the site keeps, checked on its HTML: each rule yields a sentence for each breach.

Sources: WCAG 2.2 by success criterion, and the house's own decisions (no inline code, CSRF, CSP).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString

ERROR_PREFIX = {"th": "ข้อผิดพลาด: ", "en": "Error: "}
NAMED_BY_ITSELF = {"hidden", "submit", "button", "image", "reset"}
POINTERS = ("aria-describedby", "aria-labelledby", "aria-controls", "aria-details", "aria-owns")
LOADED = {"script": "src", "link": "href", "img": "src", "iframe": "src", "audio": "src"}
LOADED |= {"video": "src", "source": "src", "embed": "src", "object": "data", "form": "action"}
DATA_ONLY = {"application/json", "application/ld+json"}
Breaches = Iterator[str]


def language_of(path: str) -> str:
    """Return the language that the address promises: `en` under /en, Thai everywhere else."""
    return "en" if path == "/en" or path.startswith(("/en/", "/en?")) else "th"


def words(tag: Tag | None) -> str:
    """Return the text of `tag` on one line, as a screen reader would join it."""
    return " ".join(tag.get_text(" ").split()) if tag else ""


def plain(tag: Tag | None) -> str:
    return re.sub(r"\s+", "", tag.get_text()) if tag else ""


def language(page: BeautifulSoup, path: str) -> Breaches:
    """WCAG 2.2 SC 3.1.1."""
    lang = page.html.get("lang") if page.html else None
    if lang != language_of(path):
        yield f"<html lang> is {lang!r}, the address promises {language_of(path)!r}"


def heading_and_title(page: BeautifulSoup, path: str) -> Breaches:
    """WCAG 2.2 SC 2.4.2; after a refused form the title says so first (SC 3.3.1)."""
    headings = page.select("h1")
    if len(headings) != 1:
        yield f"{len(headings)} <h1>, one is wanted"
        return
    refused = page.select_one("[aria-invalid=true], .error_summary, .error-summary")
    start = ERROR_PREFIX[language_of(path)] if refused else ""
    expected = re.sub(r"\s+", "", start) + plain(headings[0])
    if not plain(page.title).startswith(expected):
        yield f"the title {words(page.title)!r} does not start with {start + words(headings[0])!r}"
    if page.title and (page.title.find(True) or "</" in page.title.get_text()):
        yield "the title has marks in it, which a browser shows as they are"


def heading_levels(page: BeautifulSoup, _path: str) -> Breaches:
    """WCAG 2.2 SC 1.3.1: a heading is at most one level below the one before it."""
    before = 0
    for heading in page.select("h1, h2, h3, h4, h5, h6"):
        level = int(heading.name[1])
        if before and level > before + 1:
            yield f"<{heading.name}> {words(heading)!r} follows <h{before}>"
        if not words(heading):
            yield f"<{heading.name}> is empty"
        before = level


def landmarks(page: BeautifulSoup, _path: str) -> Breaches:
    """WCAG 2.2 SC 1.3.1, 2.4.1."""
    mains = page.select("main, [role=main]")
    if len(mains) != 1:
        yield f"{len(mains)} main landmarks, one is wanted"
    navigations = page.select("nav:not([aria-label], [aria-labelledby])")
    if len(page.select("nav")) > 1 and navigations:
        yield "several <nav>, and one has no name"
    skip = page.select_one("body a[href]")
    if not skip or not str(skip["href"]).startswith("#"):
        yield "the first link is not a skip link"


def unique_ids(page: BeautifulSoup, _path: str) -> Breaches:
    ids = [tag["id"] for tag in page.find_all(id=True)]
    for double in sorted(i for i, times in Counter(ids).items() if times > 1):
        yield f"id {double!r} is used {ids.count(double)} times"
    for tag in page.find_all(True):
        for name in POINTERS:
            for wanted in str(tag.get(name, "")).split():
                if wanted not in ids:
                    yield f"{name}={wanted!r} points at nothing"
    for link in page.select("a[href^='#']"):
        if link["href"] != "#" and str(link["href"])[1:] not in ids:
            yield f"the link {words(link)!r} goes to {link['href']!r}, which is not on the page"


def fields(page: BeautifulSoup, _path: str) -> Breaches:
    """WCAG 2.2 SC 1.3.1, 3.3.2, 4.1.2."""
    labels = page.find_all("label", attrs={"for": True})
    labelled = {str(label["for"]): label for label in reversed(labels)}
    for field in page.find_all(["input", "select", "textarea"]):
        if field.get("type") in NAMED_BY_ITSELF or field.get("aria-label"):
            continue
        label = labelled.get(str(field.get("id"))) or field.find_parent("label")
        if not words(label) and not field.get("aria-labelledby"):
            yield f"no label for {field.name} {field.get('name')!r}"
    for group in page.find_all("fieldset"):
        if not words(group.find("legend")):
            yield "a <fieldset> without <legend>"
    ids = {tag["id"] for tag in page.find_all(id=True)}
    for label in labels:
        if label["for"] not in ids:
            yield f"the label {words(label)!r} is for nothing"


def forms(page: BeautifulSoup, _path: str) -> Breaches:
    for form in page.select("form"):
        token = form.select_one("[name=csrf_token]")
        if str(form.get("method", "get")).lower() != "post":
            if token:
                yield "a GET form would put its CSRF token into the address"
        elif not token or not token.get("value"):
            yield f"POST form to {form.get('action')!r} without CSRF token"


def accessible_name(tag: Tag) -> str:
    pictures = " ".join(str(image.get("alt", "")) for image in tag.select("img"))
    label = str(tag.get("aria-label") or tag.get("aria-labelledby") or "")
    return (words(tag) + pictures + label).strip()


def links_and_buttons(page: BeautifulSoup, _path: str) -> Breaches:
    """WCAG 2.2 SC 2.4.4, 4.1.2."""
    for link in page.select("a"):
        href = str(link.get("href", ""))
        if not href or href == "#" or href.lower().startswith("javascript:"):
            yield f"the link {words(link)!r} leads nowhere ({href!r})"
        if not accessible_name(link):
            yield f"the link to {href!r} has no name"
    for button in page.select("button, [role=button]"):
        if not accessible_name(button):
            yield f"a button without a name: {str(button)[:80]}"
    for button in page.select("input[type=submit], input[type=button]"):
        if not button.get("value"):
            yield "a submit input without value"


def pictures(page: BeautifulSoup, _path: str) -> Breaches:
    """WCAG 2.2 SC 1.1.1."""
    for image in page.select("img:not([alt])"):
        yield f"image without alt: {image.get('src')}"
    for drawing in page.select("svg"):
        named = drawing.get("aria-label") or drawing.get("aria-labelledby") or drawing.find("title")
        if drawing.get("aria-hidden") != "true" and not (drawing.get("role") == "img" and named):
            yield "an <svg> neither hidden nor named as an image"


def tables(page: BeautifulSoup, _path: str) -> Breaches:
    """WCAG 2.2 SC 1.3.1."""
    for table in page.select("table:not([role=presentation])"):
        if not table.find("th"):
            yield f"a table without header cells: {words(table)[:60]!r}"


def nothing_inline(page: BeautifulSoup, _path: str) -> Breaches:
    """The content security policy forbids inline code and style, so a page may not rely on any."""
    for script in page.select("script:not([src])"):
        if script.get("type") not in DATA_ONLY:
            yield "an inline <script>"
    if page.select_one("style, [style]"):
        yield "inline style"
    for tag in page.find_all(True):
        for name in tag.attrs:
            if name.startswith("on"):
                yield f"event attribute {name} on <{tag.name}>"


def keyboard_order(page: BeautifulSoup, _path: str) -> Breaches:
    """WCAG 2.2 SC 2.4.3, 1.4.4."""
    for tag in page.select("[tabindex]"):
        if int(str(tag["tabindex"])) > 0:
            yield f"tabindex {tag['tabindex']} on <{tag.name}>"
    viewport = page.select_one("meta[name=viewport]")
    content = str(viewport.get("content", "")) if viewport else ""
    if "width=device-width" not in content or re.search("user-scalable|maximum-scale", content):
        yield f"the viewport is {content!r}: it must fit the device and allow zoom"


def own_origin_only(page: BeautifulSoup, _path: str) -> Breaches:
    """No page asks a third party for anything."""
    for tag in page.find_all(list(LOADED)):
        if tag.name == "link" and not {"stylesheet", "icon", "preload", "manifest"} & set(
            tag.get("rel", [])
        ):
            continue
        host = urlsplit(str(tag.get(LOADED[tag.name], ""))).hostname
        if host not in {None, "localhost", "127.0.0.1"}:
            yield f"<{tag.name}> asks {host}"


def parts_in_the_other_language(page: BeautifulSoup, path: str) -> Breaches:
    """WCAG 2.2 SC 3.1.2: Thai on an English page, or an English phrase on a Thai one, is marked."""
    own = language_of(path)
    foreign = {"en": r"[ก-ฮ]", "th": r"(?:\b[A-Za-z]{2,}[ ,]+){4,}[A-Za-z]{2,}"}[own]
    where = page.body if own == "en" else page.main
    for text in where.find_all(string=re.compile(foreign)) if where else ():
        if is_read(text) and nearest_language(text) == own:
            yield f"not marked as the other language: {str(text).strip()[:70]!r}"


def is_read(text: NavigableString) -> bool:
    if isinstance(text, Comment):
        return False
    return not text.find_parent(["script", "style", "textarea", "template", "code", "pre"])


def nearest_language(text: NavigableString) -> str:
    marked = text.find_parent(lang=True)
    return str(marked["lang"]) if marked else ""


RULES: tuple[Callable[[BeautifulSoup, str], Breaches], ...] = (
    language,
    heading_and_title,
    heading_levels,
    landmarks,
    unique_ids,
    fields,
    forms,
    links_and_buttons,
    pictures,
    tables,
    nothing_inline,
    keyboard_order,
    own_origin_only,
    parts_in_the_other_language,
)


# The page for a broken service is one plain file in both languages, without the site around it.
RULES_WHEN_BROKEN = tuple(rule for rule in RULES if rule not in (language, landmarks))


def breaches(page: BeautifulSoup, path: str, status: int = 200) -> list[str]:
    """Return a sentence for each rule that the page at `path` breaks; an empty list is a good page."""
    rules = RULES if status < 500 else RULES_WHEN_BROKEN
    return [breach for rule in rules for breach in rule(page, path)]
