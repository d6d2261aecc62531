"""Pages of following: asking, the person's list and home, stopping, and how fast messages go."""

from webapp.following.routes import (
    asking,
    by_feed,
    changing,
    home,
    keeping,
    listing,
    speed,
    stopping,
)
from webapp.following.routes.blueprint import bp

__all__ = ["asking", "bp", "by_feed", "changing", "home", "keeping", "listing", "speed", "stopping"]
