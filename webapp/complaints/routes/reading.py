"""What everybody may read: what can be sent, the standard and its versions, answered cases."""

from flask import render_template

from webapp.complaints import channel_wording, service
from webapp.complaints.routes.blueprint import bp
from webapp.complaints.rules.channels import first_owner
from webapp.complaints.rules.kinds import Kind
from webapp.complaints.rules.standard import PublishedStandard, limit_of
from webapp.complaints.rules.states import State
from webapp.shared.pagination import page_number


@bp.get("")
def show_complaints() -> str:
    return render_template("complaints/show_complaints.html", kinds=list(Kind))


@bp.get("/channels")
def list_channels() -> str:
    usage = service.channels_by_use()
    owners = {channel: first_owner(channel, Kind.COMPLAINT) for channel in usage.channels}
    return render_template(
        "complaints/list_channels.html",
        usage=usage,
        owners=owners,
        channel_wording=channel_wording,
    )


@bp.get("/standard")
def show_standard() -> str:
    return _standard_page(service.present_standard())


@bp.get("/standard/v/<int(max=9999):version>")
def show_standard_version(version: int) -> str:
    return _standard_page(service.standard_by_version(version))


def _standard_page(standard: PublishedStandard) -> str:
    return render_template(
        "complaints/show_standard.html",
        standard=standard,
        versions=service.standard_versions(),
        present=service.present_standard().version,
        states=[(state, limit_of(state, standard)) for state in State],
        due=service.answer_due_if_sent_now(),
    )


@bp.get("/answered")
def list_answered() -> str:
    page = service.list_published(page_number())
    return render_template("complaints/list_answered.html", page=page)


@bp.get("/answered/<int(max=2147483647):case_id>")
def show_answered(case_id: int) -> str:
    case = service.published_case(case_id)
    return render_template("complaints/show_answered.html", case=case)
