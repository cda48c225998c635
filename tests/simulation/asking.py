"""What people ask for at a terminal, what they offer, and what else they say there."""

from __future__ import annotations

import secrets
from random import Random
from typing import TYPE_CHECKING

from tests.simulation.actions import CARDS, NAMES, action, known, stated, terminal_of
from tests.simulation.machine import Machine

if TYPE_CHECKING:
    from tests.simulation.world import World


@action
def ask(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        who = {"card": random.choice(CARDS)} if random.random() < 0.4 else {"name": random.choice(NAMES)}
        wanted = random.choice(known(world, at, "offer") or ["spesa"])
        return f"asks for {wanted}: {terminal_of(at).ask(wanted, **who)}"

    return stated(world, work)


@action
def settle(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        chosen = random.choice(known(world, at, "request") or [secrets.token_hex(16)])
        terminal_of(at).close_request(chosen, random.choice(("risolta", "ritirata")))
        return f"settles {chosen}"

    return stated(world, work)


@action
def offer(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        given = {"what": random.choice(("offro", "cerco")), "title": f"Scala {random.random()}"}
        return f"offers {terminal_of(at).offer(**given, name=random.choice(NAMES))}"

    return stated(world, work)


@action
def opinion(world: World, random: Random) -> str | None:
    """Kinds that this version keeps and does nothing with: a later one will."""

    def work(at: Machine) -> str:
        kind, body = random.choice(
            (
                ("feedback", {"space": terminal_of(at).space, "score": random.randint(1, 5), "text": "Bello"}),
                ("idea", {"title": "Panchine", "text": "All'ombra"}),
                ("support", {"idea": secrets.token_hex(16), "card": random.choice(CARDS)}),
                ("answer", {"form": "estate", "version": 1, "answers": {"quando": "sera"}}),
            )
        )
        return f"{kind} {terminal_of(at).say(kind, body)}"

    return stated(world, work)
