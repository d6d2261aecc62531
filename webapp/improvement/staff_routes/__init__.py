"""Pages for the board and its officers: the plan, one improvement, the board itself."""

from webapp.improvement.staff_routes import board, one_item, plan
from webapp.improvement.staff_routes.blueprint import bp

__all__ = ["board", "bp", "one_item", "plan"]
