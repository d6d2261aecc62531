"""Saying what a message is about, with what the classifier proposes."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import learning_wording as learned
from webapp.complaints import service
from webapp.complaints.forms.learning import TopicForm
from webapp.complaints.rules.states import may_see_person
from webapp.complaints.service import topics
from webapp.complaints.staff_routes.blueprint import NUMBER, bp


@bp.context_processor
def words_of_topics() -> dict[str, object]:
    return {"learned": learned, "topics_of": _topics_of}


def _topics_of(complaint: service.Complaint) -> dict[str, object]:
    """What a page says of a message's topic: the topics, the present one, and what is proposed."""
    known = topics.topics()
    return {
        "known": known,
        "present": known.get(complaint.topic or ""),
        "proposed": [one for one in topics.propose_topics(complaint) if one.topic in known],
        "model": topics.newest_model(),
    }


@bp.route(f"/<{NUMBER}:complaint_id>/topic", methods=["GET", "POST"])
def choose_topic(complaint_id: int) -> str | Response:
    complaint = service.open_case(complaint_id, accounts.staff_id())
    about = _topics_of(complaint)
    form = TopicForm().offer(_names())
    if form.validate_on_submit() and _decided(complaint_id, form):
        flash(_("What it is about is kept. The service learns from it tonight."))
        return redirect(url_for("complaints_staff.show_complaint", complaint_id=complaint_id))
    if not form.is_submitted():
        proposed = [one.topic for one in topics.propose_topics(complaint)]
        form.topic.data = complaint.topic or (proposed[0] if proposed else "")
    return render_template(
        "complaints_staff/choose_topic.html",
        complaint=complaint,
        form=form,
        about=about,
        decisions=topics.decisions_of(complaint_id),
        may_hand_over=complaint.is_owed
        and may_see_person(complaint.handler_id, accounts.staff_id()),
    )


def _names() -> dict[str, str]:
    """Every topic by key, with its name and whose matter it is."""
    return {
        key: f"{learned.topic_name(topic)} ({learned.topic_owner(topic)})"
        for key, topic in topics.topics().items()
    }


def _decided(complaint_id: int, form: TopicForm) -> bool:
    """Keep the decision; False, with the reason in the form, where it cannot be handed over."""
    try:
        topics.decide_topic(
            complaint_id, form.topic.data, accounts.staff_id(), hand_over_too=form.hand_over.data
        )
    except service.CaseWithAnother:
        form.form_errors.append(
            _("You do not have this message in hand: a colleague may have taken it over.")
        )
        return False
    return True
