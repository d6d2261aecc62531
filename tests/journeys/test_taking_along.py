"""A listener's way, by keyboard only: to the text, to the sound of a section, to another form."""

from selenium.webdriver.common.keys import Keys

from tests.journeys.test_newcomer import CODE

# Both stand in the sample in Thai; the second has two versions.
EXPLANATION = "/documents/d-2"
TERMS = "/documents/d-28"


def test_one_link_leads_from_the_title_past_everything_to_the_text(newcomer):
    newcomer.open(TERMS)
    newcomer.tab_to(newcomer.say("Go to the text"))
    newcomer.press(Keys.ENTER, Keys.TAB)
    inside = "return document.querySelector('article').contains(document.activeElement)"
    assert newcomer.driver.execute_script(inside)


def test_the_sound_of_a_section_opens_by_keyboard(newcomer):
    newcomer.open(TERMS)
    newcomer.tab_to(newcomer.say.start("Headings on this page: %(count)s"))
    newcomer.press(Keys.ENTER)
    link = newcomer.tab_to(newcomer.say("Listen from here") + "…")
    address = link.get_attribute("href")
    newcomer.press(Keys.ENTER)
    if newcomer.javascript:
        assert newcomer.driver.switch_to.active_element.tag_name == "audio"
    else:
        assert newcomer.driver.current_url == address
    assert "/audio.mp3#t=" in address


def test_another_voice_and_speed_are_chosen_and_asked_for(newcomer):
    say = newcomer.say
    newcomer.open(f"{EXPLANATION}/forms")
    newcomer.tab_to(say("Speed of the file"))
    # The site is shared: each of the four asks for a speed of her own.
    steps = 1 + newcomer.javascript + 2 * (newcomer.language == "en")
    newcomer.press(*[Keys.ARROW_DOWN] * steps)
    newcomer.follow(say("Show these forms"))
    speed = newcomer.field_value(say("Speed of the file"))
    assert speed != "100"
    assert f"speed={speed}" in newcomer.driver.current_url
    newcomer.open(f"{EXPLANATION}/forms?speed={speed}")
    newcomer.follow(say("Make: %(form)s", form="MP3"))
    assert f"speed={speed}" in newcomer.driver.current_url
    assert (
        say.start("It is being made and should be ready in about %(wait)s.")[:-1] in newcomer.text
    )
    assert not newcomer.breaches()


def test_the_office_is_asked_for_large_print(newcomer):
    say = newcomer.say
    newcomer.open(f"{TERMS}/forms")
    newcomer.follow(say("Ask the office for another form: on paper, on CD, in sign language"))
    newcomer.follow(say("Send the request"))
    assert newcomer.driver.title.startswith(say("Error: ").strip())
    assert not newcomer.breaches()
    newcomer.tab_to(say("Large print on paper"))
    newcomer.press(Keys.SPACE)
    # Paper comes by post.
    newcomer.fill(say("Postal address") + "…", "1/1 Samsen Road")
    newcomer.follow(say("Send the request"))
    assert newcomer.heading == say("We have received your request")
    assert not newcomer.breaches()
    (code,) = set(CODE.findall(newcomer.text))
    newcomer.follow(say("Follow your message or request"))
    newcomer.fill(say("Receipt code"), code)
    newcomer.enter()
    assert say("Large print on paper") in newcomer.text
    assert not newcomer.breaches()


def test_a_comparison_is_told_with_another_marking(newcomer):
    say = newcomer.say
    newcomer.open(f"{TERMS}/v/2/compare/1")
    newcomer.tab_to(say("The paragraphs that changed, with short marks"))
    newcomer.press(Keys.ARROW_DOWN)
    newcomer.follow(say("Show it so"))
    assert "marking=all" in newcomer.driver.current_url
    assert say("The whole text with what changed") in newcomer.text
    assert not newcomer.breaches()
