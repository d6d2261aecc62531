"""The page of reform."""

from flask import Blueprint, render_template

from webapp.documents import service as documents
from webapp.reform import rules
from webapp.shared.languages import language

Kind = documents.DocumentKind
# The newest of each; the catalogue has them all.
SHOWN = 10

bp = Blueprint("reform", __name__, url_prefix="/reform")


@bp.get("")
def show_reform() -> str:
    lang = language()
    lists = {
        "reports": documents.Filter(lang, Kind.CABINET_ITEM, words=rules.REPORT_TITLE),
        "replies": documents.Filter(lang, Kind.REPORT_REPLY),
    }
    return render_template(
        "reform/show_reform.html",
        rules=rules,
        **{name: documents.list_documents(wanted, 1, SHOWN) for name, wanted in lists.items()},
        report_kind=Kind.CABINET_ITEM,
        reply_kind=Kind.REPORT_REPLY,
    )
