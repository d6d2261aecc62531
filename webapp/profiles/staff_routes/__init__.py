"""Pages for officers: the groups and their profiles, the list itself, the table, the segments."""

from webapp.profiles.staff_routes import listing, reading
from webapp.profiles.staff_routes.blueprint import bp

__all__ = ["bp", "listing", "reading"]
