"""What can be done with improvements: propose, rank, move, follow up, tell back, count."""

from webapp.improvement.models import Improvement, ImprovementTarget
from webapp.improvement.rules import NEXT, PUBLIC, SCALE, Source, State
from webapp.improvement.service.errors import (
    FollowUpOwed,
    ImprovementNotFound,
    MoveRefused,
    QuarterOver,
    ReasonMissing,
    TargetRefused,
)
from webapp.improvement.service.following_up import (
    Year,
    follow_up,
    open_quarters,
    overdue_follow_ups,
    success_of_year,
)
from webapp.improvement.service.known import get_improvement
from webapp.improvement.service.plan import (
    Facts,
    change_facts,
    list_plan,
    list_public,
    move,
    propose,
    tell_back,
)
from webapp.improvement.service.sources import (
    FOLLOW_NEED,
    TELL,
    TELL_NEEDS,
    add_source,
    complaints_behind,
    follow_need,
    improvements_for,
    improvements_of_survey,
    note_evidence,
    refuse_unseen,
    sources_seen,
    surveys_behind,
    tell_needs,
)
from webapp.improvement.service.targets import set_target

__all__ = [
    "Facts", "FollowUpOwed", "Improvement", "ImprovementNotFound", "ImprovementTarget",
    "MoveRefused", "NEXT", "PUBLIC", "QuarterOver", "ReasonMissing", "SCALE", "Source", "State",
    "FOLLOW_NEED", "TELL", "TELL_NEEDS", "TargetRefused", "Year", "add_source", "change_facts",
    "complaints_behind", "follow_need", "follow_up", "get_improvement", "improvements_for",
    "improvements_of_survey", "list_plan", "list_public", "move", "note_evidence",
    "open_quarters", "overdue_follow_ups", "propose", "refuse_unseen", "set_target", "sources_seen",
    "success_of_year", "surveys_behind", "tell_back", "tell_needs",
]  # fmt: skip
