"""What all facts have in common: the body that says what happened, and the bounds of its fields."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,40}$")]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.@:\-]{1,120}$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,8})?$")]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Contact = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=200)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Number = Annotated[str, StringConstraints(pattern=r"^\d{12}$")]
Nonce = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
People = Annotated[int, Field(ge=1, le=99)]


class Personal:
    """Marks a field that belongs to the fact's personal part."""


class Body(BaseModel):
    """What a fact says. Frozen, and strict about unknown fields: a misspelt field is an error, not a silence."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: ClassVar[str]
    schema_version: ClassVar[int] = 1

    @classmethod
    def personal_fields(cls) -> frozenset[str]:
        """The fields that are kept out of the chained bytes."""
        return frozenset(name for name, field in cls.model_fields.items() if any(m is Personal for m in field.metadata))
