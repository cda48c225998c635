"""How the terminal speaks to whoever stands before it: the language now; size, contrast and reach to come."""
