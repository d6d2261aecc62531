"""What an improvement answers, and the people behind it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from webapp.accounts import service as accounts
from webapp.complaints import service as complaints
from webapp.extensions import db
from webapp.improvement.models import Improvement, ImprovementSource
from webapp.improvement.rules import PUBLIC, Source, State
from webapp.improvement.service.known import known
from webapp.needs import service as needs
from webapp.shared import audit
from webapp.shared.outbox import enqueue_once
from webapp.shared.transaction import transaction
from webapp.surveys import service as surveys

# The job that tells the people behind messages.
TELL = "improvement.tell_complaints"
# The job that tells the people of needs what became of them.
TELL_NEEDS = "improvement.tell_needs"
# Needs told of in one transaction.
_TOLD_AT_ONCE = 200
# The job that keeps what led to an improvement true when a need leaves the register.
FOLLOW_NEED = "improvement.follow_need"


def add_source(improvement_id: int, source: Source, ref: int, account_id: int | None) -> None:
    """Say what an improvement answers; of one that is public the people behind it hear at once,
    so that the board alone notes it there, while anybody on the staff does of a proposal.

    Raises `NotAllowed`, `ImprovementNotFound`, `needs.NeedNotFound`, `surveys.SurveyNotFound`,
    `complaints.ComplaintNotFound`, `complaints.CauseNotFound`.
    """
    with transaction():
        improvement = known(improvement_id)
        if improvement.state in PUBLIC:
            accounts.refuse_unless_on_board(account_id)
        _look_up(source, ref, account_id)
        if not any((one.source, one.ref) == (source, ref) for one in improvement.sources):
            improvement.sources.append(ImprovementSource(source=source, ref=ref))
            audit.record(account_id, "improvement.add_source", improvement.public_id)
            if improvement.state in PUBLIC:
                state = improvement.state.value
                enqueue_once(TELL, improvement_id=improvement_id, state=state)
            if improvement.state is State.TOLD_BACK and source is Source.NEED:
                enqueue_once(TELL_NEEDS, improvement_id=improvement_id, need_id=ref)


def note_evidence(
    improvement_id: int, need_ids: Sequence[int], message_ids: Sequence[int], account_id: int | None
) -> None:
    """Say that a proposal answers all these needs and messages, however many, those among them too
    that the officer may not see: their people hear what becomes of it like all others.

    Raises `ImprovementNotFound`.
    """
    with transaction():
        improvement = known(improvement_id)
        held = {(one.source, one.ref) for one in improvement.sources}
        noted = [(Source.NEED, ref) for ref in need_ids]
        noted += [(Source.COMPLAINT, ref) for ref in message_ids]
        for source, ref in noted:
            if (source, ref) not in held:
                improvement.sources.append(ImprovementSource(source=source, ref=ref))
        audit.record(account_id, "improvement.add_source", improvement.public_id)


def tell_needs(improvement_id: int, need_id: int | None = None) -> None:
    """Tell the people of the needs that led to an improvement what became of it, each once, however
    often this is done; of one need alone where it is said which. Raises `ImprovementNotFound`."""
    improvement = known(improvement_id)
    noted = [one.ref for one in improvement.sources if one.source is Source.NEED]
    wanted = noted if need_id is None else [need_id]
    last = improvement.moves[-1].account_id
    about, thai, english = f"improvement {improvement_id}", improvement.told, improvement.told_en
    for start in range(0, len(wanted), _TOLD_AT_ONCE):
        needs.tell_all(wanted[start : start + _TOLD_AT_ONCE], about, thai, english, last)


def _look_up(source: Source, ref: int, account_id: int | None) -> None:
    """Raises where there is no such source, or the officer may not see it."""
    if source is Source.NEED:
        needs.need_by_id(ref)
        if ref in needs.hidden_needs(account_id):
            raise needs.NeedNotFound
    elif source is Source.COMPLAINT:
        complaints.complaint_by_id(ref)
        complaints.refuse_barred(ref, account_id)
    elif source is Source.CAUSE:
        complaints.cause_by_id(ref)
    else:
        surveys.survey_by_id(ref)


def refuse_unseen(source: Source, ref: int, account_id: int | None) -> None:
    """Raise as `add_source` does where there is no such source, or the officer may not see it."""
    _look_up(source, ref, account_id)


def sources_seen(improvement: Improvement, account_id: int | None) -> list[ImprovementSource]:
    """What led to an improvement, without messages, and needs taken from them, that an officer may
    not see."""
    hidden = {
        Source.NEED: needs.hidden_needs(account_id),
        Source.COMPLAINT: complaints.barred_ids(account_id),
    }
    return [one for one in improvement.sources if one.ref not in hidden.get(one.source, ())]


def complaints_behind(improvement_id: int) -> list[int]:
    """The numbers of the messages that an improvement answers: those noted, all with a root cause
    that is noted, those from which needs that are noted were taken, and those merged with one.

    Raises `ImprovementNotFound`.
    """
    noted = known(improvement_id).sources
    found = needs.messages_behind([one.ref for one in noted if one.source is Source.NEED])
    for one in noted:
        if one.source is Source.COMPLAINT:
            found.add(one.ref)
        elif one.source is Source.CAUSE:
            found.update(complaints.complaints_of_cause(one.ref))
    return sorted(complaints.with_merged(found))


def follow_need(need_id: int, message_id: int | None, under: Sequence[int]) -> None:
    """Note in the place of a need that left the register the message that it was taken from, and
    the needs that stood under it: their people are still told. Done again it does nothing."""
    noted = select(ImprovementSource).where(
        ImprovementSource.source == Source.NEED, ImprovementSource.ref == need_id
    )
    instead = [(Source.NEED, number) for number in under]
    if message_id is not None:
        instead.append((Source.COMPLAINT, message_id))
    with transaction():
        for one in db.session.scalars(noted).all():
            improvement = known(one.improvement_id)
            improvement.sources.remove(one)
            db.session.delete(one)
            held = {(other.source, other.ref) for other in improvement.sources}
            for source, ref in instead:
                if (source, ref) not in held:
                    improvement.sources.append(ImprovementSource(source=source, ref=ref))


def improvements_for(need_id: int) -> Sequence[Improvement]:
    """The improvements that answer a need or one that stands with it, the newest first.

    Raises `needs.NeedNotFound`.
    """
    family = [need.id for need in needs.family_of(need_id)]
    noted = select(ImprovementSource.improvement_id).where(
        ImprovementSource.source == Source.NEED, ImprovementSource.ref.in_(family)
    )
    listed = select(Improvement).where(Improvement.id.in_(noted))
    return db.session.scalars(listed.order_by(Improvement.id.desc())).all()


def improvements_of_survey(survey_id: int) -> Sequence[Improvement]:
    """The public improvements to which the results of a survey led, in any of its versions, the
    newest first: people who answered cannot be written to, and read it beside the results.

    Raises `surveys.SurveyNotFound`.
    """
    lineage = surveys.survey_by_id(survey_id).lineage
    noted = select(ImprovementSource.improvement_id, ImprovementSource.ref).where(
        ImprovementSource.source == Source.SURVEY
    )
    found = {
        number
        for number, ref in db.session.execute(noted)
        if surveys.survey_by_id(ref).lineage == lineage
    }
    listed = select(Improvement).where(Improvement.id.in_(found), Improvement.state.in_(PUBLIC))
    return db.session.scalars(listed.order_by(Improvement.id.desc())).all()


def surveys_behind(improvement: Improvement) -> dict[int, Any]:
    """The surveys whose results led to an improvement, by their numbers."""
    refs = [one.ref for one in improvement.sources if one.source is Source.SURVEY]
    return {ref: surveys.survey_by_id(ref) for ref in refs}
