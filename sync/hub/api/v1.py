"""The terminals' endpoints on the line: reads requests within their bounds, lets pulls wait, writes answers.

It stands before the pages: what is asked under ``/v1`` never reaches them, nor the framework that serves them. The work
itself is `sync.hub.api.endpoints`, in threads.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from sync.hub.api import gate
from sync.hub.api.endpoints import Answer, Asked, Endpoints, Incoming, Look
from sync.hub.api.exchange import Refused
from sync.hub.api.packing import packed
from sync.hub.api.waiting import Waiting
from sync.wire import MAX_WAIT_SECONDS

PREFIX = "/v1"
WORKERS = 16
"""Requests that are worked on at a time; who waits for news takes no thread."""
One = TypeVar("One")
Done = TypeVar("Done")


class Terminals:
    """Answers what is asked under ``/v1``."""

    def __init__(self, endpoints: Endpoints, waiting: Waiting) -> None:
        self._endpoints, self._waiting = endpoints, waiting
        self._workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="terminals")

    def close(self) -> None:
        """Ends the threads; what is under way ends first."""
        self._workers.shutdown(wait=False)

    @staticmethod
    def concerns(path: str) -> bool:
        """Whether a path is of terminals."""
        return path == PREFIX or path.startswith(f"{PREFIX}/")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        with contextlib.suppress(_Gone):
            await _write(send, await self._answer(scope, receive))

    async def _answer(self, scope: Scope, receive: Receive) -> Answer:
        try:
            body = await _read(receive)
        except Refused as refused:
            return refused.answer()
        request = _incoming(scope, body)
        if (request.method, request.path) != ("GET", f"{PREFIX}/pull"):
            return await self._in_thread(self._endpoints.answer, request)
        seen = self._waiting.version
        first = await self._in_thread(self._endpoints.first, request)
        if isinstance(first, Answer):
            return first
        asked, found = first
        return found.answer if found.news or asked.wait <= 0 else await self._poll(asked, found, seen, receive)

    async def _in_thread(self, work: Callable[[One], Done], one: One) -> Done:
        return await asyncio.get_running_loop().run_in_executor(self._workers, work, one)

    async def _poll(self, asked: Asked, found: Look, seen: int, receive: Receive) -> Answer:
        """Answers a pull when there are news for it, or its time is over, or the hub ends. `seen`: the feed's version
        before `found` was found.
        """
        deadline = time.monotonic() + min(asked.wait, MAX_WAIT_SECONDS)
        gone = asyncio.ensure_future(_disconnected(receive))
        try:
            while True:
                left = deadline - time.monotonic()
                if found.news or found.waits is None or left <= 0 or self._waiting.closing or gone.done():
                    return found.answer
                news = asyncio.ensure_future(self._waiting.wait(found.waits, left, seen))
                try:
                    await asyncio.wait({news, gone}, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    news.cancel()
                page = news.result() if news.done() and not news.cancelled() else None
                if page is not None:
                    return packed(asked.request, page.text)
                seen = self._waiting.version
                found = await self._in_thread(self._endpoints.look, asked)
        finally:
            gone.cancel()


class _Gone(Exception):
    """The sender went away before its request was read."""


async def _read(receive: Receive) -> bytes:
    """The body as it came, bounded.

    Raises:
        Refused: it is too large.
    """
    chunks, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _Gone
        chunk = message.get("body", b"")
        size += len(chunk)
        gate.bounded(size)
        chunks.append(chunk)
        if not message.get("more_body", False):
            return b"".join(chunks)


async def _disconnected(receive: Receive) -> None:
    message: Message = await receive()
    while message["type"] != "http.disconnect":
        message = await receive()


def _incoming(scope: Scope, body: bytes) -> Incoming:
    headers = Headers(scope=scope)
    return Incoming(
        method=scope["method"], path=scope["raw_path"].decode("latin-1"), query=scope["query_string"].decode("latin-1"),
        headers=headers, body=body, origin=f"{scope['scheme']}://{headers.get('host', 'hub')}",
    )  # fmt: skip


async def _write(send: Send, answer: Answer) -> None:
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers.items()]
    headers.append((b"content-length", str(len(answer.content)).encode()))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.content})
