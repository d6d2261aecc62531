"""Following by keyboard: a search with its preview, a letter, weekly from the letter's link, one click.

Made four times: in Thai and in English, with JavaScript and without it.
"""

from datetime import date
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from sqlalchemy import text

from webapp.bills import service as bills
from webapp.extensions import db
from webapp.search import service as search

WORDS = {"th": "กระท่อม", "en": "kratom"}
NAMES = {"th": "ร่างพระราชบัญญัติกระท่อม", "en": "Kratom Bill"}


def new_bill_moves(site, language):
    """A bill that the search meets comes into Parliament today, recorded by nobody who follows it."""
    title = bills.TitleFacts(bills.TitleKind.DRAFT, f"{NAMES['th']}ฉบับใหม่ พ.ศ. ....")
    english = bills.TitleFacts(bills.TitleKind.DRAFT, f"New {NAMES['en']}", lang="en")
    with site.app.app_context():
        facts = bills.BillFacts(
            bills.BillKind.ORDINARY, bills.ProposerKind.CABINET, (title, english)
        )
        bill = bills.add_bill(facts, None)
        step = bills.StepEntry(bills.StepKind.SUBMITTED_HOUSE, date(2026, 3, 2))
        bills.record_step(bill.public_id, step, None)
        return bill.id


def take_out(site, bill_id):
    """Leave the site as it was for the journeys that come after: they hear every bill there is."""
    of_news = "news_id IN (SELECT id FROM news WHERE bill_id = :bill)"
    with site.app.app_context():
        search.remove_source(f"b-{bill_id}")
        db.session.execute(text("PRAGMA foreign_keys = OFF"))
        for rows in (
            f"matches WHERE {of_news}",
            f"deliveries WHERE {of_news}",
            "news WHERE bill_id = :bill",
            "bill_steps WHERE bill_id = :bill",
            "bill_titles WHERE bill_id = :bill",
            "bills WHERE id = :bill",
        ):
            db.session.execute(text(f"DELETE FROM {rows}"), {"bill": bill_id})  # noqa: S608
        db.session.commit()


def search_and_follow(newcomer):
    """From the search to the letter that asks to confirm; the preview stands before the button."""
    say = newcomer.say
    newcomer.open("/search?" + urlencode({"q": WORDS[newcomer.language]}))
    newcomer.follow(say("Follow this search"))
    assert say("What would have come") in newcomer.text
    newcomer.fill(say("Your e-mail address"), newcomer.email)
    newcomer.enter()
    assert say("What would have come") in newcomer.text
    assert newcomer.field_value(say("Your e-mail address")) == newcomer.email
    assert not newcomer.breaches()
    newcomer.follow(say("Follow"))
    assert newcomer.heading == say("Look into your mailbox to confirm")


def test_a_search_is_followed_changed_from_a_letter_and_stopped_by_one_click(newcomer):
    say = newcomer.say
    search_and_follow(newcomer)
    newcomer.open_whole(newcomer.link_in_letter("/confirm/"))
    assert not newcomer.breaches()
    newcomer.follow(say("Yes, follow this"))
    assert newcomer.heading == say("What I follow")
    assert not newcomer.breaches()

    bill_id = new_bill_moves(newcomer.site, newcomer.language)
    manage = newcomer.link_in_letter("/mine/")
    letter = newcomer.site.letters_to(newcomer.email)[-1]
    take_out(newcomer.site, bill_id)
    newcomer.driver.delete_all_cookies()
    newcomer.open_whole(manage)
    newcomer.follow(say("Change") + "…")
    newcomer.tab_to(say("At once, each time"))
    newcomer.press(Keys.DOWN, Keys.DOWN)
    assert newcomer.has_focus() == say("Once a week, all together")
    newcomer.follow(say("Keep the change"))
    week = say.start("every week on %(day)s at %(time)s").rstrip("…")
    assert week in newcomer.driver.find_element(By.CSS_SELECTOR, "main ol").text

    one_click = letter["List-Unsubscribe"].strip("<>")
    answer = urlopen(Request(one_click, data=b"List-Unsubscribe=One-Click"), timeout=20)  # noqa: S310
    assert answer.status == 200
    newcomer.open("/following")
    assert (
        say(
            "You follow nothing now. Every bill, search, member, committee and list has a button to "
            "follow it."
        )
        in newcomer.text
    )


def test_the_person_s_own_pages_are_reached_by_keyboard(newcomer):
    say = newcomer.say
    search_and_follow(newcomer)
    newcomer.open_whole(newcomer.link_in_letter("/confirm/"))
    newcomer.follow(say("Yes, follow this"))
    newcomer.follow(say("My home: what has changed and what is due"))
    newcomer.follow(say("Move down: %(name)s") % {"name": say("What is due")})
    headings = [h.text for h in newcomer.driver.find_elements(By.TAG_NAME, "h2")]
    assert headings.index(say("Your notes")) < headings.index(say("What is due"))
    assert not newcomer.breaches()
    newcomer.open("/following")
    newcomer.follow(say("Pause") + "…")
    newcomer.fill(say("Pause until the day"), "15/03/2569")
    assert not newcomer.breaches()
    newcomer.enter()
    newcomer.follow(say("Go on") + "…")
    newcomer.open("/following/notes/b-1")
    newcomer.fill(say("Your note") + "…", "ถามกรรมาธิการเรื่องนี้")
    assert not newcomer.breaches()
    newcomer.follow(say("Keep the note"))
    newcomer.open("/following/erase")
    newcomer.follow(say("Erase everything now"))
    assert say("Everything is erased: your address, what you followed, and your notes.") in (
        newcomer.text
    )
