"""All proofs by name. Each is a line "module:attribute" to a `Proof`, imported only when it is run."""

from __future__ import annotations

import importlib

from tests.proof.proof import Proof

PROOFS: dict[str, str] = {
    "simulation": "tests.simulation.proof:SIMULATION",
    "feed": "tests.hub.feed_load:PROOF",
    "network": "tests.network.nine:PROOF",
    "kills": "tests.proof.kills:PROOF",
    "faults": "tests.proof.faults:PROOF",
    "states": "tests.proof.states:PROOF",
    "altered": "tests.proof.altered:PROOF",
    "flips": "tests.proof.flips:PROOF",
    "clocks": "tests.proof.clocks:PROOF",
    "full": "tests.proof.full:PROOF",
    "mutations": "tests.proof.mutations:PROOF",
    "pictures": "tests.proof.pictures:PROOF",
    "powercut": "tests.proof.powercut:PROOF",
}


def load(name: str) -> Proof:
    """The proof of that name."""
    module, _, attribute = PROOFS[name].partition(":")
    found = getattr(importlib.import_module(module), attribute)
    if not isinstance(found, Proof) or found.name != name:
        raise TypeError(f"{PROOFS[name]} is no proof called {name}")
    return found
