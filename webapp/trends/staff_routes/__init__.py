"""Pages for officers: what rises, and notes of policy."""

from webapp.trends.staff_routes import notes, rising
from webapp.trends.staff_routes.blueprint import bp

__all__ = ["bp", "notes", "rising"]
