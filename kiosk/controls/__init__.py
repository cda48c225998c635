"""What every screen shares: design tokens, controls, the words of dates, and what a view-model is handed."""
