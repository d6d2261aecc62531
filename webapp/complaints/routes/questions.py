"""The form with one question a page: what was typed goes from page to page in a draft."""

from collections.abc import Collection

from flask import redirect, render_template, request, url_for
from werkzeug.datastructures import CombinedMultiDict, MultiDict
from werkzeug.wrappers import Response

from webapp.complaints import service, wording
from webapp.complaints.forms import ComplaintForm
from webapp.complaints.routes import drafts, similar
from webapp.complaints.routes.blueprint import bp
from webapp.complaints.rules.drafts import FIELDS, Question, after, asked_on, before, questions
from webapp.complaints.rules.identity import Identity
from webapp.complaints.rules.kinds import Kind
from webapp.extensions import limiter
from webapp.shared.errors import NotFound
from webapp.shared.uploads import checking as attachments
from webapp.shared.uploads.wording import fault

ANSWER = "complaints.answer_question"
# Values of the buttons beside the first, and of the question in the address that leads on to the
# answers.
BACK, CHECK = "back", "check"
# These buttons take what is typed as it is.
_AS_IT_IS = (BACK, drafts.KEEP, drafts.CHANGE)
# What is sent with every page.
_ALWAYS = ("token", "homepage")


@bp.get("/new/questions")
def start_questions() -> Response:
    return redirect(_address(Question.KIND))


@bp.route("/new/questions/<key>", methods=["GET", "POST"])
@limiter.limit("120 per hour", methods=["POST"])
def answer_question(key: str) -> str | Response:
    question = _question(key)
    if request.method == "GET":
        return _opened(question)
    draft = service.draft_of_form(request.form.get("token", ""), drafts.secret())
    form = _form(draft, question)
    do = request.form.get("do")
    strict = FIELDS[question] if do not in _AS_IT_IS else ("attachments",)
    if not form.is_right((*strict, *_ALWAYS)) or not drafts.keep(form, by_wish=do == drafts.KEEP):
        return _page(question, form)
    if do == drafts.KEEP:
        return redirect(url_for(drafts.SHOW))
    return redirect(_next(question, form, do))


def _question(key: str) -> Question:
    try:
        return Question(key)
    except ValueError:
        raise NotFound(key) from None


def _opened(question: Question) -> str:
    """The page as it is opened, with what was typed before; and what is wrong with it, where the
    person comes from the answers."""
    draft = drafts.opened()
    form = _form(draft) if draft else ComplaintForm()
    if request.args.get("then") == CHECK:
        form.is_right(FIELDS[question])
    return _page(question, form)


def _form(draft: service.ComplaintDraft | None, sent: Question | None = None) -> ComplaintForm:
    """The whole form: what the draft holds, and over it what the page of the question `sent` did.

    The site checks the token against forgery of every POST by itself.
    """
    typed: MultiDict[str, str] = MultiDict(service.words_of(draft) if draft else {})
    files = draft.files if draft else ()
    typed.setlist("kept", [file.stored_as for file in files])
    for name in (*FIELDS[sent], *_ALWAYS) if sent else ():
        typed.setlist(name, request.form.getlist(name) or [""])
    if sent is Question.MESSAGE:
        typed.setlist("kept", request.form.getlist("kept"))
    came = request.files if sent else MultiDict()
    form = ComplaintForm(formdata=CombinedMultiDict([came, typed]), meta={"csrf": False})
    form.offer(files)
    return form


def _next(question: Question, form: ComplaintForm, do: str | None) -> str:
    """The address of the page that follows after the button with the value `do`."""
    if do == drafts.CHANGE:
        return url_for("complaints.new_complaint")
    if do == BACK:
        return _address(before(question, form.typed) or question)
    if request.args.get("then") == CHECK:
        return url_for("complaints.check_answers")
    following = after(question, form.typed)
    return _address(following) if following else url_for("complaints.check_answers")


def _address(question: Question, then: str | None = None) -> str:
    return url_for(ANSWER, key=question.value, then=then)


def _page(question: Question, form: ComplaintForm) -> str:
    asked = questions(form.typed)
    return render_template(
        "complaints/answer_question.html",
        form=form,
        fields=FIELDS[question],
        is_first=question is Question.KIND,
        number=asked.index(question) + 1 if question in asked else len(asked),
        pages=len(asked) + 1,
        BACK=BACK,
    )


@bp.get("/new/questions/check")
def check_answers() -> str | Response:
    """Every answer once more before it is sent, by the same form as the page with all questions."""
    draft = drafts.opened()
    if draft is None:
        return redirect(_address(Question.KIND))
    form = _form(draft)
    if not form.validate():
        wrong = asked_on({field.name for field in form if field.errors})
        return redirect(_address(wrong, CHECK))
    asked = questions(form.typed)
    return render_template(
        "complaints/check_answers.html",
        form=form,
        answers=[row for question in asked for row in _answers(question, form, draft)],
        pages=len(asked) + 1,
        similar=similar.like(form),
    )


def _answers(
    question: Question, form: ComplaintForm, draft: service.ComplaintDraft
) -> list[tuple[str, str | Collection[str], str]]:
    """What each field of a question asks, what the answer is, and where it is changed."""
    address = _address(question, CHECK)
    shown: dict[str, str | Collection[str]] = {
        **form.typed,
        "kind": str(wording.KIND[Kind(form.typed["kind"])]),
        "identity": str(wording.IDENTITY[form.typed["identity"] or Identity.CONFIDENTIAL]),
        "reply_by": str(wording.REPLY_BY.get(form.typed["reply_by"], "")),
        "publish": str(wording.MAY_PUBLISH.get(form.typed["publish"], "")),
        "attachments": [file.name for file in draft.files],
    }
    names = [name for name in FIELDS[question] if name != "kept"]
    return [(str(form[name].label.text), shown[name], address) for name in names]


def question_again(message: str) -> str:
    """The page with what was typed on it, after it was stopped; `message` says why."""
    question = _question(str((request.view_args or {})["key"]))
    form = ComplaintForm()
    form.form_errors.append(message)
    form.ask_for_files_again()
    return _page(question, form)


def beside_large_files(typed: MultiDict[str, str]) -> str:
    """The page with what was typed on it, after files far too large."""
    form = ComplaintForm(formdata=typed)
    refusal = attachments.FileRefused(attachments.Fault.TOO_LARGE_TOGETHER)
    form.attachments.errors = [fault(refusal)]
    return _page(_question(str((request.view_args or {})["key"])), form)
