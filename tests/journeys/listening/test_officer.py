"""An officer's survey by keyboard alone, without JavaScript: built, opened, answered, closed, reported."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.journeys.newcomer import Newcomer
from tests.support.browser import chromium
from tests.support.ports import wait_until
from webapp.surveys import service
from webapp.surveys.rules.questions import Kind

TITLE = {"th": "งานรับเรื่องราวร้องทุกข์", "en": "Receiving petitions"}
DOWN = Keys.ARROW_DOWN
# How far down they stand in their lists: measures, an aspect, a question of the bank.
SATISFACTION, OTHER = 0, 3
STAFF = 2
IN_ALL, IN_ALL_WORDS = 7, "โดยรวมท่านพึงพอใจเพียงใด"
YES_NO = ("ใช่\nไม่ใช่", "Yes\nNo")
WAYS = ("เสียง\nเบรลล์", "Sound\nBraille")
# After "of everyone" and the five points of the first question comes the second one's "yes".
ONLY_IF_YES = 6
WISH = "อยากให้ลิฟต์บอกชั้น"
# Of 15 people ten are satisfied; with fewer than five on a side nothing would be told.
UNSATISFIED, OTHERS = 5, 14
PERCENT = "66.67"


@pytest.fixture
def citizen(site, language) -> Iterator[Newcomer]:
    """Somebody who was given the address."""
    try:
        with chromium(javascript=False) as driver:
            yield Newcomer(driver, site, language, javascript=False)
    except LookupError as missing:
        pytest.skip(str(missing))


def test_a_survey_from_the_first_question_to_the_report(officer, citizen, downloads):
    fill_in_the_facts(officer)
    write_the_questions(officer)
    take_one_of_the_bank(officer)
    officer.follow(officer.say("Open the survey"))
    assert officer.heading == f"{officer.say('Open for answers')}: {TITLE['th']}"
    address = officer.driver.find_element(By.CSS_SELECTOR, "main .said").text
    answer(citizen, address)
    others_answer(officer.site, address)
    close(officer, citizen, address)
    report(officer, downloads)


def named(person, words, optional=False) -> str:
    """What a field is called."""
    return f"{person.say(words)} {person.say('(optional)')}" if optional else person.say(words)


def choose(person, words, down, optional=False) -> None:
    """Go down in a list of choices."""
    person.tab_to(named(person, words, optional))
    person.press(*[DOWN] * down)


def fill_in_the_facts(officer) -> None:
    """What was left out is said, and what was written stays."""
    say = officer.say
    officer.follow(say("Surveys"))
    officer.follow(say("New survey"))
    officer.tab_to(say("A service, where it is given"))
    officer.press(Keys.SPACE)
    officer.fill(say("Title in Thai"), TITLE["th"])
    officer.fill(say("What is said first, in Thai"), "เพื่อปรับปรุงบริการ")
    officer.fill(say("What is said first, in English"), "So that the service gets better")
    choose(officer, "Service", 1, optional=True)
    officer.tab_to(say("One question a page"))
    officer.press(Keys.SPACE)
    officer.follow(say("Keep the draft"))
    assert officer.driver.title.startswith(say("Error: ").strip())
    officer.tab_to(say("Write something under “%(field)s”.", field=say("Title in English")))
    officer.press(Keys.ENTER, TITLE["en"])
    officer.follow(say("Keep the draft"))
    assert officer.heading == f"{say('Draft')}: {TITLE['th']}"


def write_the_questions(officer) -> None:
    """One of every kind; the third is asked of those only who said yes to the second."""
    kinds = list(Kind)
    for number, kind in enumerate(kinds, 1):
        write(officer, number, kind)
    listed = officer.driver.find_elements(By.CSS_SELECTOR, "main ol > li")
    assert len(listed) == len(kinds)
    told = officer.say(
        "Only if you answered question %(n)s with: %(answer)s", n=2, answer=YES_NO[0].split()[0]
    )
    assert told in listed[2].text


def write(officer, number, kind) -> None:
    say = officer.say
    choose(officer, "How it is answered", number - 1)
    officer.fill(say("Question in Thai"), f"คำถามที่ {number}")
    officer.fill(say("Question in English"), f"Question {number}")
    for words, thai, english in ((Kind.SINGLE, *YES_NO), (Kind.MULTIPLE, *WAYS)):
        if kind == words:
            officer.fill(named(officer, "Choices in Thai, one a line", optional=True), thai)
            officer.fill(named(officer, "Choices in English, one a line", optional=True), english)
    choose(officer, "What it measures", SATISFACTION if kind == Kind.SCALE else OTHER)
    if kind == Kind.SCALE:
        choose(officer, "What of the service it is about", STAFF, optional=True)
    if kind == Kind.MULTIPLE:
        choose(officer, "Ask it", ONLY_IF_YES)
    if kind == Kind.TEXT:
        officer.tab_to(say("It may be left out"))
        officer.press(Keys.SPACE)
    officer.follow(say("Add the question"))
    # The next one is written from here on, without the menus.
    assert officer.has_focus() == say("Write question %(n)s", n=number + 1)


def take_one_of_the_bank(officer) -> None:
    choose(officer, "Question of the bank", IN_ALL)
    officer.follow(officer.say("Add it"))
    assert IN_ALL_WORDS in officer.text


def question(person, number) -> str:
    """The heading of a question's page."""
    return person.say(
        "Question %(n)s of %(total)s: %(title)s", n=number, total=6, title=TITLE["th"]
    )


def answer(citizen, address) -> None:
    """Each page begins at its question; what is asked of others only is passed by, both ways."""
    say = citizen.say
    citizen.open_whole(address)
    citizen.follow(say("Start"))
    for _question in range(2):
        citizen.press(Keys.TAB, Keys.SPACE, DOWN)
        citizen.follow(say("Continue"))
    assert citizen.heading == question(citizen, 4)
    citizen.follow(say("Back to the question before"))
    assert citizen.heading == question(citizen, 2)
    citizen.press(Keys.TAB)
    assert citizen.has_focus() == YES_NO[0].split()[1]
    citizen.follow(say("Continue"))
    citizen.press(Keys.TAB, "สอง")
    citizen.enter()
    assert citizen.driver.title.startswith(say("Error: ").strip())
    assert citizen.field_value("4. คำถามที่ 4") == "สอง"
    citizen.press("2")
    citizen.enter()
    citizen.press(Keys.TAB, WISH)
    citizen.follow(say("Continue"))
    citizen.press(Keys.TAB, Keys.SPACE)
    citizen.follow(say("Continue"))
    look_through(citizen)
    citizen.follow(say("Send my answers"))
    assert citizen.heading == say("Thank you for your answers")


def look_through(citizen) -> None:
    """The last page has every answer; one that is changed leads back to it."""
    say = citizen.say
    last_page = say("Last page: %(title)s", title=TITLE["th"])
    assert citizen.heading == last_page
    assert WISH in citizen.text
    citizen.follow(f"{say('Change')} : 4. คำถามที่ 4")
    # Tab chooses all that stands in a field.
    citizen.press(Keys.TAB, "3")
    citizen.enter()
    assert citizen.heading == last_page
    shown = citizen.driver.find_elements(By.CSS_SELECTOR, "main dd > div")
    no, more = YES_NO[0].split()[1], say("4, much")
    assert [answer.text for answer in shown] == [more, no, "3", WISH, say("5, the most")]


def others_answer(site, address) -> None:
    """Nine satisfied people and five who are not."""
    secret = site.app.config["SECRET_KEY"]
    with site.app.app_context():
        survey = service.survey_by_key(address.rpartition("/")[2])
        for number in range(OTHERS):
            point = [1 if number < UNSATISFIED else 5]
            said = {Kind.SCALE: point, Kind.SINGLE: [1], Kind.NUMBER: [number], Kind.TEXT: WISH}
            response = service.begin(survey, f"person {number}", service.Arrival(), secret)
            given = {one.id: said[one.kind] for one in survey.questions if one.kind in said}
            service.keep(response, given, survey.questions)
            service.finish(response, None, None)
    site.work()


def close(officer, citizen, address) -> None:
    """Nobody answers any more."""
    officer.follow(officer.say("Close the survey"))
    assert officer.heading == f"{officer.say('Closed')}: {TITLE['th']}"
    citizen.driver.delete_all_cookies()
    citizen.open_whole(address)
    told = "This survey takes no answers now: it is not open, or has as many as it needs."
    assert citizen.say(told) in citizen.text


def report(officer, downloads) -> None:
    """The page, the PDF and the CSV say the same; what people wrote is read by theme."""
    say = officer.say
    officer.follow(say("What people wrote, by theme"))
    assert WISH in officer.text
    officer.driver.back()
    officer.follow(say("Results so far"))
    assert PERCENT in officer.text
    pdf = pypdf.PdfReader(take(officer, "Results as a tagged PDF in large print", downloads, "pdf"))
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert PERCENT in "".join(page.extract_text() for page in pdf.pages)
    table = take(officer, "Results as CSV", downloads, "csv").read_text("utf-8-sig")
    rows = csv.reader(table.splitlines())
    assert any(PERCENT in row for row in rows)


def take(officer, words, downloads, ending) -> Path:
    """Press Enter on a link to a file and wait until it is there."""
    officer.tab_to(officer.say(words))
    officer.press(Keys.ENTER)
    wait_until(lambda: list(downloads.glob(f"*.{ending}")), 60, f"the {ending}")
    return next(downloads.glob(f"*.{ending}"))
