"""Read YAML without its surprises: every value keeps its line, and what YAML 1.1 would silently change is refused.

The traps are YAML's own (https://yaml.org/type/): ``7:30`` is the number 450, ``no`` is false, ``010`` is eight, and
the second of two equal keys wins without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

Path = tuple[str | int, ...]
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
#: the digits of a number that is read; Python refuses to convert thousands of them
_LONGEST_NUMBER = 30
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
_STR, _INT, _FLOAT, _BOOL, _NULL, _TIMESTAMP = (
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp")
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """What is wrong at one place; ``line`` counts from 1, ``path`` leads to the key."""

    line: int
    path: Path
    message: str


@dataclass(kw_only=True, slots=True)
class Tree:
    """Plain data with, for every path, the line of its value and (for a key of a mapping) of the key itself."""

    data: Any = None
    value_lines: dict[Path, int] = field(default_factory=dict)
    key_lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """Give the line of a key, of a value, or of the nearest thing around it that is really there."""
        for length in range(len(path), -1, -1):
            for lines in (self.key_lines, self.value_lines):
                if path[:length] in lines:
                    return lines[path[:length]]
        return 1


def read_yaml(text: str) -> Tree:
    """Read one YAML document. Whatever is wrong with it is in ``problems``, and the data then is not to be used."""
    tree = Tree()
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        tree.problems.append(Problem(line=mark.line + 1 if mark else 1, path=(), message=_syntax(error, text)))
        return tree
    except yaml.YAMLError as error:
        tree.problems.append(Problem(line=1, path=(), message=f"is not YAML: {error}"))
        return tree
    except RecursionError:
        tree.problems.append(Problem(line=1, path=(), message="is nested too deeply to be a configuration"))
        return tree
    if node is not None:
        tree.data = _Builder(tree).build(node, ())
    return tree


def shown_path(path: Path) -> str:
    """Write a path as a person would: ``schedules[0].at``."""
    out = ""
    for part in path:
        out += f"[{part}]" if isinstance(part, int) else f".{part}" if out else part
    return out


class _Builder:
    """Turns nodes into plain data, noting lines and problems on the tree."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.open: set[int] = set()
        self.seen: set[int] = set()

    def build(self, node: yaml.Node, path: Path) -> Any:
        self.tree.value_lines[path] = node.start_mark.line + 1
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, path)
        if id(node) in self.seen:
            # an alias; refused because nested ones grow without bound, and no setting here is long enough to need one
            return self._refuse(node, path, "is an alias (*name); write the value out instead")
        self.seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*path, index)) for index, item in enumerate(node.value)]
        assert isinstance(node, yaml.MappingNode)
        return dict(self._pairs(node, path))

    def _pairs(self, node: yaml.MappingNode, path: Path) -> Iterator[tuple[str, Any]]:
        first: dict[str, int] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(key_node, path, "has a list or a mapping for a key; a key is a word")
                continue
            key = key_node.value
            inner = (*path, key)
            if key_node.tag == "tag:yaml.org,2002:merge":
                self._refuse(key_node, path, "has a merge key (<<); write the keys out instead")
                continue
            if key in first:
                message = f"stands twice, first in line {first[key]}; YAML would silently take the second: remove one"
                self.tree.problems.append(Problem(line=line, path=inner, message=message))
                continue
            first[key] = line
            self.tree.key_lines[inner] = line
            yield key, self.build(value_node, inner)

    def _scalar(self, node: yaml.ScalarNode, path: Path) -> Any:
        text, tag = node.value, node.tag
        if node.style is not None or tag in (_STR, _TIMESTAMP):
            if not tag.startswith("tag:yaml.org,2002:"):
                return self._refuse(node, path, f"has the tag {tag}; only plain values are read")
            return text
        if tag == _NULL:
            return None
        if tag == _BOOL:
            if text.lower() in ("true", "false"):
                return text.lower() == "true"
            meant = "true" if yaml.safe_load(text) else "false"
            return self._refuse(node, path, f'{text} without quotes is {meant} to YAML; write {meant}, or "{text}"')
        if tag in (_INT, _FLOAT) and len(text) > _LONGEST_NUMBER:
            return self._refuse(node, path, f"is a number of {len(text)} characters; write one of {_LONGEST_NUMBER} at most")
        if tag == _INT:
            return int(text) if _INTEGER.fullmatch(text) else self._refuse(node, path, _number(text))
        if tag == _FLOAT:
            return float(text) if _DECIMAL.fullmatch(text) else self._refuse(node, path, _number(text))
        return self._refuse(node, path, f"has the tag {tag}; only plain values are read")

    def _refuse(self, node: yaml.Node, path: Path, message: str) -> None:
        self.tree.problems.append(Problem(line=node.start_mark.line + 1, path=path, message=message))


def _number(text: str) -> str:
    try:
        value = yaml.safe_load(text)
    except (ValueError, yaml.YAMLError):
        value = "a number"
    clock = _CLOCK.fullmatch(text)
    meant = f"{int(clock[1]):02}:{clock[2]}" + (f":{clock[3]}" if clock[3] else "") if clock else text
    instead = f'write "{meant}"' if clock else f'write "{text}" for the text, or the plain decimal number'
    return f"{text} without quotes is {value} to YAML; {instead}"


def _syntax(error: yaml.MarkedYAMLError, text: str) -> str:
    mark = error.problem_mark or error.context_mark
    lines = text.splitlines()
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    hint = ""
    if "\t" in line[: len(line) - len(line.lstrip())] or "'\\t'" in str(error.problem):
        hint = "; indent with spaces, not tabs"
    elif error.problem and "mapping values are not allowed" in error.problem:
        hint = '; put a value that holds ": " in quotes'
    elif error.context and "expected a single document" in error.context:
        hint = "; a configuration is one document, without ---"
    where = f" at {line.strip()!r}" if line.strip() else ""
    return f"is not YAML: {error.problem or error.context}{where}{hint}"
