"""Pages: templates in the visitor's language, and a page with a sentence for whatever goes wrong.

Everything that comes from data is escaped by Jinja2. No page needs a script.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sync.clock import local
from sync.errors import StoreError
from sync.hub.hub import Hub
from sync.hub.web.answers import PRIVATE, SECURITY_HEADERS, policy, see_other, send
from sync.hub.web.words import LANGUAGES, N_, Words

log = logging.getLogger(__name__)

MAX_FORM_BYTES = 64 * 1024
MAX_FORM_FIELDS = 60
MAX_QUERY_CHARS = 2_000


class PageError(Exception):
    """A page with a sentence instead of the one that was asked for.

    Attributes:
        status: HTTP status.
        title, message: what happened and what to do, in Italian as in the dictionary.
        values: what goes into the sentence.
    """

    def __init__(self, status: int, title: str, message: str = "", **values: object) -> None:
        super().__init__(title)
        self.status, self.title, self.message, self.values = status, title, message, values


class Elsewhere(Exception):
    """What was asked for is to be had at another address first."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


NOT_FOUND = (404, N_("Questa pagina non c'è."), N_("Controlla l'indirizzo, o parti dal programma di oggi."))


@dataclass(frozen=True)
class Visit:
    """A request, as pages see it.

    Attributes:
        language: in which the page is written; `chosen` where the address names it (``?lang=``).
        now: the hub's time in Milano.
    """

    request: Request
    words: Words
    chosen: bool
    now: datetime

    @property
    def language(self) -> str:
        """``it`` or ``en``."""
        return self.words.language

    def href(self, path: str, **query: object) -> str:
        """An address on this site, in the language that the visitor chose. None leaves a value out."""
        values = {name: value for name, value in query.items() if value not in (None, "", False)}
        if self.chosen and "lang" not in values:
            values["lang"] = self.language
        return f"{path}?{urlencode(values)}" if values else path

    def in_language(self, language: str) -> str:
        """This page in another language."""
        kept = [(name, value) for name, value in self.request.query_params.multi_items() if name != "lang"]
        return f"{self.request.url.path}?{urlencode([*kept, ('lang', language)])}"


class Pages:
    """Renders templates in the visitor's language and sends them with the right headers.

    Args:
        hub: for its clock and its session key.
        folders: where templates are, the first one first.
        english: the dictionary (`Words`).
        shared: what every template may use.
    """

    def __init__(
        self, hub: Hub, folders: Sequence[Path], english: Mapping[str, str], shared: Mapping[str, object]
    ) -> None:
        self.hub = hub
        self._words = {language: Words(language, english) for language in LANGUAGES}
        self._environments = {language: _environment(folders, words) for language, words in self._words.items()}
        for environment in self._environments.values():
            environment.globals.update(shared)

    def router(self) -> APIRouter:
        """A router whose routes answer with pages, errors included, and with security headers."""
        return APIRouter(route_class=self._route(), include_in_schema=False, max_body_size=MAX_FORM_BYTES)

    def visit(self, request: Request) -> Visit:
        """What the pages need to know of a request."""
        wanted = request.query_params.get("lang", "")
        chosen = wanted in LANGUAGES
        language = wanted if chosen else accepted(request.headers.get("accept-language", ""))
        return Visit(request, self._words[language], chosen, local(self.hub.clock.now()))

    def show(
        self, visit: Visit, template: str, *, status: int = 200, cache: str = PRIVATE, scripts: Sequence[str] = (),
        **values: object,
    ) -> Response:  # fmt: skip
        """A page. Where it may be cached it carries an ETag, and a visitor who has it already gets no body."""
        body = self._environments[visit.language].get_template(template).render(visit=visit, **values)
        headers = {"Content-Security-Policy": policy(*scripts), "Content-Language": visit.language}
        return send(visit.request, body, "text/html; charset=utf-8", status=status, cache=cache, headers=headers)

    def problem(self, request: Request, error: PageError) -> Response:
        """The page of an error."""
        visit = self.visit(request)
        sentences = [visit.words.gettext(text) % error.values if text else "" for text in (error.title, error.message)]
        return self.show(visit, "error.html", status=error.status, title=sentences[0], message=sentences[1])

    def _route(self) -> type[APIRoute]:
        pages = self

        class PageRoute(APIRoute):
            def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
                answer = super().get_route_handler()

                async def handler(request: Request) -> Response:
                    response = await pages.guarded(request, answer)
                    for name, value in SECURITY_HEADERS.items():
                        response.headers.setdefault(name, value)
                    response.headers.setdefault("Content-Security-Policy", policy())
                    return response

                return handler

        return PageRoute

    async def guarded(self, request: Request, answer: Callable[[Request], Coroutine[Any, Any, Response]]) -> Response:
        """The answer, or a page that says in a sentence why there is none."""
        if len(request.url.query) > MAX_QUERY_CHARS:
            return self.problem(request, PageError(414, N_("Questo indirizzo è troppo lungo.")))
        if "\x00" in request.scope["path"]:  # no database takes it as a text
            return self.problem(request, PageError(*NOT_FOUND))
        try:
            return await answer(request)
        except Elsewhere as error:
            return see_other(error.address)
        except Exception as error:
            return self.problem(request, _sentence(error))


def _sentence(error: Exception) -> PageError:
    """What to say of something that went wrong."""
    match error:
        case PageError():
            return error
        case RequestValidationError():
            return PageError(*NOT_FOUND)
        case StoreError():
            log.error("the database refused a page: %s", error)
            return PageError(
                503, N_("Adesso non riusciamo a salvare."), N_("Niente è cambiato. Riprova tra un minuto.")
            )
        case HTTPException(status_code=413):
            return PageError(413, N_("Il testo è troppo lungo. Accorcialo e riprova."))
        case HTTPException():
            return PageError(error.status_code, N_("Questa richiesta non si può leggere."))
    log.error("a page failed", exc_info=error)
    return PageError(500, N_("Qualcosa non ha funzionato."), N_("Non dipende da te. Riprova tra poco."))


def accepted(header: str) -> str:
    """The language of the pages that a browser likes best (RFC 9110, 12.5.4); Italian where it likes none of them."""
    best, best_weight = LANGUAGES[0], 0.0
    for part in header[:500].split(","):
        name, _, weight_text = part.partition(";q=")
        try:
            weight = float(weight_text) if weight_text else 1.0
        except ValueError:
            continue
        language = name.strip().lower().split("-")[0]
        if language in LANGUAGES and weight > best_weight:
            best, best_weight = language, weight
    return best


def _environment(folders: Sequence[Path], words: Words) -> Environment:
    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"],
    )  # fmt: skip
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        words.gettext, words.ngettext, newstyle=True
    )
    return environment
