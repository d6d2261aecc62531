"""axe-core's rules on the page that a browser shows, through axe-selenium-python.

The package bundles an engine of years ago, so a current one from npm is given to it. Three things it
does not do by itself are done here: frames get the engine too, a contrast that axe could not judge
counts as a failure (a sticky header turns real failures into "incomplete"), and a run in which the
engine did nothing cannot pass.
"""

import json
from pathlib import Path
from typing import Any

from axe_selenium_python import Axe
from selenium import webdriver
from selenium.webdriver.common.by import By

SCRIPT = Path(__file__).parents[2] / ".test-tools/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OLDEST_ENGINE = (4, 11)
# A document with a title, a language and a heading makes at least this many rules pass.
FEWEST_RULES = 8
UNJUDGED_COUNTS = {"color-contrast", "frame-tested", "duplicate-id-aria"}


def require_axe() -> Path:
    """Return the engine's file; raise LookupError where it is not installed."""
    if not SCRIPT.exists():
        raise LookupError("axe-core is not installed (tests/tools/install.sh brings it)")
    return SCRIPT


def run_axe(driver: webdriver.Chrome) -> dict[str, Any]:
    """Run the WCAG 2.0, 2.1 and 2.2 A and AA rules on the page shown; return axe's own results.

    Raises AssertionError when the engine is too old or ran next to nothing.
    """
    axe = Axe(driver, str(require_axe()))
    axe.inject()
    for frame in driver.find_elements(By.CSS_SELECTOR, "iframe, frame"):
        driver.switch_to.frame(frame)
        axe.inject()
        driver.switch_to.default_content()
    # A string: the package would paste a dict's Python repr (True, None) into JavaScript.
    results: dict[str, Any] = axe.run(
        options=json.dumps({"runOnly": {"type": "tag", "values": TAGS}})
    )
    engine = results["testEngine"]["version"]
    assert tuple(map(int, engine.split(".")[:2])) >= OLDEST_ENGINE, f"axe-core is {engine}"
    assert len(results["passes"]) >= FEWEST_RULES, f"axe ran {len(results['passes'])} rules"
    return results


def axe_breaches(driver: webdriver.Chrome) -> list[str]:
    """Return one sentence for each rule that the page shown breaks; an empty list is a good page."""
    results = run_axe(driver)
    unjudged = [found for found in results["incomplete"] if found["id"] in UNJUDGED_COUNTS]
    return [
        f"{found['id']} ({found['help']}): {node['html'][:160]} {why(node)}"
        for found in [*results["violations"], *unjudged]
        for node in found["nodes"]
    ]


def why(node: dict[str, Any]) -> str:
    return "; ".join(check["message"] for check in [*node["any"], *node["all"], *node["none"]])
