"""The door of surveys: build and answer them, ask under one cap, read the figures."""

from webapp.shared import clock
from webapp.shared.quarters import Quarter, quarter_of
from webapp.surveys.service.answering import (
    Arrival,
    answers_of,
    asked_of,
    begin,
    enter,
    finish,
    is_full,
    keep,
    link_token,
    response_entered,
    response_of,
)
from webapp.surveys.service.asking import (
    claim_asking,
    forget_askings,
    may_ask,
    survey_at_end_of,
)
from webapp.surveys.service.building import (
    Asked,
    Facts,
    add_question,
    change_facts,
    close_overdue,
    close_survey,
    count_responses,
    is_open,
    list_surveys,
    make_survey,
    move_up,
    new_version,
    open_survey,
    public_surveys,
    remove_question,
    survey_by_id,
    survey_by_key,
)
from webapp.surveys.service.errors import (
    AnsweredAlready,
    NotDraft,
    NotOpen,
    NotReadyToOpen,
    SurveyNotFound,
)
from webapp.surveys.service.figures import Figures, Score, figures, quarters_of
from webapp.surveys.service.inviting import (
    invitation_by_id,
    invitation_mailed,
    invitation_token,
    invite_sample,
    invited,
)
from webapp.surveys.service.lists import (
    bank,
    end_listing,
    keep_in_bank,
    list_point,
    list_service,
    points_of,
    surveyed_services,
)
from webapp.surveys.service.overall import Overall, overall
from webapp.surveys.service.releasing import release, release_all
from webapp.surveys.service.words import (
    GivenText,
    interview_notes,
    interviews_held,
    text_given,
    texts_by_theme,
)

__all__ = [
    "text_given",
    "interviews_held",
    "interview_notes",
    "overall",
    "Overall",
    "GivenText",
    "AnsweredAlready",
    "Arrival",
    "Asked",
    "Facts",
    "Figures",
    "NotDraft",
    "NotOpen",
    "NotReadyToOpen",
    "Quarter",
    "Score",
    "SurveyNotFound",
    "add_question",
    "answers_of",
    "asked_of",
    "bank",
    "begin",
    "change_facts",
    "claim_asking",
    "close_overdue",
    "close_survey",
    "count_responses",
    "end_listing",
    "enter",
    "figures",
    "finish",
    "forget_askings",
    "invitation_by_id",
    "invitation_mailed",
    "invitation_token",
    "invite_sample",
    "invited",
    "is_full",
    "is_open",
    "keep",
    "keep_in_bank",
    "link_token",
    "list_point",
    "list_service",
    "list_surveys",
    "make_survey",
    "may_ask",
    "move_up",
    "new_version",
    "open_survey",
    "points_of",
    "present_quarter",
    "public_surveys",
    "quarter_of",
    "quarters_of",
    "release",
    "release_all",
    "remove_question",
    "response_entered",
    "response_of",
    "survey_at_end_of",
    "survey_by_id",
    "survey_by_key",
    "surveyed_services",
    "texts_by_theme",
]


def present_quarter() -> Quarter:
    """The quarter of the fiscal year that it is now in Bangkok."""
    return quarter_of(clock.today())
