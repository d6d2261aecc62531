"""What messages are about: what is proposed, what officers decide, and learning from it."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sqlalchemy import func, select, update

from thai_text.words import analyser_version
from webapp.bills import service as bills
from webapp.complaints.models import Complaint, TopicDecision, TopicExample, TopicModel
from webapp.complaints.rules.routing import Proposal, RoutingModel, from_bytes
from webapp.complaints.rules.seeds import OFFICE_SEEDS, seeds_of_committee
from webapp.complaints.rules.topics import OFFICE_TOPICS, Topic, committee_topic, studied_in
from webapp.complaints.rules.training import Example, train
from webapp.complaints.service.barring import hold
from webapp.complaints.service.desk import hand_over
from webapp.complaints.service.errors import TopicNotFound
from webapp.extensions import db
from webapp.shared import audit, clock
from webapp.shared.importing import Outcome
from webapp.shared.official_names import OfficialName
from webapp.shared.transaction import transaction

# The newest decisions are learned from; older ones are of how the office was once divided.
MOST_DECISIONS = 5_000
# So many versions of the classifier keep what they learned, to be compared; then the facts alone.
KEPT_MODELS = 3


def topics() -> dict[str, Topic]:
    """Every topic by its key: the office's own, then the standing committees' by number."""
    of_committees = [
        committee_topic(one.id, OfficialName(one.name, one.name_en or one.name))
        for one in bills.list_committees()
    ]
    return {topic.key: topic for topic in (*OFFICE_TOPICS, *of_committees)}


def propose_topics(complaint: Complaint) -> list[Proposal]:
    """The three topics that fit a message best, with the words that speak for each; none where
    nothing was learned yet."""
    model = _newest_model()[1]
    return model.propose(_text(complaint)) if model else []


def decide_topic(
    complaint_id: int, topic: str, account_id: int | None, hand_over_too: bool = False
) -> Topic:
    """Keep what an officer says that a message is about; audited, and learned from at night.

    `hand_over_too`: give it to the bureau whose matter it is, unless that one has it. Raises
    `ComplaintNotFound`, `TopicNotFound`; handing over `CaseWithAnother` and `StepNotAllowed`.
    """
    chosen = topics().get(topic)
    if chosen is None:
        raise TopicNotFound
    with transaction():
        complaint = hold(complaint_id, account_id)
        version, model = _newest_model()
        proposed = model.propose(_text(complaint)) if model else []
        decision = TopicDecision(
            complaint_id=complaint_id,
            topic=topic,
            proposed=[one.topic for one in proposed],
            model_version=version,
            at=clock.now(),
            account_id=account_id,
        )
        db.session.add(decision)
        complaint.topic = topic
        audit.record(account_id, "complaints.decide_topic", f"complaint {complaint_id}")
        if hand_over_too and complaint.is_owed and complaint.bureau is not chosen.bureau:
            hand_over(complaint_id, account_id, chosen.bureau)
    return chosen


def decisions_of(complaint_id: int) -> Sequence[TopicDecision]:
    """Every decision on what a message is about, the newest last."""
    of_message = select(TopicDecision).where(TopicDecision.complaint_id == complaint_id)
    return db.session.scalars(of_message.order_by(TopicDecision.id)).all()


def newest_model() -> TopicModel | None:
    """The facts of the classifier in use; None before the first one was trained."""
    return db.session.scalar(select(TopicModel).order_by(TopicModel.version.desc()).limit(1))


def keep_report(source_key: str, title: str) -> Outcome:
    """Keep what a committee of the register reported on as an example of its matters, inside the
    caller's transaction; "unchanged" for the title of anything else."""
    subject, committee = studied_in(title) or ("", "")
    same = (one for one in bills.list_committees() if _solid(one.name) == _solid(committee))
    owner = next(same, None)
    if owner is None:
        return "unchanged"
    return keep_example(source_key, committee_topic(owner.id, OfficialName("", "")).key, subject)


def _solid(name: str) -> str:
    """A name without its blanks: they are written now so, now otherwise."""
    return "".join(name.split())


def keep_example(source_key: str, topic: str, text: str) -> Outcome:
    """Keep a public text whose topic is known, inside the caller's transaction; says whether it is
    new, changed or unchanged."""
    known = db.session.scalar(select(TopicExample).where(TopicExample.source_key == source_key))
    if known is None:
        db.session.add(TopicExample(source_key=source_key, topic=topic, text=text))
        return "new"
    if (known.topic, known.text) == (topic, text):
        return "unchanged"
    known.topic, known.text = topic, text
    return "changed"


def train_topics() -> TopicModel | None:
    """Train the classifier from the service's examples and staff's decisions, and keep it under
    the next version; None where there is nothing new to learn."""
    given, decided = list(_examples()), list(_decided())
    learned_from = _hash([*given, *decided])
    newest = newest_model()
    if newest is not None and newest.learned_from == learned_from:
        return None
    # Outside the transaction: it takes seconds, in which nobody else has to wait.
    content = train([*given, *decided]).to_bytes()
    with transaction():
        last = db.session.scalar(select(func.max(TopicModel.version))) or 0
        made = TopicModel(
            version=last + 1,
            trained_at=clock.now(),
            examples=len(given),
            decisions=len(decided),
            learned_from=learned_from,
            content=content,
        )
        db.session.add(made)
        old = TopicModel.version <= last + 1 - KEPT_MODELS
        db.session.execute(update(TopicModel).where(old).values(content=None))
    return made


def forget_erased() -> None:
    """Learn anew without what was erased, and let go of all that older versions learned."""
    train_topics()
    with transaction():
        newest = select(func.max(TopicModel.version)).scalar_subquery()
        old = update(TopicModel).where(TopicModel.version < newest)
        db.session.execute(old.values(content=None))


def _examples() -> Iterator[Example]:
    """The service's own examples, and public texts from files of records."""
    for topic, seeds in OFFICE_SEEDS.items():
        yield from (Example(text, topic.value) for text in seeds)
    for committee in bills.list_committees():
        key = committee_topic(committee.id, OfficialName(committee.name, "")).key
        about = committee.name.removeprefix("คณะกรรมาธิการ")
        for text in (about, *committee.keywords, *seeds_of_committee(committee.name)):
            yield Example(text, key)
    for kept in db.session.scalars(select(TopicExample).order_by(TopicExample.id)):
        yield Example(kept.text, kept.topic)


def _decided() -> Iterator[Example]:
    """The messages that officers decided on; of several decisions on one the newest counts."""
    newest = (
        select(func.max(TopicDecision.id)).group_by(TopicDecision.complaint_id).scalar_subquery()
    )
    rows = db.session.execute(
        select(TopicDecision.topic, Complaint)
        .join(Complaint, Complaint.id == TopicDecision.complaint_id)
        .where(TopicDecision.id.in_(newest), Complaint.erased_at.is_(None))
        .order_by(TopicDecision.id.desc())
        .limit(MOST_DECISIONS)
    )
    known = topics()
    for topic, complaint in rows:
        if topic in known:
            yield Example(_text(complaint), topic)


def _text(complaint: Complaint) -> str:
    return f"{complaint.subject}\n{complaint.words}"


def _hash(examples: Sequence[Example]) -> str:
    """What tells one set of examples, cut into words in one way, from another."""
    mixed = hashlib.sha256(analyser_version().encode())
    for example in examples:
        mixed.update(f"\0{example.topic}\0{example.text}".encode())
    return mixed.hexdigest()


def _newest_model() -> tuple[int, RoutingModel | None]:
    """The version of the classifier in use and the classifier; 0 and None before the first."""
    kept = db.session.execute(
        select(TopicModel.version, TopicModel.learned_from)
        .order_by(TopicModel.version.desc())
        .limit(1)
    ).one_or_none()
    return (kept.version, _model(kept.version, kept.learned_from)) if kept else (0, None)


@lru_cache(maxsize=2)
def _model(version: int, learned_from: str) -> RoutingModel:
    """The classifier of a version, read once; `learned_from` tells those of two sites apart."""
    content = db.session.scalar(
        select(TopicModel.content).where(
            TopicModel.version == version, TopicModel.learned_from == learned_from
        )
    )
    return from_bytes(content or b"")
