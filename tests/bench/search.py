"""Search over the large programme: from a question to the lines that a screen shows, at each key that is typed."""

from __future__ import annotations

import os
import shutil
import statistics
import time
from collections.abc import Callable
from typing import Any

from sync.terminal.folder import open_folder
from sync.terminal.search import MAX_HITS
from sync.terminal.terminal import Terminal
from tests.bench.measure import Tell, p99
from tests.bench.report import Result, Target
from tests.bench.world import World, open_terminal

NAME = "search"
P99_MS = 10.0
WORDS = (
    "cucito", "italiano a1", "laboratorio", "ginnastica dolce", "con", "sportello casa", "caffè delle lingue",
    "sala grande", "biblioteca", "bambini", "carrozzina", "zoia", "ciclamini", "orto in cassetta", "over 65", "via",
    "xyzzy", "per chi ha perso il filo", "arabo e spagnolo", "matematica", "prove d'orchestra", "volontarie",
)  # fmt: skip
"""What people look for: words of titles and of long texts, common and rare ones, places, whom it is for, nothing."""
SIDES = {
    "index": "a question to its lines, ranked: titles first, then by day, here before elsewhere",
    "LIKE": f"the first {MAX_HITS} activities whose text holds the question, by a scan: neither folded nor ranked",
}


def questions(text: str) -> list[str]:
    """Everything that is asked while a text is typed, key by key."""
    return [text[: end + 1] for end in range(len(text)) if text[end] != " "]


def run(world: World, rounds: int, tell: Tell) -> Result:
    """Types all of it, over and over."""
    begin = os.getloadavg()[0]
    path = world.copy(world.synced)
    terminal = open_terminal(path)
    try:
        began, batches = time.perf_counter(), 0
        while not terminal.search.prepare():
            batches += 1
        built = time.perf_counter() - began
        samples: dict[str, list[float]] = {side: [] for side in SIDES}
        processor: list[float] = []
        found: list[int] = []
        for number in range(rounds):
            for text in (key for words in WORDS for key in questions(words)):
                if len(text) == 1:  # somebody else: nothing is remembered of what was read before
                    terminal.projection.touch()
                    terminal.projection.refresh()
                before = time.thread_time()
                samples["index"].append(_timed(lambda text=text: found.append(len(terminal.search.find(text)))))
                processor.append(time.thread_time() - before)
                samples["LIKE"].append(_timed(lambda text=text: _scan(terminal, text)))
            tell(number + 1, rounds)
        size = open_folder(path, "file").search.stat().st_size
    finally:
        terminal.close()
        shutil.rmtree(path)
    facts: dict[str, Any] = {
        "p99_ms": 1000 * p99(samples["index"]), "worst_ms": 1000 * max(samples["index"]),
        "processor_p99_ms": 1000 * p99(processor), "processor_median_ms": 1000 * statistics.median(processor),
        "p99_like_ms": 1000 * p99(samples["LIKE"]), "activities": world.rows["activities"],
        "occurrences": world.rows["occurrences"], "index_built_in_s": built, "index_bytes": size,
        "questions": len(found),
        "questions_at_their_limit_percent": 100 * sum(n >= MAX_HITS for n in found) / len(found),
    }  # fmt: skip
    what = "what a key costs that is typed in search"
    return Result(NAME, what, samples, SIDES, (Target("p99_ms", P99_MS),), facts, begin)


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _scan(terminal: Terminal, text: str) -> int:
    query = "SELECT id FROM item WHERE entity = 'activity' AND body LIKE ? LIMIT ?"
    values = (f"%{text}%", MAX_HITS)
    return terminal.replica.read(lambda connection: len(connection.exec_driver_sql(query, values).all()))
