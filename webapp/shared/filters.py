"""What a form in an address filters by."""

from flask_wtf import FlaskForm


def chosen(form: FlaskForm, name: str) -> str:
    """The filter's value where it is one of the choices; a mistyped address shows all."""
    field = form[name]
    if field.data not in {choice.value for choice in field.choices}:
        field.data = ""
    return str(field.data)
