"""Pages for officers: messages, entering them for others, the standard, the desk's addresses."""

from webapp.complaints.staff_routes import entry, learning, messages, standard, topics
from webapp.complaints.staff_routes.blueprint import bp

__all__ = ["bp", "entry", "learning", "messages", "standard", "topics"]
