"""What pydantic finds wrong with a configuration, in words that say what to write instead."""

from __future__ import annotations

import difflib
import json
import typing
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from briefing.strict_yaml import Path, Problem, Tree

_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
}


def problems_of(error: ValidationError, tree: Tree, model: type[BaseModel]) -> list[Problem]:
    """Turn the errors of one validation into problems with a line each."""
    found = error.errors(include_url=False)
    places = [details["loc"] for details in found]
    # a list whose items are wrong counts as too short as well: the items say it better
    told = [
        details
        for details in found
        if details["type"] != "too_short"
        or not any(place != details["loc"] and place[: len(details["loc"])] == details["loc"] for place in places)
    ]
    return [_problem(details, tree, model) for details in told]


def _problem(details: ErrorDetails, tree: Tree, model: type[BaseModel]) -> Problem:
    path: Path = details["loc"]
    kind, value, context = details["type"], details["input"], details.get("ctx", {})
    if kind == "missing":
        message = f"is missing; add {path[-1]}: ..."
        return Problem(line=tree.line(path[:-1]), path=path, message=message)
    if kind == "extra_forbidden":
        return Problem(line=tree.line(path), path=path, message=_unknown_key(path, model))
    message = _wrong_value(kind, value, context, details["msg"]) + _example(kind, path, model)
    return Problem(line=tree.line(path), path=path, message=message)


def _wrong_value(kind: str, value: Any, context: dict[str, Any], message: str) -> str:
    shown = _shown(value)
    if kind == "value_error":
        what = str(context["error"])
        return what if isinstance(value, dict) else f"{shown} {what}"
    if kind == "literal_error":
        # pydantic joins the choices as 'a', 'b' or 'c'
        choices = context["expected"].split("'")[1::2]
        near = difflib.get_close_matches(str(value), choices, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]}?" if near else "write one of them"
        return f"{shown} is none of {', '.join(choices)}; {hint}"
    if value is None and kind in _WANTED:
        return f"is empty; write {_WANTED[kind]}, or remove the key"
    if kind == "string_type" and isinstance(value, (bool, int, float)):
        return f'{shown} is {_kind_of(value)} and text is wanted; write it in quotes: "{shown}"'
    if kind in _WANTED:
        listed = kind in ("tuple_type", "list_type") and not isinstance(value, (dict, list))
        hint = f"; write [{json.dumps(value, ensure_ascii=False)}]" if listed else ""
        return f"{shown} is {_kind_of(value)} and {_WANTED[kind]} is wanted{hint}"
    if kind == "too_short":
        return "is an empty list; write one item at least, or remove the key"
    if kind in ("greater_than", "greater_than_equal", "less_than", "less_than_equal"):
        bound = next(iter(context.values()))
        words = {"gt": "more than", "ge": "at least", "lt": "less than", "le": "at most"}[next(iter(context))]
        return f"{shown} is out of range; write {words} {bound if isinstance(bound, int) else format(bound, 'g')}"
    if kind == "string_pattern_mismatch":
        return f"{shown} will not do; write 1 to 64 letters, digits, spaces or . _ + -"
    return f"{shown}: {message[0].lower()}{message[1:]}"


def _example(kind: str, path: Path, model: type[BaseModel]) -> str:
    """Show a value of the kind that is wanted: the default of a number, the needed keys of a mapping."""
    if kind in ("int_type", "int_from_float", "float_type"):
        field = _model_at(path[:-1], model).model_fields.get(str(path[-1]))
        return f"; write one, as in {path[-1]}: {field.default}" if field is not None and isinstance(field.default, (int, float)) else ""
    if kind == "model_type":
        needed = [name for name, field in _model_at(path, model).model_fields.items() if field.is_required()]
        return "; write {" + ", ".join(f"{name}: ..." for name in needed) + "}" if needed else ""
    return ""


def _unknown_key(path: Path, model: type[BaseModel]) -> str:
    keys = list(_model_at(path[:-1], model).model_fields)
    near = difflib.get_close_matches(str(path[-1]), keys, n=1, cutoff=0.6)
    if near:
        return f"is no key that is known here; did you mean {near[0]}?"
    return f"is no key that is known here; remove it. The keys are: {', '.join(keys)}"


def _model_at(path: Path, model: type[BaseModel]) -> type[BaseModel]:
    """Walk from the root model to the one whose mapping stands at ``path``."""
    current: type[BaseModel] = model
    for part in path:
        if isinstance(part, str) and part in current.model_fields:
            inner = next(iter(_models_in(current.model_fields[part].annotation)), None)
            if inner is not None:
                current = inner
    return current


def _models_in(annotation: Any) -> Iterable[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from _models_in(argument)


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + "..."


def _kind_of(value: Any) -> str:
    if isinstance(value, bool):
        return "a yes or no"
    for kind, name in ((str, "text"), ((int, float), "a number"), (list, "a list"), (dict, "a mapping")):
        if isinstance(value, kind):
            return name
    return "nothing"
