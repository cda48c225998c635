"""Proofs of what the programme promises, in the order of the packages that they mirror."""
