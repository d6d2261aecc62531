"""Files to take along, and asking for their making."""

from dataclasses import replace
from typing import Any
from urllib.parse import quote

from flask import flash, jsonify, redirect, render_template, request, send_file, url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.documents import service as documents
from webapp.extensions import limiter
from webapp.listening import choices, service, wording
from webapp.listening.routes.blueprint import bp
from webapp.listening.rules.kinds import (
    BRAILLE,
    BY_ADDRESS,
    FILES,
    PLAYABLE,
    FormKind,
    layouts_of,
    usual_layout,
)
from webapp.shared.languages import page_url, visitor_language

# A version never changes, but a better voice may read it one day.
_KEEP_SECONDS = 24 * 3600


@bp.app_template_global()
def form_url(public_id: str, form: service.Form, version: int | None = None) -> str:
    """The address of a form's file, the variant named where it is not the usual one."""
    usual = service.usual_variant(form.kind, service.default_voice())
    own = {
        name: getattr(form.variant, name)
        for name in ("voice", "speed", "grade", "layout")
        if getattr(form.variant, name) != getattr(usual, name)
    }
    return url_for(
        "listening.send_form",
        public_id=public_id,
        file=FILES[form.kind].address,
        version=version,
        **own,
    )


def send_form(public_id: str, file: str, version: int | None = None) -> Response:
    document = documents.get_document(public_id)
    shown = documents.get_version(document, version)
    kind = BY_ADDRESS[file]
    try:
        opened = service.open_form(shown, kind, choices.asked_variant(kind, request.args))
    except service.FormNotReady:
        return _to_forms(public_id, version, kind)
    except service.FormNotOffered:
        with force_locale(visitor_language()):
            flash(_("There is no such voice, speed or braille. Choose one of those on this page."))
        return _to_forms(public_id, version, kind)
    # Byte ranges let a player jump, and an interrupted download go on.
    response = send_file(
        opened.path,
        mimetype=FILES[kind].mimetype,
        conditional=True,
        etag=opened.key,
        last_modified=opened.made_at,
        # Nobody between here and the listener may keep a voice that is withdrawn.
        max_age=_KEEP_SECONDS if version and opened.lasting else 0,
    )
    name_file(response, document, FILES[kind].ending, inline=kind in PLAYABLE)
    return response


for _address in BY_ADDRESS:
    for _place in ("/documents/<public_id>/", "/documents/<public_id>/v/<int:version>/"):
        bp.add_url_rule(_place + _address, "send_form", send_form, defaults={"file": _address})


def _to_forms(public_id: str, version: int | None, kind: FormKind) -> Response:
    """The page that says how far a form is and how to ask for it, with the same choice."""
    values: dict[str, Any] = {n: value for n, value in request.values.items() if n in _CHOICES}
    place = page_url(
        "listening.show_forms", public_id=public_id, version=version, _anchor=kind, **values
    )
    answer = redirect(place)
    answer.headers["Cache-Control"] = "no-store"
    return answer


_CHOICES = ("voice", "speed", "grade", "layout")


@bp.get("/documents/<public_id>/forms", defaults={"version": None})
@bp.get("/documents/<public_id>/v/<int:version>/forms")
def show_forms(public_id: str, version: int | None) -> str:
    document = documents.get_document(public_id)
    shown = documents.get_version(document, version)
    sound, braille = choices.sound_form(), choices.braille_form()
    forms = {
        form.kind: _chosen(shown, form.kind, sound, braille) for form in service.forms_of(shown)
    }
    return render_template(
        "listening/show_forms.html",
        document=document,
        version=shown,
        asked_version=version,
        forms=forms,
        sound_form=sound,
        braille_form=braille,
        speed_name=service.speed_name,
        layout_names=wording.LAYOUT_NAMES,
    )


def _chosen(
    version: documents.DocumentVersion,
    kind: FormKind,
    sound: choices.SoundForm,
    braille: choices.BrailleForm,
) -> service.Form:
    """The form of a kind in the variant that the page's choices name; a kind of braille that is not
    made in the layout chosen comes in its usual one, in the grade chosen all the same."""
    asked = {**sound.data, **braille.data}
    variant = choices.asked_variant(kind, {name: str(value) for name, value in asked.items()})
    if kind in BRAILLE and variant.layout not in layouts_of(kind):
        variant = replace(variant, layout=usual_layout(kind))
    return service.form_of(version, kind, variant)


@bp.post("/documents/<public_id>/forms", defaults={"version": None})
@bp.post("/documents/<public_id>/v/<int:version>/forms")
@limiter.limit("60 per hour")
def request_form(public_id: str, version: int | None) -> Response:
    document = documents.get_document(public_id)
    kind = choices.key_of(FormKind, request.form.get("kind"))
    if kind is None:
        flash(_("Choose a form on this page."))
        return redirect(url_for("listening.show_forms", public_id=public_id, version=version))
    shown = documents.get_version(document, version)
    if not service.is_possible(kind):
        flash(str(wording.FAILURE_WORDS[service.Failure.PRINT]))
        return _to_forms(public_id, version, kind)
    try:
        variant = choices.asked_variant(kind, request.form)
        service.request_form(shown, kind, variant)
    except service.FormNotOffered:
        flash(_("There is no such voice, speed or braille. Choose one of those on this page."))
    else:
        tell_asked(service.form_of(shown, kind, variant))
    return _to_forms(public_id, version, kind)


@bp.post("/documents/<public_id>/audio")
@limiter.limit("60 per hour")
def request_audio(public_id: str) -> Response:
    document = documents.get_document(public_id)
    shown = documents.get_version(document)
    service.request_form(shown, FormKind.MP3)
    usual = service.usual_variant(FormKind.MP3, service.default_voice())
    tell_asked(service.form_of(shown, FormKind.MP3, usual))
    return redirect(url_for("documents.show_document", public_id=public_id))


@bp.get("/documents/<public_id>/v/<int:version>/part/<int:part>/timings.json")
def send_timings(public_id: str, version: int, part: int) -> Response:
    """What the sound says when, for the page that marks the sentence being read."""
    document = documents.get_document(public_id)
    shown = documents.get_version(document, version)
    voice = service.chosen_voice(request.args.get("voice"))
    try:
        said = service.said_on(shown, part, voice)
    except service.FormNotReady:
        documents.get_part(shown, part)  # of a page that there is, nothing is said yet
        said = []
    answer = jsonify([[one.block, one.text, one.start, one.end] for one in said])
    answer.headers["Cache-Control"] = "no-cache"
    answer.add_etag()
    return answer.make_conditional(request)


def tell_asked(form: service.Form) -> None:
    """Say what becomes of a form that was just asked for, on the page that comes next."""
    if form.stand_in:
        flash(wording.ASKED_AGAIN_WORDS)
    else:
        flash(wording.ASKED_READY_WORDS if form.ready and not form.old else wording.ASKED_WORDS)


def name_file(
    response: Response, document: documents.Document, ending: str, inline: bool = False
) -> None:
    """Offer the answer as a file with the document's title, and with its id where a browser cannot
    read Thai names: headers are ASCII (RFC 6266). What is `inline` also plays in its place."""
    name = quote(f"{document.title}.{ending}", safe="")
    response.headers["Content-Disposition"] = (
        f"{'inline' if inline else 'attachment'}; "
        f"filename={document.public_id}.{ending}; filename*=UTF-8''{name}"
    )
