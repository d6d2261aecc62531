"""Every page that a visitor can open, found by walking the site, so that none can be forgotten."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.support import surveys
from webapp.accounts import service as accounts
from webapp.complaints import report_words
from webapp.complaints import service as complaints
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.service import reports
from webapp.documents import service as documents
from webapp.following import service as following
from webapp.following.service import Channel, Contact, Scope, Subject, SubjectKind, Wish
from webapp.listening import service as listening
from webapp.shared import clock
from webapp.shared.languages import exists_once
from webapp.shared.quarters import Quarter

# As many examples of a page as there are likely to be kinds of it.
PER_ENDPOINT = 3
# Pages that look different with a question in their address, and the page that is not there.
WITH_QUERY = (
    "/search?q=สหกรณ์",
    "/search?q=zzzzzz",
    "/bills?page=2",
    "/documents/d-1/find-section?section=999",
    "/no-such-page",
)
PRIVATE = ("/staff",)
FILE_ENDINGS = (".atom", ".ics", ".xml", ".json")


def invitation(app: Flask) -> str:
    with app.app_context():
        token = accounts.create_staff("invited@example.org", app.config["SECRET_KEY"])
    return f"/account/invitation/{token}"


def link_for_readers(app: Flask) -> str:
    """The address that a volunteer gets who reads the first document aloud."""
    with app.app_context():
        document = documents.get_document("d-1")
        return f"/narrate/{listening.invite_narrators(document, app.config['SECRET_KEY'], None)}"


def section_to_read(app: Flask) -> str:
    with app.app_context():
        first = listening.sections_to_read(documents.get_document("d-1"))[0]
    return f"{link_for_readers(app)}/{first.id}"


def transcript_of_a_video(app: Flask) -> str:
    """The first document gets a video in sign language, so that its page has a player too."""
    with app.app_context():
        captions = "WEBVTT\n\n00:01.000 --> 00:02.000\nสวัสดี\n"
        facts = listening.NewVideo("ภาษามือ", "ล่าม", captions)
        film = io.BytesIO(b"\x00\x00\x00\x18ftypmp42" + bytes(64))
        video = listening.add_video(documents.get_document("d-1"), facts, film, None)
        return f"/sign-language/{video.id}/transcript"


def answered_case(app: Flask) -> str:
    """A complaint is sent, answered and published."""
    with app.app_context():
        secret = app.config["SECRET_KEY"]
        token = accounts.create_staff("publisher@example.org", secret)
        officer = accounts.invited(token, secret).id
        settings = app.extensions["settings"]
        vault = complaints.Vault(settings.upload_dir, app.extensions["field_keys"])
        filing = complaints.Filing(Kind.COMMENT, "ลิฟต์เสีย", "th", may_publish=True)
        filed, _code = complaints.file_complaint(filing, secret, vault)
        complaints.take_up(filed.id, officer)
        complaints.answer(filed.id, officer, "ซ่อมแล้ว")
        words = complaints.PublicWords("ลิฟต์", "ลิฟต์เสีย", "ซ่อมแล้ว")
        return f"/complaints/answered/{complaints.publish_case(filed.id, words, officer).id}"


def issued_report(app: Flask) -> str:
    """The report on the quarter before the sample's, which is issued with nothing to assess."""
    with app.app_context():
        report = reports.prepare_report(Quarter(2569, 1), None)
        reports.send_report(report.id, None)
        reports.note_considered(report.id, clock.today(), "เห็นชอบ", None)
        reports.issue_report(report.id, report_words.content_of, None)
        return f"/complaints/reports/{report.id}"


def page_of_feeds(app: Flask) -> str:
    """Where the feeds of somebody lead who follows everything by them."""
    with app.app_context():
        secret = app.config["SECRET_KEY"]
        wish = Wish(Subject(SubjectKind.EVERYTHING), channel=Channel.FEED)
        follower = following.ask_to_follow(wish, Contact(), secret).follower
        return f"/following/feed/{following.follower_token(follower, Scope.FEED, secret)}"


# These answer only about the bill or the section that their question names.
WITH_A_QUESTION = {"following.follow", "following.show_asked", "documents.find_section"}
# The first two come by letter and work once: tests/journeys opens them and runs axe-core on them.
# The third answers with another page, or with the page that stands in WITH_QUERY.
SEEN_OTHERWISE = {
    "following.confirm",
    "following.stop",
    "documents.find_section",
    "surveys.hand_in",
    "surveys.confirm_asking",
}
# A person's own pages: tests/journeys/test_following.py opens them with the link of a message.
SEEN_OTHERWISE |= {
    "following.open_mine", "following.change", "following.pause", "following.edit_note",
}  # fmt: skip
# The sample has no need, improvement or message of its own: the tests of each open these pages.
SEEN_OTHERWISE |= {
    "needs.show_own", "needs.correct_own", "improvement.show_improvement",
    "complaints.answer_questions",
    "following_messages.stop_message",
}  # fmt: skip
# Files of an answer, for who opened the message: tests/integration/complaints/test_closing.py,
# and tests/integration/listening/test_request_words.py.
SEEN_OTHERWISE |= {"complaints.take_answer", "form_requests.take_reply"}
# Pages that no link of the sample leads to, and how their address is made.
UNLINKED: dict[str, Callable[[Flask], str]] = {
    "accounts.accept_invitation": invitation,
    "complaints.show_answered": answered_case,
    "complaints.show_report": issued_report,
    "documents.choose_versions": lambda _app: "/documents/d-1/compare",
    "documents.show_whole": lambda _app: "/documents/d-1/whole",
    "narrations.list_sections": link_for_readers,
    "narrations.send_recording": section_to_read,
    "sign_language.show_transcript": transcript_of_a_video,
    "surveys.answer_survey": surveys.address_to_answer,
    "surveys.show_letter": surveys.address_of_a_letter,
    "surveys.start_at_counter": surveys.address_at_a_counter,
    "surveys.thank": surveys.address_of_thanks,
    "following.list_by_feed": page_of_feeds,
    "following.show_asked": lambda _app: "/following/asked?bill=b-1",
}


@dataclass
class Walk:
    """What was found: the addresses of pages by endpoint, the endpoints seen at all, dead links."""

    pages: dict[str, list[str]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    dead: list[str] = field(default_factory=list)

    def paths(self) -> list[str]:
        """Return the addresses of all pages in Thai, a few of each endpoint."""
        return [path for paths in self.pages.values() for path in paths]


def is_public(rule: Rule) -> bool:
    """Say whether a rule of the URL map is a page for visitors: read by GET, in both languages."""
    once = exists_once(rule.rule) or rule.rule.endswith(FILE_ENDINGS)
    return "GET" in (rule.methods or ()) and not once and not rule.rule.startswith(PRIVATE)


def walk(app: Flask) -> Walk:
    """Follow the links from the home page until nothing new turns up."""
    rules = [rule for rule in app.url_map.iter_rules() if is_public(rule)]
    found = Walk()
    alone = [r.rule for r in rules if not r.arguments and r.endpoint not in WITH_A_QUESTION]
    waiting = ["/", *alone]
    waiting += [make(app) for make in UNLINKED.values()]
    waiting = list(dict.fromkeys(waiting))
    client = app.test_client()
    known = set(waiting)
    while waiting:
        path = waiting.pop(0)
        endpoint = endpoint_of(app, path)
        if endpoint is None or len(found.pages.get(endpoint, ())) >= PER_ENDPOINT:
            continue
        answer = client.get(path)
        found.seen.add(endpoint)
        if answer.status_code >= 400:
            found.dead.append(f"{path}: {answer.status}")
        if answer.mimetype == "text/html" and answer.status_code == 200:
            found.pages.setdefault(endpoint, []).append(path)
        new = [link for link in links(answer, path) if link not in known]
        known.update(new)
        waiting += new
    return found


def endpoint_of(app: Flask, path: str) -> str | None:
    """Return the endpoint of a public page's address, None for anything else."""
    try:
        address = urlsplit(path).path
        rule, _arguments = app.url_map.bind("localhost").match(address, return_rule=True)
    except HTTPException:
        return None
    return rule.endpoint if is_public(rule) else None


def links(answer: TestResponse, path: str) -> list[str]:
    """Return the addresses of this site that an answer leads to, from the path on."""
    targets = [answer.location] if answer.location else []
    if answer.mimetype == "text/html":
        anchors = BeautifulSoup(answer.text, "html.parser").select("a[href]")
        targets += [str(anchor["href"]) for anchor in anchors]
    parts = [urlsplit(urljoin("http://localhost" + path, target)) for target in targets]
    own = [part for part in parts if part.hostname == "localhost"]
    return [part._replace(scheme="", netloc="", fragment="").geturl() for part in own]


def not_reached(app: Flask, found: Walk) -> set[str]:
    """Return the endpoints of public pages that the walk did not come to."""
    wanted = {rule.endpoint for rule in app.url_map.iter_rules() if is_public(rule)}
    return wanted - found.seen - SEEN_OTHERWISE


def in_english(path: str) -> str:
    """Return the address of the same page in English."""
    return "/en" if path == "/" else "/en" + path
