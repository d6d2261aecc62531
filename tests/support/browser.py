"""Debian's Chromium, driven by Selenium, with nothing downloaded and nothing left behind."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=Translate,MediaRouter",
    "--hide-scrollbars",
    "--window-size=1280,900",
)
NO_SCRIPTS = {"profile.managed_default_content_settings.javascript": 2}


def require_browser() -> tuple[str, str]:
    """Return the paths of Chromium and its driver; raise LookupError where one is missing."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver):
        raise LookupError("Chromium is not installed (tests/tools/install.sh brings it)")
    return chromium, driver


@contextmanager
def chromium(javascript: bool = True, downloads: Path | None = None) -> Iterator[webdriver.Chrome]:
    """Start a headless Chromium with a profile of its own; quit and remove it at the end.

    With `downloads`, files offered for saving are put there without asking.
    """
    program, driver_program = require_browser()
    options = webdriver.ChromeOptions()
    options.binary_location = program
    with tempfile.TemporaryDirectory(
        prefix="siang-chromium-", ignore_cleanup_errors=True
    ) as folder:
        for flag in (*QUIET, f"--user-data-dir={folder}/profile"):
            options.add_argument(flag)
        preferences = {} if javascript else dict(NO_SCRIPTS)
        if downloads:
            preferences |= {"download.default_directory": str(downloads)}
        options.add_experimental_option("prefs", preferences)
        driver = webdriver.Chrome(options, Service(driver_program))
        driver.set_script_timeout(60)
        driver.set_page_load_timeout(60)
        try:
            yield driver
        finally:
            driver.quit()


def narrow(driver: webdriver.Chrome, width: int = 320, height: int = 640) -> None:
    """Make the page `width` CSS pixels wide: 320 is 1280 at 400 % (WCAG 2.2 SC 1.4.10)."""
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
    )


def full_width(driver: webdriver.Chrome) -> None:
    """Undo `narrow`."""
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def prefer(driver: webdriver.Chrome, **features: str) -> None:
    """Tell pages what the person prefers: `prefer(d, prefers_color_scheme="dark")`; none undoes it."""
    listed = [{"name": n.replace("_", "-"), "value": v} for n, v in features.items()]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": listed})


def press(driver: webdriver.Chrome, *keys: str) -> None:
    """Send keys to whatever has the focus; text is typed, `Keys.TAB` and the like are pressed."""
    for key in keys:
        webdriver.ActionChains(driver).send_keys(key).perform()


def focused(driver: webdriver.Chrome) -> WebElement:
    """Return the element that has the focus; `<body>` when none has."""
    return driver.switch_to.active_element


def name_of(element: WebElement) -> str:
    """Return the accessible name that the browser computes, on one line."""
    return " ".join(element.accessible_name.split())


def tab_to(driver: webdriver.Chrome, name: str, limit: int = 250) -> WebElement:
    """Press Tab until the focus is on something named `name`, and return it.

    A `name` that ends in "…" is the beginning of one. Raises AssertionError with the names passed on
    the way when `limit` presses do not reach it.
    """
    beginning = name.removesuffix("…")
    passed = []
    for _ in range(limit):
        press(driver, Keys.TAB)
        here = focused(driver)
        passed.append(name_of(here))
        if passed[-1] == name or (beginning != name and passed[-1].startswith(beginning)):
            return here
    raise AssertionError(f"Tab does not reach {name!r}; it passes {passed}")


def heading(driver: webdriver.Chrome) -> str:
    """Return the text of the page's h1, on one line."""
    return " ".join(driver.find_element(By.TAG_NAME, "h1").text.split())


def wait_for_path(driver: webdriver.Chrome, part: str, seconds: float = 10) -> None:
    """Return once the address contains `part`; raise selenium's TimeoutException otherwise."""
    WebDriverWait(driver, seconds).until(
        lambda d: part in d.current_url, f"the address stayed {driver.current_url}"
    )


def is_gone(element: WebElement) -> bool:
    """Say whether the page that `element` stood on has been left."""
    try:
        element.is_enabled()
    except WebDriverException:
        return True
    return False
