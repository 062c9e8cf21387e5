"""Only sentences of ours are looked up: they are markup, have places, and are kept in memory."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from jinja2 import Environment, nodes

import reprise

SOURCE: Final = Path(reprise.__file__).parent
LOOKS_UP: Final = frozenset({"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"})
# What is no sentence where it stands, by its file, and why it can be nothing but one of ours.
OURS: Final = {
    ("web/templates/components/sent.html", "label"): "of a table (account/labels.py), or empty",
    ("web/templates/errors/turned_away.html", "refusal.heading"): "of the class (web/refusals.py)",
    ("web/templates/shop/privacy.html", "each.aim"): "declared with the tracker (web/trackers.py)",
    ("web/templates/shop/privacy.html", "each.when"): "declared with the tracker",
    ("web/templates/shop/product.html", "condition.brief"): "of a table (web/words.py)",
    ("web/templates/shop/product.html", "condition.without_battery"): "of that table",
    ("web/templates/shop/product.html", "condition.screen"): "of that table",
    ("web/templates/shop/product.html", "condition.body"): "of that table",
    ("web/templates/staff/books.html", "each.promise"): "of a check, noted by its run (books)",
    ("catalog/words.py", "_VALUES[code]"): "of a table",
    ("markets/phrases.py", "sentence"): "what templates give it: this test",
    ("markets/phrases.py", "sentence.value"): "a constant of a template",
    ("markets/phrases.py", "one"): "what templates give it: this test",
    ("markets/phrases.py", "several"): "what templates give it: this test",
    ("web/shop/lists.py", "name"): "of a table (words.FACETS)",
    ("web/shop/lists.py", "words.COLOURS[value].name"): "of a table",
    ("web/templating.py", "refusal.message"): "of the class",
    ("web/words.py", "table[code]"): "of a table that the caller names",
    ("web/words.py", "text"): "of a table that the caller names",
    ("web/words.py", "CONDITIONS[code].name"): "of a table",
}  # fmt: skip


def sentences(name: str, given: list[object]) -> list[object]:
    """Those of the arguments that are looked up."""
    return given[:2] if name.startswith("ngettext") else given[:1]


def in_templates() -> Iterator[tuple[str, str]]:
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    for file in SOURCE.rglob("templates/**/*"):
        if file.suffix not in {".html", ".txt"}:
            continue
        tree = environment.parse(file.read_text())
        for call in tree.find_all(nodes.Call):
            name = call.node.name if isinstance(call.node, nodes.Name) else ""
            if name in LOOKS_UP:
                for each in sentences(name, list(call.args)):
                    if not isinstance(each, nodes.Const):
                        yield str(file.relative_to(SOURCE)), written(each)
        # `said`, `counted`, `filled` are what `_` and `ngettext` are compiled to.
        assert not {each.name for each in tree.find_all(nodes.Filter)} & {"said", "counted"}, file


def written(expression: object) -> str:
    """``each.aim`` as it stands in the template; another kind of expression as Jinja2 has it."""
    if isinstance(expression, nodes.Name):
        return expression.name
    if isinstance(expression, nodes.Getattr):
        return f"{written(expression.node)}.{expression.attr}"
    return repr(expression)


def in_modules() -> Iterator[tuple[str, str]]:
    for file in SOURCE.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text())):
            if not isinstance(call, ast.Call):
                continue
            of = call.func
            name = of.id if isinstance(of, ast.Name) else getattr(of, "attr", "")
            if name in LOOKS_UP:
                for each in sentences(name, list(call.args)):
                    if not (isinstance(each, ast.Constant) and isinstance(each.value, str)):
                        assert isinstance(each, ast.expr)
                        yield str(file.relative_to(SOURCE)), ast.unparse(each)


def test_what_is_looked_up_is_a_sentence_of_ours() -> None:
    found = {*in_templates(), *in_modules()}
    assert found - OURS.keys() == set(), "a text that is not a constant: print it, or say here why"
    assert OURS.keys() - found == set(), "no longer looked up"
