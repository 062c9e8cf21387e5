"""Jinja2 templates whose sentences are translated when they are compiled, once for each language.

A page says a hundred sentences; looking each of them up at every rendering costs as much as the
rest of it.  One with places (``_("by %(day)s", day=...)``) is filled when it is rendered.
"""

from __future__ import annotations

from typing import Any

from django.utils import translation
from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer


class Translated(Environment):
    """An environment that speaks one ``language``."""

    def __init__(self, *, language: str, **options: Any) -> None:
        super().__init__(**options)
        self.language = language
        self.filters["label"] = self._label
        # For a sentence that is only known when it is rendered: ``_(condition.brief)``.
        self.install_gettext_callables(  # type: ignore[attr-defined]
            translation.gettext, translation.ngettext, newstyle=True
        )

    def _label(self, text: str) -> str:
        """``text`` before what it names: a colon, with the narrow space that French sets there."""
        return text + ("\u202f:" if self.language == "fr" else ":")

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        with translation.override(self.language):
            said = _Sentences().visit(source)
        return super()._generate(said, name, filename, defer_init)


class _Sentences(NodeTransformer):
    """Replaces ``_("...")`` and ``_("... %(name)s", name=...)`` by what they say."""

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802  Jinja2's name
        self.generic_visit(node)
        if not isinstance(node.node, nodes.Name) or node.node.name != "_":
            return node
        if len(node.args) != 1 or not isinstance(node.args[0], nodes.Const):
            return node
        sentence = translation.gettext(node.args[0].value)
        if not node.kwargs:
            return _safe(sentence % {}, node.lineno)
        places = nodes.Dict([nodes.Pair(nodes.Const(each.key), each.value) for each in node.kwargs])
        return nodes.Mod(_safe(sentence, node.lineno), places, lineno=node.lineno)


def _safe(text: str, lineno: int) -> nodes.Node:
    """Our own words are not escaped, what is put into them is."""
    return nodes.MarkSafeIfAutoescape(nodes.Const(text), lineno=lineno)
