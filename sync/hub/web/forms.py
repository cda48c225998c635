"""Forms as they come in, and what is sealed for cookies and hidden fields."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping

from fastapi import Request
from itsdangerous import BadData, URLSafeSerializer

from sync.hub.hub import SESSION, Hub
from sync.hub.web.pages import MAX_FORM_FIELDS, PageError
from sync.hub.web.words import N_

Form = Mapping[str, str]
"""The fields of a form by name; of a repeated one the first."""


async def read_form(request: Request) -> Form:
    """The fields that were sent; files and anything that is no plain form are refused (a dependency of POST routes).

    Raises:
        PageError: it is no form.
    """
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        raise PageError(415, N_("Questa richiesta non si può leggere."))
    form = await request.form(max_fields=MAX_FORM_FIELDS)
    fields: dict[str, str] = {}
    for name, value in form.multi_items():
        if isinstance(value, str):
            fields.setdefault(name, value.replace("\r\n", "\n").replace("\x00", ""))
    if len(form) > MAX_FORM_FIELDS:
        raise PageError(413, N_("Il testo è troppo lungo. Accorcialo e riprova."))
    return fields


class Seal:
    """Signs small values for cookies and forms with the hub's session key.

    Args:
        hub: whose key.
        purpose: what is sealed for one purpose does not open for another.
    """

    def __init__(self, hub: Hub, purpose: str) -> None:
        self._serializer = URLSafeSerializer(hub.secret(SESSION), salt=purpose)
        self._key = hmac.new(hub.secret(SESSION), purpose.encode(), hashlib.sha256).digest()

    def close(self, values: Mapping[str, str]) -> str:
        """The values as a text that only this hub can make."""
        return str(self._serializer.dumps(dict(values)))

    def open(self, text: str | None) -> dict[str, str]:
        """The values; none where the text is not ours."""
        try:
            values = self._serializer.loads(text or "")
        except BadData:
            return {}
        whole = isinstance(values, dict) and all(isinstance(value, str) for value in values.values())
        return values if whole else {}

    def token(self, session: str) -> str:
        """The token that a form of a session carries."""
        return hmac.new(self._key, session.encode(), hashlib.sha256).hexdigest()

    def fits(self, token: str, session: str) -> bool:
        """Whether the token belongs to the session."""
        return bool(session) and hmac.compare_digest(token.encode(), self.token(session).encode())
