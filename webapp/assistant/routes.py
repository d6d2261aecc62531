"""The page of quick answers."""

from flask import Blueprint, render_template, request

from webapp.assistant import ready, service
from webapp.assistant.forms import QuestionForm
from webapp.complaints import service as complaints

bp = Blueprint("assistant", __name__)


@bp.get("/ask")
def answer_question() -> str:
    form = QuestionForm(request.args)
    question = (form.q.data or "").strip()
    answers, passages = ready.that_fit(question), service.look_up(question)
    if not answers:
        service.note_unanswered(passages)
    return render_template(
        "assistant/answer_question.html",
        form=form,
        question=question,
        ready=answers,
        passages=passages,
        answer_within=complaints.present_standard().answer_within,
    )
