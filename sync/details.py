"""What a drop-in may say beyond its reasons, people and age band (product.md), pure: the values that are told at all.

A detail that is as good as not recorded is left out wherever a drop-in is kept or sent, so that the common drop-in
stays short.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

UNSAID: dict[str, Any] = {
    "channel": "di_persona",
    "who": "non_rilevato",
    "first_visit": "non_noto",
    "gender": "non_rilevato",
    "language": None,
    "mediation": False,
    "outcome": None,
    "referred_to": None,
    "minutes": None,
}
"""Each detail with the value that it has where nobody said anything."""


def details(values: Mapping[str, Any]) -> dict[str, Any]:
    """The details among the values of a drop-in, as far as they say something; in the order of their names."""
    return {
        name: values[name] for name in sorted(UNSAID) if name in values and values[name] not in (None, UNSAID[name])
    }


def amended(before: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The details after an amendment."""
    return details({**before, **{name: value for name, value in changes.items() if name in UNSAID}})
