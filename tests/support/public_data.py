"""Where the public records lie that tests may use: beside the checkout, no part of the project."""

from pathlib import Path

SHARED_DATA = Path(__file__).parents[3] / "shared/data"
ABSENT = "../shared/data is not beside this checkout"
