"""Templates of the files in a book, filled in."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def _seconds(value: float) -> str:
    return f"{value:.3f}"


def _clock(value: float) -> str:
    """Hours, minutes and seconds, 1:02:03.456 being 01:02:03.456."""
    milliseconds = round(value * 1000)
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def _text(number: int) -> str:
    return f"text{number:03}.xhtml"


def _overlay(number: int) -> str:
    return f"text{number:03}.smil"


def sound_name(number: int) -> str:
    """Return the name that a book's track of this number (from 1) has in it."""
    return f"sound{number:04}.mp3"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the templates; everything put into them is escaped, and a name must be known."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {
        "seconds": _seconds,
        "clock": _clock,
        "text": _text,
        "overlay": _overlay,
        "sound": sound_name,
    }
    return made


def render(name: str, **values: object) -> str:
    """Return the template called `name` with `values` in it."""
    return environment().get_template(name).render(**values).lstrip()
