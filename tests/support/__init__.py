"""What several tests need: a real PostgreSQL, real processes, a free port."""
