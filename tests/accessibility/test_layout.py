"""Every page at 400 % zoom, with wide spacing, by finger and by keyboard."""

import pytest
from selenium.webdriver.common.keys import Keys

from tests.support import layout
from tests.support.browser import focused, full_width, narrow, prefer, press


@pytest.fixture
def narrow_browser(browser):
    """The browser at 320 CSS pixels, which is a window of 1280 at 400 % (SC 1.4.10)."""
    narrow(browser)
    yield browser
    full_width(browser)


def gather(browser, site, paths, measure):
    """Return `path: sentence` for all that `measure` finds on the pages."""
    found = []
    for path in paths:
        browser.get(site.url + path)
        found += [f"{path}: {said}" for said in measure(browser)]
    return found


def test_no_page_scrolls_sideways_at_320_pixels(narrow_browser, site, paths):
    found = gather(narrow_browser, site, paths, layout.too_wide)
    assert not found, "\n".join(found)


def test_controls_are_44_pixels_high_and_wide(narrow_browser, site, paths):
    found = gather(narrow_browser, site, paths, layout.small_targets)
    assert not found, "\n".join(found)


def test_wider_spacing_cuts_nothing_off(browser, site, paths):
    found = gather(browser, site, paths, layout.clipped_when_spaced)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "preference",
    [
        {"prefers_color_scheme": "light"},
        {"prefers_color_scheme": "dark"},
        {"forced_colors": "active"},
    ],
    ids=lambda preference: "-".join(preference.values()),
)
def test_the_focus_is_seen(browser, site, paths, preference):
    prefer(browser, **preference)
    found = gather(browser, site, paths, layout.weak_rings)
    prefer(browser)
    assert not found, "\n".join(found)


def test_tab_reaches_every_control_in_reading_order(browser, site, paths):
    for path in paths[::2]:
        browser.get(site.url + path)
        reached, wanted = layout.tab_stops(browser)
        assert reached == wanted, path


def test_the_skip_link_leads_past_the_menu(browser, site):
    for path in ("/", "/en"):
        browser.get(site.url + path)
        press(browser, Keys.TAB)
        assert focused(browser).get_attribute("href").endswith("#main-content")
        press(browser, Keys.ENTER, Keys.TAB)
        inside = "return document.querySelector('main').contains(document.activeElement)"
        assert browser.execute_script(inside) or not browser.execute_script(
            "return document.querySelector('main').querySelector('a, button, input')"
        )


def test_text_grows_with_the_reader_s_own_size(browser, site):
    size = "return parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    browser.get(site.url + "/no-such-page")
    before = browser.execute_script(size)
    assert before >= 18
    browser.execute_script("document.documentElement.style.fontSize = '200%'")
    assert browser.execute_script(size) >= 1.5 * before


def test_nothing_moves_for_those_who_asked_for_stillness(browser, site, paths):
    prefer(browser, prefers_reduced_motion="reduce")
    script = "return document.getAnimations().map(a => a.effect.target.tagName)"
    found = gather(browser, site, paths, lambda driver: driver.execute_script(script))
    prefer(browser)
    assert not found, found


BAD = """
document.querySelector('main').insertAdjacentHTML('beforeend',
  '<div id="wide">wide</div><p id="cut">cut<br>off</p><button id="small">x</button>');
const look = (id, style) => Object.assign(document.getElementById(id).style, style);
look('wide', {width: '900px'});
look('cut', {height: '2em', lineHeight: '0.5', overflow: 'hidden'});
look('small', {width: '20px', height: '20px', minHeight: 0, minWidth: 0, padding: 0, outline: 'none'});
"""


def test_the_measures_find_what_is_wrong(narrow_browser, site):
    narrow_browser.get(site.url + "/no-such-page")
    narrow_browser.execute_script(BAD)
    assert any("div#wide" in said for said in layout.too_wide(narrow_browser))
    assert any("button#small" in said for said in layout.small_targets(narrow_browser))
    assert any("button#small" in said for said in layout.weak_rings(narrow_browser))
    assert any("p#cut" in said for said in layout.clipped_when_spaced(narrow_browser))
