"""Facts in the past tense, on their way from one context to those above it."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any, ClassVar, TypeVar
from uuid import UUID

_READERS: dict[str, Any] = {
    "str": str,
    "int": int,
    "bool": bool,
    "UUID": UUID,
    "datetime": datetime.fromisoformat,
}
_REGISTRY: dict[str, type[Event]] = {}
E_ = TypeVar("E_", bound="Event")


class Event:
    """Base of frozen dataclasses whose fields are ids, codes, amounts and times.

    Never personal data: events are kept for good.  ``kind`` is ``<context>.<ClassName>``; a
    class is registered when it is defined, and its field types are checked then.
    """

    kind: ClassVar[str]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        context = cls.__module__.removeprefix("reprise.").split(".")[0]
        cls.kind = f"{context}.{cls.__name__}"
        for name, annotation in cls.__annotations__.items():
            if annotation not in _READERS and getattr(annotation, "__name__", "") not in _READERS:
                raise TypeError(f"{cls.kind}.{name}: an event cannot carry {annotation!r}")
        _REGISTRY[cls.kind] = cls

    def payload(self) -> dict[str, str | int | bool]:
        """The fields as JSON values; :func:`read_event` gives the event back."""
        result: dict[str, str | int | bool] = {}
        for field in fields(self):  # type: ignore[arg-type]
            value = getattr(self, field.name)
            if isinstance(value, datetime):
                result[field.name] = value.isoformat()
            elif isinstance(value, UUID):
                result[field.name] = str(value)
            else:
                result[field.name] = value
        return result


def read_event(kind: str, payload: dict[str, Any]) -> Event:
    """The event that was published as ``kind``.  Raises KeyError for an unknown kind."""
    cls = _REGISTRY[kind]
    values = {}
    for field in fields(cls):  # type: ignore[arg-type]
        name = field.type if isinstance(field.type, str) else field.type.__name__
        values[field.name] = _READERS[name](payload[field.name])
    return cls(**values)
