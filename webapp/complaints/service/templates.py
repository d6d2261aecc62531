"""Templates of the office's words: kept in versions, retired, offered for a message, filled in."""

from dataclasses import dataclass

from sqlalchemy import select

from webapp.complaints.models import Complaint, Template, TemplateVersion
from webapp.complaints.rules.templates import Use, fit
from webapp.complaints.service.errors import TemplateNotFound
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.transaction import transaction


@dataclass(frozen=True)
class TemplateWords:
    """What a version of a template says; `kind` and `subject` may be "" for every one."""

    name: str
    use: Use
    kind: str
    subject: str
    language: str
    text: str


def list_templates() -> list[Template]:
    """Every template, those in use first, by name."""
    found = db.session.scalars(select(Template)).all()
    return sorted(found, key=lambda one: (one.retired_at is not None, one.newest.name))


def template_by_id(template_id: int) -> Template:
    """One template, retired or not. Raises `TemplateNotFound`."""
    template = db.session.get(Template, template_id)
    if template is None:
        raise TemplateNotFound
    return template


def keep_template(
    template_id: int | None, words: TemplateWords, account_id: int | None
) -> Template:
    """Add a template, or a new version of one; the old version stays as it was.

    Raises `TemplateNotFound`, also where it is retired.
    """
    with transaction():
        template = _in_use(template_id) if template_id else Template()
        version = template.newest.version + 1 if template.versions else 1
        template.versions.append(
            TemplateVersion(version=version, at=clock.now(), account_id=account_id, **vars(words))
        )
        db.session.add(template)
        db.session.flush()
        subject = f"template {template.id}, version {version}"
        audit.record(account_id, "complaints.keep_template", subject)
    return template


def retire_template(template_id: int, account_id: int | None) -> None:
    """Offer a template no more. Raises `TemplateNotFound`, also where it is retired already."""
    with transaction():
        _in_use(template_id).retired_at = clock.now()
        audit.record(account_id, "complaints.retire_template", f"template {template_id}")


def _in_use(template_id: int) -> Template:
    template = db.session.get(Template, template_id, with_for_update=True)
    if template is None or template.retired_at is not None:
        raise TemplateNotFound
    return template


def templates_for(complaint: Complaint) -> list[TemplateVersion]:
    """The templates in the language of a message that fit it, the best fitting first."""
    text = f"{complaint.subject}\n{complaint.words}"
    fitting: list[tuple[int, TemplateVersion]] = []
    for template in list_templates():
        newest = template.newest
        how_well = fit(newest.kind, newest.subject, complaint.kind, text)
        if template.retired_at or newest.language != complaint.language or how_well is None:
            continue
        fitting.append((how_well, newest))
    return [version for _well, version in sorted(fitting, key=lambda pair: -pair[0])]


def offered_template(template_id: int, complaint: Complaint) -> TemplateVersion:
    """The version that is offered for this message. Raises `TemplateNotFound` where none is."""
    for version in templates_for(complaint):
        if version.template_id == template_id:
            return version
    raise TemplateNotFound
