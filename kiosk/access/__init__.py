"""How the terminal speaks and shows itself to whoever stands before it: the language now; size, contrast and reach to come."""
