"""Portieri: who came by, recorded with one tap; who is expected, checked in; what waits to be sent."""
