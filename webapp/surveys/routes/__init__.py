"""Pages for everyone: the surveys, answering one, its results; the offer at a task's end."""

from webapp.surveys.routes import answering, counter, results, volunteering
from webapp.surveys.routes.blueprint import bp

__all__ = ["answering", "bp", "counter", "results", "volunteering"]
