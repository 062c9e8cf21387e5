"""Writing and reading rows of one table without building the statement anew (decision 0022).

Conditions are equalities of columns: ``name=value``, or ``name__in=values`` for one of several.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.db import connection, models

M = TypeVar("M", bound=models.Model)
Change = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Column:
    """``leaving`` and ``coming`` change a value on its way; None where it stays as it is."""

    attribute: str
    name: str
    leaving: Change | None
    coming: Change | None


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


@lru_cache(maxsize=256)
def _columns(model: type[models.Model]) -> tuple[_Column, ...]:
    return tuple(_column(field) for field in model._meta.concrete_fields)


def _column(field: models.Field[Any, Any]) -> _Column:
    leaving: Change | None = None
    coming: Change | None = None
    if isinstance(field, models.JSONField):
        json = field

        def leaving(value: Any) -> Any:
            return json.get_db_prep_save(value, connection)

    if hasattr(field, "from_db_value"):
        back = field.from_db_value

        def coming(value: Any) -> Any:
            return back(value, None, connection)

    return _Column(field.attname, _quoted(str(field.column)), leaving, coming)


def _named(model: type[models.Model]) -> dict[str, _Column]:
    return {column.attribute: column for column in _columns(model)}


@lru_cache(maxsize=1024)
def _where(model: type[models.Model], asked: tuple[str, ...]) -> str:
    columns = _named(model)
    return " AND ".join(
        f"{columns[name.removesuffix('__in')].name} = "
        + ("ANY(%s)" if name.endswith("__in") else "%s")
        for name in asked
    )


def _values(equal: Mapping[str, Any]) -> list[Any]:
    if None in equal.values():
        raise ValueError(f"nothing equals None in SQL: {dict(equal)}")
    return [list(value) if name.endswith("__in") else value for name, value in equal.items()]


def _sent(row: models.Model, columns: Sequence[_Column]) -> list[Any]:
    values = (getattr(row, column.attribute) for column in columns)
    return [
        column.leaving(value) if column.leaving else value
        for column, value in zip(columns, values, strict=True)
    ]


@lru_cache(maxsize=1024)
def _insertion(
    shape: tuple[tuple[type[models.Model], int], ...], known: str = "refuse", returning: str = ""
) -> str:
    """For each model of ``shape`` so many rows; all models but the last in a WITH."""
    *before, last = [_values_into(model, number) for model, number in shape]
    parts = ", ".join(f"part{place} AS ({part})" for place, part in enumerate(before))
    return (
        (f"WITH {parts} " if parts else "")
        + last
        + (" ON CONFLICT DO NOTHING" if known == "ignore" else "")
        + (f" RETURNING {returning}" if returning else "")
    )


def _values_into(model: type[models.Model], number: int) -> str:
    columns = _columns(model)
    row = f"({', '.join(['%s'] * len(columns))})"
    return (
        f"INSERT INTO {_quoted(model._meta.db_table)}"  # noqa: S608
        f" ({', '.join(column.name for column in columns)}) VALUES {', '.join([row] * number)}"
    )


@dataclass(slots=True)
class _Waiting:
    """Rows that are written when their block ends."""

    rows: list[models.Model] = field(default_factory=list)
    returning: str = ""


_waiting: ContextVar[_Waiting | None] = ContextVar("waiting", default=None)


@contextmanager
def together() -> Iterator[None]:
    """What is inserted inside, by whomever, is written when the block ends well, in that order and
    in as few statements as may be.

    So it is for a block that reads none of it back, and its IntegrityError comes at the end.
    """
    if _waiting.get() is not None:
        yield
        return
    waiting = _Waiting()
    before = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(before)
    _write(waiting.rows, returning=waiting.returning)


def insert(
    new: Sequence[models.Model],
    *,
    known: Literal["refuse", "ignore"] = "refuse",
    returning: str = "",
) -> int:
    """Write new rows, each after those that it refers to; their keys are made already.  How many
    were written.

    Several models go into one statement.  Raises IntegrityError as ``save`` does;
    ``known="ignore"``, for rows of one model, leaves out what would break a unique constraint and
    never waits for the end of ``together``.  ``returning`` is a constant expression in SQL, for
    what it does.
    """
    waiting = _waiting.get()
    if waiting is None or known == "ignore":
        return _write(new, known, returning)
    waiting.rows += new
    waiting.returning = returning or waiting.returning
    return len(new)


def _write(new: Sequence[models.Model], known: str = "refuse", returning: str = "") -> int:
    by_model: dict[type[models.Model], list[models.Model]] = {}
    for row in new:
        by_model.setdefault(type(row), []).append(row)
    if known == "ignore" and len(by_model) > 1:
        raise ValueError("what is left out of several models could not be told")
    written = 0
    groups = _grouped(by_model)
    with connection.cursor() as cursor:
        for some in groups:
            shape = tuple((model, len(by_model[model])) for model in some)
            values = [
                value
                for model in some
                for row in by_model[model]
                for value in _sent(row, _columns(model))
            ]
            last = some is groups[-1]
            cursor.execute(_insertion(shape, known, returning if last else ""), values)
            written += cursor.rowcount
    for row in new:
        row._state.adding, row._state.db = False, connection.alias
    return written if known == "ignore" else len(new)


# A longer statement is read anew by psycopg each time that it comes.
MOST_VALUES = 50


def _grouped(
    by_model: Mapping[type[models.Model], Sequence[models.Model]],
) -> list[list[type[models.Model]]]:
    """The models in groups, each of which psycopg keeps ready as one statement."""
    groups: list[list[type[models.Model]]] = []
    room = 0
    for model, some in by_model.items():
        need = len(some) * len(_columns(model))
        if need > room:
            groups.append([])
            room = MOST_VALUES
        groups[-1].append(model)
        room -= need
    return groups


@lru_cache(maxsize=1024)
def _selection(
    model: type[models.Model], condition: str, order: tuple[str, ...], lock: bool
) -> str:
    columns = _named(model)
    ordered = ", ".join(
        columns[name.removeprefix("-")].name + (" DESC" if name.startswith("-") else "")
        for name in order
    )
    return (
        f"SELECT {', '.join(column.name for column in columns.values())}"  # noqa: S608
        f" FROM {_quoted(model._meta.db_table)} WHERE {condition}"
        + (f" ORDER BY {ordered}" if ordered else "")
        + (" FOR NO KEY UPDATE" if lock else "")
    )


def find(model: type[M], *, order: Sequence[str] = (), lock: bool = False, **equal: Any) -> list[M]:
    """The rows with these values in an ``order`` (``-name``: descending).

    ``lock`` keeps others from changing them until the transaction ends.  Raises KeyError for a
    column that the model has not.
    """
    condition = _where(model, tuple(equal))
    return find_where(model, condition, _values(equal), order=order, lock=lock)


def find_where(
    model: type[M],
    condition: str,
    values: Sequence[Any],
    *,
    order: Sequence[str] = (),
    lock: bool = False,
) -> list[M]:
    """As ``find``, the rows that fulfil a condition in SQL: a constant, its ``values`` apart."""
    with connection.cursor() as cursor:
        cursor.execute(_selection(model, condition, tuple(order), lock), values)
        found = cursor.fetchall()
    columns = _columns(model)
    names = [column.attribute for column in columns]
    changes = [(place, column.coming) for place, column in enumerate(columns) if column.coming]
    result = []
    for row in found:
        values = list(row)
        for place, coming in changes:
            values[place] = coming(values[place])
        result.append(model.from_db(connection.alias, names, values))
    return result


def first(
    model: type[M], *, order: Sequence[str] = (), lock: bool = False, **equal: Any
) -> M | None:
    """The first of ``find``; None when there is none."""
    return next(iter(find(model, order=order, lock=lock, **equal)), None)


def get(model: type[M], *, lock: bool = False, **equal: Any) -> M:
    """The only row of ``find``.  Raises the model's DoesNotExist or MultipleObjectsReturned."""
    found = find(model, lock=lock, **equal)
    if len(found) != 1:
        kind = "MultipleObjectsReturned" if found else "DoesNotExist"
        raise getattr(model, kind)(f"{len(found)} rows of {model.__name__} with {equal}")
    return found[0]


@lru_cache(maxsize=256)
def _alteration(model: type[models.Model], names: tuple[str, ...]) -> str:
    columns = _named(model)
    return (
        f"UPDATE {_quoted(model._meta.db_table)}"  # noqa: S608
        f" SET {', '.join(f'{columns[name].name} = %s' for name in names)}"
        f" WHERE {_quoted(str(model._meta.pk.column))} = %s"
    )


def update(row: models.Model, names: Sequence[str]) -> None:
    """Write these columns of a row.  Raises the model's DoesNotExist when the row is gone."""
    model = type(row)
    columns = _named(model)
    values = _sent(row, [columns[name] for name in names])
    with connection.cursor() as cursor:
        cursor.execute(_alteration(model, tuple(names)), [*values, row.pk])
        if cursor.rowcount != 1:
            gone: type[ObjectDoesNotExist] = getattr(model, "DoesNotExist")  # noqa: B009
            raise gone(f"{model.__name__} {row.pk}")


@lru_cache(maxsize=256)
def _deletion(model: type[models.Model], asked: tuple[str, ...]) -> str:
    return f"DELETE FROM {_quoted(model._meta.db_table)} WHERE {_where(model, asked)}"  # noqa: S608


def delete(model: type[models.Model], **equal: Any) -> int:
    """Delete the rows with these values; nothing that refers to them is looked for.  How many there
    were."""
    with connection.cursor() as cursor:
        cursor.execute(_deletion(model, tuple(equal)), _values(equal))
        return int(cursor.rowcount)
