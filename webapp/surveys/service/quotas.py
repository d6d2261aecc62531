"""How many answers a survey wants: of all, and of those who belong to a group."""

from sqlalchemy import func, or_, select

from webapp.extensions import db
from webapp.groups import service as groups
from webapp.shared import clock
from webapp.surveys.models import Survey, SurveyResponse
from webapp.surveys.service.building import count_responses, is_open


def is_full(survey: Survey) -> bool:
    """Whether as many have answered as are wanted of all."""
    return survey.quota is not None and count_responses(survey) >= survey.quota


def places_taken(survey: Survey) -> int:
    """How many have finished, or have begun today and may still finish."""
    busy = select(func.count(SurveyResponse.id)).where(
        SurveyResponse.survey_id == survey.id,
        or_(SurveyResponse.finished_on.is_not(None), SurveyResponse.begun_on == clock.today()),
    )
    return db.session.scalar(busy) or 0


def full_groups(survey: Survey) -> list[str]:
    """The groups of which as many have answered as are wanted."""
    if not survey.group_quotas:
        return []
    counted = (
        select(SurveyResponse.segment, func.count(SurveyResponse.id))
        .where(SurveyResponse.survey_id == survey.id, SurveyResponse.finished_on.is_not(None))
        .group_by(SurveyResponse.segment)
    )
    answered = dict(db.session.execute(counted).all())
    wanted = survey.group_quotas.items()
    return [group for group, most in wanted if most is not None and answered.get(group, 0) >= most]


def has_place(survey: Survey) -> bool:
    """Whether one more may begin: those who began today keep their places."""
    return survey.quota is None or places_taken(survey) < survey.quota


def wants(survey: Survey, segment: str | None = None) -> bool:
    """Whether it is open and one more answer is wanted, of this group or, where that is not known,
    of any group at all."""
    if not is_open(survey) or is_full(survey):
        return False
    full = full_groups(survey)
    return segment not in full if segment else bool(_asked_for() - set(full))


def _asked_for() -> set[str]:
    """The groups that a person may say to belong to."""
    return {one.said_as for one in groups.said_in_surveys()}
