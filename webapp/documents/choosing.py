"""The form that chooses two versions to compare: what it offers, and what was chosen."""

from collections.abc import Sequence

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from webapp.documents import service
from webapp.documents.forms import VersionsForm
from webapp.shared.dates import day, moment


def versions_form(
    document: service.Document,
    shown: Sequence[service.DocumentVersion] = (),
    chosen: MultiDict[str, str] | None = None,
    message: str = "",
) -> VersionsForm:
    """The form with every version of a document and of the other texts of its bills.

    `shown` are the two versions that a page compares or proposes; without them and without what was
    `chosen` it proposes the first with the last. They may be no texts of one bill, and are offered
    too.
    `message` says what was wrong with an address; a document with one version has no choice that
    could mend it, and its page says so instead.
    """
    offered = service.versions_to_choose(document)
    offered = [one for one in shown if one not in offered] + offered
    names = [service.name_beside(version, document) for version in offered]
    ends = [service.name_beside(version, document) for version in shown] or names[:1] + names[-1:]
    form = VersionsForm(chosen, data=dict(zip(("one", "two"), ends, strict=False)))
    form.one.choices = form.two.choices = list(zip(names, _labels(offered), strict=True))
    if message and len(names) > 1:
        form.form_errors = [message]
    return form


def offers_more(form: VersionsForm, versions: Sequence[service.DocumentVersion]) -> bool:
    """Whether the form offers a pair that a list of `versions`, of one document, does not."""
    return len(form.one.choices or ()) > (2 if len(versions) > 1 else 1)


def chosen_pair(document: service.Document, form: VersionsForm) -> service.Pair | None:
    """The two versions that were chosen, the older first; None, said in the form, for no pair."""
    found = []
    for field in (form.one, form.two):
        try:
            found.append(service.version_named(document, field.data or ""))
        except service.DocumentNotFound:
            field.errors = [no_version_message()]
    if len(found) < 2:
        return None
    try:
        return service.in_order(*found)
    except service.SameVersion:
        form.two.errors = [same_version_message()]
    return None


def same_version_message() -> str:
    """Why a version is not compared with itself, and what to do."""
    return _("This is one version twice. Choose two different versions.")


def no_version_message() -> str:
    """That a version was asked for which is not there, and what to do."""
    return _("That version is not here. Choose from the list.")


def _labels(offered: Sequence[service.DocumentVersion]) -> list[str]:
    """What each version is called: by its number, with title and day where texts differ."""
    if len({version.document_id for version in offered}) < 2:
        return [
            _("Version %(number)s, of %(when)s", number=one.number, when=moment(one.made_at))
            for one in offered
        ]
    return [_with_title(version) for version in offered]


def _with_title(version: service.DocumentVersion) -> str:
    document = version.document
    parts = [document.title, _("version %(number)s", number=version.number)]
    if document.dated:
        parts.insert(1, day(document.dated))
    return " · ".join(parts)
