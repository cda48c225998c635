"""Checks a value against the part of JSON Schema that `replies.json` uses. A member that a schema does not name is
allowed: both ends ignore what they do not know.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

_TYPES: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
}
_KNOWN = {
    "$ref", "additionalProperties", "anyOf", "default", "enum", "items", "maxItems", "minItems", "prefixItems",
    "maxLength", "maximum", "minLength", "minimum", "properties", "required", "type",
}  # fmt: skip


class Schemas:
    """The schemas of a version's messages."""

    def __init__(self, path: Path) -> None:
        self._named: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))

    def problems(self, name: str, value: Any) -> list[str]:
        """What is wrong with a message, for people; nothing where it is as that version needs it."""
        return self._check(self._named[name], value, name)

    def _check(self, schema: Mapping[str, Any], value: Any, at: str) -> list[str]:
        assert set(schema) <= _KNOWN, f"{at}: the check does not know {set(schema) - _KNOWN}"
        if "$ref" in schema:
            return self._check(self._named[schema["$ref"].rpartition("/")[2]], value, at)
        if "anyOf" in schema:
            tried = [self._check(one, value, at) for one in schema["anyOf"]]
            return [] if [] in tried else [found for one in tried for found in one]
        if not _TYPES.get(schema.get("type", ""), lambda _value: True)(value):
            return [f"{at} is no {schema['type']}: {value!r:.80}"]
        if "enum" in schema and value not in schema["enum"]:
            return [f"{at} is none of {schema['enum']}: {value!r:.80}"]
        if isinstance(value, int | float) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
            return [f"{at} is out of bounds: {value}"]
        if isinstance(value, str) and not schema.get("minLength", 0) <= len(value) <= schema.get(
            "maxLength", len(value)
        ):
            return [f"{at} has {len(value)} characters"]
        if isinstance(value, dict):
            return self._members(schema, value, at)
        return self._elements(schema, value, at) if isinstance(value, list) else []

    def _members(self, schema: Mapping[str, Any], value: Mapping[str, Any], at: str) -> list[str]:
        missing = [f"{at}.{name} is missing" for name in schema.get("required", ()) if name not in value]
        known = schema.get("properties", {})
        return missing + [
            found for name in known if name in value for found in self._check(known[name], value[name], f"{at}.{name}")
        ]

    def _elements(self, schema: Mapping[str, Any], value: list[Any], at: str) -> list[str]:
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            return [f"{at} has {len(value)} elements"]
        first = schema.get("prefixItems", [])
        each = [*first, *[schema.get("items", {})] * (len(value) - len(first))]
        return [
            found
            for place, (one, element) in enumerate(zip(each, value, strict=True))
            for found in self._check(one, element, f"{at}[{place}]")
        ]
