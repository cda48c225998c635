"""Residents: what is on. Today here, the week, the other spaces, one activity, and how to take it along."""
