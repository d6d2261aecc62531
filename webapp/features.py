"""Table of contents: all that the service is made of, in reading order, for create_app alone."""

from types import ModuleType

from click import Command
from flask import Blueprint
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from webapp.accounts.commands import commands as account_commands
from webapp.accounts.routes import bp as accounts
from webapp.home.routes import bp as home
from webapp.staff import listeners as staff_listeners
from webapp.staff.routes import bp as staff

BLUEPRINTS: list[Blueprint] = [home, accounts, staff]
LISTENERS: list[ModuleType] = [staff_listeners]
JOBS: list[ModuleType] = []
# In the order in which records build on each other.
IMPORTERS: list[ModuleType] = []
COMMANDS: list[Command] = [account_commands]
# Words and endpoint of each entry, in the order in which they are heard.
MENUS: dict[str, list[tuple[LazyString, str]]] = {
    "main": [
        (_l("Home"), "home.show_home"),
    ],
    "footer": [
        (_l("Accessibility"), "home.show_accessibility"),
        (_l("Privacy"), "home.show_privacy"),
        (_l("Staff"), "staff.show_desk"),
    ],
    "staff": [
        (_l("Desk"), "staff.show_desk"),
        (_l("What staff did"), "staff.list_audit"),
    ],
}
