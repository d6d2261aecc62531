"""Messages that the browser shows itself: the worker, the button, and a browser that says no."""

import json
from dataclasses import replace

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.support.push import vapid_key
from tests.support.records import keep_bill

REGISTER = """
const done = arguments[0];
navigator.serviceWorker.register("/static/js/push_worker.js").then(async (registration) => {
  const worker = registration.installing || registration.waiting || registration.active;
  while (worker.state !== "activated") await new Promise((next) => setTimeout(next, 20));
  done(registration.scope);
});
"""
SHOWN = """
const done = arguments[0];
navigator.serviceWorker.getRegistration("/static/js/").then(async (registration) => {
  const shown = await registration.getNotifications();
  done(shown.map((one) => [one.title, one.body, one.tag, one.data.url]));
});
"""


@pytest.fixture
def config(config):
    return replace(config, VAPID_PRIVATE_KEY=vapid_key())


@pytest.fixture
def follow_page(app, live_url, browser):
    bill = keep_bill()
    browser.get(f"{live_url}/following/new?bill={bill.public_id}")
    return browser


def test_a_message_that_comes_twice_is_shown_once_with_its_words(follow_page, live_url):
    follow_page.execute_cdp_cmd(
        "Browser.grantPermissions", {"origin": live_url, "permissions": ["notifications"]}
    )
    follow_page.execute_cdp_cmd("ServiceWorker.enable", {})
    assert follow_page.execute_async_script(REGISTER) == f"{live_url}/static/js/"
    told = {"title": "ร่างพระราชบัญญัติ", "body": "วุฒิสภาเห็นชอบ", "url": live_url, "tag": "t"}
    for number in range(20):
        # The registration's number is told only by events, which Selenium does not hand on.
        for _time in range(2):
            push = {
                "origin": live_url,
                "registrationId": str(number),
                "data": json.dumps(told),
            }
            follow_page.execute_cdp_cmd("ServiceWorker.deliverPushMessage", push)
    WebDriverWait(follow_page, 10).until(lambda driver: driver.execute_async_script(SHOWN))
    shown = follow_page.execute_async_script(SHOWN)
    assert shown == [["ร่างพระราชบัญญัติ", "วุฒิสภาเห็นชอบ", "t", live_url]]


def test_the_button_shows_and_a_browser_that_says_no_is_told_what_to_do(follow_page, live_url):
    follow_page.execute_cdp_cmd(
        "Browser.setPermission",
        {"permission": {"name": "notifications"}, "setting": "denied", "origin": live_url},
    )
    part = follow_page.find_element(By.CSS_SELECTOR, "[data-push-key]")
    assert part.is_displayed()
    part.find_element(By.TAG_NAME, "button").send_keys(Keys.ENTER)
    said = part.find_element(By.CSS_SELECTOR, "[role=status]")
    WebDriverWait(follow_page, 10).until(lambda _driver: said.text)
    assert "อนุญาตการแจ้งเตือน" in said.text
    assert "/following/new" in follow_page.current_url


def test_without_scripts_there_is_no_such_button(app, live_url, browser_without_javascript):
    bill = keep_bill()
    browser_without_javascript.get(f"{live_url}/following/new?bill={bill.public_id}")
    part = browser_without_javascript.find_element(By.CSS_SELECTOR, "[data-push-key]")
    assert not part.is_displayed()
