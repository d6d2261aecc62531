"""Pages for officers: the register of needs, one need, its files, who asks for what."""

from webapp.needs.staff_routes import files, one_need, people, register
from webapp.needs.staff_routes.blueprint import bp

__all__ = ["bp", "files", "one_need", "people", "register"]
