"""A deterministic simulation of terminals and hub: real code, real files, virtual time and network, from one seed.

In the manner of FoundationDB's simulation and TigerBeetle's VOPR. Start reading at `world`: a run is a sequence of
steps, each with a source of randomness of its own, after which the properties of the design are checked (`checks`)
against what the harness itself saw being committed (`truth`).
"""
