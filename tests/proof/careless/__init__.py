"""`kiosk` as it must not be: its journal is synchronous=NORMAL, so that a commit may still be in a cache.

The control of the proofs of power cuts: where this loses nothing, they would not notice a loss.
"""
