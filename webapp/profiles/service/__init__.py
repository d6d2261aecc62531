"""What can be done with profiles: read, review, put beside the needs; look for segments."""

from webapp.profiles.service.groups import (
    Profile,
    ProfileWords,
    get_profile,
    history_of,
    keep_profile,
    list_profiles,
)
from webapp.profiles.service.segments import (
    gather_habits,
    latest_finding,
    list_findings,
    look_for_segments,
    segments_of,
)
from webapp.profiles.service.table import AspectCounts, asked_by_group

__all__ = [
    "AspectCounts",
    "Profile",
    "ProfileWords",
    "asked_by_group",
    "gather_habits",
    "get_profile",
    "history_of",
    "keep_profile",
    "latest_finding",
    "list_findings",
    "list_profiles",
    "look_for_segments",
    "segments_of",
]
