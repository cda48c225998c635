"""Answers: security headers, caching, redirects.

Every page carries a content security policy that allows this hub's own style sheet and pictures and nothing else. What
is the same for everybody has an ETag, so that a phone on a thin line does not fetch it twice.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping

from fastapi import Request
from starlette.responses import RedirectResponse, Response

PUBLIC = "public, max-age=60"
"""Cache-Control of what is the same for everybody."""
PRIVATE = "no-store"
"""Cache-Control of what concerns one person."""
ASSET = "public, max-age=31536000, immutable"

SECURITY_HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def policy(*scripts: str) -> str:
    """The content security policy of a page.

    Args:
        scripts: bodies of the inline data blocks of the page. They are allowed by their SHA-256 and not by a nonce: so
            a page stays the same for everybody and may be kept by caches.
    """
    rules = ["default-src 'none'", "style-src 'self'", "img-src 'self'", "form-action 'self'", "base-uri 'none'"]
    rules.append("frame-ancestors 'none'")
    if scripts:
        digests = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
        rules.append("script-src " + " ".join(f"'sha256-{digest}'" for digest in digests))
    return "; ".join(rules)


def send(
    request: Request, body: str | bytes, media_type: str, *, status: int = 200, cache: str = PUBLIC,
    headers: Mapping[str, str] | None = None,
) -> Response:  # fmt: skip
    """An answer with Cache-Control, and for what may be cached an ETag: who has it already gets 304 without a body."""
    raw = body.encode() if isinstance(body, str) else body
    own = {"Cache-Control": cache, **(headers or {})}
    if cache != PRIVATE and status == 200:
        own["ETag"] = tag = f'"{hashlib.sha256(raw).hexdigest()[:32]}"'
        if cache != ASSET:
            own["Vary"] = "Accept-Language"
        if tag in [known.strip().removeprefix("W/") for known in request.headers.get("if-none-match", "").split(",")]:
            return Response(status_code=304, headers=own)
    return Response(raw, status, own, media_type)


def see_other(address: str) -> Response:
    """Where to look after a form was taken in."""
    return RedirectResponse(address, 303, {"Cache-Control": PRIVATE})
