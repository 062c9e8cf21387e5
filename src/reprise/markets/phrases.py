"""Jinja2 templates whose sentences are translated when they are compiled, once for each language.

A page says a hundred sentences; looking each of them up at every rendering costs as much as the
rest of it.  One with places (``_("by %(day)s", day=...)``) is filled when it is rendered.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final

from django.utils import translation
from jinja2 import Environment, nodes, pass_eval_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import EvalContext
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape


def gettext(sentence: str) -> str:
    """What Django's says, looked up once a language: a page asks for the same words each time."""
    return _looked_up(sentence, translation.get_language())


@lru_cache(maxsize=8192)
def _looked_up(sentence: str, _: str | None) -> str:
    return translation.gettext(sentence)


# What HTML reads in a text as something else than itself.
_MEANT: Final = re.compile("[&<>\"']").search


def written(value: Any) -> str:
    """``value`` as it is written into a page: escaped, unless it is markup already.

    `escape` says the same, but makes new markup of it each time: a whole list of tiles is copied
    by each template that it passes through.
    """
    kind = type(value)
    if kind is Markup or (kind is str and not _MEANT(value)):
        text: str = value
        return text
    return str(value) if kind is int else escape(value)


class _Writer(CodeGenerator):
    """Has what a page says written by `written`, and methods called as they are: none of ours asks
    for the template's context, which `Context.call` would look for each time."""

    def visit_Call(  # noqa: N802  Jinja2's name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        spread = node.dyn_args or node.dyn_kwargs or forward_caller
        if spread or not isinstance(node.node, nodes.Getattr):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for each in (*node.args, *node.kwargs):
            self.visit(each, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.written(")
        else:
            super()._output_child_pre(node, frame, finalize)


@pass_eval_context
def filled(context: EvalContext, sentence: str, **places: Any) -> str:
    """A sentence of ours with its places filled: they are escaped in a page, it is not."""
    if not context.autoescape:
        return sentence % places
    text = sentence % {name: written(value) for name, value in places.items()}
    return Markup(text)  # noqa: S704 - what is put into it is escaped


class Translated(Environment):
    """An environment that speaks one ``language``."""

    code_generator_class = _Writer
    written = staticmethod(written)

    def __init__(self, *, language: str, **options: Any) -> None:
        super().__init__(**options)
        self.language = language
        self.filters["label"] = self._label
        self.install_gettext_callables(  # type: ignore[attr-defined]
            translation.gettext, translation.ngettext, newstyle=True
        )
        self._known = lru_cache(maxsize=4096)(self._translated)
        self._forms = lru_cache(maxsize=4096)(self._form)
        self.filters.update(filled=filled, said=self._said, counted=self._counted)

    def _translated(self, sentence: str) -> Markup:
        with translation.override(self.language):
            text = translation.gettext(sentence) % {}
        return Markup(text)  # noqa: S704 - our own words

    def _form(self, one: str, several: str, number: int) -> str:
        with translation.override(self.language):
            return translation.ngettext(one, several, number)

    @pass_eval_context
    def _counted(
        self, context: EvalContext, number: int, one: str, several: str, **places: Any
    ) -> str:
        return filled(context, self._forms(one, several, number), **{"num": number, **places})

    @pass_eval_context
    def _said(self, context: EvalContext, sentence: str) -> str:
        """A sentence that is only known when it is rendered."""
        text = self._known(sentence)
        return text if context.autoescape else str(text)

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
    """Replaces ``_("...")`` by what it says, and has the places of ``_("... %(name)s", name=...)``
    filled; ``_(condition.brief)`` and ``ngettext(...)`` are said when they are rendered."""

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802  Jinja2's name
        self.generic_visit(node)
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if name == "ngettext" and len(node.args) == 3:
            one, several, number = node.args
            return _filter(node, number, "counted", node.kwargs, [one, several])
        if name != "_" or len(node.args) != 1:
            return node
        (sentence,) = node.args
        if not isinstance(sentence, nodes.Const):
            return node if node.kwargs else _filter(node, sentence, "said")
        text = translation.gettext(sentence.value)
        if node.kwargs:
            return _filter(node, nodes.Const(text, lineno=node.lineno), "filled", node.kwargs)
        # Our own words are not escaped.
        return nodes.MarkSafeIfAutoescape(nodes.Const(text % {}), lineno=node.lineno)


def _filter(
    node: nodes.Call,
    of: nodes.Expr,
    name: str,
    kwargs: list[nodes.Keyword] | None = None,
    args: list[nodes.Expr] | None = None,
) -> nodes.Filter:
    return nodes.Filter(of, name, args or [], kwargs or [], None, None, lineno=node.lineno)
