"""Whether a column holds one of many values, however many there are."""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, String, any_, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import InstrumentedAttribute

from webapp.extensions import db


def one_of(column: InstrumentedAttribute[str], values: Collection[str]) -> ColumnElement[bool]:
    """A condition with the values as one parameter: databases take only some ten thousands."""
    if db.session.connection().dialect.name == "postgresql":
        return column == any_(literal(list(values), ARRAY(String)))
    listed: Any = func.json_each(json.dumps(list(values))).table_valued("value")
    return column.in_(select(listed.c.value))
