"""The public site as one object: its pages, and the words that they share."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from fastapi import Request
from starlette.responses import Response

from sync.hub import pictures
from sync.hub.hub import Hub
from sync.hub.site.when import When
from sync.hub.site.words import AREAS, ENGLISH
from sync.hub.web.answers import ASSET, PRIVATE, send
from sync.hub.web.limits import Buckets
from sync.hub.web.pages import NOT_FOUND, PageError, Pages, Visit
from sync.pictures import MEDIA_TYPE, is_name
from sync.rows import pick

HERE = Path(__file__).resolve().parent
TEMPLATES = HERE / "templates"
ASSETS: Mapping[str, tuple[Path, str]] = {
    "site.css": (HERE / "static" / "site.css", "text/css; charset=utf-8"),
    "icon.svg": (HERE / "static" / "icon.svg", "image/svg+xml"),
}


class Site:
    """What the views of the public site work with.

    Args:
        hub: an open hub.
    """

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self._files = {name: (path.read_bytes(), media) for name, (path, media) in ASSETS.items()}
        self.pages = Pages(hub, [TEMPLATES], ENGLISH, {"assets": self.assets, "pick": pick})
        self.sign_ups = Buckets(hub.clock, size=20, seconds=30)
        """Attempts to sign up, by address."""
        self.guesses = Buckets(hub.clock, size=5, seconds=120)
        """Card numbers tried with one ticket."""

    @property
    def assets(self) -> SimpleNamespace:
        """Addresses of style sheet and icon. They name the contents, so that browsers may keep them for ever."""
        return SimpleNamespace(style=self._address("site.css"), icon=self._address("icon.svg"))

    def show(self, visit: Visit, template: str, *, cache: str = PRIVATE, **values: Any) -> Response:
        """A page with the words that all pages use."""
        say = visit.words.gettext

        def area_name(number: int) -> str:
            return say(AREAS.get(number, ""))

        return self.pages.show(
            visit, template, cache=cache, when=When(visit.words, visit.now), area_name=area_name, **values
        )

    def asset(self, name: str, request: Request) -> Response:
        """A file of the site's own."""
        if name not in self._files:
            raise PageError(*NOT_FOUND)
        content, media = self._files[name]
        return send(request, content, media, cache=ASSET)

    def picture(self, name: str, request: Request) -> Response:
        """An activity's picture, by its SHA-256: what it holds never changes."""
        content = None
        if is_name(name):
            with self.hub.database.read() as session:
                content = pictures.content(session, name)
        if content is None:
            raise PageError(*NOT_FOUND)
        return send(request, content, MEDIA_TYPE, cache=ASSET)

    def _address(self, name: str) -> str:
        return f"/static/{name}?v={hashlib.sha256(self._files[name][0]).hexdigest()[:12]}"
