"""Pages for officers: build a survey, give it out, enter answers, read words, keep the lists."""

from webapp.surveys.staff_routes import building, giving, lists, paper, reading
from webapp.surveys.staff_routes.blueprint import bp

__all__ = ["bp", "building", "giving", "lists", "paper", "reading"]
