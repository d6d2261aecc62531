"""The blueprint that every file of pages adds to, and the words that it gives templates."""

from flask import Blueprint

from webapp.listening import choices, wording

bp = Blueprint("listening", __name__)
bp.add_app_template_filter(wording.KIND_NAMES.__getitem__, "form_name")
bp.add_app_template_filter(wording.KIND_USES.__getitem__, "form_use")
bp.add_app_template_filter(wording.FAILURE_WORDS.__getitem__, "failure_words")
bp.add_app_template_filter(wording.VOICE_NAMES.__getitem__, "voice_name")
bp.add_app_template_global(choices.player_form, "player_form")
# A global, for macros see nothing of a page's context.
bp.record_once(lambda state: state.app.jinja_env.globals.update(form_groups=wording.GROUPS))
