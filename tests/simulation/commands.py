"""The command line of the simulation."""

from __future__ import annotations

import argparse
import json
import sys
import time
from contextlib import nullcontext
from pathlib import Path

from tests.proof import workers
from tests.proof.proof import Record, record_of
from tests.simulation.ground import Found, Ground
from tests.simulation.mutants import AS_IT_IS, FIRST, MOST_SEEDS, MUTANTS, caught
from tests.simulation.proof import SIMULATION
from tests.simulation.shrink import shrunk
from tests.simulation.swarm import Swarm

OUT = Path("build/simulate")


def main(arguments: list[str] | None = None) -> int:
    """Replays one seed, runs a sample for a while, or runs many and writes down what was seen."""
    options = _options(arguments)
    if options.seed is not None:
        return _replay(options)
    if options.mutants:
        return _mutants(options)
    if options.seconds:
        return _sample(options)
    return _many(options)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description="Simulates terminals and hub.")
    parser.add_argument("--seed", type=int, help="replays this seed; its history is printed when it fails")
    parser.add_argument("--history", action="store_true", help="prints the history of the seed in any case")
    parser.add_argument("--mutant", choices=[*MUTANTS, *AS_IT_IS], help="with this rule switched off")
    parser.add_argument("--shrink", action="store_true", help="leaves out the steps that the failure does not need")
    parser.add_argument("--seeds", type=int, default=1000, help="how many seeds there shall have been, from 0")
    parser.add_argument("--jobs", type=int, default=0, help="processes at once; by default as many as processors")
    parser.add_argument(
        "--seconds", type=float, default=0.0, help="runs seeds from --first for so long, in this process"
    )
    parser.add_argument("--first", type=int, default=0, help="the first seed of a sample")
    parser.add_argument("--least", type=int, default=1, help="how many seeds a sample runs at least")
    parser.add_argument("--mutants", nargs="+", help="looks for the first seeds that notice these mutants (or: all)")
    parser.add_argument("--fresh", action="store_true", help="forgets what was seen of this commit")
    return parser.parse_args(arguments)


def _replay(options: argparse.Namespace) -> int:
    with Ground.made() as ground:
        chosen = MUTANTS.get(options.mutant) or AS_IT_IS.get(options.mutant)
        swarm = chosen.configured(options.seed) if chosen else Swarm.of(options.seed)
        with chosen.patch() if chosen else nullcontext():
            found = ground.run(options.seed, swarm)
            if found.violation and options.shrink:
                found = shrunk(ground, options.seed, found, swarm)
    if options.history or found.violation:
        print("\n".join(found.history))
    print(f"seed {options.seed}: {found.violation or 'no violation'} (history {found.digest})")
    return 1 if found.violation else 0


def _sample(options: argparse.Namespace) -> int:
    """Prints one JSON object: {"seeds", "seconds", "failed": {seed: what}}."""
    failed: dict[int, str] = {}
    began, count = time.monotonic(), 0
    with Ground.made() as ground:
        while count < options.least or time.monotonic() - began < options.seconds:
            found: Found = ground.run(options.first + count)
            if found.violation:
                failed[options.first + count] = "\n".join([*found.history[-40:], found.violation])
            count += 1
    print(json.dumps({"seeds": count, "seconds": time.monotonic() - began, "failed": failed}))
    return 1 if failed else 0


def _mutants(options: argparse.Namespace) -> int:
    """Prints a JSON object a line: {"mutant", "rule", "seeds" it took, "what" was noticed}; null where nothing was."""
    names = list(MUTANTS) if options.mutants == ["all"] else options.mutants
    missed = 0
    with Ground.made() as ground:
        for name in names:
            seen = caught(ground, name, range(FIRST.get(name, 0), FIRST.get(name, 0) + MOST_SEEDS))
            what = seen[1].violation.partition("\n")[0] if seen else None
            needed = seen[0] - FIRST.get(name, 0) + 1 if seen else None
            line = {"mutant": name, "rule": MUTANTS[name].rule, "seed": seen and seen[0], "seeds": needed, "what": what}
            print(json.dumps(line, ensure_ascii=False), flush=True)
            missed += seen is None
    return 1 if missed else 0


def _many(options: argparse.Namespace) -> int:
    """Goes on where an earlier run of this commit stopped."""
    record = record_of(SIMULATION, OUT, options.seeds, fresh=options.fresh)

    def keep(seen: Record) -> None:
        seen.write(OUT)
        sys.stderr.write(f"\r{seen.checked} of {seen.of} seeds, {len(seen.failures)} failed")

    workers.run(SIMULATION, record, 0, options.jobs, keep, lambda _seen: None)
    sys.stderr.write("\n")
    for failure in record.failures:
        print(f"seed {failure.seed}: {failure.why.partition(chr(10))[0]}")
    rate = record.checked / record.seconds if record.seconds else 0.0
    names = ("steps", "requests", "switches", "deaths")
    figures = ", ".join(f"{record.figures.get(name, 0):.0f} {name}" for name in names)
    print(f"{record.checked} seeds at {record.commit} in {record.seconds:.0f} s ({rate:.1f} a second): {figures}")
    print(f"{len(record.failures)} seeds broke a property")
    return 1 if record.failures else 0
