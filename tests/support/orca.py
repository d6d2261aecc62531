"""The real screen reader Orca on a real Chromium; what it says comes back as text.

with orca("th") as reader:
    reader.open(url)           # -> what is said while the page loads and is read out
    reader.keys("h", "Tab")    # -> what is said after each key
"""

import json
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

from tests.support.browser import NO_SCRIPTS, is_gone, require_browser
from tests.support.desktop import Desktop, private_desktop
from tests.support.ports import wait_until

CUSTOMIZATIONS = Path(__file__).with_name("orca_customizations.py")
PROFILE = {
    "profile": ["Default", "default"],
    "pronunciations": {},
    "keybindings": {},
    "enableKeyEcho": False,
    "enableEchoByWord": False,
    "enableEchoByCharacter": False,
    "enableBraille": False,
    "sayAllOnLoad": True,
    "onlySpeakDisplayedText": False,
    "keyboardLayout": 1,
}
SETTINGS = {
    "startingProfile": ["Default", "default"],
    "general": {},
    "pronunciations": {},
    "keybindings": {},
    "profiles": {"default": PROFILE},
}
# Said or not, and when, by how fast the machine is; no page says it, and no journey hears it.
OF_THE_MACHINE = re.compile(
    r"Loading\. Please wait\.|Finished loading( .*)?\.?|กำลังเรียกอ่าน .*|เรียกอ่าน( .* )?เสร็จแล้ว"
)
FLAGS = (
    "--no-sandbox",
    "--test-type",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-infobars",
    "--disable-features=Translate,TranslateUI,MediaRouter",
    "--force-renderer-accessibility",
    "--window-size=1200,900",
)


class Reader:
    """A person with a screen reader: opens pages, presses keys, hears."""

    def __init__(self, desktop: Desktop, utterances: Path) -> None:
        self.desktop = desktop
        self.utterances = utterances
        self.position = 0
        self.driver: webdriver.Chrome | None = None

    def open(self, url: str, seconds: float = 60) -> list[str]:
        """Open `url`; return all that is said until it is quiet, `seconds` at most."""
        assert self.driver is not None
        self.driver.get(url)
        return self.read_out(seconds)

    def read_out(self, seconds: float = 60) -> list[str]:
        """Return all that is said of a new page, up to the last sentence of its footer.

        Orca reads to the end, on a busy machine with long pauses in between.
        """
        return self.heard(8.0, 8.0, seconds, last=self.region("footer > p"))

    def keys(self, *names: str, **patience: float) -> list[str]:
        """Press keys by their X names (`h`, `Tab`, `shift+Tab`, `Return`); return what is said after them."""
        said = []
        for name in names:
            self.desktop.run("xdotool", "key", "--clearmodifiers", name)
            said += self.heard(**patience)
        return said

    def go(self, *names: str) -> list[str]:
        """Press keys that lead to another page; return all that is said until it has been read out."""
        assert self.driver is not None
        before = self.driver.find_element(By.TAG_NAME, "html")
        self.desktop.run("xdotool", "key", "--clearmodifiers", *names)
        wait_until(lambda: is_gone(before), 30, "another page")
        return self.read_out()

    def tab_to(self, name: str, limit: int = 60) -> list[str]:
        """Press Tab until something named `name` is said; return what is said of it, and only that.

        A `name` that ends in "…" is the beginning of one. Raises AssertionError with all that was
        heard when `limit` presses do not reach it.
        """
        # After the name comes its kind ("link", "entry") or nothing.
        after = "" if name.endswith("…") else r"(?=[ .]|$)"
        wanted = re.compile(re.escape(name.removesuffix("…")) + after)
        passed = []
        for _ in range(limit):
            said = self.keys("Tab", quiet=0.35, first=6.0)
            if any(wanted.match(sentence) for sentence in said):
                return said
            passed += said
        raise AssertionError(f"Tab does not reach {name!r}; it passes {passed}")

    def region(self, selector: str) -> str:
        """Return the text of the first element that `selector` finds, on one line."""
        assert self.driver is not None
        return " ".join(self.driver.find_element(By.CSS_SELECTOR, selector).text.split())

    def type(self, text: str) -> list[str]:
        """Write `text` into the field that has the focus.

        The browser's driver writes it: sent through X, Thai letters get lost, since each needs a
        key to be redefined for it. Keys that the screen reader answers to are real ones.
        """
        assert self.driver is not None
        self.driver.switch_to.active_element.send_keys(text)
        return self.heard()

    def focused_class(self) -> str:
        """Return the class of the element that has the focus, "" where it has none."""
        assert self.driver is not None
        return self.driver.switch_to.active_element.get_attribute("class") or ""

    def heard(
        self, quiet: float = 0.5, first: float = 2.0, seconds: float = 8.0, last: str = ""
    ) -> list[str]:
        """Return what is said from now on, until `quiet` seconds pass in silence, or up to `last`.

        Waits at most `first` seconds for the first words and `seconds` in all. What is told of the
        machine's own pace ends no silence too early, but is not returned.
        """
        said: list[str] = []
        start = spoken = time.monotonic()
        while time.monotonic() - start < seconds:
            new = self.new_lines()
            now = time.monotonic()
            if new:
                said += new
                spoken = now
                if last and last.endswith(said[-1]):
                    break
            elif now - spoken > (quiet if said else first):
                break
            time.sleep(0.03)
        return [line for line in said if not OF_THE_MACHINE.fullmatch(line)]

    def new_lines(self) -> list[str]:
        with self.utterances.open("rb") as file:
            file.seek(self.position)
            new = file.read()
        complete = new[: new.rfind(b"\n") + 1]
        self.position += len(complete)
        texts = (json.loads(line)["text"] for line in complete.decode().splitlines())
        return [" ".join(text.split()) for text in texts if text.strip()]


@contextmanager
def orca(language: str, downloads: Path | None = None, javascript: bool = True) -> Iterator[Reader]:
    """Start a desktop, Orca and Chromium in `language` (`th` or `en`); end them all afterwards.

    Files that pages offer are put into `downloads` without asking. Without `javascript` no page runs
    a script. Raises LookupError where one of them is not installed.
    """
    require_browser()
    with private_desktop(language) as desktop:
        utterances = desktop.folder / "utterances.jsonl"
        utterances.touch()
        desktop.env["ORCA_UTTERANCES"] = str(utterances)
        reader = Reader(desktop, utterances)
        start_orca(desktop, utterances)
        with visible_chromium(desktop, downloads, javascript) as driver:
            reader.driver = driver
            # On a slow machine the browser's own first page would still be read out later.
            driver.get("about:blank")
            give_focus(desktop)
            # What the browser's own window says at its start is not the page's.
            reader.heard(quiet=1.0, first=3.0)
            yield reader


def start_orca(desktop: Desktop, utterances: Path) -> None:
    home = desktop.folder / "home/.local/share/orca"
    home.mkdir(parents=True)
    shutil.copy(CUSTOMIZATIONS, home / "orca-customizations.py")
    (home / "user-settings.conf").write_text(json.dumps(SETTINGS))
    see_no_other_orca(desktop)
    desktop.start("orca")
    wait_until(lambda: utterances.stat().st_size, 30, "Orca's first word")


def see_no_other_orca(desktop: Desktop) -> None:
    """Let Orca start although another runs: on another desktop, in the other lane or the developer's.

    It asks `pgrep` for Orcas of the same person, on whatever display, and would not start.
    """
    programs = desktop.folder / "bin"
    programs.mkdir()
    (programs / "pgrep").write_text("#!/bin/sh\nexit 1\n")
    (programs / "pgrep").chmod(0o755)
    desktop.env["PATH"] = f"{programs}:{desktop.env['PATH']}"


@contextmanager
def visible_chromium(
    desktop: Desktop, downloads: Path | None, javascript: bool
) -> Iterator[webdriver.Chrome]:
    program, driver_program = require_browser()
    options = webdriver.ChromeOptions()
    options.binary_location = program
    profile = f"--user-data-dir={desktop.folder}/profile"
    for flag in (*FLAGS, f"--lang={desktop.language}", profile):
        options.add_argument(flag)
    # Otherwise Orca reads out that the browser is driven by a test.
    options.add_experimental_option("excludeSwitches", ["enable-automation", "load-extension"])
    preferences = {"credentials_enable_service": False, "profile.password_manager_enabled": False}
    if not javascript:
        preferences |= NO_SCRIPTS
    if downloads:
        preferences |= {"download.default_directory": str(downloads)}
    options.add_experimental_option("prefs", preferences)
    driver = webdriver.Chrome(options, Service(driver_program, env=desktop.env))
    try:
        yield driver
    finally:
        driver.quit()


def give_focus(desktop: Desktop) -> None:
    def windows() -> list[str]:
        return desktop.run("xdotool", "search", "--onlyvisible", "--class", "chromium").split()

    wait_until(windows, 15, "Chromium's window")
    desktop.run("xdotool", "windowactivate", "--sync", windows()[-1])
