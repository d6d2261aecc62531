"""Where the parts of the project lie, for tests that read the project itself."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
WEBAPP = ROOT / "webapp"
TEMPLATES = WEBAPP / "templates"
STATIC = WEBAPP / "static"
LIBRARIES = [
    ROOT / name for name in ("thai_text", "braille", "audio", "search_index", "office_files")
]
# Folders of webapp/ that are no features.
PLUMBING = {"shared", "templates", "static", "translations", "migrations", "__pycache__"}
MADE_BY_TOOLS = {"migrations", "__pycache__"}


def features() -> list[str]:
    """Return the names of the features: every folder of webapp/ with code and no plumbing."""
    return sorted(
        folder.name
        for folder in WEBAPP.iterdir()
        if folder.name not in PLUMBING and (folder / "__init__.py").exists()
    )


def files(*folders: Path, ending: str = ".py") -> list[Path]:
    """Return the files under `folders` with that ending, without what tools write."""
    return sorted(
        file
        for folder in folders
        for file in folder.rglob(f"*{ending}")
        if not MADE_BY_TOOLS & set(file.relative_to(ROOT).parts)
    )


def code() -> list[Path]:
    """Return every Python file of the product itself."""
    return files(WEBAPP, *LIBRARIES)


def short(file: Path) -> str:
    """Return the file's place in the project, for the name of a test."""
    return str(file.relative_to(ROOT))


def page_templates() -> Iterator[Path]:
    """Yield the templates that are whole pages: not shells, letters, components or parts."""
    for file in sorted(TEMPLATES.glob("*/*.html")):
        shell = file.parent.name in {"components", "layouts", "errors", "emails"}
        if not shell and not file.name.startswith("_"):
            yield file
