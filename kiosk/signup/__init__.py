"""Tenants: sign up with a card, with the phone, or at the desk; how it came out; and what a card has signed up for."""
