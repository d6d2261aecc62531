"""The player on a reading page, in a real browser: place, sections, speed, and the sentence being read."""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from tests.support.browser import focused, prefer, press, tab_to
from tests.support.words import Words
from webapp.documents import service as documents
from webapp.extensions import db
from webapp.listening import service as listening

SAY = Words("th")


@pytest.fixture(scope="module")
def sections(site) -> list[tuple[str, float]]:
    """The headings of the first document of the sample, and when its sound reads each."""
    with site.app.app_context():
        version = documents.get_version(documents.get_document("d-1"))
        starts = listening.starts_of(version, "espeak")
        headings = [entry[0] for entry in version.contents if entry[4] in ("chapter", "section")]
        db.session.remove()
    return [(anchor, starts[anchor]) for anchor in headings if anchor in starts]


@pytest.fixture
def player(browser, site):
    """The reading page of the first document, as somebody sees it who was never here."""
    browser.get(site.url + "/documents/d-1")
    browser.execute_script("localStorage.clear()")
    browser.refresh()
    yield browser
    # Whoever comes next finds a browser that knows nothing.
    browser.get(site.url + "/documents")
    browser.execute_script("localStorage.clear()")


def wait(browser, condition: str, *values, seconds: float = 20):
    """Return what a condition in JavaScript comes to, once it is true of the page."""
    return WebDriverWait(browser, seconds, poll_frequency=0.1).until(
        lambda driver: driver.execute_script(f"return {condition}", *values), condition
    )


def play(browser) -> None:
    """Play by keyboard, as browsers want it: no page may sound without somebody's doing."""
    browser.execute_script(
        "const audio = document.querySelector('audio'); audio.muted = true; audio.focus()"
    )
    if browser.execute_script("return document.querySelector('audio').paused"):
        press(browser, Keys.SPACE)
    wait(browser, "document.querySelector('audio').currentTime > 0")


def seek(browser, seconds: float) -> None:
    """Play from a moment on."""
    play(browser)
    browser.execute_script("document.querySelector('audio').currentTime = arguments[0]", seconds)


def open_contents(browser) -> None:
    browser.execute_script(
        "document.querySelectorAll('details').forEach((d) => { d.open = true; })"
    )


def test_the_player_goes_on_where_one_stopped(player, site):
    seek(player, 21)
    wait(player, "document.querySelector('audio').currentTime > 22")
    player.execute_script("document.querySelector('audio').pause()")
    stopped = player.execute_script("return document.querySelector('audio').currentTime")
    player.get(site.url + "/documents")
    player.get(site.url + "/documents/d-1")

    remembered = player.find_element(By.CSS_SELECTOR, "[data-remembered]")
    assert remembered.is_displayed()
    assert "00:2" in remembered.text
    play(player)

    wait(player, f"document.querySelector('audio').currentTime >= {stopped - 1}")


def test_one_may_begin_anew(player, site):
    seek(player, 21)
    wait(player, "document.querySelector('audio').currentTime > 21.5")
    player.execute_script("document.querySelector('audio').pause()")
    player.refresh()

    tab_to(player, SAY("From the beginning"))
    press(player, Keys.ENTER)
    play(player)

    now = wait(player, "document.querySelector('audio').currentTime || null")
    assert now < 15
    assert not player.find_element(By.CSS_SELECTOR, "[data-remembered]").is_displayed()


def test_from_any_section_by_keyboard_then_space_pauses(player, sections):
    anchor, start = sections[1]
    open_contents(player)
    player.execute_script("document.querySelector('audio').muted = true")
    link = player.find_element(By.CSS_SELECTOR, f'a[href="#{anchor}"] + a[data-seek]')
    player.execute_script("arguments[0].previousElementSibling.focus()", link)

    press(player, Keys.TAB)
    assert focused(player) == link
    press(player, Keys.ENTER)
    wait(player, f"document.querySelector('audio').currentTime > {start}")

    assert player.execute_script("return document.querySelector('audio').currentTime") < start + 15
    assert focused(player).tag_name == "audio"
    press(player, Keys.SPACE)
    wait(player, "document.querySelector('audio').paused")


def test_without_javascript_the_section_is_a_place_in_the_file(
    browser_without_javascript, site, sections
):
    anchor, start = sections[1]
    browser = browser_without_javascript
    browser.get(site.url + "/documents/d-1")

    link = browser.find_element(By.CSS_SELECTOR, f'a[href="#{anchor}"] + a[data-seek]')

    assert link.get_attribute("href").endswith(f"/documents/d-1/audio.mp3#t={start}")
    assert browser.find_element(By.CSS_SELECTOR, "audio[controls]").is_displayed()
    assert not browser.find_element(By.CSS_SELECTOR, "[data-controls]").is_displayed()


def test_the_sentence_being_read_is_marked(player, sections):
    anchor, start = sections[2]
    seek(player, start + 0.2)

    wait(player, f"document.querySelector('.spoken')?.id === '{anchor}'")
    marked = wait(player, "[...(CSS.highlights.get('spoken') ?? [])].join('')")
    heading = player.find_element(By.ID, anchor).text
    assert marked in heading

    player.execute_script("document.querySelector('audio').currentTime += 12")
    wait(
        player,
        f"document.querySelector('.spoken') && document.querySelector('.spoken').id !== '{anchor}'",
    )
    assert len(player.find_elements(By.CSS_SELECTOR, ".spoken")) == 1


@pytest.mark.parametrize(
    "preference",
    [{"forced_colors": "active"}, {"prefers_color_scheme": "dark"}],
    ids=["forced colours", "dark"],
)
def test_the_sentence_being_read_is_seen_in_other_colours_too(player, sections, preference):
    prefer(player, **preference)
    seek(player, sections[2][1] + 0.2)
    wait(player, "document.querySelector('.spoken') && CSS.highlights.get('spoken')")
    player.execute_script("document.querySelector('audio').pause()")
    block = player.find_element(By.CSS_SELECTOR, ".spoken")
    outline = "getComputedStyle(document.querySelector('.spoken')).outlineStyle"
    assert player.execute_script(f"return {outline}") == "dashed"
    with_sentence = block.screenshot_as_png
    player.execute_script("CSS.highlights.delete('spoken')")
    without = block.screenshot_as_png
    prefer(player)
    assert with_sentence != without


def test_the_page_moves_only_when_asked_to(player, sections):
    _anchor, start = sections[-1]
    seek(player, start + 0.2)
    wait(player, "document.querySelector('.spoken')")
    assert player.execute_script("return window.scrollY") == 0

    player.execute_script("document.querySelector('audio').pause()")
    tab_to(player, SAY("Move the page along with the voice"))
    press(player, Keys.SPACE)
    seek(player, 1)
    wait(player, "document.querySelector('audio').currentTime < 10")
    seek(player, start + 0.2)

    wait(player, "window.scrollY > 0")


def test_the_speed_is_chosen_and_remembered_without_another_pitch(player):
    Select(player.find_element(By.ID, "rate")).select_by_value("1.5")
    player.refresh()

    audio = "document.querySelector('audio')"
    assert player.execute_script(f"return {audio}.playbackRate") == 1.5
    assert player.execute_script(f"return {audio}.preservesPitch") is True
    assert (
        Select(player.find_element(By.ID, "rate")).first_selected_option.get_attribute("value")
        == "1.5"
    )


def test_a_browser_that_keeps_nothing_still_plays(player, site):
    refuse = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
    name = "Page.addScriptToEvaluateOnNewDocument"
    script = player.execute_cdp_cmd(name, {"source": refuse})
    player.get(site.url + "/documents/d-1")
    seek(player, 5)

    wait(player, "document.querySelector('audio').currentTime > 5.2")
    assert player.find_element(By.CSS_SELECTOR, "[data-controls]").is_displayed()
    player.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)
