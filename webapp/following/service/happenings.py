"""Events of other features as happenings: of what kind each is, and what it concerns."""

import hashlib
from collections.abc import Mapping
from datetime import date

from webapp.bills import service as bills
from webapp.complaints import service as complaints
from webapp.documents import service as documents
from webapp.following.rules.happenings import (
    AUDIO_FORMS,
    LATE,
    Happening,
    forms_in,
    step_fact,
)
from webapp.following.rules.subjects import SubjectKind, bill_key
from webapp.following.rules.wishes import NewsKind
from webapp.following.service.found import texts_of_found
from webapp.following.service.texts import (
    Text,
    names_in,
    text_of_improvement,
    text_of_vote,
    texts_of_bill,
    texts_of_version,
)
from webapp.improvement import service as improvement
from webapp.shared.clock import BANGKOK


def of_step(step: bills.BillStep) -> Happening:
    """A step of a bill, or its end where the bill has come to one by it."""
    return Happening(
        fact=step_fact(step.id),
        kind=NewsKind.BILL_ENDED if _ends(step) else NewsKind.STEP,
        on=step.on,
        actor_id=step.entered_by,
        bill_id=step.bill_id,
        step_id=step.id,
    )


def _ends(step: bills.BillStep) -> bool:
    """Whether a bill is at its end by this step: gazetted, lapsed, merged, withdrawn, rejected."""
    state = bills.bill_state(step.bill)
    is_over = state.is_final or state.stage is bills.Stage.LAPSED
    return is_over and state.last_step is step


def of_vote(bill_id: int, vote: bills.VoteEvent) -> Happening:
    """A vote on a bill; one vote on several bills is news of each, and nobody hears it twice."""
    return Happening(
        f"vote:{vote.id}:{bill_id}", NewsKind.VOTE, vote.on, bill_id=bill_id, vote_id=vote.id
    )


def of_version(version: documents.DocumentVersion) -> Happening:
    """A new document; a later version of one is a corrected record."""
    return _of_version(version.id, version.document_id, version.number, documents.came_on(version))


def of_arrival(arrival: documents.Arrival) -> Happening:
    """The same of one that came lately, of which no more is known."""
    return _of_version(arrival.version_id, arrival.document_id, arrival.number, arrival.on)


def _of_version(version_id: int, document_id: int, number: int, on: date) -> Happening:
    return Happening(
        fact=f"version:{version_id}",
        kind=NewsKind.NEW_DOCUMENT if number == 1 else NewsKind.CORRECTED,
        on=on,
        document_id=document_id,
        version_id=version_id,
    )


def of_deadline(bill: bills.Bill, due: date, days_before: int) -> Happening:
    """That a limit of the Constitution ends soon; each of its last days is news once."""
    return Happening(
        fact=f"deadline:{bill.id}:{due.isoformat()}:{days_before}",
        kind=NewsKind.DEADLINE,
        bill_id=bill.id,
        details={"due": due.isoformat()},
    )


def of_form(version: documents.DocumentVersion, form: str) -> Happening:
    """That a document can be had in another form, named by its kind. See `gathering`."""
    return Happening(
        fact=f"form:{version.id}:{form}",
        kind=NewsKind.NEW_FORM,
        document_id=version.document_id,
        version_id=version.id,
        details={"form": form},
    )


def of_recount(
    bill_id: int, vote: bills.VoteEvent, before: Mapping[str, int], on: date
) -> Happening:
    """That the counts of a vote on a bill were put right on a day; `before` are those told until
    then."""
    now = "-".join(f"{name}{count}" for name, count in bills.counts_of(vote).items())
    return Happening(
        fact=f"recount:{vote.id}:{bill_id}:{on.isoformat()}:{now}",
        kind=NewsKind.CORRECTED,
        on=on,
        bill_id=bill_id,
        vote_id=vote.id,
        details={name: str(count) for name, count in before.items()},
    )


def of_rename(bill: bills.Bill, before: Mapping[str, str], on: date) -> Happening:
    """That the record gives a bill another name from a day on; `before` are the names until then,
    by language. The same change is news once, however often records take turns."""
    now = "\n".join(f"{lang}:{bill.name(lang)}" for lang in sorted(before))
    return Happening(
        fact=f"renamed:{bill.id}:{hashlib.sha256(now.encode()).hexdigest()[:16]}",
        kind=NewsKind.CORRECTED,
        on=on,
        bill_id=bill.id,
        details={f"was_{lang}": name for lang, name in before.items()},
    )


def of_sitting(bill_id: int, sitting: bills.Sitting) -> Happening:
    """That a sitting with a bill on its order paper is announced or changed, as it is now."""
    stays = bill_id in {bill.id for bill in sitting.bills} and not sitting.cancelled
    return Happening(
        fact=f"sitting:{sitting.id}:{bill_id}:{sitting.edition}",
        kind=NewsKind.SITTING,
        on=sitting.changed_at.astimezone(BANGKOK).date(),
        bill_id=bill_id,
        details={
            "sitting": str(sitting.id),
            "edition": str(sitting.edition),
            "state": "on" if stays else "cancelled" if sitting.cancelled else "off",
        },
    )


def of_seat(
    member_id: int, committee_id: int | None, before: str | None, after: str | None, on: date
) -> Happening:
    """That a member's seat in a committee, or the member's office, became another on a day."""
    place = str(committee_id or "")
    told = {"before": before, "after": after}
    return Happening(
        fact=f"seat:{member_id}:{place}:{on.isoformat()}:{before}:{after}",
        kind=NewsKind.SEAT,
        on=on,
        details={
            "member": str(member_id),
            **({"committee": place} if place else {}),
            **{name: role for name, role in told.items() if role is not None},
        },
    )


def of_improvement(improvement_id: int) -> Happening:
    """That the service was improved."""
    done = improvement.get_improvement(f"i-{improvement_id}")
    cases = complaints.public_cases_of(improvement.complaints_behind(improvement_id))
    words = (done.asked, done.reason, done.told, done.measure, done.before, done.after)
    return Happening(
        fact=f"improvement:{improvement_id}",
        kind=NewsKind.IMPROVEMENT,
        details={
            "what": done.title,
            "meaning": done.work,
            "words": "\n".join(filter(None, words)),
            "year": str(done.proposed_on.year + 543),
            "cases": " ".join(map(str, cases)),
        },
    )


def of_complaint(complaint_id: int, step_id: int) -> Happening | None:
    """That something happened to a message to the office; None where its sender did it, or where
    it is no more."""
    try:
        complaint = complaints.complaint_by_id(complaint_id)
    except complaints.ComplaintNotFound:
        return None
    made = next((step for step in complaint.steps if step.id == step_id), None)
    # Neither an officer nor the service by itself: the sender.
    if made is None or (made.account_id is None and not made.cause):
        return None
    return Happening(
        fact=f"complaint:{complaint_id}:{step_id}",
        kind=NewsKind.COMPLAINT_STEP,
        actor_id=made.account_id,
        complaint_id=complaint_id,
    )


def of_case(case_id: int) -> Happening | None:
    """That the words of a published case changed, or that it was taken back or is back; None when
    it was published for the first time, as nobody can have followed it."""
    edition = complaints.case_edition(case_id)
    if edition < 2:
        return None
    return Happening(
        fact=f"case:{case_id}:{edition}",
        kind=NewsKind.CASE_CHANGED,
        actor_id=complaints.case_changed_by(case_id),
        details={"case": str(case_id), "path": f"/complaints/answered/{case_id}"},
    )


def concerning(happening: Happening) -> tuple[list[str], list[Text]]:
    """The keys of everything that an event concerns, and its texts, in which searches look.

    Of a complaint only its own key is known: nobody else may hear of it.
    """
    if happening.kind is NewsKind.FOUND:
        found = texts_of_found(happening)
        # What is gone again is news to nobody.
        return ([str(SubjectKind.EVERYTHING)] if found else []), found
    own = _own_key(happening)
    if own:
        return [own], []
    keys = [str(SubjectKind.EVERYTHING)]
    if happening.kind is NewsKind.SEAT:
        whose = (SubjectKind.MEMBER, SubjectKind.COMMITTEE)
        return [
            *keys,
            *(f"{one}:{happening.details[one]}" for one in whose if one in happening.details),
        ], []
    texts: list[Text] = []
    if happening.kind is NewsKind.IMPROVEMENT:
        keys.append(str(SubjectKind.IMPROVEMENTS))
        texts.append(text_of_improvement(happening))
        # Who follows a published case hears what the service learned from it.
        keys += [f"{SubjectKind.CASE}:{one}" for one in happening.details.get("cases", "").split()]
    if happening.kind is NewsKind.DEADLINE:
        keys.append(str(SubjectKind.DEADLINES))
    if happening.bill_id is not None:
        keys.append(bill_key(happening.bill_id))
        texts += _texts_of_bill(happening)
    if happening.version_id is not None:
        more, found = _of_document(happening)
        keys += more
        texts += found
    return [*keys, *names_in(texts)], texts


def _own_key(happening: Happening) -> str:
    """The only key of what nobody else may hear of, or what is too old to be news to others; ""
    for what concerns others."""
    if LATE in happening.details and happening.bill_id is not None:
        return bill_key(happening.bill_id)
    if happening.complaint_id is not None:
        return f"{SubjectKind.COMPLAINT}:{happening.complaint_id}"
    if happening.kind is NewsKind.CASE_CHANGED:
        return f"{SubjectKind.CASE}:{happening.details['case']}"
    return ""


def _texts_of_bill(happening: Happening) -> list[Text]:
    bill = bills.bill_by_id(happening.bill_id or 0)
    if happening.vote_id is None:
        step = bills.step_by_id(happening.step_id) if happening.step_id else None
        return texts_of_bill(bill, step=step)
    vote = bills.vote_by_id(happening.vote_id)
    return [*texts_of_bill(bill, vote.title), text_of_vote(vote)]


def _of_document(happening: Happening) -> tuple[list[str], list[Text]]:
    version = documents.version_by_id(happening.version_id or 0)
    document = version.document
    keys = [f"{SubjectKind.DOCUMENTS}:{document.kind}"]
    keys += [bill_key(bill_id) for bill_id in documents.bills_of_document(document)]
    if set(forms_in(happening)) & set(AUDIO_FORMS):
        keys.append(str(SubjectKind.AUDIO_BOOKS))
    return keys, texts_of_version(version)
