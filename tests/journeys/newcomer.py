"""A person who has never been here: uses the keyboard only, knows the words of one language."""

import re
from uuid import uuid4

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from tests.support.axe import axe_breaches
from tests.support.browser import focused, heading, is_gone, name_of, press, tab_to
from tests.support.sample_site import SampleSite
from tests.support.words import Words

PATIENCE = 20  # seconds for a page to come


class Newcomer:
    """Opens the address that was printed; from then on only keys are pressed."""

    def __init__(
        self, driver: webdriver.Chrome, site: SampleSite, language: str, javascript: bool
    ) -> None:
        self.driver = driver
        self.site = site
        self.language = language
        self.javascript = javascript
        self.say = Words(language)
        # Nobody else has this address, though the site is shared with other journeys.
        self.email = f"somsri-{uuid4().hex[:8]}@example.org"

    def open(self, path: str = "/") -> None:
        """Type an address of the site, given as its Thai path."""
        prefix = "" if self.language == "th" else "/en"
        self.driver.get(self.site.url + prefix + (path if path != "/" or not prefix else ""))

    def open_whole(self, url: str) -> None:
        """Open an address as it stands in a letter."""
        self.driver.get(url)

    def follow(self, words: str) -> None:
        """Tab to the link or button with this name, press Enter, wait for the page."""
        self.tab_to(words)
        self.enter()

    def enter(self) -> None:
        """Press Enter on what has the focus and wait until another page is there."""
        before = self.driver.find_element(By.TAG_NAME, "html")
        press(self.driver, Keys.ENTER)
        WebDriverWait(self.driver, PATIENCE).until(lambda _: is_gone(before), "no new page came")
        WebDriverWait(self.driver, PATIENCE).until(
            lambda driver: driver.find_elements(By.CSS_SELECTOR, "main h1"), "no page came"
        )

    def fill(self, label: str, text: str) -> WebElement:
        """Tab to the field with this label and type."""
        field = self.tab_to(label)
        press(self.driver, text)
        return field

    def press(self, *keys: str) -> None:
        """Press keys on what has the focus."""
        press(self.driver, *keys)

    def tab_to(self, words: str) -> WebElement:
        """Tab to what has this name (its beginning, where it ends in “…”), and stay there."""
        return tab_to(self.driver, words)

    def follow_to(self, path: str) -> None:
        """Tab to the link that leads to `path`, whatever its words, and press Enter."""
        for _ in range(250):
            press(self.driver, Keys.TAB)
            if path in (focused(self.driver).get_attribute("href") or ""):
                assert self.has_focus(), f"the link to {path} has no name"
                return self.enter()
        raise AssertionError(f"Tab does not reach a link to {path}")

    def field_value(self, label: str) -> str:
        """What stands in the field with this label."""
        return str(self.tab_to(label).get_attribute("value"))

    def link_in_letter(self, part: str) -> str:
        """Do the site's waiting work; return the address with `part` in the newest letter to this person."""
        self.site.work()
        letters = self.site.letters_to(self.email)
        assert letters, f"no letter to {self.email}"
        found = re.findall(rf"http\S*{part}\S*", letters[-1].get_content())
        assert found, letters[-1].get_content()
        return str(found[0])

    @property
    def heading(self) -> str:
        """The main heading of the page, on one line."""
        return heading(self.driver)

    @property
    def text(self) -> str:
        """All that stands in the main part of the page."""
        return self.driver.find_element(By.TAG_NAME, "main").text

    def has_focus(self) -> str:
        """The name of what has the focus."""
        return name_of(focused(self.driver))

    def breaches(self) -> list[str]:
        """What axe-core finds on the page as it stands, in the state that it is in."""
        if not self.javascript:
            return []  # axe-core is a script
        return [f"{self.driver.current_url}: {breach}" for breach in axe_breaches(self.driver)]
