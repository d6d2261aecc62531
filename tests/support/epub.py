"""EPUBCheck and DAISY Ace, each started once for many books."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).parents[2]
NODE_MODULES = ROOT / ".test-tools/node_modules"
_ACE = ROOT / "tests/tools/ace_lines.mjs"
# What Ace says of less is advice: minor and moderate.
_GRAVE = ("serious", "critical")


def missing() -> str | None:
    """Say what is not installed that checking an EPUB needs; None where all of it is."""
    for name in ("java", "node", "chromium"):
        if shutil.which(name) is None:
            return f"{name} is not installed; see tests/tools/install.sh"
    if not (NODE_MODULES / "@daisy/ace-core").exists():
        return "DAISY Ace is not installed; see tests/tools/install.sh"
    return None


class EpubCheckers:
    """Both programs, running; used in a `with`."""

    def __enter__(self) -> "EpubCheckers":
        chromium = shutil.which("chromium") or ""
        environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": chromium}
        self._epubcheck = _started([sys.executable, "-m", "tests.support.epubcheck_lines"])
        self._ace = _started(["node", str(_ACE), str(NODE_MODULES)], environment)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process in (self._epubcheck, self._ace):
            process.stdin.close()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            process.stdout.close()

    def findings(self, book: Path) -> list[str]:
        """Return EPUBCheck's errors and warnings of a book and what Ace finds serious or worse."""
        self._ace.stdin.write(f"{book}\n")
        self._ace.stdin.flush()
        found = [f"EPUBCheck: {one}" for one in _asked(self._epubcheck, book)]
        for one in _answer(self._ace):
            if one["impact"] in _GRAVE:
                found.append(f"Ace: {one['impact']} {one['rule']} {one['where']}: {one['what']}")
        return found


def _started(command: list[str], environment: dict[str, str] | None = None) -> subprocess.Popen:
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
        env=environment,
    )


def _asked(process: subprocess.Popen, book: Path) -> list:
    process.stdin.write(f"{book}\n")
    process.stdin.flush()
    return _answer(process)


def _answer(process: subprocess.Popen) -> list:
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"{process.args} ended without an answer")
    return json.loads(line)
