"""Pages of following: asking, the person's list and home, stopping, and how fast messages go."""

from webapp.following.routes import asking, changing, home, keeping, listing, speed, stopping
from webapp.following.routes.blueprint import bp

__all__ = ["asking", "bp", "changing", "home", "keeping", "listing", "speed", "stopping"]
