"""What a space offers, and asking for it: services, products, openings; and a note for the neighbours' board."""
