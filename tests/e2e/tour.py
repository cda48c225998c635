"""The tour of the three jobs, with the network cut and the plug pulled in the middle (`make demo`).

A real hub process, a real terminal process with its window (offscreen) and its engine. Prints each step as it
happens; leaves ``build/demo/report.json`` (each step: what was expected, what was seen, seconds) and a picture of
each screen. Exit status 1 when any step is not as expected.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

from tests.support.forms import read_form
from tests.support.pictures import decode
from tests.support.platform import HubSite, TerminalSite
from tests.support.player import Player, playing

PLACE = Path("build/demo")
NOW = datetime(2026, 11, 24, 15, 20)  # noqa: DTZ001 - on Milano's clocks, as QC_NOW takes it
SPACE = "zoia"


@dataclass
class Step:
    """A step: what was expected and what was seen."""

    name: str
    expected: str
    seen: str = ""
    ok: bool = False
    seconds: float = 0.0
    pictures: list[str] = field(default_factory=list)


class Tour:
    """Walks the steps and keeps the report."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.steps: list[Step] = []
        self._began = time.monotonic()
        env = {"QC_NOW": self.now()}
        self.hub = HubSite(place / "hub", env=env)
        self.terminal = TerminalSite(place / "terminal", env=env)

    def now(self) -> str:
        """The time on the tour's clocks."""
        passed = timedelta(seconds=time.monotonic() - self._began)
        return (NOW + passed).isoformat(timespec="seconds")

    def wind(self) -> None:
        """Winds the clocks of what is started next on to the tour's time."""
        self.hub.env["QC_NOW"] = self.terminal.env["QC_NOW"] = self.now()

    @contextlib.contextmanager
    def step(self, name: str, expected: str) -> Iterator[Step]:
        """A step; whatever goes wrong in it is seen, reported, and the tour goes on where it can."""
        step = Step(name, expected)
        began = time.monotonic()
        self.wind()
        try:
            yield step
        except Exception as error:
            step.ok, step.seen = False, f"{type(error).__name__}: {error}"
        step.seconds = round(time.monotonic() - began, 3)
        self.steps.append(step)
        print(f"{'ok ' if step.ok else 'BAD'} {step.seconds:6.2f} s  {name}")
        print(f"      expected: {step.expected}\n      seen:     {step.seen}")

    def saw(self, step: Step, seen: object, ok: bool) -> None:
        """Notes what was seen, and whether it was as expected."""
        step.seen, step.ok = str(seen), ok

    def picture(self, step: Step, player: Player, name: str) -> Path:
        """Takes a picture of the screen."""
        path = self.place / f"{len(self.steps) + 1:02d}-{name}.png"
        player.grab(path=str(path))
        step.pictures.append(path.name)
        return path

    def report(self) -> bool:
        """Writes the report; returns whether all was as expected."""
        ok = bool(self.steps) and all(step.ok for step in self.steps)
        report = {
            "ok": ok,
            "seconds": round(time.monotonic() - self._began, 1),
            "steps": [asdict(step) for step in self.steps],
        }
        (self.place / "report.json").write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")
        return ok


def main() -> int:
    """Walks the tour."""
    place = PLACE.absolute()
    shutil.rmtree(place, ignore_errors=True)
    (place / "hub").mkdir(parents=True)
    tour = Tour(place)
    with contextlib.suppress(_Over):
        _walk(tour)
    ok = tour.report()
    print(f"{sum(step.ok for step in tour.steps)} of {len(tour.steps)} steps as expected; {place / 'report.json'}")
    return 0 if ok else 1


class _Over(Exception):
    """The tour cannot go on."""


def _walk(tour: Tour) -> None:
    _prepare(tour)
    with contextlib.ExitStack() as line:
        line.enter_context(tour.hub.serving())
        _enrol(tour)
        with playing(tour.terminal.folder, env=_environment(tour)) as player:
            player.wait_online(online=True)
            occurrence = _browse(tour, player)
            _card(tour, player, occurrence)
            _phone(tour, player, occurrence)
            _desk(tour, player)
            with tour.step("the hub stops", "the screen says that there is no network and that it can be used") as step:
                line.close()
                if "bar.lock" in player.names():
                    player.tap("bar.lock")
                player.wait_text(text="Senza rete: puoi usare il terminale.")
                tour.picture(step, player, "offline")
                tour.saw(step, [text for text in player.texts() if "rete" in text], True)
            recorded = _offline(tour, player)
            with tour.step(
                "the terminal is killed", "SIGKILL in the middle; nothing that was shown as saved is lost"
            ) as step:
                player.kill()
                status = tour.terminal.run("status").value
                tour.saw(step, f"{status['pending']} records wait", status["pending"] == recorded > 0)
    with playing(tour.terminal.folder, env=_environment(tour)) as player:
        _again(tour, player)
        with tour.hub.serving():
            _together(tour, player)


def _environment(tour: Tour) -> dict[str, str]:
    tour.wind()
    return {"KIOSK_VAULT": "file", "QC_NOW": tour.terminal.env["QC_NOW"]}


def _prepare(tour: Tour) -> None:
    with tour.step("the hub is made", "nine spaces, at least 60 activities") as step:
        counts = tour.hub.run("init", "--demo").value
        tour.saw(step, counts, counts["spaces"] == 9 and counts["activities"] >= 60)
    if not tour.steps[-1].ok:
        raise _Over


def _enrol(tour: Tour) -> None:
    with tour.step("a terminal is enrolled", "a code, an approval, a first synchronisation") as step:
        name = tour.terminal.enrol(tour.hub, SPACE)
        first = tour.terminal.sync()
        tour.saw(step, f"{name}: {first['pulled']} rows, {first['bytes_down']} bytes", first["pulled"] > 500)
    if not tour.steps[-1].ok:
        raise _Over


def _browse(tour: Tour, player: Player) -> str:
    today = tour.terminal.run("agenda").values
    with tour.step("a resident looks at the screen", "today's activities here, without a tap") as step:
        texts = player.texts()
        tour.picture(step, player, "home")
        shown = [line["title"] for line in today if line["title"] in texts]
        tour.saw(step, f"{len(shown)} of {len(today)} titles of today: {', '.join(shown)}", len(shown) >= 2)
    bookable = [
        line for line in today if line["seats"] and line["seats"]["right"] >= 3 and line["status"] == "scheduled"
    ]
    chosen = next(
        (line for line in bookable if f"home.row.{line['id']}" in player.names()), None
    )  # the next one that can be booked and is on screen
    with tour.step("and opens one", "when, where, for whom, seats; one tap") as step:
        if chosen is None:
            raise LookupError(f"nothing to book on Home; bookable today: {[line['title'] for line in bookable]}")
        player.tap(f"home.row.{chosen['id']}")
        player.wait_item(name="activity.signup")
        tour.picture(step, player, "activity")
        texts = player.texts()
        tour.saw(step, texts[:12], chosen["title"] in texts and "Dove" in texts and "Posti" in texts)
    if chosen is None:
        raise _Over
    return str(chosen["id"])


def _people(tour: Tour) -> Any:
    return json.loads((tour.hub.folder / "demo.json").read_text(encoding="utf-8"))[SPACE]


def _card(tour: Tour, player: Player, occurrence: str) -> None:
    with tour.step("a tenant signs up with a card", "final at once, verified on the terminal itself") as step:
        player.tap("activity.signup")
        player.wait_item(name="signup.card")
        tour.picture(step, player, "signup")
        player.scan(text=_people(tour)["cards"][0]["card"])
        player.wait_item(name="result.done")
        tour.picture(step, player, "signed-up")
        states = [line["state"] for line in tour.terminal.run("bookings", occurrence).values]
        tour.saw(step, f"{[text for text in player.texts() if 'scritt' in text]}, {states}", states == ["final"])
        player.tap("result.done")


def _phone(tour: Tour, player: Player, occurrence: str) -> None:
    with tour.step(
        "another one with the phone", "the QR on the screen, the hub's page, the booking back on the terminal"
    ) as step:
        player.go(screen="activity", key=occurrence)
        player.tap("activity.signup")
        player.tap("signup.phone")
        player.wait_item(name="signup.qr")
        url = decode(tour.picture(step, player, "phone"))
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        page = opener.open(url, timeout=10).read().decode()
        form = read_form(page, url)
        answer = opener.open(form.action, data=form.filled(name="Prova Verdi", people="1", consent="yes"), timeout=10)
        text = answer.read().decode()
        player.wait_item(name="result.done")
        tour.picture(step, player, "phone-done")
        tour.terminal.sync()
        states = [line["state"] for line in tour.terminal.run("bookings", occurrence).values]
        tour.saw(step, f"{url[:40]}…, page of {len(text)} characters, {states}", states == ["final", "final"])
        player.tap("result.done")


def _desk(tour: Tour, player: Player) -> None:
    people = _people(tour)
    with tour.step("a portiere opens the desk", "with a PIN") as step:
        player.tap("home.tile.staff")
        player.tap(f"staff.person.{people['portiere']['staff']}")
        for digit in people["portiere"]["pin"]:
            player.tap(f"pin.key.{digit}")
        player.wait_item(name="desk.reason.pacchi_posta")
        tour.picture(step, player, "desk")
        tour.saw(step, "the desk", True)
    with tour.step(
        "and logs a drop-in with one tap", "saved and shown; two more taps amend it; undo takes one back"
    ) as step:
        player.tap("desk.reason.pacchi_posta")
        player.tap("desk.people.2")
        player.tap("desk.age.65-74")
        tour.picture(step, player, "drop-in")
        player.tap("desk.reason.chiavi")
        player.tap("toast.undo")
        tour.picture(step, player, "undone")
        total = [text for text in player.texts() if text.startswith("Oggi")]
        tour.saw(step, total, bool(total) and "2 persone" in total[0] and "1 passaggio" in total[0])
    with tour.step("what was recorded is sent by itself", "nothing waits") as step:
        player.wait_text(text="inviato")
        pending = tour.terminal.run("status").value["pending"]
        tour.saw(step, f"{pending} wait", pending == 0)


def _offline(tour: Tour, player: Player) -> int:
    people = _people(tour)
    before = tour.terminal.run("status").value["pending"]
    with tour.step("residents still browse", "today's activities and the week") as step:
        player.wait_item(name="home.tile.week")
        player.tap("home.tile.week")
        player.wait_text(text="Domani")
        tour.picture(step, player, "offline-week")
        tour.saw(step, player.texts()[:8], len(player.texts()) > 5)
        player.tap("bar.exit")
    with tour.step("a drop-in is recorded", "kept, and said to be waiting") as step:
        player.tap("home.tile.staff")
        player.tap(f"staff.person.{people['portiere']['staff']}")
        for digit in people["portiere"]["pin"]:
            player.tap(f"pin.key.{digit}")
        player.tap("desk.reason.informazioni")
        player.wait_text(text="da inviare")
        tour.picture(step, player, "offline-desk")
        tour.saw(step, [text for text in player.texts() if "da inviare" in text], True)
        player.tap("bar.lock")
    with tour.step("a tenant signs up", "final within the terminal's own seats") as step:
        occurrence = next(
            line["id"] for line in tour.terminal.run("agenda", "--day", "all").values
            if line["seats"] and line["seats"]["right"] >= 1
            and line["start"] > tour.now() and line["status"] == "scheduled"
            and not tour.terminal.run("bookings", line["id"]).values
        )  # fmt: skip
        player.go(screen="activity", key=occurrence)
        player.tap("activity.signup")
        player.scan(text=people["cards"][1]["card"])
        player.wait_item(name="result.done")
        tour.picture(step, player, "offline-signed-up")
        states = [line["state"] for line in tour.terminal.run("bookings", occurrence).values]
        tour.saw(step, states, states == ["final"])
        player.tap("result.done")
    pending = int(tour.terminal.run("status").value["pending"])
    return pending if pending > before else -1


def _again(tour: Tour, player: Player) -> None:
    with tour.step(
        "and starts again without a network", "Home from what is on disk, and the words that say so"
    ) as step:
        player.wait_text(text="Senza rete: puoi usare il terminale.")
        tour.picture(step, player, "started-again")
        tour.saw(step, [text for text in player.texts() if "rete" in text], "home.tile.week" in player.names())


def _together(tour: Tour, player: Player) -> None:
    with tour.step("the hub returns", "everything arrives, once, without anybody doing anything") as step:
        player.wait_online(online=True, ms=90_000)
        player.wait_text(text="Collegato")
        pending = _settle(lambda: int(tour.terminal.run("status").value["pending"]))
        facts = tour.hub.run("facts").values
        ids = [fact["id"] for fact in facts]
        states = {fact["state"] for fact in facts}
        tour.picture(step, player, "together")
        tour.saw(
            step, f"{len(ids)} facts, {len(set(ids))} different, {states}; {pending} wait",
            len(ids) == len(set(ids)) and states == {"accepted"} and pending == 0
            and [fact["seq"] for fact in facts] == list(range(1, len(facts) + 1)),
        )  # fmt: skip
    with tour.step("in English", "the same Home in another language, two taps away") as step:
        player.tap("bar.language")
        player.tap("language.en")
        tour.picture(step, player, "english")
        texts = player.texts()
        tour.saw(step, texts[:6], any("Today" in text for text in texts))


def _settle(read: Callable[[], int], seconds: float = 30.0) -> int:
    """The value once it is nothing, or at the end of the time. Reads another process's file, which sends no signal."""
    deadline = time.monotonic() + seconds
    while (value := read()) and time.monotonic() < deadline:
        pass
    return value


if __name__ == "__main__":
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    sys.exit(main())
