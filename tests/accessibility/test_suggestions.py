"""Names suggested while one types: by keyboard, as the ARIA practices say, and whole without it."""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.support.axe import axe_breaches
from tests.support.browser import focused, full_width, narrow, press

OPEN = (
    "document.querySelector('[role=listbox]') && !document.querySelector('[role=listbox]').hidden"
)


def wait(driver, condition):
    return WebDriverWait(driver, 10).until(lambda d: d.execute_script(f"return {condition}"))


@pytest.fixture
def search(browser, site):
    browser.get(site.url + "/search")
    field = browser.find_element(By.ID, "q")
    field.click()
    return browser


def options(driver):
    return driver.find_elements(By.CSS_SELECTOR, "[role=option]")


def chosen(driver):
    return [one for one in options(driver) if one.get_attribute("aria-selected") == "true"]


def test_the_arrows_choose_and_enter_searches(search):
    press(search, "สหกร")
    wait(search, OPEN)
    field = focused(search)
    assert field.get_attribute("role") == "combobox"
    assert field.get_attribute("aria-expanded") == "true"
    assert not chosen(search), "nothing is chosen by itself"
    assert search.find_element(By.CSS_SELECTOR, "[role=status]").text or options(search)

    press(search, Keys.ARROW_DOWN)

    one = chosen(search)[0]
    assert focused(search) == field, "the focus stays in the field"
    assert field.get_attribute("aria-activedescendant") == one.get_attribute("id")
    assert field.get_attribute("value") == one.text
    words = one.text
    press(search, Keys.ENTER)
    wait(search, "document.querySelector('#found')")
    assert search.find_element(By.ID, "q").get_attribute("value") == words


def test_beyond_the_ends_is_what_was_typed_and_escape_brings_it_back(search):
    press(search, "สหกร")
    wait(search, OPEN)
    field = focused(search)
    press(search, Keys.ARROW_UP)
    assert chosen(search) == [options(search)[-1]]
    press(search, Keys.ARROW_DOWN)
    assert not chosen(search)
    assert field.get_attribute("value") == "สหกร"
    press(search, Keys.ARROW_DOWN, Keys.ESCAPE)
    assert field.get_attribute("value") == "สหกร"
    assert field.get_attribute("aria-expanded") == "false"
    assert not options(search)


@pytest.mark.parametrize("key", [Keys.ARROW_LEFT, Keys.ARROW_RIGHT, Keys.HOME, Keys.END])
def test_who_moves_in_what_was_chosen_is_in_the_field_again(search, key):
    press(search, "สหกร")
    wait(search, OPEN)
    press(search, Keys.ARROW_DOWN)
    words = chosen(search)[0].text
    press(search, key)
    field = focused(search)
    assert not chosen(search)
    assert not field.get_attribute("aria-activedescendant")
    assert field.get_attribute("value") == words
    press(search, Keys.ARROW_DOWN, Keys.ARROW_UP)
    assert field.get_attribute("value") == words, "what was moved in counts as typed"


def test_tab_leaves_the_field_and_closes_the_list(search):
    press(search, "สหกร")
    wait(search, OPEN)
    press(search, Keys.TAB)
    assert focused(search).tag_name == "button"
    assert not options(search)


def test_a_click_searches(search):
    press(search, "สหกร")
    wait(search, OPEN)
    options(search)[0].click()
    wait(search, "document.querySelector('#found')")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_open_list_keeps_the_rules(search, width):
    narrow(search, width, 900)
    try:
        press(search, "สหกร")
        wait(search, OPEN)
        press(search, Keys.ARROW_DOWN)
        found = axe_breaches(search)
        assert not found
        assert search.execute_script(
            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        )
        assert all(one.size["height"] >= 44 for one in options(search))
    finally:
        full_width(search)


def test_without_scripts_the_field_is_a_field(browser_without_javascript, site):
    driver = browser_without_javascript
    driver.get(site.url + "/")
    field = driver.find_element(By.ID, "q")
    assert field.get_attribute("role") in (None, "", "searchbox")
    field.send_keys("สหกรณ์", Keys.ENTER)
    WebDriverWait(driver, 10).until(lambda d: d.find_elements(By.ID, "found"))
