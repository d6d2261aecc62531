"""A person who has never been here: uses the keyboard only, knows the words of one language."""

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.ui import WebDriverWait

from tests.support.axe import axe_breaches
from tests.support.browser import focused, heading, name_of, press, tab_to
from tests.support.sample_site import SampleSite
from tests.support.words import Words

PATIENCE = 20  # seconds for a page to come


class Newcomer:
    """Opens the address that was printed; from then on only keys are pressed."""

    def __init__(self, driver: webdriver.Chrome, site: SampleSite, language: str) -> None:
        self.driver = driver
        self.site = site
        self.language = language
        self.say = Words(language)

    def open(self, path: str = "/") -> None:
        """Type an address of the site, given as its Thai path."""
        prefix = "" if self.language == "th" else "/en"
        self.driver.get(self.site.url + prefix + (path if path != "/" or not prefix else ""))

    def open_whole(self, url: str) -> None:
        """Open an address as it stands in a letter."""
        self.driver.get(url)

    def follow(self, words: str) -> None:
        """Tab to the link or button whose name has these words, press Enter, wait for the page."""
        tab_to(self.driver, words, limit=250)
        self.enter()

    def enter(self) -> None:
        """Press Enter on what has the focus and wait until another page is there."""
        before = self.driver.find_element(By.TAG_NAME, "html")
        press(self.driver, Keys.ENTER)
        WebDriverWait(self.driver, PATIENCE).until(staleness_of(before), "no new page came")
        WebDriverWait(self.driver, PATIENCE).until(
            lambda driver: driver.find_elements(By.CSS_SELECTOR, "main h1"), "no page came"
        )

    def fill(self, label: str, text: str) -> WebElement:
        """Tab to the field with this label and type."""
        field = tab_to(self.driver, label, limit=250)
        press(self.driver, text)
        return field

    def choose(self, group_label: str, arrows: int = 0) -> None:
        """Tab to the radio button with this label's group and go down by `arrows`."""
        tab_to(self.driver, group_label, limit=250)
        press(self.driver, Keys.SPACE, *[Keys.ARROW_DOWN] * arrows)

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
        return [f"{self.driver.current_url}: {breach}" for breach in axe_breaches(self.driver)]
