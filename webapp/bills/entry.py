"""Between the desk's forms and the service: what can be chosen, and what was typed as facts."""

from datetime import date

from flask_babel import gettext as _

from webapp.bills import service
from webapp.bills.forms import BillForm, ExceptionForm, SessionForm, StepForm, VoteForm
from webapp.bills.rules.kinds import BillKind, House, ProposerKind
from webapp.bills.rules.paths.by_kind import moves_of
from webapp.bills.rules.sessions import SessionKind
from webapp.bills.rules.steps import StepKind
from webapp.bills.wording.sections import section_words
from webapp.bills.wording.steps import HOUSE_NAMES, KIND_NAMES, PROPOSER_NAMES, STEP_NAMES
from webapp.shared.dates import day

Choices = list[tuple[str, str]]
TITLE_FIELDS = (
    ("enacted_title", service.TitleKind.ENACTED, "th"),
    ("draft_title", service.TitleKind.DRAFT, "th"),
    ("nickname", service.TitleKind.NICKNAME, "th"),
    ("english_title", service.TitleKind.DRAFT, "en"),
)


def step_choices(state: service.BillState) -> Choices:
    """The steps that the Constitution allows next, each with its section and its earliest day."""
    return [
        (step.kind.value, _choice(STEP_NAMES[step.kind], step.section, step.not_before))
        for step in (*state.usual_steps, *state.other_steps)
        if not step.clock_unknown
    ]


def every_step(bill: service.Bill) -> Choices:
    """Every step that a bill of this kind ever takes, each once, in the order of the path."""
    kinds = dict.fromkeys(move.step for move in moves_of(bill.kind))
    return [(kind.value, str(STEP_NAMES[kind])) for kind in kinds]


def step_entry(form: StepForm) -> service.StepEntry:
    """The step that was typed."""
    reason = form.exception_reason.data if isinstance(form, ExceptionForm) else ""
    return service.StepEntry(
        kind=StepKind(form.kind.data),
        on=form.on.day,
        source=form.source.data or "",
        source_url=form.source_url.data or "",
        note=form.note.data or "",
        exception_reason=reason or "",
        days=form.days.data if form.kind.data == StepKind.SENATE_TIME_EXTENDED else None,
    )


def bill_form(form: BillForm) -> BillForm:
    """The form of a bill with what can be chosen."""
    form.kind.choices = [(kind.value, str(name)) for kind, name in KIND_NAMES.items()]
    form.proposer_kind.choices = [(kind.value, str(name)) for kind, name in PROPOSER_NAMES.items()]
    return form


def facts_fit(form: BillForm, bill: service.Bill | None = None) -> bool:
    """Whether the other bills that are named exist, and none leads back to this `bill`; else says
    so beside the field."""
    for relation in service.RELATIONS:
        try:
            other = _named(form, relation)
        except service.BillNotFound:
            form[relation].errors = [_("There is no such bill. Enter its number, like b-12.")]
            continue
        if bill and other and service.leads_to(other, bill, relation):
            form[relation].errors = [
                _("That bill leads back to this one. Enter the number of another bill.")
            ]
    return not any(form[relation].errors for relation in service.RELATIONS)


def bill_facts(form: BillForm) -> service.BillFacts:
    """The bill that was typed, each name in one line. Raises BillNotFound for a named bill that
    does not exist."""
    titles = [
        service.TitleFacts(kind, text, lang)
        for name, kind, lang in TITLE_FIELDS
        if (text := " ".join((form[name].data or "").split()))
    ]
    return service.BillFacts(
        kind=BillKind(form.kind.data),
        proposer_kind=ProposerKind(form.proposer_kind.data),
        titles=tuple(titles),
        proposer_name=form.proposer_name.data or "",
        signatures=form.signatures.data,
        acceptance_number=form.acceptance_number.data or "",
        gazette_volume=form.gazette_volume.data or "",
        gazette_part=form.gazette_part.data or "",
        gazette_page=form.gazette_page.data or "",
        gazette_on=form.gazette_on.day,
        gazette_url=form.gazette_url.data or "",
        **{f"{relation}_id": _named_id(form, relation) for relation in service.RELATIONS},
    )


def typed(bill: service.Bill) -> dict[str, object]:
    """A bill as its form shows it."""
    shown: dict[str, object] = {
        name: getattr(bill, name)
        for name in (
            "kind", "proposer_kind", "proposer_name", "signatures", "acceptance_number",
            "gazette_volume", "gazette_part", "gazette_page", "gazette_url",
        )
    }  # fmt: skip
    shown["gazette_on"] = day(bill.gazette_on)
    for relation in service.RELATIONS:
        other = getattr(bill, relation)
        shown[relation] = other.public_id if other else ""
    for name, kind, lang in TITLE_FIELDS:
        texts = [title.text for title in bill.titles if (title.kind, title.lang) == (kind, lang)]
        shown[name] = texts[0] if texts else ""
    return shown


def proposer_message() -> str:
    """Why a proposer is refused, and what to do."""
    return _("The Constitution does not let these people propose a bill of this kind.")


def vote_form(form: VoteForm) -> VoteForm:
    """The form of a vote with what can be chosen."""
    chambers = (House.HOUSE, House.SENATE, House.JOINT)
    form.chamber.choices = [(house.value, str(HOUSE_NAMES[house])) for house in chambers]
    numbers = [(str(n), _("Reading %(number)s", number=n)) for n in (1, 2, 3)]
    form.reading.choices = [("", _("None of the three readings")), *numbers]
    return form


def vote_facts(form: VoteForm) -> service.VoteFacts:
    """The vote that was typed."""
    return service.VoteFacts(
        on=form.on.day or date.min,
        chamber=House(form.chamber.data),
        title=form.title.data or "",
        reading=int(form.reading.data) if form.reading.data else None,
        approve=form.approve.data,
        disapprove=form.disapprove.data,
        abstain=form.abstain.data,
        no_vote=form.no_vote.data,
        absent=form.absent.data,
        source=form.source.data or "",
        source_url=form.source_url.data or "",
    )


def session_facts(form: SessionForm) -> service.SessionFacts:
    """The session that was typed."""
    return service.SessionFacts(
        opens=form.opens.day or date.min,
        closes=form.closes.day,
        kind=SessionKind(form.kind.data),
        source=form.source.data or "",
        source_url=form.source_url.data or "",
    )


def typed_session(session: service.ParliamentSession) -> dict[str, object]:
    """A session as its form shows it."""
    return {
        "kind": session.kind,
        "opens": day(session.opens),
        "closes": day(session.closes),
        "source": session.source,
        "source_url": session.source_url,
    }


def iso_day(text: str) -> date | None:
    """A day written YYYY-MM-DD, or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _choice(name: object, section: str, not_before: date | None) -> str:
    if not_before is None:
        return f"{name} ({section_words(section)})"
    earliest = _("from %(day)s", day=day(not_before))
    return f"{name} ({section_words(section)}, {earliest})"


def _named(form: BillForm, relation: str) -> service.Bill | None:
    number = (form[relation].data or "").strip().lower()
    return service.get_bill(number) if number else None


def _named_id(form: BillForm, relation: str) -> int | None:
    other = _named(form, relation)
    return other.id if other else None
