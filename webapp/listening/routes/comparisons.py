"""The forms of a comparison of two versions: its sound, its braille, its text."""

from collections.abc import Mapping
from dataclasses import replace

from flask import flash, redirect, request, send_file
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from thai_text.compare import Marking
from webapp.documents import service as documents
from webapp.extensions import limiter
from webapp.listening import choices, service
from webapp.listening.routes.blueprint import bp
from webapp.listening.routes.downloads import name_file, tell_asked
from webapp.listening.rules.kinds import BY_ADDRESS, FILES, PLAYABLE, FormKind, Variant
from webapp.shared.languages import page_url

OFFERED = (FormKind.MP3, FormKind.MP3_LIGHT, FormKind.BRF, FormKind.TEXT)
_PLACE = "/documents/<public_id>/v/<int:version>/compare/<other>"


def comparison_variant(kind: FormKind, values: Mapping[str, str]) -> Variant:
    """The variant of a kind that an address or a form asks for, as the reader prefers where it does
    not say. Its "marking" says how much is told; one that there is not stays in the variant, so
    that the service refuses it."""
    marking = values.get("marking", "")
    told = "" if marking == Marking.CHANGES else marking
    usual = replace(service.usual_variant(kind, service.default_voice()), told=told)
    if usual.speed:
        voice, speed = service.chosen_voice(values.get("voice")), choices.asked_speed(values)
        return replace(usual, voice=voice, speed=speed)
    return replace(usual, grade=choices.asked_grade(values)) if usual.layout else usual


@bp.app_template_global()
def comparison_forms(
    newer: documents.DocumentVersion, older: documents.DocumentVersion, told: str
) -> list[service.Form]:
    """The forms that the page of a comparison offers, as the reader prefers them."""
    asked = {"marking": told}
    return [
        service.form_of(newer, kind, comparison_variant(kind, asked), older) for kind in OFFERED
    ]


@bp.get(f"{_PLACE}/<file>")
def send_comparison(public_id: str, version: int, other: str, file: str) -> Response:
    document = documents.get_document(public_id)
    older, newer = documents.versions_to_compare(document, version, other)
    kind = BY_ADDRESS.get(file)
    if kind not in OFFERED:
        raise documents.DocumentNotFound(f"no form {file} of a comparison")
    variant = comparison_variant(kind, request.args)
    try:
        opened = service.open_form(newer, kind, variant, older)
    except (service.FormNotReady, service.FormNotOffered):
        return _to_comparison(public_id, version, other)
    response = send_file(
        opened.path, mimetype=FILES[kind].mimetype, conditional=True, etag=opened.key
    )
    name_file(response, document, FILES[kind].ending, inline=kind in PLAYABLE)
    return response


@bp.post(f"{_PLACE}/forms")
@limiter.limit("60 per hour")
def request_comparison(public_id: str, version: int, other: str) -> Response:
    document = documents.get_document(public_id)
    older, newer = documents.versions_to_compare(document, version, other)
    kind = choices.key_of(FormKind, request.form.get("kind"))
    try:
        if kind not in OFFERED:
            raise service.FormNotOffered(str(kind))
        variant = comparison_variant(kind, request.form)
        service.request_form(newer, kind, variant, older)
    except service.FormNotOffered:
        flash(_("Choose a form on this page."))
    else:
        tell_asked(service.form_of(newer, kind, variant, older))
    return _to_comparison(public_id, version, other)


def _to_comparison(public_id: str, version: int, other: str) -> Response:
    """The page of the comparison, which says how far its forms are, with the same choice."""
    told = request.values.get("marking", "")
    place = page_url(
        "documents.compare_versions",
        public_id=public_id,
        version=version,
        other=other,
        marking=told if told in list(Marking) else None,
        _anchor="forms-title",
    )
    answer = redirect(place)
    answer.headers["Cache-Control"] = "no-store"
    return answer
