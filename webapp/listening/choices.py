"""What a listener chose, between the address and the service."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from flask import request

from braille import GRADES
from webapp.listening import service, wording
from webapp.listening.forms import BrailleForm, PlayerForm, SoundForm
from webapp.listening.rules.kinds import (
    LAYOUTS,
    SPEEDS,
    FormKind,
    Variant,
    usual_variant,
)

Key = TypeVar("Key", bound=StrEnum)


def player_form() -> PlayerForm:
    """What the player on a page can do."""
    form = PlayerForm()
    form.rate.choices = [(f"{speed / 100:g}", service.speed_name(speed)) for speed in SPEEDS]
    form.rate.data = f"{service.preferred_speed() / 100:g}"
    return form


def sound_form() -> SoundForm:
    """The choice of voice and speed, as the address has it."""
    form = SoundForm(request.args)
    form.voice.choices = service.voice_choices()
    form.speed.choices = service.speed_choices()
    form.voice.data = service.chosen_voice(form.voice.data)
    form.speed.data = str(asked_speed(request.args))
    return form


def braille_form() -> BrailleForm:
    """The choice of braille, as the address has it."""
    form = BrailleForm(request.args)
    form.grade.choices = service.grade_choices()
    form.layout.choices = [(layout, wording.LAYOUT_NAMES[layout]) for layout in LAYOUTS]
    layout = form.layout.data
    form.grade.data = str(asked_grade({"grade": form.grade.data or ""}))
    form.layout.data = layout if layout in LAYOUTS else LAYOUTS[0]
    return form


def asked_speed(values: Mapping[str, str]) -> int:
    """The speed asked for, in per cent; the preferred one where it is none that there is."""
    text = values.get("speed", "")
    return int(text) if text in {str(speed) for speed in SPEEDS} else service.preferred_speed()


def asked_grade(values: Mapping[str, str]) -> int:
    """The grade of braille asked for; the preferred one where it is none that there is."""
    text = values.get("grade", "")
    return int(text) if text in {str(grade) for grade in GRADES} else service.preferred_grade()


def asked_variant(kind: FormKind, values: Mapping[str, str]) -> Variant:
    """The variant that an address or a form asks for; what it does not name is as usual.

    What it names and there is not stays in it, so that the service refuses it.
    """
    usual = usual_variant(kind, service.default_voice())
    if usual.speed:
        speed = values.get("speed", "")
        return Variant(
            voice=values.get("voice") or usual.voice,
            speed=_number(speed) if speed else usual.speed,
        )
    if usual.layout:
        grade = values.get("grade", "")
        return Variant(
            grade=_number(grade) if grade else usual.grade,
            layout=values.get("layout") or usual.layout,
        )
    return usual


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else -1


def key_of(keys: type[Key], value: str | None) -> Key | None:
    """The key that a filter names; None for no choice and for what there is not."""
    return keys(value) if value in set(keys) else None
