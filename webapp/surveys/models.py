"""Tables of surveys. Nothing in them says who answered; what a person wrote is encrypted."""

from datetime import date, datetime

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.extensions import db
from webapp.shared.columns import EncryptedText, UtcDateTime, code
from webapp.surveys.rules.questions import (
    Aspect,
    Channel,
    Kind,
    Measure,
    State,
    SurveyKind,
)


class SurveyedService(db.Model):
    """One of the services that people are asked about where it is given."""

    __tablename__ = "surveyed_services"

    id: Mapped[int] = mapped_column(primary_key=True)
    th: Mapped[str]
    en: Mapped[str]
    is_over: Mapped[bool] = mapped_column(default=False)

    points: Mapped[list["ServicePoint"]] = relationship(order_by="ServicePoint.id")


class ServicePoint(db.Model):
    """A place, counter, telephone or page at which a service is given."""

    __tablename__ = "service_points"

    id: Mapped[int] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(ForeignKey("surveyed_services.id"), index=True)
    th: Mapped[str]
    en: Mapped[str]
    is_over: Mapped[bool] = mapped_column(default=False)


class BankQuestion(db.Model):
    """A question that staff keep ready for surveys."""

    __tablename__ = "survey_bank_questions"

    id: Mapped[int] = mapped_column(primary_key=True)
    measure: Mapped[Measure] = mapped_column(code(Measure))
    aspect: Mapped[Aspect | None] = mapped_column(code(Aspect))
    kind: Mapped[Kind] = mapped_column(code(Kind))
    th: Mapped[str]
    en: Mapped[str]
    choices: Mapped[list[list[str]]] = mapped_column(JSON)


class Survey(db.Model):
    """One version of a set of questions, with the days between which it is answered."""

    __tablename__ = "surveys"

    id: Mapped[int] = mapped_column(primary_key=True)
    # What its address has: signs that are easy to say.
    key: Mapped[str] = mapped_column(unique=True)
    # The id of its first version; later versions go on with its series of figures.
    lineage: Mapped[int] = mapped_column(index=True)
    version: Mapped[int] = mapped_column(default=1)
    kind: Mapped[SurveyKind] = mapped_column(code(SurveyKind))
    state: Mapped[State] = mapped_column(code(State), index=True)
    title_th: Mapped[str]
    title_en: Mapped[str]
    intro_th: Mapped[str]
    intro_en: Mapped[str]
    service_id: Mapped[int | None] = mapped_column(ForeignKey("surveyed_services.id"))
    # The public id of the bill whose report is rated.
    bill: Mapped[str | None]
    opens_on: Mapped[date | None]
    closes_on: Mapped[date | None]
    quota: Mapped[int | None]
    # By group, as far as there is a limit: how many answers at most.
    group_quotas: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    one_a_page: Mapped[bool]
    # Ends of tasks at which it is offered.
    tasks: Mapped[list[str]] = mapped_column(JSON)
    # Of the keyed hash that tells one person from another; destroyed when the survey closes.
    salt: Mapped[str | None] = mapped_column(EncryptedText)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    made_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))

    questions: Mapped[list["SurveyQuestion"]] = relationship(order_by="SurveyQuestion.place")
    service: Mapped[SurveyedService | None] = relationship()

    def title(self, language: str) -> str:
        """Its title in "th" or "en"."""
        return self.title_th if language == "th" else self.title_en

    def intro(self, language: str) -> str:
        """What is said before the first question, in "th" or "en"."""
        return self.intro_th if language == "th" else self.intro_en


class SurveyQuestion(db.Model):
    """One question of a survey; `place` counts from 1."""

    __tablename__ = "survey_questions"

    id: Mapped[int] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("surveys.id"), index=True)
    place: Mapped[int]
    kind: Mapped[Kind] = mapped_column(code(Kind))
    measure: Mapped[Measure] = mapped_column(code(Measure))
    aspect: Mapped[Aspect | None] = mapped_column(code(Aspect))
    th: Mapped[str]
    en: Mapped[str]
    choices: Mapped[list[list[str]]] = mapped_column(JSON)
    is_required: Mapped[bool]
    # Asked only of those who answered that question with that value.
    asked_if_id: Mapped[int | None] = mapped_column(ForeignKey("survey_questions.id"))
    asked_if_value: Mapped[int | None]

    @property
    def condition(self) -> tuple[int, int] | None:
        """The earlier question and the value on which it depends, if it does."""
        if self.asked_if_id is None or self.asked_if_value is None:
            return None
        return self.asked_if_id, self.asked_if_value

    @property
    def sense(self) -> tuple[object, ...]:
        """What makes it the same question in another version: all but its place and condition."""
        choices = tuple(tuple(pair) for pair in self.choices)
        return self.kind, self.measure, self.aspect, self.th, self.en, choices

    def text(self, language: str) -> str:
        """The question in "th" or "en"."""
        return self.th if language == "th" else self.en


class SurveyResponse(db.Model):
    """One person's answers to one survey, begun or finished."""

    __tablename__ = "survey_responses"
    __table_args__ = (UniqueConstraint("survey_id", "person_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("surveys.id"))
    # A keyed hash; None for what staff enter, and once the survey has closed.
    person_key: Mapped[str | None]
    channel: Mapped[Channel] = mapped_column(code(Channel))
    point_id: Mapped[int | None] = mapped_column(ForeignKey("service_points.id"))
    segment: Mapped[str | None] = mapped_column(String(40))
    begun_on: Mapped[date]
    finished_on: Mapped[date | None]
    year_be: Mapped[int | None]
    quarter: Mapped[int | None]
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    notes: Mapped[str | None] = mapped_column(EncryptedText)


class SurveyAnswer(db.Model):
    """One answer to one question: a choice, a point of the scale, a number or words."""

    __tablename__ = "survey_answers"
    __table_args__ = (Index("ix_survey_answers_waiting", "question_id", "lot", "block"),)

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(db.Integer, "sqlite"), primary_key=True
    )
    response_id: Mapped[int] = mapped_column(ForeignKey("survey_responses.id"), index=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("survey_questions.id"))
    # Of a text: the number of its theme.
    value: Mapped[int]
    words: Mapped[str | None] = mapped_column(EncryptedText)
    # With which block it was counted into the whole, and with which lot into the groups.
    block: Mapped[int | None]
    lot: Mapped[int | None]


class SurveyTally(db.Model):
    """How many chose a value, of one group of people in one quarter, as far as it may be shown."""

    __tablename__ = "survey_tallies"

    question_id: Mapped[int] = mapped_column(ForeignKey("survey_questions.id"), primary_key=True)
    year_be: Mapped[int] = mapped_column(primary_key=True)
    quarter: Mapped[int] = mapped_column(primary_key=True)
    # "all", "point", "segment" or "channel", and which one of it.
    way: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    # -1: people who answered the question.
    value: Mapped[int] = mapped_column(primary_key=True)
    count: Mapped[int]


class SurveyInvitation(db.Model):
    """A person of a sample who is to be written to; the address goes once the message has gone."""

    __tablename__ = "survey_invitations"

    id: Mapped[int] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("surveys.id"), index=True)
    channel: Mapped[Channel] = mapped_column(code(Channel), default=Channel.MAIL)
    # An e-mail address or a LINE user.
    address: Mapped[str | None] = mapped_column(EncryptedText)
    # A random word in the message's link that stands for the person.
    person: Mapped[str | None] = mapped_column(EncryptedText)
    segment: Mapped[str | None] = mapped_column(String(40))
    language: Mapped[str]
    # Who let herself be asked and may stop that, until the message has gone.
    volunteer_id: Mapped[int | None] = mapped_column(
        ForeignKey("survey_volunteers.id", ondelete="SET NULL")
    )
    mailed_on: Mapped[date | None]


class Volunteer(db.Model):
    """Somebody who lets herself be asked for an opinion, by e-mail or LINE, until she leaves."""

    __tablename__ = "survey_volunteers"

    id: Mapped[int] = mapped_column(primary_key=True)
    channel: Mapped[Channel] = mapped_column(code(Channel))
    contact: Mapped[str] = mapped_column(EncryptedText)
    # A keyed hash, by which the same address is found again.
    contact_key: Mapped[str] = mapped_column(unique=True)
    segment: Mapped[str | None] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(default="th")
    joined_on: Mapped[date]
    # An address is written to once its owner has confirmed it.
    confirmed_on: Mapped[date | None]
    # The quarter ("2569-1") in which a pulse was last sent: one a quarter, however long it is.
    pulse_in: Mapped[str | None]


class Asking(db.Model):
    """The day on which somebody was last asked for an opinion; forgotten after 90 days."""

    __tablename__ = "survey_askings"

    person_key: Mapped[str] = mapped_column(primary_key=True)
    asked_on: Mapped[date] = mapped_column(index=True)
