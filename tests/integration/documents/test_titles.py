"""The title of a document that comes in: its text's own, never a file's name without a person."""

import pytest

from tests.integration.bills.making import sign_in_staff
from tests.support.office_files import LAW
from webapp.documents import service
from webapp.documents.rules import DocumentKind, name_of_file, title_line

pytestmark = pytest.mark.usefixtures("clock", "database")
SENTENCES = "The Senate publishes every report of its committees within the year.\n" * 2


def taken_in(text, name="eng.txt", **facts):
    return service.take_in(text.encode(), name, service.DraftFacts(**facts), None)[0]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Rules of the Senate\n\n" + SENTENCES, "Rules of the Senate"),
        ("# Rules of the  Senate\nText", "Rules of the Senate"),
        ("ประกาศวุฒิสภา เรื่องการประชุม\n" + LAW, "ประกาศวุฒิสภา เรื่องการประชุม"),
        (LAW, ""),
        ("Section 1 The Senate\nText", ""),
        ("Chapter IV Meetings\nText", ""),
        ("- Rules of the Senate\nText", ""),
        ("| Rules of the Senate |\nText", ""),
        (SENTENCES, ""),
        ("A " * 150 + "\nText", ""),
        ("Rules of the Senate", ""),
        ("12 / 2024\nText", ""),
        ("à¸?à¸£à¸? à¸ªà¸\nText", ""),
    ],
)
def test_the_first_line_is_the_title_where_it_can_be_one(text, title):
    assert title_line(text) == title


@pytest.mark.parametrize("kind", [DocumentKind.OTHER, DocumentKind.LAW])
def test_the_first_line_is_said_once(app, kind):
    draft = taken_in("Rules of the Senate\n\n" + SENTENCES, lang="en", kind=kind)
    outline = service.outline_of_draft(draft)
    assert outline.plain_text().count("Rules of the Senate") == 1


def test_a_new_version_without_a_title_keeps_that_of_its_document(app):
    first = service.publish_draft(taken_in(SENTENCES, title="Rules", lang="en").id, None)
    assert taken_in(SENTENCES + "End.", lang="en", document=first.id).title == "Rules"


def imported(app, *arguments):
    return app.test_cli_runner().invoke(args=["documents", "import", *map(str, arguments)])


def test_the_command_publishes_nothing_under_the_name_of_a_file(app, tmp_path):
    (tmp_path / "eng.txt").write_text(SENTENCES)
    done = imported(app, tmp_path / "eng.txt", "--lang", "en", "--publish")
    (draft,) = service.waiting_drafts()
    assert done.output == (
        f"eng.txt: draft /staff/documents/drafts/{draft.id}, 1 page; no title can be read in the "
        "text, a person must write it\n"
    )
    assert draft.title == name_of_file("eng.txt") == "eng"


def test_the_command_publishes_under_the_title_of_the_text_or_the_one_given(app, tmp_path):
    (tmp_path / "eng.txt").write_text("Rules of the Senate\n" + SENTENCES)
    (tmp_path / "two.txt").write_text(SENTENCES)
    for name, more in (("eng.txt", []), ("two.txt", ["--title", "two"])):
        done = imported(app, tmp_path / name, "--lang", "en", "--publish", *more)
        assert "published as /documents/d-" in done.output
    found, _total = service.list_documents(service.Filter(lang="en"), 1, 10)
    assert {document.title for document in found} == {"Rules of the Senate", "two"}


def test_an_officer_is_asked_for_the_title(page):
    sign_in_staff(page.client)
    draft = taken_in(SENTENCES, lang="en")
    place = f"/staff/documents/drafts/{draft.id}"
    thai, english = page.both(place)
    assert "ไม่พบชื่อเรื่องในข้อความ" in thai.text
    assert "No title can be read in the text" in english.text
    page.post(
        f"{place}/facts",
        {"title": "Rules", "lang": "en", "kind": "other"},
        form_page=f"{place}/facts",
    )
    assert "ไม่พบชื่อเรื่องในข้อความ" not in page.get(place).text
