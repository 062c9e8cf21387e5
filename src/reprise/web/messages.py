"""Finding the texts of Python files, the messages of refusals among them."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator
from io import BytesIO
from typing import Any, BinaryIO

from babel.messages.extract import extract_python

Message = tuple[int, Any, Any, Any]


def python(
    source: BinaryIO, keywords: Any, comment_tags: Collection[str], options: Any
) -> Iterator[Message]:
    """An extractor for Babel: gettext calls, and the ``message`` of each class with a ``code``."""
    text = source.read()
    yield from extract_python(BytesIO(text), keywords, comment_tags, options)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef):
            texts = _texts(node)
            if texts.get("message") and texts.get("code"):
                yield node.lineno, "gettext", texts["message"], []


def _texts(node: ast.ClassDef) -> dict[str, str]:
    return {
        target.id: statement.value.value
        for statement in node.body
        if isinstance(statement, ast.Assign)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }
