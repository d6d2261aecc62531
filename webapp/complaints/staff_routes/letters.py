"""Numbers of the electronic correspondence, and official letters, on a page and as tagged PDF."""

from io import BytesIO

from flask import flash, redirect, render_template, send_file, url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.accounts import service as accounts
from webapp.complaints import service, wording
from webapp.complaints.forms import LetterForm, NumberForm, SeriesForm
from webapp.complaints.rules import official_letter as rules
from webapp.complaints.staff_routes.blueprint import NUMBER, bp
from webapp.shared import clock, printing
from webapp.shared.clock import BANGKOK
from webapp.shared.dates import day
from webapp.shared.errors import NotReady

WORDS = ("subject", "addressee", "reference", "body", "position")


@bp.route("/series", methods=["GET", "POST"])
def edit_series() -> str | Response:
    form = SeriesForm()
    if form.validate_on_submit():
        service.keep_series(form.prefix.data.strip(), form.last.data, accounts.staff_id())
        flash(_("The series is kept."))
        return redirect(url_for("complaints_staff.edit_series"))
    return render_template(
        "complaints_staff/edit_series.html", form=form, series=service.list_series()
    )


@bp.route(f"/<{NUMBER}:complaint_id>/numbers", methods=["GET", "POST"])
def note_number(complaint_id: int) -> str | Response:
    """Keep a number that the message goes by in the correspondence, without a letter."""
    complaint = service.complaint_by_id(complaint_id)
    form = NumberForm(_series(), dated=day(clock.today()))
    if form.validate_on_submit() and _numbered(form, complaint_id, None):
        flash(_("The number is kept."))
        return redirect(url_for("complaints_staff.show_complaint", complaint_id=complaint_id))
    return render_template("complaints_staff/note_number.html", complaint=complaint, form=form)


@bp.route(f"/<{NUMBER}:complaint_id>/letters", methods=["GET", "POST"])
def make_letter(complaint_id: int) -> str | Response:
    complaint = service.open_case(complaint_id, accounts.staff_id())
    if complaint.handler_id != accounts.staff_id():
        raise service.CaseWithAnother
    form = LetterForm(_series(), **_offered(complaint))
    if form.validate_on_submit():
        words = {name: (form[name].data or "").strip() for name in WORDS}
        letter_id = _numbered(form, complaint_id, service.LetterWords(**words))
        if letter_id:
            flash(_("The letter is made. Print it on the office's paper, or send the file."))
            return redirect(
                url_for(
                    "complaints_staff.show_letter", complaint_id=complaint_id, letter_id=letter_id
                )
            )
    return render_template("complaints_staff/make_letter.html", complaint=complaint, form=form)


def _series() -> dict[int, str]:
    return {series.id: series.prefix for series in service.list_series()}


def _numbered(form: NumberForm, complaint_id: int, words: service.LetterWords | None) -> int:
    """Keep the number, and a letter under it; 0, with the reason in the form, where it is taken."""
    by_hand = form.how.data == "hand"
    wanted = service.NumberWanted(
        dated=form.dated.day or clock.today(),
        typed=(form.number.data or "").strip() if by_hand else "",
        series_id=None if by_hand else int(form.how.data),
    )
    officer = accounts.staff_id()
    try:
        if words is None:
            return service.note_number(complaint_id, wanted, officer).id
        return service.make_letter(complaint_id, wanted, words, officer).id
    except service.NumberTaken:
        at = form.number if by_hand else form.dated
        at.errors = [
            _("This number is taken in that year. Write another one.")
            if by_hand
            else _("The series counts this year's numbers. Write a day of this year, or a number.")
        ]
    return 0


def _offered(complaint: service.Complaint) -> dict[str, str]:
    """What the letter says unless the officer writes something else."""
    said = [message.text for message in complaint.messages if message.is_from_office]
    lang = complaint.language
    with force_locale(lang):
        kind = str(wording.KIND[complaint.kind])
        about = complaint.subject or _("Answer to your message")
        nobody = _("The sender of message %(number)s", number=complaint.id)
    received = complaint.received_at.astimezone(BANGKOK).date()
    return {
        "dated": day(clock.today()),
        "subject": about,
        "addressee": complaint.name or nobody,
        "reference": "",
        "body": rules.letter_body(kind, received, said[-1] if said else "", lang),
        "position": rules.POSITION[lang],
    }


def _parts(complaint: service.Complaint, letter: service.Correspondence) -> dict[str, object]:
    """What the letter's own template shows, on the page and in print."""
    lang = complaint.language
    return {
        "lang": lang,
        "labels": rules.LABELS[lang],
        "number": rules.letter_number(letter.number, lang),
        "dated": rules.letter_day(letter.dated, lang),
        "letter": letter.letter,
        "paragraphs": rules.paragraphs(letter.letter.body if letter.letter else ""),
        "bureau": complaint.bureau.official.th if lang == "th" else complaint.bureau.official.en,
    }


@bp.get(f"/<{NUMBER}:complaint_id>/letters/<{NUMBER}:letter_id>")
def show_letter(complaint_id: int, letter_id: int) -> str:
    letter = service.letter_of(complaint_id, letter_id, accounts.staff_id())
    complaint = service.complaint_by_id(complaint_id)
    return render_template(
        "complaints_staff/show_letter.html",
        complaint=complaint,
        kept=letter,
        printable=printing.unavailable() is None,
        **_parts(complaint, letter),
    )


@bp.get(f"/<{NUMBER}:complaint_id>/letters/<{NUMBER}:letter_id>.pdf")
def download_letter(complaint_id: int, letter_id: int) -> Response:
    letter = service.letter_of(complaint_id, letter_id, accounts.staff_id())
    complaint = service.complaint_by_id(complaint_id)
    if printing.unavailable():
        raise NotReady
    html = render_template(
        "complaints_staff/_letter_print.html",
        breaks=printing.with_breaks,
        **_parts(complaint, letter),
    )
    css = render_template("complaints_staff/_letter_print.css")
    file = BytesIO()
    printing.write_pdf(html, css, file)
    file.seek(0)
    response = send_file(
        file,
        mimetype="application/pdf",
        as_attachment=True,
        download_name=f"letter-{complaint_id}-{letter_id}.pdf",
    )
    response.headers["Cache-Control"] = "no-store"
    return response
