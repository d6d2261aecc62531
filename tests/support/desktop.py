"""A private desktop without a screen: X server, message bus, window manager, accessibility bus."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.ports import wait_until

LOCALES = {"th": "th_TH.UTF-8", "en": "en_US.UTF-8"}
PROGRAMS = ("Xvfb", "openbox", "xdotool", "dbus-daemon", "gsettings", "gdbus", "orca")
BUS_LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
# Orca is Debian's and needs Debian's Python, whatever Python runs the tests.
SYSTEM_PATH = "/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin"
SWITCHED_ON = (
    ("org.gnome.desktop.interface", "toolkit-accessibility"),
    ("org.gnome.desktop.a11y.applications", "screen-reader-enabled"),
)


def require_desktop(language: str) -> None:
    """Raise LookupError naming what is missing for a desktop in `language` (`th` or `en`)."""
    missing = [name for name in PROGRAMS if shutil.which(name, path=SYSTEM_PATH) is None]
    if not BUS_LAUNCHER.exists():
        missing.append("at-spi2-core")
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.lower()
    if LOCALES[language].lower().replace("utf-8", "utf8") not in known:
        missing.append(f"the locale {LOCALES[language]}")
    if missing:
        raise LookupError(f"missing: {', '.join(missing)} (tests/tools/install.sh brings them)")


class Desktop:
    """The environment that programs on the desktop need, and what was started on it."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder = folder
        self.language = language
        self.started: list[subprocess.Popen[bytes]] = []
        self.log = (folder / "log").open("w")
        locale = LOCALES[language]
        self.env = {
            "PATH": SYSTEM_PATH,
            "HOME": str(folder / "home"),
            "TMPDIR": str(folder),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "XDG_SESSION_TYPE": "x11",
            "LANG": locale,
            "LC_ALL": locale,
            "LANGUAGE": language,
            "ACCESSIBILITY_ENABLED": "1",
            "GNOME_ACCESSIBILITY": "1",
            "NO_PROXY": "127.0.0.1,localhost",
        }

    def start(self, *command: str, keep: tuple[int, ...] = ()) -> None:
        """Start a program that runs until the desktop ends; `keep` are file descriptors it inherits."""
        self.started.append(
            subprocess.Popen(
                command,
                env=self.env,
                stdout=self.log,
                stderr=self.log,
                pass_fds=keep,
                start_new_session=True,
            )
        )

    def run(self, *command: str) -> str:
        """Run a program to its end and return what it wrote; its failure is left to the caller."""
        done = subprocess.run(
            command, env=self.env, stdout=subprocess.PIPE, stderr=self.log, text=True, timeout=20
        )
        return done.stdout

    def start_telling(self, *command: str, option: str) -> str:
        """Start a program that writes one line to the descriptor given by `option`; return the line."""
        reader, writer = os.pipe()
        self.start(*command, option.format(writer), keep=(writer,))
        os.close(writer)
        with os.fdopen(reader) as lines:
            return lines.readline().strip()

    def stop(self) -> None:
        """End everything that was started, newest first."""
        for program in reversed(self.started):
            end(program)
        self.log.close()


def end(program: "subprocess.Popen[bytes]") -> None:
    for signal_number, seconds in ((signal.SIGTERM, 3), (signal.SIGKILL, 3)):
        try:
            os.killpg(program.pid, signal_number)
            program.wait(seconds)
        except ProcessLookupError:
            break
        except subprocess.TimeoutExpired:
            continue
    program.wait()


@contextmanager
def private_desktop(language: str) -> Iterator[Desktop]:
    """Start a desktop whose programs speak `language`; end it and remove its files afterwards.

    Raises LookupError where a program is missing, TimeoutError where one does not come up.
    """
    require_desktop(language)
    folder = Path(tempfile.mkdtemp(prefix="siang-desktop-"))
    (folder / "home").mkdir()
    (folder / "run").mkdir(mode=0o700)
    desktop = Desktop(folder, language)
    try:
        start_display(desktop)
        start_buses(desktop)
        yield desktop
    finally:
        desktop.stop()
        shutil.rmtree(folder, ignore_errors=True)


def start_display(desktop: Desktop) -> None:
    screen = ("Xvfb", "-screen", "0", "1280x1000x24", "-nolisten", "tcp", "-displayfd")
    # Xvfb looks for a free display number by itself, so two lanes never meet.
    desktop.env["DISPLAY"] = ":" + desktop.start_telling(*screen, option="{}")
    desktop.start("openbox")


def start_buses(desktop: Desktop) -> None:
    bus = ("dbus-daemon", "--session", "--nofork")
    address = desktop.start_telling(*bus, option="--print-address={}")
    desktop.env["DBUS_SESSION_BUS_ADDRESS"] = address
    for schema, key in SWITCHED_ON:
        desktop.run("gsettings", "set", schema, key, "true")
    desktop.start(str(BUS_LAUNCHER), "--launch-immediately")
    wait_until(lambda: "true" in tell_status(desktop, "IsEnabled"), 10, "the accessibility bus")
    tell_status(desktop, "ScreenReaderEnabled")


def tell_status(desktop: Desktop, name: str) -> str:
    """Set one property of the accessibility bus to true and return what it then says."""
    call = (
        "gdbus",
        "call",
        "--session",
        "--dest",
        "org.a11y.Bus",
        "--object-path",
        "/org/a11y/bus",
    )
    properties = "org.freedesktop.DBus.Properties"
    desktop.run(*call, "--method", f"{properties}.Set", "org.a11y.Status", name, "<true>")
    time.sleep(0.1)
    return desktop.run(*call, "--method", f"{properties}.Get", "org.a11y.Status", name)
