"""Tables of following: who, what is wished for, what happened, who hears of it, what was sent."""

from webapp.following.models.deliveries import Delivery, DeliveryState, Match
from webapp.following.models.followers import BillNote, Follower, HomeDraft
from webapp.following.models.news import News
from webapp.following.models.searches import SavedSearch, SearchTerm
from webapp.following.models.subscriptions import Subscription

__all__ = [
    "BillNote",
    "Delivery",
    "DeliveryState",
    "Follower",
    "HomeDraft",
    "Match",
    "News",
    "SavedSearch",
    "SearchTerm",
    "Subscription",
]
