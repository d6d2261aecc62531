"""Pages for everyone: the surveys, answering one, its results; the offer at a task's end."""

from webapp.surveys.routes import answering, results, volunteering
from webapp.surveys.routes.blueprint import bp

__all__ = ["answering", "bp", "results", "volunteering"]
