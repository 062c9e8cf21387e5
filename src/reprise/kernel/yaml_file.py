"""What a person writes in YAML, read as plain values: a name stands once, a day is a text."""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

_BOOL: Final = "tag:yaml.org,2002:bool"
_TIME: Final = "tag:yaml.org,2002:timestamp"


class NotYaml(ValueError):
    """The text cannot be read; the message says what is wrong and in which line."""


class _Loader(yaml.SafeLoader):
    """YAML that reads neither days (the field says what a text is) nor "on" and "NO" as truths, and
    no name twice: the last one would win unseen."""

    def compose_mapping_node(self, anchor: Any) -> yaml.MappingNode:
        # Before anything is merged in (<<), which a name here may overrule.
        node = super().compose_mapping_node(anchor)
        first: dict[tuple[str, str], int] = {}
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                name, line = (key.tag, key.value), key.start_mark.line + 1
                if name in first:
                    raise NotYaml(
                        f"“{key.value}” stands in line {first[name]} and again in line {line}"
                    )
                first[name] = line
        return node


_Loader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] not in (_BOOL, _TIME)]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(_BOOL, re.compile("(?:true|false)$"), ["t", "f"])


def load(text: str) -> Any:
    """The values of a text.  Raises NotYaml."""
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        where = f" in line {mark.line + 1}" if mark else ""
        raise NotYaml(f"{problem.problem or problem.context}{where}") from None
    except NotYaml:
        raise
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        raise NotYaml(" ".join(str(problem).split())) from None
