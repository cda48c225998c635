"""How a fact is written as bytes and read back.

The *raw* form of a fact is the exact UTF-8 bytes that the terminal wrote; those bytes are chained (`sync.chain`),
sent, and stored by the hub as they are. They name neither sequence number nor incarnation, so a terminal that must
journal a fact again under a new incarnation writes the same bytes.

    {"id": uuid7, "kind": "dropin", "v": 1, "at": wall clock, "mono": ms, "boot": id, "offset": ms, "by": staff?,
     "space": where it was stated, "personal": sha256(salt ‖ personal part)?, "body": {...}}
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sync.body import Body
from sync.chain import Encoded, personal_hash
from sync.clock import instant, stamp
from sync.errors import FactError
from sync.facts import KINDS, parse
from sync.upcasting import upcast

MAX_FACT_BYTES = 32 * 1024
"""A fact's raw bytes and personal part together, checked when it is recorded and again when it is received."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When and where on the machine's clocks a fact was stated.

    Attributes:
        at: wall clock, as `sync.clock.stamp` writes it. It may be wrong.
        mono: monotonic milliseconds since `boot`.
        boot: the boot of the machine that `mono` counts from.
        offset: milliseconds that the hub's clock was ahead of this one when last measured; None if never.
    """

    at: str
    mono: int
    boot: str
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as it is read.

    Attributes:
        body: the newest form of the body where the kind is known, as received otherwise.
        parked: why this program cannot apply it (an unknown kind, a newer version), or None.
        space: the space that its terminal belonged to when it was stated; None from a terminal of 0.1.0.
    """

    id: str
    kind: str
    moment: Moment
    by: str | None
    body: Mapping[str, Any]
    personal_hash: str | None
    parked: str | None = None
    space: str | None = None

    @property
    def at(self) -> datetime:
        """Wall time of the terminal."""
        return instant(self.moment.at)


def encode(
    body: Body, fact_id: str, moment: Moment, by: str | None = None, *, space: str | None = None
) -> Encoded:  # fmt: skip
    """Writes a fact.

    Args:
        body: what it says.
        fact_id: UUIDv7, 32 hexadecimal digits.
        moment: when.
        by: the member of staff who stated it.
        space: where: it counts there, also when it is sent after the terminal was moved to another space.

    Raises:
        FactError: it is larger than `MAX_FACT_BYTES`.
    """
    values = body.model_dump(mode="json", exclude_defaults=True, by_alias=True)
    aliases = {name: field.alias or name for name, field in type(body).model_fields.items()}
    part = {alias: values.pop(alias) for name in type(body).personal_fields() if (alias := aliases[name]) in values}
    envelope: dict[str, Any] = {"id": fact_id, "kind": body.kind, "v": body.schema_version, "at": moment.at}
    envelope |= {"mono": moment.mono, "boot": moment.boot, "offset": moment.offset}
    if by is not None:
        envelope["by"] = by
    if space is not None:
        envelope["space"] = space
    salt = personal = None
    if part:
        salt, personal = secrets.token_bytes(16), _dump(part)
        envelope["personal"] = personal_hash(salt, personal)
    raw = _dump({**envelope, "body": values})
    if len(raw) + len(personal or b"") > MAX_FACT_BYTES:
        raise FactError(f"This record is larger than {MAX_FACT_BYTES // 1024} KB. Shorten its text.")
    return Encoded(fact_id, body.kind, raw, salt, personal)


def decode(raw: bytes) -> Fact:
    """Reads a fact; total over bytes.

    Raises:
        FactError: the bytes are no fact (not JSON, not this envelope, a body that its own kind refuses).
    """
    if len(raw) > MAX_FACT_BYTES:
        raise FactError(f"larger than {MAX_FACT_BYTES} bytes")
    try:
        data = json.loads(raw)
        moment = Moment(at=_stamped(data["at"]), mono=int(data["mono"]), boot=str(data["boot"]), offset=data["offset"])
        fact_id, kind, version, body = data["id"], data["kind"], data["v"], data["body"]
        by, digest, space = data.get("by"), data.get("personal"), data.get("space")
    except (ValueError, KeyError, TypeError, RecursionError, OverflowError) as error:
        raise FactError(f"not a fact: {type(error).__name__}") from None
    if not (_short(fact_id) and _short(kind) and isinstance(version, int) and isinstance(body, dict)):
        raise FactError("not a fact: id, kind, v or body has the wrong type")
    if not (_absent(by) and _absent(digest) and _absent(space) and _offset(moment.offset)):
        raise FactError("not a fact: by, personal, space or offset has the wrong type")
    parked = _unknown(kind, version)
    if parked is None:
        body = _newest(kind, version, body, personal=digest is not None)
    return Fact(fact_id, kind, moment, by, body, digest, parked, space)


_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


def _stamped(text: str) -> str:
    """A wall clock's text in its one form; most come in it."""
    if _STAMP.fullmatch(text):
        datetime.fromisoformat(text)
        return text
    return stamp(instant(text))


def _unknown(kind: str, version: int) -> str | None:
    if kind not in KINDS:
        return f"unknown kind {kind}"
    if version > KINDS[kind].schema_version:
        return f"{kind} of version {version}, newer than {KINDS[kind].schema_version}"
    return None


def _newest(kind: str, version: int, body: dict[str, Any], *, personal: bool) -> dict[str, Any]:
    model = KINDS[kind]
    try:
        reached, body = upcast(kind, version, body)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise FactError(f"{kind} of version {version} is not written as that version is: {error!r}") from None
    if reached != model.schema_version:
        raise FactError(f"{kind} has no version {version}")
    # The personal part is not in the bytes; where it belongs to the fact, stand-ins satisfy "card or name".
    stand_ins: dict[str, Any] = {}
    if personal:
        for name in model.personal_fields():
            stand_ins[model.model_fields[name].alias or name] = "..."
    if personal and body.get("card") is not None:
        stand_ins.pop("name", None)
    known = parse(kind, {**stand_ins, **body})
    values: dict[str, Any] = model.__pydantic_serializer__.to_python(known, mode="json", by_alias=True)
    return {name: value for name, value in values.items() if name not in stand_ins} if stand_ins else values


_printable = re.compile(r"[!-~]{1,120}").fullmatch


def _short(value: object) -> bool:
    return isinstance(value, str) and _printable(value) is not None


def _absent(value: object) -> bool:
    """Whether it is no text at all, or a short one."""
    return value is None or _short(value)


def _offset(value: object) -> bool:
    return value is None or (isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**62)


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
