"""Old versions: what each released version said on the line, and wrote to disk, and that it still works."""
