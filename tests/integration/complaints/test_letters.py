"""Letters: one acknowledgement, one for each answer, in the citizen's language, without any secret."""

from email.message import EmailMessage

import pytest

from tests.support.letters import letters_in
from webapp.complaints import jobs, service
from webapp.shared import outbox

ADDRESS = "citizen@example.org"


@pytest.fixture
def posted(config):
    """The letters written so far, oldest first."""

    def posted() -> list[EmailMessage]:
        outbox.drain()
        return letters_in(config.INSTANCE_DIR)

    return posted


@pytest.mark.parametrize(
    ("start", "subject", "words"),
    [
        ("", "เราได้รับเรื่องของท่านแล้ว", "5 มีนาคม 2569"),
        ("/en", "We have received your message", "5 March 2026"),
    ],
)
def test_the_acknowledgement_is_in_the_language_of_the_form(send, posted, start, subject, words):
    code = send(start, email=ADDRESS, message="Something secret")
    [letter] = posted()
    text = letter.get_content()
    assert (letter["Subject"], letter["To"]) == (subject, ADDRESS)
    assert words in text
    assert f"http://localhost{start}/complaints/track" in text
    assert code not in text
    assert "Something secret" not in text


def test_without_an_address_no_letter_is_sent(send, sign_in, posted):
    sign_in()
    send()
    service.take_up(1, 1)
    service.answer(1, 1, "Answered.")
    assert posted() == []


def test_the_answer_is_announced_and_not_told(send, sign_in, posted):
    sign_in()
    send("/en", email=ADDRESS)
    service.take_up(1, 1)
    service.answer(1, 1, "A private answer")
    _acknowledgement, letter = posted()
    assert letter["Subject"] == "Your message has been answered"
    assert "A private answer" not in letter.get_content()
    assert "http://localhost/en/complaints/track" in letter.get_content()


def test_a_referral_is_announced_as_one(send, sign_in, posted):
    sign_in()
    send("/en", email=ADDRESS)
    service.take_up(1, 1)
    service.refer(1, 1, "Committee on Transport", "They decide.")
    assert posted()[-1]["Subject"] == "Your message has been sent on"


def test_each_answer_has_a_letter_of_its_own(send, sign_in, posted):
    sign_in()
    send("/en", email=ADDRESS)
    for text in ("First answer", "Second answer"):
        service.take_up(1, 1)
        service.answer(1, 1, text)
        posted()
        service.reopen(1, "Not yet")
    letters = posted()
    assert [letter["Subject"] for letter in letters].count("Your message has been answered") == 2
    assert len({letter["Message-ID"] for letter in letters}) == len(letters)


def test_a_job_done_twice_sends_nothing_twice(send, sign_in, posted):
    sign_in()
    send("/en", email=ADDRESS)
    service.take_up(1, 1)
    service.answer(1, 1, "Answered.")
    assert len(posted()) == 2
    jobs.mail_acknowledgement(1)
    jobs.mail_steps(1)
    assert len(posted()) == 2


def test_a_letter_sent_again_after_a_crash_has_the_same_name(send, posted, monkeypatch):
    send("/en", email=ADDRESS)

    def crash(_complaint):
        raise KeyboardInterrupt

    monkeypatch.setattr(service, "acknowledgement_mailed", crash)
    with pytest.raises(KeyboardInterrupt):
        jobs.mail_acknowledgement(1)
    monkeypatch.undo()
    names = [letter["Message-ID"] for letter in posted()]
    assert len(names) == 2
    assert len(set(names)) == 1
