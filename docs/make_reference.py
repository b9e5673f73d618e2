"""Write the configuration reference between its two marks in README.md, from the descriptions of the keys themselves.

python docs/make_reference.py [--check]
"""

from __future__ import annotations

import json
import sys
import typing
from pathlib import Path
from types import NoneType, UnionType
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from briefing.config_keys import Config

README = Path(__file__).parent.parent / "README.md"
BEGIN = "<!-- reference: made by `make reference` from briefing/config_keys.py -->"
END = "<!-- end of reference -->"
PLAIN = {str: "text", int: "whole number", float: "number", bool: "true or false"}


def reference() -> str:
    """Give the reference: a table for each section, the outermost first."""
    out: list[str] = []
    waiting: list[tuple[str, type[BaseModel]]] = [("", Config)]
    while waiting:
        path, model = waiting.pop(0)
        out += [
            "",
            f"#### `{path}`" if path else "#### At the top",
            "",
            "| key | value | default | |",
            "|---|---|---|---|",
        ]
        if path:
            out.insert(-2, f"{(model.__doc__ or '').splitlines()[0]}\n")
        for name, field in model.model_fields.items():
            kind, inner, mark = _kind(field.annotation)
            out.append(f"| `{name}` | {kind} | {_default(field)} | {field.description} |")
            if inner is not None:
                waiting.append((f"{path}.{name}{mark}".lstrip("."), inner))
    return "\n".join(out).strip() + "\n"


def _kind(annotation: Any) -> tuple[str, type[BaseModel] | None, str]:
    """Say what a value is; name the section that it holds, with the mark of a list or of named entries."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _kind(arguments[0])
    if origin in (typing.Union, UnionType):
        return _kind(next(argument for argument in arguments if argument is not NoneType))
    if origin is typing.Literal:
        return " or ".join(f"`{choice}`" for choice in arguments), None, ""
    if origin is tuple:
        kind, inner, _ = _kind(arguments[0])
        return f"list of: {kind}", inner, "[]"
    if origin is dict:
        _, inner, _ = _kind(arguments[1])
        return "entries by name", inner, ".NAME"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "section", annotation, ""
    return PLAIN[annotation], None, ""


def _default(field: FieldInfo) -> str:
    value = field.default
    if field.is_required():
        return "**needed**"
    if isinstance(value, BaseModel) or value in (None, (), {}):
        return ""
    return f"`{json.dumps(value, ensure_ascii=False)}`".replace('"', "")


def main() -> int:
    text = README.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN, 1)
    made = f"{before}{BEGIN}\n\n{reference()}\n{END}{rest.split(END, 1)[1]}"
    if "--check" in sys.argv[1:]:
        return 0 if made == text else 1
    README.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
