"""A blind citizen answers a survey of 12 questions with a screen reader, without JavaScript."""

import pytest

from tests.support.transcript import reading_begins
from webapp.extensions import db
from webapp.surveys import service
from webapp.surveys.models import SurveyResponse
from webapp.surveys.rules.questions import Kind, SurveyKind

TITLE = {"th": "การรับฟังความเห็นของคนพิการ", "en": "Hearing people with disabilities"}
INTRO = {"th": "คำตอบของท่านทำให้บริการดีขึ้น", "en": "Your answers make the service better."}
YES_NO = [["ใช่", "Yes"], ["ไม่ใช่", "No"]]
WAYS = [["เสียง", "Sound"], ["เบรลล์", "Braille"], ["ตัวพิมพ์ใหญ่", "Large print"]]
HOW_OFTEN = {
    "th": "ใน 12 เดือนที่ผ่านมาท่านติดต่อเรากี่ครั้ง",
    "en": "How often did you write or call in the last 12 months?",
}
SCREEN_READER = {"th": "ท่านใช้โปรแกรมอ่านจอหรือไม่", "en": "Do you use a screen reader?"}
WHICH = {"th": "ท่านอ่านเอกสารเป็นแบบใด", "en": "In which forms do you read documents?"}
BETTER = {"th": "ควรปรับปรุงอะไร", "en": "What should be better?"}
IN_WORDS, IN_DIGITS = {"th": "สองครั้ง", "en": "twice"}, "2"
# From the list of groups that officers keep, as a new site begins with it.
DISABLED = {"th": "คนพิการ", "en": "Disabled person"}
WISH = {"th": "อยากให้ลิฟต์บอกชั้น", "en": "The lift should speak the floors."}


@pytest.fixture
def scripts() -> bool:
    return False


@pytest.fixture
def survey(site) -> str:
    """The path of an open survey of 12 questions of every kind, one a page; one asks some only."""
    facts = service.Facts(SurveyKind.GENERAL, *TITLE.values(), *INTRO.values(), one_a_page=True)
    with site.app.app_context():
        survey = service.make_survey(facts, None)
        for asked in list(service.bank().values())[:8]:
            service.add_question(survey.id, asked, None)
        uses = service.Asked(Kind.SINGLE, *SCREEN_READER.values(), choices=YES_NO)
        yes = (service.add_question(survey.id, uses, None).id, 0)
        for asked in (
            service.Asked(Kind.MULTIPLE, *WHICH.values(), choices=WAYS, condition=yes),
            service.Asked(Kind.NUMBER, *HOW_OFTEN.values()),
            service.Asked(Kind.TEXT, *BETTER.values(), is_required=False),
        ):
            service.add_question(survey.id, asked, None)
        service.open_survey(survey.id, None)
        return f"/surveys/{survey.key}"


def test_answering_a_survey_question_by_question(listener, survey, site):
    say = listener.say
    opened = listener.arrive("open the survey", listener.reader.open(listener.base + survey))
    assert INTRO[listener.language] in opened
    listener.tab_to(say("Start"))
    hears_question(listener, listener.go(), 1)
    leave_the_first_one_out(listener)
    for number in range(2, 9):
        choose_a_point(listener, number)
        if number == 4:
            look_back(listener, number)
        hears_question(listener, go_on(listener), number + 1)
    listener.keys("Tab", "space")
    hears_question(listener, go_on(listener), 10)
    for _box in range(2):
        listener.keys("Tab", "space")
    hears_question(listener, go_on(listener), 11)
    write_a_number_in_words(listener)
    listener.keys("Tab")
    listener.type(WISH[listener.language])
    hand_in(listener, go_on(listener))
    what_is_kept(site, listener.language)
    listener.transcript.compare()


def go_on(listener) -> str:
    """Press the button under the question; gives all that is heard of the next page."""
    listener.tab_to(listener.say("Continue"))
    return listener.go()


def first_read(said) -> list[str]:
    """The first lines that are read of a page."""
    lines = said.splitlines()
    begin = reading_begins(lines)
    return lines[begin : begin + 2]


def hears_question(listener, said, number) -> None:
    """The title says how far one is; what is read first is the question, with no menu before.

    Only how to write a number may come before, as Orca tells a label where its field is.
    """
    title = "Question %(n)s of %(total)s: %(title)s"
    told = listener.say(title, n=number, total=12, title=TITLE[listener.language])
    assert listener.reader.driver.title.startswith(told)
    assert any(line.startswith(f"{number}. ") for line in first_read(said)), said


def hears_error(listener, said, words) -> None:
    """That there is an error is in the title; what to do is heard before anything else."""
    assert listener.reader.driver.title.startswith(listener.say("Error: ").strip())
    assert listener.say("There is a problem") in said, said
    assert words in first_read(said), said


def leave_the_first_one_out(listener) -> None:
    """What to do is a link, which leads to the choices."""
    say = listener.say
    hears_error(listener, go_on(listener), say("Choose an answer to question %(n)s.", n=1))
    assert say("5, the most") in listener.keys("Tab", "Return")
    listener.keys("space")
    hears_question(listener, go_on(listener), 2)


def choose_a_point(listener, number) -> None:
    """5 of some questions, 4 of others."""
    listener.keys("Tab", *(["r"] if number % 2 else []), "space")


def look_back(listener, number) -> None:
    """What was answered stands as it was, and is told."""
    hears_question(listener, go_on(listener), number + 1)
    listener.tab_to(listener.say("Back to the question before"))
    hears_question(listener, listener.go(), number)


def write_a_number_in_words(listener) -> None:
    say, language = listener.say, listener.language
    listener.keys("Tab")
    listener.type(IN_WORDS[language])
    told = say("Write a whole number from 0 to 1,000,000 in digits: question %(n)s.", n=11)
    hears_error(listener, listener.go(), told)
    listener.keys("Tab")
    assert IN_WORDS[language] in listener.keys("Return")
    listener.keys("End", "shift+Home")
    listener.type(IN_DIGITS)
    hears_question(listener, listener.go(), 12)


def hand_in(listener, said) -> None:
    """Every answer is heard once more before it is sent."""
    say = listener.say
    for answer in ("5, the most", "4, much"):
        assert say(answer) in said
    assert WISH[listener.language] in said
    listener.tab_to(say("Citizen"))
    assert DISABLED[listener.language] in listener.keys("r")
    listener.keys("space")
    listener.tab_to(say("Send my answers"))
    assert say("Thank you for your answers") in listener.go()


def what_is_kept(site, language) -> None:
    """Each answer is the one that she gave."""
    with site.app.app_context():
        response = db.session.query(SurveyResponse).order_by(SurveyResponse.id.desc()).first()
        assert response.segment == "disabled"
        given = [said for _question, said in sorted(service.answers_of(response).items())]
    points = [[5], [5], [4], [5], [4], [5], [4], [5]]
    assert given == [*points, [0], [0, 1], [int(IN_DIGITS)], WISH[language]]
