"""The lists that staff keep: the services asked about, their points, and the bank of questions."""

from collections.abc import Sequence

from sqlalchemy import select

from webapp.extensions import db
from webapp.shared import audit
from webapp.shared.importing import Outcome
from webapp.shared.transaction import transaction
from webapp.surveys.models import BankQuestion, ServicePoint, SurveyedService
from webapp.surveys.rules.bank import READY, STARTERS, Starter
from webapp.surveys.rules.questions import Kind, SurveyKind
from webapp.surveys.service.building import Asked
from webapp.surveys.service.errors import SurveyNotFound


def surveyed_services() -> Sequence[SurveyedService]:
    """The services that people are asked about, in the order in which they were listed."""
    listed = select(SurveyedService).where(SurveyedService.is_over.is_(False))
    return db.session.scalars(listed.order_by(SurveyedService.id)).all()


def list_service(th: str, en: str, account_id: int | None) -> SurveyedService:
    """Put a service on the list."""
    with transaction():
        service = SurveyedService(th=th, en=en, is_over=False)
        db.session.add(service)
        db.session.flush()
        audit.record(account_id, "surveys.list_service", f"service {service.id}")
    return service


def list_point(service_id: int, th: str, en: str, account_id: int | None) -> ServicePoint:
    """Put a point of service on the list. Raises `SurveyNotFound`."""
    with transaction():
        if db.session.get(SurveyedService, service_id) is None:
            raise SurveyNotFound
        point = ServicePoint(service_id=service_id, th=th, en=en, is_over=False)
        db.session.add(point)
        db.session.flush()
        audit.record(account_id, "surveys.list_point", f"point {point.id}")
    return point


def end_listing(kind: str, listed_id: int, account_id: int | None) -> None:
    """Take a "service" or "point" off the list; figures about it stay. Raises `SurveyNotFound`."""
    with transaction():
        listed: SurveyedService | ServicePoint | None = (
            db.session.get(SurveyedService, listed_id)
            if kind == "service"
            else db.session.get(ServicePoint, listed_id)
        )
        if listed is None or kind not in ("service", "point"):
            raise SurveyNotFound
        listed.is_over = True
        audit.record(account_id, "surveys.end_listing", f"{kind} {listed_id}")


def points_of(service: SurveyedService | None) -> list[ServicePoint]:
    """The points at which a service is given now."""
    return [point for point in service.points if not point.is_over] if service else []


def bank() -> dict[str, Asked]:
    """Every question of the bank by its key: those that it began with, then the staff's own."""
    held = {f"s{number}": _starter(one) for number, one in enumerate(STARTERS)}
    for own in db.session.scalars(select(BankQuestion).order_by(BankQuestion.id)):
        held[f"b{own.id}"] = Asked(own.kind, own.th, own.en, own.measure, own.aspect, own.choices)
    return held


def ready_questions(kind: SurveyKind) -> list[Asked]:
    """The questions that a survey of this kind may begin with."""
    return [_starter(STARTERS[number]) for number in READY[kind]]


def _starter(one: Starter) -> Asked:
    """A question of the bank; what asks for words may be left out."""
    required = one.kind != Kind.TEXT
    return Asked(one.kind, one.th, one.en, one.measure, one.aspect, is_required=required)


def keep_listed(th: str, en: str, points: Sequence[tuple[str, str]]) -> Outcome:
    """Keep a service of an imported list with its points (Thai and English names), found again by
    its Thai name; points that staff have added stay."""
    found = select(SurveyedService).where(SurveyedService.th == th)
    service = db.session.scalar(found)
    outcome: Outcome = "unchanged"
    if service is None:
        service, outcome = SurveyedService(th=th, en=en, is_over=False), "new"
        db.session.add(service)
        db.session.flush()
    if service.en != en:
        service.en, outcome = en, "changed"
    known = {point.th: point for point in service.points}
    for point_th, point_en in points:
        if point_th not in known:
            service.points.append(ServicePoint(th=point_th, en=point_en, is_over=False))
            outcome = "new" if outcome == "new" else "changed"
    return outcome


def keep_in_bank(asked: Asked, account_id: int | None) -> BankQuestion:
    """Keep a question ready for other surveys."""
    with transaction():
        question = BankQuestion(
            measure=asked.measure,
            aspect=asked.aspect,
            kind=asked.kind,
            th=asked.th,
            en=asked.en,
            choices=[list(pair) for pair in asked.choices],
        )
        db.session.add(question)
        db.session.flush()
        audit.record(account_id, "surveys.keep_in_bank", f"question {question.id}")
    return question
