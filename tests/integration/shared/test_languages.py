"""Thai at `/…`, English at `/en/…`, and files once."""

import pytest

from thai_text.outline import parse_markup
from webapp.documents import service as documents
from webapp.documents.rules.documents import DocumentKind
from webapp.shared.languages import with_languages


def test_every_page_offers_itself_in_the_other_language(page):
    thai, english = page.both("/account/sign-in")
    assert thai.select_one("[hreflang=en]")["href"] == "/en/account/sign-in"
    assert english.select_one("[hreflang=th]")["href"] == "/account/sign-in"


def test_the_question_is_kept_when_the_language_changes(page):
    home = page.get("/?q=%E0%B8%9B%E0%B9%88%E0%B8%B2&page=2")
    other = home.select_one("[hreflang=en]")["href"]
    assert other.startswith("/en/?q=")
    assert other.endswith("&page=2")


def test_links_stay_in_the_language_of_the_page(page):
    english = page.get("/en")
    inside = [a["href"] for a in english.select("main a, nav a") if a["href"].startswith("/")]
    assert inside
    assert all(href == "/en" or href.startswith("/en/") for href in inside)


@pytest.mark.parametrize("path", ["/static/icon.svg", "/health"])
def test_what_exists_once_is_not_under_en(app, path):
    answer = app.test_client().get(f"/en{path}?v=1")
    assert answer.status_code == 308
    assert answer.location == f"{path}?v=1"


@pytest.mark.parametrize("path", ["/no-such-page", "/english", "/en/no-such-page", "/en/en"])
def test_an_unknown_address_is_a_page_in_its_language(page, path):
    page.get(path, status=404)


def test_a_wrong_method_is_a_page_too(app):
    assert app.test_client().delete("/").status_code == 405


def test_parts_in_the_other_language_are_marked_and_nothing_else_is_changed():
    english = with_languages("สว. is short <b> for a พ.ร.บ. ฉบับ", "en")
    assert english == (
        '<span lang="th">สว.</span> is short &lt;b&gt; for a <span lang="th">พ.ร.บ. ฉบับ</span>'
    )
    thai = with_languages("ระบบ PDF และ Web Content Accessibility Guidelines for all ฉบับใหม่", "th")
    assert thai == (
        'ระบบ PDF และ <span lang="en">Web Content Accessibility Guidelines for all</span> ฉบับใหม่'
    )
    assert with_languages("", "th") == ""


def test_an_english_document_marks_its_thai(page):
    facts = documents.Facts("x", DocumentKind.GUIDE, "Short forms", lang="en")
    outline = parse_markup("# Short forms\n\n- สว. is short for a member.\n", lang="en")
    document, _outcome = documents.keep_document(facts, outline)

    shown = page.get(f"/en/documents/{document.public_id}")

    assert [part.text for part in shown.select('article [lang="th"]')] == ["สว."]
