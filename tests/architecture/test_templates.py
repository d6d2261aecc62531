"""Templates: named after their pages, nothing inline, everything escaped, one macro a component."""

import re

import pytest
from jinja2 import nodes

from tests.support.house import TEMPLATES, files, page_templates, short

ALL = files(TEMPLATES, ending=".html")
COMPONENTS = files(TEMPLATES / "components", ending=".html")
INLINE = re.compile(
    r"\sstyle\s*=|<style|<script(?![^>]*\bsrc=)|\son[a-z]+\s*=|javascript:", re.IGNORECASE
)
# A field of a form is written by a component, which ties label, hint and error to it.
BARE_FIELD = re.compile(r"<(input|select|textarea)\b", re.IGNORECASE)


def parsed(app, file):
    return app.jinja_env.parse(file.read_text())


@pytest.mark.parametrize("file", list(page_templates()), ids=short)
def test_each_page_is_named_after_its_endpoint(app, file):
    assert f"{file.parent.name}.{file.stem}" in app.view_functions


@pytest.mark.parametrize("file", ALL, ids=short)
def test_what_is_imported_is_used(app, file):
    tree = parsed(app, file)
    used = {name.name for name in tree.find_all(nodes.Name)}
    for imported in tree.find_all(nodes.FromImport):
        names = {name[1] if isinstance(name, tuple) else name for name in imported.names}
        assert names <= used


@pytest.mark.parametrize("file", ALL, ids=short)
def test_everything_is_escaped(app, file):
    tree = parsed(app, file)
    assert "safe" not in {used.name for used in tree.find_all(nodes.Filter)}
    assert not list(tree.find_all((nodes.ScopedEvalContextModifier, nodes.EvalContextModifier)))


@pytest.mark.parametrize("file", [f for f in ALL if "emails" not in f.parts], ids=short)
def test_nothing_is_inline(file):
    assert not INLINE.findall(file.read_text())


# Mail programs heed no style sheet; a letter has its styles inline, and nothing else.
@pytest.mark.parametrize("file", [f for f in ALL if "emails" in f.parts], ids=short)
def test_a_letter_has_nothing_inline_but_styles(file):
    assert {found.strip().lower() for found in INLINE.findall(file.read_text())} <= {"style="}


@pytest.mark.parametrize("file", [f for f in ALL if f not in COMPONENTS], ids=short)
def test_fields_are_written_by_components(file):
    assert not BARE_FIELD.findall(file.read_text())


@pytest.mark.parametrize("file", COMPONENTS, ids=short)
def test_a_component_is_one_macro_that_says_how_to_call_it(app, file):
    assert [macro.name for macro in parsed(app, file).find_all(nodes.Macro)] == [file.stem]
    assert file.read_text().startswith("{#- " + file.stem + "(")


@pytest.mark.parametrize("file", COMPONENTS, ids=short)
def test_an_unknown_argument_to_a_component_is_an_error(app, file):
    name = f"{file.parent.name}/{file.name}"
    source = f"{{% from '{name}' import {file.stem} %}}{{{{ {file.stem}(no_such_argument=1) }}}}"
    with pytest.raises(TypeError):
        app.jinja_env.from_string(source).render()
