"""The page of quick answers."""

from flask import Blueprint, render_template, request

from webapp.assistant import ready, service
from webapp.assistant.forms import QuestionForm

bp = Blueprint("assistant", __name__)


@bp.get("/ask")
def answer_question() -> str:
    form = QuestionForm(request.args)
    question = (form.q.data or "").strip()
    return render_template(
        "assistant/answer_question.html",
        form=form,
        question=question,
        ready=ready.that_fit(question),
        passages=service.look_up(question),
    )
