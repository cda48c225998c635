"""The words of the public site in English, by the Italian sentence that stands in template or code."""

from __future__ import annotations

from collections.abc import Mapping

from sync.hub.web.words import N_

AREAS: Mapping[int, str] = {
    1: N_("Portinerie sociali"), 2: N_("Servizi innovativi e animazione"), 3: N_("Impresa e comunità"),
}  # fmt: skip
"""What the spaces of an area do."""

ENGLISH: Mapping[str, str] = {}
