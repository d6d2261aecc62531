"""A pytest plugin: what lets one process start thousands of sites; one in service is started once.

Addresses and templates are compiled once for all of them, passwords are hashed cheaply, and a search
for garbage does not go through all the tests that were collected.
"""

import gc
from collections.abc import Callable
from importlib import import_module

from argon2 import PasswordHasher
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.routing import Rule

from webapp.accounts import service as accounts
from webapp.shared.site import Site

Builder = Callable[..., tuple[str, str]]
_builders: dict[tuple[object, ...], Builder] = {}
_compile = Rule._compile_builder


def _compile_once(rule: Rule, append_unknown: bool = True) -> Builder:
    """How an address is built: by the parts of its rule, and by its defaults where it has some."""
    if rule.defaults:
        return _compile(rule, append_unknown)
    key = (*rule._trace, append_unknown)
    if key not in _builders:
        _builders[key] = _compile(rule, append_unknown)
    return _builders[key]


class CompiledTemplates(BytecodeCache):
    """Templates that some site of this process compiled before, as long as their text is the same."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


def pytest_configure() -> None:
    Rule._compile_builder = _compile_once  # type: ignore[method-assign, assignment]
    Site.jinja_options = {**Site.jinja_options, "bytecode_cache": CompiledTemplates()}
    accounts._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def pytest_unconfigure() -> None:
    Rule._compile_builder = _compile  # type: ignore[method-assign]


def pytest_collection_finish() -> None:
    # It looks for who holds what it watches, and does not see what is frozen.
    import_module("hypothesis")
    gc.collect()
    gc.freeze()
